import type { MailEvent } from './event.ts'

export const roleRequest = {
  placeholders: ['person', 'company', 'role', 'by', 'reason', 'link'],
  choice: 'fixed',
  texts: {
    de: {
      subject: 'Rolle zu bestätigen: {{role}} für {{person}}',
      body: `Guten Tag

{{by}} möchte {{person}} ({{company}}) diese Portalrolle zuweisen: {{role}}

Begründung: {{reason}}

Die Rolle gilt erst, wenn eine zweite Person sie bestätigt. Die Anfrage verfällt nach 7 Tagen.

{{link}}

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Rôle à confirmer : {{role}} pour {{person}}',
      body: `Bonjour,

{{by}} souhaite attribuer ce rôle du portail à {{person}} ({{company}}) : {{role}}

Motif : {{reason}}

Le rôle n’est valable que lorsqu’une deuxième personne le confirme. La demande expire après 7 jours.

{{link}}

Meilleures salutations`,
    },
    it: {
      subject: 'Ruolo da confermare: {{role}} per {{person}}',
      body: `Buongiorno,

{{by}} desidera assegnare a {{person}} ({{company}}) questo ruolo del portale: {{role}}

Motivazione: {{reason}}

Il ruolo vale solo quando una seconda persona lo conferma. La richiesta scade dopo 7 giorni.

{{link}}

Cordiali saluti`,
    },
    en: {
      subject: 'Role to confirm: {{role}} for {{person}}',
      body: `Hello

{{by}} would like to give {{person}} ({{company}}) this portal role: {{role}}

Reason: {{reason}}

The role only holds once a second person confirms it. The request lapses after 7 days.

{{link}}

Kind regards`,
    },
  },
} as const satisfies MailEvent
