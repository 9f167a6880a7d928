import { shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { causeName } from '../claims/causes.ts'
import { asksForObject } from './fields.ts'
import { reportPhrases } from './phrases.ts'
import type { ReportedClaim } from './report-queries.ts'
import { labelOf, rowsOf } from './words.ts'

type Row = [label: string, value: string | null]

/** What a reported claim says, as label and value, in the order in which it was asked: for the page and for the PDF. */
export function saidRows(claim: ReportedClaim, language: Language): { event: Row[]; people: Row[] } {
  const { kind, details } = claim
  const data = {
    ...details,
    date: shortDate(claim.occurred_on),
    place: claim.place ?? '',
    what: claim.description ?? '',
    claimed: claim.claimed ?? '',
  }
  // The cause stands on the claim as a word, which may be the broker's own.
  const causeLabel = labelOf(language, kind, 'cause')
  const event = rowsOf(language, 'event', kind, data).map(
    ([label, value]): Row => [label, label === causeLabel ? causeName(claim.cause, language) : value],
  )
  const object: Row = [reportPhrases(language).object_query, details.object ?? null]
  return { event: asksForObject(kind) ? [...event, object] : event, people: rowsOf(language, 'people', kind, data) }
}
