import { longDate, money, shortDate } from '../../../platform/format.ts'
import type { Language } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { type Role, rolePhrases } from '../../../records/roles.ts'
import { ShortListCard } from '../../../records/short-list.tsx'
import { Badge } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { CopyButton } from '../../../ui/components/CopyButton.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { claimList } from '../../claims/list.tsx'
import { todayHere } from '../../deadlines/deadline.ts'
import { deadlinePhrases } from '../../deadlines/phrases.ts'
import { documentList } from '../../documents/list.tsx'
import { portalPage } from '../../house/page.tsx'
import { insuredObjectList } from '../../insured-objects/list.tsx'
import { premiumInvoiceList } from '../../premium-invoices/list.tsx'
import { lastNoticeDay } from '../notice.ts'
import { policyPhrases } from '../phrases.ts'
import type { Policy } from '../queries.ts'
import { type PolicyState, stateKinds } from '../states.ts'

/** One policy: a sentence, the contract, the premium, the deadline, and for those who look after contacts with whom it is shared. */
export function showPage(visit: Omit<Visit, 'db'>, policy: Policy, manages: boolean) {
  const t = policyPhrases(visit.language)
  return portalPage(visit, {
    title: `${policy.line} · ${policy.number}`,
    area: 'policies',
    crumbs: [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/policies') }, { label: policy.number }],
    badge: <Badge kind={stateKinds[policy.state]}>{t[policy.state as PolicyState]}</Badge>,
    lead: t.summary(sentence(policy, visit.language)),
    actions: <CopyButton text={policy.number} label={t.copy} />,
    children: (
      <div class="split wide-first">
        <div class="stack">
          <ContractCard policy={policy} language={visit.language} />
          <PremiumCard policy={policy} language={visit.language} />
          <RelatedCards visit={visit} policy={policy} />
        </div>
        <div class="stack">
          <DeadlineCard visit={visit} policy={policy} />
          {manages && <SharedWithCard policy={policy} language={visit.language} />}
          {policy.data_as_of && <p class="small muted">{t.data_as_of(shortDate(policy.data_as_of))}</p>}
        </div>
      </div>
    ),
  })
}

type Part = { policy: Policy; language: Language }

function sentence(policy: Policy, language: Language) {
  const last = noticeDay(policy)
  return {
    name: policy.name,
    insurer: policy.insurer,
    until: policy.ends_on && longDate(policy.ends_on, language),
    notice: last && longDate(last, language),
  }
}

// Only a running contract can be ended.
function noticeDay(policy: Policy): string | null {
  return policy.state === 'active' && policy.ends_on && policy.notice_months !== null
    ? lastNoticeDay(policy.ends_on, policy.notice_months)
    : null
}

function ContractCard({ policy, language }: Part) {
  const t = policyPhrases(language)
  return (
    <Card id="contract" title={t.cover}>
      <Facts
        rows={[
          [t.number, policy.number],
          [t.name, policy.name],
          [t.line, policy.line],
          [t.insurer, policy.insurer],
          [t.policyholder, policy.company],
          [t.starts, shortDate(policy.starts_on)],
          [t.ends, shortDate(policy.ends_on)],
          [t.sum_insured, money(policy.sum_insured, policy.currency)],
          [t.deductible, money(policy.deductible, policy.currency)],
          ...(policy.confidential
            ? [[t.confidential, <Badge kind="warn">{t.confidential}</Badge>] as [string, preact.VNode]]
            : []),
        ]}
      />
    </Card>
  )
}

function PremiumCard({ policy, language }: Part) {
  const t = policyPhrases(language)
  return (
    <Card id="premium" title={t.premiums}>
      <Facts
        rows={[
          [t.premium_net, money(policy.premium_net, policy.currency)],
          [t.stamp, money(policy.stamp_duty, policy.currency)],
          [t.premium_gross, money(policy.premium_gross, policy.currency)],
          [
            t.payment,
            policy.payment_mode && t[policy.payment_mode as 'yearly' | 'half_yearly' | 'quarterly' | 'monthly' | 'single'],
          ],
        ]}
      />
    </Card>
  )
}

function DeadlineCard({ visit, policy }: { visit: Omit<Visit, 'db'>; policy: Policy }) {
  const t = policyPhrases(visit.language)
  const last = noticeDay(policy)
  const ahead = last !== null && last >= todayHere()
  return (
    <Card id="deadlines" title={t.deadlines}>
      <Facts
        rows={[
          [t.ends, shortDate(policy.ends_on)],
          [t.notice, policy.notice_months === null ? null : t.months(policy.notice_months)],
          [t.last_notice_day, shortDate(last)],
        ]}
      />
      {last && <p class="hint">{t.last_notice_source}</p>}
      {ahead && (
        <LinkButton href={href(visit, `/deadlines/${policy.id}/event`)} icon="calendar" download>
          {deadlinePhrases(visit.language).to_calendar}
        </LinkButton>
      )}
    </Card>
  )
}

function SharedWithCard({ policy, language }: Part) {
  const t = policyPhrases(language)
  const names = rolePhrases(language)
  return (
    <Card id="shared-with" title={t.who_sees}>
      <p class="small muted">{t.who_sees_lead}</p>
      <ul class="plain-list row">
        {[...policy.audience, 'full_access'].map((role) => (
          <li key={role}>
            <Badge kind="info">{names[role as Role]}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  )
}

// What hangs on the policy: the first few of each kind, the rest in its list.
function RelatedCards({ visit, policy }: { visit: Omit<Visit, 'db'>; policy: Policy }) {
  const { objects, premiumInvoices, claims, documents } = policy.related
  const rest = { visit, search: policy.number }
  return (
    <>
      <ShortListCard {...rest} list={insuredObjectList} result={objects} columns={['kind', 'plate', 'to']} />
      <ShortListCard {...rest} list={premiumInvoiceList} result={premiumInvoices} columns={['period', 'due', 'total', 'state']} />
      <ShortListCard {...rest} list={claimList} result={claims} columns={['occurred', 'cause', 'paid', 'state']} />
      <ShortListCard {...rest} list={documentList} result={documents} columns={['category', 'date', 'file']} />
    </>
  )
}
