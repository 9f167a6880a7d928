/** For what people choose their channels (Anlass); «access», the own rights, and «outbox», mails that do not arrive, are always told. The names stand in the database. */
export const occasions = [
  'message',
  'request',
  'claim',
  'document',
  'package',
  'policy',
  'premium_invoice',
  'premium_warning',
  'invoice',
  'deadline',
  'access',
  'outbox',
] as const
export type Occasion = (typeof occasions)[number]

/** Every kind of news and its occasion. A new kind is a line here, and its sentences in `kind-phrases.ts`. */
export const kinds = {
  message: 'message',
  request_opened: 'request',
  request_state: 'request',
  claim_new: 'claim',
  claim_reported: 'claim',
  claim_state: 'claim',
  claim_document: 'claim',
  document_new: 'document',
  document_version: 'document',
  file_infected: 'document',
  package_ready: 'package',
  policy_new: 'policy',
  policy_changed: 'policy',
  premium_new: 'premium_invoice',
  premium_paid: 'premium_invoice',
  premium_overdue: 'premium_warning',
  premium_reminded: 'premium_warning',
  premium_suspended: 'premium_warning',
  invoice_new: 'invoice',
  invoice_overdue: 'invoice',
  deadline: 'deadline',
  roles_changed: 'access',
  role_request: 'access',
  role_decided: 'access',
  mail_failed: 'outbox',
  mails_waiting: 'outbox',
} as const satisfies Record<string, Occasion>
export type Kind = keyof typeof kinds

/** The parts of the page, in its order, and the icon of each. */
export const areas = {
  messages: { icon: 'message-square', occasions: ['message'] },
  requests: { icon: 'circle-question-mark', occasions: ['request'] },
  claims: { icon: 'siren', occasions: ['claim'] },
  documents: { icon: 'folder', occasions: ['document', 'package'] },
  policies: { icon: 'file-text', occasions: ['policy'] },
  premium_invoices: { icon: 'receipt', occasions: ['premium_invoice', 'premium_warning'] },
  invoices: { icon: 'wallet', occasions: ['invoice'] },
  deadlines: { icon: 'calendar', occasions: ['deadline'] },
  access: { icon: 'key-round', occasions: ['access'] },
  mails: { icon: 'mail', occasions: ['outbox'] },
} as const satisfies Record<string, { icon: string; occasions: readonly Occasion[] }>
export type AreaKey = keyof typeof areas
export const areaKeys = Object.keys(areas) as AreaKey[]

/** Where an occasion stands on the page. */
export function areaOf(occasion: Occasion): AreaKey {
  return areaKeys.find((key) => (areas[key].occasions as readonly Occasion[]).includes(occasion))!
}

/** True for the name of one of our kinds: rows may be older or newer than the program that reads them. */
export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name)
}
