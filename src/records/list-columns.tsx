import { dateTime, money, shortDate } from '../platform/format.ts'
import type { Language } from '../platform/phrases.ts'
import { Badge, type BadgeKind } from '../ui/components/Badge.tsx'
import type { Label, ListColumn } from './list-description.ts'
import { amountValue, dayValue } from './list-values.ts'
import { seesSeveralCompanies } from './record.tsx'
import { recordPhrases } from './record-phrases.ts'

// Makers of the columns that lists have in common. Each takes the key of the address, the label, what it sorts by as
// `table.column` (null: cannot be sorted), and how to find the value in a row.

type Extra<Row> = Pick<ListColumn<Row>, 'neverEmpty' | 'when' | 'minor' | 'exportOnly'>

/** Words. */
export function textColumn<Row>(
  key: string,
  label: Label,
  sort: string | null,
  text: (row: Row, language: Language) => string | null,
  extra: Extra<Row> = {},
): ListColumn<Row> {
  return { key, label, ...sorted(sort), cell: (row, visit) => text(row, visit.language), ...extra }
}

/** A number people know a record by: it stays on one line. */
export function numberColumn<Row>(
  key: string,
  label: Label,
  sort: string | null,
  text: (row: Row) => string | null,
  extra: Extra<Row> = {},
): ListColumn<Row> {
  return { ...textColumn(key, label, sort, text, extra), nowrap: true }
}

/** A day (`2026-12-31`), shown as `31.12.2026`; in exports a date. */
export function dayColumn<Row>(
  key: string,
  label: Label,
  sort: string | null,
  day: (row: Row) => string | null,
  extra: Extra<Row> = {},
): ListColumn<Row> {
  const cell = (row: Row) => shortDate(day(row))
  return { key, label, ...sorted(sort), nowrap: true, cell, value: (row) => dayValue(day(row)), ...extra }
}

/** An instant, shown in Swiss time; in exports a date with its time. */
export function momentColumn<Row>(
  key: string,
  label: Label,
  sort: string | null,
  at: (row: Row) => Date | null,
  extra: Extra<Row> = {},
): ListColumn<Row> {
  const cell = (row: Row) => {
    const instant = at(row)
    return instant && dateTime(instant)
  }
  return { key, label, ...sorted(sort), nowrap: true, cell, value: at, ...extra }
}

/** An amount (`1234.50`) with its currency, at the end of its column; in exports a number (`currencyColumn` says of what). */
export function amountColumn<Row>(
  key: string,
  label: Label,
  sort: string | null,
  amount: (row: Row) => string | null,
  currency: (row: Row) => string | null,
  extra: Extra<Row> = {},
): ListColumn<Row> {
  const cell = (row: Row) => money(amount(row), currency(row) ?? undefined)
  return { key, label, ...sorted(sort), align: 'end', cell, value: (row) => amountValue(amount(row)), ...extra }
}

/** The currency of a row's amounts, for exports: on the page it stands with the amount. */
export function currencyColumn<Row>(currency: (row: Row) => string | null): ListColumn<Row> {
  return { key: 'currency', label: (l) => recordPhrases(l).currency, cell: currency, exportOnly: true }
}

/** What a badge says; `note` is a second one beside it, `below` a small line under both. */
export interface Stated {
  text: string
  kind: BadgeKind | undefined
  note?: { text: string; kind: BadgeKind } | false | undefined
  below?: string | false | null | undefined
}

/** A state as a badge; in exports its words. */
export function stateColumn<Row>(
  label: Label,
  sort: string | null,
  stated: (row: Row, language: Language) => Stated,
  { key = 'state', ...extra }: Extra<Row> & { key?: string } = {},
): ListColumn<Row> {
  return {
    key,
    label,
    ...sorted(sort),
    cell: (row, visit) => <State {...stated(row, visit.language)} />,
    value: (row, visit) => {
      const { text, note, below } = stated(row, visit.language)
      return [text, note ? note.text : '', below].filter(Boolean).join(', ')
    },
    ...extra,
  }
}

function State({ text, kind, note, below }: Stated) {
  return (
    <>
      <Badge kind={kind}>{text}</Badge>
      {note && (
        <>
          {' '}
          <Badge kind={note.kind}>{note.text}</Badge>
        </>
      )}
      {below && <div class="small muted">{below}</div>}
    </>
  )
}

/** Whose record it is, for those who see several companies. */
export function companyColumn<Row extends { company: string }>(key = 'company', label?: Label): ListColumn<Row> {
  return textColumn(key, label ?? ((l) => recordPhrases(l).company), 'company.name', (row) => row.company, {
    when: seesSeveralCompanies,
    neverEmpty: true,
  })
}

/** The number of the policy that a record hangs on. */
export function policyColumn<Row extends { policy_number: string | null }>(extra: Extra<Row> = {}): ListColumn<Row> {
  return numberColumn(
    'policy',
    (l) => recordPhrases(l).policy,
    'policy.number',
    (row) => row.policy_number,
    extra,
  )
}

/** The line of business. */
export function lineColumn<Row extends { line: string | null }>(extra: Extra<Row> = {}): ListColumn<Row> {
  return textColumn(
    'line',
    (l) => recordPhrases(l).line,
    'line.name',
    (row) => row.line,
    extra,
  )
}

/** The insurer of the policy. */
export function insurerColumn<Row extends { insurer: string | null }>(extra: Extra<Row> = {}): ListColumn<Row> {
  return textColumn(
    'insurer',
    (l) => recordPhrases(l).insurer,
    'policy.insurer',
    (row) => row.insurer,
    extra,
  )
}

const sorted = (sort: string | null) => (sort === null ? {} : { sort })
