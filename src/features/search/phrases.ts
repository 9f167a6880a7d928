import { phrases } from '../../platform/phrases.ts'

export const searchPhrases = phrases({
  title: { de: 'Suchen', fr: 'Rechercher', it: 'Cerca', en: 'Search' },
  lead: {
    de: 'Durchsucht alles, was Sie im Portal sehen dürfen.',
    fr: 'La recherche porte sur tout ce que vous pouvez voir dans le portail.',
    it: 'La ricerca comprende tutto ciò che può vedere nel portale.',
    en: 'Searches everything that you may see in the portal.',
  },
  label: { de: 'Suchbegriff', fr: 'Terme recherché', it: 'Termine di ricerca', en: 'Search term' },
  submit: { de: 'Suchen', fr: 'Rechercher', it: 'Cerca', en: 'Search' },
  hint_title: { de: 'Was suchen Sie?', fr: 'Que cherchez-vous ?', it: 'Che cosa cerca?', en: 'What are you looking for?' },
  hint_text: {
    de: 'Zum Beispiel eine Policennummer, ein Kontrollschild (mit oder ohne Leerzeichen), eine Schadennummer, einen Versicherer oder einen Namen.',
    fr: 'Par exemple un numéro de police, une plaque de contrôle (avec ou sans espace), un numéro de sinistre, un assureur ou un nom.',
    it: 'Ad esempio un numero di polizza, una targa (con o senza spazio), un numero di sinistro, un assicuratore o un nome.',
    en: 'For example a policy number, a plate (with or without space), a claim number, an insurer or a name.',
  },
  none_title: {
    de: (term: string) => `Keine Treffer für «${term}»`,
    fr: (term: string) => `Aucun résultat pour « ${term} »`,
    it: (term: string) => `Nessun risultato per «${term}»`,
    en: (term: string) => `No results for “${term}”`,
  },
  none_text: {
    de: 'Prüfen Sie die Schreibweise oder suchen Sie mit einem Teil des Worts. Gefunden wird nur, was Ihre Portalrollen öffnen.',
    fr: 'Vérifiez l’orthographe ou cherchez avec une partie du mot. Seul ce que vos rôles du portail vous ouvrent est trouvé.',
    it: 'Verifichi l’ortografia o cerchi con una parte della parola. Si trova solo ciò che i Suoi ruoli del portale aprono.',
    en: 'Check the spelling, or search for a part of the word. Only what your portal roles open is found.',
  },
  found: {
    de: (n: string, one: boolean) => (one ? '1 Treffer' : `${n} Treffer`),
    fr: (n: string, one: boolean) => (one ? '1 résultat' : `${n} résultats`),
    it: (n: string, one: boolean) => (one ? '1 risultato' : `${n} risultati`),
    en: (n: string, one: boolean) => (one ? '1 result' : `${n} results`),
  },
})
