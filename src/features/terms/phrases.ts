import { phrases } from '../../platform/phrases.ts'

export const termsPhrases = phrases({
  title: {
    de: 'Allgemeine Geschäftsbedingungen (AGB)',
    fr: 'Conditions générales (CG)',
    it: 'Condizioni generali (CG)',
    en: 'Terms and conditions',
  },
  version: {
    de: (version: number) => `Version ${version}`,
    fr: (version: number) => `Version ${version}`,
    it: (version: number) => `Versione ${version}`,
    en: (version: number) => `Version ${version}`,
  },
  other_language: {
    de: 'Dieser Text liegt nicht in Ihrer Sprache vor.',
    fr: 'Ce texte n’existe pas dans votre langue.',
    it: 'Questo testo non esiste nella Sua lingua.',
    en: 'This text is not available in your language.',
  },
  none: {
    de: 'Es sind keine AGB veröffentlicht.',
    fr: 'Aucune CG n’est publiée.',
    it: 'Non sono pubblicate CG.',
    en: 'No terms are published.',
  },
  print: {
    de: 'Drucken: mit dem Druckbefehl Ihres Browsers.',
    fr: 'Imprimer : avec la commande d’impression de votre navigateur.',
    it: 'Stampare: con il comando di stampa del browser.',
    en: 'To print: use your browser’s print command.',
  },
  back: { de: 'Zum Kundenportal', fr: 'Vers le portail clients', it: 'Al portale clienti', en: 'To the customer portal' },
  accept_title: { de: 'AGB bestätigen', fr: 'Confirmer les CG', it: 'Confermare le CG', en: 'Confirm the terms' },
  accept_lead: {
    de: 'Es gibt eine neue Version der AGB. Bitte lesen und bestätigen Sie sie, bevor Sie weiterfahren.',
    fr: 'Il existe une nouvelle version des CG. Veuillez la lire et la confirmer avant de continuer.',
    it: 'C’è una nuova versione delle CG. La legga e la confermi prima di continuare.',
    en: 'There is a new version of the terms. Please read and confirm it before you go on.',
  },
  accept: {
    de: (version: number) => `Ich akzeptiere die AGB (Version ${version})`,
    fr: (version: number) => `J’accepte les CG (version ${version})`,
    it: (version: number) => `Accetto le CG (versione ${version})`,
    en: (version: number) => `I accept the terms and conditions (version ${version})`,
  },
  accept_required: {
    de: 'Bestätigen Sie die AGB, um fortzufahren',
    fr: 'Confirmez les CG pour continuer',
    it: 'Confermi le CG per continuare',
    en: 'Confirm the terms to go on',
  },
  leave: { de: 'Nicht jetzt: abmelden', fr: 'Pas maintenant : se déconnecter', it: 'Non ora: uscire', en: 'Not now: sign out' },
  submit: { de: 'Bestätigen und weiter', fr: 'Confirmer et continuer', it: 'Confermare e continuare', en: 'Confirm and go on' },
})
