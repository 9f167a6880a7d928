import { get, post, signedIn } from '../../platform/routes.ts'
import { listRoutes } from '../../records/list-routes.ts'
import { mayUpload } from '../documents/upload.ts'
import { recordRoutes } from '../record-page/routes.ts'
import { premiumInvoiceList } from './list.tsx'
import { listPage } from './pages/list.tsx'
import { paymentPhrases } from './payment-phrases.ts'
import {
  invoiceToRemind,
  paymentForm,
  paymentReply,
  reminderForm,
  reminderReply,
  reminderWithdrawal,
  withdrawalReply,
} from './payment-replies.ts'
import { premiumInvoiceRecord } from './record.tsx'

export const routes = [
  ...listRoutes(premiumInvoiceList, signedIn, listPage),
  ...recordRoutes(premiumInvoiceRecord, signedIn, ({ language }) => ({
    reported: paymentPhrases(language).done_reported,
    withdrawn: paymentPhrases(language).done_withdrawn,
    reminder: paymentPhrases(language).done_reminder,
    filed: paymentPhrases(language).done_reminder_staff,
  })),

  get('/premium-invoices/:id/payment', signedIn, (visit, { params }) => paymentForm(visit, params)),
  post('/premium-invoices/:id/payment', signedIn, (visit, { params, body }) => paymentReply(visit, params, body)),
  post('/premium-invoices/:id/payment/withdrawal', signedIn, (visit, { params, body }) => withdrawalReply(visit, params, body)),

  get('/premium-invoices/:id/reminders/new', signedIn, (visit, { params }) => reminderForm(visit, params)),
  post(
    '/premium-invoices/:id/reminders/new',
    signedIn,
    (visit, { params, body, upload }) => reminderReply(visit, params, body, upload),
    {
      upload: {
        before: async (visit, { params }) => {
          await invoiceToRemind(visit, params)
          await mayUpload(visit)
        },
      },
    },
  ),
  post('/premium-invoices/:id/reminders/:reminder/withdrawal', signedIn, (visit, { params }) =>
    reminderWithdrawal(visit, params),
  ),
]
