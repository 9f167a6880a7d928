import { dateTime, shortDate } from '../../platform/format.ts'
import type { Visit } from '../../platform/visit.ts'
import { Card } from '../../ui/components/Card.tsx'
import { Facts } from '../../ui/components/Facts.tsx'
import { requestPhrases } from './phrases.ts'
import type { ServiceRequest } from './queries.ts'
import { isOpen } from './states.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  request: ServiceRequest
}

/** How far a request is, in steps and words: who works on it, what comes next and when. */
export function ProgressCard({ visit, request }: Props) {
  const t = requestPhrases(visit.language)
  const open = isOpen(request.state)
  return (
    <Card id="state" title={t.state}>
      <div class="stack">
        {request.state !== 'withdrawn' && <Steps visit={visit} request={request} />}
        <Facts
          rows={[
            [t.state, t[request.state]],
            [t.state_since, dateTime(request.state_since)],
            [t.handler, request.handler_name ?? (open ? t.handler_none : '')],
            ...(open ? ([[t.next_step, nextStep(request, visit)]] satisfies [string, string][]) : []),
            [t.author, request.author_name],
            [t.created, dateTime(request.created_at)],
            [t.company, request.company],
          ]}
        />
      </div>
    </Card>
  )
}

function Steps({ visit, request }: Props) {
  const t = requestPhrases(visit.language)
  const steps = ['opened', 'worked_on', 'finished'] as const
  const at = request.state === 'new' ? 0 : request.state === 'done' ? 2 : 1
  return (
    <ol class="steps">
      {steps.map((step, index) => (
        <li key={step} class={index < at || request.state === 'done' ? 'past' : undefined}>
          <span aria-current={index === at ? 'step' : undefined}>{t[`step_${step}`]}</span>
        </li>
      ))}
    </ol>
  )
}

// What the broker wrote, else what the state means for the reader.
function nextStep(request: ServiceRequest, visit: Props['visit']): string {
  const t = requestPhrases(visit.language)
  if (request.next_step) return request.next_on ? t.next_until(request.next_step, shortDate(request.next_on)) : request.next_step
  switch (request.state) {
    case 'new':
      return t.next_new
    case 'waiting_customer':
      return t.next_waiting_customer
    case 'waiting_insurer':
      return t.next_waiting_insurer
    default:
      return t.next_in_progress
  }
}
