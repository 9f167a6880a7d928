import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { todayHere } from '../deadlines/deadline.ts'
import { type PremiumInvoiceRow, premiumInvoiceRows, stillToPay } from './queries.ts'
import { type Suspension, suspensionOf } from './suspension.ts'

/** A policy whose cover rests or is about to, because of a premium that was reminded of. */
export interface CoverAtRisk {
  suspension: Suspension
  invoice: PremiumInvoiceRow & { policy_name: string | null; line_code: string | null }
}

const order: Suspension['phase'][] = ['stated', 'suspended', 'running', 'undated']

/**
 * The policies whose cover an unpaid premium threatens (VVG Art. 20), worst first, as far as they exist for the actor; of one
 * policy only, where asked. `where` is a condition on all of it, e.g. that there are not too many invoices to look through.
 */
export async function coverAtRisk(
  db: Db,
  { policyId, limit = 100, where }: { policyId?: string; limit?: number; where?: RawBuilder<boolean> } = {},
): Promise<CoverAtRisk[]> {
  const reminded = sql<boolean>`(premium_invoice.state in ('reminded', 'cover_suspended') or premium_invoice.kind = 'reminder'
    or exists (select from premium_reminder m where m.brokerage_id = premium_invoice.brokerage_id
      and m.premium_invoice_id = premium_invoice.id and m.withdrawn_at is null))`
  const rows = await premiumInvoiceRows(db)
    .select(['policy.line_code', 'policy.name as policy_name'])
    .where(sql<boolean>`(${stillToPay} or premium_invoice.state = 'unknown')`)
    .where(reminded)
    .$if(where !== undefined, (query) => query.where(where!))
    .where('policy.id', 'is not', null)
    .$if(policyId !== undefined, (query) => query.where('premium_invoice.policy_id', '=', policyId!))
    .orderBy('premium_invoice.due_on')
    .orderBy('premium_invoice.id')
    .limit(1000)
    .execute()
  const today = todayHere()
  return rows
    .flatMap((invoice) => {
      const suspension = suspensionOf(invoice, today)
      return suspension ? [{ suspension, invoice }] : []
    })
    .sort((a, b) => order.indexOf(a.suspension.phase) - order.indexOf(b.suspension.phase))
    .slice(0, limit)
}
