import type { Visit } from '../../platform/visit.ts'
import type { GalleryEntry } from '../house/gallery.ts'
import { inventedStaff } from '../house/invented.ts'
import { staffListPage } from './pages/list.tsx'
import type { StaffMember } from './queries.ts'

const asStaff = (visit: Visit) => ({ ...visit, actor: inventedStaff, accountManager: null })

const member = (n: number, name: string, fn: StaffMember['function'], state: StaffMember['state'], companies: number) => {
  const [first_name, last_name] = name.split(' ') as [string, string]
  const email = `${first_name}.${last_name}@broker6323.example`.toLowerCase()
  return {
    id: `0190a0b0-0000-7000-8000-0000000000a${n}`,
    first_name,
    last_name,
    email,
    phone: '+41415550100',
    function: fn,
    state,
    companies,
  }
}

const members: StaffMember[] = [
  member(1, 'Sophie Dubois', 'administrator', 'active', 12),
  member(2, 'Bettina Frei', 'auditor', 'active', 0),
  member(3, 'Marc Hostettler', 'account_manager', 'none', 31),
  member(4, 'Petra Lehmann', 'assistant', 'suspended', 0),
]

export const gallery: GalleryEntry[] = [{ name: 'list', render: (visit) => staffListPage(asStaff(visit), members) }]
