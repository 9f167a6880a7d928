import type { ComponentChildren } from 'preact'
import { money, shortDate } from '../../platform/format.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Facts } from '../../ui/components/Facts.tsx'
import { attachmentPhrases } from '../attachments/phrases.ts'
import type { Attachment } from '../attachments/queries.ts'
import { Attachments } from '../attachments/shown.tsx'
import { aboutPath } from '../messages/about.ts'
import { messagePhrases } from '../messages/phrases.ts'
import { Said } from '../messages/said.tsx'
import { categories } from './categories.ts'
import { optionInWords } from './detail-field.tsx'
import { type DetailKey, detailKeys, specOf } from './details.ts'
import { factLabel, labelOf } from './errors.ts'
import { requestPhrases } from './phrases.ts'
import type { ServiceRequest } from './queries.ts'
import { isDoubtfulVin } from './vehicle.ts'

interface Props {
  visit: Omit<Visit, 'db'>
  request: ServiceRequest
  files: Attachment[]
}

type Row = [label: string, value: ComponentChildren]

/** What is wanted: the record it is about, the fields of its category, the text, the files it was opened with. */
export function WantedCard({ visit, request, files }: Props) {
  const t = requestPhrases(visit.language)
  const label = (field: string) => labelOf(visit.language, request.category, field)
  const dated = categories[request.category].date !== 'none'
  return (
    <Card id="details" title={t.details} badge={request.urgent && <Badge kind="bad">{t.urgent}</Badge>}>
      <Facts
        rows={[
          [t.about, <About visit={visit} request={request} />],
          ...detailKeys
            .filter((key) => request.details[key])
            .map(
              (key): Row => [factLabel(visit.language, key), <Detail visit={visit} name={key} value={request.details[key]!} />],
            ),
          ...(dated ? [[label('wished_on'), shortDate(request.wished_on)] satisfies Row] : []),
        ]}
      />
      {request.body && (
        <div class="wanted">
          <h3>{label('body')}</h3>
          <Said text={request.body} />
        </div>
      )}
      {files.length > 0 && (
        <div class="wanted">
          <h3>{attachmentPhrases(visit.language).files}</h3>
          <Attachments visit={visit} files={files} />
        </div>
      )}
    </Card>
  )
}

function About({ visit, request }: Pick<Props, 'visit' | 'request'>) {
  const { about_kind: kind, about_id: id, about_label: text } = request
  if (!kind || !id) return <span>{requestPhrases(visit.language).about_none}</span>
  const name = messagePhrases(visit.language)[kind]
  // The author keeps the request, not the record that he lost sight of.
  return text ? <a href={href(visit, aboutPath({ kind, id }))}>{`${name} ${text}`}</a> : <span>{name}</span>
}

function Detail({ visit, name, value }: { visit: Pick<Visit, 'language'>; name: DetailKey; value: string }) {
  switch (specOf(name).kind) {
    case 'day':
      return <>{shortDate(value)}</>
    case 'amount':
      // Requests of before the field was read as an amount hold what was typed.
      return <span class="numbers">{/^\d+\.\d\d$/.test(value) ? money(value) : value}</span>
    case 'choice':
      return <>{optionInWords(name, value, visit.language)}</>
    case 'vin':
      return (
        <>
          {value}
          {isDoubtfulVin(value) && <span class="hint"> {requestPhrases(visit.language).vin_doubtful}</span>}
        </>
      )
    default:
      return <>{value}</>
  }
}
