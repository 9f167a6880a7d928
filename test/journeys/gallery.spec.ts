import type { Page } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { galleries } from '../../src/features/gallery/entries.ts'
import { pathPrefixes } from '../../src/platform/language.ts'
import { type Language, languages } from '../../src/platform/phrases.ts'
import { addAxe, colourRules, everyRule, violations } from './tools/axe.ts'
import { frameSeenBefore, hasNewPlaces } from './tools/seen.ts'
import { expect, test } from './tools/test.ts'

// axe on every page in every state, in 4 languages, light and dark, at 320 and 1280 px (how much of that on every day: `looks`), and what must never be on any page:
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

const deep = process.env.DEEP === '1'

for (const [feature, entries] of Object.entries(galleries)) {
  for (const language of languages) {
    test(`${feature} in ${language}`, async ({ person }) => {
      test.setTimeout(20_000 + entries.length * 5_000)
      const page = await person({ viewport: { width: 320, height: 900 }, reducedMotion: 'reduce' })
      if (looks(language).length > 0) await addAxe(page)
      for (const [index, entry] of entries.entries()) {
        if (!isLookedAt(language, index)) continue
        await inColours(page, 'light')
        const response = await page.goto(`/${pathPrefixes[language]}/gallery/${feature}/${index}`)
        expect(response?.status(), entry.name).toBe(200)
        // The markup is the same in every language, its texts are not what the validator looks at.
        if (language === 'de') expect.soft(await errorsIn(await response!.text()), entry.name).toEqual([])
        await addStyle(page, still)
        for (const width of widths(language, page)) {
          if (page.viewportSize()!.width !== width) await page.setViewportSize({ width, height: 900 })
          expect.soft(await sidewaysScroll(page), `${entry.name}, ${width} px`).toBe(0)
          if (width === 320) expect.soft(await spacedScroll(page), `${entry.name}, 320 px with text spacing`).toBe(0)
          for (const look of looks(language).filter((one) => one.width === width)) await expectAccessible(page, entry.name, look)
        }
      }
    })
  }
}

interface Look {
  width: 1280 | 320
  colours: 'light' | 'dark'
}

// German is looked at wide, and in the dark at both widths; French (the longest words after it) narrow. Between them every part is
// seen wide and narrow, light and dark. In the others only the length of words can matter, which is the sideways scrolling.
// DEEP=1 looks at everything in all four.
function looks(language: Language): Look[] {
  if (deep) return [light(1280), dark(1280), light(320), dark(320)]
  return { de: [light(1280), dark(1280), dark(320)], fr: [light(320)], it: [], en: [] }[language]
}

const light = (width: 1280 | 320): Look => ({ width, colours: 'light' })
const dark = (width: 1280 | 320): Look => ({ width, colours: 'dark' })

// Where a page has the least room. The one that is open comes first: to draw a page at another width costs as much as to load it.
function widths(language: Language, page: Page): number[] {
  if (!deep && language !== 'de') return [320]
  return page.viewportSize()!.width === 320 ? [320, 1280] : [1280, 320]
}

// Italian and English take turns.
function isLookedAt(language: Language, index: number): boolean {
  return deep || language === 'de' || language === 'fr' || (language === 'it') === (index % 2 === 0)
}

// One page load for all: only the colours depend on light and dark, so dark asks axe about colours alone. Every state of every page is
// seen wide and light; in the other ways those that show something in a place which was not seen in this way yet.
async function expectAccessible(page: Page, name: string, { width, colours }: Look) {
  const way = `${width} ${colours}`
  if (way !== '1280 light' && !(await hasNewPlaces(page, way)) && !deep) return
  await inColours(page, colours)
  const found = await violations(page, colours === 'light' ? everyRule : colourRules, await frameSeenBefore(page, way))
  expect.soft(found, `${name}, ${width} px, ${colours}`).toEqual([])
}

async function inColours(page: Page, colorScheme: 'light' | 'dark') {
  if (await page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, colorScheme)) return
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

// Colours on their way from one to the other are nobody's finding.
const still = '*, ::before, ::after { transition: none !important; animation: none !important }'
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

/** With the text spacing of WCAG 1.4.12, which is then taken away again. */
async function spacedScroll(page: Page): Promise<number> {
  await addStyle(page, spacing)
  const scroll = await sidewaysScroll(page)
  await page.evaluate(() => void document.adoptedStyleSheets.pop())
  return scroll
}

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
