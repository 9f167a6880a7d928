import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { Note } from '../../../ui/components/Note.tsx'
import { PostForm } from '../../house/form.tsx'
import { sharingPhrases } from '../phrases.ts'
import type { KeptChange } from '../queries.ts'
import { scopeText, stateText } from '../words.ts'
import { sharingFrame } from './frame.tsx'

interface Props {
  change: KeptChange
  names: Map<string, { label: string; path: string | null }>
  done?: string | null
  /** Why it was not undone, and what was changed since. */
  refused?: { text: string; blocked: string[] } | null
  /** May this person take it back? */
  undoes: boolean
}

/** One change of sharing: what was, what is, and the way back for 24 hours. */
export function changePage(visit: Omit<Visit, 'db'>, { change, names, done, refused, undoes }: Props) {
  const t = sharingPhrases(visit.language)
  const company = change.companyId ? { id: change.companyId, name: change.company ?? '' } : null
  return sharingFrame(
    visit,
    { scope: change.scope, company },
    {
      title: t.change_title,
      lead: t.by(change.by, dateTime(change.at)),
      below: true,
      done,
      error: Boolean(refused),
      children: (
        <div class="stack">
          {refused && (
            <Note kind="bad">
              <p>{refused.text}</p>
            </Note>
          )}
          {change.undoneAt && (
            <Note kind="info" announce={false}>
              <p>{t.undone(change.undoneBy ?? '', dateTime(change.undoneAt))}</p>
            </Note>
          )}
          <Card id="effect" title={t.effect}>
            <Facts
              rows={[
                [t.what, t.counted(scopeText(change.scope, visit.language), change.items.length)],
                [t.effect, t.effect_text(change.gaining, change.losing)],
              ]}
            />
          </Card>
          <Items visit={visit} change={change} names={names} blocked={refused?.blocked ?? []} />
          {undoes && !change.undoneAt && !change.late && (
            <PostForm visit={visit as Visit} path={`/sharing/changes/${change.id}/undo`} class="form">
              <p class="small muted">{t.undo_until(dateTime(change.until))}</p>
              <div class="row">
                <Button icon="undo-2">{t.undo}</Button>
              </div>
            </PostForm>
          )}
        </div>
      ),
    },
  )
}

function Items({
  visit,
  change,
  names,
  blocked,
}: Pick<Props, 'change' | 'names'> & { visit: Omit<Visit, 'db'>; blocked: string[] }) {
  const t = sharingPhrases(visit.language)
  return (
    <Card id="what" title={t.what} flush>
      <DataTable
        caption={t.what}
        columns={[
          { key: 'record', label: change.companyId || change.scope === 'lines' ? t.line : t.record },
          { key: 'was', label: t.was },
          { key: 'after', label: t.after },
        ]}
        rows={change.items.map(({ id, before, after }) => {
          const named = names.get(id)
          return {
            key: id,
            ...(named?.path && { href: href(visit, named.path) }),
            cells: [
              named?.label ?? t.gone,
              stateText(before, visit.language),
              <>
                {stateText(after, visit.language)} {blocked.includes(id) && <Badge kind="warn">{t.undo_blocked}</Badge>}
              </>,
            ],
          }
        })}
      />
    </Card>
  )
}
