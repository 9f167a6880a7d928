import { shortDate } from '../../platform/format.ts'
import type { Language } from '../../platform/phrases.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { LinkButton } from '../../ui/components/Button.tsx'
import { Note } from '../../ui/components/Note.tsx'
import type { CoverAtRisk } from './cover-at-risk.ts'
import { paymentPhrases } from './payment-phrases.ts'

/** The warning that cover rests or is about to, naming the invoice and the policy at risk. `link` leads to the invoice. */
export function RiskNote({ visit, risk, link }: { visit: Omit<Visit, 'db'>; risk: CoverAtRisk; link?: boolean }) {
  const { title, text, kind } = riskInWords(risk, visit.language)
  return (
    <Note
      kind={kind}
      title={title}
      announce={false}
      action={
        link && (
          <LinkButton href={href(visit, `/premium-invoices/${risk.invoice.id}`)}>
            {paymentPhrases(visit.language).to_invoice}
          </LinkButton>
        )
      }
    >
      <p>{text}</p>
    </Note>
  )
}

/** The same in words, for other places: what threatens, and how pressing it is. */
export function riskInWords(
  { suspension, invoice }: CoverAtRisk,
  language: Language,
): { title: string; text: string; kind: 'warn' | 'bad' } {
  const t = paymentPhrases(language)
  const named = { policy: t.the_policy(invoice.policy_number ?? '', invoice.policy_name ?? ''), invoice: invoice.number }
  const source = recordPhrases(language).according_to_system(invoice.data_as_of && shortDate(invoice.data_as_of))
  switch (suspension.phase) {
    case 'stated':
      return { title: t.risk_stated_title, text: t.risk_stated({ ...named, source }), kind: 'bad' }
    case 'undated':
      return { title: t.risk_undated_title, text: t.risk_undated({ ...named, source }), kind: 'warn' }
    case 'running': {
      const days = {
        payBy: shortDate(suspension.payBy),
        since: shortDate(suspension.since),
        remindedOn: shortDate(suspension.remindedOn),
      }
      return { title: t.risk_running_title(days.payBy), text: t.risk_running({ ...named, ...days }), kind: 'bad' }
    }
    case 'suspended': {
      const days = {
        payBy: shortDate(suspension.payBy),
        since: shortDate(suspension.since),
        remindedOn: shortDate(suspension.remindedOn),
      }
      const lapses = shortDate(suspension.lapses)
      return { title: t.risk_suspended_title(days.since), text: t.risk_suspended({ ...named, ...days, lapses }), kind: 'bad' }
    }
  }
}
