import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { renderToString } from 'preact-render-to-string'
import { LanguageContext, useLanguage } from './language-context.ts'

const kept = new Map<string, string[]>()
// A few kilobytes each.
const mostPieces = 1000

/**
 * Renders what is the same for everybody once per process: pieces of the frame that stand on every page, such as the
 * navigation. `name` must say everything the piece depends on but the language; nothing of a person may be in it. The oldest
 * piece goes when there are too many.
 */
export function Kept({ name, render }: { name: string; render: () => VNode }) {
  const language = useLanguage()
  const key = `${language} ${name}`
  let html = kept.get(key)
  if (!html) {
    html = [renderToString(<LanguageContext.Provider value={language}>{render()}</LanguageContext.Provider>)]
    if (kept.size >= mostPieces) kept.delete(kept.keys().next().value!)
    kept.set(key, html)
  }
  // Markup of our own that was escaped when it was rendered; it goes into the page as it is.
  return jsxTemplate(html) as VNode
}
