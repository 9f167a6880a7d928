import { sql } from 'kysely'
import { money, shortDate } from '../../platform/format.ts'
import { defineList } from '../../records/list-description.ts'
import { contains } from '../../records/list-query.ts'
import { amountValue, dayValue } from '../../records/list-values.ts'
import { seesSeveralCompanies } from '../../records/record.tsx'
import { recordPhrases } from '../../records/record-phrases.ts'
import { invoicePhrases } from './phrases.ts'
import { type InvoiceRow, invoiceRows } from './queries.ts'
import { StateBadge } from './state-badge.tsx'

export const invoiceList = defineList<InvoiceRow>({
  path: '/invoices',
  icon: 'wallet',
  title: (language) => invoicePhrases(language).title,
  lead: (language) => invoicePhrases(language).lead,
  nothingYet: (language) => ({ title: invoicePhrases(language).nothing_title, text: invoicePhrases(language).nothing_text }),
  rows: invoiceRows,
  id: 'invoice.id',
  key: (row) => row.id,
  href: (row) => `/invoices/${row.id}`,
  order: { key: 'date', descending: true },
  columns: [
    { key: 'number', label: (l) => invoicePhrases(l).number, nowrap: true, sort: 'invoice.number', cell: (row) => row.number },
    { key: 'subject', label: (l) => invoicePhrases(l).subject, sort: 'invoice.subject', cell: (row) => row.subject },
    {
      key: 'company',
      label: (l) => recordPhrases(l).company,
      sort: 'company.name',
      cell: (row) => row.company,
      when: seesSeveralCompanies,
    },
    {
      key: 'date',
      label: (l) => invoicePhrases(l).invoiced,
      nowrap: true,
      sort: 'invoice.invoiced_on',
      value: (row) => dayValue(row.invoiced_on),
      cell: (row) => shortDate(row.invoiced_on),
    },
    {
      key: 'due',
      label: (l) => invoicePhrases(l).due,
      nowrap: true,
      sort: 'invoice.due_on',
      value: (row) => dayValue(row.due_on),
      cell: (row) => shortDate(row.due_on),
    },
    {
      key: 'total',
      label: (l) => invoicePhrases(l).total,
      sort: 'invoice.total',
      align: 'end',
      value: (row) => amountValue(row.total),
      cell: (row) => money(row.total, row.currency),
    },
    {
      key: 'state',
      label: (l) => invoicePhrases(l).state,
      sort: 'invoice.state',
      cell: (row, visit) => <StateBadge invoice={row} language={visit.language} />,
    },
  ],
  views: [
    { key: 'all', label: (l) => invoicePhrases(l).view_all },
    { key: 'open', label: (l) => invoicePhrases(l).view_open, where: () => sql<boolean>`invoice.state = 'open'` },
    { key: 'paid', label: (l) => invoicePhrases(l).view_paid, where: () => sql<boolean>`invoice.state = 'paid'` },
  ],
  search: (term) =>
    sql<boolean>`(${contains(['invoice.number', 'invoice.subject', 'company.name'], term)} or ${referenceMatches(term)})`,
})

// A payment reference is typed with spaces, as it stands on the bill.
function referenceMatches(term: string) {
  const compact = term.replace(/\s/g, '')
  return compact.length < 5 ? sql<boolean>`false` : contains(['invoice.qr_reference'], compact)
}
