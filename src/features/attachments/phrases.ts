import { phrases } from '../../platform/phrases.ts'

export const attachmentPhrases = phrases({
  attach: { de: 'Dateien anfügen', fr: 'Joindre des fichiers', it: 'Allegare file', en: 'Attach files' },
  attached: { de: 'Angefügte Dateien', fr: 'Fichiers joints', it: 'File allegati', en: 'Attached files' },
  attached_hint: {
    de: 'Diese Dateien werden mitgesendet. Entfernen Sie das Häkchen bei Dateien, die nicht mitgehen sollen.',
    fr: 'Ces fichiers seront envoyés. Décochez ceux qui ne doivent pas l’être.',
    it: 'Questi file vengono inviati. Tolga la spunta a quelli che non devono esserlo.',
    en: 'These files are sent along. Untick those that are not to go.',
  },
  file_it: { de: 'Im Dossier ablegen', fr: 'Classer au dossier', it: 'Depositare nel dossier', en: 'File in the dossier' },
  in_dossier: { de: 'Im Dossier', fr: 'Au dossier', it: 'Nel dossier', en: 'In the dossier' },
  files: { de: 'Dateien', fr: 'Fichiers', it: 'File', en: 'Files' },
  file: { de: 'Datei', fr: 'Fichier', it: 'File', en: 'File' },
  download_of: {
    de: (name: string) => `${name} herunterladen`,
    fr: (name: string) => `Télécharger ${name}`,
    it: (name: string) => `Scaricare ${name}`,
    en: (name: string) => `Download ${name}`,
  },
  back: { de: 'Zurück zum Gespräch', fr: 'Retour à l’échange', it: 'Torna alla conversazione', en: 'Back to the conversation' },
  missing_title: {
    de: 'Die Datei ist im Moment nicht da',
    fr: 'Le fichier n’est pas disponible actuellement',
    it: 'Il file al momento non è disponibile',
    en: 'The file is not there at the moment',
  },
  missing_text: {
    de: 'Wir können ihren Inhalt nicht lesen. Der Fehler wurde aufgezeichnet; bitten Sie um die Datei, wenn Sie sie rasch brauchen.',
    fr: 'Nous ne pouvons pas lire son contenu. L’erreur a été enregistrée ; demandez le fichier si vous en avez besoin rapidement.',
    it: 'Non riusciamo a leggerne il contenuto. L’errore è stato registrato; chieda il file se Le serve presto.',
    en: 'We cannot read its content. The fault was recorded; ask for the file if you need it soon.',
  },
  error_too_many: {
    de: 'Höchstens 10 Dateien: Entfernen Sie zuerst das Häkchen bei einer anderen',
    fr: 'Au plus 10 fichiers : décochez d’abord un autre fichier',
    it: 'Al massimo 10 file: tolga prima la spunta a un altro',
    en: 'At most 10 files: untick another one first',
  },
})
