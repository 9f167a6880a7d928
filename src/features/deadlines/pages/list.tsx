import { count, longDate, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { seesSeveralCompanies } from '../../../records/record.tsx'
import { recordPhrases } from '../../../records/record-phrases.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { type Column, DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { portalPage } from '../../house/page.tsx'
import { policyPhrases } from '../../policies/phrases.ts'
import { saferDay } from '../deadline.ts'
import { deadlinePhrases } from '../phrases.ts'
import type { Deadline } from '../queries.ts'
import { type KindGroup, kindGroups, type View, views } from '../views.ts'
import { isNotice, kindInWords, numberOf, pathOf, remaining, ruleInWords } from '../words.ts'

type Page = Omit<Visit, 'db'>

interface Found {
  deadlines: Deadline[]
  more: boolean
  view: View
  kinds: KindGroup
  today: string
}

/** The deadlines of the policies and premium invoices that exist for this person, month by month. */
export function listPage(visit: Page, found: Found) {
  const t = deadlinePhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'policies',
    crumbs: [
      { label: visit.brokerage.number },
      { label: policyPhrases(visit.language).title, href: href(visit, '/policies') },
      { label: t.title },
    ],
    lead: t.lead,
    actions: visit.actor.kind === 'customer' && (
      <LinkButton href={href(visit, '/deadlines/calendar')} icon="calendar">
        {t.subscribe}
      </LinkButton>
    ),
    children: (
      <div class="stack">
        <ViewTabs visit={visit} view={found.view} kinds={found.kinds} />
        <KindTabs visit={visit} view={found.view} kinds={found.kinds} />
        <Note kind="info" title={t.label} announce={false}>
          <p>{t.label_more}</p>
          {found.more && <p>{t.more(count(found.deadlines.length))}</p>}
        </Note>
        {found.deadlines.length === 0 && <EmptyState icon="calendar" title={t.nothing_title} text={t.nothing_text} />}
        {byMonth(found, visit).map(({ key, title, deadlines }) => (
          <Month key={key} id={key} title={title} visit={visit} deadlines={deadlines} today={found.today} />
        ))}
      </div>
    ),
  })
}

interface Shown {
  visit: Page
  view: View
  kinds: KindGroup
}

function ViewTabs({ visit, view, kinds }: Shown) {
  const t = deadlinePhrases(visit.language)
  const shown = ['quarter', 'year', 'all'] as const
  const items = shown.map((key) => ({ label: t[`view_${key}`], href: addressOf(visit, key, kinds), current: key === view }))
  return <Tabs label={t.views} items={items} />
}

function KindTabs({ visit, view, kinds }: Shown) {
  const t = deadlinePhrases(visit.language)
  const items = kindGroups.map((key) => ({
    label: t[`kinds_${key}`],
    href: addressOf(visit, view, key),
    current: key === kinds,
  }))
  return <Tabs label={t.kinds} items={items} />
}

function addressOf(visit: Page, view: View, kinds: KindGroup): string {
  const asked = new URLSearchParams({ ...(view !== views[0] && { v: view }), ...(kinds !== 'all' && { k: kinds }) })
  return href(visit, asked.size > 0 ? `/deadlines?${asked}` : '/deadlines')
}

// What is overdue stands together in front: how long it has waited matters more than the month it came from.
function byMonth({ deadlines, today }: Found, visit: Page) {
  const groups = Map.groupBy(deadlines, ({ day }) => (day < today ? 'overdue' : `month-${day.slice(0, 7)}`))
  return [...groups].map(([key, rows]) => ({
    key,
    title: key === 'overdue' ? deadlinePhrases(visit.language).overdue : monthName(rows[0]!.day, visit),
    deadlines: rows,
  }))
}

function monthName(day: string, { language }: Page): string {
  const name = longDate(day, language).replace(/^\S+ /, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function Month({
  id,
  title,
  visit,
  deadlines,
  today,
}: { id: string; title: string; visit: Page } & Pick<Found, 'deadlines' | 'today'>) {
  const t = deadlinePhrases(visit.language)
  const several = seesSeveralCompanies(visit.actor)
  const columns: (Column & { when?: boolean })[] = [
    { key: 'day', label: t.last_day, nowrap: true },
    { key: 'what', label: t.what },
    { key: 'company', label: recordPhrases(visit.language).company, when: several },
    { key: 'rule', label: t.rule },
    { key: 'remaining', label: t.remaining, nowrap: true },
  ]
  return (
    <Card id={id} title={title} flush badge={<Badge>{t.count(count(deadlines.length), deadlines.length === 1)}</Badge>}>
      <DataTable
        caption={`${t.title} ${title}`}
        columns={columns.filter(({ when }) => when !== false)}
        rows={deadlines.map((deadline) => ({
          key: `${deadline.kind}-${deadline.id}`,
          cells: [
            shortDate(deadline.day),
            <What visit={visit} deadline={deadline} />,
            ...(several ? [deadline.company] : []),
            <Rule visit={visit} deadline={deadline} />,
            <Remaining visit={visit} deadline={deadline} today={today} />,
          ],
        }))}
      />
    </Card>
  )
}

type Part = { visit: Page; deadline: Deadline }

// One box per cell: on phones a cell is a row of its label and one thing.
function What({ visit, deadline }: Part) {
  const { language } = visit
  const number = <a href={href(visit, pathOf(deadline))}>{numberOf(deadline)}</a>
  if (deadline.kind !== 'premium' && deadline.kind !== 'limitation')
    return (
      <div>
        {kindInWords(deadline.kind, language)}: {deadline.name}
        <div>
          {number}
          <span class="small muted"> · {deadline.insurer}</span>
        </div>
      </div>
    )
  return (
    <div>
      {kindInWords(deadline.kind, language)}: {number}
      {deadline.policyId && (
        <div>
          <a href={href(visit, `/policies/${deadline.policyId}`)}>{deadline.policyNumber}</a>
          <span class="small muted">
            {' '}
            · {[deadline.kind === 'premium' && deadline.line, deadline.insurer].filter(Boolean).join(', ')}
          </span>
        </div>
      )}
    </div>
  )
}

function Rule({ visit, deadline }: Part) {
  const t = deadlinePhrases(visit.language)
  return (
    <div>
      {ruleInWords(deadline, visit.language)}
      {isNotice(deadline) && <div class="small muted">{t.safer_day(shortDate(saferDay(deadline.day)))}</div>}
    </div>
  )
}

function Remaining({ visit, deadline, today }: Part & { today: string }) {
  const { words, kind } = remaining(deadline, today, visit.language)
  return <Badge kind={kind}>{words}</Badge>
}
