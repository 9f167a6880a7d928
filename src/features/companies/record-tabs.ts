import type { AnyList } from '../../records/list-description.ts'
import { claimList } from '../claims/list.tsx'
import { documentList } from '../documents/list.tsx'
import { insuredObjectList } from '../insured-objects/list.tsx'
import { invoiceList } from '../invoices/list.tsx'
import { conversationList } from '../messages/list.tsx'
import { policyList } from '../policies/list.tsx'
import { premiumInvoiceList } from '../premium-invoices/list.tsx'
import { requestList } from '../service-requests/list.tsx'

/** The records of a company, one tab each: the last part of the address, the list they come from, the column that names the company. */
export const recordTabs: { part: string; list: AnyList; column: string }[] = [
  { part: 'policies', list: policyList, column: 'policy.company_id' },
  { part: 'premium-invoices', list: premiumInvoiceList, column: 'premium_invoice.company_id' },
  { part: 'insured-objects', list: insuredObjectList, column: 'insured_object.company_id' },
  { part: 'claims', list: claimList, column: 'claim.company_id' },
  { part: 'invoices', list: invoiceList, column: 'invoice.company_id' },
  { part: 'requests', list: requestList, column: 'service_request.company_id' },
  { part: 'documents', list: documentList, column: 'document.company_id' },
  { part: 'messages', list: conversationList, column: 'conversation.company_id' },
]
