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
  /**
   * `chosen`: people choose in their profile whether they get it, and its foot and header lead there. `fixed`: it is about security or
   * waits for an answer, nobody switches it off, and its foot says where the others can be. Without: it goes to no account.
   */
  choice?: 'chosen' | 'fixed'
  texts: Record<Language, MailText>
}
