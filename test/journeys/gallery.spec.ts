import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { galleries } from '../../src/features/gallery/entries.ts'
import { pathPrefixes } from '../../src/platform/language.ts'
import { languages } from '../../src/platform/phrases.ts'

// axe on every page in every state × 4 languages × light and dark × 320 and 1280 px, and what must never be on any page:
// console messages, CSP reports, sideways scrolling, HTML errors.

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Preact writes void elements and attributes its own way; neither changes the document.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // Phone numbers come formatted with spaces that do not break only where the line is long enough.
    'tel-non-breaking': 'off',
    'prefer-native-element': 'off',
    'form-dup-name': ['error', { allowArrayBrackets: true, shared: ['radio', 'checkbox', 'submit'] }],
    'no-implicit-input-type': 'off',
    'no-redundant-role': 'off',
  },
})

for (const [feature, entries] of Object.entries(galleries)) {
  for (const language of languages) {
    test(`${feature} in ${language}`, async ({ page }) => {
      test.setTimeout(240_000)
      const messages: string[] = []
      page.on('console', (message) => messages.push(message.text()))
      page.on('pageerror', (error) => messages.push(error.message))
      for (const [index, entry] of entries.entries()) {
        await page.setViewportSize({ width: 1280, height: 900 })
        await page.emulateMedia({ colorScheme: 'light' })
        const response = await page.goto(`/${pathPrefixes[language]}/gallery/${feature}/${index}`)
        expect(response?.status(), entry.name).toBe(200)
        if (language === 'de') await expectValid(await response!.text(), entry.name)
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 })
          await expectNoSidewaysScroll(page, `${entry.name}, ${width} px`)
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
            const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
            const found = violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
            expect(found, `${entry.name}, ${width} px, ${colorScheme}`).toEqual([])
          }
        }
      }
      expect(messages).toEqual([])
    })
  }
}

async function expectNoSidewaysScroll(page: Page, name: string) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, name).toBeLessThanOrEqual(0)
}

async function expectValid(html: string, name: string) {
  const report = await validator.validateString(html)
  const messages = report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message} (line ${message.line})`))
  expect(messages, name).toEqual([])
}
