import type { AnyList } from '../../records/list-description.ts'
import type { RecordKind } from '../../records/record-description.ts'
import { claimList } from '../claims/list.tsx'
import { documentList } from '../documents/list.tsx'
import type { Area } from '../house/navigation.ts'
import { insuredObjectList } from '../insured-objects/list.tsx'
import { invoiceList } from '../invoices/list.tsx'
import type { Kind as NewsKind } from '../notifications/kinds.ts'
import { policyList } from '../policies/list.tsx'
import { premiumInvoiceList } from '../premium-invoices/list.tsx'

/** A kind of record that can be shared, and what people are told when one becomes visible; null: nothing. */
export interface SharedKind {
  kind: RecordKind
  list: AnyList
  area: Area
  news: NewsKind | null
}

export const sharedKinds: SharedKind[] = [
  { kind: 'policy', list: policyList, area: 'policies', news: 'policy_new' },
  { kind: 'premium_invoice', list: premiumInvoiceList, area: 'premium_invoices', news: 'premium_new' },
  { kind: 'insured_object', list: insuredObjectList, area: 'insured_objects', news: null },
  { kind: 'claim', list: claimList, area: 'claims', news: 'claim_new' },
  { kind: 'invoice', list: invoiceList, area: 'invoices', news: 'invoice_new' },
  { kind: 'document', list: documentList, area: 'documents', news: 'document_new' },
]

/** The kind of a record by the name of its table. */
export function sharedKind(kind: string): SharedKind | null {
  return sharedKinds.find((one) => one.kind === kind) ?? null
}
