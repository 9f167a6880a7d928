import { uuid } from '../../platform/forms.ts'
import { type AreaKey, areaKeys } from './kinds.ts'

/** Which notifications the page shows: all of it stands in the address. */
export interface Place {
  area: AreaKey | null
  unread: boolean
  /** Also what the person only wanted by mail: where a mail about several news leads. */
  mailed: boolean
  before: string | null
}

/** From an address or from the hidden fields of a form; what cannot be read counts as not said. */
export function readPlace(input: Record<string, unknown>): Place {
  const before = uuid.safeParse(input.before)
  return {
    area: areaKeys.find((key) => key === input.area) ?? null,
    unread: input.unread === '1',
    mailed: input.mailed === '1',
    before: before.success ? before.data : null,
  }
}

/** The address, without language prefix. */
export function placePath({ area, unread, mailed, before }: Place, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...(area && { area }),
    ...(unread && { unread: '1' }),
    ...(mailed && { mailed: '1' }),
    ...(before && { before }),
    ...more,
  })
  return query.size === 0 ? '/notifications' : `/notifications?${query}`
}
