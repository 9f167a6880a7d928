import { dateTime } from '../../platform/format.ts'
import type { Visit } from '../../platform/visit.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { DataTable } from '../../ui/components/DataTable.tsx'
import { Time } from '../../ui/components/Time.tsx'
import type { DocumentReader } from './readers.ts'
import { versionPhrases } from './version-phrases.ts'

/** Who opened or downloaded which version: for the broker, the company's User Managers and whoever filed the document. */
export function ReadersCard({ visit, readers }: { visit: Omit<Visit, 'db'>; readers: DocumentReader[] }) {
  const t = versionPhrases(visit.language)
  return (
    <Card id="readers" title={t.readers} flush={readers.length > 0}>
      {readers.length === 0 ? (
        <p class="muted">{t.readers_none}</p>
      ) : (
        <DataTable
          // Not the card's own name: two parts of a page called the same cannot be told apart.
          caption={`${t.readers} – ${t.version_label}`}
          columns={[
            { key: 'reader', label: t.reader },
            { key: 'version', label: t.version_label },
            { key: 'first', label: t.first, nowrap: true },
            { key: 'opened', label: t.opened, nowrap: true },
            { key: 'downloaded', label: t.downloaded, nowrap: true },
          ]}
          rows={readers.map((reader) => ({
            key: `${reader.reader_name} ${reader.number} ${reader.first_at.getTime()}`,
            cells: [
              <>
                {reader.reader_name} {reader.staff && <Badge>{t.of_broker}</Badge>}
              </>,
              reader.number,
              <Time key="first" at={reader.first_at} />,
              <Time key="last" at={reader.last_at} relative />,
              reader.downloaded_at && dateTime(reader.downloaded_at),
            ],
          }))}
        />
      )}
    </Card>
  )
}
