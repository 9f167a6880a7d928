import { expect, type Page } from '@playwright/test'
import { pathPrefixes } from '../../../src/platform/language.ts'
import type { Language } from '../../../src/platform/phrases.ts'

/** Opens the newest mail to this address on the demonstration's mailbox page and returns its text. */
export async function openMail(page: Page, language: Language, address: string, subject: string): Promise<string> {
  const entry = page.getByRole('listitem').filter({ hasText: address }).getByRole('link', { name: subject })
  await expect(async () => {
    await page.goto(`/${pathPrefixes[language]}/mailbox`)
    await expect(entry.first()).toBeVisible({ timeout: 300 })
  }).toPass({ timeout: 15_000 })
  await page.goto((await entry.first().getAttribute('href'))!)
  return page.locator('.mail-text').innerText()
}
