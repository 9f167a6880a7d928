import type { ComponentChildren, VNode } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'

/** Markup in the making; everything but `raw` is safe with what people wrote. */
export interface Markup {
  /** Markup of our own, as it is: never with a value in it. */
  raw(html: string): Markup
  /** A text, escaped: between tags, or inside the double quotes of an attribute. */
  text(value: string | number): Markup
  /** Whatever a component may have as children. */
  children(children: ComponentChildren): Markup
  node(): VNode
}

/**
 * Puts markup together as text. For what repeats by the hundred, such as the cells of a table: a component for each of them costs
 * more than asking the database. Components within are drawn by Preact as always.
 */
export function markup(): Markup {
  const texts = ['']
  const nodes: VNode[] = []
  const add = (html: string) => {
    texts[texts.length - 1] += html
    return self
  }
  const self: Markup = {
    raw: add,
    text: (value) => add(typeof value === 'number' ? String(value) : escaped(value)),
    children(children) {
      if (typeof children === 'string' || typeof children === 'number') return self.text(children)
      if (Array.isArray(children)) for (const child of children) self.children(child)
      else if (children && typeof children === 'object') {
        nodes.push(children as VNode)
        texts.push('')
      }
      return self
    },
    node: () => jsxTemplate(texts, ...nodes) as VNode,
  }
  return self
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => signs[sign]!) : text
}
