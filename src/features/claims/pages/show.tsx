import { longDate, money, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { DataAsOf, policyLink } from '../../../records/record.tsx'
import { recordPhrases } from '../../../records/record-phrases.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { CopyButton } from '../../../ui/components/CopyButton.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { reportPhrases } from '../../claim-reports/phrases.ts'
import type { ReportedClaim } from '../../claim-reports/report-queries.ts'
import { SaidCard } from '../../claim-reports/said-card.tsx'
import { portalPage } from '../../house/page.tsx'
import { causeName } from '../causes.ts'
import { claimPhrases } from '../phrases.ts'
import { ProgressCard } from '../progress-card.tsx'
import type { Claim } from '../queries.ts'
import { type ClaimState, stateKinds } from '../states.ts'

type View = Omit<Visit, 'db'>
type Part = { visit: View; claim: Claim }

export interface ShowState {
  /** What its report said, for a claim that was reported here. */
  report?: ReportedClaim | null
  done?: string | null
}

/** One claim: a sentence, how far it is, what happened, the amounts, and the policy it is under. */
export function showPage(visit: View, claim: Claim, { report, done }: ShowState) {
  const t = claimPhrases(visit.language)
  const state = t[`state_${claim.state as ClaimState}`]
  return portalPage(visit, {
    title: `${t.one} ${claim.number}`,
    area: 'claims',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/claims') }, { label: claim.number }],
    badge: <Badge kind={stateKinds[claim.state]}>{state}</Badge>,
    lead: t.summary({
      cause: causeName(claim.cause, visit.language),
      on: longDate(claim.occurred_on, visit.language),
      place: claim.place,
      state,
    }),
    done,
    actions: (
      <>
        {claim.kind && (
          <LinkButton href={href(visit, `/claims/${claim.id}/report/pdf`)} icon="download" download>
            {reportPhrases(visit.language).confirmation}
          </LinkButton>
        )}
        <CopyButton text={claim.number} label={t.copy} />
      </>
    ),
    children: (
      <div class="split wide-first">
        <div class="stack">
          <ProgressCard visit={visit} claim={claim} answerHref={href(visit, `/messages/new?about=claim:${claim.id}`)} />
          <EventCard visit={visit} claim={claim} />
          {report ? (
            <SaidCard visit={visit} claim={report} />
          ) : (
            <Card id="description" title={t.description}>
              {claim.description ? (
                <Paragraphs text={claim.description} />
              ) : (
                <p class="muted">{claim.whole ? t.no_description : reportPhrases(visit.language).not_for_you}</p>
              )}
            </Card>
          )}
        </div>
        <div class="stack">
          <CoverCard visit={visit} claim={claim} />
          <AmountsCard visit={visit} claim={claim} />
          <DataAsOf language={visit.language} day={claim.data_as_of} />
        </div>
      </div>
    ),
  })
}

function EventCard({ visit, claim }: Part) {
  const t = claimPhrases(visit.language)
  const r = recordPhrases(visit.language)
  return (
    <Card id="event" title={t.event}>
      <Facts
        rows={[
          [t.number, claim.number],
          [t.insurer_number, claim.insurer_number],
          [t.occurred, shortDate(claim.occurred_on)],
          [t.reported, shortDate(claim.reported_on)],
          [t.place, claim.place],
          [t.cause, causeName(claim.cause, visit.language)],
          [t.closed, shortDate(claim.closed_on)],
          ...(claim.confidential
            ? [[r.confidential, <Badge kind="warn">{r.confidential}</Badge>] as [string, preact.VNode]]
            : []),
        ]}
      />
    </Card>
  )
}

function Paragraphs({ text }: { text: string }) {
  return (
    <div class="prose">
      {text.split(/\n+/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}

function CoverCard({ visit, claim }: Part) {
  const t = claimPhrases(visit.language)
  const r = recordPhrases(visit.language)
  return (
    <Card id="cover" title={t.cover}>
      <Facts
        rows={[
          [r.policy, policyLink(visit, claim)],
          [r.line, claim.line],
          [r.insurer, claim.insurer],
          [r.company, claim.company],
        ]}
      />
    </Card>
  )
}

function AmountsCard({ visit, claim }: Part) {
  const t = claimPhrases(visit.language)
  const amount = (value: string | null) => money(value, claim.currency ?? undefined)
  const mayKnow = claim.knows_reserve
  return (
    <Card id="amounts" title={t.amounts}>
      <Facts
        rows={[
          [t.claimed, amount(claim.claimed)],
          [t.paid, amount(claim.paid)],
          ...(mayKnow ? [[t.reserve, amount(claim.reserve)] as [string, string]] : []),
        ]}
      />
      {mayKnow && <p class="hint">{reserveHint(visit, claim)}</p>}
    </Card>
  )
}

// Whoever knows the reserve is told who else does.
function reserveHint(visit: View, { reserve_for: choice }: Claim): string {
  const t = claimPhrases(visit.language)
  if (choice === 'line') return t.reserve_hint_line
  if (visit.actor.kind !== 'staff') return t.reserve_hint
  return choice === 'nobody' ? t.reserve_hint_nobody : t.reserve_hint_staff
}
