import { href, type Visit } from '../../../platform/visit.ts'
import type { AnyList } from '../../../records/list-description.ts'
import type { SavedView } from '../../../records/list-saved.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { mayShareViews } from '../access.ts'
import { savedViewPhrases } from '../phrases.ts'

export interface Manage {
  views: SavedView[]
  done: 'changed' | 'removed' | 'restored' | null
  /** The view that was just removed. */
  undo: string | null
  /** A refused name, as typed. */
  error: { id: string; name: string; message: string } | null
}

/** All saved views of one list: open, rename, share, delete. */
export function managePage(visit: Omit<Visit, 'db'>, list: AnyList, manage: Manage) {
  const t = savedViewPhrases(visit.language)
  const title = list.words(visit.language).title
  const own = manage.views.filter((view) => view.own)
  const others = manage.views.filter((view) => !view.own)
  return portalPage(visit, {
    title: t.title,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: title, href: href(visit, list.path) }, { label: t.title }],
    lead: t.lead(title),
    actions: <LinkButton href={href(visit, list.path)}>{t.to_list}</LinkButton>,
    error: manage.error !== null,
    children: (
      <div class="stack">
        <Result visit={visit} manage={manage} />
        {manage.error && <ErrorSummary errors={[{ field: `name-${manage.error.id}`, message: manage.error.message }]} />}
        {own.length > 0 ? (
          <Card title={t.own} id="own">
            <div class="stack">
              {own.map((view) => (
                <OwnView key={view.id} visit={visit} list={list} view={view} error={manage.error} />
              ))}
            </div>
          </Card>
        ) : (
          <EmptyState icon="bookmark" title={t.none_title} text={t.none_text} />
        )}
        {others.length > 0 && (
          <Card title={t.shared} id="shared">
            <div class="stack">
              {others.map((view) => (
                <SharedView key={view.id} visit={visit} list={list} view={view} />
              ))}
            </div>
          </Card>
        )}
      </div>
    ),
  })
}

type Part = { visit: Omit<Visit, 'db'>; list: AnyList; view: SavedView }

function Result({ visit, manage }: { visit: Omit<Visit, 'db'>; manage: Manage }) {
  const t = savedViewPhrases(visit.language)
  if (!manage.done) return null
  const undo = manage.done === 'removed' && manage.undo && (
    <PostForm visit={visit as Visit} path={`/views/${manage.undo}/restore`}>
      <Button icon="undo-2">{t.undo}</Button>
    </PostForm>
  )
  return (
    <Note kind="ok" action={undo}>
      <p>{t[`done_${manage.done}`]}</p>
    </Note>
  )
}

function OwnView({ visit, list, view, error }: Part & { error: Manage['error'] }) {
  const t = savedViewPhrases(visit.language)
  const wrong = error?.id === view.id ? error : null
  return (
    <div class="saved-view">
      <PostForm visit={visit as Visit} path={`/views/${view.id}`} class="saved-view">
        <TextField
          name={`name-${view.id}`}
          label={t.name}
          value={wrong?.name ?? view.name}
          error={wrong?.message}
          maxlength={60}
          autocomplete="off"
          required
        />
        {mayShareViews(visit.actor) && <Checkbox name={`shared-${view.id}`} label={t.share} checked={view.shared} />}
        <Button>
          {t.save}
          <span class="vh"> {view.name}</span>
        </Button>
      </PostForm>
      <OpenAndRemove visit={visit} list={list} view={view} />
    </div>
  )
}

function SharedView({ visit, list, view }: Part) {
  return (
    <div class="row between">
      <span class="strong">{view.name}</span>
      <div class="row">
        <OpenAndRemove visit={visit} list={list} view={view} mayRemove={mayShareViews(visit.actor)} />
      </div>
    </div>
  )
}

function OpenAndRemove({ visit, list, view, mayRemove = true }: Part & { mayRemove?: boolean }) {
  const t = savedViewPhrases(visit.language)
  const name = <span class="vh"> {view.name}</span>
  return (
    <>
      <LinkButton href={href(visit, `${list.path}?v=${view.id}`)}>
        {t.open}
        {name}
      </LinkButton>
      {mayRemove && (
        <PostForm visit={visit as Visit} path={`/views/${view.id}/remove`}>
          <Button kind="danger" icon="trash-2">
            {t.remove}
            {name}
          </Button>
        </PostForm>
      )}
    </>
  )
}
