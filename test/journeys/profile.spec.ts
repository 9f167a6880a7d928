import { preferencePhrases } from '../../src/features/notifications/preferences-phrases.ts'
import { myDataPhrases } from '../../src/features/profile/my-data-phrases.ts'
import { readZipDirectory } from '../../src/platform/zip-directory.ts'
import { downloaded } from './tools/files.ts'
import { at, button, field, heading, link } from './tools/pages.ts'
import { expect, marc, sophie, test } from './tools/people.ts'
import { wordsOf } from './tools/words.ts'

// «Profil» (issue 3, 8 and 12): how the portal looks and speaks, what it tells, and what it keeps about oneself.

test('language and colours follow the person, and everything stored about oneself comes as a download', async ({
  enter,
  brokerage,
}) => {
  const [de, fr] = [wordsOf('de'), wordsOf('fr')]
  const page = await enter(marc(brokerage), '/profile')
  await field(page, de.profile.language).selectOption({ label: 'Français' })
  await field(page, de.profile.theme).selectOption({ label: de.profile.dark })
  await button(page, de.profile.save).click()
  await expect(heading(page, fr.profile.title)).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', /^fr/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.goto(at('fr', '/profile/data'))
  const data = await downloaded(page, () => link(page, myDataPhrases('fr').download).click())
  const { names } = (await readZipDirectory(data.path))!
  expect(names).toContain('my-data.json')
  expect(data.bytes.length).toBeGreaterThan(1_000)

  await page.goto(at('fr', '/profile'))
  await field(page, fr.profile.language).selectOption({ label: 'Deutsch' })
  await field(page, fr.profile.theme).selectOption({ label: fr.profile.system })
  await button(page, fr.profile.save).click()
  await expect(heading(page, de.profile.title)).toBeVisible()
})

test('what one wants to be told about is saved', async ({ enter, brokerage }) => {
  const f = preferencePhrases('de')
  const page = await enter(sophie(brokerage), '/profile/notifications')
  const row = page.getByRole('row', { name: new RegExp(f.document) })
  const mail = row.getByRole('checkbox').nth(1)
  const before = await mail.isChecked()
  await mail.setChecked(!before)
  await field(page, f.quiet_from).fill('20:00')
  await field(page, f.quiet_until).fill('7')
  await button(page, wordsOf('de').profile.save).click()
  await expect(page.getByText(f.saved)).toBeVisible()
  await expect(mail).toBeChecked({ checked: !before })
  await expect(field(page, f.quiet_until)).toHaveValue('07:00')
})
