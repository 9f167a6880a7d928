import { phrases } from '../platform/phrases.ts'

/** What every kind of record says of itself: where it hangs, where its data comes from, and the way to all of its kind. */
export const recordPhrases = phrases({
  policy: { de: 'Police', fr: 'Police', it: 'Polizza', en: 'Policy' },
  line: { de: 'Branche', fr: 'Branche', it: 'Ramo', en: 'Line of business' },
  insurer: { de: 'Versicherer', fr: 'Assureur', it: 'Assicuratore', en: 'Insurer' },
  company: { de: 'Firma', fr: 'Entreprise', it: 'Azienda', en: 'Company' },
  year: { de: 'Jahr', fr: 'Année', it: 'Anno', en: 'Year' },
  currency: { de: 'Währung', fr: 'Monnaie', it: 'Valuta', en: 'Currency' },
  confidential: { de: 'Vertraulich', fr: 'Confidentiel', it: 'Confidenziale', en: 'Confidential' },
  according_to_system: {
    de: (day: string | null) => (day ? `laut Export vom ${day}` : 'laut Export ohne Datum'),
    fr: (day: string | null) => (day ? `selon l’export du ${day}` : 'selon un export non daté'),
    it: (day: string | null) => (day ? `secondo l’esportazione del ${day}` : 'secondo un’esportazione senza data'),
    en: (day: string | null) => (day ? `according to the export of ${day}` : 'according to an export without a date'),
  },
  show_all: {
    de: (n: string) => `Alle anzeigen (${n})`,
    fr: (n: string) => `Tout afficher (${n})`,
    it: (n: string) => `Mostra tutto (${n})`,
    en: (n: string) => `Show all (${n})`,
  },
})
