import { count, dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { portalPage } from '../../house/page.tsx'
import { detailsOf } from '../details.ts'
import { auditList, subjectOf, whoOf } from '../list.tsx'
import { auditPhrases } from '../phrases.ts'
import type { AuditEvent } from '../queries.ts'
import { verbName } from '../verb-phrases.ts'

const pages: Record<string, string> = {
  contact: '/contacts',
  company: '/companies',
  policy: '/policies',
  premium_invoice: '/premium-invoices',
  insured_object: '/insured-objects',
  claim: '/claims',
  invoice: '/invoices',
  document: '/documents',
  service_request: '/requests',
  conversation: '/messages',
}

/** One event: what it says, and its place in the chain. */
export function eventPage(visit: Omit<Visit, 'db'>, event: AuditEvent) {
  const t = auditPhrases(visit.language)
  const title = verbName(event.verb, visit.language)
  const details = detailsOf(event.details, visit.language)
  const about = subjectOf(event, visit.language)
  const path = pages[event.subject_kind]
  return portalPage(visit, {
    title,
    area: 'audit',
    crumbs: [
      { label: visit.brokerage.number },
      { label: auditList.words(visit.language).title, href: href(visit, auditList.path) },
      { label: title },
    ],
    lead: `${dateTime(event.at)} · ${whoOf(event, visit.language)}`,
    children: (
      <div class="stack">
        <Card id="details" title={t.details}>
          <Facts
            rows={[
              [t.at, dateTime(event.at)],
              [t.who, whoOf(event, visit.language)],
              [t.side, t[`side_${event.actor_kind as 'customer'}`]],
              [
                t.subject,
                event.subject !== null && path ? <a href={href(visit, `${path}/${event.subject_id}`)}>{about}</a> : about,
              ],
              [t.company, event.company],
              ...details.map(({ label, before, text }): [string, string] => [
                label,
                before === undefined ? text : t.before_after(before, text),
              ]),
            ]}
          />
        </Card>
        <Card id="seal" title={t.seal}>
          {event.seq === null || event.link === null ? (
            <p class="muted">{t.seal_none}</p>
          ) : (
            <Facts
              rows={[
                [t.seal, t.seal_number(count(Number(event.seq)))],
                [t.at, event.sealed_at && dateTime(event.sealed_at)],
                [t.digest, <code>{event.link}</code>],
              ]}
            />
          )}
        </Card>
      </div>
    ),
  })
}
