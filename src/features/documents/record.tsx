import type { VNode } from 'preact'
import { longDate, shortDate } from '../../platform/format.ts'
import { type Language, labels, languages } from '../../platform/phrases.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { policyLink } from '../../records/record.tsx'
import type { FactGroup, RecordDescription } from '../../records/record-description.ts'
import { dayField, textField, wordField } from '../../records/record-fields.ts'
import { recordPhrases } from '../../records/record-phrases.ts'
import { tendsDocument } from './access.ts'
import { categoryName } from './categories.ts'
import { nameToSend } from './file-name.ts'
import { fileShown, sizeShown, typeShown } from './file-size.ts'
import { heldPhrases } from './held-phrases.ts'
import { documentList } from './list.tsx'
import { documentMark } from './live.ts'
import { documentPhrases } from './phrases.ts'
import { type FirstPage, firstPage, PreviewCard } from './preview-card.tsx'
import { type DocumentRecord, documentById } from './queries.ts'
import { type DocumentReader, readersOf } from './readers.ts'
import { ReadersCard } from './readers-card.tsx'
import { scanWord } from './scan-words.ts'
import { uploadPhrases } from './upload-phrases.ts'
import { versionPhrases } from './version-phrases.ts'
import { type DocumentVersion, versionsOf } from './versions.ts'
import { VersionsCard } from './versions-card.tsx'

type View = Omit<Visit, 'db'>

/** A document with everything that its page says of it. */
export type OpenedDocument = DocumentRecord & {
  first?: FirstPage
  versions: DocumentVersion[]
  /** Null for who is not told. */
  readers: DocumentReader[] | null
  /** How it stands, for the live stream. */
  mark: string
  /** The gallery's own picture of a page. */
  picture?: string
}

const label = labels(documentPhrases)

/** The page of a document: its first page, what it is, where it belongs. */
export const documentRecord: RecordDescription<OpenedDocument> = {
  kind: 'document',
  list: documentList,
  area: 'documents',
  read: async (visit, id) => {
    const document = await documentById(visit.db, id)
    const [first, versions] = [await firstPage(visit, document), await versionsOf(visit.db, id)]
    const readers = document.knows_readers ? await readersOf(visit.db, id) : null
    return { ...document, first, versions, readers, mark: (await documentMark(visit.db, id)) ?? '' }
  },
  id: (document) => document.id,
  title: (document) => document.title,
  name: (document) => document.title,
  summary: (document, { language }) =>
    documentPhrases(language).summary({
      category: categoryName(document.category, language),
      on: document.dated_on && longDate(document.dated_on, language),
      file: fileShown(document),
    }),
  front: (document, visit) => (
    <Followed visit={visit} document={document} id="front">
      <PreviewCard visit={visit} document={document} first={document.first} picture={document.picture} />
    </Followed>
  ),
  facts: (document, visit) => [facts(document, visit), file(document, visit)],
  more: (document, visit) => (
    <>
      <Followed visit={visit} document={document} id="file-versions">
        <VersionsCard visit={visit} document={document} versions={document.versions} />
      </Followed>
      {document.readers && <ReadersCard visit={visit} readers={document.readers} />}
    </>
  ),
  primary: (document, { language }) => ({
    label: documentPhrases(language).download,
    icon: 'download',
    path: `/documents/${document.id}/file`,
    download: true,
  }),
  actions: (document, { actor, language }) =>
    tendsDocument(actor, document)
      ? [{ label: versionPhrases(language).edit, icon: 'pencil', path: `/documents/${document.id}/edit` }]
      : [],
  events: {
    'document.replaced': (_details, language) => documentPhrases(language).past_replaced,
    'file.infected': (_details, language) => heldPhrases(language).infected_title,
  },
  fields: {
    title: textField(label('name')),
    category: wordField(label('category'), categoryName),
    dated_on: dayField(label('dated')),
  },
}

// Drawn anew in the open page when the file was replaced or the virus scanner has spoken.
function Followed({ visit, document, id, children }: { visit: View; document: OpenedDocument; id: string; children: VNode }) {
  const from = href(visit, `/documents/${document.id}`)
  return (
    <div id={id} data-region data-live={`document:${document.id}`} data-mark={document.mark} data-from={from}>
      {children}
    </div>
  )
}

function facts(document: OpenedDocument, visit: View): FactGroup {
  const t = documentPhrases(visit.language)
  const r = recordPhrases(visit.language)
  return {
    key: 'document',
    title: t.one,
    rows: [
      [t.name, document.title],
      [t.category, categoryName(document.category, visit.language)],
      [r.policy, policyLink(visit, document)],
      [
        t.premium_invoice,
        document.premium_invoice_number && (
          <a href={href(visit, `/premium-invoices/${document.premium_invoice_id}`)}>{document.premium_invoice_number}</a>
        ),
      ],
      [t.claim, document.claim_number && <a href={href(visit, `/claims/${document.claim_id}`)}>{document.claim_number}</a>],
      [r.line, document.line],
      [r.company, document.company],
      [t.dated, shortDate(document.dated_on)],
      [t.language, isLanguage(document.language) && t[`language_${document.language}`]],
    ],
  }
}

function isLanguage(language: string | null): language is Language {
  return (languages as readonly (string | null)[]).includes(language)
}

function file(document: OpenedDocument, visit: View): FactGroup {
  const t = documentPhrases(visit.language)
  return {
    key: 'file',
    title: t.file,
    rows: [
      [t.file_name, nameToSend(document.file_name, document.media_type)],
      [t.file_type, typeShown(document.media_type)],
      [t.file_size, sizeShown(document.byte_size)],
      [uploadPhrases(visit.language).scan, scanWord(visit, document.scan_state)],
    ],
  }
}
