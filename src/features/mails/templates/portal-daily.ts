import type { MailEvent } from './event.ts'

// The summary of the day: what is still unread, in numbers.
export const portalDaily = {
  placeholders: ['day', 'news', 'link'],
  choice: 'chosen',
  texts: {
    de: {
      subject: 'Ihre Tageszusammenfassung vom {{day}}',
      body: `Guten Tag

Das ist für Sie im Kundenportal neu und noch ungelesen: {{news}}

{{link}}

Der Inhalt steht aus Gründen des Datenschutzes nur im Portal.

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Votre résumé du {{day}}',
      body: `Bonjour,

Voici ce qui est nouveau et encore non lu pour vous dans le portail clients : {{news}}

{{link}}

Pour des raisons de protection des données, le contenu ne figure que dans le portail.

Meilleures salutations`,
    },
    it: {
      subject: 'Il Suo riepilogo del {{day}}',
      body: `Buongiorno,

Ecco le novità per Lei nel portale clienti, non ancora lette: {{news}}

{{link}}

Per motivi di protezione dei dati il contenuto si trova solo nel portale.

Cordiali saluti`,
    },
    en: {
      subject: 'Your summary of {{day}}',
      body: `Hello

This is new for you in the customer portal and not read yet: {{news}}

{{link}}

To protect your data, the content stands in the portal only.

Kind regards`,
    },
  },
} as const satisfies MailEvent
