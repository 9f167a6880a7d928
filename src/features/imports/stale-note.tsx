import { href, type Visit } from '../../platform/visit.ts'
import { Note } from '../../ui/components/Note.tsx'
import { screenPhrases, sourceName } from './screen-phrases.ts'
import { type Freshness, staleSources } from './stale.ts'

type Props = { visit: Pick<Visit, 'language'>; last: Freshness; link?: boolean }

/** Warns when nothing came for a week, and names what; nothing to say where all is fresh or nothing ever came. */
export function StaleNote({ visit, last, link = false }: Props) {
  const t = screenPhrases(visit.language)
  const stale = staleSources(last)
  if (stale.length === 0) return null
  return (
    <Note kind="warn" title={t.stale_title} announce={false} action={link && <a href={href(visit, '/imports')}>{t.to_import}</a>}>
      <p>{t.stale_text(stale.map(({ table }) => sourceName(visit.language, table)).join(', '))}</p>
    </Note>
  )
}
