import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
export const everyRule: RunOptions = {
  runOnly: { type: 'tag', values: tags },
  resultTypes: ['violations'],
  iframes: false,
  preload: false,
}
/** What can differ between light and dark. */
export const colourRules: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
  iframes: false,
}

/** Brings axe into every page that is opened from now on. */
export async function addAxe(page: Page): Promise<void> {
  await page.addInitScript(source)
}

/** What axe finds now, one line per rule with the places; `without` are selectors of what it leaves out. */
export function violations(page: Page, options: RunOptions, without: string[] = []): Promise<string[]> {
  return page.evaluate(
    async ([given, excluded]) => {
      type Axe = { run(what: { exclude: string[][] } | Document, how: RunOptions): Promise<AxeResults> }
      const { axe } = window as unknown as { axe: Axe }
      const found = await axe.run(excluded.length > 0 ? { exclude: excluded.map((one) => [one]) } : document, given)
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
    },
    [options, without] as const,
  )
}
