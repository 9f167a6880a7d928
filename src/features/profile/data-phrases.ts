import { phrases } from '../../platform/phrases.ts'

export const dataPhrases = phrases({
  lead: {
    de: 'Was Sie vereinbart haben, und was das Portal über Sie speichert.',
    fr: 'Ce que vous avez accepté, et ce que le portail enregistre à votre sujet.',
    it: 'Che cosa ha accettato e che cosa il portale memorizza su di Lei.',
    en: 'What you have agreed to, and what the portal stores about you.',
  },
  terms: {
    de: 'Akzeptierte AGB',
    fr: 'CG acceptées',
    it: 'CG accettate',
    en: 'Terms you accepted',
  },
  version: {
    de: (version: number) => `Version ${version}`,
    fr: (version: number) => `Version ${version}`,
    it: (version: number) => `Versione ${version}`,
    en: (version: number) => `Version ${version}`,
  },
  accepted: {
    de: (at: string, language: string) => `akzeptiert am ${at}, ${language}`,
    fr: (at: string, language: string) => `acceptées le ${at}, ${language}`,
    it: (at: string, language: string) => `accettate il ${at}, ${language}`,
    en: (at: string, language: string) => `accepted on ${at}, ${language}`,
  },
  current: { de: 'gilt heute', fr: 'en vigueur', it: 'in vigore', en: 'in force' },
  no_terms: {
    de: 'Sie haben noch keine AGB akzeptiert.',
    fr: 'Vous n’avez encore accepté aucune CG.',
    it: 'Non ha ancora accettato CG.',
    en: 'You have not accepted any terms yet.',
  },
  terms_of: {
    de: (version: number) => `AGB, Version ${version}`,
    fr: (version: number) => `CG, version ${version}`,
    it: (version: number) => `CG, versione ${version}`,
    en: (version: number) => `Terms, version ${version}`,
  },
  unchanged: {
    de: 'Der Wortlaut ist noch genau der, den Sie akzeptiert haben.',
    fr: 'Le texte est exactement celui que vous avez accepté.',
    it: 'Il testo è esattamente quello che ha accettato.',
    en: 'The wording still is exactly the one you accepted.',
  },
  changed: {
    de: 'Der Wortlaut ist nicht mehr der, den Sie akzeptiert haben. Fragen Sie Ihren Broker.',
    fr: 'Le texte n’est plus celui que vous avez accepté. Adressez-vous à votre courtier.',
    it: 'Il testo non è più quello che ha accettato. Si rivolga al Suo broker.',
    en: 'The wording no longer is the one you accepted. Ask your broker.',
  },
  calendar: { de: 'Kalenderadresse', fr: 'Adresse de calendrier', it: 'Indirizzo del calendario', en: 'Calendar address' },
  calendar_text: {
    de: 'Eine geheime Adresse bringt Ihre Fristen in Outlook, Apple oder Google Kalender. Sie lässt sich jederzeit widerrufen.',
    fr: 'Une adresse secrète apporte vos délais dans Outlook, Apple ou Google Agenda. Elle est révocable en tout temps.',
    it: 'Un indirizzo segreto porta i Suoi termini in Outlook, Apple o Google Calendar. Si può revocare in ogni momento.',
    en: 'A secret address brings your deadlines into Outlook, Apple or Google Calendar. It can be revoked at any time.',
  },
  calendar_open: {
    de: 'Kalender abonnieren',
    fr: 'S’abonner au calendrier',
    it: 'Abbonare il calendario',
    en: 'Subscribe to the calendar',
  },
})
