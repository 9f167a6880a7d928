import { phrases } from '../../platform/phrases.ts'

export const securityPhrases = phrases({
  lead: {
    de: 'Ihr Passwort, und wo Sie angemeldet sind. Kennen Sie ein Gerät nicht, melden Sie es ab und ändern Sie das Passwort.',
    fr: 'Votre mot de passe et les appareils connectés. Si un appareil vous est inconnu, déconnectez-le et changez de mot de passe.',
    it: 'La Sua password e i dispositivi collegati. Se non conosce un dispositivo, lo disconnetta e cambi la password.',
    en: 'Your password, and where you are signed in. If you do not know a device, sign it out and change the password.',
  },
  at: {
    de: (company: string) => `bei ${company}`,
    fr: (company: string) => `chez ${company}`,
    it: (company: string) => `presso ${company}`,
    en: (company: string) => `at ${company}`,
  },
  signed_in: {
    de: (at: string) => `angemeldet ${at}`,
    fr: (at: string) => `connecté ${at}`,
    it: (at: string) => `collegato ${at}`,
    en: (at: string) => `signed in ${at}`,
  },
  from: {
    de: (source: string) => `von der Adresse ${source}`,
    fr: (source: string) => `depuis l’adresse ${source}`,
    it: (source: string) => `dall’indirizzo ${source}`,
    en: (source: string) => `from the address ${source}`,
  },
  stays: { de: 'bleibt angemeldet', fr: 'reste connecté', it: 'resta collegato', en: 'stays signed in' },
  end: { de: 'Abmelden', fr: 'Déconnecter', it: 'Disconnettere', en: 'Sign out' },
  remembered: { de: 'Gemerkte Browser', fr: 'Navigateurs mémorisés', it: 'Browser memorizzati', en: 'Remembered browsers' },
  remembered_text: {
    de: 'Diese Browser kommen ohne Passwort wieder herein, weil dort «angemeldet bleiben» gewählt wurde.',
    fr: 'Ces navigateurs rentrent sans mot de passe, car « rester connecté » y a été choisi.',
    it: 'Questi browser rientrano senza password, perché vi è stato scelto «resta connesso».',
    en: 'These browsers come back in without a password, because “keep me signed in” was chosen there.',
  },
  none_remembered: {
    de: 'Kein Browser bleibt angemeldet. Jeder braucht nach einer halben Stunde Pause das Passwort.',
    fr: 'Aucun navigateur ne reste connecté. Chacun demande le mot de passe après une demi-heure de pause.',
    it: 'Nessun browser resta collegato. Ognuno chiede la password dopo mezz’ora di pausa.',
    en: 'No browser stays signed in. Each needs the password after half an hour’s pause.',
  },
  used: {
    de: (at: string, until: string) => `zuletzt verwendet ${at}, längstens bis ${until}`,
    fr: (at: string, until: string) => `dernière utilisation ${at}, au plus jusqu’au ${until}`,
    it: (at: string, until: string) => `ultimo utilizzo ${at}, al massimo fino al ${until}`,
    en: (at: string, until: string) => `last used ${at}, at most until ${until}`,
  },
  forget: { de: 'Vergessen', fr: 'Oublier', it: 'Dimenticare', en: 'Forget' },
  unknown_device: { de: 'Unbekannter Browser', fr: 'Navigateur inconnu', it: 'Browser sconosciuto', en: 'Unknown browser' },
  done_session: {
    de: 'Das Gerät ist abgemeldet.',
    fr: 'L’appareil est déconnecté.',
    it: 'Il dispositivo è disconnesso.',
    en: 'The device is signed out.',
  },
  done_forgotten: {
    de: 'Der Browser braucht das nächste Mal wieder das Passwort.',
    fr: 'Le navigateur demandera à nouveau le mot de passe.',
    it: 'Il browser chiederà di nuovo la password.',
    en: 'The browser needs the password again the next time.',
  },
})
