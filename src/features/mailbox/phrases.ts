import { phrases } from '../../platform/phrases.ts'

export const mailboxPhrases = phrases({
  title: {
    de: 'Postfach der Demonstration',
    fr: 'Boîte de la démonstration',
    it: 'Casella della dimostrazione',
    en: 'Demonstration mailbox',
  },
  lead: {
    de: 'Hier liegen die Mails, die das Portal gesendet hätte. In Produktion gibt es diese Seite nicht.',
    fr: 'Ici se trouvent les e-mails que le portail aurait envoyés. Cette page n’existe pas en production.',
    it: 'Qui si trovano le e-mail che il portale avrebbe inviato. In produzione questa pagina non esiste.',
    en: 'Here are the mails that the portal would have sent. This page does not exist in production.',
  },
  empty: { de: 'Noch keine Mails', fr: 'Pas encore d’e-mails', it: 'Ancora nessuna e-mail', en: 'No mails yet' },
  to: { de: 'An', fr: 'À', it: 'A', en: 'To' },
  from: { de: 'Von', fr: 'De', it: 'Da', en: 'From' },
  at: { de: 'Gesendet', fr: 'Envoyé', it: 'Inviato', en: 'Sent' },
  subject: { de: 'Betreff', fr: 'Objet', it: 'Oggetto', en: 'Subject' },
  attachments: { de: 'Anhänge', fr: 'Pièces jointes', it: 'Allegati', en: 'Attachments' },
  all: { de: 'Alle Mails', fr: 'Tous les e-mails', it: 'Tutte le e-mail', en: 'All mails' },
})
