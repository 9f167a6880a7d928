import type { BrowserContextOptions, Page } from '@playwright/test'
import { demoStaff } from '../../src/features/demo/people.ts'
import { languageNames } from '../../src/platform/language.ts'
import type { Language } from '../../src/platform/phrases.ts'
import { exportedPolicies } from './tools/export.ts'
import { type Hands, keyboard, mouse } from './tools/hands.ts'
import { openMail } from './tools/mailbox.ts'
import { at, button, entry, field, heading, link, signIn } from './tools/pages.ts'
import { sessionOf } from './tools/sessions.ts'
import { expect, test } from './tools/test.ts'
import { type Words, wordsOf } from './tools/words.ts'

// The manual from the welcome mail to the first policy: broker → User Manager → colleague (chapters 1 to 3).

/** One company without accounts for each way and browser, so that journeys at the same time do not meet. */
const ways: {
  title: string
  language: Language
  script: boolean
  hands: (page: Page) => Hands
  companies: Record<string, string>
}[] = [
  {
    title: 'in German',
    language: 'de',
    script: true,
    hands: mouse,
    companies: { chromium: 'Napf Bau AG', firefox: 'Gotthard Gastro GmbH' },
  },
  {
    title: 'in French',
    language: 'fr',
    script: true,
    hands: mouse,
    companies: { chromium: 'Sonnhalde Gastro GmbH', firefox: 'Jura Pflegezentrum' },
  },
  {
    title: 'without JavaScript',
    language: 'de',
    script: false,
    hands: mouse,
    // Firefox without script has journeys of its own (noscript.spec.ts).
    companies: { chromium: 'Napf Informatik AG' },
  },
  {
    title: 'with the keyboard alone',
    language: 'fr',
    script: true,
    hands: keyboard,
    companies: { chromium: 'Eiger Treuhand GmbH', firefox: 'Sonnhalde Informatik AG' },
  },
]

const password = 'Morgenrot-am-Pilatus-7!'

for (const way of ways) {
  test(`from the mail to the first policy ${way.title}`, async ({ person }, { project }) => {
    const { language } = way
    // Three people, one after the other; the keyboard stops at everything on its way.
    test.setTimeout(180_000)
    const company = way.companies[project.name] ?? ''
    test.skip(company === '', 'noscript.spec.ts')
    const tag = `${project.name}.${ways.indexOf(way)}`
    const manager = { first: 'Petra', last: 'Zumstein', email: `petra.${tag}@kunde.example` }
    const colleague = { first: 'Luca', last: 'Bernasconi', email: `luca.${tag}@kunde.example` }
    const someone = async (options: BrowserContextOptions = {}) => {
      const page = await person({ javaScriptEnabled: way.script, ...options })
      return { page, hands: way.hands(page), language, t: wordsOf(language), script: way.script }
    }

    const staff = await someone({ storageState: await sessionOf('6323', demoStaff('6323')[0]!.email) })
    await registerUserManager(staff, company, manager)

    const petra = await someone()
    await activate(petra, manager)
    await seeHome(petra, manager)
    await openAccountFor(petra, colleague)

    const luca = await someone()
    await activate(luca, colleague)
    await seePolicies(luca, company, ['occupational_pension'])

    await addOtherLines(petra)
    await seePolicies(luca, company, ['occupational_pension', 'other_lines'])
    for (const one of [petra, luca]) await signOut(one)
  })
}

interface Someone {
  page: Page
  hands: Hands
  language: Language
  t: Words
  script: boolean
}
interface Person {
  first: string
  last: string
  email: string
}

async function registerUserManager({ page, hands, language, t }: Someone, company: string, manager: Person) {
  await page.goto(at(language, `/companies?q=${encodeURIComponent(company)}`))
  await hands.press(link(page, company))
  await expect(heading(page, company)).toBeVisible()
  await hands.press(link(page, t.company.register))
  await expect(heading(page, t.company.register)).toBeVisible()
  await hands.type(field(page, t.company.first_name), manager.first)
  await hands.type(field(page, t.company.last_name), manager.last)
  await hands.type(field(page, t.company.email), manager.email)
  await hands.choose(field(page, t.company.language), languageNames[language])
  await hands.press(button(page, t.company.submit))
  await expect(page.getByRole('status').filter({ hasText: t.account.done_invited })).toBeVisible()
}

/** From the mail over KONTO AKTIVIEREN to being signed in. */
async function activate({ page, hands, language, t, script }: Someone, person: Person) {
  const mail = await openMail(page, language, person.email, t.welcome.subject)
  const { temporary } = readWelcome(mail, t)
  await hands.press(page.locator('.mail-text a').first())
  await expect(heading(page, t.activation.title)).toBeVisible()
  await expect(page.getByText(t.activation.lead)).toBeVisible()
  await hands.type(field(page, t.activation.temporary), temporary)
  if (script) await watchRulesTick(page, hands, t)
  else await hands.type(field(page, t.password.new_password), password)
  await hands.type(field(page, t.password.confirm), password)
  await hands.tick(page.getByRole('checkbox'))
  await hands.press(button(page, t.activation.submit))
  await expect(page.getByText(t.activation.done)).toBeVisible()
  await hands.press(link(page, t.password.sign_in))
  await expect(heading(page, t.signIn.title)).toBeVisible()
  await signIn(page, language, person.email, password, hands)
}

/** The mail is the manual's text with both placeholders filled. */
function readWelcome(mail: string, t: Words): { temporary: string } {
  const pattern = t.welcome.body
    .replace(/\s+/g, ' ')
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace('{{winvs_emailconfirmationlink}}', '(http://6323\\.localhost:\\d+/\\S+/activate\\?t=[\\w-]{43})')
    .replace('{{winvs_temporarypassword}}', '(?<temporary>\\S{8,})')
    .replace('{{terms_link}}', 'http://\\S+/terms')
  const read = new RegExp(`^${pattern}`).exec(mail.replace(/\s+/g, ' ').trim())
  expect(read, `the welcome mail:\n${mail}`).not.toBeNull()
  return { temporary: read!.groups!.temporary! }
}

/** Each of the four rules ticks when its part is typed, and the summary with the last one. */
async function watchRulesTick(page: Page, hands: Hands, t: Words) {
  const rules = page.locator('[data-rule]')
  const ticked = page.locator('[data-rule].ok')
  const met = page.getByRole('status').filter({ hasText: t.ui.passwordRulesMet })
  await expect(rules).toHaveCount(4)
  await expect(ticked).toHaveCount(0)
  const input = field(page, t.password.new_password)
  await hands.type(input, 'morgen')
  await expect(ticked).toHaveCount(0)
  const steps = [
    ['Rot', 2],
    ['7', 3],
    ['!', 4],
  ] as const
  for (const [more, count] of steps) {
    await expect(met).toBeHidden()
    await page.keyboard.press('End')
    await page.keyboard.type(more)
    await expect(ticked).toHaveCount(count)
  }
  await expect(met).toBeVisible()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(password)
  await expect(input).toHaveValue(password)
  await expect(met).toBeVisible()
}

/** «Home» in three areas (chapter 2). */
async function seeHome({ page, t }: Someone, person: Person) {
  await expect(heading(page, t.home.welcome(person.first))).toBeVisible()
  for (const area of [t.home.notifications, t.home.contact, t.home.actions]) {
    await expect(page.getByRole('main').getByRole('heading', { name: area, exact: true })).toBeVisible()
  }
}

async function openAccountFor({ page, hands, language, t }: Someone, person: Person) {
  await hands.press(entry(page, language, t.house.contacts))
  await expect(heading(page, t.contact.title)).toBeVisible()
  await hands.press(link(page, t.contact.create))
  await expect(heading(page, t.contact.new_title)).toBeVisible()
  await hands.type(field(page, t.contact.first_name), person.first)
  await hands.type(field(page, t.contact.last_name), person.last)
  await hands.type(field(page, t.contact.email), person.email)
  await hands.choose(field(page, t.contact.language), languageNames[language])
  await hands.press(button(page, t.contact.save))
  await expect(page.getByText(t.account.done_created)).toBeVisible()
  await expect(heading(page, t.account.account_none)).toBeVisible()
  await hands.tick(page.getByRole('checkbox', { name: t.role.occupational_pension, exact: true }))
  await hands.press(button(page, t.account.open))
  await seeDifference(page, t, person, t.role.occupational_pension)
  await hands.press(button(page, t.account.open))
  await expect(page.getByText(t.account.done_invited)).toBeVisible()
  await expect(heading(page, t.account.account_invited)).toBeVisible()
}

/** What the change opens, before it is applied. */
async function seeDifference(page: Page, t: Words, invited: Person | null, role: string) {
  await expect(heading(page, t.preview.title)).toBeVisible()
  if (invited) await expect(page.getByText(t.preview.lead_opening(`${invited.last} ${invited.first}`))).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: role })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: t.preview.policy })).toBeVisible()
}

async function seePolicies(
  { page, hands, language, t }: Someone,
  company: string,
  roles: ('occupational_pension' | 'other_lines')[],
) {
  await hands.press(entry(page, language, t.house.policies))
  await expect(heading(page, t.policy.title)).toBeVisible()
  const expected = roles.flatMap((role) => exportedPolicies(company, role))
  expect(expected.length).toBeGreaterThanOrEqual(roles.length)
  await expect(page.getByRole('rowheader')).toHaveCount(expected.length)
  expect((await page.getByRole('rowheader').allInnerTexts()).sort()).toEqual(expected.sort())
}

/** The User Manager's page of the colleague still stands open from the invitation; it is loaded anew, as one would. */
async function addOtherLines({ page, hands, t }: Someone) {
  await page.goto(page.url().split('?')[0]!)
  await expect(heading(page, t.account.account_active)).toBeVisible()
  await hands.tick(page.getByRole('checkbox', { name: t.role.other_lines, exact: true }))
  await hands.press(button(page, t.account.apply))
  await seeDifference(page, t, null, t.role.other_lines)
  await hands.press(button(page, t.account.apply))
  await expect(page.getByText(t.account.done_roles(`+ ${t.role.other_lines}`))).toBeVisible()
}

async function signOut({ page, hands, t }: Someone) {
  await hands.press(button(page, t.ui.signOut))
  await expect(page.getByText(t.signIn.signed_out)).toBeVisible()
}
