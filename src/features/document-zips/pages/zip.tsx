import type { VNode } from 'preact'
import { dateTime } from '../../../platform/format.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { EmptyState } from '../../../ui/components/EmptyState.tsx'
import { sizeShown } from '../../documents/file-size.ts'
import { documentPhrases } from '../../documents/phrases.ts'
import { portalPage } from '../../house/page.tsx'
import { zipPhrases } from '../phrases.ts'
import { type DocumentZip, zipLimits } from '../queries.ts'

type View = Omit<Visit, 'db'>

/** How a ZIP stands, as one word; the open page follows it. */
export function zipState(zip: DocumentZip): 'waiting' | 'ready' | 'empty' | 'failed' | 'gone' {
  if (zip.stalled) return 'failed'
  return zip.expired ? 'gone' : (zip.state as 'waiting')
}

/** One ZIP on its way: being made, ready, or why there is none. */
export function zipPage(visit: View, zip: DocumentZip, { changed = false }: { changed?: boolean } = {}) {
  const t = zipPhrases(visit.language)
  const state = zipState(zip)
  const follows = {
    'data-live': `document_zip:${zip.id}`,
    'data-mark': state,
    'data-from': href(visit, `/documents/zip/${zip.id}`),
  }
  return framed(
    visit,
    <div id="zip" data-region {...(state === 'waiting' && follows)}>
      {changed ? (
        <EmptyState icon="lock" title={t.changed_title} text={t.changed_text} action={<Back visit={visit} />} />
      ) : state === 'waiting' ? (
        <EmptyState
          icon="refresh-cw"
          title={t.waiting_title}
          text={t.waiting_text(zip.asked)}
          action={
            <LinkButton href={href(visit, `/documents/zip/${zip.id}`)} inRegion>
              {t.look_again}
            </LinkButton>
          }
        />
      ) : state === 'ready' ? (
        <Ready visit={visit} zip={zip} />
      ) : (
        <EmptyState icon="file" title={t[`${state}_title`]} text={t[`${state}_text`]} action={<Back visit={visit} />} />
      )}
    </div>,
  )
}

function Ready({ visit, zip }: { visit: View; zip: DocumentZip }) {
  const t = zipPhrases(visit.language)
  const missing = zip.asked - zip.document_ids.length
  const until = new Date((zip.ready_at ?? zip.created_at).getTime() + zipLimits.hoursKept * 3_600_000)
  return (
    <Card id="ready" title={t.ready_title}>
      <div class="stack tight">
        <p data-say>{t.ready_text(zip.document_ids.length, sizeShown(zip.byte_size ?? 0))}</p>
        {missing > 0 && <p>{t.left_out(missing)}</p>}
        <p class="muted">{t.kept_until(dateTime(until))}</p>
        <div class="row">
          <LinkButton href={href(visit, `/documents/zip/${zip.id}/file`)} kind="primary" icon="download" download>
            {t.download}
          </LinkButton>
          <Back visit={visit} />
        </div>
      </div>
    </Card>
  )
}

function Back({ visit }: { visit: View }) {
  return <LinkButton href={href(visit, '/documents')}>{zipPhrases(visit.language).to_documents}</LinkButton>
}

/** Why none is made: too many documents for one, or too many ZIPs within the hour. */
export function refusedPage(visit: View, reason: 'too_many' | 'too_often') {
  const t = zipPhrases(visit.language)
  const text = reason === 'too_many' ? t.too_many_text(zipLimits.files) : t.too_often_text(zipLimits.anHour)
  return framed(visit, <EmptyState icon="info" title={t[`${reason}_title`]} text={text} action={<Back visit={visit} />} />)
}

function framed(visit: View, children: VNode) {
  const title = zipPhrases(visit.language).title
  return portalPage(visit, {
    title,
    area: 'documents',
    crumbs: [
      { label: visit.brokerage.number },
      { label: documentPhrases(visit.language).title, href: href(visit, '/documents') },
      { label: title },
    ],
    children,
  })
}
