import { type Language, phrases } from '../../platform/phrases.ts'

/** What happened, in words, by the event's verb: for the trail and for «Meine Daten». A test finds verbs without words. */
export const verbPhrases = phrases({
  'login.signed_in': { de: 'Angemeldet', fr: 'Connexion', it: 'Accesso', en: 'Signed in' },
  'login.signed_out': { de: 'Abgemeldet', fr: 'Déconnexion', it: 'Uscita', en: 'Signed out' },
  'login.refused': { de: 'Anmeldung abgewiesen', fr: 'Connexion refusée', it: 'Accesso rifiutato', en: 'Sign-in refused' },
  'login.company_entered': {
    de: 'Zu dieser Firma gewechselt',
    fr: 'Passage à cette entreprise',
    it: 'Passaggio a questa azienda',
    en: 'Switched to this company',
  },
  'login.password_changed': {
    de: 'Passwort geändert',
    fr: 'Mot de passe changé',
    it: 'Password cambiata',
    en: 'Password changed',
  },
  'login.reset_requested': {
    de: 'Neues Passwort angefordert',
    fr: 'Nouveau mot de passe demandé',
    it: 'Nuova password richiesta',
    en: 'New password asked for',
  },
  'login.terms_accepted': { de: 'AGB akzeptiert', fr: 'CG acceptées', it: 'CG accettate', en: 'Terms accepted' },
  'login.browser_forgotten': {
    de: 'Gemerkten Browser vergessen',
    fr: 'Navigateur oublié',
    it: 'Browser dimenticato',
    en: 'Remembered browser forgotten',
  },
  'login.remember_reused': {
    de: 'Gemerkte Anmeldung ein zweites Mal verwendet',
    fr: 'Connexion mémorisée utilisée une deuxième fois',
    it: 'Accesso memorizzato usato una seconda volta',
    en: 'Remembered sign-in used a second time',
  },
  'login.data_exported': {
    de: 'Eigene Daten heruntergeladen',
    fr: 'Propres données téléchargées',
    it: 'Propri dati scaricati',
    en: 'Own data downloaded',
  },
  'session.ended': { de: 'Gerät abgemeldet', fr: 'Appareil déconnecté', it: 'Dispositivo disconnesso', en: 'Device signed out' },
  'session.others_ended': {
    de: 'Alle anderen Geräte abgemeldet',
    fr: 'Autres appareils déconnectés',
    it: 'Altri dispositivi disconnessi',
    en: 'All other devices signed out',
  },
  'second_factor.added': {
    de: 'Zweiten Faktor eingerichtet',
    fr: 'Deuxième facteur configuré',
    it: 'Secondo fattore configurato',
    en: 'Second factor set up',
  },
  'second_factor.removed': {
    de: 'Zweiten Faktor entfernt',
    fr: 'Deuxième facteur supprimé',
    it: 'Secondo fattore rimosso',
    en: 'Second factor removed',
  },
  'second_factor.codes_made': {
    de: 'Neue Wiederherstellungscodes',
    fr: 'Nouveaux codes de récupération',
    it: 'Nuovi codici di recupero',
    en: 'New recovery codes',
  },
  'portal_account.invited': {
    de: 'Portalkonto eröffnet und eingeladen',
    fr: 'Compte du portail ouvert, invitation envoyée',
    it: 'Account del portale aperto, invito inviato',
    en: 'Portal account opened and invited',
  },
  'portal_account.invitation_resent': {
    de: 'Einladung erneut gesendet',
    fr: 'Invitation renvoyée',
    it: 'Invito reinviato',
    en: 'Invitation sent again',
  },
  'portal_account.link_sent_again': {
    de: 'Link zur Aktivierung erneut gesendet',
    fr: 'Lien d’activation renvoyé',
    it: 'Link di attivazione reinviato',
    en: 'Activation link sent again',
  },
  'portal_account.invitation_withdrawn': {
    de: 'Einladung zurückgezogen',
    fr: 'Invitation retirée',
    it: 'Invito ritirato',
    en: 'Invitation withdrawn',
  },
  'portal_account.activated': {
    de: 'Portalkonto aktiviert',
    fr: 'Compte du portail activé',
    it: 'Account del portale attivato',
    en: 'Portal account activated',
  },
  'portal_account.suspended': {
    de: 'Portalkonto gesperrt',
    fr: 'Compte du portail bloqué',
    it: 'Account del portale bloccato',
    en: 'Portal account suspended',
  },
  'portal_account.reopened': {
    de: 'Portalkonto entsperrt',
    fr: 'Compte du portail débloqué',
    it: 'Account del portale sbloccato',
    en: 'Portal account reopened',
  },
  'portal_account.roles_changed': { de: 'Rollen geändert', fr: 'Rôles modifiés', it: 'Ruoli modificati', en: 'Roles changed' },
  'portal_account.role_approved': { de: 'Rolle bestätigt', fr: 'Rôle confirmé', it: 'Ruolo confermato', en: 'Role confirmed' },
  'portal_account.role_rejected': { de: 'Rolle abgelehnt', fr: 'Rôle refusé', it: 'Ruolo respinto', en: 'Role rejected' },
  'role_request.asked': {
    de: 'Bestätigung einer Rolle angefragt',
    fr: 'Confirmation d’un rôle demandée',
    it: 'Conferma di un ruolo richiesta',
    en: 'Confirmation of a role asked for',
  },
  'contact.created': { de: 'Kontakt erfasst', fr: 'Contact saisi', it: 'Contatto inserito', en: 'Contact entered' },
  'contact.edited': { de: 'Kontakt geändert', fr: 'Contact modifié', it: 'Contatto modificato', en: 'Contact changed' },
  'record.read': {
    de: 'Heikle Daten eingesehen',
    fr: 'Données sensibles consultées',
    it: 'Dati sensibili consultati',
    en: 'Sensitive data read',
  },
  'list.exported': { de: 'Liste exportiert', fr: 'Liste exportée', it: 'Elenco esportato', en: 'List exported' },
  'claim.reported': { de: 'Schaden gemeldet', fr: 'Sinistre déclaré', it: 'Sinistro annunciato', en: 'Claim reported' },
  'claim.state_changed': {
    de: 'Status des Schadens geändert',
    fr: 'Statut du sinistre modifié',
    it: 'Stato del sinistro modificato',
    en: 'State of the claim changed',
  },
  'document.uploaded': {
    de: 'Dokument hochgeladen',
    fr: 'Document téléversé',
    it: 'Documento caricato',
    en: 'Document uploaded',
  },
  'document.edited': { de: 'Dokument geändert', fr: 'Document modifié', it: 'Documento modificato', en: 'Document changed' },
  'document.filed': { de: 'Dokument abgelegt', fr: 'Document classé', it: 'Documento archiviato', en: 'Document filed' },
  'document.replaced': {
    de: 'Neue Version abgelegt',
    fr: 'Nouvelle version déposée',
    it: 'Nuova versione archiviata',
    en: 'New version filed',
  },
  'documents.zip_asked': {
    de: 'Dokumente als ZIP angefordert',
    fr: 'Documents demandés en ZIP',
    it: 'Documenti richiesti come ZIP',
    en: 'Documents asked for as a ZIP',
  },
  'documents.zip_ready': { de: 'ZIP bereit', fr: 'ZIP prêt', it: 'ZIP pronto', en: 'ZIP ready' },
  'documents.zip_fetched': { de: 'ZIP heruntergeladen', fr: 'ZIP téléchargé', it: 'ZIP scaricato', en: 'ZIP downloaded' },
  'file.infected': {
    de: 'Datei mit Schadsoftware gesperrt',
    fr: 'Fichier infecté bloqué',
    it: 'File infetto bloccato',
    en: 'Infected file held back',
  },
  'premium_invoice.payment_reported': {
    de: 'Prämienrechnung als bezahlt gemeldet',
    fr: 'Facture de prime annoncée payée',
    it: 'Fattura di premio annunciata pagata',
    en: 'Premium invoice reported as paid',
  },
  'premium_invoice.payment_withdrawn': {
    de: 'Meldung der Zahlung zurückgezogen',
    fr: 'Annonce de paiement retirée',
    it: 'Annuncio di pagamento ritirato',
    en: 'Report of payment withdrawn',
  },
  'premium_invoice.reminder_added': {
    de: 'Mahnung hochgeladen',
    fr: 'Rappel téléversé',
    it: 'Sollecito caricato',
    en: 'Reminder uploaded',
  },
  'premium_invoice.reminder_withdrawn': {
    de: 'Mahnung zurückgezogen',
    fr: 'Rappel retiré',
    it: 'Sollecito ritirato',
    en: 'Reminder withdrawn',
  },
  'service_request.opened': { de: 'Anfrage eröffnet', fr: 'Demande ouverte', it: 'Richiesta aperta', en: 'Request opened' },
  'service_request.reopened': {
    de: 'Anfrage wieder geöffnet',
    fr: 'Demande rouverte',
    it: 'Richiesta riaperta',
    en: 'Request opened again',
  },
  'service_request.withdrawn': {
    de: 'Anfrage zurückgezogen',
    fr: 'Demande retirée',
    it: 'Richiesta ritirata',
    en: 'Request withdrawn',
  },
  'service_request.state_changed': {
    de: 'Stand der Anfrage geändert',
    fr: 'État de la demande modifié',
    it: 'Stato della richiesta modificato',
    en: 'State of the request changed',
  },
  'conversation.started': {
    de: 'Gespräch begonnen',
    fr: 'Conversation commencée',
    it: 'Conversazione iniziata',
    en: 'Conversation begun',
  },
  'message.written': { de: 'Nachricht geschrieben', fr: 'Message écrit', it: 'Messaggio scritto', en: 'Message written' },
  'message.taken_back': {
    de: 'Nachricht zurückgenommen',
    fr: 'Message retiré',
    it: 'Messaggio ritirato',
    en: 'Message taken back',
  },
  'calendar_feed.created': {
    de: 'Kalenderadresse erstellt',
    fr: 'Adresse de calendrier créée',
    it: 'Indirizzo del calendario creato',
    en: 'Calendar address made',
  },
  'calendar_feed.revoked': {
    de: 'Kalenderadresse widerrufen',
    fr: 'Adresse de calendrier révoquée',
    it: 'Indirizzo del calendario revocato',
    en: 'Calendar address revoked',
  },
  'notification.preferences_changed': {
    de: 'Benachrichtigungen eingestellt',
    fr: 'Notifications réglées',
    it: 'Notifiche impostate',
    en: 'Notifications set',
  },
  'saved_view.created': { de: 'Ansicht gespeichert', fr: 'Vue enregistrée', it: 'Vista salvata', en: 'View saved' },
  'saved_view.changed': { de: 'Ansicht geändert', fr: 'Vue modifiée', it: 'Vista modificata', en: 'View changed' },
  'saved_view.removed': { de: 'Ansicht gelöscht', fr: 'Vue supprimée', it: 'Vista eliminata', en: 'View deleted' },
  'saved_view.restored': { de: 'Ansicht wiederhergestellt', fr: 'Vue rétablie', it: 'Vista ripristinata', en: 'View restored' },
  'import.finished': {
    de: 'Import abgeschlossen',
    fr: 'Importation terminée',
    it: 'Importazione conclusa',
    en: 'Import finished',
  },
  'brokerage.founded': { de: 'Brokerage eröffnet', fr: 'Courtier créé', it: 'Broker creato', en: 'Brokerage founded' },
  'staff_member.set_up_link_made': {
    de: 'Einrichtungslink erstellt',
    fr: 'Lien d’installation créé',
    it: 'Link di configurazione creato',
    en: 'Set-up link made',
  },
})

export type Verb = keyof ReturnType<typeof verbPhrases>

/** The verb in words; one that this version does not know (any more) stands as it is. */
export function verbName(verb: string, language: Language): string {
  return (verbPhrases(language) as Record<string, string>)[verb] ?? verb
}

/** All verbs that have words. */
export const verbs = Object.keys(verbPhrases('de')) as Verb[]
