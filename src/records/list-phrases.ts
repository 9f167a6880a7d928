import { phrases } from '../platform/phrases.ts'

export const listPhrases = phrases({
  choose_view: { de: 'Ansicht wählen', fr: 'Choisir une vue', it: 'Scegliere la vista', en: 'Choose view' },
  search: { de: 'Suchen', fr: 'Rechercher', it: 'Cerca', en: 'Search' },
  no_match: {
    de: (term: string) => (term ? `Keine Treffer für «${term}»` : 'Keine Einträge in dieser Ansicht'),
    fr: (term: string) => (term ? `Aucun résultat pour « ${term} »` : 'Aucune entrée dans cette vue'),
    it: (term: string) => (term ? `Nessun risultato per «${term}»` : 'Nessuna voce in questa vista'),
    en: (term: string) => (term ? `No results for “${term}”` : 'No entries in this view'),
  },
  no_match_text: {
    de: 'Prüfen Sie die Schreibweise, oder zeigen Sie wieder alle Einträge an.',
    fr: 'Vérifiez l’orthographe ou affichez de nouveau toutes les entrées.',
    it: 'Verifichi l’ortografia oppure mostri di nuovo tutte le voci.',
    en: 'Check the spelling, or show all entries again.',
  },
  clear: { de: 'Alle anzeigen', fr: 'Tout afficher', it: 'Mostra tutto', en: 'Show all' },
  caption: {
    de: (title: string, column: string, descending: boolean) =>
      `${title}, sortiert nach ${column}${descending ? ', absteigend' : ''}`,
    fr: (title: string, column: string, descending: boolean) =>
      `${title}, triés par ${column}${descending ? ', ordre décroissant' : ''}`,
    it: (title: string, column: string, descending: boolean) =>
      `${title}, in ordine di ${column}${descending ? ', decrescente' : ''}`,
    en: (title: string, column: string, descending: boolean) =>
      `${title}, sorted by ${column}${descending ? ', descending' : ''}`,
  },
})
