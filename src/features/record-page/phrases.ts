import { count } from '../../platform/format.ts'
import { phrases } from '../../platform/phrases.ts'

/** What stands on every record page besides the facts: talk, documents, deadlines. */
export const framePhrases = phrases({
  write_first: {
    de: 'Nachricht an Ihren Broker',
    fr: 'Message à votre courtier',
    it: 'Messaggio al Suo broker',
    en: 'Message to your broker',
  },
  write_first_staff: {
    de: 'Nachricht an die Personen, die das sehen',
    fr: 'Message aux personnes qui voient cela',
    it: 'Messaggio alle persone che lo vedono',
    en: 'Message to the people who see this',
  },
  unread: { de: 'Ungelesen', fr: 'Non lu', it: 'Non letto', en: 'Unread' },
  whole: {
    de: 'Ganzes Gespräch öffnen',
    fr: 'Ouvrir tout l’échange',
    it: 'Aprire l’intera conversazione',
    en: 'Open the whole conversation',
  },
  others: { de: 'Weitere Gespräche', fr: 'Autres échanges', it: 'Altre conversazioni', en: 'Other conversations' },
  last_said: {
    de: (who: string, at: string) => `zuletzt ${who}, ${at}`,
    fr: (who: string, at: string) => `dernier message : ${who}, ${at}`,
    it: (who: string, at: string) => `ultimo messaggio: ${who}, ${at}`,
    en: (who: string, at: string) => `last ${who}, ${at}`,
  },
  begin: {
    de: 'Neues Gespräch beginnen',
    fr: 'Commencer un nouvel échange',
    it: 'Iniziare una nuova conversazione',
    en: 'Begin a new conversation',
  },
  upload: { de: 'Dokument hochladen', fr: 'Télécharger un document', it: 'Caricare un documento', en: 'Upload a document' },
  no_documents: {
    de: 'Hier liegt noch kein Dokument.',
    fr: 'Aucun document pour l’instant.',
    it: 'Non c’è ancora nessun documento.',
    en: 'There is no document here yet.',
  },
  all_documents: {
    de: (n: number) => `Alle ${count(n)} Dokumente`,
    fr: (n: number) => `Les ${count(n)} documents`,
    it: (n: number) => `Tutti i ${count(n)} documenti`,
    en: (n: number) => `All ${count(n)} documents`,
  },
})
