import { phrases } from '../../platform/phrases.ts'

export const staffPhrases = phrases({
  lead: {
    de: 'Wer bei Ihnen im Portal arbeitet.',
    fr: 'Qui travaille chez vous dans le portail.',
    it: 'Chi lavora da Lei nel portale.',
    en: 'Who works in the portal at your house.',
  },
  name: { de: 'Name', fr: 'Nom', it: 'Nome', en: 'Name' },
  email: { de: 'E-Mail', fr: 'E-mail', it: 'E-mail', en: 'E-mail' },
  phone: { de: 'Telefon', fr: 'Téléphone', it: 'Telefono', en: 'Telephone' },
  function: { de: 'Funktion', fr: 'Fonction', it: 'Funzione', en: 'Function' },
  administrator: { de: 'Administrator/in', fr: 'Administrateur/trice', it: 'Amministratore/trice', en: 'Administrator' },
  account_manager: { de: 'Betreuer/in', fr: 'Conseiller/ère', it: 'Consulente', en: 'Account manager' },
  assistant: { de: 'Assistenz', fr: 'Assistance', it: 'Assistenza', en: 'Assistant' },
  auditor: {
    de: 'Revision (nur lesen)',
    fr: 'Révision (lecture seule)',
    it: 'Revisione (sola lettura)',
    en: 'Auditor (read only)',
  },
  companies: { de: 'Firmen', fr: 'Entreprises', it: 'Aziende', en: 'Companies' },
  state: { de: 'Zugang', fr: 'Accès', it: 'Accesso', en: 'Access' },
  state_active: { de: 'aktiv', fr: 'actif', it: 'attivo', en: 'active' },
  state_none: { de: 'kein Zugang', fr: 'pas d’accès', it: 'nessun accesso', en: 'no access' },
  state_suspended: { de: 'ausgetreten', fr: 'parti/e', it: 'uscito/a', en: 'left' },
  last_seen: { de: 'Zuletzt da', fr: 'Dernière visite', it: 'Ultimo accesso', en: 'Last seen' },
})
