import { phrases } from '../../platform/phrases.ts'

export const signInPhrases = phrases({
  title: { de: 'Anmeldung', fr: 'Connexion', it: 'Accesso', en: 'Sign in' },
  lead: {
    de: 'Geben Sie Ihren Benutzernamen und Passwort ein und klicken Sie auf Login',
    fr: 'Saisissez votre nom d’utilisateur et votre mot de passe, puis cliquez sur « Se connecter ».',
    it: 'Inserisca il Suo nome utente e la password e faccia clic su «Accedi».',
    en: 'Enter your user name and password, then click “Sign in”.',
  },
  user_name: { de: 'Benutzername', fr: 'Nom d’utilisateur', it: 'Nome utente', en: 'User name' },
  user_name_hint: {
    de: 'Ihre registrierte E-Mail-Adresse, zum Beispiel muster@test.example',
    fr: 'Votre adresse e-mail enregistrée, par exemple muster@test.example',
    it: 'Il Suo indirizzo e-mail registrato, per esempio muster@test.example',
    en: 'Your registered e-mail address, for example muster@test.example',
  },
  password: { de: 'Passwort', fr: 'Mot de passe', it: 'Password', en: 'Password' },
  remember: { de: 'angemeldet bleiben', fr: 'rester connecté', it: 'resta connesso', en: 'keep me signed in' },
  remember_hint: {
    de: '30 Tage auf diesem Gerät. Nicht auf Geräten, die andere mitbenutzen.',
    fr: '30 jours sur cet appareil. Pas sur un appareil partagé.',
    it: '30 giorni su questo dispositivo. Non su dispositivi usati anche da altri.',
    en: '30 days on this device. Not on devices that others use too.',
  },
  submit: { de: 'anmelden', fr: 'se connecter', it: 'accedi', en: 'sign in' },
  forgotten: {
    de: 'Sie haben Ihr Passwort vergessen?',
    fr: 'Mot de passe oublié ?',
    it: 'Ha dimenticato la password?',
    en: 'Forgot your password?',
  },
  signed_out: { de: 'Sie sind abgemeldet.', fr: 'Vous êtes déconnecté.', it: 'È uscito dal portale.', en: 'You are signed out.' },
  passkey: {
    de: 'Mit Passkey anmelden',
    fr: 'Se connecter avec une clé d’accès',
    it: 'Accedere con una passkey',
    en: 'Sign in with a passkey',
  },
  passkey_failed: {
    de: 'Mit einem Passkey hat es nicht geklappt. Versuchen Sie es nochmals, oder melden Sie sich mit dem Passwort an.',
    fr: 'Cela n’a pas fonctionné avec une clé d’accès. Réessayez ou connectez-vous avec le mot de passe.',
    it: 'Con una passkey non ha funzionato. Riprovi o acceda con la password.',
    en: 'That did not work with a passkey. Try again, or sign in with the password.',
  },
  again: {
    de: 'Die Bestätigung hat zu lange gedauert oder ist zu oft misslungen. Melden Sie sich nochmals an.',
    fr: 'La confirmation a pris trop de temps ou a échoué trop souvent. Connectez-vous à nouveau.',
    it: 'La conferma ha richiesto troppo tempo o non è riuscita troppe volte. Acceda di nuovo.',
    en: 'Confirming took too long or failed too often. Sign in again.',
  },
  refused: {
    de: 'Benutzername oder Passwort stimmen nicht. Nach mehreren Fehlversuchen müssen Sie einen Moment warten.',
    fr: 'Le nom d’utilisateur ou le mot de passe est incorrect. Après plusieurs tentatives échouées, vous devez attendre un moment.',
    it: 'Il nome utente o la password non sono corretti. Dopo più tentativi falliti deve attendere un momento.',
    en: 'User name or password is not correct. After several failed attempts you have to wait a moment.',
  },
  user_name_missing: {
    de: 'Geben Sie Ihren Benutzernamen ein',
    fr: 'Saisissez votre nom d’utilisateur',
    it: 'Inserisca il Suo nome utente',
    en: 'Enter your user name',
  },
  password_missing: {
    de: 'Geben Sie Ihr Passwort ein',
    fr: 'Saisissez votre mot de passe',
    it: 'Inserisca la Sua password',
    en: 'Enter your password',
  },
  terms: {
    de: 'Allgemeine Geschäftsbedingungen (AGB)',
    fr: 'Conditions générales (CG)',
    it: 'Condizioni generali (CG)',
    en: 'Terms and conditions',
  },
})

/** What every form says in which somebody chooses a password. */
export const passwordPhrases = phrases({
  password_required: {
    de: 'Geben Sie ein neues Passwort ein',
    fr: 'Saisissez un nouveau mot de passe',
    it: 'Inserisca una nuova password',
    en: 'Enter a new password',
  },
  password_too_long: {
    de: 'Das Passwort ist zu lang: höchstens 128 Zeichen',
    fr: 'Le mot de passe est trop long : 128 caractères au maximum',
    it: 'La password è troppo lunga: al massimo 128 caratteri',
    en: 'The password is too long: 128 characters at most',
  },
  password_length: {
    de: 'Das Passwort muss mindestens 8 Zeichen lang sein',
    fr: 'Le mot de passe doit contenir au moins 8 caractères',
    it: 'La password deve contenere almeno 8 caratteri',
    en: 'The password must have at least 8 characters',
  },
  password_upper: {
    de: 'Das Passwort muss mindestens einen Grossbuchstaben enthalten',
    fr: 'Le mot de passe doit contenir au moins une majuscule',
    it: 'La password deve contenere almeno una lettera maiuscola',
    en: 'The password must contain at least one capital letter',
  },
  password_digit: {
    de: 'Das Passwort muss mindestens eine Zahl enthalten',
    fr: 'Le mot de passe doit contenir au moins un chiffre',
    it: 'La password deve contenere almeno una cifra',
    en: 'The password must contain at least one digit',
  },
  password_symbol: {
    de: 'Das Passwort muss mindestens ein Sonderzeichen aus der Liste enthalten',
    fr: 'Le mot de passe doit contenir au moins un caractère spécial de la liste',
    it: 'La password deve contenere almeno un carattere speciale dell’elenco',
    en: 'The password must contain at least one special character from the list',
  },
  password_common: {
    de: 'Dieses Passwort kommt in Listen häufiger Passwörter vor. Wählen Sie ein anderes, am besten mehrere Wörter',
    fr: 'Ce mot de passe figure dans des listes de mots de passe fréquents. Choisissez-en un autre, de préférence plusieurs mots',
    it: 'Questa password compare in elenchi di password frequenti. Ne scelga un’altra, meglio se più parole',
    en: 'This password is in lists of common passwords. Choose another one, best of all several words',
  },
  password_context: {
    de: 'Das Passwort besteht aus Ihrem Namen, Ihrer Firma oder dem Portal. Wählen Sie ein anderes',
    fr: 'Le mot de passe se compose de votre nom, de votre entreprise ou du portail. Choisissez-en un autre',
    it: 'La password è composta dal Suo nome, dalla Sua azienda o dal portale. Ne scelga un’altra',
    en: 'The password is made of your name, your company or the portal. Choose another one',
  },
  password_temporary: {
    de: 'Wählen Sie ein anderes Passwort als das temporäre',
    fr: 'Choisissez un autre mot de passe que le mot de passe temporaire',
    it: 'Scelga una password diversa da quella temporanea',
    en: 'Choose a password other than the temporary one',
  },
  password_different: {
    de: 'Die beiden Passwörter stimmen nicht überein',
    fr: 'Les deux mots de passe ne correspondent pas',
    it: 'Le due password non coincidono',
    en: 'The two passwords are not the same',
  },
  new_password: {
    de: 'Neues Passwort eingeben',
    fr: 'Saisir le nouveau mot de passe',
    it: 'Inserire la nuova password',
    en: 'Enter new password',
  },
  new_password_hint: {
    de: 'Gut merken lassen sich mehrere Wörter, ab 15 Zeichen sehr sicher.',
    fr: 'Plusieurs mots se retiennent bien ; dès 15 caractères, c’est très sûr.',
    it: 'Più parole si ricordano bene; da 15 caratteri è molto sicura.',
    en: 'Several words are easy to remember; from 15 characters on it is very safe.',
  },
  confirm: { de: 'Passwort bestätigen', fr: 'Confirmer le mot de passe', it: 'Confermare la password', en: 'Confirm password' },
  sign_in: { de: 'anmelden', fr: 'se connecter', it: 'accedi', en: 'sign in' },
})
