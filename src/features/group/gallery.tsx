import type { GalleryEntry } from '../house/gallery.ts'
import { inventedCustomer } from '../house/invented.ts'
import { matrixPage } from './pages/matrix.tsx'
import { noRolePage } from './pages/no-role.tsx'
import type { Cell, GroupCompany, Matrix } from './queries.ts'

const chief = { ...inventedCustomer, roles: new Set(['customer', 'full_access', 'group_manager']) }

const companies: GroupCompany[] = [
  { id: 'f1', name: 'Muster Holding AG', level: 0 },
  { id: 'f2', name: 'Muster Bau AG', level: 1 },
  { id: 'f3', name: 'Muster Logistik AG', level: 1 },
  { id: 'f4', name: 'Muster Kühltransport und Lagerbewirtschaftungsgesellschaft mbH', level: 2 },
]
const cell = (policies: number, premium: string, euro?: string): Cell => ({
  policies,
  premiums: { CHF: premium, ...(euro && { EUR: euro }) },
})
const byRole: Matrix = {
  by: 'role',
  whole: true,
  companies,
  columns: [
    { key: 'occupational_pension', name: null, lines: ['BVG'] },
    { key: 'personal_lines', name: null, lines: ['KTG', 'UVG', 'UVGZ'] },
    { key: 'fleet', name: null, lines: ['MF'] },
    { key: 'other_lines', name: null, lines: ['BHP', 'SACH'] },
    { key: 'full_access', name: null, lines: ['DO'] },
  ],
  cells: new Map([
    [
      'f1',
      new Map([
        ['occupational_pension', cell(1, '88365.40')],
        ['personal_lines', cell(3, '113382.10')],
        ['full_access', cell(2, '8358.15')],
      ]),
    ],
    ['f2', new Map([['fleet', cell(1, '38481.30')]])],
    ['f4', new Map([['other_lines', cell(12, '1234567.05', '4500.00')]])],
  ]),
}
const names = [
  'Berufliche Vorsorge (BVG)',
  'Betriebshaftpflicht',
  'Betriebsrechtsschutz',
  'Cyberversicherung',
  'Gebäudeversicherung',
  'Krankentaggeld',
  'Maschinenversicherung',
  'Motorfahrzeugflotte',
  'Organhaftpflicht D&O',
  'Sachversicherung Geschäft',
]
const byLine: Matrix = {
  by: 'line',
  whole: false,
  companies: companies.slice(1),
  columns: names.map((name, index) => ({ key: `L${index}`, name, lines: [`L${index}`] })),
  cells: new Map(
    companies
      .slice(1)
      .map(({ id }, row) => [id, new Map(names.map((_, index) => [`L${index}`, cell(index + row, `${index * 1000 + row}.00`)]))]),
  ),
}

export const gallery: GalleryEntry[] = [
  { name: 'group', render: (visit) => matrixPage({ ...visit, actor: chief }, { companies, chosen: null, matrix: byRole }) },
  {
    name: 'group by line',
    render: (visit) => matrixPage({ ...visit, actor: chief }, { companies, chosen: 'f2', matrix: byLine }),
  },
  {
    name: 'group, nothing',
    render: (visit) =>
      matrixPage({ ...visit, actor: chief }, { companies, chosen: null, matrix: { ...byRole, columns: [], cells: new Map() } }),
  },
  {
    name: 'group, export refused',
    render: (visit) =>
      matrixPage(
        { ...visit, actor: chief },
        { companies, chosen: null, matrix: byRole, notice: { exportsFull: { minutes: 12 } } },
      ),
  },
  {
    name: 'group without a role',
    render: (visit) => {
      const actor = { ...inventedCustomer, roles: new Set(['customer', 'group_manager']) }
      return noRolePage({ ...visit, actor }, actor, ['Franziska Keller'])
    },
  },
]
