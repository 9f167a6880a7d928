import { dateTime } from '../../../platform/format.ts'
import { newId } from '../../../platform/ids.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { CopyButton } from '../../../ui/components/CopyButton.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { calendarPhrases } from '../calendar-phrases.ts'
import { deadlinePhrases } from '../phrases.ts'
import type { CalendarFeed } from '../queries.ts'

type Page = Omit<Visit, 'db'>

interface Content {
  feed: CalendarFeed | undefined
  /** The full address, right after it was made and never again. */
  address: string | null
  revoked: boolean
}

/** The person's own calendar address: make one, end it, and how to subscribe to it. */
export function calendarPage(visit: Page, { feed, address, revoked }: Content) {
  const t = calendarPhrases(visit.language)
  const deadlines = deadlinePhrases(visit.language).title
  return portalPage(visit, {
    title: t.title,
    area: 'policies',
    crumbs: [{ label: visit.brokerage.number }, { label: deadlines, href: href(visit, '/deadlines') }, { label: t.title }],
    lead: t.lead,
    done: revoked && !feed ? t.revoked : null,
    children: (
      <div class="split wide-first">
        <div class="stack">
          {address && <NewAddress visit={visit} address={address} />}
          <AddressCard visit={visit} feed={feed} />
        </div>
        <div class="stack">
          <HowCard visit={visit} />
        </div>
      </div>
    ),
  })
}

function NewAddress({ visit, address }: { visit: Page; address: string }) {
  const t = calendarPhrases(visit.language)
  return (
    <Note kind="ok" title={t.shown_once}>
      <p class="numbers">{address}</p>
      <div class="row">
        <CopyButton text={address} label={t.copy} />
        <a class="button plain" href={address.replace(/^https?:/, 'webcal:')}>
          {t.open}
        </a>
      </div>
    </Note>
  )
}

function AddressCard({ visit, feed }: { visit: Page; feed: CalendarFeed | undefined }) {
  const t = calendarPhrases(visit.language)
  return (
    <Card id="address" title={t.your_address}>
      <div class="stack">
        {feed ? (
          <Facts
            rows={[
              [t.created, dateTime(feed.created_at)],
              [t.last_read, feed.last_read_at ? dateTime(feed.last_read_at) : t.never_read],
            ]}
          />
        ) : (
          <p>{t.none}</p>
        )}
        <p>{t.follows}</p>
        <p>{t.secret}</p>
        <PostForm visit={visit as Visit} path="/deadlines/calendar">
          <input type="hidden" name="_id" value={newId()} />
          {feed && <p class="hint">{t.create_new_hint}</p>}
          <Button kind={feed ? 'plain' : 'primary'} icon="calendar">
            {feed ? t.create_new : t.create}
          </Button>
        </PostForm>
        {feed && (
          <PostForm visit={visit as Visit} path="/deadlines/calendar/revocation">
            <Button kind="danger" icon="ban">
              {t.revoke}
            </Button>
          </PostForm>
        )}
      </div>
    </Card>
  )
}

function HowCard({ visit }: { visit: Page }) {
  const t = calendarPhrases(visit.language)
  return (
    <Card id="how" title={t.how}>
      <div class="stack">
        {(['outlook', 'apple', 'google'] as const).map((program) => (
          <section key={program}>
            <h3>{t[program]}</h3>
            <p>{t[`${program}_steps`]}</p>
          </section>
        ))}
      </div>
    </Card>
  )
}
