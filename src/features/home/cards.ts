import * as z from 'zod'
import type { Customer } from '../../platform/actor.ts'
import { choice } from '../../platform/forms.ts'
import { lineRoles } from '../../records/roles.ts'

/** The lower cards of Home in our order; the three areas of the manual above them stay where they are. */
export const cardKeys = ['deadlines', 'premium_invoices', 'claims', 'drafts', 'requests', 'figures'] as const
export type CardKey = (typeof cardKeys)[number]

/** What a person chose: the order as far as they chose one, and what they hid. */
export interface Arrangement {
  home_order: string[]
  home_hidden: string[]
}

/** Every card in the person's order. One that came later stands behind the card it follows in ours. */
export function arranged({ home_order, home_hidden }: Arrangement): { key: CardKey; hidden: boolean }[] {
  const order = home_order.filter((key): key is CardKey => cardKeys.includes(key as CardKey))
  for (const [index, key] of cardKeys.entries()) {
    if (order.includes(key)) continue
    const before = cardKeys.slice(0, index).findLast((other) => order.includes(other))
    order.splice(before ? order.indexOf(before) + 1 : 0, 0, key)
  }
  return [...new Set(order)].map((key) => ({ key, hidden: home_hidden.includes(key) }))
}

/** What a button on the page «Startseite anpassen» does to a card. */
export const arrangeInput = z.object({ card: choice(cardKeys), move: choice(['up', 'down', 'hide', 'show']) })
export type Arranging = z.output<typeof arrangeInput>

/** The arrangement after one button was pressed. */
export function rearranged(before: Arrangement, { card, move }: Arranging): Arrangement {
  const cards = arranged(before)
  const at = cards.findIndex(({ key }) => key === card)
  if (move === 'hide' || move === 'show') cards[at]!.hidden = move === 'hide'
  const to = at + (move === 'up' ? -1 : move === 'down' ? 1 : 0)
  if (to >= 0 && to < cards.length) cards.splice(to, 0, ...cards.splice(at, 1))
  return { home_order: cards.map(({ key }) => key), home_hidden: cards.filter(({ hidden }) => hidden).map(({ key }) => key) }
}

/** Whether any role of the person opens records; without one there is nothing to show but what they wrote themselves. */
export function opensRecords({ roles }: Pick<Customer, 'roles'>): boolean {
  return roles.has('full_access') || lineRoles.some((role) => roles.has(role))
}
