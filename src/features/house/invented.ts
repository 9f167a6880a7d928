import type { AccountManager, Customer, Staff } from '../../platform/actor.ts'

const person = {
  sessionId: 's1',
  loginId: 'l1',
  language: 'de',
  theme: 'system',
  density: 'comfortable',
  shortcuts: true,
  secondFactor: false,
  factorDue: false,
  confirmed: true,
} as const

/** The people of the gallery: invented, and never in a database. */
export const inventedCustomer: Customer = {
  ...person,
  kind: 'customer',
  id: 'a1',
  firstName: 'Franziska',
  lastName: 'Keller',
  email: 'franziska.keller@muster.example',
  contactId: 'c1',
  companyId: 'f1',
  companyName: 'Muster Holding AG',
  roles: new Set(['customer', 'user_manager', 'other_lines']),
  holding: true,
  elsewhere: [],
}

export const inventedStaff: Staff = {
  ...person,
  kind: 'staff',
  id: 'm1',
  firstName: 'Sophie',
  lastName: 'Dubois',
  email: 'sophie.dubois@broker6323.example',
  function: 'administrator',
}

export const inventedManager: AccountManager = {
  name: 'Sophie Dubois',
  email: 'sophie.dubois@broker6323.example',
  phone: '+41415550100',
}

export const inventedAbsent: AccountManager = {
  ...inventedManager,
  deputy: { name: 'Marc Hostettler', email: 'marc.hostettler@broker6323.example', phone: '+41415550111', until: '2026-12-04' },
}
