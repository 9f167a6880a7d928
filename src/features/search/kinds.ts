import type { Language } from '../../platform/phrases.ts'
import type { AnyList } from '../../records/list-description.ts'
import { claimList } from '../claims/list.tsx'
import { companyList } from '../companies/list.tsx'
import { contactList } from '../contacts/list.tsx'
import { documentList } from '../documents/list.tsx'
import { insuredObjectList } from '../insured-objects/list.tsx'
import { invoiceList } from '../invoices/list.tsx'
import { conversationList } from '../messages/list.tsx'
import { policyList } from '../policies/list.tsx'
import { premiumInvoiceList } from '../premium-invoices/list.tsx'
import { requestList } from '../service-requests/list.tsx'

/** What an entry stands for, by the name of its table. */
export type Kind =
  | 'company'
  | 'policy'
  | 'insured_object'
  | 'claim'
  | 'premium_invoice'
  | 'invoice'
  | 'service_request'
  | 'message'
  | 'document'
  | 'contact'

interface KindInfo {
  kind: Kind
  /** Stands in the address: `?k=policies`. */
  key: string
  list: AnyList
}

const of = (kind: Kind, list: AnyList): KindInfo => ({ kind, key: list.path.slice(1), list })

/** In the order in which results stand where nothing else decides. */
export const kinds: KindInfo[] = [
  of('company', companyList),
  of('policy', policyList),
  of('insured_object', insuredObjectList),
  of('claim', claimList),
  of('premium_invoice', premiumInvoiceList),
  of('invoice', invoiceList),
  of('service_request', requestList),
  of('message', conversationList),
  of('document', documentList),
  of('contact', contactList),
]

/** What is known of a kind. */
export function kindInfo(kind: Kind): KindInfo {
  return kinds.find((one) => one.kind === kind)!
}

/** «Policen», as the list is called. */
export function kindTitle(kind: Kind, language: Language): string {
  return kindInfo(kind).list.words(language).title
}
