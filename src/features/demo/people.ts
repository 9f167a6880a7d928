import type { AssignableRole } from '../../records/roles.ts'
import type { NewStaff } from '../operator/logins.ts'

/** Everybody in the demonstration signs in with this; production knows no such thing. */
export const demoPassword = 'Dossier-2026!'

export interface DemoBrokerage {
  number: string
  name: string
  host: string
  colour: string
  street: string
  postalCode: string
  town: string
  phone: string
}

/** The two brokerages whose exports ship with the project. */
export const demoBrokerages: DemoBrokerage[] = [
  {
    number: '6323',
    name: 'Muster Broker AG',
    host: '6323.localhost',
    colour: '#0b5cad',
    street: 'Pilatusstrasse 12',
    postalCode: '6003',
    town: 'Luzern',
    phone: '+41415550100',
  },
  {
    number: '7101',
    name: 'Beispiel Broker GmbH',
    host: '7101.localhost',
    colour: '#0f7a5a',
    street: 'Freie Strasse 20',
    postalCode: '4001',
    town: 'Basel',
    phone: '+41615550200',
  },
]

/** People at the brokerage, one of each kind; some come with the export as «Betreuer» too. */
export const demoStaff = (number: string) => [
  staff('Sophie', 'Dubois', number, 'administrator'),
  staff('Marc', 'Hostettler', number, 'account_manager'),
  staff('Bettina', 'Frei', number, 'auditor'),
]

function staff(firstName: string, lastName: string, number: string, fn: NewStaff['function']): NewStaff {
  const email = `${firstName}.${lastName}@broker${number}.example`.toLowerCase()
  return { firstName, lastName, email, function: fn, language: 'de' }
}

export interface DemoPerson {
  /** The person's number in the export. */
  contact: string
  roles: AssignableRole[]
}

/** People of Muster Holding AG and the companies below it. */
export const demoPeople: DemoPerson[] = [
  { contact: 'P-20001', roles: ['user_manager'] },
  { contact: 'P-20002', roles: ['occupational_pension'] },
  { contact: 'P-20003', roles: ['full_access', 'group_manager'] },
  { contact: 'P-20005', roles: ['fleet'] },
]

/** One person with accounts at two companies: the trustee of the first keeps the payroll of the second. */
export const demoAtSeveralCompanies: Record<string, DemoPerson[]> = {
  '6323': [
    { contact: 'P-20141', roles: ['user_manager', 'full_access'] },
    { contact: 'P-20142', roles: ['personal_lines', 'occupational_pension'] },
  ],
}
