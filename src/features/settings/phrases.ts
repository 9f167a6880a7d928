import { phrases } from '../../platform/phrases.ts'

export const settingsPhrases = phrases({
  title: { de: 'Einstellungen', fr: 'Paramètres', it: 'Impostazioni', en: 'Settings' },
  lead: {
    de: 'Was für Ihr ganzes Haus gilt. Jede Änderung steht im Verlauf.',
    fr: 'Ce qui vaut pour toute votre maison. Chaque modification figure dans l’historique.',
    it: 'Ciò che vale per tutta la Sua azienda. Ogni modifica figura nella cronologia.',
    en: 'What holds for your whole house. Every change stands in the history.',
  },
  people: { de: 'Ihr Haus', fr: 'Votre maison', it: 'La Sua azienda', en: 'Your house' },
  customers: { de: 'Kunden und Freigaben', fr: 'Clients et partages', it: 'Clienti e condivisioni', en: 'Customers and sharing' },
  appearance: {
    de: 'Auftritt und Texte',
    fr: 'Présentation et textes',
    it: 'Aspetto e testi',
    en: 'Appearance and texts',
  },
  data: { de: 'Daten und Protokolle', fr: 'Données et journaux', it: 'Dati e registri', en: 'Data and logs' },
  read_only: { de: 'nur ansehen', fr: 'lecture seule', it: 'sola lettura', en: 'view only' },

  sign_in: { de: 'Zweiter Faktor', fr: 'Second facteur', it: 'Secondo fattore', en: 'Second factor' },
  sign_in_about: {
    de: 'Welche Portalrollen bei der Anmeldung mehr als ein Passwort brauchen.',
    fr: 'Quels rôles du portail exigent plus qu’un mot de passe à la connexion.',
    it: 'Quali ruoli del portale richiedono più di una password all’accesso.',
    en: 'Which portal roles need more than a password to sign in.',
  },

  staff: { de: 'Mitarbeitende', fr: 'Collaborateurs', it: 'Collaboratori', en: 'Staff' },
  staff_about: {
    de: 'Wer bei Ihnen im Portal arbeitet, mit welcher Funktion.',
    fr: 'Qui travaille chez vous dans le portail, avec quelle fonction.',
    it: 'Chi lavora da Lei nel portale, con quale funzione.',
    en: 'Who works in the portal at your house, in which function.',
  },

  sharing: { de: 'Freigaben', fr: 'Partages', it: 'Condivisioni', en: 'Sharing' },
  sharing_about: {
    de: 'Welche Portalrollen welche Branchen öffnen.',
    fr: 'Quels rôles du portail ouvrent quelles branches.',
    it: 'Quali ruoli del portale aprono quali rami.',
    en: 'Which portal roles open which lines of business.',
  },
})
