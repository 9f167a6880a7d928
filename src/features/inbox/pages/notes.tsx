import type { Visit } from '../../../platform/visit.ts'
import { Button } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { TextArea } from '../../../ui/components/TextArea.tsx'
import { Time } from '../../../ui/components/Time.tsx'
import { PostForm } from '../../house/form.tsx'
import { Said } from '../../messages/said.tsx'
import { worksInbox } from '../access.ts'
import type { ItemState } from '../item-state.ts'
import type { OverviewKey } from '../overviews.ts'
import { inboxPhrases } from '../phrases.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  state: ItemState
  overview: OverviewKey
}

/** What the broker's people say among themselves; it looks otherwise than a conversation, so that nobody takes it for one. */
export function NotesCard({ visit, state: { item, notes, noteId, back }, overview }: Props) {
  const t = inboxPhrases(visit.language)
  return (
    <Card id="notes" title={t.notes} level={3}>
      <div class="stack tight">
        <p class="hint">{t.notes_hint}</p>
        {notes.length === 0 ? (
          <p class="muted">{t.no_notes}</p>
        ) : (
          <ol class="plain-list inbox-notes">
            {notes.map((note) => (
              <li key={note.id}>
                <p class="small muted">
                  {note.author_name} · <Time at={note.written_at} />
                </p>
                <Said text={note.body} />
              </li>
            ))}
          </ol>
        )}
        {worksInbox(visit.actor) && (
          <PostForm visit={visit as Visit} path={`/inbox/${item.id}/notes`} class="form" dirty>
            <input type="hidden" name="_id" value={noteId} />
            <input type="hidden" name="v" value={overview} />
            <TextArea
              name="note"
              label={t.note}
              value={back.note?.body ?? ''}
              error={back.note?.error}
              rows={2}
              maxlength={4000}
            />
            <div class="row">
              <Button icon="lock">{t.save_note}</Button>
            </div>
          </PostForm>
        )}
      </div>
    </Card>
  )
}
