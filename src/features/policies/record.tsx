import { allOf } from '../../platform/all-of.ts'
import { longDate, money, shortDate } from '../../platform/format.ts'
import { type Language, labels } from '../../platform/phrases.ts'
import type { Visit } from '../../platform/visit.ts'
import type { FactGroup, RecordDescription } from '../../records/record-description.ts'
import { amountField, dayField, textField, wordField } from '../../records/record-fields.ts'
import { recordPagePhrases } from '../../records/record-page-phrases.ts'
import { ShortListCard } from '../../records/short-list.tsx'
import { Badge } from '../../ui/components/Badge.tsx'
import { reports } from '../claim-reports/access.ts'
import { claimList } from '../claims/list.tsx'
import { entersEvents } from '../deadlines/access.ts'
import { nextNotice, todayHere } from '../deadlines/deadline.ts'
import { windowPhrases } from '../deadlines/window-phrases.ts'
import { insuredObjectList } from '../insured-objects/list.tsx'
import { type CoverAtRisk, coverAtRisk } from '../premium-invoices/cover-at-risk.ts'
import { premiumInvoiceList } from '../premium-invoices/list.tsx'
import { RiskNote } from '../premium-invoices/risk-note.tsx'
import { opensRequests } from '../service-requests/access.ts'
import { policyList } from './list.tsx'
import { policyPhrases } from './phrases.ts'
import { type Policy, policyById } from './queries.ts'
import { type PolicyState, stateKinds } from './states.ts'
import { contractTerm, mainDueDay } from './term.ts'

const label = labels(policyPhrases)

/** A policy with the unpaid premiums that threaten its cover. */
export type OpenedPolicy = Policy & { atRisk: CoverAtRisk[] }

// More say no more.
const mostWarnings = 3

type View = Omit<Visit, 'db'>
type PaymentMode = 'yearly' | 'half_yearly' | 'quarterly' | 'monthly' | 'single'

/** The page of a policy (interface W7). */
export const policyRecord: RecordDescription<OpenedPolicy> = {
  kind: 'policy',
  list: policyList,
  area: 'policies',
  read: async ({ db }, id) => {
    const [policy, atRisk] = await allOf([policyById(db, id), coverAtRisk(db, { policyId: id, limit: mostWarnings })])
    return { ...policy, atRisk }
  },
  id: (policy) => policy.id,
  title: (policy) => `${policy.line} · ${policy.number}`,
  name: (policy) => policy.number,
  badge: (policy, { language }) => (
    <Badge kind={stateKinds[policy.state]}>{policyPhrases(language)[policy.state as PolicyState]}</Badge>
  ),
  summary: (policy, { language }) => policyPhrases(language).summary(sentence(policy, language)),
  notes: (policy, visit) => policy.atRisk.map((risk) => <RiskNote key={risk.invoice.id} visit={visit} risk={risk} link />),
  facts: (policy, { language }) => [
    contract(policy, language),
    term(policy, language),
    premium(policy, language),
    cover(policy, language),
  ],
  related: (policy, visit) => <Related policy={policy} visit={visit} />,
  primary: (policy, { actor, language }) =>
    reports(actor) ? { label: recordPagePhrases(language).report, icon: 'siren', path: `/claims/new?policy=${policy.id}` } : null,
  actions: (policy, { actor, language }) => [
    ...(opensRequests(actor)
      ? [
          {
            label: recordPagePhrases(language).ask,
            icon: 'circle-question-mark',
            path: `/requests/new?about=policy:${policy.id}`,
          },
        ]
      : []),
    ...(entersEvents(actor)
      ? [{ label: windowPhrases(language).title, icon: 'calendar', path: `/policies/${policy.id}/events/new` }]
      : []),
  ],
  copy: (policy) => ({ text: policy.number, label: label('copy') }),
  fields: {
    number: textField(label('number')),
    insurer: textField(label('insurer')),
    state: wordField(label('state'), (value, l) => policyPhrases(l)[value as PolicyState]),
    starts_on: dayField(label('starts')),
    ends_on: dayField(label('ends')),
    notice_months: wordField(label('notice'), (value, l) => policyPhrases(l).months(Number(value))),
    payment_mode: wordField(label('payment'), (value, l) => policyPhrases(l)[value as PaymentMode]),
    premium_gross: amountField(label('premium')),
    deductible: amountField(label('deductible')),
    sum_insured: amountField(label('sum_insured')),
  },
}

function sentence(policy: Policy, language: Language) {
  const notice = noticeDay(policy)
  return {
    name: policy.name || policy.line,
    insurer: policy.insurer,
    until: policy.ends_on && longDate(policy.ends_on, language),
    notice: notice && longDate(notice, language),
  }
}

// Only a running contract can be ended, and only a day to come is worth saying.
function noticeDay(policy: Policy): string | null {
  return policy.state === 'active' ? (nextNotice(policy, todayHere())?.day ?? null) : null
}

function contract(policy: Policy, language: Language): FactGroup {
  const t = policyPhrases(language)
  return {
    key: 'contract',
    title: t.cover,
    rows: [
      [t.number, policy.number],
      [t.name, policy.name],
      [t.line, policy.line],
      [t.insurer, policy.insurer],
      [t.policyholder, policy.company],
    ],
  }
}

function term(policy: Policy, language: Language): FactGroup {
  const t = policyPhrases(language)
  const notice = noticeDay(policy)
  return {
    key: 'term',
    title: t.term,
    rows: [
      [t.starts, shortDate(policy.starts_on)],
      [t.ends, shortDate(policy.ends_on)],
      [t.duration, contractTerm(policy, language)],
      [t.main_due, mainDueDay(policy)],
      [t.notice, policy.notice_months === null ? null : t.months(policy.notice_months)],
      [t.last_notice_day, shortDate(notice)],
    ],
    hint: notice && t.notice_rule,
  }
}

function premium(policy: Policy, language: Language): FactGroup {
  const t = policyPhrases(language)
  return {
    key: 'premium',
    title: t.premiums,
    rows: [
      [t.premium_net, money(policy.premium_net, policy.currency)],
      [t.stamp, money(policy.stamp_duty, policy.currency)],
      [t.premium_gross, policy.premium_gross && <strong>{money(policy.premium_gross, policy.currency)}</strong>],
      [t.payment, policy.payment_mode && t[policy.payment_mode as PaymentMode]],
    ],
  }
}

function cover(policy: Policy, language: Language): FactGroup {
  const t = policyPhrases(language)
  return {
    key: 'cover',
    title: t.sums,
    rows: [
      [t.sum_insured, money(policy.sum_insured, policy.currency)],
      [t.deductible, money(policy.deductible, policy.currency)],
    ],
  }
}

// What hangs on the policy: the first few of each kind, the rest in its list.
function Related({ visit, policy }: { visit: View; policy: Policy }) {
  const { objects, premiumInvoices, claims } = policy.related
  const rest = { visit, search: policy.number }
  return (
    <>
      <ShortListCard {...rest} list={insuredObjectList} result={objects} columns={['kind', 'plate', 'to']} />
      <ShortListCard {...rest} list={premiumInvoiceList} result={premiumInvoices} columns={['due', 'total', 'state']} />
      <ShortListCard {...rest} list={claimList} result={claims} columns={['occurred', 'paid', 'state']} />
    </>
  )
}
