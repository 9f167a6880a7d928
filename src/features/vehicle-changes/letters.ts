import { longDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import type { ServiceRequest } from '../service-requests/queries.ts'
import type { Wanted } from './input.ts'
import { vehicleChangePhrases } from './phrases.ts'

/** The answer that goes with a change, as a proposal in the customer's language. */
export function answerText(
  language: Language,
  { actor, brokerage }: Pick<Visit, 'actor' | 'brokerage'>,
  request: Pick<ServiceRequest, 'category' | 'author_name' | 'details'>,
  { on, details }: Wanted,
): string {
  const t = vehicleChangePhrases(language)
  const vehicle = [details.make_model ?? request.details.make_model, details.new_plate ?? details.plate ?? request.details.plate]
    .filter(Boolean)
    .join(' · ')
  const what = { vehicle, on: longDate(on, language) }
  const said = { vehicle_in: t.said_in, vehicle_out: t.said_out, plate_change: t.said_plate }[request.category as 'vehicle_in']
  const me = actor.kind === 'visitor' ? '' : `${actor.firstName} ${actor.lastName}`.trim()
  return [t.greeting(request.author_name), said(what), `${t.regards}\n${me}\n${brokerage.name}`].join('\n\n')
}
