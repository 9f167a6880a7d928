import type { VNode } from 'preact'
import type { Db } from '../../platform/db.ts'
import type { Visit } from '../../platform/visit.ts'
import type { ListDescription } from '../../records/list-description.ts'
import type { ListResult } from '../../records/list-query.ts'
import { readShortList, ShortListCard } from '../../records/short-list.tsx'
import { claimList } from '../claims/list.tsx'
import { contactList } from '../contacts/list.tsx'
import { documentList } from '../documents/list.tsx'
import { insuredObjectList } from '../insured-objects/list.tsx'
import { invoiceList } from '../invoices/list.tsx'
import { policyList } from '../policies/list.tsx'
import { premiumInvoiceList } from '../premium-invoices/list.tsx'

/** What one kind of record has for a term. */
export interface Found {
  key: string
  total: number
  capped: boolean
  draw: (visit: Omit<Visit, 'db'>) => VNode
}

/** A kind that is searched: its list says where to look and what a row shows. */
export interface SearchGroup {
  search: (db: Db, term: string) => Promise<Found>
}

export const searchGroups: SearchGroup[] = [
  group(policyList, ['line', 'insurer', 'policyholder', 'state']),
  group(insuredObjectList, ['kind', 'plate', 'policy', 'company']),
  group(claimList, ['occurred', 'cause', 'company', 'state']),
  group(premiumInvoiceList, ['insurer', 'company', 'due', 'total', 'state']),
  group(invoiceList, ['subject', 'company', 'total', 'state']),
  group(documentList, ['category', 'company', 'date', 'file']),
  group(contactList, ['company', 'position', 'email']),
]

function group<Row>(list: ListDescription<Row>, columns: string[]): SearchGroup {
  return {
    search: async (db, term) => found(list, columns, term, await readShortList(db, list, term)),
  }
}

/** The result of one kind, ready to be drawn. */
export function found<Row>(list: ListDescription<Row>, columns: string[], term: string, result: ListResult<Row>): Found {
  return {
    key: list.path,
    total: result.total,
    capped: result.capped,
    draw: (visit) => <ShortListCard visit={visit} list={list} result={result} columns={columns} search={term} />,
  }
}
