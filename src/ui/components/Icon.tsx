import type { VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import { asset } from '../assets.ts'

const drawn = new Map<string, string[]>()

/** A picture beside text, never instead of it. `name` is one of `icons.json`. Drawn once per process: a page has dozens. */
export function Icon({ name }: { name: string }) {
  let html = drawn.get(name)
  if (!html) {
    // It goes into the page unescaped, so it must be a name and nothing else.
    if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`No icon is called ${name}`)
    html = [`<svg class="icon" aria-hidden="true"><use href="${asset('icons.svg')}#${name}"></use></svg>`]
    drawn.set(name, html)
  }
  return jsxTemplate(html) as VNode
}
