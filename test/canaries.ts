import { expect } from 'vitest'
import type { House } from './house.ts'

// Strings that must never reach somebody who may not see them.
export const canary = {
  brokerage: 'KANARI-7101',
  company: 'KANARI-FREMDFIRMA',
  confidential: 'KANARI-VERTRAULICH',
  draft: 'KANARI-ENTWURF',
  note: 'KANARI-INTERN',
}

/** Writes them into records of others, in every text a page could show. */
export async function plantCanaries(house: House) {
  const texts: Record<string, string> = {
    company: 'name',
    contact: 'last_name',
    policy: 'name',
    premium_invoice: 'number',
    insured_object: 'name',
    claim: 'cause',
    invoice: 'subject',
    document: 'title',
  }
  const [here, there] = [await house.brokerageId('6323'), await house.brokerageId('7101')]
  const { write } = house.database
  for (const [table, column] of Object.entries(texts)) {
    await write(there, `update ${table} set ${column} = $1 where brokerage_id = $2`, [canary.brokerage, there])
    const company = table === 'company' ? 'id' : 'company_id'
    await write(
      here,
      `update ${table} set ${column} = $1 from company c
       where c.brokerage_id = ${table}.brokerage_id and c.id = ${table}.${company} and c.source_key = 'K-10006' and c.brokerage_id = $2`,
      [canary.company, here],
    )
  }
  for (const table of ['policy', 'premium_invoice', 'claim', 'document', 'insured_object']) {
    await write(
      here,
      `update ${table} set ${texts[table]} = $1 from company c
       where c.brokerage_id = ${table}.brokerage_id and c.id = ${table}.company_id and c.source_key = 'K-10001' and audience = '{}' and c.brokerage_id = $2`,
      [canary.confidential, here],
    )
  }
}

/** Everybody was told of records of others, as if they had seen them once: a notification must show nothing of what is hidden now. */
export async function plantNews(house: House) {
  for (const number of ['6323', '7101']) {
    const brokerage = await house.brokerageId(number)
    for (const table of ['policy', 'claim', 'document', 'premium_invoice', 'invoice', 'service_request', 'message'])
      await house.database.write(
        brokerage,
        `insert into notification (brokerage_id, account_id, occasion, kind, about_kind, about_id, group_id, actor_name, mail, daily)
         select a.brokerage_id, a.id, 'document', case when $2 = 'message' then 'message' else 'document_new' end, $2, x.id, x.id, '', true, true
         from portal_account a cross join lateral (
           select id from ${table} where brokerage_id = $1 and to_jsonb(${table})::text like '%KANARI%'
           union select id from ${table} where to_jsonb(${table})::text like '%KANARI%' limit 3) x
         where a.brokerage_id = $1`,
        [brokerage, table],
      )
  }
}

/** What others say, ask and have not sent yet: at another brokerage, another company, and about a confidential record. */
export async function plantTalk(house: House) {
  const writers = [
    { who: await house.person({ brokerage: '7101', roles: ['full_access'] }), text: canary.brokerage, about: null },
    { who: await house.person({ company: 'K-10006', roles: ['full_access'] }), text: canary.company, about: null },
    { who: await house.person({ roles: ['full_access'] }), text: canary.confidential, about: 'policy' },
  ]
  for (const { who, text, about } of writers) {
    const [account] = await house.look<{ brokerage_id: string; policy: string | null }>(
      `select a.brokerage_id, (select p.id from policy p where p.brokerage_id = a.brokerage_id and p.company_id = a.company_id
         and p.audience = '{}' limit 1) as policy from portal_account a where a.id = $1`,
      [who.accountId],
    )
    const { brokerage_id: brokerage, policy } = account!
    if (about) expect(policy).not.toBeNull()
    const write = (statement: string, ...values: unknown[]) =>
      house.database.write(brokerage, statement, [brokerage, who.companyId, who.accountId, text, ...values])
    await write(
      `insert into service_request (brokerage_id, company_id, author_account_id, author_name, subject, body, category, about_kind, about_id)
       values ($1, $2, $3, $4, $4, $4, 'offer', $5, $6)`,
      about,
      about && policy,
    )
    await write(
      `with talk as (
         insert into conversation (brokerage_id, company_id, author_account_id, subject, about_kind, about_id)
         values ($1, $2, $3, $4, $5, $6) returning id),
       said as (
         insert into message (brokerage_id, conversation_id, author_account_id, author_name, body, delivers_at)
         select $1, talk.id, $3, $4, $4, now() from talk returning id)
       insert into attachment (brokerage_id, draft_id, message_id, author_account_id, file_name, media_type, byte_size, sha256)
       select $1, said.id, said.id, $3, $4, 'application/pdf', 1, sha256('x') from said`,
      about,
      about && policy,
    )
    await house.database.write(
      brokerage,
      `insert into claim_report (brokerage_id, company_id, account_id, kind, data)
       values ($1, $2, $3, 'vehicle', jsonb_build_object('description', $4::text))`,
      [brokerage, who.companyId, who.accountId, canary.draft],
    )
  }
}

/** Who read and replaced documents, and ZIPs of them: at another brokerage, another company, and of a confidential document. */
export async function plantFiles(house: House) {
  for (const { who, text, hidden } of [
    { who: await house.person({ brokerage: '7101', roles: ['full_access'] }), text: canary.brokerage, hidden: false },
    { who: await house.person({ company: 'K-10006', roles: ['full_access'] }), text: canary.company, hidden: false },
    { who: await house.person({ roles: ['full_access'] }), text: canary.confidential, hidden: true },
  ]) {
    const [document] = await house.look<{ brokerage_id: string; id: string }>(
      `select brokerage_id, id from document where company_id = $1 and (not $2 or audience = '{}') order by id limit 1`,
      [who.companyId, hidden],
    )
    expect(document).toBeDefined()
    const write = (statement: string, ...values: unknown[]) =>
      house.database.write(document!.brokerage_id, statement, [document!.brokerage_id, document!.id, ...values])
    await write('update document_version set author_name = $3, file_name = $3 where brokerage_id = $1 and document_id = $2', text)
    await write(
      'insert into document_read (brokerage_id, document_id, number, account_id, reader_name) values ($1, $2, 1, $3, $4)',
      who.accountId,
      text,
    )
    await write('insert into document_zip (brokerage_id, asked_for, account_id) values ($1, array[$2::uuid], $3)', who.accountId)
  }
}

/** An import that was checked, at another brokerage and at the own one: only the people of a brokerage know of its imports. */
export async function plantImports(house: House) {
  for (const [number, text] of [
    ['7101', canary.brokerage],
    ['6323', canary.company],
  ] as const) {
    const id = await house.brokerageId(number)
    await house.database.write(
      id,
      `with run as (insert into import_run (brokerage_id, source, state, staff_id, report)
         select $1, $2, 'checked', s.id, jsonb_build_object('files', '[]'::jsonb) from staff_member s where s.brokerage_id = $1 limit 1 returning id)
       insert into import_file (brokerage_id, run_id, place, name, encoding, source, checksum, row_count, header, samples)
       select $1, run.id, 0, $2, 'utf-8', 'Adressen', sha256('x'), 1, jsonb_build_array($2::text), jsonb_build_array(jsonb_build_array($2::text)) from run`,
      [id, text],
    )
  }
}

/** What the broker's people say among themselves about everything that came in, of this brokerage and the other one. */
export async function plantNotes(house: House) {
  for (const number of ['6323', '7101']) {
    const brokerage = await house.brokerageId(number)
    const text = number === '6323' ? canary.note : canary.brokerage
    await house.database.write(
      brokerage,
      `insert into inbox_note (brokerage_id, id, item_id, author_staff_id, author_name, body)
       select i.brokerage_id, uuid_v7(), i.id, s.id, $2, $2 from inbox_item i
       cross join lateral (select id from staff_member where brokerage_id = i.brokerage_id order by id limit 1) s where i.brokerage_id = $1`,
      [brokerage, text],
    )
    const planted = await house.look('select from inbox_note where brokerage_id = $1', [brokerage])
    expect(planted.length).toBeGreaterThan(0)
  }
}

/** What hangs on records of others, by table: ids of rows that exist for those who see the record, and for nobody else. */
export type Planted = { table: string; id: string; text: string }[]

/**
 * Payments that were reported, reminders that came by post, changes of columns: at another brokerage, another company, and of confidential
 * records. A payment says a day and no text; a day of another century stands for it (`canaryDays`).
 */
export async function plantPayments(house: House): Promise<Planted> {
  const planted: Planted = []
  for (const { who, text, hidden } of [
    { who: await house.person({ brokerage: '7101', roles: ['full_access'] }), text: canary.brokerage, hidden: false },
    { who: await house.person({ company: 'K-10006', roles: ['full_access'] }), text: canary.company, hidden: false },
    { who: await house.person({ roles: ['full_access'] }), text: canary.confidential, hidden: true },
  ]) {
    const [account] = await house.look<{ brokerage_id: string }>('select brokerage_id from portal_account where id = $1', [
      who.accountId,
    ])
    const brokerage = account!.brokerage_id
    const record = async (table: string) => {
      const found = await house.look<{ id: string }>(
        `select id from ${table} where brokerage_id = $1 and company_id = $2 and (not $3 or audience = '{}') order by id limit 1`,
        [brokerage, who.companyId, hidden],
      )
      return found[0]!.id
    }
    const invoice = await record('premium_invoice')
    const day = canaryDays[text]!
    const plant = async (table: string, statement: string, values: unknown[]) => {
      await house.database.write(brokerage, statement, values)
      const rows = await house.look<{ id: string }>(`select id from ${table} where brokerage_id = $1 order by id desc limit 1`, [
        brokerage,
      ])
      planted.push({ table, id: rows[0]!.id, text })
    }
    await plant(
      'premium_payment_report',
      'insert into premium_payment_report (brokerage_id, premium_invoice_id, account_id, paid_on) values ($1, $2, $3, $4)',
      [brokerage, invoice, who.accountId, day],
    )
    await plant(
      'premium_reminder',
      'insert into premium_reminder (brokerage_id, premium_invoice_id, account_id, dispatched_on, document_id) values ($1, $2, $3, $4, $5)',
      [brokerage, invoice, who.accountId, day, await record('document')],
    )
    for (const kind of ['policy', 'premium_invoice', 'claim', 'document'])
      await plant(
        'record_change',
        `insert into record_change (brokerage_id, record_kind, record_id, actor_kind, actor_id, changes)
         select $1, $2, $3, 'customer', $4, jsonb_object_agg(key, jsonb_build_array(null, $5::text))
         from unnest(array['number', 'insurer', 'insurer_number', 'title', 'name']) key`,
        [brokerage, kind, await record(kind), who.accountId, text],
      )
  }
  return planted
}

/** The days that stand for a planted text, ISO; pages show them as `shownDays`. */
export const canaryDays: Record<string, string> = {
  [canary.brokerage]: '1811-11-11',
  [canary.company]: '1812-12-12',
  [canary.confidential]: '1813-03-13',
}
export const shownDays = Object.fromEntries(
  Object.entries(canaryDays).map(([text, day]) => [text, day.split('-').reverse().join('.')]),
)
