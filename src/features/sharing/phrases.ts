import { count } from '../../platform/format.ts'
import { phrases } from '../../platform/phrases.ts'

const n = (value: number, one: string, many: string) => (value === 1 ? `1 ${one}` : `${count(value)} ${many}`)

/** Sharing, on the broker's side (interface B4). */
export const sharingPhrases = phrases({
  title: { de: 'Freigaben', fr: 'Partages', it: 'Condivisioni', en: 'Sharing' },
  publish_for: { de: 'Veröffentlichen für …', fr: 'Publier pour…', it: 'Pubblicare per…', en: 'Publish for …' },
  hide: { de: 'Nicht mehr zeigen', fr: 'Ne plus montrer', it: 'Non mostrare più', en: 'Show no longer' },
  make_confidential: { de: 'Vertraulich', fr: 'Confidentiel', it: 'Confidenziale', en: 'Confidential' },

  lines_lead: {
    de: 'Welche Portalrollen die Datensätze einer Branche öffnen. «Kompletter Zugriff» öffnet immer alle. Ohne Haken sieht die Branche sonst niemand.',
    fr: 'Quels rôles du portail ouvrent les enregistrements d’une branche. « Accès complet » les ouvre toujours tous. Sans coche, personne d’autre ne voit la branche.',
    it: 'Quali ruoli del portale aprono le registrazioni di un ramo. «Accesso completo» le apre sempre tutte. Senza segno di spunta nessun altro vede il ramo.',
    en: 'Which portal roles open the records of a line of business. “Full access” always opens all of them. Without a tick nobody else sees the line.',
  },
  company_lead: {
    de: (company: string) =>
      `Wo für ${company} etwas anderes gilt als im ganzen Haus. «Wie im Haus» folgt jeder Änderung der Einstellungen.`,
    fr: (company: string) =>
      `Là où autre chose vaut pour ${company} que pour toute la maison. « Comme la maison » suit chaque modification des paramètres.`,
    it: (company: string) =>
      `Dove per ${company} vale qualcosa di diverso dal resto della casa. «Come la casa» segue ogni modifica delle impostazioni.`,
    en: (company: string) =>
      `Where something else holds for ${company} than for the whole house. “As the house” follows every change of the settings.`,
  },
  line: { de: 'Branche', fr: 'Branche', it: 'Ramo', en: 'Line of business' },
  lines: { de: 'Branchen und Rollen', fr: 'Branches et rôles', it: 'Rami e ruoli', en: 'Lines and roles' },
  inactive: {
    de: 'inaktiv: öffnet niemandem etwas',
    fr: 'inactive : n’ouvre rien à personne',
    it: 'inattivo: non apre nulla a nessuno',
    en: 'inactive: opens nothing to anybody',
  },
  with_health: { de: 'Gesundheitsdaten', fr: 'Données de santé', it: 'Dati sulla salute', en: 'Health data' },
  as_house: { de: 'Wie im Haus', fr: 'Comme la maison', it: 'Come la casa', en: 'As the house' },
  house_says: {
    de: (roles: string) => `Im Haus: ${roles}`,
    fr: (roles: string) => `Dans la maison : ${roles}`,
    it: (roles: string) => `Nella casa: ${roles}`,
    en: (roles: string) => `In the house: ${roles}`,
  },
  only_full: {
    de: 'nur Kompletter Zugriff',
    fr: 'accès complet uniquement',
    it: 'solo accesso completo',
    en: 'full access only',
  },
  own_and_house: {
    de: (line: string) => `${line}: Entfernen Sie entweder «Wie im Haus» oder die Rollen; beides zusammen geht nicht.`,
    fr: (line: string) => `${line} : enlevez soit « Comme la maison », soit les rôles ; les deux ensemble ne vont pas.`,
    it: (line: string) => `${line}: tolga «Come la casa» oppure i ruoli; le due cose insieme non vanno.`,
    en: (line: string) => `${line}: take away either “As the house” or the roles; both together do not go.`,
  },
  read_only: {
    de: 'Ändern kann das nur die Administration.',
    fr: 'Seule l’administration peut modifier cela.',
    it: 'Può modificarlo solo l’amministrazione.',
    en: 'Only administrators can change this.',
  },
  no_change: {
    de: 'Sie haben nichts geändert. Wählen Sie zuerst, was anders werden soll.',
    fr: 'Vous n’avez rien modifié. Choisissez d’abord ce qui doit changer.',
    it: 'Non ha modificato nulla. Scelga prima che cosa deve cambiare.',
    en: 'You have changed nothing. First choose what is to become different.',
  },
  check: { de: 'Änderungen prüfen', fr: 'Vérifier les modifications', it: 'Controllare le modifiche', en: 'Check the changes' },

  choose_title: {
    de: (many: number) => `Freigabe von ${n(many, 'Datensatz', 'Datensätzen')}`,
    fr: (many: number) => `Partage de ${n(many, 'enregistrement', 'enregistrements')}`,
    it: (many: number) => `Condivisione di ${n(many, 'registrazione', 'registrazioni')}`,
    en: (many: number) => `Sharing of ${n(many, 'record', 'records')}`,
  },
  choose_lead: {
    de: 'Bevor etwas geschieht, sehen Sie, wer was sieht.',
    fr: 'Avant que quoi que ce soit ne se passe, vous voyez qui voit quoi.',
    it: 'Prima che accada qualcosa, vede chi vede che cosa.',
    en: 'Before anything happens you see who sees what.',
  },
  chosen: { de: 'Ausgewählt', fr: 'Sélection', it: 'Selezione', en: 'Chosen' },
  record: { de: 'Datensatz', fr: 'Enregistrement', it: 'Registrazione', en: 'Record' },
  now: { de: 'Jetzt', fr: 'Maintenant', it: 'Ora', en: 'Now' },
  becomes: { de: 'Neu', fr: 'Nouveau', it: 'Nuovo', en: 'New' },
  who: { de: 'Wer soll das sehen?', fr: 'Qui doit voir cela ?', it: 'Chi deve vederlo?', en: 'Who is to see this?' },
  share_line: { de: 'Wie die Branche sagt', fr: 'Selon la branche', it: 'Come dice il ramo', en: 'As the line says' },
  share_line_hint: {
    de: 'Veröffentlicht, mit den Rollen der Branche oder des Vertrags, an dem es hängt.',
    fr: 'Publié, avec les rôles de la branche ou du contrat auquel il se rattache.',
    it: 'Pubblicato, con i ruoli del ramo o del contratto a cui appartiene.',
    en: 'Published, with the roles of the line, or of the contract it hangs on.',
  },
  share_roles: { de: 'Nur diese Rollen', fr: 'Seulement ces rôles', it: 'Solo questi ruoli', en: 'Only these roles' },
  share_roles_hint: {
    de: 'Veröffentlicht, enger oder weiter als die Branche. «Kompletter Zugriff» sieht es auch.',
    fr: 'Publié, plus étroit ou plus large que la branche. « Accès complet » le voit aussi.',
    it: 'Pubblicato, più stretto o più largo del ramo. Lo vede anche «Accesso completo».',
    en: 'Published, narrower or wider than the line. “Full access” sees it, too.',
  },
  share_confidential_hint: {
    de: 'Veröffentlicht, nur mit Kompletter Zugriff sichtbar.',
    fr: 'Publié, visible uniquement avec l’accès complet.',
    it: 'Pubblicato, visibile solo con accesso completo.',
    en: 'Published, visible with full access only.',
  },
  share_hidden_hint: {
    de: 'Nicht veröffentlicht: Ausserhalb des Brokers sieht das niemand.',
    fr: 'Pas publié : personne ne voit cela en dehors du courtier.',
    it: 'Non pubblicato: nessuno lo vede al di fuori del broker.',
    en: 'Not published: nobody outside the brokerage sees this.',
  },
  roles: { de: 'Rollen', fr: 'Rôles', it: 'Ruoli', en: 'Roles' },
  error_share: {
    de: 'Wählen Sie, wer das sehen soll.',
    fr: 'Choisissez qui doit voir cela.',
    it: 'Scelga chi deve vederlo.',
    en: 'Choose who is to see this.',
  },
  error_roles: {
    de: 'Wählen Sie mindestens eine Rolle, oder «Vertraulich».',
    fr: 'Choisissez au moins un rôle, ou « Confidentiel ».',
    it: 'Scelga almeno un ruolo, oppure «Confidenziale».',
    en: 'Choose at least one role, or “Confidential”.',
  },
  state_line: { de: 'wie die Branche', fr: 'selon la branche', it: 'come il ramo', en: 'as the line' },
  state_roles: { de: 'nach Rollen', fr: 'par rôles', it: 'per ruoli', en: 'by roles' },
  state_confidential: { de: 'vertraulich', fr: 'confidentiel', it: 'confidenziale', en: 'confidential' },
  state_hidden: { de: 'nicht veröffentlicht', fr: 'non publié', it: 'non pubblicato', en: 'not published' },

  check_lead: {
    de: 'Noch ist nichts geschehen. Das ändert sich, sobald Sie es anwenden.',
    fr: 'Rien ne s’est encore passé. Voici ce qui change dès que vous l’appliquez.',
    it: 'Non è ancora successo nulla. Ecco che cosa cambia appena lo applica.',
    en: 'Nothing has happened yet. This changes as soon as you apply it.',
  },
  what: { de: 'Was sich ändert', fr: 'Ce qui change', it: 'Che cosa cambia', en: 'What changes' },
  whom: { de: 'Für wen', fr: 'Pour qui', it: 'Per chi', en: 'For whom' },
  seers: {
    de: (people: number) =>
      people === 0 ? 'Danach sieht das beim Kunden niemand.' : `Danach sichtbar für ${n(people, 'Person', 'Personen')}.`,
    fr: (people: number) =>
      people === 0
        ? 'Ensuite, personne ne voit cela chez le client.'
        : `Ensuite visible pour ${n(people, 'personne', 'personnes')}.`,
    it: (people: number) =>
      people === 0 ? 'Dopo, presso il cliente nessuno lo vede.' : `Dopo, visibile per ${n(people, 'persona', 'persone')}.`,
    en: (people: number) =>
      people === 0 ? 'Afterwards nobody at the customer sees this.' : `Afterwards visible for ${n(people, 'person', 'people')}.`,
  },
  gaining: {
    de: (people: number, records: number) =>
      `${n(people, 'Person sieht', 'Personen sehen')} mehr: ${n(records, 'Datensatz wird', 'Datensätze werden')} für sie sichtbar.`,
    fr: (people: number, records: number) =>
      `${n(people, 'personne voit', 'personnes voient')} davantage : ${n(records, 'enregistrement devient visible', 'enregistrements deviennent visibles')}.`,
    it: (people: number, records: number) =>
      `${n(people, 'persona vede', 'persone vedono')} di più: ${n(records, 'registrazione diventa visibile', 'registrazioni diventano visibili')}.`,
    en: (people: number, records: number) =>
      `${n(people, 'person sees', 'people see')} more: ${n(records, 'record becomes', 'records become')} visible to them.`,
  },
  losing: {
    de: (people: number, records: number) =>
      `${n(people, 'Person sieht', 'Personen sehen')} weniger: ${n(records, 'Datensatz ist', 'Datensätze sind')} für sie nicht mehr sichtbar.`,
    fr: (people: number, records: number) =>
      `${n(people, 'personne voit', 'personnes voient')} moins : ${n(records, 'enregistrement n’est plus visible', 'enregistrements ne sont plus visibles')}.`,
    it: (people: number, records: number) =>
      `${n(people, 'persona vede', 'persone vedono')} di meno: ${n(records, 'registrazione non è più visibile', 'registrazioni non sono più visibili')}.`,
    en: (people: number, records: number) =>
      `${n(people, 'person sees', 'people see')} less: ${n(records, 'record is', 'records are')} no longer visible to them.`,
  },
  nobody: {
    de: 'Zurzeit ändert sich für niemanden, was sichtbar ist.',
    fr: 'Pour l’instant, rien ne change pour personne dans ce qui est visible.',
    it: 'Al momento per nessuno cambia ciò che è visibile.',
    en: 'At present nothing changes for anybody in what is visible.',
  },
  health: {
    de: (records: number) =>
      `Darunter sind ${n(records, 'Datensatz', 'Datensätze')} mit Gesundheitsdaten. Prüfen Sie, ob diese Personen sie kennen dürfen.`,
    fr: (records: number) =>
      `Parmi eux, ${n(records, 'enregistrement', 'enregistrements')} avec des données de santé. Vérifiez si ces personnes ont le droit de les connaître.`,
    it: (records: number) =>
      `Tra queste, ${n(records, 'registrazione', 'registrazioni')} con dati sulla salute. Verifichi se queste persone possono conoscerli.`,
    en: (records: number) =>
      `Among them ${n(records, 'record', 'records')} with health data. Check whether these people may know it.`,
  },
  person: { de: 'Person', fr: 'Personne', it: 'Persona', en: 'Person' },
  unnamed: {
    de: 'Person einer übergeordneten Firma',
    fr: 'Personne d’une société supérieure',
    it: 'Persona di un’azienda superiore',
    en: 'Person of a company above',
  },
  company: { de: 'Firma', fr: 'Entreprise', it: 'Azienda', en: 'Company' },
  added: { de: 'Wird sichtbar', fr: 'Devient visible', it: 'Diventa visibile', en: 'Becomes visible' },
  removed: { de: 'Nicht mehr sichtbar', fr: 'Plus visible', it: 'Non più visibile', en: 'No longer visible' },
  of_these_health: { de: 'Davon Gesundheit', fr: 'Dont santé', it: 'Di cui salute', en: 'Of these health' },
  more_people: {
    de: (people: number) => `und ${n(people, 'weitere Person', 'weitere Personen')}`,
    fr: (people: number) => `et ${n(people, 'autre personne', 'autres personnes')}`,
    it: (people: number) => `e ${n(people, 'altra persona', 'altre persone')}`,
    en: (people: number) => `and ${n(people, 'more person', 'more people')}`,
  },
  kind: { de: 'Was', fr: 'Quoi', it: 'Che cosa', en: 'What' },
  notify: {
    de: 'Benachrichtigen, was neu sichtbar ist',
    fr: 'Informer de ce qui devient visible',
    it: 'Informare di ciò che diventa visibile',
    en: 'Tell people what becomes visible',
  },
  notify_hint: {
    de: 'Alles zusammen steht in einer einzigen E-Mail je Person.',
    fr: 'Tout figure dans un seul e-mail par personne.',
    it: 'Tutto figura in una sola e-mail per persona.',
    en: 'All of it stands in one single mail per person.',
  },
  apply: { de: 'Anwenden', fr: 'Appliquer', it: 'Applica', en: 'Apply' },
  back: { de: 'Zurück', fr: 'Retour', it: 'Indietro', en: 'Back' },
  meanwhile: {
    de: 'Inzwischen hat jemand anders daran etwas geändert. Das ist der neue Stand; prüfen Sie nochmals, was Sie anwenden.',
    fr: 'Entre-temps, quelqu’un d’autre y a modifié quelque chose. Voici le nouvel état ; vérifiez encore ce que vous appliquez.',
    it: 'Nel frattempo qualcun altro ha modificato qualcosa. Ecco il nuovo stato; controlli di nuovo ciò che applica.',
    en: 'Meanwhile somebody else changed something about it. This is how it stands now; check again what you apply.',
  },

  change_title: { de: 'Geänderte Freigabe', fr: 'Partage modifié', it: 'Condivisione modificata', en: 'Changed sharing' },
  done: {
    de: 'Die Freigabe ist geändert.',
    fr: 'Le partage est modifié.',
    it: 'La condivisione è modificata.',
    en: 'The sharing is changed.',
  },
  done_undone: {
    de: 'Die Änderung ist rückgängig gemacht. Alles ist wieder wie vorher.',
    fr: 'La modification est annulée. Tout est de nouveau comme avant.',
    it: 'La modifica è annullata. Tutto è di nuovo come prima.',
    en: 'The change is undone. Everything is as it was.',
  },
  by: {
    de: (who: string, when: string) => `${who}, ${when}`,
    fr: (who: string, when: string) => `${who}, ${when}`,
    it: (who: string, when: string) => `${who}, ${when}`,
    en: (who: string, when: string) => `${who}, ${when}`,
  },
  effect: { de: 'Wirkung', fr: 'Effet', it: 'Effetto', en: 'Effect' },
  effect_text: {
    de: (more: number, less: number) =>
      `${n(more, 'Person sieht', 'Personen sehen')} mehr, ${n(less, 'Person sieht', 'Personen sehen')} weniger`,
    fr: (more: number, less: number) =>
      `${n(more, 'personne voit', 'personnes voient')} plus, ${n(less, 'personne voit', 'personnes voient')} moins`,
    it: (more: number, less: number) =>
      `${n(more, 'persona vede', 'persone vedono')} di più, ${n(less, 'persona vede', 'persone vedono')} di meno`,
    en: (more: number, less: number) =>
      `${n(more, 'person sees', 'people see')} more, ${n(less, 'person sees', 'people see')} less`,
  },
  was: { de: 'Vorher', fr: 'Avant', it: 'Prima', en: 'Before' },
  after: { de: 'Nachher', fr: 'Après', it: 'Dopo', en: 'After' },
  undo: { de: 'Rückgängig', fr: 'Annuler', it: 'Annulla', en: 'Undo' },
  undo_until: {
    de: (when: string) => `Bis ${when} lässt sich die Änderung genau so zurücknehmen.`,
    fr: (when: string) => `Jusqu’au ${when}, la modification peut être reprise telle quelle.`,
    it: (when: string) => `Fino al ${when} la modifica si può riprendere esattamente.`,
    en: (when: string) => `Until ${when} the change can be taken back exactly.`,
  },
  undone: {
    de: (who: string, when: string) => `Rückgängig gemacht: ${who}, ${when}`,
    fr: (who: string, when: string) => `Annulé : ${who}, ${when}`,
    it: (who: string, when: string) => `Annullata: ${who}, ${when}`,
    en: (who: string, when: string) => `Undone: ${who}, ${when}`,
  },
  undone_short: { de: 'rückgängig gemacht', fr: 'annulé', it: 'annullata', en: 'undone' },
  undo_refused: {
    de: 'Das lässt sich nicht mehr rückgängig machen: Seither hat jemand daran etwas geändert. Es ist nichts geschehen.',
    fr: 'Cela ne peut plus être annulé : depuis, quelqu’un y a modifié quelque chose. Rien ne s’est passé.',
    it: 'Non si può più annullare: da allora qualcuno ha modificato qualcosa. Non è successo nulla.',
    en: 'This can no longer be undone: somebody has changed something about it since. Nothing has happened.',
  },
  undo_late: {
    de: 'Die 24 Stunden sind vorbei. Ändern Sie die Freigabe neu.',
    fr: 'Les 24 heures sont écoulées. Modifiez le partage à nouveau.',
    it: 'Le 24 ore sono trascorse. Modifichi di nuovo la condivisione.',
    en: 'The 24 hours are over. Change the sharing anew.',
  },
  undo_blocked: { de: 'Seither geändert', fr: 'Modifié depuis', it: 'Modificato da allora', en: 'Changed since' },
  history: {
    de: 'Verlauf der Freigaben',
    fr: 'Historique des partages',
    it: 'Cronologia delle condivisioni',
    en: 'History of sharing',
  },
  history_lead: {
    de: 'Jede Änderung, die neuesten zuerst.',
    fr: 'Chaque modification, les plus récentes d’abord.',
    it: 'Ogni modifica, le più recenti per prime.',
    en: 'Every change, newest first.',
  },
  history_empty: {
    de: 'Noch hat niemand eine Freigabe geändert.',
    fr: 'Personne n’a encore modifié un partage.',
    it: 'Nessuno ha ancora modificato una condivisione.',
    en: 'Nobody has changed any sharing yet.',
  },
  when: { de: 'Wann', fr: 'Quand', it: 'Quando', en: 'When' },
  who_did: { de: 'Wer', fr: 'Qui', it: 'Chi', en: 'Who' },
  scope_lines: { de: 'Branchen', fr: 'Branches', it: 'Rami', en: 'Lines' },
  scope_company_lines: {
    de: 'Branchen einer Firma',
    fr: 'Branches d’une entreprise',
    it: 'Rami di un’azienda',
    en: 'Lines of a company',
  },
  counted: {
    de: (what: string, many: number) => `${what}: ${count(many)}`,
    fr: (what: string, many: number) => `${what} : ${count(many)}`,
    it: (what: string, many: number) => `${what}: ${count(many)}`,
    en: (what: string, many: number) => `${what}: ${count(many)}`,
  },
  gone: { de: 'nicht mehr da', fr: 'n’existe plus', it: 'non c’è più', en: 'no longer there' },
  change_record: { de: 'Freigabe ändern', fr: 'Modifier le partage', it: 'Modificare la condivisione', en: 'Change sharing' },
})
