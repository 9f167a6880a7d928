import type { MailEvent } from './event.ts'

// Goes to the brokerage itself and to no account: nobody chooses it.
export const auditAnchor = {
  placeholders: ['seq', 'digest', 'broken'],
  texts: {
    de: {
      subject: 'Protokoll geprüft: unverändert bis Nr. {{seq}}',
      body: `Guten Tag

Das Protokoll des Portals ist heute geprüft worden und unverändert.

Anker: {{seq}}:{{digest}}

Bewahren Sie diese Nachricht auf. Mit dem Anker lässt sich später beweisen, dass bis hierher nichts geändert oder gelöscht worden ist.

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Journal vérifié : inchangé jusqu’au n° {{seq}}',
      body: `Bonjour,

Le journal du portail a été vérifié aujourd’hui et il est inchangé.

Ancre : {{seq}}:{{digest}}

Conservez ce message. L’ancre permet de prouver plus tard que rien n’a été modifié ni supprimé jusqu’ici.

Meilleures salutations`,
    },
    it: {
      subject: 'Registro verificato: invariato fino al n. {{seq}}',
      body: `Buongiorno

Il registro del portale è stato verificato oggi ed è invariato.

Ancora: {{seq}}:{{digest}}

Conservi questo messaggio. Con l’ancora si può provare in seguito che fin qui nulla è stato modificato o cancellato.

Cordiali saluti`,
    },
    en: {
      subject: 'Audit log checked: unchanged up to no. {{seq}}',
      body: `Hello

The portal’s audit log was checked today and is unchanged.

Anchor: {{seq}}:{{digest}}

Please keep this message. With the anchor one can prove later that nothing was changed or deleted up to here.

Kind regards`,
    },
  },
} as const satisfies MailEvent
