import { mayLeave } from '../../platform/kept-files.ts'
import type { DrawnPage } from '../../platform/preview-cache.ts'
import { knownPage, previewKind } from '../../platform/previews.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { LinkButton } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { heldNotice } from './held.tsx'
import { pictureHref, previewHref } from './preview-links.ts'
import { previewPhrases } from './preview-phrases.ts'
import type { DocumentRecord } from './queries.ts'

type View = Omit<Visit, 'db'>
type Props = { visit: View; document: DocumentRecord; first: FirstPage; picture?: string | undefined }

/** What is known of the first page without drawing it: null where it cannot be drawn, undefined where nobody looked yet. */
export type FirstPage = DrawnPage | null | undefined

/** Looks up what the card can say before the picture is there. */
export function firstPage({ services, brokerage }: View, document: DocumentRecord): Promise<FirstPage> {
  return knownPage(services, brokerage.id, { sha256: document.sha256, mediaType: document.media_type }, 0, 960)
}

/** The first page on the document's own page, with the way to all of them. It is drawn when the browser asks for the picture. */
export function PreviewCard({ visit, document, first, picture }: Props) {
  const t = previewPhrases(visit.language)
  const kind = previewKind(document.media_type)
  const open = (
    <LinkButton href={href(visit, previewHref(document))} icon="eye" kind="quiet">
      {t.open}
    </LinkButton>
  )
  if (!mayLeave(visit.services, document.scan_state))
    return (
      <Card id="preview" title={t.preview}>
        {heldNotice(visit, document.scan_state)}
      </Card>
    )
  if (kind === null || first === null)
    return (
      <Card id="preview" title={t.preview}>
        <p>{kind === null ? t.none_title : t.unreadable_title}.</p>
        <p class="muted">{kind === null ? t.none_text : t.unreadable_text}</p>
      </Card>
    )
  return (
    <Card id="preview" title={t.preview} action={open}>
      {kind !== 'text' && (
        <a class="preview-first" href={href(visit, previewHref(document))}>
          <img
            src={picture ?? pictureHref(visit, document, 1, 960)}
            alt={kind === 'pages' ? t.first_page(document.title) : t.picture(document.title)}
            width={first?.facts.width}
            height={first?.facts.height}
            loading="lazy"
          />
        </a>
      )}
    </Card>
  )
}
