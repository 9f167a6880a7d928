import { mayLeave } from '../../platform/kept-files.ts'
import { previewKind } from '../../platform/previews.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { Badge } from '../../ui/components/Badge.tsx'
import { LinkButton } from '../../ui/components/Button.tsx'
import { Card } from '../../ui/components/Card.tsx'
import { Time } from '../../ui/components/Time.tsx'
import { tendsDocument } from './access.ts'
import { fileShown } from './file-size.ts'
import { fileHref, previewHref } from './preview-links.ts'
import type { DocumentRecord } from './queries.ts'
import { scanWord } from './scan-words.ts'
import { versionPhrases } from './version-phrases.ts'
import type { DocumentVersion } from './versions.ts'

type View = Omit<Visit, 'db'>

/** All files a document has had: who brought them when, how large, with which checksum, each to look at and to download. */
export function VersionsCard({
  visit,
  document,
  versions,
}: {
  visit: View
  document: DocumentRecord
  versions: DocumentVersion[]
}) {
  const t = versionPhrases(visit.language)
  const replace = tendsDocument(visit.actor, document) && (
    <LinkButton href={href(visit, `/documents/${document.id}/versions/new`)} icon="upload" kind="quiet">
      {t.replace}
    </LinkButton>
  )
  return (
    <Card id="versions" title={t.versions} action={replace || undefined}>
      <ol class="versions plain-list">
        {versions.map((version) => (
          <li key={version.number}>
            <Version visit={visit} document={document} version={version} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Version({ visit, document, version }: { visit: View; document: DocumentRecord; version: DocumentVersion }) {
  const t = versionPhrases(visit.language)
  const { number } = version
  const current = number === document.file_number
  const open = mayLeave(visit.services, version.scan_state)
  return (
    <>
      <div class="version-text">
        <p class="version-name">
          <strong>{t.version(number)}</strong> {current && <Badge kind="ok">{t.current}</Badge>}
        </p>
        <p class="small muted">
          <Time at={version.added_at} relative /> {version.author_name ? t.by(version.author_name) : t.by_import}
        </p>
        <p class="small muted">
          {version.file_name} ({fileShown(version)}){!open && `, ${scanWord(visit, version.scan_state)}`}
        </p>
        <details class="small muted">
          <summary>{t.checksum}</summary>
          <code class="checksum">{version.sha256.toString('hex')}</code>
        </details>
      </div>
      {open && (
        <div class="row">
          {previewKind(version.media_type) && (
            <LinkButton
              href={href(visit, previewHref(document, current ? {} : { version: number }))}
              icon="eye"
              kind="quiet"
              iconOnly
            >
              {t.preview_version(number)}
            </LinkButton>
          )}
          <LinkButton
            href={fileHref(visit, document, current ? undefined : number)}
            icon="download"
            kind="quiet"
            iconOnly
            download
          >
            {t.download_version(number)}
          </LinkButton>
        </div>
      )}
    </>
  )
}
