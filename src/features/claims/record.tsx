import { longDate, money, shortDate } from '../../platform/format.ts'
import { type Language, labels } from '../../platform/phrases.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { policyLink } from '../../records/record.tsx'
import type { FactGroup, PastDay, RecordDescription } from '../../records/record-description.ts'
import { amountField, dayField, textField, wordField } from '../../records/record-fields.ts'
import { recordPagePhrases } from '../../records/record-page-phrases.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { reportPhrases } from '../claim-reports/phrases.ts'
import { type ReportedClaim, reportedClaim } from '../claim-reports/report-queries.ts'
import { SaidCard } from '../claim-reports/said-card.tsx'
import { opensRequests } from '../service-requests/access.ts'
import { causeName } from './causes.ts'
import { claimList } from './list.tsx'
import { claimPhrases } from './phrases.ts'
import { ProgressCard } from './progress-card.tsx'
import { type Claim, claimById } from './queries.ts'
import { type ClaimState, stateKinds } from './states.ts'

type View = Omit<Visit, 'db'>

/** A claim with what its report said, where it was reported in the portal. */
export type OpenedClaim = Claim & { report: ReportedClaim | null }

const label = labels(claimPhrases)

/** The page of a claim: what happened, the amounts, the policy it is under. */
export const claimRecord: RecordDescription<OpenedClaim> = {
  kind: 'claim',
  list: claimList,
  area: 'claims',
  read: async ({ db }, id) => {
    const claim = await claimById(db, id)
    return { ...claim, report: claim.kind ? await reportedClaim(db, id) : null }
  },
  id: (claim) => claim.id,
  title: (claim, language) => `${claimPhrases(language).one} ${claim.number}`,
  name: (claim) => claim.number,
  badge: (claim, { language }) => <Badge kind={stateKinds[claim.state]}>{stateWord(claim.state, language)}</Badge>,
  summary: (claim, { language }) =>
    claimPhrases(language).summary({
      cause: causeName(claim.cause, language),
      on: longDate(claim.occurred_on, language),
      place: claim.place,
      state: stateWord(claim.state, language),
    }),
  front: (claim, visit) => <ProgressCard visit={visit} claim={claim} answerHref="#conversation" />,
  facts: (claim, visit) => [event(claim, visit), cover(claim, visit), amounts(claim, visit)],
  more: (claim, visit) => <WhatHappened visit={visit} claim={claim} />,
  primary: (claim, { language }) =>
    claim.kind
      ? {
          label: reportPhrases(language).confirmation,
          icon: 'download',
          path: `/claims/${claim.id}/report/pdf`,
          download: true,
        }
      : null,
  actions: (claim, { actor, language }) =>
    opensRequests(actor)
      ? [{ label: recordPagePhrases(language).ask, icon: 'circle-question-mark', path: `/requests/new?about=claim:${claim.id}` }]
      : [],
  copy: (claim) => ({ text: claim.number, label: label('copy') }),
  past,
  fields: {
    insurer_number: textField(label('insurer_number')),
    state: wordField(label('state'), stateWord),
    paid: amountField(label('paid')),
    closed_on: dayField(label('closed')),
  },
}

function stateWord(state: string, language: Language): string {
  return claimPhrases(language)[`state_${state as ClaimState}`]
}

function event(claim: Claim, { language }: View): FactGroup {
  const t = claimPhrases(language)
  return {
    key: 'event',
    title: t.event,
    rows: [
      [t.number, claim.number],
      [t.insurer_number, claim.insurer_number],
      [t.occurred, shortDate(claim.occurred_on)],
      [t.reported, shortDate(claim.reported_on)],
      [t.place, claim.place],
      [t.cause, causeName(claim.cause, language)],
      [t.closed, shortDate(claim.closed_on)],
    ],
  }
}

function cover(claim: Claim, visit: View): FactGroup {
  const t = claimPhrases(visit.language)
  const r = recordPhrases(visit.language)
  return {
    key: 'cover',
    title: t.cover,
    rows: [
      [r.policy, policyLink(visit, claim)],
      [t.object, claim.object_id && <a href={href(visit, `/insured-objects/${claim.object_id}`)}>{claim.object_name}</a>],
      [r.line, claim.line],
      [r.insurer, claim.insurer],
      [r.company, claim.company],
    ],
  }
}

function amounts(claim: Claim, visit: View): FactGroup {
  const t = claimPhrases(visit.language)
  const amount = (value: string | null) => money(value, claim.currency ?? undefined)
  return {
    key: 'amounts',
    title: t.amounts,
    rows: [
      [t.claimed, amount(claim.claimed)],
      [t.paid, amount(claim.paid)],
      [t.reserve, claim.knows_reserve && amount(claim.reserve)],
    ],
    hint: claim.knows_reserve && claim.reserve && reserveHint(visit, claim),
  }
}

// Whoever knows the reserve is told who else does.
function reserveHint(visit: View, { reserve_for: choice }: Claim): string {
  const t = claimPhrases(visit.language)
  if (choice === 'line') return t.reserve_hint_line
  if (visit.actor.kind !== 'staff') return t.reserve_hint
  return choice === 'nobody' ? t.reserve_hint_nobody : t.reserve_hint_staff
}

// What its report said, for a claim that was reported here; else what the source says of it.
function WhatHappened({ visit, claim }: { visit: View; claim: OpenedClaim }) {
  const t = claimPhrases(visit.language)
  if (claim.report) return <SaidCard visit={visit} claim={claim.report} />
  return (
    <Card id="description" title={t.description}>
      {claim.description ? (
        <div class="prose">
          {claim.description.split(/\n+/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      ) : (
        <p class="muted">{claim.whole ? t.no_description : reportPhrases(visit.language).not_for_you}</p>
      )}
    </Card>
  )
}

function past(claim: Claim, { language }: View): PastDay[] {
  const t = claimPhrases(language)
  return [
    { day: claim.occurred_on, text: t.past_occurred },
    ...(claim.reported_on ? [{ day: claim.reported_on, text: t.past_reported }] : []),
    ...(claim.closed_on ? [{ day: claim.closed_on, text: t.past_closed }] : []),
  ]
}
