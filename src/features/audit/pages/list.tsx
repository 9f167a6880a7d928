import { dateTime } from '../../../platform/format.ts'
import type { Visit } from '../../../platform/visit.ts'
import type { ListResult } from '../../../records/list-query.ts'
import type { ListState } from '../../../records/list-state.ts'
import { Note } from '../../../ui/components/Note.tsx'
import { listPage } from '../../house/list-page.tsx'
import { auditList } from '../list.tsx'
import { auditPhrases } from '../phrases.ts'
import type { Anchor, AuditRow } from '../queries.ts'

/** The trail, and for those who answer for the whole brokerage how its chain stood when it was last checked. */
export function trailPage(visit: Omit<Visit, 'db'>, state: ListState, result: ListResult<AuditRow>, anchor: Anchor | null) {
  return listPage(visit, { list: auditList, state, result, above: anchor && <Chain visit={visit} anchor={anchor} /> })
}

function Chain({ visit, anchor }: { visit: Pick<Visit, 'language'>; anchor: Anchor }) {
  const t = auditPhrases(visit.language)
  const at = dateTime(anchor.at)
  if (anchor.finding === null) return <Note kind="ok">{t.chain_whole(Number(anchor.seq), at)}</Note>
  return <Note kind="bad">{t.chain_broken(at, anchor.broken_seq === null ? '' : t.at_number(Number(anchor.broken_seq)))}</Note>
}
