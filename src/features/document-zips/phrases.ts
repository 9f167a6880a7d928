import { count } from '../../platform/format.ts'
import { phrases } from '../../platform/phrases.ts'

export const zipPhrases = phrases({
  selection: { de: 'Als ZIP herunterladen', fr: 'Télécharger en ZIP', it: 'Scarica come ZIP', en: 'Download as ZIP' },
  whole_list: { de: 'Ganze Liste als ZIP', fr: 'Toute la liste en ZIP', it: 'Tutta la lista come ZIP', en: 'Whole list as ZIP' },
  title: { de: 'Dokumente als ZIP', fr: 'Documents en ZIP', it: 'Documenti come ZIP', en: 'Documents as ZIP' },
  waiting_title: {
    de: 'Das ZIP wird erstellt',
    fr: 'Le fichier ZIP est en préparation',
    it: 'Il file ZIP è in preparazione',
    en: 'The ZIP is being made',
  },
  waiting_text: {
    de: (n: number) =>
      n === 1
        ? '1 Dokument wird gepackt. Sie können die Seite verlassen und später zurückkehren.'
        : `${count(n)} Dokumente werden gepackt. Sie können die Seite verlassen und später zurückkehren.`,
    fr: (n: number) =>
      n === 1
        ? '1 document est en cours d’assemblage. Vous pouvez quitter la page et y revenir plus tard.'
        : `${count(n)} documents sont en cours d’assemblage. Vous pouvez quitter la page et y revenir plus tard.`,
    it: (n: number) =>
      n === 1
        ? 'Si sta raccogliendo 1 documento. Può lasciare la pagina e tornare più tardi.'
        : `Si stanno raccogliendo ${count(n)} documenti. Può lasciare la pagina e tornare più tardi.`,
    en: (n: number) =>
      n === 1
        ? '1 document is being packed. You can leave the page and come back later.'
        : `${count(n)} documents are being packed. You can leave the page and come back later.`,
  },
  look_again: { de: 'Stand prüfen', fr: 'Vérifier l’avancement', it: 'Verifica lo stato', en: 'Check again' },
  ready_title: { de: 'Das ZIP ist bereit', fr: 'Le fichier ZIP est prêt', it: 'Il file ZIP è pronto', en: 'The ZIP is ready' },
  ready_text: {
    de: (files: number, size: string) => (files === 1 ? `1 Dokument, ${size}.` : `${count(files)} Dokumente, ${size}.`),
    fr: (files: number, size: string) => (files === 1 ? `1 document, ${size}.` : `${count(files)} documents, ${size}.`),
    it: (files: number, size: string) => (files === 1 ? `1 documento, ${size}.` : `${count(files)} documenti, ${size}.`),
    en: (files: number, size: string) => (files === 1 ? `1 document, ${size}.` : `${count(files)} documents, ${size}.`),
  },
  left_out: {
    de: (n: number) =>
      n === 1
        ? '1 Dokument fehlt darin: Es ist nicht mehr für Sie da, wird noch auf Viren geprüft oder hätte das ZIP zu gross gemacht.'
        : `${count(n)} Dokumente fehlen darin: Sie sind nicht mehr für Sie da, werden noch auf Viren geprüft oder hätten das ZIP zu gross gemacht.`,
    fr: (n: number) =>
      n === 1
        ? '1 document manque : il n’est plus accessible pour vous, est en cours de contrôle antivirus ou aurait rendu le ZIP trop volumineux.'
        : `${count(n)} documents manquent : ils ne sont plus accessibles pour vous, sont en cours de contrôle antivirus ou auraient rendu le ZIP trop volumineux.`,
    it: (n: number) =>
      n === 1
        ? 'Manca 1 documento: non è più accessibile per Lei, è in fase di controllo antivirus o avrebbe reso lo ZIP troppo grande.'
        : `Mancano ${count(n)} documenti: non sono più accessibili per Lei, sono in fase di controllo antivirus o avrebbero reso lo ZIP troppo grande.`,
    en: (n: number) =>
      n === 1
        ? '1 document is not in it: it is no longer there for you, is still being checked for viruses or would have made the ZIP too large.'
        : `${count(n)} documents are not in it: they are no longer there for you, are still being checked for viruses or would have made the ZIP too large.`,
  },
  kept_until: {
    de: (when: string) => `Abholbereit bis ${when}, nur für Sie.`,
    fr: (when: string) => `Disponible jusqu’au ${when}, uniquement pour vous.`,
    it: (when: string) => `Disponibile fino al ${when}, solo per Lei.`,
    en: (when: string) => `Ready until ${when}, for you alone.`,
  },
  download: { de: 'ZIP herunterladen', fr: 'Télécharger le ZIP', it: 'Scarica lo ZIP', en: 'Download the ZIP' },
  to_documents: { de: 'Zu den Dokumenten', fr: 'Vers les documents', it: 'Ai documenti', en: 'To the documents' },
  gone_title: {
    de: 'Dieses ZIP gibt es nicht mehr',
    fr: 'Ce fichier ZIP n’existe plus',
    it: 'Questo file ZIP non esiste più',
    en: 'This ZIP is gone',
  },
  gone_text: {
    de: 'Ein ZIP bleibt 24 Stunden abholbereit. Wählen Sie die Dokumente noch einmal aus.',
    fr: 'Un fichier ZIP reste disponible 24 heures. Sélectionnez à nouveau les documents.',
    it: 'Un file ZIP resta disponibile per 24 ore. Selezioni di nuovo i documenti.',
    en: 'A ZIP stays ready for 24 hours. Choose the documents once more.',
  },
  empty_title: {
    de: 'Kein Dokument konnte gepackt werden',
    fr: 'Aucun document n’a pu être assemblé',
    it: 'Nessun documento ha potuto essere raccolto',
    en: 'No document could be packed',
  },
  empty_text: {
    de: 'Die gewählten Dokumente sind nicht mehr für Sie da oder werden noch auf Viren geprüft.',
    fr: 'Les documents choisis ne sont plus accessibles pour vous ou sont en cours de contrôle antivirus.',
    it: 'I documenti scelti non sono più accessibili per Lei o sono in fase di controllo antivirus.',
    en: 'The documents you chose are no longer there for you or are still being checked for viruses.',
  },
  failed_title: {
    de: 'Das ZIP konnte nicht erstellt werden',
    fr: 'Le fichier ZIP n’a pas pu être créé',
    it: 'Il file ZIP non ha potuto essere creato',
    en: 'The ZIP could not be made',
  },
  failed_text: {
    de: 'Wählen Sie die Dokumente noch einmal aus. Gelingt es wieder nicht, hilft Ihnen Ihr Betreuer weiter.',
    fr: 'Sélectionnez à nouveau les documents. Si cela échoue encore, votre conseiller vous aide volontiers.',
    it: 'Selezioni di nuovo i documenti. Se non riesce ancora, il Suo consulente La aiuta volentieri.',
    en: 'Choose the documents once more. If it fails again, your account manager will help you.',
  },
  changed_title: {
    de: 'Nicht mehr alles darin ist für Sie da',
    fr: 'Son contenu ne vous est plus entièrement accessible',
    it: 'Il contenuto non è più interamente accessibile per Lei',
    en: 'Not everything in it is there for you any more',
  },
  changed_text: {
    de: 'Seit das ZIP erstellt wurde, haben sich Rollen, Freigaben oder Dateien geändert. Wählen Sie die Dokumente noch einmal aus.',
    fr: 'Depuis la création du ZIP, des rôles, des autorisations ou des fichiers ont changé. Sélectionnez à nouveau les documents.',
    it: 'Da quando è stato creato lo ZIP, ruoli, autorizzazioni o file sono cambiati. Selezioni di nuovo i documenti.',
    en: 'Since the ZIP was made, roles, sharing or files have changed. Choose the documents once more.',
  },
  too_many_title: {
    de: 'So viele Dokumente passen nicht in ein ZIP',
    fr: 'Un fichier ZIP ne peut pas contenir autant de documents',
    it: 'Un file ZIP non può contenere così tanti documenti',
    en: 'So many documents do not fit into one ZIP',
  },
  too_many_text: {
    de: (most: number) => `Höchstens ${count(most)} auf einmal. Engen Sie die Liste mit einer Ansicht oder einem Filter ein.`,
    fr: (most: number) => `Au plus ${count(most)} à la fois. Restreignez la liste avec une vue ou un filtre.`,
    it: (most: number) => `Al massimo ${count(most)} alla volta. Restringa la lista con una vista o un filtro.`,
    en: (most: number) => `At most ${count(most)} at a time. Narrow the list with a view or a filter.`,
  },
  too_often_title: {
    de: 'Einen Moment bitte',
    fr: 'Un instant s’il vous plaît',
    it: 'Un momento per favore',
    en: 'One moment please',
  },
  too_often_text: {
    de: (most: number) => `Höchstens ${count(most)} ZIP in einer Stunde. Versuchen Sie es später noch einmal.`,
    fr: (most: number) => `Au plus ${count(most)} fichiers ZIP par heure. Réessayez plus tard.`,
    it: (most: number) => `Al massimo ${count(most)} file ZIP all’ora. Riprovi più tardi.`,
    en: (most: number) => `At most ${count(most)} ZIPs in an hour. Try again later.`,
  },
})
