import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { portalPage } from '../../house/page.tsx'
import type { SlipProblem } from '../payment-slip.ts'
import { invoicePhrases } from '../phrases.ts'
import type { Invoice } from '../queries.ts'
import { slipPhrases } from '../slip-phrases.ts'

/** Instead of a QR-bill that a bank would refuse: what is wrong, and what to do. */
export function noSlipPage(visit: Omit<Visit, 'db'>, invoice: Invoice, problems: SlipProblem[]) {
  const t = invoicePhrases(visit.language)
  const s = slipPhrases(visit.language)
  const path = href(visit, `/invoices/${invoice.id}`)
  return portalPage(visit, {
    title: s.no_slip,
    area: 'invoices',
    crumbs: [
      { label: visit.brokerage.number },
      { label: t.title, href: href(visit, '/invoices') },
      { label: invoice.number, href: path },
      { label: s.no_slip },
    ],
    children: (
      <div class="stack">
        <Note kind="warn" title={s.no_slip_title} announce={false}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{s[`problem_${problem}`]}</li>
            ))}
          </ul>
        </Note>
        <p>{visit.actor.kind === 'staff' ? s.no_slip_staff : s.no_slip_customer}</p>
        <div class="row">
          <LinkButton href={path} kind="primary">
            {s.to_invoice}
          </LinkButton>
        </div>
      </div>
    ),
  })
}
