import * as z from 'zod'
import { checkbox, choice, choices, uuid } from '../../platform/forms.ts'
import { lineRoles } from '../../records/roles.ts'
import type { LineRole, LineState, RecordState } from './items.ts'

export const ways = ['line', 'roles', 'confidential', 'hidden'] as const
export type Way = (typeof ways)[number]

/** Who is to see records. */
export const sharing = z
  .object({ share: choice(ways), roles: choices(lineRoles) })
  .refine(({ share, roles }) => share !== 'roles' || roles.length > 0, { message: 'required', path: ['roles'] })
export type Sharing = z.output<typeof sharing>

/** What a check page sends along: its id, so that twice is once, and what it stood on. */
export const applying = z.object({ _id: uuid, stand: z.string().max(40), notify: checkbox })

/** What a record becomes. What was published before keeps its moment. */
export function wantedState({ share, roles }: Sharing, before: RecordState, now: string): RecordState {
  return {
    confidential: share === 'confidential' || (share === 'hidden' && before.confidential),
    shared_with: share === 'roles' ? roles : share === 'hidden' ? before.shared_with : null,
    published_at: share === 'hidden' ? null : (before.published_at ?? now),
  }
}

/** The way of sharing that a record is in now, to begin the form with. */
export function wayOf(state: RecordState): Way {
  if (state.published_at === null) return 'hidden'
  if (state.shared_with && state.shared_with.length > 0) return 'roles'
  return state.confidential || state.shared_with ? 'confidential' : 'line'
}

/** Boxes of the table of lines: `line_MF` = fleet, other_lines; `house` where the company follows the house. */
export function readLines(body: Record<string, unknown>, codes: string[]): { states: Map<string, LineState>; both: string[] } {
  const states = new Map<string, LineState>()
  const both: string[] = []
  for (const code of codes) {
    const sent = [body[`line_${code}`]].flat().filter((value) => typeof value === 'string')
    const audience = lineRoles.filter((role) => sent.includes(role)) as LineRole[]
    const asHouse = sent.includes('house')
    if (asHouse && audience.length > 0) both.push(code)
    states.set(code, { audience: asHouse ? null : audience })
  }
  return { states, both }
}
