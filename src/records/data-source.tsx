import { dateTime, shortDate } from '../platform/format.ts'
import type { Visit } from '../platform/visit.ts'
import { Card } from '../ui/components/Card.tsx'
import { Facts } from '../ui/components/Facts.tsx'
import type { Standing } from './record-around.ts'
import { recordPagePhrases } from './record-page-phrases.ts'

/** «Datenstand»: which export said so and when it was taken over, or which person entered it. */
export function DataSourceCard({ visit, standing }: { visit: Pick<Visit, 'language'>; standing: Standing }) {
  const t = recordPagePhrases(visit.language)
  const { author, importedAt, dataAsOf } = standing
  const rows: [string, string][] = []
  if (author) {
    rows.push([t.source, t.source_portal], [t.entered_by, author.you ? t.by_you : (author.name ?? t.by_customer)])
    if (author.at) rows.push([t.entered_on, dateTime(author.at)])
  }
  if (importedAt) {
    if (!author) rows.push([t.source, t.source_system])
    if (dataAsOf) rows.push([t.as_of, shortDate(dataAsOf)])
    rows.push([t.imported, dateTime(importedAt)])
  }
  if (rows.length === 0) return null
  return (
    <Card id="data-state" title={t.data_state}>
      <Facts rows={rows} />
    </Card>
  )
}
