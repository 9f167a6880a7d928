import { count } from '../platform/format.ts'
import { phrases } from '../platform/phrases.ts'

export const listPhrases = phrases({
  choose_view: { de: 'Ansicht wählen', fr: 'Choisir une vue', it: 'Scegliere la vista', en: 'Choose view' },
  show_all: { de: 'Alle anzeigen', fr: 'Tout afficher', it: 'Mostra tutto', en: 'Show all' },
  standard_views: { de: 'Standard', fr: 'Standard', it: 'Standard', en: 'Standard' },
  own_views: { de: 'Meine Ansichten', fr: 'Mes vues', it: 'Le mie viste', en: 'My views' },
  shared_views: { de: 'Geteilte Ansichten', fr: 'Vues partagées', it: 'Viste condivise', en: 'Shared views' },
  search: { de: 'Suchen', fr: 'Rechercher', it: 'Cerca', en: 'Search' },
  filter: {
    de: (n: number) => (n > 0 ? `Filter (${n})` : 'Filter'),
    fr: (n: number) => (n > 0 ? `Filtres (${n})` : 'Filtres'),
    it: (n: number) => (n > 0 ? `Filtri (${n})` : 'Filtri'),
    en: (n: number) => (n > 0 ? `Filters (${n})` : 'Filters'),
  },
  close_filter: { de: 'Filter schliessen', fr: 'Fermer les filtres', it: 'Chiudi i filtri', en: 'Close filters' },
  any: { de: 'Alle', fr: 'Tous', it: 'Tutti', en: 'All' },
  nothing_to_choose: { de: 'Keine Auswahl vorhanden', fr: 'Aucun choix', it: 'Nessuna scelta', en: 'Nothing to choose' },
  not_there: { de: 'nicht vorhanden', fr: 'inexistant', it: 'non presente', en: 'not there' },
  from: { de: 'von', fr: 'de', it: 'da', en: 'from' },
  to: { de: 'bis', fr: 'à', it: 'a', en: 'to' },
  range: {
    de: (from: string, to: string) => [from && `ab ${from}`, to && `bis ${to}`].filter(Boolean).join(' '),
    fr: (from: string, to: string) => [from && `dès ${from}`, to && `jusqu’à ${to}`].filter(Boolean).join(' '),
    it: (from: string, to: string) => [from && `da ${from}`, to && `fino a ${to}`].filter(Boolean).join(' '),
    en: (from: string, to: string) => [from && `from ${from}`, to && `up to ${to}`].filter(Boolean).join(' '),
  },
  view: {
    de: (name: string) => `Ansicht «${name}»`,
    fr: (name: string) => `Vue « ${name} »`,
    it: (name: string) => `Vista «${name}»`,
    en: (name: string) => `View “${name}”`,
  },
  changed: { de: 'geändert', fr: 'modifiée', it: 'modificata', en: 'changed' },
  shared: { de: 'geteilt', fr: 'partagée', it: 'condivisa', en: 'shared' },
  save: { de: 'Speichern', fr: 'Enregistrer', it: 'Salva', en: 'Save' },
  save_as: {
    de: 'Als neue Ansicht speichern',
    fr: 'Enregistrer comme nouvelle vue',
    it: 'Salva come nuova vista',
    en: 'Save as new view',
  },
  manage_views: { de: 'Ansichten verwalten', fr: 'Gérer les vues', it: 'Gestisci le viste', en: 'Manage views' },
  view_created: { de: 'Ansicht gespeichert.', fr: 'Vue enregistrée.', it: 'Vista salvata.', en: 'View saved.' },
  view_saved: { de: 'Ansicht aktualisiert.', fr: 'Vue mise à jour.', it: 'Vista aggiornata.', en: 'View updated.' },
  export: { de: 'Exportieren', fr: 'Exporter', it: 'Esporta', en: 'Export' },
  excel: { de: 'Excel', fr: 'Excel', it: 'Excel', en: 'Excel' },
  csv: { de: 'CSV', fr: 'CSV', it: 'CSV', en: 'CSV' },
  print: { de: 'Drucken', fr: 'Imprimer', it: 'Stampa', en: 'Print' },
  export_most: {
    de: (n: number) => `höchstens ${count(n)} Zeilen`,
    fr: (n: number) => `${count(n)} lignes au plus`,
    it: (n: number) => `al massimo ${count(n)} righe`,
    en: (n: number) => `at most ${count(n)} rows`,
  },
  exports_full: {
    de: (most: number, minutes: number) =>
      `Sie haben in der letzten Stunde ${most} Listen exportiert. Der nächste Export ist in ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`} möglich.`,
    fr: (most: number, minutes: number) =>
      `Vous avez exporté ${most} listes durant la dernière heure. Le prochain export est possible dans ${minutes} minute${minutes === 1 ? '' : 's'}.`,
    it: (most: number, minutes: number) =>
      `Nell’ultima ora ha esportato ${most} elenchi. La prossima esportazione è possibile tra ${minutes === 1 ? '1 minuto' : `${minutes} minuti`}.`,
    en: (most: number, minutes: number) =>
      `You have exported ${most} lists within the last hour. The next export is possible in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
  },
  exports_busy: {
    de: 'Zwei Exporte laufen noch. Warten Sie, bis einer davon fertig ist.',
    fr: 'Deux exports sont encore en cours. Attendez que l’un d’eux soit terminé.',
    it: 'Due esportazioni sono ancora in corso. Attenda che una sia terminata.',
    en: 'Two exports are still running. Wait until one of them is done.',
  },
  choose_all: {
    de: 'Alle auf dieser Seite auswählen',
    fr: 'Tout sélectionner sur cette page',
    it: 'Selezionare tutto in questa pagina',
    en: 'Choose all on this page',
  },
  choose_one: {
    de: (name: string) => `${name} auswählen`,
    fr: (name: string) => `Sélectionner ${name}`,
    it: (name: string) => `Selezionare ${name}`,
    en: (name: string) => `Choose ${name}`,
  },
  chosen: { de: 'Ausgewählt:', fr: 'Sélection :', it: 'Selezione:', en: 'Chosen:' },
  nothing_chosen: {
    de: 'Wählen Sie zuerst mindestens einen Eintrag aus: mit dem Kästchen am Anfang der Zeile.',
    fr: 'Sélectionnez d’abord au moins une entrée, avec la case au début de la ligne.',
    it: 'Selezioni prima almeno una voce, con la casella all’inizio della riga.',
    en: 'Choose at least one entry first, with the box at the start of its row.',
  },
  print_hint: {
    de: 'Druckansicht: alle Einträge auf einer Seite. Drucken Sie mit Ctrl P (auf dem Mac ⌘ P).',
    fr: 'Vue d’impression : toutes les entrées sur une page. Imprimez avec Ctrl P (⌘ P sur Mac).',
    it: 'Vista di stampa: tutte le voci su una pagina. Stampi con Ctrl P (⌘ P su Mac).',
    en: 'Print view: all entries on one page. Print with Ctrl P (⌘ P on a Mac).',
  },
  print_cut: {
    de: (shown: number) => `Gezeigt sind die ersten ${count(shown)} Einträge. Für alle nehmen Sie den Export.`,
    fr: (shown: number) => `Les ${count(shown)} premières entrées sont affichées. Pour toutes, utilisez l’export.`,
    it: (shown: number) => `Sono mostrate le prime ${count(shown)} voci. Per tutte usi l’esportazione.`,
    en: (shown: number) => `The first ${count(shown)} entries are shown. For all of them use the export.`,
  },
  back_to_list: { de: 'Zurück zur Liste', fr: 'Retour à la liste', it: 'Torna all’elenco', en: 'Back to the list' },
  entries: {
    de: (n: string) => `${n} ${n === '1' ? 'Eintrag' : 'Einträge'}`,
    fr: (n: string) => `${n} ${n === '0' || n === '1' ? 'entrée' : 'entrées'}`,
    it: (n: string) => `${n} ${n === '1' ? 'voce' : 'voci'}`,
    en: (n: string) => `${n} ${n === '1' ? 'entry' : 'entries'}`,
  },
  searched: {
    de: (term: string) => `Suche «${term}»`,
    fr: (term: string) => `Recherche « ${term} »`,
    it: (term: string) => `Ricerca «${term}»`,
    en: (term: string) => `Search “${term}”`,
  },
  sorted: {
    de: (column: string, descending: boolean) => `sortiert nach ${column}${descending ? ', absteigend' : ''}`,
    fr: (column: string, descending: boolean) => `trié par ${column}${descending ? ', ordre décroissant' : ''}`,
    it: (column: string, descending: boolean) => `in ordine di ${column}${descending ? ', decrescente' : ''}`,
    en: (column: string, descending: boolean) => `sorted by ${column}${descending ? ', descending' : ''}`,
  },
  no_match: {
    de: (term: string) => (term ? `Keine Treffer für «${term}»` : 'Keine Einträge in dieser Ansicht'),
    fr: (term: string) => (term ? `Aucun résultat pour « ${term} »` : 'Aucune entrée dans cette vue'),
    it: (term: string) => (term ? `Nessun risultato per «${term}»` : 'Nessuna voce in questa vista'),
    en: (term: string) => (term ? `No results for “${term}”` : 'No entries in this view'),
  },
  no_match_text: {
    de: 'Prüfen Sie die Schreibweise, oder zeigen Sie wieder alle Einträge an.',
    fr: 'Vérifiez l’orthographe ou affichez de nouveau toutes les entrées.',
    it: 'Verifichi l’ortografia oppure mostri di nuovo tutte le voci.',
    en: 'Check the spelling, or show all entries again.',
  },
  no_match_filtered: {
    de: 'Zu diesen Filtern gibt es keine Einträge. Löschen Sie einen davon, oder zeigen Sie wieder alles an.',
    fr: 'Aucune entrée ne correspond à ces filtres. Supprimez-en un ou affichez de nouveau tout.',
    it: 'Nessuna voce corrisponde a questi filtri. Ne elimini uno oppure mostri di nuovo tutto.',
    en: 'There are no entries for these filters. Remove one of them, or show everything again.',
  },
  clear_filters: { de: 'Filter löschen', fr: 'Effacer les filtres', it: 'Elimina i filtri', en: 'Clear filters' },
  closed_title: {
    de: (area: string) => `«${area}» ist für Sie nicht geöffnet`,
    fr: (area: string) => `« ${area} » ne vous est pas ouvert`,
    it: (area: string) => `«${area}» non è aperto per Lei`,
    en: (area: string) => `“${area}” is not open to you`,
  },
  closed_roles: {
    de: (roles: string) => `Dafür brauchen Sie eine Portalrolle, die diesen Bereich öffnet: ${roles}.`,
    fr: (roles: string) => `Il vous faut un rôle du portail qui ouvre ce domaine : ${roles}.`,
    it: (roles: string) => `Le serve un ruolo del portale che apra questo settore: ${roles}.`,
    en: (roles: string) => `You need a portal role that opens this area: ${roles}.`,
  },
  closed_group: {
    de: 'Die Rolle Konzernmanager weitet nur aus, was andere Rollen öffnen.',
    fr: 'Le rôle Responsable du groupe ne fait qu’étendre ce que d’autres rôles ouvrent.',
    it: 'Il ruolo Responsabile del gruppo estende soltanto ciò che altri ruoli aprono.',
    en: 'The role Group manager only widens what other roles open.',
  },
  closed_ask: {
    de: (names: string) => `Rollen vergibt der User Manager Ihrer Firma: Fragen Sie ${names}.`,
    fr: (names: string) =>
      `Les rôles sont attribués par le responsable des utilisateurs de votre entreprise : adressez-vous à ${names}.`,
    it: (names: string) => `I ruoli sono assegnati dal responsabile degli utenti della Sua azienda: si rivolga a ${names}.`,
    en: (names: string) => `Roles are given by the user manager of your company: ask ${names}.`,
  },
  closed_broker: {
    de: (name: string) => `Fragen Sie Ihren Broker: ${name}.`,
    fr: (name: string) => `Adressez-vous à votre courtier : ${name}.`,
    it: (name: string) => `Si rivolga al Suo broker: ${name}.`,
    en: (name: string) => `Ask your broker: ${name}.`,
  },
  one_of: {
    de: (names: string[]) => enumerated(names, 'oder'),
    fr: (names: string[]) => enumerated(names, 'ou'),
    it: (names: string[]) => enumerated(names, 'o'),
    en: (names: string[]) => enumerated(names, 'or'),
  },
  failed: {
    de: 'Die Liste konnte nicht geladen werden; gezeigt ist der letzte Stand.',
    fr: 'La liste n’a pas pu être chargée ; l’état précédent reste affiché.',
    it: 'Non è stato possibile caricare l’elenco; è mostrato lo stato precedente.',
    en: 'The list could not be loaded; what you see is how it was before.',
  },
  again: { de: 'Noch einmal versuchen', fr: 'Réessayer', it: 'Riprovare', en: 'Try again' },
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

/** «A, B oder C». */
function enumerated(names: string[], or: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${or} ${names[names.length - 1]}`
}
