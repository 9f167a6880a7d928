import { longDate, shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { Button, LinkButton } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Facts } from '../../ui/components/Facts.tsx'
import { PostForm } from '../house/form.tsx'
import { addsReminder, reportsPayment, withdrawsPayment, withdrawsReminder } from './access.ts'
import type { OpenedInvoice } from './opened.ts'
import { paymentPhrases } from './payment-phrases.ts'
import { premiumInvoicePhrases } from './phrases.ts'
import { StateBadge } from './state-badge.tsx'
import { dayOf } from './words.ts'

type View = Omit<Visit, 'db'>
type Part = { visit: View; invoice: OpenedInvoice }

/**
 * What is known of the payment, each with its source: the insurer's state from the export («offen» alone would claim more than
 * anybody knows, domain 2.3), what the customer reported, the reminders.
 */
export function PaymentCard({ visit, invoice }: Part) {
  const t = premiumInvoicePhrases(visit.language)
  const hint = paymentHint(invoice, visit.language)
  return (
    <Card id="payment" title={t.payment}>
      <div class="stack tight">
        <Facts rows={facts(visit, invoice)} />
        {hint && <p class="hint">{hint}</p>}
        <Deeds visit={visit} invoice={invoice} />
      </div>
    </Card>
  )
}

function facts(visit: View, invoice: OpenedInvoice): [string, preact.ComponentChildren][] {
  const t = premiumInvoicePhrases(visit.language)
  const p = paymentPhrases(visit.language)
  const source = recordPhrases(visit.language).according_to_system(invoice.data_as_of && shortDate(invoice.data_as_of))
  return [
    ...(invoice.due_on ? [[t.due, shortDate(invoice.due_on)] as [string, string]] : []),
    [
      t.state,
      <>
        <StateBadge invoice={{ ...invoice, reported_paid_on: null }} language={visit.language} />
        <div class="small muted">{source}</div>
      </>,
    ],
    ...(invoice.paid_on ? [[t.paid_on, shortDate(invoice.paid_on)] as [string, string]] : []),
    ...(invoice.report ? [[p.reported, <Reported visit={visit} invoice={invoice} />] as [string, preact.VNode]] : []),
    ...(invoice.reminders.length > 0
      ? [[p.reminder, <Reminders visit={visit} invoice={invoice} />] as [string, preact.VNode]]
      : []),
  ]
}

function Reported({ visit, invoice }: Part) {
  const t = paymentPhrases(visit.language)
  const { paid_on, ...said } = invoice.report!
  return (
    <>
      {t.reported_paid(shortDate(paid_on))}
      <div class="small muted">{saidBy(said, said.reported_at, visit.language)}</div>
      {invoice.state === 'paid' && <div class="small muted">{t.confirmed}</div>}
      {withdrawsPayment(visit.actor, invoice) && (
        <PostForm visit={visit as Visit} path={`/premium-invoices/${invoice.id}/payment/withdrawal`} class="no-print">
          <input type="hidden" name="report" value={said.id} />
          <Button kind="quiet" icon="undo-2">
            {t.withdraw}
          </Button>
        </PostForm>
      )}
    </>
  )
}

function Reminders({ visit, invoice }: Part) {
  const t = paymentPhrases(visit.language)
  return (
    <ul class="plain-list people">
      {invoice.reminders.map((reminder) => (
        <li key={reminder.id}>
          <a href={href(visit, `/documents/${reminder.document_id}`)}>{t.reminder_sent(shortDate(reminder.dispatched_on))}</a>
          <div class="small muted">
            {saidBy(
              reminder.by_broker ? { own: false, name: visit.brokerage.name } : reminder,
              reminder.added_at,
              visit.language,
            )}
          </div>
          {withdrawsReminder(visit.actor, invoice, reminder) && (
            <PostForm
              visit={visit as Visit}
              path={`/premium-invoices/${invoice.id}/reminders/${reminder.id}/withdrawal`}
              class="no-print"
            >
              <Button kind="quiet" icon="undo-2">
                {t.remove_reminder}
              </Button>
            </PostForm>
          )}
        </li>
      ))}
    </ul>
  )
}

function saidBy({ own, name }: { own: boolean; name: string | null }, at: Date, language: Language): string {
  const t = paymentPhrases(language)
  return own ? t.by_you(dayOf(at)) : t.by_person(name ?? t.somebody, dayOf(at))
}

function Deeds({ visit, invoice }: Part) {
  const t = paymentPhrases(visit.language)
  const path = `/premium-invoices/${invoice.id}`
  const pays = reportsPayment(visit.actor, invoice)
  const adds = addsReminder(visit.actor, invoice)
  if (!pays && !adds) return null
  return (
    <div class="row no-print">
      {pays && (
        <LinkButton href={href(visit, `${path}/payment`)} icon="check">
          {t.report}
        </LinkButton>
      )}
      {adds && (
        <LinkButton href={href(visit, `${path}/reminders/new`)} icon="upload">
          {t.upload_reminder}
        </LinkButton>
      )}
    </div>
  )
}

function paymentHint(invoice: OpenedInvoice, language: Language): string | null {
  const t = premiumInvoicePhrases(language)
  // What threatens stands in the warning on top.
  if (['paid', 'cancelled', 'credited'].includes(invoice.state) || invoice.suspension || invoice.report) return null
  if (invoice.state === 'unknown') return t.unknown_hint
  return invoice.overdue && invoice.due_on
    ? `${t.overdue_hint(longDate(invoice.due_on, language))} ${t.state_hint}`
    : t.state_hint
}
