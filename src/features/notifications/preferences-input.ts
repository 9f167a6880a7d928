import * as z from 'zod'
import { checkbox, choices, text } from '../../platform/forms.ts'
import { type Choices, channels, choosable } from './preferences.ts'

/** `22:00`, `22.00`, `2200`, `22`: a time of day as people write it, as `22:00`; nothing is null, what is none is refused with `time`. */
const time = text(10).transform((typed, context): string | null => {
  if (typed === '') return null
  const [, hour, minute = '00'] = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(typed) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) {
    context.addIssue({ code: 'custom', message: 'time' })
    return z.NEVER
  }
  return `${hour.padStart(2, '0')}:${minute}`
})

/** What a person may send from the page of preferences. */
export const preferencesInput = z
  .object({
    ...Object.fromEntries(choosable.map((occasion) => [occasion, choices(channels)])),
    quiet_from: time,
    quiet_until: time,
    quiet_weekends: checkbox,
    version: z.coerce.number().int().min(0).max(2_000_000_000),
  })
  .superRefine(({ quiet_from: from, quiet_until: until }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', message, path: [field] })
    if (from !== null && until === null) refuse('quiet_until', 'both')
    if (from === null && until !== null) refuse('quiet_from', 'both')
    if (from !== null && from === until) refuse('quiet_until', 'same')
  })
  .transform(({ quiet_from: from, quiet_until: until, quiet_weekends: weekends, version, ...ticked }) => ({
    choices: chosen(ticked as Record<string, readonly string[]>),
    quiet: { from, until, weekends },
    version,
  }))

/** Which boxes are ticked, as far as they are boxes of the page. */
export function chosen(ticked: Record<string, unknown>): Choices {
  const has = (occasion: string, channel: string) => [ticked[occasion]].flat().includes(channel)
  return Object.fromEntries(
    choosable.map((occasion) => [occasion, Object.fromEntries(channels.map((channel) => [channel, has(occasion, channel)]))]),
  ) as Choices
}
