import { sql } from 'kysely'
import { labels } from '../../platform/phrases.ts'
import {
  amountColumn,
  companyColumn,
  currencyColumn,
  dayColumn,
  numberColumn,
  stateColumn,
  textColumn,
} from '../../records/list-columns.tsx'
import { contains, inThisMonth } from '../../records/list-conditions.ts'
import { defineList } from '../../records/list-description.ts'
import { amountFilter, companyFilter, dayFilter, wordFilter, yearFilter } from '../../records/list-filter-kinds.ts'
import { sharingActions, sharingFilter } from '../sharing/offers.ts'
import { invoicePhrases } from './phrases.ts'
import { type InvoiceRow, invoiceRows, overdue } from './queries.ts'
import { statedIn } from './state-badge.tsx'
import { invoiceStates } from './states.ts'

const label = labels(invoicePhrases)

export const invoiceList = defineList<InvoiceRow>({
  path: '/invoices',
  table: 'invoice',
  icon: 'wallet',
  words: invoicePhrases,
  openedBy: 'invoices',
  rows: invoiceRows,
  order: { key: 'date', descending: true },
  columns: [
    numberColumn('number', label('number'), 'invoice.number', (row) => row.number, { neverEmpty: true }),
    textColumn('subject', label('subject'), 'invoice.subject', (row) => row.subject, { neverEmpty: true }),
    companyColumn(),
    dayColumn('date', label('invoiced'), 'invoice.invoiced_on', (row) => row.invoiced_on, { neverEmpty: true }),
    dayColumn('due', label('due'), 'invoice.due_on', (row) => row.due_on),
    amountColumn(
      'total',
      label('total'),
      'invoice.total',
      (row) => row.total,
      (row) => row.currency,
      { neverEmpty: true },
    ),
    currencyColumn((row) => row.currency),
    stateColumn(label('state'), 'invoice.state', statedIn),
  ],
  views: [
    { key: 'open', label: label('view_open'), where: sql`invoice.state = 'open'` },
    { key: 'due', label: label('view_due'), where: sql`invoice.state = 'open' and ${inThisMonth('invoice.due_on')}` },
    { key: 'overdue', label: label('view_overdue'), where: overdue },
    { key: 'paid', label: label('view_paid'), where: sql`invoice.state = 'paid'` },
  ],
  filters: [
    wordFilter(
      'state',
      label('state'),
      'invoice.state',
      invoiceStates,
      (state, language) => invoicePhrases(language)[`state_${state}`],
    ),
    companyFilter('invoice'),
    yearFilter('invoice', 'invoiced_on'),
    dayFilter('date', label('invoiced'), 'invoice.invoiced_on'),
    dayFilter('due', label('due'), 'invoice.due_on'),
    amountFilter('total', label('total'), 'invoice.total'),
    sharingFilter('invoice'),
  ],
  selection: { actions: sharingActions('/invoices') },
  search: (term) =>
    sql<boolean>`(${contains(['invoice.number', 'invoice.subject', 'company.name'], term)} or ${referenceMatches(term)})`,
})

// A payment reference is typed with spaces, as it stands on the bill.
function referenceMatches(term: string) {
  const compact = term.replace(/\s/g, '')
  return compact.length < 5 ? sql<boolean>`false` : contains(['invoice.qr_reference'], compact)
}
