import type { Language } from '../../../platform/phrases.ts'

export interface MailText {
  subject: string
  body: string
}

/**
 * One of the portal's own mails. Texts know placeholders and nothing else; paragraphs are parted by an empty line, and a line whose
 * placeholders are all empty is left out.
 */
export interface MailEvent {
  /** What a text of this event may contain besides what every mail may (`always`). */
  placeholders: readonly string[]
  texts: Record<Language, MailText>
}
