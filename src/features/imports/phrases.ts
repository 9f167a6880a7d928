import { phrases } from '../../platform/phrases.ts'

export const importPhrases = phrases({
  file: { de: 'Datei', fr: 'Fichier', it: 'File', en: 'File' },
  line: { de: 'Zeile', fr: 'Ligne', it: 'Riga', en: 'Line' },
  column: { de: 'Spalte', fr: 'Colonne', it: 'Colonna', en: 'Column' },
  value: { de: 'Wert', fr: 'Valeur', it: 'Valore', en: 'Value' },
  reason: { de: 'Grund', fr: 'Motif', it: 'Motivo', en: 'Reason' },
  read: { de: 'gelesen', fr: 'lues', it: 'lette', en: 'read' },
  new: { de: 'neu', fr: 'nouvelles', it: 'nuove', en: 'new' },
  changed: { de: 'geändert', fr: 'modifiées', it: 'modificate', en: 'changed' },
  unchanged: { de: 'unverändert', fr: 'inchangées', it: 'invariate', en: 'unchanged' },
  refused: { de: 'abgelehnt', fr: 'refusées', it: 'rifiutate', en: 'refused' },
  progress: {
    de: (file: string, rows: string) => `${file}: ${rows} Zeilen`,
    fr: (file: string, rows: string) => `${file} : ${rows} lignes`,
    it: (file: string, rows: string) => `${file}: ${rows} righe`,
    en: (file: string, rows: string) => `${file}: ${rows} rows`,
  },
  ignoredColumns: {
    de: (file: string, columns: string) => `${file}: unbekannte Spalten, nicht übernommen: ${columns}`,
    fr: (file: string, columns: string) => `${file} : colonnes inconnues, non reprises : ${columns}`,
    it: (file: string, columns: string) => `${file}: colonne sconosciute, non riprese: ${columns}`,
    en: (file: string, columns: string) => `${file}: unknown columns, not taken over: ${columns}`,
  },
  ignoredFiles: {
    de: (files: string) => `Unbekannte Dateien, nicht gelesen: ${files}`,
    fr: (files: string) => `Fichiers inconnus, non lus : ${files}`,
    it: (files: string) => `File sconosciuti, non letti: ${files}`,
    en: (files: string) => `Unknown files, not read: ${files}`,
  },
  nothingRefused: {
    de: 'Alle Zeilen wurden übernommen.',
    fr: 'Toutes les lignes ont été reprises.',
    it: 'Tutte le righe sono state riprese.',
    en: 'All rows were taken over.',
  },
  someRefused: {
    de: (count: string) => `Abgelehnte Zeilen: ${count}. Alle übrigen wurden übernommen.`,
    fr: (count: string) => `Lignes refusées : ${count}. Toutes les autres ont été reprises.`,
    it: (count: string) => `Righe rifiutate: ${count}. Tutte le altre sono state riprese.`,
    en: (count: string) => `Refused rows: ${count}. All others were taken over.`,
  },
  moreRefused: {
    de: (count: string, file: string) => `… und ${count} weitere in ${file}. Mit --report DATEI.csv werden alle festgehalten.`,
    fr: (count: string, file: string) => `… et ${count} autres dans ${file}. Avec --report FICHIER.csv, toutes sont consignées.`,
    it: (count: string, file: string) => `… e altre ${count} in ${file}. Con --report FILE.csv vengono registrate tutte.`,
    en: (count: string, file: string) => `… and ${count} more in ${file}. With --report FILE.csv all of them are kept.`,
  },
})
