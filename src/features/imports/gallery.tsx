import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { importsPage } from './pages/list.tsx'
import { runPage } from './pages/run.tsx'
import type { FileReport } from './report.ts'
import type { ImportedFile, ImportRun } from './run-queries.ts'
import { uploadReasonPhrases } from './upload-phrases.ts'

const as = (visit: Visit, fn: typeof inventedStaff.function = 'administrator') => ({
  ...visit,
  actor: { ...inventedStaff, function: fn },
  accountManager: null,
})

const report = (file: string, source: string, counts: [number, number, number, number]): FileReport => {
  const [added, changed, unchanged, refused] = counts
  const read = added + changed + unchanged + refused
  return { file, source, read, new: added, changed, unchanged, refused, ignoredColumns: [], encoding: 'utf-8' }
}

const run: ImportRun = {
  id: '0190a0b0-0000-7000-8000-000000000b01',
  state: 'draft',
  source: 'Policen.xlsx, Kontakte.csv',
  started_at: new Date('2026-11-25T08:00:00Z'),
  finished_at: null,
  staff_id: inventedStaff.id,
  person: 'Sophie Dubois',
  undone_by_name: null,
  undone_at: null,
  problem: null,
  progress: null,
  cancel_asked: false,
  documents: {},
  report: {},
  kept: [],
  stalled: false,
  undoable: false,
}

const checked: ImportRun = {
  ...run,
  state: 'checked',
  report: {
    files: [
      { ...report('Kontakte.csv', 'Kontakte', [2, 1, 138, 0]), ignoredColumns: ['Geburtstag'] },
      report('Policen.xlsx', 'Policen', [12, 2, 215, 2]),
    ],
    refused: 2,
  },
}

const done: ImportRun = { ...checked, state: 'done', finished_at: new Date('2026-11-25T08:01:00Z'), undoable: true }

const files: ImportedFile[] = [
  {
    id: '0190a0b0-0000-7000-8000-000000000b11',
    place: 0,
    name: 'Policen.xlsx',
    encoding: 'xlsx',
    source: 'Policen',
    checksum: Buffer.alloc(32, 7),
    rows_sha256: null,
    row_count: 231,
    header: ['PolicenNr', 'Kunde', 'Versicherer', 'Branche', 'Beginn', 'Notiz'],
    samples: [
      ['MF-12.345.678', 'K-10001', 'Basler Versicherung AG', 'MF', '2026-01-01', ''],
      ['BVG-77.1', 'K-10002', 'Helvetia Sammelstiftung', 'BVG', '2024-01-01', 'prüfen'],
    ],
    mapping: ['source_key', 'company_id', 'insurer', 'line_code', 'starts_on', null],
    found: {
      refusals: [
        { file: 'Policen.xlsx', line: 17, column: 'Beginn', value: '31.02.2026', reason: 'date', cells: ['MF-1'], at: 'E17' },
        {
          file: 'Policen.xlsx',
          line: 44,
          column: 'Kunde',
          value: 'K-99999',
          reason: 'unknown_company',
          cells: ['MF-2'],
          at: 'B44',
        },
      ],
      changes: [
        {
          line: 9,
          key: 'MF-12.345.678',
          fields: [
            { heading: 'Jahresprämie netto', old: '3184.25', new: "3'250.00" },
            { heading: 'Ablauf', old: '', new: '31.12.2027' },
          ],
        },
      ],
    },
  },
  {
    id: '0190a0b0-0000-7000-8000-000000000b12',
    place: 1,
    name: 'Kontakte.csv',
    encoding: 'windows-1252',
    source: null,
    checksum: Buffer.alloc(32, 9),
    rows_sha256: null,
    row_count: 141,
    header: ['Nr', 'Name'],
    samples: [['P-1', 'Rieder']],
    mapping: [null, null],
    found: {},
  },
]

const view = (one: ImportRun, more: object = {}) => ({ run: one, files, mapping: false, ...more })
const fresh = [
  { source: 'Policen', at: new Date('2026-11-25T02:00:00Z'), days: 0 },
  { source: 'Kontakte', at: new Date('2026-11-10T02:00:00Z'), days: 15 },
]
const id = '0190a0b0-0000-7000-8000-000000000b99'
const command: ImportRun = { ...done, id, staff_id: null, person: null, undoable: false }

export const gallery: GalleryEntry[] = [
  { name: 'list', render: (visit) => importsPage(as(visit), { id, runs: [done, command], last: fresh, errors: [] }) },
  { name: 'list, nothing yet', render: (visit) => importsPage(as(visit), { id, runs: [], last: [], errors: [] }) },
  {
    name: 'list, for an auditor',
    render: (visit) => importsPage(as(visit, 'auditor'), { id, runs: [done], last: fresh, errors: [] }),
  },
  {
    name: 'a file that is refused',
    render: (visit) =>
      importsPage(as(visit), { id, runs: [], last: [], errors: [uploadReasonPhrases(visit.language).unpacked('Policen.xlsx')] }),
  },
  { name: 'columns', render: (visit) => runPage(as(visit), view(run)) },
  {
    name: 'columns with an error',
    render: (visit) => runPage(as(visit), view(run, { errors: [{ field: 'kind.0', message: 'Policen.xlsx: Versicherer' }] })),
  },
  { name: 'being checked', render: (visit) => runPage(as(visit), view({ ...run, state: 'checking' })) },
  { name: 'checked', render: (visit) => runPage(as(visit), view(checked)) },
  { name: 'checked, for an auditor', render: (visit) => runPage(as(visit, 'auditor'), view(checked)) },
  {
    name: 'checked, nothing to do',
    render: (visit) =>
      runPage(as(visit), {
        run: { ...checked, report: { files: [report('Policen.csv', 'Policen', [0, 0, 230, 0])], refused: 0 } },
        files: [],
        mapping: false,
      }),
  },
  {
    name: 'running',
    render: (visit) =>
      runPage(as(visit), view({ ...checked, state: 'running', progress: { file: 'Policen.xlsx', rows: 120, of: 372 } })),
  },
  {
    name: 'waits for another',
    render: (visit) =>
      runPage(
        as(visit),
        view({ ...checked, state: 'running', progress: { file: '', rows: 0, of: 0, waiting: 'Marc Hostettler' } }),
      ),
  },
  { name: 'done', render: (visit) => runPage(as(visit), view(done)) },
  {
    name: 'undone, with rows that stayed',
    render: (visit) =>
      runPage(
        as(visit),
        view({
          ...done,
          state: 'undone',
          undoable: false,
          undone_by_name: 'Sophie Dubois',
          undone_at: new Date('2026-11-25T09:00:00Z'),
          kept: [
            { source: 'Policen', key: 'MF-12.345.678', why: 'changed' },
            { source: 'Adressen', key: 'K-10001', why: 'in_use' },
          ],
        }),
      ),
  },
  { name: 'failed', render: (visit) => runPage(as(visit), view({ ...run, state: 'failed', problem: 'failed' })) },
  { name: 'stalled', render: (visit) => runPage(as(visit), view({ ...run, state: 'running', stalled: true })) },
  { name: 'not possible any more', render: (visit) => runPage(as(visit), view(done, { refused: true })) },
]
