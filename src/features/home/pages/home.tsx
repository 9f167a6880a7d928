import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { ContactCard } from '../../house/contact-card.tsx'
import { portalPage } from '../../house/page.tsx'
import { homePhrases } from '../phrases.ts'
import type { Cards } from '../queries.ts'
import { LowerCards } from './lower.tsx'
import { type News, NotificationsCard } from './news.tsx'

type View = Omit<Visit, 'db'>

export interface Home extends News {
  cards: Cards
  /** ISO. */
  today: string
}

/** «Home»: the three areas of the manual (chapter 2), and below them what the person's roles open. */
export function homePage(visit: View, home: Home) {
  const t = homePhrases(visit.language)
  const { actor } = visit
  if (actor.kind !== 'customer') throw new Error('for people at customer firms')
  return portalPage(visit, {
    title: t.welcome(actor.firstName || actor.lastName),
    area: 'home',
    unread: home.unread,
    lead: `${t.lead} ${actor.companyName}`,
    children: (
      <>
        <div class="columns">
          <NotificationsCard visit={visit} news={home} />
          <BrokerCard visit={visit} />
          <ActionsCard visit={visit} />
        </div>
        <LowerCards visit={visit} person={actor} home={home} />
      </>
    ),
  })
}

function BrokerCard({ visit }: { visit: View }) {
  const t = homePhrases(visit.language)
  return (
    <Card id="contact" title={t.contact}>
      {visit.accountManager ? (
        <>
          <p class="small muted">{t.account_manager}</p>
          <ContactCard visit={visit} person={visit.accountManager} />
          <p class="small muted">{visit.brokerage.name}</p>
        </>
      ) : (
        <p>{t.no_contact}</p>
      )}
    </Card>
  )
}

function ActionsCard({ visit }: { visit: View }) {
  const t = homePhrases(visit.language)
  return (
    <Card id="actions" title={t.actions}>
      <div class="stack">
        <LinkButton href={href(visit, '/claims/new')} kind="primary" icon="siren" wide>
          {t.report_claim}
        </LinkButton>
        <LinkButton href={href(visit, '/messages/new')} icon="message-square" wide>
          {t.write_message}
        </LinkButton>
        <LinkButton href={href(visit, '/requests/new')} icon="circle-question-mark" wide>
          {t.open_request}
        </LinkButton>
      </div>
    </Card>
  )
}
