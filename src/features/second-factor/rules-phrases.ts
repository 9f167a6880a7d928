import { phrases } from '../../platform/phrases.ts'

export const rulesPhrases = phrases({
  lead: {
    de: 'Bei Ihnen im Haus braucht jede Person einen zweiten Faktor. Für Ihre Kunden entscheiden Sie hier, je Portalrolle.',
    fr: 'Dans votre maison, chaque personne a besoin d’un second facteur. Pour vos clients, vous décidez ici, par rôle du portail.',
    it: 'Nella Sua azienda ogni persona ha bisogno di un secondo fattore. Per i clienti decide qui, per ruolo del portale.',
    en: 'In your house everybody needs a second factor. For your customers you decide here, by portal role.',
  },
  legend: {
    de: 'Pflicht für Personen mit diesen Rollen',
    fr: 'Obligatoire pour les personnes ayant ces rôles',
    it: 'Obbligatorio per le persone con questi ruoli',
    en: 'Mandatory for people with these roles',
  },
  everybody: {
    de: 'Alle Personen mit Portalkonto',
    fr: 'Toutes les personnes ayant un compte',
    it: 'Tutte le persone con un account',
    en: 'Everybody with a portal account',
  },
  holders: {
    de: (people: number, ready: number) => `${people} ${people === 1 ? 'Person' : 'Personen'}, davon ${ready} mit zweitem Faktor`,
    fr: (people: number, ready: number) =>
      `${people} ${people === 1 ? 'personne' : 'personnes'}, dont ${ready} avec second facteur`,
    it: (people: number, ready: number) =>
      `${people} ${people === 1 ? 'persona' : 'persone'}, di cui ${ready} con secondo fattore`,
    en: (people: number, ready: number) =>
      `${people} ${people === 1 ? 'person' : 'people'}, ${ready} of them with a second factor`,
  },
  recommended: {
    de: 'Empfohlen: User Manager, Kompletter Zugriff, Berufliche Vorsorge und Konzernmanager.',
    fr: 'Recommandé : responsable des utilisateurs, accès complet, prévoyance professionnelle et responsable de groupe.',
    it: 'Consigliato: responsabile degli utenti, accesso completo, previdenza professionale e responsabile di gruppo.',
    en: 'Recommended: user manager, full access, occupational pension and group manager.',
  },
  when: {
    de: 'Wen es betrifft, der wird bei der nächsten Anmeldung durch die Einrichtung geführt und sieht vorher nichts anderes. Wer angemeldet ist, bleibt es.',
    fr: 'Les personnes concernées sont guidées lors de leur prochaine connexion et ne voient rien d’autre avant. Qui est connecté le reste.',
    it: 'Le persone interessate vengono guidate al prossimo accesso e prima non vedono altro. Chi è connesso lo resta.',
    en: 'Those concerned are led through the set-up at their next sign-in and see nothing else before. Whoever is signed in stays so.',
  },
  save: { de: 'Speichern', fr: 'Enregistrer', it: 'Salvare', en: 'Save' },
  saved: {
    de: 'Gespeichert. Es gilt ab der nächsten Anmeldung.',
    fr: 'Enregistré. Valable dès la prochaine connexion.',
    it: 'Salvato. Vale dal prossimo accesso.',
    en: 'Saved. It holds from the next sign-in on.',
  },
  read_only: {
    de: 'Nur Administratorinnen und Administratoren ändern das.',
    fr: 'Seuls les administrateurs peuvent modifier cela.',
    it: 'Solo gli amministratori possono modificarlo.',
    en: 'Only administrators change this.',
  },
  error_unreadable: {
    de: 'Diese Auswahl war nicht lesbar. Wählen Sie nochmals.',
    fr: 'Cette sélection était illisible. Choisissez à nouveau.',
    it: 'Questa selezione non era leggibile. Scelga di nuovo.',
    en: 'This choice could not be read. Choose again.',
  },
  error_conflict: {
    de: (now: string) =>
      `Jemand hat das inzwischen geändert. Jetzt gilt: ${now}. Ihre Auswahl steht noch da; speichern Sie sie nochmals, wenn sie gelten soll.`,
    fr: (now: string) =>
      `Quelqu’un a modifié cela entre-temps. Actuellement : ${now}. Votre sélection est encore là ; enregistrez-la à nouveau si elle doit s’appliquer.`,
    it: (now: string) =>
      `Nel frattempo qualcuno l’ha modificato. Ora vale: ${now}. La Sua selezione è ancora presente; la salvi di nuovo se deve valere.`,
    en: (now: string) =>
      `Somebody has changed this meanwhile. Now it is: ${now}. Your choice still stands; save it again if it is to hold.`,
  },
  nobody: { de: 'keine Rolle', fr: 'aucun rôle', it: 'nessun ruolo', en: 'no role' },
})
