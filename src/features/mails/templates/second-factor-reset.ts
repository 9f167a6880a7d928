import type { MailEvent } from './event.ts'

export const secondFactorReset = {
  placeholders: ['what', 'company', 'reason', 'link'],
  choice: 'fixed',
  texts: {
    de: {
      subject: 'Zweiter Faktor zurücksetzen',
      body: `Guten Tag

{{what}}

Firma: {{company}}

Begründung: {{reason}}

{{link}}

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Réinitialisation d’un second facteur',
      body: `Bonjour,

{{what}}

Entreprise : {{company}}

Motif : {{reason}}

{{link}}

Meilleures salutations`,
    },
    it: {
      subject: 'Reimpostazione di un secondo fattore',
      body: `Buongiorno

{{what}}

Azienda: {{company}}

Motivazione: {{reason}}

{{link}}

Cordiali saluti`,
    },
    en: {
      subject: 'Reset of a second factor',
      body: `Hello

{{what}}

Company: {{company}}

Reason: {{reason}}

{{link}}

Kind regards`,
    },
  },
} as const satisfies MailEvent
