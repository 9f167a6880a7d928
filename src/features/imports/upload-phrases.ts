import { phrases } from '../../platform/phrases.ts'

/** Why an uploaded file is not read, and what to do; one sentence per `UploadReason`. */
export const uploadReasonPhrases = phrases({
  kind: {
    de: (file: string) => `${file}: Keine CSV- oder Excel-Datei. Speichern Sie sie als CSV oder .xlsx.`,
    fr: (file: string) => `${file} : ni CSV ni Excel. Enregistrez-le en CSV ou .xlsx.`,
    it: (file: string) => `${file}: né CSV né Excel. Lo salvi come CSV o .xlsx.`,
    en: (file: string) => `${file}: neither a CSV nor an Excel file. Save it as CSV or .xlsx.`,
  },
  empty: {
    de: (file: string) => `${file}: Die Datei ist leer. Prüfen Sie den Export.`,
    fr: (file: string) => `${file} : le fichier est vide. Vérifiez l’export.`,
    it: (file: string) => `${file}: il file è vuoto. Controlli l’export.`,
    en: (file: string) => `${file}: the file is empty. Check the export.`,
  },
  no_table: {
    de: (file: string) => `${file}: Das ZIP enthält keine CSV- oder Excel-Datei. Packen Sie den Exportordner selbst.`,
    fr: (file: string) => `${file} : le ZIP ne contient ni CSV ni Excel. Compressez le dossier d’export lui-même.`,
    it: (file: string) => `${file}: lo ZIP non contiene né CSV né Excel. Comprima la cartella dell’export stessa.`,
    en: (file: string) => `${file}: the ZIP holds no CSV or Excel file. Pack the export folder itself.`,
  },
  encrypted: {
    de: (file: string) => `${file}: Die Datei ist mit einem Passwort geschützt. Entfernen Sie es in Excel und speichern Sie neu.`,
    fr: (file: string) => `${file} : le fichier est protégé par un mot de passe. Retirez-le dans Excel et enregistrez à nouveau.`,
    it: (file: string) => `${file}: il file è protetto da password. La rimuova in Excel e salvi di nuovo.`,
    en: (file: string) => `${file}: the file is protected by a password. Remove it in Excel and save anew.`,
  },
  macros: {
    de: (file: string) => `${file}: Die Datei enthält Makros. Speichern Sie sie als «Excel-Arbeitsmappe (.xlsx)».`,
    fr: (file: string) => `${file} : le fichier contient des macros. Enregistrez-le comme «\u202fClasseur Excel (.xlsx)\u202f».`,
    it: (file: string) => `${file}: il file contiene macro. Lo salvi come «Cartella di lavoro di Excel (.xlsx)».`,
    en: (file: string) => `${file}: the file holds macros. Save it as “Excel workbook (.xlsx)”.`,
  },
  external: {
    de: (file: string) =>
      `${file}: Die Datei ist mit anderen Dateien verknüpft. Fügen Sie die Tabelle als Werte in eine neue Datei ein.`,
    fr: (file: string) => `${file} : le fichier est lié à d’autres. Collez le tableau en valeurs dans un nouveau fichier.`,
    it: (file: string) => `${file}: il file è collegato ad altri. Incolli la tabella come valori in un nuovo file.`,
    en: (file: string) => `${file}: the file is linked to others. Paste the table as values into a new file.`,
  },
  entities: {
    de: (file: string) =>
      `${file}: Die Datei enthält, was kein Excel schreibt. Öffnen Sie sie und speichern Sie sie neu als .xlsx oder CSV.`,
    fr: (file: string) =>
      `${file} : le fichier contient ce qu’aucun Excel n’écrit. Ouvrez-le et enregistrez-le à nouveau en .xlsx ou CSV.`,
    it: (file: string) => `${file}: il file contiene ciò che nessun Excel scrive. Lo apra e lo salvi di nuovo come .xlsx o CSV.`,
    en: (file: string) => `${file}: the file holds what no Excel writes. Open it and save it anew as .xlsx or CSV.`,
  },
  unpacked: {
    de: (file: string) =>
      `${file}: Die Datei ist beschädigt oder entpackt viel grösser, als eine Tabelle ist (höchstens 100 MB und 1000 Teile). Speichern Sie nur die Tabelle als CSV, grosse Exporte in Teilen.`,
    fr: (file: string) =>
      `${file} : le fichier est endommagé ou bien plus grand une fois décompressé qu’un tableau (100 Mo et 1000 parties au plus). N’enregistrez que le tableau en CSV, les grands exports par parties.`,
    it: (file: string) =>
      `${file}: il file è danneggiato o decompresso molto più grande di una tabella (al massimo 100 MB e 1000 parti). Salvi solo la tabella come CSV, i grandi export a pezzi.`,
    en: (file: string) =>
      `${file}: the file is damaged or unpacks to far more than a table is (at most 100 MB and 1000 parts). Save the table alone as CSV, large exports in parts.`,
  },
  damaged: {
    de: (file: string) => `${file}: Die Datei lässt sich nicht lesen. Öffnen Sie sie und speichern Sie sie neu, oder als CSV.`,
    fr: (file: string) => `${file} : le fichier est illisible. Ouvrez-le et enregistrez-le à nouveau, ou en CSV.`,
    it: (file: string) => `${file}: il file non si può leggere. Lo apra e lo salvi di nuovo, o come CSV.`,
    en: (file: string) => `${file}: the file cannot be read. Open it and save it anew, or as CSV.`,
  },
  binary: {
    de: (file: string) => `${file}: Die erste Zeile ist kein Text. Exportieren Sie als CSV (UTF-8 oder Windows-1252).`,
    fr: (file: string) => `${file} : la première ligne n’est pas du texte. Exportez en CSV (UTF-8 ou Windows-1252).`,
    it: (file: string) => `${file}: la prima riga non è testo. Esporti come CSV (UTF-8 o Windows-1252).`,
    en: (file: string) => `${file}: the first line is no text. Export as CSV (UTF-8 or Windows-1252).`,
  },
  columns: {
    de: (file: string) =>
      `${file}: Mehr als 200 Spalten, oder die Überschriften gehen nicht auf. Löschen Sie, was rechts der Tabelle steht.`,
    fr: (file: string) =>
      `${file} : plus de 200 colonnes, ou des en-têtes mal fermés. Supprimez ce qui se trouve à droite du tableau.`,
    it: (file: string) => `${file}: più di 200 colonne, o intestazioni non chiuse. Cancelli ciò che sta a destra della tabella.`,
    en: (file: string) => `${file}: more than 200 columns, or headings that do not close. Delete what stands right of the table.`,
  },
  rows: {
    de: (file: string) =>
      `${file}: Mehr als 100’000 Zeilen. Löschen Sie, was unter der Tabelle steht, oder teilen Sie den Export.`,
    fr: (file: string) => `${file} : plus de 100’000 lignes. Supprimez ce qui se trouve sous le tableau, ou divisez l’export.`,
    it: (file: string) => `${file}: più di 100’000 righe. Cancelli ciò che sta sotto la tabella, o divida l’export.`,
    en: (file: string) => `${file}: more than 100’000 rows. Delete what stands below the table, or split the export.`,
  },
  too_slow: {
    de: (file: string) => `${file}: Das Lesen dauert zu lange. Speichern Sie die Tabelle als CSV, grosse Exporte in Teilen.`,
    fr: (file: string) => `${file} : la lecture est trop longue. Enregistrez le tableau en CSV, les grands exports par parties.`,
    it: (file: string) => `${file}: la lettura dura troppo. Salvi la tabella come CSV, i grandi export a pezzi.`,
    en: (file: string) => `${file}: reading takes too long. Save the table as CSV, large exports in parts.`,
  },
  too_much: {
    de: () => 'Zu viel auf einmal: höchstens 10 Dateien, 20 MB je Datei und 25 MB zusammen. Laden Sie in Teilen hoch.',
    fr: () => 'Trop à la fois : 10 fichiers, 20 Mo par fichier et 25 Mo au total au plus. Téléversez par parties.',
    it: () => 'Troppo in una volta: al massimo 10 file, 20 MB per file e 25 MB in tutto. Carichi a pezzi.',
    en: () => 'Too much at once: at most 10 files, 20 MB a file and 25 MB in all. Upload in parts.',
  },
})
