import { count } from '../platform/format.ts'
import { phrases } from '../platform/phrases.ts'

/** The texts of the frame that every record page shares. */
export const recordPagePhrases = phrases({
  more: { de: 'Mehr', fr: 'Plus', it: 'Altro', en: 'More' },
  print: { de: 'Drucken', fr: 'Imprimer', it: 'Stampa', en: 'Print' },
  write: { de: 'Nachricht', fr: 'Message', it: 'Messaggio', en: 'Message' },
  report: { de: 'Schaden melden', fr: 'Déclarer un sinistre', it: 'Annunciare un sinistro', en: 'Report a claim' },
  ask: { de: 'Anfrage eröffnen', fr: 'Ouvrir une demande', it: 'Aprire una richiesta', en: 'Open a request' },
  colon: {
    de: (label: string) => `${label}:`,
    fr: (label: string) => `${label} :`,
    it: (label: string) => `${label}:`,
    en: (label: string) => `${label}:`,
  },
  history: { de: 'Verlauf', fr: 'Historique', it: 'Cronologia', en: 'History' },
  earlier: {
    de: (n: number) => `Frühere anzeigen (${count(n)})`,
    fr: (n: number) => `Afficher les précédents (${count(n)})`,
    it: (n: number) => `Mostra i precedenti (${count(n)})`,
    en: (n: number) => `Show earlier ones (${count(n)})`,
  },
  by_you: { de: 'Sie', fr: 'Vous', it: 'Lei', en: 'You' },
  by_customer: {
    de: 'Eine Person der Firma',
    fr: 'Une personne de l’entreprise',
    it: 'Una persona dell’azienda',
    en: 'A person at the company',
  },
  by_broker: { de: 'Ihr Broker', fr: 'Votre courtier', it: 'Il Suo broker', en: 'Your broker' },
  by_system: {
    de: 'Aus dem Verwaltungssystem des Brokers',
    fr: 'Selon le système de gestion du courtier',
    it: 'Dal sistema gestionale del broker',
    en: 'From the broker’s management system',
  },
  by_system_as_of: {
    de: (day: string) => `Aus dem Verwaltungssystem des Brokers, Stand ${day}`,
    fr: (day: string) => `Selon le système de gestion du courtier, état au ${day}`,
    it: (day: string) => `Dal sistema gestionale del broker, stato al ${day}`,
    en: (day: string) => `From the broker’s management system, as of ${day}`,
  },
  arrived: {
    de: 'Ins Portal übernommen',
    fr: 'Repris dans le portail',
    it: 'Ripreso nel portale',
    en: 'Taken over into the portal',
  },
  entered: { de: 'Im Portal erfasst', fr: 'Saisi dans le portail', it: 'Inserito nel portale', en: 'Entered in the portal' },
  message: { de: 'Nachricht', fr: 'Message', it: 'Messaggio', en: 'Message' },
  request: { de: 'Anfrage eröffnet', fr: 'Demande ouverte', it: 'Richiesta aperta', en: 'Request opened' },
  document: { de: 'Dokument abgelegt', fr: 'Document classé', it: 'Documento archiviato', en: 'Document filed' },
  unknown: { de: 'keine Angabe', fr: 'sans indication', it: 'nessuna indicazione', en: 'not given' },
  who_sees: { de: 'Wer sieht das?', fr: 'Qui voit cela ?', it: 'Chi lo vede?', en: 'Who sees this?' },
  roles_lead: {
    de: 'Geteilt mit diesen Portalrollen:',
    fr: 'Partagé avec ces rôles du portail :',
    it: 'Condiviso con questi ruoli del portale:',
    en: 'Shared with these portal roles:',
  },
  confidential_hint: {
    de: 'Vertraulich: nur mit Kompletter Zugriff.',
    fr: 'Confidentiel : uniquement avec l’accès complet.',
    it: 'Confidenziale: solo con accesso completo.',
    en: 'Confidential: only with full access.',
  },
  persons: {
    de: (n: number) => (n === 1 ? '1 Person sieht das' : `${count(n)} Personen sehen das`),
    fr: (n: number) => (n === 1 ? '1 personne voit cela' : `${count(n)} personnes voient cela`),
    it: (n: number) => (n === 1 ? '1 persona lo vede' : `${count(n)} persone lo vedono`),
    en: (n: number) => (n === 1 ? '1 person sees this' : `${count(n)} people see this`),
  },
  nobody: {
    de: 'Zurzeit sieht das keine Person mit einem aktiven Portalkonto.',
    fr: 'Actuellement, aucune personne disposant d’un compte actif ne voit cela.',
    it: 'Al momento nessuna persona con un account attivo lo vede.',
    en: 'At present nobody with an active portal account sees this.',
  },
  unpublished: {
    de: 'Noch nicht veröffentlicht: Ausserhalb des Brokers sieht das niemand.',
    fr: 'Pas encore publié : personne ne voit cela en dehors du courtier.',
    it: 'Non ancora pubblicato: nessuno lo vede al di fuori del broker.',
    en: 'Not published yet: nobody outside the brokerage sees this.',
  },
  broker_too: {
    de: 'Dazu die Mitarbeitenden des Brokers.',
    fr: 'En plus, les collaborateurs du courtier.',
    it: 'Inoltre i collaboratori del broker.',
    en: 'And the broker’s staff.',
  },
  from_above: {
    de: (n: number) =>
      n === 1
        ? '1 Person einer übergeordneten Firma, als Konzernmanager'
        : `${count(n)} Personen übergeordneter Firmen, als Konzernmanager`,
    fr: (n: number) =>
      n === 1
        ? '1 personne d’une société supérieure, comme responsable du groupe'
        : `${count(n)} personnes de sociétés supérieures, comme responsables du groupe`,
    it: (n: number) =>
      n === 1
        ? '1 persona di una società superiore, come responsabile del gruppo'
        : `${count(n)} persone di società superiori, come responsabili del gruppo`,
    en: (n: number) =>
      n === 1 ? '1 person at a company above, as group manager' : `${count(n)} people at companies above, as group managers`,
  },
  as_author: { de: 'hat es erfasst', fr: 'l’a saisi', it: 'lo ha inserito', en: 'entered it' },
  data_state: { de: 'Datenstand', fr: 'État des données', it: 'Stato dei dati', en: 'Data as of' },
  source: { de: 'Quelle', fr: 'Source', it: 'Fonte', en: 'Source' },
  source_system: {
    de: 'Export aus dem Verwaltungssystem des Brokers',
    fr: 'Export du système de gestion du courtier',
    it: 'Esportazione dal sistema gestionale del broker',
    en: 'Export from the broker’s management system',
  },
  source_portal: {
    de: 'Im Portal erfasst',
    fr: 'Saisi dans le portail',
    it: 'Inserito nel portale',
    en: 'Entered in the portal',
  },
  as_of: { de: 'Stand', fr: 'État au', it: 'Stato al', en: 'As of' },
  imported: { de: 'Übernommen am', fr: 'Repris le', it: 'Ripreso il', en: 'Taken over on' },
  entered_by: { de: 'Erfasst von', fr: 'Saisi par', it: 'Inserito da', en: 'Entered by' },
  entered_on: { de: 'Erfasst am', fr: 'Saisi le', it: 'Inserito il', en: 'Entered on' },
})
