import type { MailEvent } from './event.ts'

export const claimReported = {
  placeholders: ['number', 'link'],
  texts: {
    de: {
      subject: 'Neue Schadenmeldung {{number}}',
      body: `Guten Tag

Im Kundenportal ist die Schadenmeldung {{number}} eingegangen:

{{link}}

Die Angaben stehen aus Gründen des Datenschutzes nur im Portal.

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Nouvelle déclaration de sinistre {{number}}',
      body: `Bonjour,

La déclaration de sinistre {{number}} est arrivée dans le portail clients :

{{link}}

Pour des raisons de protection des données, les indications ne figurent que dans le portail.

Meilleures salutations`,
    },
    it: {
      subject: 'Nuovo annuncio di sinistro {{number}}',
      body: `Buongiorno,

Nel portale clienti è arrivato l’annuncio di sinistro {{number}}:

{{link}}

Per motivi di protezione dei dati le indicazioni si trovano solo nel portale.

Cordiali saluti`,
    },
    en: {
      subject: 'New claim report {{number}}',
      body: `Hello

Claim report {{number}} has arrived in the customer portal:

{{link}}

To protect the customer’s data, the details stand in the portal only.

Kind regards`,
    },
  },
} as const satisfies MailEvent
