import type { ComponentChildren } from 'preact'
import { dateTime } from '../../platform/format.ts'
import type { Visit } from '../../platform/visit.ts'
import { policyLink } from '../../records/record.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Facts } from '../../ui/components/Facts.tsx'
import { reportPhrases } from './phrases.ts'
import type { ReportedClaim } from './report-queries.ts'
import { saidRows } from './said.ts'

/** What the report said, as far as the reader may know it; what was left empty is left out. */
export function SaidCard({ visit, claim }: { visit: Omit<Visit, 'db'>; claim: ReportedClaim }) {
  const t = reportPhrases(visit.language)
  const { event, people } = saidRows(claim, visit.language)
  const shown = ([label, value]: [string, string | null]): [string, ComponentChildren] => [
    label,
    value && <span class="lines">{value}</span>,
  ]
  return (
    <Card id="said" title={t.report}>
      <Facts
        rows={[
          [t.kind, t[claim.kind]],
          [t.company, claim.company],
          [t.policy, policyLink(visit, claim) ?? t.policy_is_open],
          ...(claim.whole ? [...event, ...people].filter(([, value]) => value).map(shown) : []),
          ...(claim.details.consent ? [[t.consent_given, t.yes] as [string, string]] : []),
          [t.reported, claim.published_at && dateTime(claim.published_at)],
        ]}
      />
      {!claim.whole && <p class="hint">{t.not_for_you}</p>}
    </Card>
  )
}
