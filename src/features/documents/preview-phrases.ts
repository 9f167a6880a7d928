import { phrases } from '../../platform/phrases.ts'

interface Page {
  page: number
  pages: number
}

export const previewPhrases = phrases({
  preview: { de: 'Vorschau', fr: 'Aperçu', it: 'Anteprima', en: 'Preview' },
  open: { de: 'Vorschau öffnen', fr: 'Ouvrir l’aperçu', it: 'Apri l’anteprima', en: 'Open the preview' },
  page_of: {
    de: ({ page, pages }: Page) => `Seite ${page} von ${pages}`,
    fr: ({ page, pages }: Page) => `Page ${page} sur ${pages}`,
    it: ({ page, pages }: Page) => `Pagina ${page} di ${pages}`,
    en: ({ page, pages }: Page) => `Page ${page} of ${pages}`,
  },
  page_alt: {
    de: (page: number, text: string) => (text ? `Seite ${page}: ${text}` : `Seite ${page}, ohne lesbaren Text`),
    fr: (page: number, text: string) => (text ? `Page ${page} : ${text}` : `Page ${page}, sans texte lisible`),
    it: (page: number, text: string) => (text ? `Pagina ${page}: ${text}` : `Pagina ${page}, senza testo leggibile`),
    en: (page: number, text: string) => (text ? `Page ${page}: ${text}` : `Page ${page}, without readable text`),
  },
  first_page: {
    de: (title: string) => `Erste Seite von ${title}`,
    fr: (title: string) => `Première page de ${title}`,
    it: (title: string) => `Prima pagina di ${title}`,
    en: (title: string) => `First page of ${title}`,
  },
  picture: {
    de: (title: string) => `Bild: ${title}`,
    fr: (title: string) => `Image : ${title}`,
    it: (title: string) => `Immagine: ${title}`,
    en: (title: string) => `Picture: ${title}`,
  },
  frame: {
    de: 'Seite des Dokuments',
    fr: 'Page du document',
    it: 'Pagina del documento',
    en: 'Page of the document',
  },
  pages: { de: 'Seiten', fr: 'Pages', it: 'Pagine', en: 'Pages' },
  previous: { de: 'Vorherige Seite', fr: 'Page précédente', it: 'Pagina precedente', en: 'Previous page' },
  next: { de: 'Nächste Seite', fr: 'Page suivante', it: 'Pagina successiva', en: 'Next page' },
  larger: { de: 'Grösser anzeigen', fr: 'Agrandir', it: 'Ingrandisci', en: 'Show larger' },
  smaller: { de: 'Kleiner anzeigen', fr: 'Réduire', it: 'Riduci', en: 'Show smaller' },
  text_of_page: { de: 'Text dieser Seite', fr: 'Texte de cette page', it: 'Testo di questa pagina', en: 'Text of this page' },
  text_cut: {
    de: 'Gezeigt wird nur der Anfang. Laden Sie die Datei herunter, um alles zu sehen.',
    fr: 'Seul le début est affiché. Téléchargez le fichier pour tout voir.',
    it: 'Viene mostrato solo l’inizio. Scarichi il file per vedere tutto.',
    en: 'Only the beginning is shown. Download the file to see all of it.',
  },
  text_empty: {
    de: 'Die Datei enthält keinen Text.',
    fr: 'Le fichier ne contient pas de texte.',
    it: 'Il file non contiene testo.',
    en: 'The file holds no text.',
  },
  none_title: {
    de: 'Für diesen Dateityp gibt es keine Vorschau',
    fr: 'Aucun aperçu pour ce type de fichier',
    it: 'Nessuna anteprima per questo tipo di file',
    en: 'There is no preview for this type of file',
  },
  none_text: {
    de: 'Laden Sie die Datei herunter und öffnen Sie sie mit dem passenden Programm.',
    fr: 'Téléchargez le fichier et ouvrez-le avec le programme correspondant.',
    it: 'Scarichi il file e lo apra con il programma adatto.',
    en: 'Download the file and open it with the right program.',
  },
  unreadable_title: {
    de: 'Diese Datei lässt sich nicht anzeigen',
    fr: 'Ce fichier ne peut pas être affiché',
    it: 'Questo file non può essere mostrato',
    en: 'This file cannot be shown',
  },
  unreadable_text: {
    de: 'Sie ist beschädigt, mit einem Passwort geschützt oder zu aufwendig für eine Vorschau. Herunterladen können Sie sie trotzdem.',
    fr: 'Il est endommagé, protégé par un mot de passe ou trop complexe pour un aperçu. Vous pouvez néanmoins le télécharger.',
    it: 'È danneggiato, protetto da password o troppo complesso per un’anteprima. Può comunque scaricarlo.',
    en: 'It is damaged, protected with a password or too complex for a preview. You can download it all the same.',
  },
  busy_title: {
    de: 'Im Moment werden sehr viele Vorschauen gezeichnet',
    fr: 'De nombreux aperçus sont en préparation en ce moment',
    it: 'Al momento si stanno preparando molte anteprime',
    en: 'Very many previews are being drawn at the moment',
  },
  busy_text: {
    de: 'Versuchen Sie es in wenigen Sekunden noch einmal, oder laden Sie die Datei herunter.',
    fr: 'Réessayez dans quelques secondes, ou téléchargez le fichier.',
    it: 'Riprovi tra qualche secondo, oppure scarichi il file.',
    en: 'Try again in a few seconds, or download the file.',
  },
  again: { de: 'Noch einmal versuchen', fr: 'Réessayer', it: 'Riprova', en: 'Try again' },
})
