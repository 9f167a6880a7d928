import { phrases } from '../../platform/phrases.ts'

export const confirmationPhrases = phrases({
  title: {
    de: 'Bestätigen Sie, dass Sie es sind',
    fr: 'Confirmez que c’est bien vous',
    it: 'Confermi che è Lei',
    en: 'Confirm that it is you',
  },
  lead_kept: {
    de: 'Was Sie ausgefüllt haben, ist behalten und wird danach ausgeführt. Eine Viertelstunde lang fragen wir nicht mehr.',
    fr: 'Votre saisie est conservée et sera exécutée ensuite. Nous ne redemanderons rien pendant un quart d’heure.',
    it: 'Quanto ha compilato è conservato e sarà eseguito subito dopo. Per un quarto d’ora non chiederemo più nulla.',
    en: 'What you filled in is kept and carried out afterwards. For a quarter of an hour we do not ask again.',
  },
  lead_ahead: {
    de: 'Der nächste Schritt ist heikel. Eine Viertelstunde lang fragen wir danach nicht mehr.',
    fr: 'L’étape suivante est sensible. Nous ne redemanderons rien pendant un quart d’heure.',
    it: 'Il prossimo passo è delicato. Per un quarto d’ora non chiederemo più nulla.',
    en: 'The next step is a sensitive one. For a quarter of an hour we do not ask again.',
  },
  password: { de: 'Passwort', fr: 'Mot de passe', it: 'Password', en: 'Password' },
  code: {
    de: 'oder Code Ihrer Authenticator-App',
    fr: 'ou code de votre application d’authentification',
    it: 'o codice della Sua app di autenticazione',
    en: 'or code of your authenticator app',
  },
  code_hint: { de: 'Zum Beispiel 123 456', fr: 'Par exemple 123 456', it: 'Per esempio 123 456', en: 'For example 123 456' },
  submit: { de: 'Bestätigen', fr: 'Confirmer', it: 'Confermare', en: 'Confirm' },
  passkey: {
    de: 'Mit Passkey bestätigen',
    fr: 'Confirmer avec une clé d’accès',
    it: 'Confermare con una passkey',
    en: 'Confirm with a passkey',
  },
  passkey_failed: {
    de: 'Mit diesem Passkey hat es nicht geklappt. Versuchen Sie es nochmals.',
    fr: 'Cela n’a pas fonctionné avec cette clé d’accès. Réessayez.',
    it: 'Con questa passkey non ha funzionato. Riprovi.',
    en: 'That did not work with this passkey. Try again.',
  },
  cancel: { de: 'Abbrechen', fr: 'Annuler', it: 'Annullare', en: 'Cancel' },
  error_missing: {
    de: 'Geben Sie Ihr Passwort ein',
    fr: 'Saisissez votre mot de passe',
    it: 'Inserisca la Sua password',
    en: 'Enter your password',
  },
  error_password: {
    de: 'Dieses Passwort stimmt nicht',
    fr: 'Ce mot de passe est incorrect',
    it: 'Questa password non è corretta',
    en: 'This password is not right',
  },
  error_code: {
    de: 'Dieser Code stimmt nicht oder wurde schon gebraucht',
    fr: 'Ce code est incorrect ou a déjà été utilisé',
    it: 'Questo codice non è corretto o è già stato usato',
    en: 'This code is not right or was used already',
  },
  error_wait: {
    de: 'Nach mehreren Fehlversuchen müssen Sie einen Moment warten',
    fr: 'Après plusieurs tentatives échouées, vous devez attendre un moment',
    it: 'Dopo più tentativi falliti deve attendere un momento',
    en: 'After several failed attempts you have to wait a moment',
  },
})
