import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { DataTable } from '../../../ui/components/DataTable.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { sharingPhrases } from '../phrases.ts'
import type { KeptChange } from '../queries.ts'
import { scopeText } from '../words.ts'
import { type Subject, sharingFrame } from './frame.tsx'

/** What was shared, newest first: of the whole house, or of one company's lines. */
export function historyPage(visit: Omit<Visit, 'db'>, subject: Subject, changes: KeptChange[]) {
  const t = sharingPhrases(visit.language)
  return sharingFrame(visit, subject, {
    title: t.history,
    lead: t.history_lead,
    below: true,
    children:
      changes.length === 0 ? (
        <EmptyState icon="history" title={t.history} text={t.history_empty} />
      ) : (
        <ChangesTable visit={visit} changes={changes} />
      ),
  })
}

export function ChangesTable({ visit, changes }: { visit: Omit<Visit, 'db'>; changes: KeptChange[] }) {
  const t = sharingPhrases(visit.language)
  return (
    <DataTable
      caption={t.history}
      columns={[
        { key: 'when', label: t.when, nowrap: true },
        { key: 'who', label: t.who_did },
        { key: 'what', label: t.what },
        { key: 'effect', label: t.effect },
      ]}
      rows={changes.map((one) => ({
        key: one.id,
        href: href(visit, `/sharing/changes/${one.id}`),
        cells: [
          dateTime(one.at),
          one.by,
          <>
            {[one.company, t.counted(scopeText(one.scope, visit.language), one.items.length)].filter(Boolean).join(' · ')}
            {one.undoneAt && (
              <>
                {' '}
                <Badge>{t.undone_short}</Badge>
              </>
            )}
          </>,
          t.effect_text(one.gaining, one.losing),
        ],
      }))}
    />
  )
}
