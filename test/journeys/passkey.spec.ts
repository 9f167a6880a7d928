import { at, button, field, heading, link, signIn } from './tools/pages.ts'
import { expect, test } from './tools/test.ts'
import { wordsOf } from './tools/words.ts'

// Only Chromium lets a test stand in for the device.
test.skip(({ browserName }) => browserName !== 'chromium', 'needs a virtual authenticator')

test('a customer makes a passkey, keeps the recovery codes, and signs in with a touch and nothing else', async ({ person }) => {
  const t = wordsOf('de')
  const page = await person()
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await page.goto(at('de', '/profile/security'))
  await signIn(page, 'de', 'nadia.berger@matte.example')
  await link(page, t.secondFactor.add_passkey).click()
  await field(page, t.secondFactor.passkey_name).fill('Notebook')
  await button(page, t.secondFactor.passkey_submit).click()
  await expect(heading(page, t.secondFactor.codes_title)).toBeVisible()
  await expect(page.locator('code')).toHaveCount(10)
  await button(page, t.secondFactor.codes_kept).click()
  await expect(page.getByText('Notebook', { exact: true })).toBeVisible()
  await button(page, t.ui.signOut).click()
  // The browser may offer it where the user name is typed; then it is chosen already, and there is nothing left to press.
  const inside = button(page, t.ui.signOut)
  const press = button(page, t.signIn.passkey)
  await expect(inside.or(press)).toBeVisible()
  if (await press.isVisible()) await press.click().catch(() => {})
  await expect(inside).toBeVisible()
  await page.goto(at('de', '/profile/security'))
  await expect(page.getByText(t.secondFactor.way_passkey)).toBeVisible()
})
