import { phrases } from '../../platform/phrases.ts'

export const registerPhrases = phrases({
  title: { de: 'Portalkonten', fr: 'Comptes du portail', it: 'Account del portale', en: 'Portal accounts' },
  lead: {
    de: 'Wer bei Ihren Kunden ins Portal kommt, mit welchen Rollen.',
    fr: 'Qui accède au portail chez vos clients, avec quels rôles.',
    it: 'Chi accede al portale presso i Suoi clienti, con quali ruoli.',
    en: 'Who gets into the portal at your customers’, with which roles.',
  },
  nothing_title: {
    de: 'Noch keine Portalkonten',
    fr: 'Pas encore de comptes',
    it: 'Ancora nessun account',
    en: 'No portal accounts yet',
  },
  nothing_text: {
    de: 'Registrieren Sie auf der Seite einer Firma den ersten User Manager.',
    fr: 'Enregistrez le premier responsable des utilisateurs sur la page d’une entreprise.',
    it: 'Registri il primo responsabile degli utenti sulla pagina di un’azienda.',
    en: 'Register the first user manager on the page of a company.',
  },
  name: { de: 'Name', fr: 'Nom', it: 'Nome', en: 'Name' },
  email: { de: 'Benutzername', fr: 'Nom d’utilisateur', it: 'Nome utente', en: 'User name' },
  roles: { de: 'Rollen', fr: 'Rôles', it: 'Ruoli', en: 'Roles' },
  state: { de: 'Status', fr: 'Statut', it: 'Stato', en: 'State' },
  state_invited: { de: 'eingeladen', fr: 'invité', it: 'invitato', en: 'invited' },
  state_active: { de: 'aktiv', fr: 'actif', it: 'attivo', en: 'active' },
  state_suspended: { de: 'gesperrt', fr: 'bloqué', it: 'bloccato', en: 'suspended' },
  invitation: { de: 'Einladung', fr: 'Invitation', it: 'Invito', en: 'Invitation' },
  invitation_open: { de: 'offen', fr: 'en cours', it: 'in sospeso', en: 'open' },
  invitation_expired: { de: 'abgelaufen', fr: 'expirée', it: 'scaduto', en: 'expired' },
  invitation_bounced: { de: 'nicht zustellbar', fr: 'non distribuable', it: 'non recapitabile', en: 'undeliverable' },
  last_sign_in: { de: 'Letzte Anmeldung', fr: 'Dernière connexion', it: 'Ultimo accesso', en: 'Last sign-in' },
  factor: { de: 'Zweiter Faktor', fr: 'Second facteur', it: 'Secondo fattore', en: 'Second factor' },
  yes: { de: 'ja', fr: 'oui', it: 'sì', en: 'yes' },
  no: { de: 'nein', fr: 'non', it: 'no', en: 'no' },
  view_managers: {
    de: 'User Manager',
    fr: 'Responsables des utilisateurs',
    it: 'Responsabili degli utenti',
    en: 'User managers',
  },
  view_invited: { de: 'Einladung offen', fr: 'Invitation en cours', it: 'Invito in sospeso', en: 'Invitation open' },
  view_stuck: {
    de: 'Einladung abgelaufen oder nicht zustellbar',
    fr: 'Invitation expirée ou non distribuable',
    it: 'Invito scaduto o non recapitabile',
    en: 'Invitation expired or undeliverable',
  },
  view_suspended: { de: 'Gesperrt', fr: 'Bloqués', it: 'Bloccati', en: 'Suspended' },
  view_unused: {
    de: '180 Tage nicht benützt',
    fr: 'Inutilisés depuis 180 jours',
    it: 'Non usati da 180 giorni',
    en: 'Not used for 180 days',
  },
  view_no_factor: {
    de: 'Ohne zweiten Faktor',
    fr: 'Sans second facteur',
    it: 'Senza secondo fattore',
    en: 'Without second factor',
  },
  resend: {
    de: 'Einladung erneut senden',
    fr: 'Renvoyer l’invitation',
    it: 'Inviare di nuovo l’invito',
    en: 'Send invitation again',
  },
  end_sessions: { de: 'Sitzungen beenden', fr: 'Fermer les sessions', it: 'Terminare le sessioni', en: 'End sessions' },
  without: {
    de: (n: number) =>
      n === 1 ? 'Eine Firma hat keinen aktiven User Manager.' : `${n} Firmen haben keinen aktiven User Manager.`,
    fr: (n: number) =>
      n === 1
        ? 'Une entreprise n’a pas de responsable des utilisateurs actif.'
        : `${n} entreprises n’ont pas de responsable des utilisateurs actif.`,
    it: (n: number) =>
      n === 1
        ? 'Un’azienda non ha un responsabile degli utenti attivo.'
        : `${n} aziende non hanno un responsabile degli utenti attivo.`,
    en: (n: number) => (n === 1 ? 'One company has no active user manager.' : `${n} companies have no active user manager.`),
  },
  show_them: { de: 'Anzeigen', fr: 'Afficher', it: 'Mostrare', en: 'Show' },
  requests: {
    de: 'Wartet auf Bestätigung',
    fr: 'En attente de confirmation',
    it: 'In attesa di conferma',
    en: 'Waiting for confirmation',
  },
  resent: {
    de: (sent: number, left: number) =>
      `Einladungen gesendet: ${sent}.${left > 0 ? ` Nicht gesendet: ${left} (nicht eingeladen, ohne Adresse oder heute schon zu oft).` : ''}`,
    fr: (sent: number, left: number) =>
      `Invitations envoyées\u202f: ${sent}.${left > 0 ? ` Non envoyées\u202f: ${left} (non invités, sans adresse ou déjà trop souvent aujourd’hui).` : ''}`,
    it: (sent: number, left: number) =>
      `Inviti inviati: ${sent}.${left > 0 ? ` Non inviati: ${left} (non invitati, senza indirizzo o già troppo spesso oggi).` : ''}`,
    en: (sent: number, left: number) =>
      `Invitations sent: ${sent}.${left > 0 ? ` Not sent: ${left} (not invited, without address, or too often today already).` : ''}`,
  },
  ended: {
    de: (n: number) => `Beendete Sitzungen: ${n}.`,
    fr: (n: number) => `Sessions fermées\u202f: ${n}.`,
    it: (n: number) => `Sessioni terminate: ${n}.`,
    en: (n: number) => `Sessions ended: ${n}.`,
  },
})
