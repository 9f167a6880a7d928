import { count } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { listHref } from '../../../records/list-state.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { Pager } from '../../../ui/components/Pager.tsx'
import { Tabs } from '../../../ui/components/Tabs.tsx'
import { Region, SearchField, Toolbar } from '../../../ui/components/Toolbar.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { writes } from '../../messages/access.ts'
import type { Destination } from '../destinations.ts'
import { Hits } from '../hits.tsx'
import { type Kind, kindInfo, kindTitle } from '../kinds.ts'
import { searchPhrases } from '../phrases.ts'
import type { Group, Results } from '../results.ts'

type View = Omit<Visit, 'db'>

export interface Search {
  term: string
  results: Results
  suggestion: string | null
  destinations: Destination[]
  /** The one kind that is looked at, and the page of it. */
  kind: Kind | null
  page: number
}

/** How many results of one kind stand on a page of it; on the page of all kinds, five of each. */
export const pageSize = 20
export const shortSize = 5

/** One field for everything; what is found stands by kind, at most five of each, or one kind page by page. */
export function searchPage(visit: View, search: Search) {
  const t = searchPhrases(visit.language)
  return portalPage(visit, {
    title: t.title,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: t.title }],
    lead: t.lead,
    children: (
      <Region id="search">
        <Toolbar action={href(visit, '/search')} label={t.title}>
          <SearchField name="q" value={search.term} label={t.label} />
          {search.kind && <input type="hidden" name="k" value={kindInfo(search.kind).key} />}
          <Button kind="primary" icon="search">
            {t.submit}
          </Button>
        </Toolbar>
        <div class="stack">
          <Found visit={visit} search={search} />
        </div>
      </Region>
    ),
  })
}

/** The address of a search; `kind` for one kind alone. */
export function searchPath(term: string, kind: Kind | null = null, page = 1): string {
  const query = new URLSearchParams({ q: term, ...(kind && { k: kindInfo(kind).key }), ...(page > 1 && { s: String(page) }) })
  return `/search?${query}`
}

function Found({ visit, search }: { visit: View; search: Search }) {
  const t = searchPhrases(visit.language)
  const { term, results, destinations } = search
  if (term === '')
    return (
      <>
        <EmptyState icon="search" title={t.hint_title} text={t.hint_text} />
        <Destinations visit={visit} destinations={destinations} />
      </>
    )
  if (results.groups.length === 0)
    return (
      <>
        {destinations.length === 0 ? <Nothing visit={visit} search={search} /> : null}
        <Destinations visit={visit} destinations={destinations} />
      </>
    )
  return (
    <>
      <Destinations visit={visit} destinations={search.kind ? [] : destinations} />
      <Sum visit={visit} search={search} />
      {results.groups.length > 1 || search.kind ? <Kinds visit={visit} search={search} /> : null}
      {search.kind ? (
        <OneKind visit={visit} search={search} kind={search.kind} />
      ) : (
        results.groups.map((group) => <GroupCard key={group.kind} visit={visit} search={search} group={group} />)
      )}
    </>
  )
}

function Nothing({ visit, search: { term } }: { visit: View; search: Search }) {
  const t = searchPhrases(visit.language)
  const ask = writes(visit.actor) && <LinkButton href={href(visit, '/messages/new')}>{t.ask}</LinkButton>
  return <EmptyState icon="search" title={t.none_title(term)} text={t.none_text} action={ask} />
}

// How many there are; and where nothing fits as typed, what fits nearly.
function Sum({ visit, search: { term, results, suggestion } }: { visit: View; search: Search }) {
  const t = searchPhrases(visit.language)
  const capped = results.groups.some((group) => group.capped)
  const total = results.groups.reduce((sum, group) => sum + group.total, 0)
  const n = t.found(capped ? t.at_least(count(total)) : count(total), total === 1)
  if (!results.near)
    return (
      <p class="muted" data-say>
        {n}
        {capped && `. ${t.narrower}`}
      </p>
    )
  return (
    <Note kind="info">
      <p data-say>{t.near(term)}</p>
      {suggestion && (
        <p>
          {t.did_you_mean}{' '}
          <a href={href(visit, searchPath(suggestion))} data-in>
            {suggestion}
          </a>
          {visit.language === 'fr' ? '\u202f?' : '?'}
        </p>
      )}
    </Note>
  )
}

function Kinds({ visit, search: { term, results, kind } }: { visit: View; search: Search }) {
  const t = searchPhrases(visit.language)
  const all = { label: t.all_kinds, href: href(visit, searchPath(term)), current: kind === null }
  const byKind = results.groups.map((group) => ({
    label: kindTitle(group.kind, visit.language),
    href: href(visit, searchPath(term, group.kind)),
    current: group.kind === kind,
    count: group.total,
  }))
  return <Tabs label={t.kinds} items={[all, ...byKind]} />
}

function GroupCard({ visit, search: { term, results }, group }: { visit: View; search: Search; group: Group }) {
  const t = searchPhrases(visit.language)
  const title = kindTitle(group.kind, visit.language)
  const n = group.capped ? t.at_least(count(group.total)) : count(group.total)
  const all = group.total > group.hits.length && (
    <a href={href(visit, searchPath(term, group.kind))} data-in>
      {t.show_all(n)}
      <span class="vh"> {title}</span>
    </a>
  )
  return (
    <Card id={kindInfo(group.kind).key} title={title} badge={<span class="count">{n}</span>} flush action={all}>
      <Hits visit={visit} hits={group.hits} words={results.words} level={3} />
    </Card>
  )
}

function OneKind({ visit, search, kind }: { visit: View; search: Search; kind: Kind }) {
  const t = searchPhrases(visit.language)
  const group = search.results.groups.find((one) => one.kind === kind)
  if (!group) return <Nothing visit={visit} search={search} />
  const title = kindTitle(kind, visit.language)
  const { list } = kindInfo(kind)
  const from = (search.page - 1) * pageSize
  const inList = (
    <a
      href={href(visit, listHref(list, { view: list.views[0]!.key, search: search.term, order: list.order, size: 10, page: 1 }))}
    >
      {t.in_list(title)}
    </a>
  )
  return (
    <>
      <Card id={kindInfo(kind).key} title={title} flush action={group.rank < 4 && mayOpen(visit, kind) && inList}>
        <Hits visit={visit} hits={group.hits} words={search.results.words} level={3} />
      </Card>
      <Pager
        from={Math.min(from + 1, group.total)}
        to={Math.min(from + pageSize, group.total)}
        total={group.total}
        capped={group.capped}
        page={search.page}
        pages={Math.max(1, Math.ceil(group.total / pageSize))}
        hrefFor={(page) => href(visit, searchPath(search.term, kind, page))}
      />
    </>
  )
}

// The list of companies is for staff.
const mayOpen = (visit: View, kind: Kind) => kind !== 'company' || visit.actor.kind === 'staff'

function Destinations({ visit, destinations }: { visit: View; destinations: Destination[] }) {
  const t = searchPhrases(visit.language)
  if (destinations.length === 0) return null
  return (
    <Card id="destinations" title={t.pages_and_actions}>
      <div class="row">
        {destinations.map(({ label, icon, path }) =>
          path === null ? (
            <PostForm key={label} visit={visit as Visit} path="/sign-out">
              <Button icon={icon}>{label}</Button>
            </PostForm>
          ) : (
            <LinkButton key={path} href={href(visit, path)} icon={icon}>
              {label}
            </LinkButton>
          ),
        )}
      </div>
    </Card>
  )
}
