import { count, shortDate } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { RowList } from '../../../ui/components/RowList.tsx'
import { portalPage } from '../../house/page.tsx'
import type { Freshness } from '../../imports/stale.ts'
import { StaleNote } from '../../imports/stale-note.tsx'
import { overviewName } from '../../inbox/words.ts'
import { homePhrases } from '../phrases.ts'
import type { StaffHomeData } from '../queries.ts'
import { type News, NotificationsCard } from './news.tsx'

type View = Omit<Visit, 'db'>

/** `imports`: when each kind of export last came. */
export type StaffHome = News & StaffHomeData & { imports: Freshness }

/** Home for the people at the brokerage: what waits, what is new, and the way to the companies. */
export function staffHomePage(visit: View, home: StaffHome) {
  const t = homePhrases(visit.language)
  const { actor } = visit
  if (actor.kind !== 'staff') throw new Error('for people at the brokerage')
  return portalPage(visit, {
    title: t.welcome(actor.firstName || actor.lastName),
    area: 'home',
    unread: home.unread,
    lead: t.staff_lead,
    children: (
      <div class="stack">
        <StaleNote visit={visit} last={home.imports} link />
        <Waiting visit={visit} home={home} />
        <div class="columns">
          <NotificationsCard visit={visit} news={home} />
          <ReportedCard visit={visit} home={home} />
          <Card id="actions" title={t.actions}>
            <LinkButton href={href(visit, '/companies')} kind="primary" icon="building-2" wide>
              {t.to_companies}
            </LinkButton>
          </Card>
        </div>
      </div>
    ),
  })
}

function Waiting({ visit, home: { tallies, unread, inbox, hours } }: { visit: View; home: StaffHome }) {
  const t = homePhrases(visit.language)
  const entries = [
    { label: t.tally_mine, n: inbox.mine, path: '/inbox?v=mine' },
    { label: t.tally_unassigned, n: inbox.unassigned, path: '/inbox?v=unassigned' },
    { label: overviewName('late', hours, visit.language), n: inbox.late, path: '/inbox?v=late' },
    // Seldom, and then somebody waits in vain: only where there is one.
    ...(inbox.mails > 0 ? [{ label: overviewName('mails', hours, visit.language), n: inbox.mails, path: '/inbox?v=mails' }] : []),
    { label: t.tally_requests, n: tallies.requests, path: '/requests?v=open' },
    { label: t.tally_unread, n: unread, path: '/messages?v=unread' },
    { label: t.tally_reported, n: tallies.reported, path: '/#reported' },
    { label: t.tally_without, n: tallies.without, path: '/companies?v=without' },
  ]
  return (
    <nav aria-label={t.waiting}>
      <ul class="plain-list tally">
        {entries.map(({ label, n, path }) => (
          <li key={path}>
            <a href={href(visit, path)}>
              <strong>{count(n)}</strong>
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ReportedCard({ visit, home: { reported } }: { visit: View; home: StaffHome }) {
  const t = homePhrases(visit.language)
  return (
    <Card id="reported" title={t.reported} action={<a href={href(visit, '/claims?v=open')}>{t.open_claims}</a>}>
      {reported.length > 0 ? (
        <RowList
          rows={reported.map((claim) => ({
            key: claim.id,
            href: href(visit, `/claims/${claim.id}`),
            title: `${claim.number} · ${claim.company}`,
            detail: [claim.reported_on && shortDate(claim.reported_on), claim.line, claim.place].filter(Boolean).join(' · '),
          }))}
        />
      ) : (
        <p class="muted">{t.none_reported}</p>
      )}
    </Card>
  )
}
