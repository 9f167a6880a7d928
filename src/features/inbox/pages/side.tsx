import type { ComponentChildren } from 'preact'
import { languageNames } from '../../../platform/language.ts'
import type { Language } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Card } from '../../../ui/components/Card.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Time } from '../../../ui/components/Time.tsx'
import { inboxPhrases } from '../phrases.ts'
import type { CustomerAside, Item } from '../queries.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  aside: CustomerAside
  item: Item
}

/** The customer at a glance: who they are, who looks after them, what is open, when we last heard of each other. */
export function CustomerCard({ visit, aside: { company, contact, open, last } }: Props) {
  const t = inboxPhrases(visit.language)
  const list = (path: string, text: string, n: number) =>
    n === 0 ? <span class="muted">{text}</span> : <a href={href(visit, `${path}&f.company=${company.id}`)}>{text}</a>
  return (
    <aside class="inbox-side">
      <Card id="customer" title={t.customer} level={3}>
        <p>
          <a href={href(visit, `/companies/${company.id}`)}>
            <strong>{company.name}</strong>
          </a>
          <br />
          <span class="small muted">{[company.number, company.town].filter(Boolean).join(' · ')}</span>
        </p>
        <Facts
          rows={[
            [t.manager, company.manager],
            ...(contact
              ? ([
                  [t.contact, <a href={href(visit, `/contacts/${contact.id}`)}>{contact.name}</a>],
                  [t.position, contact.position],
                  [t.phone, contact.phone && <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>],
                  [t.speaks, languageNames[contact.language as Language]],
                  [t.last_sign_in, contact.last_sign_in && <Time at={contact.last_sign_in} relative />],
                ] as [string, ComponentChildren][])
              : []),
            [
              t.open_things,
              <ul class="plain-list stack tight">
                <li>{list('/requests?v=open', t.open_requests(open.requests), open.requests)}</li>
                <li>{list('/claims?v=open', t.open_claims(open.claims), open.claims)}</li>
                <li>{list('/policies?v=active', t.active_policies(open.policies), open.policies)}</li>
              </ul>,
            ],
            [
              t.last_contact,
              last && (
                <>
                  {last.name}, <Time at={last.at} relative />
                </>
              ),
            ],
          ]}
        />
      </Card>
    </aside>
  )
}
