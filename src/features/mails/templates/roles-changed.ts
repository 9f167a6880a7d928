import type { MailEvent } from './event.ts'

export const rolesChanged = {
  placeholders: ['person', 'company', 'added', 'removed', 'by', 'reason', 'link'],
  choice: 'fixed',
  texts: {
    de: {
      subject: 'Berechtigungen von {{person}} geändert',
      body: `Guten Tag

{{by}} hat die Portalrollen von {{person}} ({{company}}) geändert.

Zugewiesen: {{added}}
Entzogen: {{removed}}
Begründung: {{reason}}

Die Änderung gilt sofort. Ansehen:

{{link}}

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Autorisations de {{person}} modifiées',
      body: `Bonjour,

{{by}} a modifié les rôles du portail de {{person}} ({{company}}).

Attribués : {{added}}
Retirés : {{removed}}
Motif : {{reason}}

La modification est valable immédiatement. Afficher :

{{link}}

Meilleures salutations`,
    },
    it: {
      subject: 'Autorizzazioni di {{person}} modificate',
      body: `Buongiorno,

{{by}} ha modificato i ruoli del portale di {{person}} ({{company}}).

Assegnati: {{added}}
Revocati: {{removed}}
Motivazione: {{reason}}

La modifica vale da subito. Visualizzare:

{{link}}

Cordiali saluti`,
    },
    en: {
      subject: 'Permissions of {{person}} changed',
      body: `Hello

{{by}} changed the portal roles of {{person}} ({{company}}).

Granted: {{added}}
Withdrawn: {{removed}}
Reason: {{reason}}

The change holds at once. See it here:

{{link}}

Kind regards`,
    },
  },
} as const satisfies MailEvent
