import { longDate, shortDate } from '../../../platform/format.ts'
import { type Language, languages } from '../../../platform/phrases.ts'
import { href, type Visit } from '../../../platform/visit.ts'
import { DataAsOf, policyLink } from '../../../records/record.tsx'
import { recordPhrases } from '../../../records/record-phrases.ts'
import { Badge } from '../../../ui/components/Badge.tsx'
import { LinkButton } from '../../../ui/components/Button.tsx'
import { Card } from '../../../ui/components/Card.tsx'
import { Facts } from '../../../ui/components/Facts.tsx'
import { portalPage } from '../../house/page.tsx'
import { tendsDocument } from '../access.ts'
import { categoryName } from '../categories.ts'
import { nameToSend } from '../file-name.ts'
import { fileShown, sizeShown, typeShown } from '../file-size.ts'
import { documentPhrases } from '../phrases.ts'
import { type FirstPage, PreviewCard } from '../preview-card.tsx'
import { fileHref } from '../preview-links.ts'
import type { DocumentRecord } from '../queries.ts'
import type { DocumentReader } from '../readers.ts'
import { ReadersCard } from '../readers-card.tsx'
import { scanWord } from '../scan-words.ts'
import { uploadPhrases } from '../upload-phrases.ts'
import { versionPhrases } from '../version-phrases.ts'
import type { DocumentVersion } from '../versions.ts'
import { VersionsCard } from '../versions-card.tsx'

type View = Omit<Visit, 'db'>

/** What the page shows beside the document itself. */
export interface Beside {
  first?: FirstPage
  versions: DocumentVersion[]
  /** Null for who is not told. */
  readers: DocumentReader[] | null
  done?: string | null
  /** The gallery's own picture of a page. */
  picture?: string
}

type Part = { visit: View; document: DocumentRecord }

/** One document: a sentence, what it is, where it belongs, and the download. */
export function showPage(visit: View, document: DocumentRecord, { first, versions, readers, done, picture }: Beside) {
  const t = documentPhrases(visit.language)
  return portalPage(visit, {
    title: document.title,
    area: 'documents',
    crumbs: crumbs(visit, document),
    badge: document.confidential && <Badge kind="warn">{recordPhrases(visit.language).confidential}</Badge>,
    lead: t.summary({
      category: categoryName(document.category, visit.language),
      on: document.dated_on && longDate(document.dated_on, visit.language),
      file: fileShown(document),
    }),
    done,
    actions: (
      <>
        {tendsDocument(visit.actor, document) && (
          <LinkButton href={href(visit, `/documents/${document.id}/edit`)} icon="pencil">
            {versionPhrases(visit.language).edit}
          </LinkButton>
        )}
        <LinkButton href={fileHref(visit, document)} kind="primary" icon="download" download>
          {t.download}
        </LinkButton>
      </>
    ),
    children: (
      <div class="split wide-first">
        <div class="stack">
          <PreviewCard visit={visit} document={document} first={first} picture={picture} />
          <VersionsCard visit={visit} document={document} versions={versions} />
          {readers && <ReadersCard visit={visit} readers={readers} />}
        </div>
        <div class="stack">
          <DocumentCard visit={visit} document={document} />
          <FileCard visit={visit} document={document} />
          <DataAsOf language={visit.language} day={document.data_as_of} />
        </div>
      </div>
    ),
  })
}

export function crumbs(visit: View, document: DocumentRecord) {
  const t = documentPhrases(visit.language)
  return [{ label: visit.brokerage.number }, { label: t.title, href: href(visit, '/documents') }, { label: document.title }]
}

function DocumentCard({ visit, document }: Part) {
  const t = documentPhrases(visit.language)
  const r = recordPhrases(visit.language)
  return (
    <Card id="document" title={t.one}>
      <Facts
        rows={[
          [t.name, document.title],
          [t.category, categoryName(document.category, visit.language)],
          [r.policy, policyLink(visit, document)],
          [r.line, document.line],
          [r.company, document.company],
          [t.dated, shortDate(document.dated_on)],
          [t.language, isLanguage(document.language) && t[`language_${document.language}`]],
        ]}
      />
    </Card>
  )
}

function isLanguage(language: string | null): language is Language {
  return (languages as readonly (string | null)[]).includes(language)
}

function FileCard({ visit, document }: Part) {
  const t = documentPhrases(visit.language)
  return (
    <Card id="file" title={t.file}>
      <Facts
        rows={[
          [t.file_name, nameToSend(document.file_name, document.media_type)],
          [t.file_type, typeShown(document.media_type)],
          [t.file_size, sizeShown(document.byte_size)],
          [uploadPhrases(visit.language).scan, scanWord(visit, document.scan_state)],
        ]}
      />
    </Card>
  )
}
