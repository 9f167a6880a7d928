import { addAmounts, compareAmounts, percentOf } from '../../../platform/amounts.ts'
import { count, money, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { type Column, DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { type Bar, StackedBars } from '../../../ui/components/StackedBars.tsx'
import { todayHere } from '../../deadlines/deadline.ts'
import { portalPage } from '../../house/page.tsx'
import { housePhrases } from '../../house/phrases.ts'
import type { Figures, YearOfLine } from '../figures.ts'
import { figuresPhrases } from '../figures-phrases.ts'

type View = Omit<Visit, 'db'>
type Part = { visit: View; figures: Figures }

// The last colour is for what is left over.
const mostSeries = 6

/** Premiums and claims of the last years on Home. */
export function FiguresCard({ visit, figures, few }: Part & { few: boolean }) {
  const t = figuresPhrases(visit.language)
  return (
    <Card
      id="home-figures"
      title={t.title}
      action={
        <a href={href(visit, '/figures')}>
          {t.all_years}
          <span class="vh"> {t.title}</span>
        </a>
      }
    >
      {few ? <Drawn visit={visit} figures={figures} /> : <p class="muted">{t.too_many}</p>}
    </Card>
  )
}

/** All years there are. */
export function figuresPage(visit: View, figures: Figures) {
  const t = figuresPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: 'home',
    crumbs: [
      { label: visit.brokerage.number },
      { label: housePhrases(visit.language).home, href: href(visit, '/') },
      { label: t.title },
    ],
    lead: t.lead,
    children:
      figures.rows.length > 0 ? (
        <Card id="figures" title={t.title}>
          <Drawn visit={visit} figures={figures} />
        </Card>
      ) : (
        <EmptyState icon="receipt" title={t.nothing} />
      ),
  })
}

function Drawn({ visit, figures }: Part) {
  const t = figuresPhrases(visit.language)
  if (figures.rows.length === 0) return <p class="muted">{t.nothing}</p>
  const { years, currency } = figures
  const span = years.length > 1 ? `${years.at(-1)}–${years[0]}` : String(years[0])
  const sums = years.map((year) => ({ year, ...sumOf(figures, (row) => row.year === year) }))
  const described = sums.map((sum) => t.described(sum.year, money(sum.premiums, currency), money(sum.claims, currency)))
  return (
    <>
      <StackedBars
        id="figures-chart"
        title={t.chart_title(span)}
        description={described.join(' ')}
        groups={groupsOf(visit, figures)}
        series={seriesOf(visit, figures).map(({ name }) => name)}
        tableLabel={t.as_table}
        table={<FiguresTable visit={visit} figures={figures} />}
      />
      <p class="small muted top-gap measure">
        {t.source} {figures.asOf && t.as_of(shortDate(figures.asOf))}{' '}
        {figures.others.length > 0 && t.others(figures.others.join(', '))}
      </p>
    </>
  )
}

interface Series {
  name: string
  lines: (string | null)[]
}

// Each of the greatest lines for itself, the rest together.
function seriesOf(visit: View, { lines }: Figures): Series[] {
  const t = figuresPhrases(visit.language)
  const single = (line: string | null) => ({ name: line ?? t.no_line, lines: [line] })
  if (lines.length <= mostSeries) return lines.map(single)
  return [...lines.slice(0, mostSeries - 1).map(single), { name: t.rest, lines: lines.slice(mostSeries - 1) }]
}

function groupsOf(visit: View, figures: Figures) {
  const t = figuresPhrases(visit.language)
  const series = seriesOf(visit, figures)
  const ofYear = (year: number) => sumOf(figures, (row) => row.year === year)
  const longest = figures.years
    .map(ofYear)
    .flatMap(({ premiums, claims }) => [premiums, claims])
    .reduce((a, b) => (compareAmounts(a, b) > 0 ? a : b))
  const partsOf = (year: number, what: 'premiums' | 'claims'): Bar['parts'] =>
    series.flatMap(({ name, lines }, index) => {
      const sum = sumOf(figures, (row) => row.year === year && lines.includes(row.line))[what]
      const percent = percentOf(sum, longest)
      return percent > 0 ? [{ series: index, percent, text: t.part(name, t[what], money(sum, figures.currency)) }] : []
    })
  return figures.years.map((year) => {
    const sum = ofYear(year)
    return {
      label: year === Number(todayHere().slice(0, 4)) ? t.so_far(year) : String(year),
      bars: [
        {
          label: t.premiums,
          sum: sum.invoices > 0 ? money(sum.premiums, figures.currency) : t.no_invoices,
          parts: partsOf(year, 'premiums'),
        },
        {
          label: t.claims,
          sum: t.sum_claims(money(sum.claims, figures.currency), count(sum.count)),
          parts: partsOf(year, 'claims'),
        },
      ],
    }
  })
}

function sumOf({ rows }: Figures, which: (row: YearOfLine) => boolean) {
  const some = rows.filter(which)
  return {
    premiums: addAmounts(some.map(({ premiums }) => premiums)),
    claims: addAmounts(some.map(({ claims }) => claims)),
    invoices: some.reduce((sum, row) => sum + row.invoices, 0),
    count: some.reduce((sum, row) => sum + row.count, 0),
  }
}

function FiguresTable({ visit, figures }: Part) {
  const t = figuresPhrases(visit.language)
  const columns: Column[] = [
    { key: 'line', label: t.line },
    ...figures.years.flatMap((year): Column[] => [
      { key: `p${year}`, label: t.column_premiums(year), align: 'end' },
      { key: `c${year}`, label: t.column_claims(year), align: 'end' },
      { key: `n${year}`, label: t.column_count(year), align: 'end' },
    ]),
  ]
  const cells = (which: (row: YearOfLine) => boolean) =>
    figures.years.flatMap((year) => {
      const sum = sumOf(figures, (row) => row.year === year && which(row))
      const premiums = sum.invoices > 0 ? money(sum.premiums, figures.currency) : null
      return [premiums, money(sum.claims, figures.currency), count(sum.count)]
    })
  const rows = figures.lines.map((line) => ({
    key: line ?? '-',
    cells: [line ?? t.no_line, ...cells((row) => row.line === line)],
  }))
  return (
    <DataTable caption={t.title} columns={columns} rows={[...rows, { key: 'total', cells: [t.total, ...cells(() => true)] }]} />
  )
}
