import { count } from '../../platform/format.ts'
import { phrases } from '../../platform/phrases.ts'

const n = (value: number, one: string, many: string) => (value === 1 ? `1 ${one}` : `${count(value)} ${many}`)

/** «Meine Rechte», in sentences. */
export const rightsPhrases = phrases({
  lead: {
    de: 'Welche Rolle was öffnet, seit wann, und wer sie gegeben hat. Rollen zählen nur zusammen, keine nimmt etwas weg.',
    fr: 'Quel rôle ouvre quoi, depuis quand, et qui l’a accordé. Les rôles s’additionnent, aucun ne retire quoi que ce soit.',
    it: 'Quale ruolo apre che cosa, da quando e chi l’ha concesso. I ruoli si sommano, nessuno toglie qualcosa.',
    en: 'Which role opens what, since when, and who gave it. Roles only add up; none takes anything away.',
  },
  at: {
    de: (company: string) => `Ihre Rollen bei ${company}`,
    fr: (company: string) => `Vos rôles chez ${company}`,
    it: (company: string) => `I Suoi ruoli presso ${company}`,
    en: (company: string) => `Your roles at ${company}`,
  },
  since: {
    de: (day: string, by: string) => `Seit ${day}, vergeben von ${by}.`,
    fr: (day: string, by: string) => `Depuis le ${day}, accordé par ${by}.`,
    it: (day: string, by: string) => `Dal ${day}, concesso da ${by}.`,
    en: (day: string, by: string) => `Since ${day}, granted by ${by}.`,
  },
  approved: {
    de: (by: string) => `Freigegeben von ${by}.`,
    fr: (by: string) => `Confirmé par ${by}.`,
    it: (by: string) => `Confermato da ${by}.`,
    en: (by: string) => `Approved by ${by}.`,
  },
  until: {
    de: (day: string) => `Endet am ${day}.`,
    fr: (day: string) => `Prend fin le ${day}.`,
    it: (day: string) => `Termina il ${day}.`,
    en: (day: string) => `Ends on ${day}.`,
  },
  unlimited: { de: 'Ohne Enddatum.', fr: 'Sans date de fin.', it: 'Senza data di fine.', en: 'Without an end date.' },
  reason: {
    de: (reason: string) => `Grund: ${reason}`,
    fr: (reason: string) => `Motif : ${reason}`,
    it: (reason: string) => `Motivo: ${reason}`,
    en: (reason: string) => `Reason: ${reason}`,
  },
  opens: {
    de: (what: string) => `Öffnet ${what}.`,
    fr: (what: string) => `Ouvre ${what}.`,
    it: (what: string) => `Apre ${what}.`,
    en: (what: string) => `Opens ${what}.`,
  },
  opens_nothing: {
    de: 'Zurzeit gibt es keinen Datensatz, den diese Rolle öffnet.',
    fr: 'Il n’y a actuellement aucun enregistrement que ce rôle ouvre.',
    it: 'Al momento non c’è alcuna registrazione che questo ruolo apra.',
    en: 'At present there is no record that this role opens.',
  },
  only_full: {
    de: (what: string) => `Davon mit keiner anderen Ihrer Rollen: ${what}.`,
    fr: (what: string) => `Dont accessibles avec aucun autre de vos rôles : ${what}.`,
    it: (what: string) => `Di cui con nessun altro dei Suoi ruoli: ${what}.`,
    en: (what: string) => `Of these with none of your other roles: ${what}.`,
  },
  below: {
    de: (what: string) => `In untergeordneten Firmen kommen dadurch in Reichweite: ${what}.`,
    fr: (what: string) => `Ainsi accessibles dans les sociétés subordonnées : ${what}.`,
    it: (what: string) => `Così accessibili nelle aziende subordinate: ${what}.`,
    en: (what: string) => `In companies below, this brings within reach: ${what}.`,
  },
  below_nothing: {
    de: 'In untergeordneten Firmen öffnen Ihre Fachrollen zurzeit nichts.',
    fr: 'Dans les sociétés subordonnées, vos rôles de branche n’ouvrent actuellement rien.',
    it: 'Nelle aziende subordinate i Suoi ruoli di ramo al momento non aprono nulla.',
    en: 'In companies below, your line roles open nothing at present.',
  },
  people: {
    de: (contacts: number, accounts: number) =>
      `Sie betreuen ${n(contacts, 'Kontakt', 'Kontakte')}, ${n(accounts, 'Portalkonto', 'Portalkonten')}.`,
    fr: (contacts: number, accounts: number) =>
      `Vous vous occupez de ${n(contacts, 'contact', 'contacts')} et de ${n(accounts, 'compte du portail', 'comptes du portail')}.`,
    it: (contacts: number, accounts: number) =>
      `Si occupa di ${n(contacts, 'contatto', 'contatti')} e ${n(accounts, 'account del portale', 'account del portale')}.`,
    en: (contacts: number, accounts: number) =>
      `You look after ${n(contacts, 'contact', 'contacts')} and ${n(accounts, 'portal account', 'portal accounts')}.`,
  },
  n_policy: {
    de: (v: number) => n(v, 'Police', 'Policen'),
    fr: (v: number) => n(v, 'police', 'polices'),
    it: (v: number) => n(v, 'polizza', 'polizze'),
    en: (v: number) => n(v, 'policy', 'policies'),
  },
  n_premium_invoice: {
    de: (v: number) => n(v, 'Prämienrechnung', 'Prämienrechnungen'),
    fr: (v: number) => n(v, 'facture de prime', 'factures de primes'),
    it: (v: number) => n(v, 'fattura dei premi', 'fatture dei premi'),
    en: (v: number) => n(v, 'premium invoice', 'premium invoices'),
  },
  n_insured_object: {
    de: (v: number) => n(v, 'versichertes Objekt', 'versicherte Objekte'),
    fr: (v: number) => n(v, 'objet assuré', 'objets assurés'),
    it: (v: number) => n(v, 'oggetto assicurato', 'oggetti assicurati'),
    en: (v: number) => n(v, 'insured object', 'insured objects'),
  },
  n_claim: {
    de: (v: number) => n(v, 'Schadenfall', 'Schadenfälle'),
    fr: (v: number) => n(v, 'sinistre', 'sinistres'),
    it: (v: number) => n(v, 'sinistro', 'sinistri'),
    en: (v: number) => n(v, 'claim', 'claims'),
  },
  n_invoice: {
    de: (v: number) => n(v, 'Rechnung', 'Rechnungen'),
    fr: (v: number) => n(v, 'facture', 'factures'),
    it: (v: number) => n(v, 'fattura', 'fatture'),
    en: (v: number) => n(v, 'invoice', 'invoices'),
  },
  n_document: {
    de: (v: number) => n(v, 'Dokument', 'Dokumente'),
    fr: (v: number) => n(v, 'document', 'documents'),
    it: (v: number) => n(v, 'documento', 'documenti'),
    en: (v: number) => n(v, 'document', 'documents'),
  },
  more_than: {
    de: (what: string) => `mehr als ${what}`,
    fr: (what: string) => `plus de ${what}`,
    it: (what: string) => `più di ${what}`,
    en: (what: string) => `more than ${what}`,
  },
  and: { de: ' und ', fr: ' et ', it: ' e ', en: ' and ' },
  waiting: { de: 'Angefragt', fr: 'En attente', it: 'In attesa', en: 'Asked for' },
  waiting_text: {
    de: (day: string, by: string) => `Am ${day} angefragt von ${by}; eine zweite Person muss zustimmen.`,
    fr: (day: string, by: string) => `Demandé le ${day} par ${by} ; une deuxième personne doit confirmer.`,
    it: (day: string, by: string) => `Richiesto il ${day} da ${by}; una seconda persona deve confermare.`,
    en: (day: string, by: string) => `Asked for on ${day} by ${by}; a second person has to confirm.`,
  },
  former: { de: 'Frühere Rollen', fr: 'Rôles antérieurs', it: 'Ruoli precedenti', en: 'Former roles' },
  from_to: {
    de: (from: string, to: string) => `vom ${from} bis ${to}`,
    fr: (from: string, to: string) => `du ${from} au ${to}`,
    it: (from: string, to: string) => `dal ${from} al ${to}`,
    en: (from: string, to: string) => `from ${from} to ${to}`,
  },
  given_by: {
    de: (by: string) => `vergeben von ${by}`,
    fr: (by: string) => `accordé par ${by}`,
    it: (by: string) => `concesso da ${by}`,
    en: (by: string) => `granted by ${by}`,
  },
  taken_by: {
    de: (by: string) => `entzogen von ${by}`,
    fr: (by: string) => `retiré par ${by}`,
    it: (by: string) => `revocato da ${by}`,
    en: (by: string) => `withdrawn by ${by}`,
  },
  to_come: { de: 'Kommende Rollen', fr: 'Rôles à venir', it: 'Ruoli futuri', en: 'Roles to come' },
  from_on: {
    de: (day: string, by: string) => `ab ${day}, vergeben von ${by}`,
    fr: (day: string, by: string) => `dès le ${day}, accordé par ${by}`,
    it: (day: string, by: string) => `dal ${day}, concesso da ${by}`,
    en: (day: string, by: string) => `from ${day}, granted by ${by}`,
  },
})
