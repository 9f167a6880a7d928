import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { accountList } from './list.tsx'
import { registerPage } from './pages/list.tsx'
import { registerPhrases } from './phrases.ts'
import type { AccountRow } from './queries.ts'

const asStaff = (visit: Visit) => ({ ...visit, actor: inventedStaff, accountManager: null })
const asAuditor = (visit: Visit) => ({
  ...visit,
  actor: { ...inventedStaff, function: 'auditor' as const },
  accountManager: null,
})

const row = (n: number, full_name: string, more: Partial<AccountRow>): AccountRow => ({
  id: `0190a0b0-0000-7000-8000-0000000000b${n}`,
  contact_id: `0190a0b0-0000-7000-8000-0000000000c${n}`,
  full_name,
  state: 'active',
  last_sign_in_at: new Date('2026-11-24T08:15:00Z'),
  company: 'Muster Holding AG',
  email: `person${n}@muster.example`,
  roles: ['other_lines'],
  invitation: null,
  has_factor: true,
  ...more,
})

const rows = [
  row(1, 'Keller Franziska', { roles: ['user_manager', 'occupational_pension'] }),
  row(2, 'Rieder Anja', { state: 'invited', invitation: 'bounced', last_sign_in_at: null, has_factor: false }),
  row(3, 'Studer Daniel', { state: 'invited', invitation: 'expired', last_sign_in_at: null, has_factor: false }),
  row(4, 'Meier Petra', { state: 'suspended', company: 'Muster Bau AG', has_factor: false, roles: [] }),
]
const state = { view: 'all', search: '', order: accountList.order, size: 10, page: 1 }
const result = { rows, total: 4, capped: false, page: 1, pages: 1 }
const nothing = { rows: [], total: 0, capped: false, page: 1, pages: 1 }

export const gallery: GalleryEntry[] = [
  { name: 'register', render: (visit) => registerPage(asStaff(visit), { state, result, requests: [], without: 3 }) },
  {
    name: 'register, after sending again',
    render: (visit) =>
      registerPage(asStaff(visit), {
        state,
        result,
        requests: [],
        without: 1,
        done: registerPhrases(visit.language).resent(2, 1),
      }),
  },
  {
    name: 'register, for an auditor',
    render: (visit) => registerPage(asAuditor(visit), { state, result, requests: [], without: 0 }),
  },
  {
    name: 'register, empty',
    render: (visit) => registerPage(asStaff(visit), { state, result: nothing, requests: [], without: 2 }),
  },
]
