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
    de: (day: string | null) => `gemäss Verwaltungssystem, Stand ${day ?? 'nicht angegeben'}`,
    fr: (day: string | null) => `selon le système de gestion, état ${day ? `au ${day}` : 'non daté'}`,
    it: (day: string | null) => `secondo il sistema gestionale, stato ${day ? `al ${day}` : 'non datato'}`,
    en: (day: string | null) => `according to the management system, ${day ? `as of ${day}` : 'date not given'}`,
  },
  show_all: {
    de: (n: string) => `Alle anzeigen (${n})`,
    fr: (n: string) => `Tout afficher (${n})`,
    it: (n: string) => `Mostra tutto (${n})`,
    en: (n: string) => `Show all (${n})`,
  },
})
