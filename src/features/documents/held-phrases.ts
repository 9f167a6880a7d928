import { phrases } from '../../platform/phrases.ts'

export const heldPhrases = phrases({
  pending_title: {
    de: 'Die Datei wird auf Viren geprüft',
    fr: 'Le fichier est en cours de contrôle antivirus',
    it: 'Il file è in fase di controllo antivirus',
    en: 'The file is being checked for viruses',
  },
  pending_text: {
    de: 'Das dauert meist weniger als eine Minute. Laden Sie die Seite danach neu.',
    fr: 'Cela dure en général moins d’une minute. Rechargez ensuite la page.',
    it: 'Di solito dura meno di un minuto. In seguito ricarichi la pagina.',
    en: 'This usually takes less than a minute. Then reload the page.',
  },
  infected_title: {
    de: 'Gesperrt: In der Datei wurde ein Virus gefunden',
    fr: 'Bloqué : un virus a été trouvé dans le fichier',
    it: 'Bloccato: nel file è stato trovato un virus',
    en: 'Blocked: a virus was found in the file',
  },
  infected_text: {
    de: 'Niemand kann sie öffnen oder herunterladen. Prüfen Sie das Gerät, von dem sie stammt, und laden Sie eine saubere Fassung hoch.',
    fr: 'Personne ne peut l’ouvrir ni le télécharger. Contrôlez l’appareil dont il provient et envoyez une version saine.',
    it: 'Nessuno può aprirlo o scaricarlo. Controlli il dispositivo da cui proviene e carichi una versione pulita.',
    en: 'Nobody can open or download it. Check the device it came from and upload a clean copy.',
  },
  failed_title: {
    de: 'Die Virenprüfung war nicht möglich',
    fr: 'Le contrôle antivirus n’a pas été possible',
    it: 'Il controllo antivirus non è stato possibile',
    en: 'The virus check was not possible',
  },
  failed_text: {
    de: 'Bis sie gelingt, kann die Datei nicht geöffnet werden. Ihr Betreuer hilft Ihnen weiter.',
    fr: 'Tant qu’il n’a pas abouti, le fichier ne peut pas être ouvert. Votre conseiller vous aide volontiers.',
    it: 'Finché non riesce, il file non può essere aperto. Il Suo consulente La aiuta volentieri.',
    en: 'Until it succeeds the file cannot be opened. Your account manager will help you.',
  },
})
