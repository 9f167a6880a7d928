import { phrases } from '../../platform/phrases.ts'

/** The parts of a customer's page, and what is done there. */
export const tabPhrases = phrases({
  parts: {
    de: 'Teile dieser Firma',
    fr: 'Parties de cette entreprise',
    it: 'Parti di questa azienda',
    en: 'Parts of this company',
  },
  overview: { de: 'Übersicht', fr: 'Aperçu', it: 'Panoramica', en: 'Overview' },
  people: { de: 'Kontakte und Konten', fr: 'Contacts et comptes', it: 'Contatti e account', en: 'Contacts and accounts' },
  structure: { de: 'Struktur', fr: 'Structure', it: 'Struttura', en: 'Structure' },
  history: { de: 'Verlauf', fr: 'Historique', it: 'Cronologia', en: 'History' },
  edit: { de: 'Bearbeiten', fr: 'Modifier', it: 'Modificare', en: 'Edit' },
  numbers: { de: 'Auf einen Blick', fr: 'En un coup d’œil', it: 'In sintesi', en: 'At a glance' },
  user_managers: {
    de: 'User Manager',
    fr: 'Responsables des utilisateurs',
    it: 'Responsabili degli utenti',
    en: 'User managers',
  },
  all_people: { de: 'Alle Kontakte', fr: 'Tous les contacts', it: 'Tutti i contatti', en: 'All contacts' },
  in_list: { de: 'In der Liste öffnen', fr: 'Ouvrir dans la liste', it: 'Aprire nell’elenco', en: 'Open in the list' },
  first_of: {
    de: (shown: string, total: string) => `Die ersten ${shown} von ${total}.`,
    fr: (shown: string, total: string) => `Les ${shown} premiers sur ${total}.`,
    it: (shown: string, total: string) => `I primi ${shown} di ${total}.`,
    en: (shown: string, total: string) => `The first ${shown} of ${total}.`,
  },
  policies: { de: 'Aktive Policen', fr: 'Polices actives', it: 'Polizze attive', en: 'Active policies' },
  open_claims: { de: 'Offene Schäden', fr: 'Sinistres ouverts', it: 'Sinistri aperti', en: 'Open claims' },
  last_sign_in: { de: 'Letzte Anmeldung', fr: 'Dernière connexion', it: 'Ultimo accesso', en: 'Last sign-in' },
  view_expiring: {
    de: 'Ablauf in 90 Tagen',
    fr: 'Expiration dans 90 jours',
    it: 'Scadenza entro 90 giorni',
    en: 'Expiry within 90 days',
  },
  team: { de: 'Team', fr: 'Équipe', it: 'Team', en: 'Team' },
  team_of_manager: { de: 'wie Betreuer/in', fr: 'comme le conseiller', it: 'come il consulente', en: 'as the account manager' },
  nobody: { de: 'niemand', fr: 'personne', it: 'nessuno', en: 'nobody' },
  new_title: { de: 'Firma erfassen', fr: 'Saisir une entreprise', it: 'Inserire un’azienda', en: 'New company' },
  new_button: { de: 'Firma erfassen', fr: 'Saisir une entreprise', it: 'Inserire un’azienda', en: 'New company' },
  edit_title: { de: 'Firma bearbeiten', fr: 'Modifier l’entreprise', it: 'Modificare l’azienda', en: 'Edit company' },
  save: { de: 'Speichern', fr: 'Enregistrer', it: 'Salvare', en: 'Save' },
  name: { de: 'Firma', fr: 'Entreprise', it: 'Azienda', en: 'Company' },
  street: { de: 'Strasse', fr: 'Rue', it: 'Via', en: 'Street' },
  postal_code: { de: 'PLZ', fr: 'NPA', it: 'NPA', en: 'Postcode' },
  town: { de: 'Ort', fr: 'Localité', it: 'Località', en: 'Town' },
  canton: { de: 'Kanton', fr: 'Canton', it: 'Cantone', en: 'Canton' },
  uid: { de: 'UID', fr: 'IDE', it: 'IDI', en: 'UID' },
  noga: { de: 'NOGA', fr: 'NOGA', it: 'NOGA', en: 'NOGA' },
  language: { de: 'Sprache', fr: 'Langue', it: 'Lingua', en: 'Language' },
  remark: { de: 'Bemerkung', fr: 'Remarque', it: 'Osservazione', en: 'Remark' },
  remark_hint: {
    de: 'Sehen nur Mitarbeitende Ihres Hauses.',
    fr: 'Visible uniquement pour les collaborateurs de votre maison.',
    it: 'Visibile solo ai collaboratori della Sua azienda.',
    en: 'Only your own staff see it.',
  },
  account_manager_id: { de: 'Betreuer/in', fr: 'Conseiller/ère', it: 'Consulente', en: 'Account manager' },
  team_id: { de: 'Team', fr: 'Équipe', it: 'Team', en: 'Team' },
  manages_subsidiaries: {
    de: 'User Manager verwalten auch die Firmen darunter',
    fr: 'Les responsables des utilisateurs gèrent aussi les entreprises en dessous',
    it: 'I responsabili degli utenti gestiscono anche le aziende sottostanti',
    en: 'User managers also look after the companies below',
  },
  approval: {
    de: 'Zweite Person für heikle Rollen',
    fr: 'Deuxième personne pour les rôles sensibles',
    it: 'Seconda persona per i ruoli delicati',
    en: 'Second person for sensitive roles',
  },
  approval_house: {
    de: 'wie im ganzen Haus',
    fr: 'comme dans toute la maison',
    it: 'come in tutta l’azienda',
    en: 'as in the whole house',
  },
  approval_yes: { de: 'ja', fr: 'oui', it: 'sì', en: 'yes' },
  approval_no: { de: 'nein', fr: 'non', it: 'no', en: 'no' },
  error_name: {
    de: 'Geben Sie den Namen der Firma ein.',
    fr: 'Saisissez le nom de l’entreprise.',
    it: 'Inserisca il nome dell’azienda.',
    en: 'Enter the name of the company.',
  },
  error_uid: {
    de: 'Geben Sie die UID wie CHE-123.456.788 ein.',
    fr: 'Saisissez l’IDE comme CHE-123.456.788.',
    it: 'Inserisca l’IDI come CHE-123.456.788.',
    en: 'Enter the UID like CHE-123.456.788.',
  },
  error_canton: {
    de: 'Geben Sie den Kanton mit zwei Buchstaben ein, zum Beispiel LU.',
    fr: 'Saisissez le canton en deux lettres, par exemple LU.',
    it: 'Inserisca il cantone con due lettere, per esempio LU.',
    en: 'Enter the canton with two letters, for example LU.',
  },
  error_choose: {
    de: 'Wählen Sie aus der Liste.',
    fr: 'Choisissez dans la liste.',
    it: 'Scelga dall’elenco.',
    en: 'Choose from the list.',
  },
  error_text: {
    de: 'Der Text ist zu lang oder nicht lesbar.',
    fr: 'Le texte est trop long ou illisible.',
    it: 'Il testo è troppo lungo o illeggibile.',
    en: 'The text is too long or unreadable.',
  },
  alone: {
    de: 'Diese Firma gehört zu keinem Konzern.',
    fr: 'Cette entreprise n’appartient à aucun groupe.',
    it: 'Questa azienda non appartiene ad alcun gruppo.',
    en: 'This company belongs to no group.',
  },
  move: { de: 'Verschieben', fr: 'Déplacer', it: 'Spostare', en: 'Move' },
  parent: { de: 'Steht unter', fr: 'Dépend de', it: 'È sotto', en: 'Stands below' },
  parent_none: { de: 'keiner anderen Firma', fr: 'aucune autre entreprise', it: 'nessun’altra azienda', en: 'no other company' },
  move_hint: {
    de: 'Gilt sofort: Konzernmanager der Firmen darüber sehen diese Firma und alle darunter, sonst niemand mehr.',
    fr: 'Effet immédiat : les responsables du groupe des entreprises au-dessus voient cette entreprise et toutes celles en dessous, plus personne d’autre.',
    it: 'Vale subito: i responsabili del gruppo delle aziende superiori vedono questa azienda e tutte quelle sottostanti, nessun altro.',
    en: 'Holds at once: group managers of the companies above see this company and all below it, nobody else does any more.',
  },
  why_cycle: {
    de: 'Das geht nicht: Die Firma stünde unter sich selbst.',
    fr: 'Impossible : l’entreprise dépendrait d’elle-même.',
    it: 'Non è possibile: l’azienda sarebbe sotto se stessa.',
    en: 'That is not possible: the company would stand below itself.',
  },
  why_depth: {
    de: 'Ein Konzern hat höchstens zehn Stufen.',
    fr: 'Un groupe compte au plus dix niveaux.',
    it: 'Un gruppo ha al massimo dieci livelli.',
    en: 'A group has at most ten levels.',
  },
  why_busy: {
    de: 'Jemand hat im selben Moment etwas verschoben. Versuchen Sie es noch einmal.',
    fr: 'Quelqu’un a déplacé quelque chose au même moment. Réessayez.',
    it: 'Qualcuno ha spostato qualcosa nello stesso momento. Riprovi.',
    en: 'Somebody moved something at the same moment. Try again.',
  },
  archive: { de: 'Firma archivieren', fr: 'Archiver l’entreprise', it: 'Archiviare l’azienda', en: 'Archive company' },
  archive_lead: {
    de: 'Das geschieht, wenn Sie archivieren. Sie können es jederzeit zurücknehmen.',
    fr: 'Voici ce qui se passe si vous archivez. Vous pouvez l’annuler à tout moment.',
    it: 'Ecco cosa succede se archivia. Può annullare in qualsiasi momento.',
    en: 'This happens when you archive. You can take it back at any time.',
  },
  ends_accounts: {
    de: (n: number) =>
      n === 1
        ? 'Ein Portalkonto wird gesperrt, seine Sitzungen enden sofort.'
        : `${n} Portalkonten werden gesperrt, ihre Sitzungen enden sofort.`,
    fr: (n: number) =>
      n === 1
        ? 'Un compte du portail est bloqué, ses sessions se terminent immédiatement.'
        : `${n} comptes du portail sont bloqués, leurs sessions se terminent immédiatement.`,
    it: (n: number) =>
      n === 1
        ? 'Un account del portale viene bloccato, le sue sessioni terminano subito.'
        : `${n} account del portale vengono bloccati, le loro sessioni terminano subito.`,
    en: (n: number) =>
      n === 1
        ? 'One portal account is suspended, its sessions end at once.'
        : `${n} portal accounts are suspended, their sessions end at once.`,
  },
  ends_invitations: {
    de: (n: number) => `Offene Einladungen, die nicht mehr gelten: ${n}.`,
    fr: (n: number) => `Invitations en cours qui ne sont plus valables : ${n}.`,
    it: (n: number) => `Inviti in sospeso che non valgono più: ${n}.`,
    en: (n: number) => `Open invitations that no longer count: ${n}.`,
  },
  hides_records: {
    de: (n: string) => `${n} Datensätze sind für niemanden beim Kunden mehr sichtbar, auch nicht für den Konzern darüber.`,
    fr: (n: string) => `${n} enregistrements ne sont plus visibles pour personne chez le client, ni pour le groupe au-dessus.`,
    it: (n: string) => `${n} record non sono più visibili a nessuno presso il cliente, nemmeno al gruppo superiore.`,
    en: (n: string) => `${n} records are visible to nobody at the customer’s any more, nor to the group above.`,
  },
  open_work: {
    de: (n: number) => `Noch offene Anfragen: ${n}. Schliessen Sie sie besser zuerst ab.`,
    fr: (n: number) => `Demandes encore ouvertes : ${n}. Il vaut mieux les terminer d’abord.`,
    it: (n: number) => `Richieste ancora aperte: ${n}. È meglio concluderle prima.`,
    en: (n: number) => `Requests still open: ${n}. Better finish them first.`,
  },
  archive_go: { de: 'Archivieren', fr: 'Archiver', it: 'Archiviare', en: 'Archive' },
  restore: {
    de: 'Aus dem Archiv holen',
    fr: 'Sortir des archives',
    it: 'Ripristinare dall’archivio',
    en: 'Take out of the archive',
  },
  archived_note: {
    de: 'Diese Firma ist archiviert: Niemand beim Kunden sieht sie, ihre Konten sind gesperrt.',
    fr: 'Cette entreprise est archivée : personne chez le client ne la voit, ses comptes sont bloqués.',
    it: 'Questa azienda è archiviata: nessuno presso il cliente la vede, i suoi account sono bloccati.',
    en: 'This company is archived: nobody at the customer’s sees it, its accounts are suspended.',
  },
  archived_reason: { de: 'Firma archiviert', fr: 'Entreprise archivée', it: 'Azienda archiviata', en: 'Company archived' },
  cancel: { de: 'Abbrechen', fr: 'Annuler', it: 'Annullare', en: 'Cancel' },
  done_created: {
    de: 'Die Firma ist erfasst.',
    fr: 'L’entreprise est saisie.',
    it: 'L’azienda è inserita.',
    en: 'The company is entered.',
  },
  done_saved: { de: 'Gespeichert.', fr: 'Enregistré.', it: 'Salvato.', en: 'Saved.' },
  done_moved: {
    de: 'Verschoben. Es gilt ab sofort.',
    fr: 'Déplacé. C’est valable immédiatement.',
    it: 'Spostata. Vale da subito.',
    en: 'Moved. It holds at once.',
  },
  done_archived: {
    de: 'Die Firma ist archiviert.',
    fr: 'L’entreprise est archivée.',
    it: 'L’azienda è archiviata.',
    en: 'The company is archived.',
  },
  done_restored: {
    de: 'Die Firma ist wieder da, ihre Konten sind wieder offen.',
    fr: 'L’entreprise est de retour, ses comptes sont de nouveau ouverts.',
    it: 'L’azienda è di nuovo presente, i suoi account sono di nuovo aperti.',
    en: 'The company is back, its accounts are open again.',
  },
  no_history: {
    de: 'Noch nichts geschehen.',
    fr: 'Rien ne s’est encore passé.',
    it: 'Finora non è successo nulla.',
    en: 'Nothing has happened yet.',
  },
})
