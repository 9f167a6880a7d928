import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { invented, inventedManaged, inventedSparse } from '../record-page/invented.ts'
import { recordPage } from '../record-page/page.tsx'
import { documentList } from './list.tsx'
import { choosePage } from './pages/choose.tsx'
import { filedPage } from './pages/filed.tsx'
import { heldPage } from './pages/held.tsx'
import { listPage } from './pages/list.tsx'
import { missingPage } from './pages/missing.tsx'
import { closedPage, type NewDocument, newPage } from './pages/new.tsx'
import { previewPage } from './pages/preview.tsx'
import type { DocumentRecord, DocumentRow } from './queries.ts'
import type { DocumentReader } from './readers.ts'
import { documentRecord } from './record.tsx'
import { uploadPhrases } from './upload-phrases.ts'
import type { DocumentVersion } from './versions.ts'

const row = (n: number): DocumentRow => ({
  id: `0190a0b0-0000-7000-8000-00000000050${n}`,
  title: ['Police BVG-31.657.464', 'Jahresreporting 2025', 'AGB Kundenportal'][n % 3]!,
  category: ['Police', 'Jahresbericht', 'Bedingungen', 'Lageplan'][n % 4]!,
  dated_on: '2026-11-18',
  media_type: 'application/pdf',
  byte_size: 12_300 * (n + 1) ** 3,
  confidential: n % 3 === 1,
  scan_state: 'clean',
  is_new: n === 2,
  company: 'Muster Holding AG',
  policy_id: n % 3 ? null : '0190a0b0-0000-7000-8000-000000000001',
  policy_number: n % 3 ? null : 'BVG-31.657.464',
  line: n % 3 ? null : 'Berufliche Vorsorge (BVG)',
})

const document: DocumentRecord = {
  ...row(0),
  language: 'it',
  file_name: 'D0001.pdf',
  sha256: Buffer.alloc(32),
  data_as_of: '2026-11-13',
  claim_id: null,
  claim_number: null,
  premium_invoice_id: null,
  premium_invoice_number: null,
  company_id: 'f1',
  file_number: 2,
  file_since: new Date('2026-11-20T08:15:00Z'),
  version: 3,
  knows_readers: true,
}

const versions: DocumentVersion[] = [2, 1].map((number) => ({
  number,
  file_name: number === 2 ? 'Police BVG 2027 (unterzeichnet).pdf' : 'D0001.pdf',
  media_type: 'application/pdf',
  byte_size: 12_300 * number,
  sha256: Buffer.alloc(32, number * 37),
  author_name: number === 2 ? 'Franziska Keller' : '',
  added_at: new Date(`2026-11-${10 + number * 5}T08:15:00Z`),
  scan_state: 'clean',
}))

const readers: DocumentReader[] = ['Anja Rieder', 'Rolf Mustermann', 'Sophie Dubois'].map((reader_name, n) => ({
  reader_name,
  number: n === 1 ? 1 : 2,
  first_at: new Date('2026-11-20T09:00:00Z'),
  last_at: new Date(`2026-11-2${n}T10:3${n}:00Z`),
  downloaded_at: n === 1 ? null : new Date('2026-11-21T10:30:00Z'),
  staff: n === 2,
}))

const state = { view: 'all', search: '', order: documentList.order, size: 10, page: 1 }

const upload: NewDocument = {
  id: row(0).id,
  claim: null,
  dossier: {
    id: 'f1',
    name: 'Muster Holding AG',
    policies: [{ id: row(0).id, number: 'BVG-31.657.464', name: 'Berufliche Vorsorge (BVG)' }],
  },
  values: {},
  errors: {},
  fileErrors: [],
}

export const inventedResult = {
  rows: Array.from({ length: 7 }, (_, n) => row(n)),
  total: 7,
  capped: false,
  page: 1,
  pages: 1,
}

const paper =
  '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="1358"><path fill="#fff" d="M0 0h960v1358H0z"/><path stroke="#9aa5b1" stroke-width="12" d="M90 120h420M90 210h780M90 260h700M90 310h760M90 410h780M90 460h640"/></svg>'
const picture = `data:image/svg+xml,${encodeURIComponent(paper)}`
const beside = { picture, versions, readers, mark: '3.clean' }
const onNothing = {
  ...document,
  ...row(1),
  language: null,
  dated_on: null,
  picture,
  versions: versions.slice(1),
  readers: null,
  mark: '1.clean',
}
const own = { documents: null, deadlines: null }
const text = 'Police BVG-31.657.464\nVersicherungsnehmer: Muster Holding AG\nBeginn: 1. Januar 2026'
const drawn = {
  kind: 'pages' as const,
  page: 2,
  picture,
  facts: { type: 'image/png' as const, pages: 3, width: 960, height: 1358, text },
}

// As where a virus scanner is set up.
function scanned(visit: Visit): Visit {
  const config = { ...visit.services.config, clamd: { path: '/run/clamd' } }
  return { ...visit, services: { ...visit.services, config } }
}

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => listPage(visit, state, inventedResult) },
  {
    name: 'list, nothing yet',
    render: (visit) => listPage(visit, state, { rows: [], total: 0, capped: false, page: 1, pages: 1 }),
  },
  { name: 'document', render: (visit) => recordPage(visit, documentRecord, inventedManaged({ ...document, ...beside }, own)) },
  {
    name: 'document, confidential and on no policy',
    render: (visit) => recordPage(visit, documentRecord, inventedSparse(onNothing, own)),
  },
  {
    name: 'document, without a preview',
    render: (visit) =>
      recordPage(visit, documentRecord, invented({ ...document, ...beside, media_type: 'application/vnd.ms-outlook' }, own)),
  },
  {
    name: 'document, infected',
    render: (visit) =>
      recordPage(visit, documentRecord, invented({ ...document, ...beside, readers: null, scan_state: 'infected' }, own)),
  },
  { name: 'preview', render: (visit) => previewPage(visit, document, { ...drawn, zoomed: false }) },
  { name: 'preview, larger', render: (visit) => previewPage(visit, document, { ...drawn, page: 1, zoomed: true }) },
  {
    name: 'preview of a text',
    render: (visit) =>
      previewPage(
        visit,
        { ...document, media_type: 'text/csv' },
        { kind: 'text', text: 'Police;Prämie\nMF-10.207.233;12 480.00\n', whole: false, zoomed: false },
      ),
  },
  ...(['none', 'unreadable', 'busy'] as const).map((kind) => ({
    name: `preview, ${kind}`,
    render: (visit: Visit) => previewPage(visit, document, { kind, zoomed: false }),
  })),
  { name: 'file, being scanned', render: (visit) => heldPage(scanned(visit), { ...document, scan_state: 'pending' }) },
  { name: 'file, infected', render: (visit) => heldPage(visit, { ...document, scan_state: 'infected' }) },
  { name: 'file, not scannable', render: (visit) => heldPage(visit, { ...document, scan_state: 'failed' }) },
  { name: 'document, file missing', render: (visit) => missingPage(visit, document) },
  { name: 'upload', render: (visit) => newPage(visit, upload) },
  {
    name: 'upload, refused',
    render: (visit) =>
      newPage(visit, {
        ...upload,
        values: { title: 'Police 2027', policy: row(0).id },
        errors: { category: uploadPhrases(visit.language).error_category },
        fileErrors: [
          uploadPhrases(visit.language).refused_active('seite.html'),
          uploadPhrases(visit.language).refused_macros('Lohnliste.xlsm'),
        ],
      }),
  },
  {
    name: 'upload, to a claim',
    render: (visit) => newPage(visit, { ...upload, claim: { id: row(1).id, number: 'S-2026-00012' } }),
  },
  { name: 'upload, of the broker', render: (visit) => newPage({ ...visit, actor: inventedStaff }, upload) },
  {
    name: 'upload, which company',
    render: (visit) =>
      choosePage(
        { ...visit, actor: inventedStaff },
        [{ id: 'f1', name: 'Muster Holding AG' }],
        uploadPhrases(visit.language).error_company,
      ),
  },
  {
    name: 'uploaded, file by file',
    render: (visit) =>
      filedPage(
        scanned(visit),
        (['clean', 'pending', 'infected', 'failed'] as const).map((scan_state, n) => ({
          ...document,
          ...row(n),
          scan_state,
          mark: '1.x',
        })),
      ),
  },
  { name: 'upload, without the role', render: (visit) => closedPage(visit) },
  { name: 'list, for a file manager', render: (visit) => listPage(visit, state, inventedResult, { uploads: true }) },
]
