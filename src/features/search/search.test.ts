import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, startHouse } from '../../../test/house.ts'
import type { Visitor } from '../../../test/visitor.ts'

let house: House
let here: string
beforeAll(async () => {
  house = await startHouse()
  here = await house.brokerageId('6323')
})
afterAll(() => house.close())

interface Group {
  total: string
  titles: string[]
  body: string
}

/** The groups of a page of results: kind → how many, and what stands there, best first. */
async function groups(person: Visitor, term: string, more = ''): Promise<Record<string, Group>> {
  await person.get(`/de-de/search?q=${encodeURIComponent(term)}${more}`)
  expect([term, person.status]).toEqual([term, 200])
  return Object.fromEntries(
    [...person.html.matchAll(/<section class="card flush"[^>]*id="([a-z-]+)">([\s\S]*?)<\/section>/g)].map(([, key, body]) => [
      key!,
      {
        total: /<span class="count">([^<]*)<\/span>/.exec(body!)?.[1] ?? '',
        titles: [...body!.matchAll(/<h3><a href="[^"]*">([\s\S]*?)<\/a>/g)].map(([, title]) =>
          title!.replace(/<[^>]+>/g, '').replaceAll('&amp;', '&'),
        ),
        body: body!,
      },
    ]),
  )
}

const found = async (person: Visitor, term: string) => Object.values(await groups(person, term)).flatMap(({ titles }) => titles)

async function one<R extends Record<string, string>>(query: string): Promise<R> {
  const [row] = await house.look<R>(query)
  return row!
}

const policyOf = (line: string, company = 'K-10001') =>
  one<{ id: string; number: string }>(
    `select p.id, p.number from policy p join company c on c.id = p.company_id join brokerage b on b.brokerage_id = p.brokerage_id
     where b.number = '6323' and c.source_key = '${company}' and p.line_code = '${line}' and p.state = 'active' and not p.confidential order by p.number limit 1`,
  )

test('a policy is found by its number, whole or in part, with or without signs, and stands first', async () => {
  const { number } = await policyOf('MF')
  const [letters, digits] = [number.split('-')[0]!, number.split('-')[1]!]
  const person = await house.person({ roles: ['fleet'] })
  const spellings = [
    number,
    number.toLowerCase(),
    number.replace(/[-.]/g, ''),
    number.replace(/[-.]/g, ' '),
    digits,
    digits.replaceAll('.', ''),
    digits.slice(0, 6),
    digits.slice(3),
    `${letters}-${digits.slice(0, 6)}`,
  ]
  for (const spelling of spellings) {
    const { policies } = await groups(person, spelling)
    expect([spelling, policies?.titles]).toEqual([spelling, expect.arrayContaining([number])])
  }
  expect(Object.keys(await groups(person, number))[0]).toBe('policies')
  expect((await groups(person, digits.replaceAll('.', ''))).policies!.titles[0]).toBe(number)
})

test('with the policy comes what hangs on it and exists for the person, five of each, and the way to the rest', async () => {
  const { id, number } = await policyOf('MF')
  const person = await house.person({ roles: ['fleet'] })
  const all = await groups(person, number)
  for (const [table, kind] of [
    ['insured_object', 'insured-objects'],
    ['premium_invoice', 'premium-invoices'],
  ] as const) {
    const [{ n }] = (await house.look<{ n: number }>(`select count(*)::int as n from ${table} where policy_id = '${id}'`)) as [
      { n: number },
    ]
    expect([kind, all[kind]?.total, all[kind]?.titles.length]).toEqual([kind, String(n), Math.min(5, n)])
  }
  const many = all['insured-objects']!
  await person.get(/href="([^"]+&amp;k=insured-objects)"/.exec(many.body)![1]!.replaceAll('&amp;', '&'))
  expect(person.text()).toContain(`von ${many.total} Einträgen`)
})

test('a page of one kind turns, and one beyond the last is the last', async () => {
  const person = await house.person({ roles: ['full_access', 'group_manager'] })
  const first = (await groups(person, 'PR2026', '&k=premium-invoices'))['premium-invoices']!.titles
  const second = (await groups(person, 'PR2026', '&k=premium-invoices&s=2'))['premium-invoices']!.titles
  expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([20, 20, 40])
  const last = (await groups(person, 'PR2026', '&k=premium-invoices&s=9999'))['premium-invoices']!.titles
  expect(last.length).toBeGreaterThan(0)
  for (const odd of ['&k=nothing', '&k[]=policies', '&s=-1', '&s=x', '&s=1e9']) await groups(person, 'PR2026', odd)
})

test('plates, chassis and master numbers are found however they are written', async () => {
  const object = await one<{ plate: string; vin: string; master_number: string }>(
    `select o.plate, o.vin, o.master_number from insured_object o join company c on c.id = o.company_id
     where c.source_key = 'K-10001' and plate is not null and vin is not null and master_number is not null limit 1`,
  )
  const person = await house.person({ roles: ['fleet'] })
  const { plate, vin, master_number: master } = object
  for (const spelling of [
    plate,
    plate.replaceAll(' ', ''),
    plate.toLowerCase().replaceAll(' ', ''),
    plate.replace(' ', '-'),
    plate.split(' ')[1]!,
    vin,
    vin.toLowerCase(),
    vin.slice(-6),
    master,
    master.replaceAll('.', ''),
  ])
    expect([spelling, Object.keys(await groups(person, spelling))]).toEqual([
      spelling,
      expect.arrayContaining(['insured-objects']),
    ])
  expect((await groups(person, plate.replaceAll(' ', '')))['insured-objects']!.body.replace(/<[^>]+>/g, '')).toContain(plate)
})

test('a claim is found by either number, an invoice by its number and its payment reference', async () => {
  const claim = await one<{ number: string; insurer_number: string }>(
    `select number, insurer_number from claim l join company c on c.id = l.company_id where c.source_key = 'K-10001' and insurer_number is not null limit 1`,
  )
  const invoice = await one<{ number: string; qr_reference: string }>(
    `select number, qr_reference from invoice i join company c on c.id = i.company_id where c.source_key = 'K-10001' limit 1`,
  )
  const person = await house.person({ roles: ['full_access'] })
  expect((await groups(person, claim.insurer_number)).claims!.titles).toEqual([claim.number])
  expect((await groups(person, claim.number)).claims!.titles[0]).toBe(claim.number)
  expect((await groups(person, claim.number.slice(2))).claims!.titles[0]).toBe(claim.number)
  expect((await groups(person, invoice.number)).invoices!.titles[0]).toBe(invoice.number)
  expect((await groups(person, invoice.qr_reference.replace(/(.{5})/g, '$1 '))).invoices!.titles).toContain(invoice.number)
})

test('contacts are found by name, mail and telephone in any notation, by those who look after them alone', async () => {
  const manager = await house.known('franziska.keller@muster.example')
  for (const term of [
    'Rieder',
    'anja rieder',
    'Rieder Anja',
    'anja.rieder@muster.example',
    'rieder@muster',
    '031 555 00 96',
    '0315550096',
    '+41 31 555 00 96',
    '0041 31 555 00 96',
    '555 00 96',
    '079 555 50 59',
  ])
    expect([term, (await groups(manager, term)).contacts?.titles]).toEqual([term, expect.arrayContaining(['Rieder Anja'])])
  const fleet = await house.person({ roles: ['fleet', 'full_access'] })
  for (const term of ['Rieder', '0315550096', 'anja.rieder@muster.example'])
    expect(await groups(fleet, term)).not.toHaveProperty('contacts')
  const elsewhere = await house.person({ company: 'K-10005', roles: ['user_manager', 'full_access'] })
  expect(await groups(elsewhere, 'anja.rieder@muster.example')).toEqual({})
})

test('accents and umlauts do not matter, nor does how one writes them', async () => {
  await house.database.write(here, 'update contact set last_name = $1 where source_key = $2 and brokerage_id = $3', [
    'Müller-Zoë',
    'P-20004',
    here,
  ])
  const staff = await house.staff()
  for (const term of ['Müller', 'Muller', 'Mueller', 'MÜLLER', 'muel', 'Müller-Zoë', 'müllerzoe'])
    expect([term, (await groups(staff, term)).contacts?.titles.some((name) => name.startsWith('Müller-Zoë'))]).toEqual([
      term,
      true,
    ])
})

test('typing mistakes are forgiven where nothing fits, and what was meant is offered', async () => {
  const person = await house.person({ roles: ['full_access', 'user_manager'] })
  for (const [typed, meant] of [
    ['Kelller', 'Keller'],
    ['Bettriebshaftpflicht', 'Betriebshaftpflicht'],
    ['Krankentagelt', 'Krankentaggeld'],
  ] as const) {
    const all = await groups(person, typed)
    expect([typed, Object.keys(all).length > 0, person.text().includes(`Meinten Sie ${meant}`)]).toEqual([typed, true, true])
  }
  expect(await found(person, 'Zeppelinhalle')).toEqual([])
  expect(person.text()).toContain('Keine Treffer für «Zeppelinhalle»')
})

test('a word is found inside of a compound, and by another ending', async () => {
  const person = await house.person({ roles: ['other_lines', 'personal_lines'] })
  expect((await groups(person, 'haftpflicht')).policies!.body).toMatch(/Betriebs<?/)
  expect((await groups(person, 'Unfallversicherungen')).policies).toBeTruthy()
})

test('what a person may not see is neither found nor counted: another line, confidential, another company, another brokerage', async () => {
  const { number } = await policyOf('BVG')
  const fleet = await house.person({ roles: ['fleet'] })
  expect(await groups(fleet, number)).toEqual({})
  expect(fleet.text()).toContain(`Keine Treffer für «${number}»`)
  expect(await groups(await house.person({ roles: ['occupational_pension'] }), number)).toHaveProperty('policies')

  const secret = await one<{ number: string }>(
    `select p.number from policy p join company c on c.id = p.company_id where c.source_key = 'K-10001' and p.audience = '{}' limit 1`,
  )
  const everyLine = await house.person({
    roles: ['occupational_pension', 'personal_lines', 'fleet', 'other_lines', 'group_manager'],
  })
  expect(await groups(everyLine, secret.number)).toEqual({})
  expect(await groups(await house.person({ roles: ['full_access'] }), secret.number)).toHaveProperty('policies')

  const other = await house.person({ company: 'K-10005', roles: ['full_access', 'user_manager', 'group_manager'] })
  expect(await groups(other, number)).toEqual({})
  const foreign = await one<{ number: string }>(
    `select p.number from policy p join brokerage b on b.brokerage_id = p.brokerage_id where b.number = '7101' limit 1`,
  )
  expect(await groups(await house.staff(), foreign.number)).toEqual({})
})

test('a role that is withdrawn, a record that turns confidential and a line that is mapped anew hold from the next search', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const { id, number } = await policyOf('MF', 'K-10001')
  expect(await groups(person, number)).toHaveProperty('policies')
  await house.database.write(here, 'update policy set confidential = true where id = $1', [id])
  expect(await groups(person, number)).toEqual({})
  await house.database.write(here, 'update policy set confidential = false where id = $1', [id])
  expect(await groups(person, number)).toHaveProperty('insured-objects')
  await house.database.write(
    here,
    `update line_of_business set audience = '{other_lines}' where code = 'MF' and brokerage_id = $1`,
    [here],
  )
  expect(await groups(person, number)).toEqual({})
  await house.database.write(here, `update line_of_business set audience = '{fleet}' where code = 'MF' and brokerage_id = $1`, [
    here,
  ])
  expect(await groups(person, number)).toHaveProperty('insured-objects')
  await house.look('update role_grant set valid_until = now() where account_id = $1 and role = $2', [person.accountId, 'fleet'])
  expect(await groups(person, number)).toEqual({})
})

test('who sees a document that is shared with them does not find it by the number of its policy, which they do not see', async () => {
  const { id, number } = await policyOf('BVG')
  await house.database.write(
    here,
    `update document set shared_with = '{fleet}', title = 'Reglement für alle' where policy_id = $1`,
    [id],
  )
  const fleet = await house.person({ roles: ['fleet'] })
  expect((await groups(fleet, 'Reglement alle')).documents?.titles).toContain('Reglement für alle')
  expect(await groups(fleet, number)).toEqual({})
  const pension = await house.person({ roles: ['occupational_pension'] })
  expect(await groups(pension, number)).toHaveProperty('policies')
})

test('a changed name is found at once, and no longer under the old one', async () => {
  const staff = await house.staff()
  await house.database.write(
    here,
    `update company set name = 'Zwetschgenhof AG' where source_key = 'K-10007' and brokerage_id = $1`,
    [here],
  )
  expect(Object.keys(await groups(staff, 'Zwetschgenhof'))).toEqual(expect.arrayContaining(['companies', 'policies']))
  await house.database.write(
    here,
    `update company set name = 'Birnenhof AG' where source_key = 'K-10007' and brokerage_id = $1`,
    [here],
  )
  expect(await found(staff, 'Zwetschgenhof')).toEqual([])
  expect(await groups(staff, 'Birnenhof')).toHaveProperty('policies')
  await house.database.write(
    here,
    `update line_of_business set name = 'Pflaumenversicherung' where code = 'CYB' and brokerage_id = $1`,
    [here],
  )
  expect(await groups(staff, 'Pflaumenversicherung')).toHaveProperty('policies')
})

test('companies are results where there are several: staff are led to their page, a Konzernmanager to their policies', async () => {
  const staff = await house.staff()
  expect((await groups(staff, 'Muster Bau')).companies!.body).toMatch(/href="\/de-de\/companies\/[0-9a-f-]{36}"/)
  const group = await house.person({ roles: ['full_access', 'group_manager'] })
  const { companies } = await groups(group, 'Muster Bau')
  await group.get(/href="([^"]+)"/.exec(companies!.body)![1]!.replaceAll('&amp;', '&'))
  expect([group.status, group.text().includes('Muster Bau AG')]).toEqual([200, true])
  expect(await groups(await house.person({ roles: ['full_access'] }), 'Muster Holding')).not.toHaveProperty('companies')
})

test('the number of results is the sum of what is shown by kind', async () => {
  const person = await house.person({ roles: ['full_access'] })
  const all = await groups(person, '2026')
  const sum = Object.values(all).reduce((before, { total }) => before + Number(total.replace('’', '')), 0)
  expect(sum).toBeGreaterThan(10)
  expect(person.text().replace('’', '')).toContain(`${sum} Treffer`)
})

test('what one may do and where one may go is found in four languages, also by another word; what one may not is not', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const links = async (someone: Visitor, term: string, prefix = 'de-de') => {
    await someone.get(`/${prefix}/search?q=${encodeURIComponent(term)}`)
    return /id="destinations"[\s\S]*?<\/section>/.exec(someone.html)?.[0] ?? ''
  }
  for (const term of ['Schaden melden', 'schad', 'sinistre', 'Unfall', 'danno', 'report', 'Schaaden'])
    expect([term, await links(person, term)]).toEqual([term, expect.stringContaining('/de-de/claims/new')])
  for (const term of ['Abmelden', 'logout', 'déconnexion'])
    expect(await links(person, term)).toContain('action="/de-de/sign-out"')
  expect(await links(person, 'Prämienrechnungen')).toContain('/de-de/premium-invoices')
  expect(await links(person, 'polices', 'fr-fr')).toContain('/fr-fr/policies')
  expect(await links(person, '90 Tagen')).toContain('/de-de/policies?v=expiring')
  expect(await links(person, 'Kontakt erfassen')).not.toContain('/contacts/new')
  expect(await links(await house.person({ roles: ['user_manager'] }), 'Kontakt erfassen')).toContain('/de-de/contacts/new')
  const staff = await house.staff('auditor')
  expect(await links(staff, 'Schaden melden')).not.toContain('/claims/new')
  expect(await links(staff, 'Nachricht erfassen')).not.toContain('/messages/new')
})

interface PaletteRow {
  title: string[]
  note: string
  href: string | null
  keys?: string
}

async function palette(person: Visitor, term: string, prefix = 'de-de') {
  await person.get(`/${prefix}/search/palette?q=${encodeURIComponent(term)}`)
  expect([person.status, person.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
  const answer = JSON.parse(person.html) as { note: string; said: string; groups: { label: string; rows: PaletteRow[] }[] }
  const rows = answer.groups.flatMap((group) => group.rows)
  return { ...answer, rows, by: Object.fromEntries(answer.groups.map(({ label, rows: own }) => [label, own])) }
}

test('the palette has three groups and at most eight rows, and leads to what it names', async () => {
  const person = await house.person({ roles: ['fleet', 'other_lines'] })
  const empty = await palette(person, '')
  expect([Object.keys(empty.by), empty.rows.length]).toEqual([['Gehe zu', 'Aktion'], 8])
  expect(empty.by['Gehe zu']![1]).toMatchObject({ title: ['Policen'], href: '/de-de/policies', keys: 'g p' })
  const { number, id } = await policyOf('MF')
  const [best] = (await palette(person, number)).by.Gefunden!
  expect([best!.title.join(''), best!.href]).toEqual([number, `/de-de/policies/${id}`])
  for (const term of ['schad', 'po', 'muster', 'a', '2026', 'versicherung']) {
    const { rows } = await palette(person, term)
    expect([term, rows.length > 0 && rows.length <= 8]).toEqual([term, true])
    for (const { href } of rows) if (href) expect([href, (await person.get(href)).status]).toEqual([href, 200])
  }
  expect((await palette(person, 'schad')).by.Aktion).toMatchObject([
    { title: ['', 'Schaden', ' melden'], href: '/de-de/claims/new' },
  ])
  const french = await palette(person, 'sinistre', 'fr-fr')
  expect(french.by['Aller à']![0]).toMatchObject({ title: ['', 'Sinistres', ''], href: '/fr-fr/claims' })
  expect((await palette(person, 'Abmelden')).by.Aktion![0]).toMatchObject({ href: null })
  expect((await palette(person, 'Zeppelinhalle')).note).toBe('Keine Treffer für «Zeppelinhalle»')
})

test('own saved views are places to go to, those of others are not', async () => {
  const [person, colleague] = [await house.person({ roles: ['fleet'] }), await house.person({ roles: ['fleet'] })]
  await house.look(
    `insert into saved_view (brokerage_id, account_id, company_id, list, name, query) values ($1, $2, $3, 'claims', 'Papageienfälle', 'q=glas')`,
    [here, person.accountId, person.companyId],
  )
  const [row] = (await palette(person, 'papagei')).by['Gehe zu']!
  expect(row!.title.join('')).toBe('Schadenfälle: Papageienfälle')
  expect((await person.get(row!.href!)).text()).toContain('Papageienfälle')
  expect((await palette(colleague, 'papagei')).rows).toEqual([])
})

test('the palette knows nothing of what the person may not see', async () => {
  const { number } = await policyOf('BVG')
  const fleet = await palette(await house.person({ roles: ['fleet'] }), number)
  expect([fleet.rows, fleet.said]).toEqual([[], '0 Treffer'])
  expect((await palette(await house.person({ roles: ['occupational_pension'] }), number)).rows.length).toBeGreaterThan(0)
})

test('every page has the way to the palette, which is the page of the search without script, and the sheet of its keys', async () => {
  const person = await house.person({ roles: ['fleet'] })
  await person.get('/de-de/policies')
  expect(person.html).toMatch(/<a class="top-link palette-link" href="\/de-de\/search"[^>]*>[\s\S]*?Suchen oder Befehl/)
  expect(person.html).toMatch(
    /<dialog id="palette"[^>]*data-source="\/de-de\/search\/palette"[\s\S]*?<form method="get" action="\/de-de\/search"/,
  )
  expect(person.text()).toContain('Tastenkürzel')
})

test('strange terms find nothing without an error', async () => {
  const person = await house.person({ roles: ['full_access'] })
  const odd = [
    '%',
    '_',
    '\\',
    '%%%',
    "'",
    "''",
    '"',
    "'; drop table policy; --",
    '\u0000\\x',
    '\ufffd',
    '<script>"',
    'ä'.repeat(500),
    ':*',
    'a:*',
    '& | !',
    '!a',
    '(',
    ')',
    'a & b',
    '()',
    '<->',
    '\ud800',
    'x\udfff',
    '😀',
    '漢字',
    'Привет',
    '\u202e',
    '\u200b',
    'a'.repeat(5000),
    '~',
    '~0190a0b0',
    '-',
    '.',
    '1',
    '0',
    '%00',
    '٣٤٥',
    'ﬁ',
    'ß',
    'İ',
    '{}',
    '{a,b}',
    '\\',
    '\t\n',
    `${'x '.repeat(60)}`,
  ]
  for (const term of odd) {
    for (const address of ['/de-de/search', '/de-de/search/palette']) {
      await person.tab().get(`${address}?q=${encodeURIComponent(term.toWellFormed())}`)
      const answer = await house.app.inject({
        url: `${address}?q=${encodeURIComponent(term.toWellFormed())}&k=policies`,
        headers: { host: '6323.localhost', cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      expect([term, [200, 429].includes(answer.statusCode)]).toEqual([term, true])
      expect(answer.body).not.toContain('<script>"')
    }
  }
  for (const query of ['?q=a&q=b', '?q[]=a', '?q[a]=b', '?q=%E0%A4%A', '?q=%ff', '?q']) {
    await (await house.person({ roles: ['full_access'] })).get(`/de-de/search${query}`)
  }
})

test('before a search stands what one can look for and do', async () => {
  const person = await house.person({ roles: ['full_access'] })
  for (const query of ['', '?q=', '?q=%20%20', '?q=a&q=b', '?q=%00']) {
    await person.get(`/de-de/search${query}`)
    expect([query, person.status, person.text().includes('Was suchen Sie?')]).toEqual([query, 200, true])
  }
})

test('who searches more than 120 times a minute is asked to wait, in words', async () => {
  const person = await house.person({ roles: ['fleet'] })
  const answers = new Set<number>()
  for (let n = 0; n < 125; n++) answers.add((await person.get('/de-de/search/palette?q=a')).status)
  expect([...answers]).toEqual([200, 429])
  expect(JSON.parse(person.html).note).toContain('Warten Sie einen Moment')
  await person.get('/de-de/search?q=a')
  expect([person.status, person.text().includes('Warten Sie')]).toEqual([429, true])
  expect(Number(person.headers['retry-after'])).toBeGreaterThan(0)
  expect((await (await house.person({ roles: ['fleet'] })).get('/de-de/search?q=a')).status).toBe(200)
})

test('the page stands in a search landmark, and asks for a session', async () => {
  const person = await house.person({ roles: [] })
  await person.get('/de-de/search?q=x')
  expect(person.html).toContain('<search aria-label="Suchen">')
  const stranger = house.visitor()
  for (const address of ['/de-de/search?q=x', '/de-de/search/palette?q=x']) {
    await stranger.get(address)
    expect(stranger.location).toContain('/de-de/PortalLogin')
  }
})
