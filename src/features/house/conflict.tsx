import type { ComponentChildren } from 'preact'
import type { Visit } from '../../platform/visit.ts'
import { DataTable } from '../../ui/components/DataTable.tsx'
import { Note } from '../../ui/components/Note.tsx'
import { housePhrases } from './phrases.ts'

export interface Difference {
  field: string
  yours: ComponentChildren
  theirs: ComponentChildren
}

/** Somebody saved in between: each differing value beside the one that stands there now (security.md R5). For forms of the broker's side. */
export function ConflictNote({ visit, differences }: { visit: Pick<Visit, 'language'>; differences: Difference[] }) {
  const t = housePhrases(visit.language)
  return (
    <>
      <Note kind="warn" title={t.conflict_title}>
        <p>{t.conflict_text}</p>
      </Note>
      {differences.length > 0 && (
        <DataTable
          caption={t.conflict_title}
          columns={[
            { key: 'field', label: t.conflict_field },
            { key: 'yours', label: t.conflict_yours },
            { key: 'theirs', label: t.conflict_theirs },
          ]}
          rows={differences.map(({ field, yours, theirs }) => ({ key: field, cells: [field, yours, theirs] }))}
        />
      )}
    </>
  )
}
