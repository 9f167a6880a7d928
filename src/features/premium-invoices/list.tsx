import { sql } from 'kysely'
import { shortDate } from '../../platform/format.ts'
import { labels } from '../../platform/phrases.ts'
import {
  amountColumn,
  companyColumn,
  currencyColumn,
  dayColumn,
  insurerColumn,
  numberColumn,
  policyColumn,
  stateColumn,
  textColumn,
} from '../../records/list-columns.tsx'
import { inThisMonth } from '../../records/list-conditions.ts'
import { defineList } from '../../records/list-description.ts'
import {
  amountFilter,
  companyFilter,
  dayFilter,
  insurerFilter,
  lineFilter,
  policyFilter,
  wordFilter,
} from '../../records/list-filter-kinds.ts'
import { sharingActions, sharingFilter } from '../sharing/offers.ts'
import { premiumInvoicePhrases } from './phrases.ts'
import { overdue, type PremiumInvoiceRow, premiumInvoiceRows, unpaid } from './queries.ts'
import { statedIn } from './state-badge.tsx'
import { type PremiumInvoiceKind, premiumInvoiceKinds, premiumInvoiceStates } from './states.ts'

const label = labels(premiumInvoicePhrases)

export const premiumInvoiceList = defineList<PremiumInvoiceRow>({
  path: '/premium-invoices',
  table: 'premium_invoice',
  icon: 'receipt',
  words: premiumInvoicePhrases,
  openedBy: 'lines',
  rows: premiumInvoiceRows,
  order: { key: 'due', descending: true },
  columns: [
    numberColumn('number', label('number'), 'premium_invoice.number', (row) => row.number, { neverEmpty: true }),
    policyColumn(),
    insurerColumn(),
    companyColumn(),
    textColumn(
      'kind',
      label('kind'),
      'premium_invoice.kind',
      (row, language) => premiumInvoicePhrases(language)[`kind_${row.kind as PremiumInvoiceKind}`],
      { minor: true },
    ),
    numberColumn('period', label('period'), 'premium_invoice.period_from', period, { minor: true }),
    dayColumn('due', label('due'), 'premium_invoice.due_on', (row) => row.due_on),
    amountColumn(
      'total',
      label('total'),
      'premium_invoice.total',
      (row) => row.total,
      (row) => row.currency,
      { neverEmpty: true },
    ),
    currencyColumn((row) => row.currency),
    stateColumn(label('state'), 'premium_invoice.state', statedIn),
  ],
  views: [
    { key: 'open', label: label('view_open'), where: unpaid },
    { key: 'due', label: label('view_due'), where: sql`${unpaid} and ${inThisMonth('premium_invoice.due_on')}` },
    { key: 'overdue', label: label('view_overdue'), where: overdue },
    {
      key: 'reminded',
      label: label('view_reminded'),
      where: sql`premium_invoice.state in ('reminded', 'cover_suspended')`,
    },
    { key: 'paid', label: label('view_paid'), where: sql`premium_invoice.state = 'paid'` },
  ],
  filters: [
    wordFilter(
      'state',
      label('state'),
      'premium_invoice.state',
      premiumInvoiceStates,
      (state, language) => premiumInvoicePhrases(language)[`state_${state}`],
    ),
    wordFilter(
      'kind',
      label('kind'),
      'premium_invoice.kind',
      premiumInvoiceKinds,
      (kind, language) => premiumInvoicePhrases(language)[`kind_${kind}`],
    ),
    lineFilter('premium_invoice'),
    insurerFilter('premium_invoice'),
    companyFilter('premium_invoice'),
    policyFilter(),
    dayFilter('due', label('due'), 'premium_invoice.due_on'),
    amountFilter('total', label('total'), 'premium_invoice.total'),
    sharingFilter('premium_invoice'),
  ],
  selection: { actions: sharingActions('/premium-invoices') },
  search: ['premium_invoice.number', 'policy.number', 'policy.insurer', 'line.name', 'company.name'],
})

/** `01.01.2026 – 31.03.2026`, or what is known of it. */
export function period(invoice: Pick<PremiumInvoiceRow, 'period_from' | 'period_to'>): string {
  return [invoice.period_from, invoice.period_to].map(shortDate).filter(Boolean).join(' – ')
}
