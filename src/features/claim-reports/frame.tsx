import type { ComponentChildren } from 'preact'
import { href, type Visit } from '../../platform/visit.ts'
import { Button } from '../../ui/components/Button.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { portalPage } from '../house/page.tsx'
import type { Step } from './kinds.ts'
import { reportPhrases } from './phrases.ts'
import type { Draft } from './queries.ts'
import { Stepper } from './stepper.tsx'

type View = Omit<Visit, 'db'>

interface Frame {
  draft: Draft
  step: Step
  lead?: string
  errors?: { field: string; message: string }[]
  children: ComponentChildren
}

/** One step of the report: the stepper, what is wrong, the form. */
export function stepPage(visit: View, { draft, step, lead, errors = [], children }: Frame) {
  const t = reportPhrases(visit.language)
  return portalPage(visit, {
    title: `${t[draft.kind]}: ${t[`step_${step}`]}`,
    area: 'claims',
    crumbs: crumbs(visit, t[draft.kind]),
    lead,
    error: errors.length > 0,
    children: (
      <div class="stack">
        <Stepper visit={visit} id={draft.id} at={step} reached={draft.step} />
        <ErrorSummary errors={errors} />
        {children}
      </div>
    ),
  })
}

/** The way to where one is: claims, report, this. */
export function crumbs(visit: View, last?: string) {
  const t = reportPhrases(visit.language)
  return [
    { label: visit.brokerage.number },
    { label: t.claims, href: href(visit, '/claims') },
    ...(last ? [{ label: t.title, href: href(visit, '/claims/new') }, { label: last }] : [{ label: t.title }]),
  ]
}

/** «Weiter» and «Speichern und später fortfahren»; the first one is what Enter presses. */
export function StepButtons({ visit }: { visit: Pick<Visit, 'language'> }) {
  const t = reportPhrases(visit.language)
  return (
    <div class="row">
      <Button kind="primary" icon="arrow-right">
        {t.next}
      </Button>
      <Button name="later" value="1">
        {t.later}
      </Button>
    </div>
  )
}
