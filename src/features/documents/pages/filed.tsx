import { mayLeave, type ScanState, scanState } from '../../../platform/kept-files.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { Badge, type BadgeKind } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { portalPage } from '../../house/page.tsx'
import { tendsDocument } from '../access.ts'
import { categoryName } from '../categories.ts'
import { fileShown } from '../file-size.ts'
import { heldPhrases } from '../held-phrases.ts'
import { documentPhrases } from '../phrases.ts'
import { uploadPhrases } from '../upload-phrases.ts'
import { versionPhrases } from '../version-phrases.ts'

type View = Omit<Visit, 'db'>

export interface FiledDocument {
  id: string
  title: string
  category: string
  company_id: string
  media_type: string
  byte_size: number
  scan_state: string | null
  mark: string
}

const colours: Record<ScanState, BadgeKind | undefined> = {
  clean: 'ok',
  pending: 'info',
  infected: 'bad',
  failed: 'warn',
  unscanned: undefined,
}

/** What was just filed, file by file: as what, and what the virus scanner says of it. */
export function filedPage(visit: View, documents: FiledDocument[]) {
  const t = uploadPhrases(visit.language)
  const words = documentPhrases(visit.language)
  return portalPage(visit, {
    title: t.filed_title,
    area: 'documents',
    crumbs: [
      { label: visit.brokerage.number },
      { label: words.title, href: href(visit, '/documents') },
      { label: t.filed_title },
    ],
    done: t.done,
    actions: (
      <LinkButton href={href(visit, '/documents/new')} icon="upload">
        {t.more}
      </LinkButton>
    ),
    children: (
      <Card id="filed" title={t.files}>
        <ul class="files plain-list">
          {documents.map((document) => (
            <li key={document.id}>
              <Filed visit={visit} document={document} />
            </li>
          ))}
        </ul>
      </Card>
    ),
  })
}

// Drawn anew in the open page when the scanner has spoken.
function Filed({ visit, document }: { visit: View; document: FiledDocument }) {
  const state = scanState(visit.services, document.scan_state)
  const follows = { 'data-live': `document:${document.id}`, 'data-mark': document.mark, 'data-from': href(visit, visit.address) }
  return (
    <div id={`d-${document.id}`} data-region {...(state === 'pending' && follows)}>
      <p>
        <a href={href(visit, `/documents/${document.id}`)}>{document.title}</a>{' '}
        <Badge kind={colours[state]}>{uploadPhrases(visit.language)[state]}</Badge>
      </p>
      <p class="small muted">
        {categoryName(document.category, visit.language)} ({fileShown(document)})
      </p>
      {!mayLeave(visit.services, document.scan_state) && state !== 'pending' && (
        <p class="small">{heldPhrases(visit.language)[`${state as 'infected' | 'failed'}_text`]}</p>
      )}
      {tendsDocument(visit.actor, document) && (
        <p class="small">
          <a href={href(visit, `/documents/${document.id}/edit`)}>{versionPhrases(visit.language).edit}</a>
        </p>
      )}
    </div>
  )
}
