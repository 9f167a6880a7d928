import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { DateField } from '../../../ui/components/TextField.tsx'
import { FilesField, UploadForm } from '../../documents/upload-form.tsx'
import { portalPage } from '../../house/page.tsx'
import { crumbs } from '../crumbs.ts'
import { paymentPhrases } from '../payment-phrases.ts'
import type { PremiumInvoice } from '../queries.ts'

export interface ReminderForm {
  id: string
  dispatchedOn: string
  errors: Record<string, string>
  /** What is wrong with the file, one sentence each. */
  fileErrors: string[]
}

/** «Mahnung hochladen»: the paper, and on which day it was dispatched. */
export function reminderPage(
  visit: Omit<Visit, 'db'>,
  invoice: PremiumInvoice,
  { id, dispatchedOn, errors, fileErrors }: ReminderForm,
) {
  const t = paymentPhrases(visit.language)
  const all = [
    ...Object.entries(errors).map(([field, message]) => ({ field, message })),
    ...fileErrors.map((message) => ({ field: 'files', message })),
  ]
  return portalPage(visit, {
    title: t.upload_reminder,
    area: 'premium_invoices',
    crumbs: crumbs(visit, invoice, t.upload_reminder),
    lead: (visit.actor.kind === 'staff' ? t.reminder_lead_staff : t.reminder_lead)(invoice.number),
    error: all.length > 0,
    children: (
      <div class="stack">
        <ErrorSummary errors={all} />
        <UploadForm visit={visit} path={`/premium-invoices/${invoice.id}/reminders/new`}>
          <input type="hidden" name="_id" value={id} />
          <DateField
            name="dispatched_on"
            label={t.dispatched_on}
            hint={t.dispatched_hint}
            value={dispatchedOn}
            error={errors.dispatched_on}
            required
          />
          <FilesField visit={visit} error={errors.files ?? fileErrors[0]} camera />
          <div class="row">
            <Button kind="primary" icon="upload">
              {t.upload_reminder}
            </Button>
            <LinkButton href={href(visit, `/premium-invoices/${invoice.id}`)}>{t.cancel}</LinkButton>
          </div>
        </UploadForm>
      </div>
    ),
  })
}
