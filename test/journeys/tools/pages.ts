import type { Locator, Page } from '@playwright/test'
import { demoPassword } from '../../../src/features/demo/people.ts'
import { pathPrefixes } from '../../../src/platform/language.ts'
import type { Language } from '../../../src/platform/phrases.ts'
import { type Hands, mouse } from './hands.ts'
import { expect } from './test.ts'
import { wordsOf } from './words.ts'

/** The address of a page in a language, as people type it. */
export const at = (language: Language, path: string) => `/${pathPrefixes[language]}${path}`

/** The control with this label; «(freiwillig)» and the like may follow. */
export function field(page: Page, label: string): Locator {
  const start = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
  return page.locator('input, select, textarea').and(page.getByLabel(start))
}

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
export const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

/** An entry of the navigation at the side. */
export function entry(page: Page, language: Language, name: string): Locator {
  return page.getByRole('navigation', { name: wordsOf(language).ui.mainNavigation, exact: true }).getByRole('link', { name })
}

/** Signs in on the page that stands open; people of the demonstration share a password. */
export async function signIn(page: Page, language: Language, email: string, password = demoPassword, hands: Hands = mouse()) {
  const t = wordsOf(language)
  await hands.type(field(page, t.signIn.user_name), email)
  await hands.type(field(page, t.signIn.password), password)
  await hands.press(button(page, t.signIn.submit))
  await confirmSignIn(page, language, hands)
  await expect(button(page, t.ui.signOut)).toBeVisible()
}

// Staff confirm with a code, which the demonstration has filled in. A code counts once: who signed in a moment ago waits for the next.
async function confirmSignIn(page: Page, language: Language, hands: Hands) {
  const t = wordsOf(language)
  const inside = button(page, t.ui.signOut)
  const confirm = button(page, t.secondStep.submit)
  await expect(inside.or(confirm)).toBeVisible()
  for (let half = 0; half < 3 && (await confirm.isVisible()); half++) {
    await hands.press(confirm)
    await expect(inside.or(page.getByRole('alert')).first()).toBeVisible()
    if (await inside.isVisible()) return
    await page.waitForTimeout(20_000)
    await page.goto(at(language, '/second-step'))
  }
}
