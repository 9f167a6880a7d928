import type { MailEvent } from './event.ts'

// Says that there is something, never what: mailboxes are read by others (deputies, previews on a locked telephone).
export const portalNews = {
  placeholders: ['link'],
  texts: {
    de: {
      subject: 'Neuigkeiten im Kundenportal',
      body: `Guten Tag

Es gibt eine neue Nachricht für Sie im Kundenportal:

{{link}}

Der Inhalt steht aus Gründen des Datenschutzes nur im Portal.

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Du nouveau dans le portail clients',
      body: `Bonjour,

Il y a un nouveau message pour vous dans le portail clients :

{{link}}

Pour des raisons de protection des données, le contenu ne figure que dans le portail.

Meilleures salutations`,
    },
    it: {
      subject: 'Novità nel portale clienti',
      body: `Buongiorno,

C’è un nuovo messaggio per Lei nel portale clienti:

{{link}}

Per motivi di protezione dei dati il contenuto si trova solo nel portale.

Cordiali saluti`,
    },
    en: {
      subject: 'News in the customer portal',
      body: `Hello

There is a new message for you in the customer portal:

{{link}}

To protect your data, its content stands in the portal only.

Kind regards`,
    },
  },
} as const satisfies MailEvent
