import pg from 'pg'

export interface Scale {
  brokerages: number
  companiesEach: number
  policiesEach: number
}

/**
 * 200 brokerages, 1,000 companies, 100,000 policies and what hangs on them; `factor` 10 for ten times as much in each brokerage,
 * 0.1 for a tenth of the brokerages.
 */
export const scaleOf = (factor: number): Scale => ({
  brokerages: Math.max(10, Math.round(200 * Math.min(1, factor))),
  companiesEach: 5 * Math.max(1, factor),
  policiesEach: 100,
})

/**
 * Fills an empty, migrated database deterministically, as the owner and with triggers off: what the triggers would derive
 * (audience from the line) is written directly. Returns how many rows there are.
 */
export async function fill(ownerUrl: string, scale: Scale, say: (line: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const run = async (what: string, sql: string, values: unknown[] = []) => {
    const started = performance.now()
    const { rowCount } = await client.query(sql, values)
    say(`  ${what.padEnd(24)} ${String(rowCount).padStart(9)} rows, ${Math.round(performance.now() - started)} ms`)
    return rowCount ?? 0
  }
  await client.query('set session_replication_role = replica')
  let total = 0
  total += await run(
    'brokerages',
    `insert into brokerage (number, name, host, sender_email, email, phone)
     select (1000 + n)::text, 'Broker ' || n, (1000 + n) || '.bench.example', 'portal@bench.example', 'info@bench.example', '+41415550100'
     from generate_series(1, $1::int) n`,
    [scale.brokerages],
  )
  const lines = `values ('BVG', 'Berufliche Vorsorge', array['occupational_pension']), ('UVG', 'Unfallversicherung UVG', array['personal_lines']),
    ('KTG', 'Krankentaggeld', array['personal_lines']), ('MF', 'Motorfahrzeugflotte', array['fleet']), ('SACH', 'Sachversicherung', array['other_lines']),
    ('BHP', 'Betriebshaftpflicht', array['other_lines']), ('CYB', 'Cyberversicherung', array['other_lines']), ('DO', 'D&O', array[]::text[])`
  total += await run(
    'lines of business',
    `insert into line_of_business (brokerage_id, code, name, audience) select b.brokerage_id, l.code, l.name, l.audience from brokerage b, (${lines}) l(code, name, audience)`,
  )
  total += await run(
    'account managers',
    `insert into staff_member (brokerage_id, first_name, last_name, email, email_key) select brokerage_id, 'Sophie', 'Dubois', 'sd@bench.example', 'sd@bench.example' from brokerage`,
  )
  // The first company of each brokerage is the holding of all the others.
  total += await run(
    'companies',
    `insert into company (brokerage_id, source_key, name, town, account_manager_id)
     select b.brokerage_id, 'K-' || n, 'Muster ' || n || ' AG', 'Luzern', s.id from brokerage b join staff_member s using (brokerage_id), generate_series(1, $1::int) n`,
    [scale.companiesEach],
  )
  await client.query(
    `update company c set parent_id = h.id from company h where h.brokerage_id = c.brokerage_id and h.source_key = 'K-1' and c.source_key <> 'K-1'`,
  )
  total += await run(
    'contacts',
    `insert into contact (brokerage_id, company_id, first_name, last_name, email, email_key)
     select c.brokerage_id, c.id, 'Anja', 'Rieder ' || n, n || '.' || c.source_key || '@bench.example', n || '.' || lower(c.source_key) || '@bench.example'
     from company c, generate_series(1, 5) n`,
  )
  total += await run(
    'logins',
    `insert into login (brokerage_id, email, email_key) select brokerage_id, email, email_key from contact`,
  )
  total += await run(
    'accounts',
    `insert into portal_account (brokerage_id, contact_id, company_id, login_id, state, invited_by, activated_at)
     select c.brokerage_id, c.id, c.company_id, l.id, 'active', 'bench', now() from contact c join login l using (brokerage_id, email_key)`,
  )
  total += await run(
    'role grants',
    `insert into role_grant (brokerage_id, account_id, company_id, role, granted_by)
     select a.brokerage_id, a.id, a.company_id, r, 'bench' from portal_account a join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id,
       unnest(case right(c.last_name, 1) when '1' then array['customer', 'full_access', 'group_manager'] when '2' then array['customer', 'fleet', 'other_lines']
         when '3' then array['customer', 'occupational_pension'] when '4' then array['customer', 'personal_lines', 'other_lines']
         else array['customer', 'user_manager'] end) r`,
  )
  total += await run(
    'policies',
    `insert into policy (brokerage_id, company_id, source_key, number, insurer, line_code, name, starts_on, ends_on, notice_months, payment_mode,
       premium_net, stamp_duty, premium_gross, deductible, sum_insured, data_as_of, audience, published_at)
     select c.brokerage_id, c.id, c.source_key || '-' || n, l.code || '-' || n || '.' || c.source_key, 'Alpina Allgemeine', l.code, l.name, '2024-01-01', date '2026-01-01' + (n * 7) % 1000, 3, 'yearly',
       1000 + n, 50, 1050 + n, 500, 1000000, '2026-11-01', l.audience, now()
     from company c, generate_series(1, $1::int) n
     join lateral (select * from (${lines}) v(code, name, audience) offset n % 8 limit 1) l on true`,
    [scale.policiesEach],
  )
  const child = (columns: string, values: string, each: number) =>
    `(brokerage_id, company_id, policy_id, audience, published_at, ${columns})
     select p.brokerage_id, p.company_id, p.id, p.audience, now(), ${values} from policy p, generate_series(1, ${each}) n`
  total += await run(
    'premium invoices',
    `insert into premium_invoice ${child('number, kind, due_on, total, state', `'PR' || n || p.number, 'renewal', date '2026-01-31', 1050, 'paid'`, 4)}`,
  )
  total += await run(
    'insured objects',
    `insert into insured_object ${child('kind, name, plate', `'Fahrzeug', 'Toyota Hilux', 'LU ' || (n * 1000 + 1)`, 3)}`,
  )
  total += await run(
    'claims',
    `insert into claim ${child('number, occurred_on, cause, state', `'S' || n || p.number, date '2026-05-05', 'Hagel', 'closed'`, 1)}`,
  )
  total += await run(
    'documents',
    `insert into document ${child('title, category, file_name, media_type, byte_size, sha256', `'Police ' || p.number, 'policy', 'police.pdf', 'application/pdf', 1000, sha256(p.id::text::bytea)`, 1)}`,
  )
  await client.query('set session_replication_role = origin')
  // No trigger has written the entries of the search.
  await run('search entries', 'select search_fill(brokerage_id) from brokerage')
  await client.query('vacuum analyze')
  await client.end()
  return total
}
