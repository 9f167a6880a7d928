import { sql } from 'kysely'
import { allOf } from '../../platform/all-of.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { today } from '../../records/today.ts'

/** Past its due day and not paid. */
export const overdue = sql<boolean>`(invoice.state = 'open' and coalesce(invoice.due_on < ${today}, false))`

/** The broker's fee invoices that exist for the actor, with what a list shows of them. */
export function invoiceRows(db: Db) {
  return db
    .selectFrom('invoice')
    .innerJoin('company', (join) =>
      join.onRef('company.brokerage_id', '=', 'invoice.brokerage_id').onRef('company.id', '=', 'invoice.company_id'),
    )
    .select([
      'invoice.id',
      'invoice.number',
      'invoice.subject',
      'invoice.invoiced_on',
      'invoice.due_on',
      'invoice.total',
      'invoice.currency',
      'invoice.state',
      'company.name as company',
      overdue.as('overdue'),
    ])
}
export type InvoiceRow = Awaited<ReturnType<ReturnType<typeof invoiceRows>['execute']>>[number]

/** One fee invoice with all its fields; throws NotFound when it does not exist for the actor. */
export async function invoiceById(db: Db, id: string) {
  const invoice = await invoiceRows(db)
    .select([
      'invoice.net',
      'invoice.vat_rate',
      'invoice.vat',
      'invoice.qr_iban',
      'invoice.qr_reference',
      // As of which day the source says so; where it does not tell, the day it was taken over.
      sql<string | null>`coalesce(invoice.data_as_of, (invoice.imported_at at time zone 'Europe/Zurich')::date)`.as('data_as_of'),
      'invoice.confidential',
    ])
    .where('invoice.id', '=', id)
    .executeTakeFirst()
  if (!invoice) throw notFound()
  return invoice
}
export type Invoice = Awaited<ReturnType<typeof invoiceById>>

/** A name with its address, as it stands on the invoice. */
export interface Party {
  name: string
  street: string | null
  postal_code: string | null
  town: string | null
  country: string
}

/** Who asks for the money and who owes it: the brokerage and the company of an invoice that exists for the actor. */
export async function partiesOf(db: Db, invoiceId: string): Promise<{ creditor: Party; debtor: Party }> {
  const [creditor, debtor] = await allOf([
    db.selectFrom('brokerage').select(['name', 'street', 'postal_code', 'town']).executeTakeFirst(),
    db
      .selectFrom('invoice')
      .innerJoin('company', (join) =>
        join.onRef('company.brokerage_id', '=', 'invoice.brokerage_id').onRef('company.id', '=', 'invoice.company_id'),
      )
      .select(['company.name', 'company.street', 'company.postal_code', 'company.town', 'company.country'])
      .where('invoice.id', '=', invoiceId)
      .executeTakeFirst(),
  ])
  if (!creditor || !debtor) throw notFound()
  // A brokerage is registered in Switzerland: the country is no field of its own.
  return { creditor: { ...creditor, country: 'CH' }, debtor }
}
