import type { MailEvent } from './event.ts'

export const auditBroken = {
  placeholders: ['seq', 'digest', 'broken'],
  texts: {
    de: {
      subject: 'Protokoll verändert: bitte sofort prüfen',
      body: `Guten Tag

Die tägliche Prüfung hat ergeben, dass das Protokoll des Portals verändert worden ist.

Erste Stelle: Nr. {{broken}}

Bitte benachrichtigen Sie sofort, wer das Portal betreibt. Der Befehl «audit verify» nennt, was geschehen ist.

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Journal modifié : à vérifier immédiatement',
      body: `Bonjour,

La vérification quotidienne a montré que le journal du portail a été modifié.

Premier endroit : n° {{broken}}

Veuillez avertir immédiatement l’exploitant du portail. La commande « audit verify » dit ce qui s’est passé.

Meilleures salutations`,
    },
    it: {
      subject: 'Registro modificato: da verificare subito',
      body: `Buongiorno

La verifica quotidiana ha mostrato che il registro del portale è stato modificato.

Primo punto: n. {{broken}}

Avvisi subito chi gestisce il portale. Il comando «audit verify» indica che cosa è successo.

Cordiali saluti`,
    },
    en: {
      subject: 'Audit log changed: please look at once',
      body: `Hello

The daily check found that the portal’s audit log was changed.

First place: no. {{broken}}

Please tell whoever runs the portal at once. The command “audit verify” says what happened.

Kind regards`,
    },
  },
} as const satisfies MailEvent
