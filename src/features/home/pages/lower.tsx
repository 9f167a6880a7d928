import type { ComponentChildren, VNode } from 'preact'
import type { Customer } from '../../../platform/actor.ts'
import { count, dateTime, money, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import type { ListDescription } from '../../../records/list-description.ts'
import type { FirstRows } from '../../../records/list-query.ts'
import { type ListState, listHref } from '../../../records/list-state.ts'
import { seesSeveralCompanies } from '../../../records/record.tsx'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { type ListRow, RowList } from '../../../ui/components/RowList.tsx'
import { uiPhrases } from '../../../ui/phrases.ts'
import type { Draft } from '../../claim-reports/drafts.ts'
import { reportPhrases } from '../../claim-reports/phrases.ts'
import { claimList } from '../../claims/list.tsx'
import { claimPhrases } from '../../claims/phrases.ts'
import type { ClaimRow } from '../../claims/queries.ts'
import { type ClaimState, stateKinds as claimStateKinds } from '../../claims/states.ts'
import type { Deadline } from '../../deadlines/queries.ts'
import { kindInWords, nameOf, numberOf, pathOf, remaining } from '../../deadlines/words.ts'
import { seesGroup } from '../../group/access.ts'
import { groupPhrases } from '../../group/phrases.ts'
import type { CoverAtRisk } from '../../premium-invoices/cover-at-risk.ts'
import { premiumInvoiceList } from '../../premium-invoices/list.tsx'
import type { PremiumInvoiceRow } from '../../premium-invoices/queries.ts'
import { RiskNote } from '../../premium-invoices/risk-note.tsx'
import { StateBadge as PremiumBadge } from '../../premium-invoices/state-badge.tsx'
import { requestList } from '../../service-requests/list.tsx'
import type { RequestRow } from '../../service-requests/queries.ts'
import { StateBadge as RequestBadge } from '../../service-requests/state-badge.tsx'
import { arranged, type CardKey, opensRecords } from '../cards.ts'
import { cardPhrases } from '../cards-phrases.ts'
import { type Cards, cardLists } from '../queries.ts'
import { FiguresCard } from './figures.tsx'
import { NoRoleCard } from './no-role.tsx'

type View = Omit<Visit, 'db'>
interface Props {
  visit: View
  person: Customer
  home: { cards: Cards; today: string }
}
type Part = { visit: View; cards: Cards; today: string; several: boolean }

/** What the roles open, in the person's own order. Without such a role: which one opens what, and whom to ask. */
export function LowerCards({ visit, person, home }: Props) {
  const t = cardPhrases(visit.language)
  const opens = opensRecords(person)
  const part = { visit, ...home, several: seesSeveralCompanies(person) }
  const shown = arranged(home.cards.arrangement).filter(
    ({ key, hidden }) => !hidden && (opens || isOwn(key)) && hasPlace(key, home),
  )
  return (
    <>
      {!opens && (
        <div class="columns lower">
          <NoRoleCard visit={visit} person={person} userManagers={home.cards.userManagers} />
        </div>
      )}
      {shown.length > 0 && <div class="columns lower">{shown.map(({ key }) => drawn[key](part))}</div>}
      <p class="row top-gap">
        {seesGroup(person) && <a href={href(visit, '/group')}>{groupPhrases(visit.language).title}</a>}
        {opens && <a href={href(visit, '/home/cards')}>{t.arrange}</a>}
      </p>
    </>
  )
}

// What somebody wrote stays theirs, whatever their roles.
const isOwn = (key: CardKey) => key === 'drafts' || key === 'requests'

// Nothing begun, nothing asked: no card about it. The others say that there is nothing, for that is news too.
function hasPlace(key: CardKey, { cards }: Pick<Props['home'], 'cards'>): boolean {
  return key === 'drafts' ? cards.drafts.length > 0 : key === 'requests' ? cards.requests.total > 0 : true
}

const drawn: Record<CardKey, (part: Part) => VNode> = {
  deadlines: (part) => <DeadlinesCard key="deadlines" {...part} />,
  premium_invoices: ({ visit, cards: { premiumInvoices: result, atRisk, risks } }) => (
    <ListCard
      key="premium_invoices"
      {...{ visit, list: premiumInvoiceList, state: cardLists.premiumInvoices, result }}
      name="premium_invoices"
      row={(invoice) => premiumRow(visit, invoice)}
      note={<Risks visit={visit} risks={risks} reminded={atRisk.total} />}
    />
  ),
  claims: ({ visit, cards: { claims: result }, several }) => (
    <ListCard
      key="claims"
      {...{ visit, list: claimList, state: cardLists.claims, result }}
      name="claims"
      row={(claim) => claimRow(visit, claim, several)}
    />
  ),
  drafts: ({ visit, cards: { drafts } }) => <DraftsCard key="drafts" visit={visit} drafts={drafts} />,
  requests: ({ visit, cards: { requests: result }, several }) => (
    <ListCard
      key="requests"
      {...{ visit, list: requestList, state: cardLists.requests, result }}
      name="requests"
      row={(request) => requestRow(visit, request, several)}
    />
  ),
  figures: ({ visit, cards }) => <FiguresCard key="figures" visit={visit} figures={cards.figures} few={cards.few} />,
}

interface ListCardProps<Row> {
  visit: View
  name: 'claims' | 'premium_invoices' | 'requests'
  list: ListDescription<Row>
  state: ListState
  result: FirstRows<Row>
  row: (row: Row) => ListRow
  /** Above the rows. */
  note?: ComponentChildren
}

function ListCard<Row>({ visit, name, list, state, result, row, note }: ListCardProps<Row>) {
  const t = cardPhrases(visit.language)
  const n = result.more ? uiPhrases(visit.language).moreThan(result.total) : count(result.total)
  return (
    <Card
      id={`home-${name.replace('_', '-')}`}
      title={t[name]}
      action={
        <All
          visit={visit}
          href={href(visit, listHref(list, { ...state, size: 10 }))}
          name={t[name]}
          n={n}
          none={result.total === 0}
        />
      }
    >
      {note}
      {result.rows.length > 0 ? (
        <RowList rows={result.rows.map(row)} />
      ) : (
        <p class="muted">{result.more ? t.very_many(n) : t[`no_${name}`]}</p>
      )}
    </Card>
  )
}

function All({ visit, href: to, name, n, none }: { visit: View; href: string; name: string; n: string; none?: boolean }) {
  const t = cardPhrases(visit.language)
  return (
    <a href={to}>
      {none ? t.to_list : t.all(n)}
      <span class="vh"> {name}</span>
    </a>
  )
}

function DeadlinesCard({ visit, cards: { deadlines, few }, today, several }: Part) {
  const t = cardPhrases(visit.language)
  return (
    <Card
      id="home-deadlines"
      title={t.deadlines}
      action={
        <a href={href(visit, '/deadlines')}>
          {t.to_deadlines}
          <span class="vh"> {t.deadlines}</span>
        </a>
      }
    >
      {deadlines.length > 0 ? (
        <RowList rows={deadlines.map((deadline) => deadlineRow(visit, deadline, today, several))} />
      ) : (
        <p class="muted">{few ? t.no_deadlines : t.deadlines_elsewhere}</p>
      )}
    </Card>
  )
}

function deadlineRow(visit: View, deadline: Deadline, today: string, several: boolean): ListRow {
  const t = cardPhrases(visit.language)
  const { words, kind } = remaining(deadline, today, visit.language)
  return {
    key: deadline.kind === 'window' ? deadline.eventId : `${deadline.kind}-${deadline.id}`,
    href: href(visit, pathOf(deadline)),
    title: t.deadline(kindInWords(deadline.kind, visit.language), nameOf(deadline)),
    detail: joined(
      shortDate(deadline.day),
      deadline.kind === 'premium' ? money(deadline.total, deadline.currency) : numberOf(deadline),
      several && deadline.company,
    ),
    end: <Badge kind={kind}>{words}</Badge>,
  }
}

// The policies at risk are named, with the day; where there are more of them, their number leads to all.
function Risks({ visit, risks, reminded }: { visit: View; risks: CoverAtRisk[]; reminded: number }) {
  if (risks.length === 0 && reminded === 0) return null
  return (
    <div class="stack tight">
      {risks.map((risk) => (
        <RiskNote key={risk.invoice.id} visit={visit} risk={risk} link />
      ))}
      {reminded > risks.length && <AtRisk visit={visit} n={reminded} />}
    </div>
  )
}

// What was reminded is a matter of days: it stands out before anything else that is open.
function AtRisk({ visit, n }: { visit: View; n: number }) {
  const t = cardPhrases(visit.language)
  return (
    <Note kind="warn" announce={false}>
      <p>
        {t.at_risk(n)} <a href={href(visit, listHref(premiumInvoiceList, { ...cardLists.atRisk, size: 10 }))}>{t.at_risk_show}</a>
      </p>
    </Note>
  )
}

function premiumRow(visit: View, invoice: PremiumInvoiceRow): ListRow {
  const t = cardPhrases(visit.language)
  return {
    key: invoice.id,
    href: href(visit, `/premium-invoices/${invoice.id}`),
    title: joined(invoice.number, invoice.line),
    detail: joined(invoice.due_on && t.due(shortDate(invoice.due_on)), invoice.insurer, invoice.company),
    end: (
      <>
        <span>{money(invoice.total, invoice.currency)}</span>
        <PremiumBadge invoice={invoice} language={visit.language} />
      </>
    ),
  }
}

function claimRow(visit: View, claim: ClaimRow, several: boolean): ListRow {
  return {
    key: claim.id,
    href: href(visit, `/claims/${claim.id}`),
    title: joined(claim.number, claim.cause),
    detail: joined(shortDate(claim.occurred_on), claim.line, several && claim.company),
    end: <Badge kind={claimStateKinds[claim.state]}>{claimPhrases(visit.language)[`state_${claim.state as ClaimState}`]}</Badge>,
  }
}

function requestRow(visit: View, request: RequestRow, several: boolean): ListRow {
  return {
    key: request.id,
    href: href(visit, `/requests/${request.id}`),
    title: joined(request.number, request.subject),
    detail: joined(dateTime(request.created_at), request.author_name, several && request.company),
    end: <RequestBadge state={request.state} language={visit.language} />,
  }
}

function DraftsCard({ visit, drafts }: { visit: View; drafts: Draft[] }) {
  const t = cardPhrases(visit.language)
  const report = reportPhrases(visit.language)
  return (
    <Card id="home-drafts" title={t.drafts}>
      <RowList
        rows={drafts.slice(0, 5).map((draft) => ({
          key: draft.id,
          href: href(visit, `/claims/new/${draft.id}/${draft.step}`),
          title: t.go_on(report[draft.kind]),
          detail: t.saved(dateTime(draft.saved_at)),
        }))}
      />
    </Card>
  )
}

function joined(...parts: ComponentChildren[]): string {
  return parts.filter(Boolean).join(' · ')
}
