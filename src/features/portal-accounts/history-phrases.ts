import { phrases } from '../../platform/phrases.ts'

/** What happened to a contact and its account, one sentence each. */
export const historyPhrases = phrases({
  history: { de: 'Verlauf', fr: 'Historique', it: 'Cronologia', en: 'History' },
  nothing: {
    de: 'Noch nichts geschehen.',
    fr: 'Rien ne s’est encore passé.',
    it: 'Finora non è successo nulla.',
    en: 'Nothing has happened yet.',
  },
  the_broker: { de: 'Der Broker', fr: 'Le courtier', it: 'Il broker', en: 'The broker' },
  created: {
    de: (who: string) => `${who} hat den Kontakt erfasst`,
    fr: (who: string) => `${who} a saisi le contact`,
    it: (who: string) => `${who} ha inserito il contatto`,
    en: (who: string) => `${who} entered the contact`,
  },
  edited: {
    de: (who: string, fields: string) => `${who} hat den Kontakt geändert: ${fields}`,
    fr: (who: string, fields: string) => `${who} a modifié le contact : ${fields}`,
    it: (who: string, fields: string) => `${who} ha modificato il contatto: ${fields}`,
    en: (who: string, fields: string) => `${who} changed the contact: ${fields}`,
  },
  invited: {
    de: (who: string) => `${who} hat das Portalkonto eröffnet und eingeladen`,
    fr: (who: string) => `${who} a ouvert le compte du portail et envoyé l’invitation`,
    it: (who: string) => `${who} ha aperto l’account del portale e inviato l’invito`,
    en: (who: string) => `${who} opened the portal account and sent the invitation`,
  },
  resent: {
    de: (who: string) => `${who} hat die Einladung erneut gesendet`,
    fr: (who: string) => `${who} a renvoyé l’invitation`,
    it: (who: string) => `${who} ha inviato di nuovo l’invito`,
    en: (who: string) => `${who} sent the invitation again`,
  },
  withdrawn: {
    de: (who: string) => `${who} hat die Einladung zurückgezogen`,
    fr: (who: string) => `${who} a retiré l’invitation`,
    it: (who: string) => `${who} ha ritirato l’invito`,
    en: (who: string) => `${who} withdrew the invitation`,
  },
  activated: { de: 'Konto aktiviert', fr: 'Compte activé', it: 'Account attivato', en: 'Account activated' },
  suspended: {
    de: (who: string) => `${who} hat das Konto gesperrt`,
    fr: (who: string) => `${who} a bloqué le compte`,
    it: (who: string) => `${who} ha bloccato l’account`,
    en: (who: string) => `${who} suspended the account`,
  },
  reopened: {
    de: (who: string) => `${who} hat das Konto entsperrt`,
    fr: (who: string) => `${who} a débloqué le compte`,
    it: (who: string) => `${who} ha sbloccato l’account`,
    en: (who: string) => `${who} reopened the account`,
  },
  roles_changed: {
    de: (who: string, changes: string) => `${who} hat die Rollen geändert: ${changes}`,
    fr: (who: string, changes: string) => `${who} a modifié les rôles : ${changes}`,
    it: (who: string, changes: string) => `${who} ha modificato i ruoli: ${changes}`,
    en: (who: string, changes: string) => `${who} changed the roles: ${changes}`,
  },
  requested: {
    de: (who: string, roles: string) => `${who} hat beantragt: ${roles}`,
    fr: (who: string, roles: string) => `${who} a demandé : ${roles}`,
    it: (who: string, roles: string) => `${who} ha richiesto: ${roles}`,
    en: (who: string, roles: string) => `${who} requested: ${roles}`,
  },
  approved: {
    de: (who: string, role: string) => `${who} hat die Rolle «${role}» bestätigt`,
    fr: (who: string, role: string) => `${who} a confirmé le rôle « ${role} »`,
    it: (who: string, role: string) => `${who} ha confermato il ruolo «${role}»`,
    en: (who: string, role: string) => `${who} confirmed the role “${role}”`,
  },
  rejected: {
    de: (who: string, role: string) => `${who} hat die Rolle «${role}» abgelehnt`,
    fr: (who: string, role: string) => `${who} a refusé le rôle « ${role} »`,
    it: (who: string, role: string) => `${who} ha rifiutato il ruolo «${role}»`,
    en: (who: string, role: string) => `${who} rejected the role “${role}”`,
  },
  salutation: { de: 'Anrede', fr: 'Civilité', it: 'Appellativo', en: 'Salutation' },
  first_name: { de: 'Vorname', fr: 'Prénom', it: 'Nome', en: 'First name' },
  last_name: { de: 'Nachname', fr: 'Nom', it: 'Cognome', en: 'Last name' },
  email: { de: 'E-Mail', fr: 'E-mail', it: 'E-mail', en: 'E-mail' },
  position: { de: 'Position', fr: 'Fonction', it: 'Funzione', en: 'Position' },
  phone: { de: 'Telefon', fr: 'Téléphone', it: 'Telefono', en: 'Phone' },
  mobile: { de: 'Mobiltelefon', fr: 'Mobile', it: 'Cellulare', en: 'Mobile' },
  language: { de: 'Sprache', fr: 'Langue', it: 'Lingua', en: 'Language' },
})
