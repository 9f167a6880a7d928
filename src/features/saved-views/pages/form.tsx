import { href, type Visit } from '../../../platform/visit.ts'
import type { AnyList } from '../../../records/list-description.ts'
import { canonicalQuery } from '../../../records/list-state.ts'
import { Button, LinkButton } from '../../../ui/components/Button.tsx'
import { Checkbox } from '../../../ui/components/Checkbox.tsx'
import { ErrorSummary } from '../../../ui/components/ErrorSummary.tsx'
import { TextField } from '../../../ui/components/TextField.tsx'
import { PostForm } from '../../house/form.tsx'
import { portalPage } from '../../house/page.tsx'
import { mayShareViews } from '../access.ts'
import { savedViewPhrases } from '../phrases.ts'

export interface NewView {
  id: string
  query: string
  name: string
  shared: boolean
  error: string | null
}

/** «Als neue Ansicht speichern»: the name, and for User Managers whether the company gets it too. */
export function formPage(visit: Omit<Visit, 'db'>, list: AnyList, view: NewView) {
  const t = savedViewPhrases(visit.language)
  const title = list.words(visit.language).title
  const query = canonicalQuery(list, view.query)
  return portalPage(visit, {
    title: t.new_title,
    area: null,
    crumbs: [{ label: visit.brokerage.number }, { label: title, href: href(visit, list.path) }, { label: t.new_title }],
    lead: t.new_lead(title),
    error: view.error !== null,
    children: (
      <PostForm visit={visit as Visit} path="/views/new" class="form">
        {view.error && <ErrorSummary errors={[{ field: 'name', message: view.error }]} />}
        <input type="hidden" name="_id" value={view.id} />
        <input type="hidden" name="list" value={list.path.slice(1)} />
        <input type="hidden" name="query" value={query} />
        <TextField
          name="name"
          label={t.name}
          hint={t.name_hint}
          value={view.name}
          error={view.error ?? undefined}
          maxlength={60}
          autocomplete="off"
          required
        />
        {mayShareViews(visit.actor) && <Checkbox name="shared" label={t.share} hint={t.share_hint} checked={view.shared} />}
        <div class="actions">
          <Button kind="primary">{t.save}</Button>
          <LinkButton href={href(visit, query ? `${list.path}?${query}` : list.path)}>{t.cancel}</LinkButton>
        </div>
      </PostForm>
    ),
  })
}
