import type { Page } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { galleries } from '../../src/features/gallery/entries.ts'
import { pathPrefixes } from '../../src/platform/language.ts'
import { type Language, languages } from '../../src/platform/phrases.ts'
import { colourRules, everyRule, loadAxe, violations } from './tools/axe.ts'
import { expect, test } from './tools/test.ts'

// axe on every page in every state, in 4 languages, light and dark, at 320 and 1280 px (how much of that: looksAt), and what must never be on any page:
// sideways scrolling (also with the text spacing of WCAG 1.4.12), HTML errors, console messages, CSP reports.

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
    // A box that cannot be changed is sent by a hidden field of its name.
    'form-dup-name': 'off',
    'valid-id': ['error', { relaxed: true }],
    'no-implicit-input-type': 'off',
    'no-redundant-role': 'off',
    // The navigation stands twice, at the side and in the phone's menu, and is never shown twice; axe looks at what is shown.
    'unique-landmark': 'off',
  },
})

for (const [feature, entries] of Object.entries(galleries)) {
  for (const language of languages) {
    test(`${feature} in ${language}`, async ({ person }) => {
      test.setTimeout(20_000 + entries.length * 5_000)
      const page = await person()
      for (const [index, entry] of entries.entries()) {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        const response = await page.goto(`/${pathPrefixes[language]}/gallery/${feature}/${index}`)
        expect(response?.status(), entry.name).toBe(200)
        // The markup is the same in every language, its texts are not what the validator looks at.
        if (language === 'de') expect.soft(await errorsIn(await response!.text()), entry.name).toEqual([])
        await addStyle(page, still)
        if (looksAt(language, 320).axe) await loadAxe(page)
        for (const width of [1280, 320]) await expectAccessible(page, entry.name, width, looksAt(language, width))
        await addStyle(page, spacing)
        expect.soft(await sidewaysScroll(page), `${entry.name}, 320 px with text spacing`).toBe(0)
      }
    })
  }
}

// German is looked at in every way, French (the longest words after it) narrow; in the others only the length of words can matter,
// which is the sideways scrolling. DEEP=1 looks at everything in all four.
function looksAt(language: Language, width: number): { axe: boolean; dark: boolean } {
  if (process.env.DEEP === '1' || language === 'de') return { axe: true, dark: true }
  return { axe: language === 'fr' && width === 320, dark: false }
}

// One page load for all: only the colours depend on light and dark, so dark asks axe about colours alone.
async function expectAccessible(page: Page, name: string, width: number, { axe, dark }: ReturnType<typeof looksAt>) {
  await page.setViewportSize({ width, height: 900 })
  expect.soft(await sidewaysScroll(page), `${name}, ${width} px`).toBe(0)
  if (!axe) return
  await inColours(page, 'light')
  expect.soft(await violations(page, everyRule), `${name}, ${width} px, light`).toEqual([])
  if (!dark) return
  await inColours(page, 'dark')
  expect.soft(await violations(page, colourRules), `${name}, ${width} px, dark`).toEqual([])
}

async function inColours(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

// Colours on their way from one to the other are nobody's finding.
const still = '*, ::before, ::after { transition: none !important; animation: none !important }'
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

// Constructed sheets, because the portal's CSP lets no inline style through.
async function addStyle(page: Page, css: string) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets.push(sheet)
  }, css)
}

async function errorsIn(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
  )
}
