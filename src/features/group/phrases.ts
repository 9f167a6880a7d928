import { count } from '../../platform/format.ts'
import { phrases } from '../../platform/phrases.ts'

export const groupPhrases = phrases({
  title: { de: 'Konzernübersicht', fr: 'Vue du groupe', it: 'Panoramica del gruppo', en: 'Group overview' },
  lead: {
    de: 'Laufende Policen und ihre Jahresprämie, Firma für Firma. Jede Zahl führt zu ihren Policen.',
    fr: 'Polices en cours et leur prime annuelle, entreprise par entreprise. Chaque chiffre mène à ses polices.',
    it: 'Polizze in corso e il loro premio annuo, azienda per azienda. Ogni cifra porta alle sue polizze.',
    en: 'Running policies and their annual premium, company by company. Every number leads to its policies.',
  },
  company: { de: 'Firma', fr: 'Entreprise', it: 'Azienda', en: 'Company' },
  choose_company: { de: 'Firma wählen', fr: 'Choisir l’entreprise', it: 'Scegliere l’azienda', en: 'Choose company' },
  all_companies: { de: 'Alle Firmen', fr: 'Toutes les entreprises', it: 'Tutte le aziende', en: 'All companies' },
  columns: { de: 'Spalten', fr: 'Colonnes', it: 'Colonne', en: 'Columns' },
  by_role: { de: 'Nach Rolle', fr: 'Par rôle', it: 'Per ruolo', en: 'By role' },
  by_line: { de: 'Nach Branche', fr: 'Par branche', it: 'Per ramo', en: 'By line' },
  total: { de: 'Total', fr: 'Total', it: 'Totale', en: 'Total' },
  policies: {
    de: (n: number) => (n === 1 ? '1 Police' : `${count(n)} Policen`),
    fr: (n: number) => (n === 1 ? '1 police' : `${count(n)} polices`),
    it: (n: number) => (n === 1 ? '1 polizza' : `${count(n)} polizze`),
    en: (n: number) => (n === 1 ? '1 policy' : `${count(n)} policies`),
  },
  none: { de: 'keine', fr: 'aucune', it: 'nessuna', en: 'none' },
  source: {
    de: 'Gezählt werden laufende Policen, die Ihre Rollen öffnen. Jahresprämie brutto, mit Stempelabgabe.',
    fr: 'Sont comptées les polices en cours ouvertes par vos rôles. Prime annuelle brute, droit de timbre compris.',
    it: 'Sono contate le polizze in corso accessibili con i Suoi ruoli. Premio annuo lordo, tassa di bollo compresa.',
    en: 'Counted are running policies that your roles open. Annual premium gross, with stamp duty.',
  },
  cut: {
    de: (n: number) =>
      `Es sind die ersten ${count(n)} Firmen zu sehen. Wählen Sie eine Firma, um sie und die unter ihr zu sehen.`,
    fr: (n: number) =>
      `Les ${count(n)} premières entreprises sont affichées. Choisissez-en une pour la voir avec celles qui en dépendent.`,
    it: (n: number) => `Sono visibili le prime ${count(n)} aziende. Ne scelga una per vederla con quelle subordinate.`,
    en: (n: number) => `The first ${count(n)} companies are shown. Choose one to see it and those below it.`,
  },
  nothing: {
    de: 'Keine laufende Police in diesen Firmen',
    fr: 'Aucune police en cours dans ces entreprises',
    it: 'Nessuna polizza in corso in queste aziende',
    en: 'No running policy at these companies',
  },
  nothing_text: {
    de: 'Ihre Rollen öffnen hier keine laufende Police.',
    fr: 'Vos rôles n’ouvrent ici aucune police en cours.',
    it: 'I Suoi ruoli non aprono qui alcuna polizza in corso.',
    en: 'Your roles open no running policy here.',
  },
  no_role: {
    de: 'Konzernmanager allein öffnet keine Branche',
    fr: 'Responsable du groupe seul n’ouvre aucune branche',
    it: 'Responsabile del gruppo da solo non apre alcun ramo',
    en: 'Group manager alone opens no line',
  },
  no_role_text: {
    de: 'Diese Rolle weitet Ihre Fachrollen auf die untergeordneten Firmen aus. Sie haben noch keine Fachrolle, deshalb ist hier nichts zu sehen.',
    fr: 'Ce rôle étend vos rôles de branche aux sociétés subordonnées. Vous n’avez pas encore de rôle de branche, il n’y a donc rien à voir ici.',
    it: 'Questo ruolo estende i Suoi ruoli di ramo alle aziende subordinate. Non ha ancora un ruolo di ramo, perciò qui non c’è nulla da vedere.',
    en: 'This role extends your line roles to the companies below. You have no line role yet, so there is nothing to see here.',
  },
  full_access: { de: 'Nur Kompletter Zugriff', fr: 'Accès complet seul', it: 'Solo accesso completo', en: 'Full access only' },
  export: { de: 'Exportieren', fr: 'Exporter', it: 'Esportare', en: 'Export' },
  export_xlsx: { de: 'Excel (XLSX)', fr: 'Excel (XLSX)', it: 'Excel (XLSX)', en: 'Excel (XLSX)' },
  export_csv: { de: 'CSV', fr: 'CSV', it: 'CSV', en: 'CSV' },
  below: { de: 'Stufe', fr: 'Niveau', it: 'Livello', en: 'Level' },
  currency: { de: 'Währung', fr: 'Monnaie', it: 'Valuta', en: 'Currency' },
  head_policies: {
    de: (name: string) => `${name}: Policen`,
    fr: (name: string) => `${name} : polices`,
    it: (name: string) => `${name}: polizze`,
    en: (name: string) => `${name}: policies`,
  },
  head_premium: {
    de: (name: string) => `${name}: Jahresprämie`,
    fr: (name: string) => `${name} : prime annuelle`,
    it: (name: string) => `${name}: premio annuo`,
    en: (name: string) => `${name}: annual premium`,
  },
})
