import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
export const everyRule: RunOptions = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false }
/** What can differ between light and dark. */
export const colourRules: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
  iframes: false,
}

/** Brings axe into the page; needed once after each navigation. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(source)
}

/** What axe finds now, one line per rule with the places. */
export function violations(page: Page, options: RunOptions): Promise<string[]> {
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: { run(what: Document, how: RunOptions): Promise<AxeResults> } }
    const found = await axe.run(document, given)
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
  }, options)
}
