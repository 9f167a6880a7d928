import { href, type Visit } from '../../platform/visit.ts'
import { type Step, steps } from './kinds.ts'
import { reportPhrases } from './phrases.ts'

type Place = 'kind' | Step

/** Where in the report one is; the steps that were reached are links. */
export function Stepper({ visit, id, at, reached }: { visit: Pick<Visit, 'language'>; id?: string; at: Place; reached?: Step }) {
  const t = reportPhrases(visit.language)
  const all: Place[] = ['kind', ...steps]
  const farthest = Math.max(reached ? all.indexOf(reached) : 0, all.indexOf(at))
  return (
    <nav aria-label={t.steps}>
      <ol class="steps">
        {all.map((step, index) => (
          <li key={step} class={index < all.indexOf(at) ? 'past' : undefined}>
            {step === at ? (
              <span aria-current="step">{t[`step_${step}`]}</span>
            ) : id && index <= farthest ? (
              <a href={href(visit, stepPath(id, step))}>{t[`step_${step}`]}</a>
            ) : (
              t[`step_${step}`]
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The address of a step, without language prefix. */
export function stepPath(id: string, step: Place): string {
  return step === 'kind' ? `/claims/new/${id}` : `/claims/new/${id}/${step}`
}
