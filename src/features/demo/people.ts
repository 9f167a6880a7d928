import type { AssignableRole } from '../../records/roles.ts'

/** Everybody in the demonstration signs in with this; production knows no such thing. */
export const demoPassword = 'Dossier-2026!'

export interface DemoBrokerage {
  number: string
  name: string
  host: string
  colour: string
  town: string
  phone: string
}

/** The two brokerages whose exports ship with the project. */
export const demoBrokerages: DemoBrokerage[] = [
  { number: '6323', name: 'Muster Broker AG', host: '6323.localhost', colour: '#0b5cad', town: 'Luzern', phone: '+41415550100' },
  {
    number: '7101',
    name: 'Beispiel Broker GmbH',
    host: '7101.localhost',
    colour: '#0f7a5a',
    town: 'Basel',
    phone: '+41615550200',
  },
]

/** The member of staff who administers; the address comes with the export as «Betreuer». */
export const demoStaff = (number: string) => [
  { email: `sophie.dubois@broker${number}.example`, function: 'administrator' as const },
  { email: `marc.hostettler@broker${number}.example`, function: 'account_manager' as const },
  { email: `bettina.frei@broker${number}.example`, function: 'auditor' as const },
]

/** People of Muster Holding AG and the companies below it, by their number in the export. */
export const demoPeople: { contact: string; roles: AssignableRole[] }[] = [
  { contact: 'P-20001', roles: ['user_manager'] },
  { contact: 'P-20002', roles: ['occupational_pension'] },
  { contact: 'P-20003', roles: ['full_access', 'group_manager'] },
  { contact: 'P-20005', roles: ['fleet'] },
]
