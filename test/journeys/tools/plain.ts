import type { Locator, Page } from '@playwright/test'
import { at, button, field, link } from './pages.ts'
import { expect } from './test.ts'

/**
 * Somebody whose browser runs no script at all, with the keyboard. Firefox driven from outside ignores `javaScriptEnabled: false`
 * (measured: a page's script still runs), so there the whole browser is started without (`javascript.enabled`, see
 * playwright.config.ts). Then nothing of Playwright works that waits inside the page (`click`, `fill`, `expect(locator)`); focus,
 * keys and looking on from outside do.
 */
export function plain(page: Page) {
  const main = page.getByRole('main')
  // A page on its way out has nothing to read.
  const words = () => main.innerText({ timeout: 2_000 }).catch(() => '')

  async function enterOn(target: Locator) {
    await target.first().focus()
    await page.keyboard.press('Enter')
  }

  return {
    page,
    goto: (path: string) => page.goto(at('de', path)),
    /** Waits until the page says so. */
    see: (text: string | RegExp) =>
      expect.poll(words, { timeout: 10_000 }).toMatch(text instanceof RegExp ? text : escaped(text)),
    seeNot: async (text: string) => expect(await words()).not.toContain(text),
    press: (name: string) => enterOn(button(page, name)),
    follow: (name: string | RegExp) => enterOn(typeof name === 'string' ? link(page, name) : main.getByRole('link', { name })),
    pressOn: enterOn,
    async type(label: string, text: string) {
      await field(page, label).focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(text)
      expect(await field(page, label).inputValue()).toBe(text)
    },
    async tick(box: Locator) {
      await box.focus()
      await page.keyboard.press('Space')
      expect(await box.isChecked()).toBe(true)
    },
    async choose(label: string, option: string) {
      const list = field(page, label)
      await list.focus()
      await page.keyboard.type(option)
      expect((await list.locator('option:checked').innerText()).trim()).toBe(option)
    },
    attach: (label: string, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
      field(page, label).setInputFiles(files),
  }
}

const escaped = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
