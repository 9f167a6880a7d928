import { formToken, href } from '../platform/visit.ts'
import { Badge } from '../ui/components/Badge.tsx'
import { Button } from '../ui/components/Button.tsx'
import type { ListProps } from './list.tsx'
import { listKey } from './list-description.ts'
import { listPhrases } from './list-phrases.ts'
import { isChanged, stateQuery } from './list-state.ts'

/** Which saved view is shown, whether it was changed, and the ways to keep what one has found. */
export function ViewBar<Row>({ visit, list, state, result }: ListProps<Row>) {
  const t = listPhrases(visit.language)
  const saved = result.around?.saved ?? []
  const view = saved.find(({ id }) => id === state.saved?.id)
  const query = stateQuery(list, state)
  const changed = isChanged(list, state)
  const worthKeeping = view ? changed : query !== '' && query !== `v=${state.view}`
  if (!view && !worthKeeping && saved.length === 0) return null
  const about = `list=${listKey(list)}`
  const save = view && `/views/${view.id}/query`
  return (
    <div class="view-bar">
      {view && <span>{t.view(view.name)}</span>}
      {view?.shared && <Badge kind="info">{t.shared}</Badge>}
      {changed && <Badge kind="warn">{t.changed}</Badge>}
      {save && changed && view.own && (
        <form method="post" action={href(visit, save)}>
          <input type="hidden" name="_token" value={formToken(visit, save)} />
          <input type="hidden" name="query" value={query} />
          <Button>{t.save}</Button>
        </form>
      )}
      {worthKeeping && <a href={href(visit, `/views/new?${about}&query=${encodeURIComponent(query)}`)}>{t.save_as}</a>}
      {saved.length > 0 && <a href={href(visit, `/views?${about}`)}>{t.manage_views}</a>}
    </div>
  )
}
