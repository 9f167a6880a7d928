import { longDate } from '../../../platform/format.ts'
import type { Language } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { GroupList } from '../group-list.tsx'
import type { Group } from '../groups.ts'
import { type AreaKey, areaKeys } from '../kinds.ts'
import { notificationPhrases } from '../phrases.ts'
import { type Place, placePath } from '../place.ts'

type View = Omit<Visit, 'db'>

export interface Shown {
  groups: Group[]
  /** Below which notification the next page begins; null on the last one. */
  after: string | null
  place: Place
  /** How many are unread in each area. */
  unread: Map<AreaKey, number>
  /** The areas in which there is anything at all. */
  used: AreaKey[]
  /** In how many conversations something is unread, for the bar on top. */
  conversations: number
  today: string
  done?: string | null
}

/** What is new for the person, by day, what belongs together in one entry; unread ones say so. */
export function listPage(visit: View, shown: Shown) {
  const t = notificationPhrases(visit.language)
  const { groups, place, unread } = shown
  const here = place.area ? (unread.get(place.area) ?? 0) : [...unread.values()].reduce((sum, n) => sum + n, 0)
  return portalPage(visit, {
    title: t.title,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    actions: (
      <>
        {here > 0 && <MarkAll visit={visit} area={place.area} />}
        <LinkButton href={href(visit, '/profile/notifications')} icon="settings">
          {t.settings}
        </LinkButton>
      </>
    ),
    done: shown.done,
    unread: shown.conversations,
    children: (
      <>
        <AreaTabs visit={visit} shown={shown} />
        {place.mailed ? (
          <Mailed visit={visit} place={place} />
        ) : (
          (groups.length > 0 || place.unread) && <ReadToo visit={visit} place={place} />
        )}
        {groups.length === 0 ? <Nothing visit={visit} place={place} /> : <Days visit={visit} shown={shown} />}
        <Pages visit={visit} shown={shown} />
      </>
    ),
  })
}

function ReadToo({ visit, place }: { visit: View; place: Place }) {
  const t = notificationPhrases(visit.language)
  return (
    <p class="news-tools">
      <a href={href(visit, placePath({ ...place, unread: !place.unread, before: null }))}>
        {place.unread ? t.read_too : t.only_unread}
      </a>
    </p>
  )
}

function Mailed({ visit, place }: { visit: View; place: Place }) {
  const t = notificationPhrases(visit.language)
  return (
    <p class="news-tools">
      {t.mailed_too}{' '}
      <a href={href(visit, placePath({ ...place, mailed: false, unread: false, before: null }))}>{t.without_mailed}</a>
    </p>
  )
}

function MarkAll({ visit, area }: { visit: View; area: AreaKey | null }) {
  return (
    <PostForm visit={visit as Visit} path="/notifications/read">
      {area && <input type="hidden" name="area" value={area} />}
      <Button icon="check">{notificationPhrases(visit.language).mark_all}</Button>
    </PostForm>
  )
}

function AreaTabs({ visit, shown: { place, unread, used } }: { visit: View; shown: Shown }) {
  const t = notificationPhrases(visit.language)
  const tab = (area: AreaKey | null) => ({
    label: t[`area_${area ?? 'all'}`],
    href: href(visit, placePath({ ...place, area, before: null })),
    current: place.area === area,
    count: (area && unread.get(area)) || undefined,
  })
  const areas = areaKeys.filter((area) => used.includes(area) || area === place.area)
  return areas.length > 1 && <Tabs label={t.areas} items={[tab(null), ...areas.map(tab)]} />
}

function Nothing({ visit, place }: { visit: View; place: Place }) {
  const t = notificationPhrases(visit.language)
  if (place.before) return <EmptyState icon="bell" title={t.nothing_older_title} />
  if (place.unread) return <EmptyState icon="circle-check" title={t.all_read_title} text={t.all_read_text} />
  return <EmptyState icon="bell" title={t.nothing_title} text={t.nothing_text} />
}

function Days({ visit, shown: { groups, place, today } }: { visit: View; shown: Shown }) {
  const back = Object.fromEntries(new URLSearchParams(placePath(place).split('?')[1]))
  return [...Map.groupBy(groups, ({ day }) => day)].map(([day, those]) => (
    <section key={day} aria-labelledby={`d-${day}`}>
      <h2 class="news-day" id={`d-${day}`}>
        {dayName(day, today, visit.language)}
      </h2>
      <GroupList visit={visit} groups={those} back={back} />
    </section>
  ))
}

function dayName(day: string, today: string, language: Language): string {
  const t = notificationPhrases(language)
  const ago = Temporal.PlainDate.from(day).until(today).days
  return ago === 0 ? t.today : ago === 1 ? t.yesterday : longDate(day, language)
}

function Pages({ visit, shown: { after, place } }: { visit: View; shown: Shown }) {
  const t = notificationPhrases(visit.language)
  if (!after && !place.before) return null
  return (
    <nav class="row news-pages" aria-label={t.pages}>
      {place.before && (
        <LinkButton icon="chevron-left" href={href(visit, placePath({ ...place, before: null }))}>
          {t.newest}
        </LinkButton>
      )}
      {after && (
        <LinkButton icon="chevron-right" href={href(visit, placePath({ ...place, before: after }))}>
          {t.older}
        </LinkButton>
      )}
    </nav>
  )
}
