import { sql } from 'kysely'
import { money, shortDate } from '../../platform/format.ts'
import { defineList } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { amountValue, dayValue } from '../../records/list-values.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { recordPhrases } from '../../records/record-phrases.ts'
import { premiumInvoicePhrases } from './phrases.ts'
import { overdue, type PremiumInvoiceRow, premiumInvoiceRows, unpaid } from './queries.ts'
import { StateCell } from './state-badge.tsx'
import type { PremiumInvoiceKind } from './states.ts'

export const premiumInvoiceList = defineList<PremiumInvoiceRow>({
  path: '/premium-invoices',
  icon: 'receipt',
  title: (language) => premiumInvoicePhrases(language).title,
  lead: (language) => premiumInvoicePhrases(language).lead,
  nothingYet: (language) => ({
    title: premiumInvoicePhrases(language).nothing_title,
    text: premiumInvoicePhrases(language).nothing_text,
  }),
  rows: premiumInvoiceRows,
  id: 'premium_invoice.id',
  key: (row) => row.id,
  href: (row) => `/premium-invoices/${row.id}`,
  order: { key: 'due', descending: true },
  columns: [
    {
      key: 'number',
      label: (l) => premiumInvoicePhrases(l).number,
      nowrap: true,
      sort: 'premium_invoice.number',
      cell: (row) => row.number,
    },
    {
      key: 'policy',
      label: (l) => recordPhrases(l).policy,
      nowrap: true,
      sort: 'policy.number',
      cell: (row) => row.policy_number,
    },
    { key: 'insurer', label: (l) => recordPhrases(l).insurer, sort: 'policy.insurer', cell: (row) => row.insurer },
    {
      key: 'company',
      label: (l) => recordPhrases(l).company,
      sort: 'company.name',
      cell: (row) => row.company,
      when: seesSeveralCompanies,
    },
    {
      key: 'kind',
      label: (l) => premiumInvoicePhrases(l).kind,
      sort: 'premium_invoice.kind',
      cell: (row, visit) => premiumInvoicePhrases(visit.language)[`kind_${row.kind as PremiumInvoiceKind}`],
    },
    {
      key: 'period',
      label: (l) => premiumInvoicePhrases(l).period,
      sort: 'premium_invoice.period_from',
      cell: (row) => period(row),
    },
    {
      key: 'due',
      label: (l) => premiumInvoicePhrases(l).due,
      nowrap: true,
      sort: 'premium_invoice.due_on',
      value: (row) => dayValue(row.due_on),
      cell: (row) => shortDate(row.due_on),
    },
    {
      key: 'total',
      label: (l) => premiumInvoicePhrases(l).total,
      sort: 'premium_invoice.total',
      align: 'end',
      value: (row) => amountValue(row.total),
      cell: (row) => money(row.total, row.currency),
    },
    {
      key: 'state',
      label: (l) => premiumInvoicePhrases(l).state,
      sort: 'premium_invoice.state',
      cell: (row, visit) => <StateCell invoice={row} language={visit.language} />,
    },
  ],
  views: [
    { key: 'all', label: (l) => premiumInvoicePhrases(l).view_all },
    { key: 'open', label: (l) => premiumInvoicePhrases(l).view_open, where: () => unpaid },
    { key: 'overdue', label: (l) => premiumInvoicePhrases(l).view_overdue, where: () => overdue },
    {
      key: 'paid',
      label: (l) => premiumInvoicePhrases(l).view_paid,
      where: () => sql<boolean>`premium_invoice.state = 'paid'`,
    },
  ],
  search: (term) => contains(['premium_invoice.number', 'policy.number', 'policy.insurer', 'line.name', 'company.name'], term),
})

/** `01.01.2026 – 31.03.2026`, or what is known of it. */
export function period(invoice: Pick<PremiumInvoiceRow, 'period_from' | 'period_to'>): string {
  return [invoice.period_from, invoice.period_to].map(shortDate).filter(Boolean).join(' – ')
}
