import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { DateField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { crumbs } from '../crumbs.ts'
import { paymentPhrases } from '../payment-phrases.ts'
import type { PremiumInvoice } from '../queries.ts'

interface Form {
  id: string
  paidOn: string
  error?: string | undefined
}

/** «Als bezahlt melden»: on which day. */
export function paymentPage(visit: Omit<Visit, 'db'>, invoice: PremiumInvoice, { id, paidOn, error }: Form) {
  const t = paymentPhrases(visit.language)
  return portalPage(visit, {
    title: t.report,
    area: 'premium_invoices',
    crumbs: crumbs(visit, invoice, t.report),
    lead: t.report_lead(invoice.number),
    error: error !== undefined,
    children: (
      <div class="stack">
        <ErrorSummary errors={error ? [{ field: 'paid_on', message: error }] : []} />
        <PostForm visit={visit as Visit} path={`/premium-invoices/${invoice.id}/payment`} class="form">
          <input type="hidden" name="_id" value={id} />
          <DateField name="paid_on" label={t.paid_on} hint={t.paid_on_hint} value={paidOn} error={error} required />
          <div class="row">
            <Button kind="primary" icon="check">
              {t.report}
            </Button>
            <LinkButton href={href(visit, `/premium-invoices/${invoice.id}`)}>{t.cancel}</LinkButton>
          </div>
        </PostForm>
      </div>
    ),
  })
}
