import { count } from '../../platform/format.ts'
import { phrases } from '../../platform/phrases.ts'

const n = (value: number, one: string, many: string) => (value === 1 ? `1 ${one}` : `${count(value)} ${many}`)

/** «Änderungen prüfen»: what a change of roles opens and closes, before it happens. */
export const previewPhrases = phrases({
  title: { de: 'Änderungen prüfen', fr: 'Vérifier les modifications', it: 'Controllare le modifiche', en: 'Check the changes' },
  lead: {
    de: (person: string) => `Das ändert sich für ${person}, sobald Sie es anwenden.`,
    fr: (person: string) => `Voici ce qui change pour ${person} dès que vous l’appliquez.`,
    it: (person: string) => `Ecco che cosa cambia per ${person} appena lo applica.`,
    en: (person: string) => `This changes for ${person} as soon as you apply it.`,
  },
  lead_opening: {
    de: (person: string) => `Das sieht ${person}, sobald das Portalkonto aktiviert ist.`,
    fr: (person: string) => `Voici ce que verra ${person} dès que le compte du portail sera activé.`,
    it: (person: string) => `Ecco che cosa vedrà ${person} appena l’account del portale sarà attivato.`,
    en: (person: string) => `This is what ${person} sees as soon as the portal account is activated.`,
  },
  roles: { de: 'Rollen', fr: 'Rôles', it: 'Ruoli', en: 'Roles' },
  gets: { de: 'Neu', fr: 'Nouveau', it: 'Nuovo', en: 'New' },
  loses: { de: 'Entfällt', fr: 'Retiré', it: 'Tolto', en: 'Taken away' },
  other_end: { de: 'Anderes Ende', fr: 'Autre fin', it: 'Altra fine', en: 'Other end' },
  waits: {
    de: 'Wartet auf eine zweite Person',
    fr: 'En attente d’une deuxième personne',
    it: 'In attesa di una seconda persona',
    en: 'Waits for a second person',
  },
  until: {
    de: (role: string, day: string) => `${role} (bis ${day})`,
    fr: (role: string, day: string) => `${role} (jusqu’au ${day})`,
    it: (role: string, day: string) => `${role} (fino al ${day})`,
    en: (role: string, day: string) => `${role} (until ${day})`,
  },
  records: { de: 'Datensätze', fr: 'Enregistrements', it: 'Registrazioni', en: 'Records' },
  kind: { de: 'Was', fr: 'Quoi', it: 'Che cosa', en: 'What' },
  added: { de: 'Wird sichtbar', fr: 'Devient visible', it: 'Diventa visibile', en: 'Becomes visible' },
  removed: { de: 'Nicht mehr sichtbar', fr: 'Plus visible', it: 'Non più visibile', en: 'No longer visible' },
  health: {
    de: 'Davon mit Gesundheitsdaten',
    fr: 'Dont avec données de santé',
    it: 'Di cui con dati sulla salute',
    en: 'Of these with health data',
  },
  no_difference: {
    de: 'An den sichtbaren Datensätzen ändert sich zurzeit nichts.',
    fr: 'Rien ne change actuellement pour les enregistrements visibles.',
    it: 'Al momento nulla cambia nelle registrazioni visibili.',
    en: 'Nothing changes at present in the records that are visible.',
  },
  sum_added: {
    de: (added: number) => `${n(added, 'Datensatz wird', 'Datensätze werden')} sichtbar.`,
    fr: (added: number) => `${n(added, 'enregistrement devient visible', 'enregistrements deviennent visibles')}.`,
    it: (added: number) => `${n(added, 'registrazione diventa visibile', 'registrazioni diventano visibili')}.`,
    en: (added: number) => `${n(added, 'record becomes visible', 'records become visible')}.`,
  },
  sum_health: {
    de: (health: number) => `Davon ${count(health)} mit Gesundheitsdaten.`,
    fr: (health: number) => `Dont ${count(health)} avec des données de santé.`,
    it: (health: number) => `Di cui ${count(health)} con dati sulla salute.`,
    en: (health: number) => `Of these ${count(health)} with health data.`,
  },
  sum_removed: {
    de: (removed: number) => `${n(removed, 'Datensatz ist', 'Datensätze sind')} nicht mehr sichtbar.`,
    fr: (removed: number) => `${n(removed, 'enregistrement n’est plus visible', 'enregistrements ne sont plus visibles')}.`,
    it: (removed: number) => `${n(removed, 'registrazione non è più visibile', 'registrazioni non sono più visibili')}.`,
    en: (removed: number) => `${n(removed, 'record is no longer visible', 'records are no longer visible')}.`,
  },
  which: {
    de: (kind: string) => `${kind}: welche werden sichtbar?`,
    fr: (kind: string) => `${kind} : lesquels deviennent visibles ?`,
    it: (kind: string) => `${kind}: quali diventano visibili?`,
    en: (kind: string) => `${kind}: which become visible?`,
  },
  no_line: { de: 'ohne Branche', fr: 'sans branche', it: 'senza ramo', en: 'without a line' },
  reason: { de: 'Begründung', fr: 'Motif', it: 'Motivo', en: 'Reason' },
  back: { de: 'Zurück zur Auswahl', fr: 'Retour au choix', it: 'Torna alla scelta', en: 'Back to the selection' },
  opens: {
    de: (policies: number, documents: number) =>
      `Gibt frei: ${n(policies, 'Police', 'Policen')}, ${n(documents, 'Dokument', 'Dokumente')}`,
    fr: (policies: number, documents: number) =>
      `Ouvre : ${n(policies, 'police', 'polices')}, ${n(documents, 'document', 'documents')}`,
    it: (policies: number, documents: number) =>
      `Apre: ${n(policies, 'polizza', 'polizze')}, ${n(documents, 'documento', 'documenti')}`,
    en: (policies: number, documents: number) =>
      `Opens: ${n(policies, 'policy', 'policies')}, ${n(documents, 'document', 'documents')}`,
  },
  opens_below: {
    de: (policies: number, documents: number) =>
      `Gibt mit den jetzigen Rollen in untergeordneten Firmen frei: ${n(policies, 'Police', 'Policen')}, ${n(documents, 'Dokument', 'Dokumente')}`,
    fr: (policies: number, documents: number) =>
      `Avec les rôles actuels, ouvre dans les sociétés subordonnées : ${n(policies, 'police', 'polices')}, ${n(documents, 'document', 'documents')}`,
    it: (policies: number, documents: number) =>
      `Con i ruoli attuali apre nelle aziende subordinate: ${n(policies, 'polizza', 'polizze')}, ${n(documents, 'documento', 'documenti')}`,
    en: (policies: number, documents: number) =>
      `With the present roles opens in companies below: ${n(policies, 'policy', 'policies')}, ${n(documents, 'document', 'documents')}`,
  },
  policy: { de: 'Policen', fr: 'Polices', it: 'Polizze', en: 'Policies' },
  premium_invoice: { de: 'Prämienrechnungen', fr: 'Factures de primes', it: 'Fatture dei premi', en: 'Premium invoices' },
  insured_object: { de: 'Versicherte Objekte', fr: 'Objets assurés', it: 'Oggetti assicurati', en: 'Insured objects' },
  claim: { de: 'Schadenfälle', fr: 'Sinistres', it: 'Sinistri', en: 'Claims' },
  invoice: { de: 'Rechnungen', fr: 'Factures', it: 'Fatture', en: 'Invoices' },
  service_request: { de: 'Anfragen', fr: 'Demandes', it: 'Richieste', en: 'Requests' },
  document: { de: 'Dokumente', fr: 'Documents', it: 'Documenti', en: 'Documents' },
  conversation: { de: 'Gespräche', fr: 'Échanges', it: 'Conversazioni', en: 'Conversations' },
})
