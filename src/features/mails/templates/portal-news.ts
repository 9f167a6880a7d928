import type { MailEvent } from './event.ts'

// Says how many of what there is, never which: mailboxes are read by others (deputies, previews on a locked telephone).
export const portalNews = {
  placeholders: ['news', 'link'],
  choice: 'chosen',
  texts: {
    de: {
      subject: 'Neuigkeiten im Kundenportal',
      body: `Guten Tag

Es gibt Neues für Sie im Kundenportal: {{news}}

{{link}}

Der Inhalt steht aus Gründen des Datenschutzes nur im Portal.

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Du nouveau dans le portail clients',
      body: `Bonjour,

Il y a du nouveau pour vous dans le portail clients : {{news}}

{{link}}

Pour des raisons de protection des données, le contenu ne figure que dans le portail.

Meilleures salutations`,
    },
    it: {
      subject: 'Novità nel portale clienti',
      body: `Buongiorno,

Ci sono novità per Lei nel portale clienti: {{news}}

{{link}}

Per motivi di protezione dei dati il contenuto si trova solo nel portale.

Cordiali saluti`,
    },
    en: {
      subject: 'News in the customer portal',
      body: `Hello

There is something new for you in the customer portal: {{news}}

{{link}}

To protect your data, the content stands in the portal only.

Kind regards`,
    },
  },
} as const satisfies MailEvent
