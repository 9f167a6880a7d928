import { phrases } from '../../platform/phrases.ts'

export const resetPhrases = phrases({
  forgotten_title: { de: 'Passwort vergessen', fr: 'Mot de passe oublié', it: 'Password dimenticata', en: 'Forgot password' },
  forgotten_lead: {
    de: 'Geben Sie Ihren Benutzernamen ein. Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort setzen.',
    fr: 'Saisissez votre nom d’utilisateur. Nous vous envoyons un lien pour définir un nouveau mot de passe.',
    it: 'Inserisca il Suo nome utente. Le inviamo un link con cui impostare una nuova password.',
    en: 'Enter your user name. We will send you a link with which you set a new password.',
  },
  send: { de: 'Link senden', fr: 'Envoyer le lien', it: 'Inviare il link', en: 'Send link' },
  back: { de: 'Zurück zur Anmeldung', fr: 'Retour à la connexion', it: 'Torna all’accesso', en: 'Back to sign in' },
  sent_title: {
    de: 'Bitte prüfen Sie Ihr Postfach',
    fr: 'Veuillez consulter votre boîte de réception',
    it: 'Controlli la Sua posta',
    en: 'Please check your inbox',
  },
  sent: {
    de: 'Gehört zu dieser Adresse ein aktives Konto, haben wir einen Link gesendet. Er gilt 60 Minuten. Kommt nichts an, schauen Sie in den Spam-Ordner oder fragen Sie den User Manager Ihrer Firma.',
    fr: 'Si un compte actif correspond à cette adresse, nous avons envoyé un lien. Il est valable 60 minutes. Si rien n’arrive, consultez les indésirables ou adressez-vous au responsable des utilisateurs de votre entreprise.',
    it: 'Se a questo indirizzo corrisponde un conto attivo, abbiamo inviato un link. È valido 60 minuti. Se non arriva nulla, controlli lo spam o si rivolga al responsabile degli utenti della Sua azienda.',
    en: 'If an active account belongs to this address, we have sent a link. It is valid for 60 minutes. If nothing arrives, look into the spam folder or ask the user manager of your company.',
  },
  title: {
    de: 'Neues Passwort setzen',
    fr: 'Définir un nouveau mot de passe',
    it: 'Impostare una nuova password',
    en: 'Set a new password',
  },
  first_title: { de: 'Passwort setzen', fr: 'Définir le mot de passe', it: 'Impostare la password', en: 'Set your password' },
  greeting: {
    de: (name: string) => `Guten Tag ${name}. Setzen Sie Ihr Passwort.`,
    fr: (name: string) => `Bonjour ${name}. Définissez votre mot de passe.`,
    it: (name: string) => `Buongiorno ${name}. Imposti la Sua password.`,
    en: (name: string) => `Hello ${name}. Set your password.`,
  },
  submit: { de: 'Passwort speichern', fr: 'Enregistrer le mot de passe', it: 'Salvare la password', en: 'Save password' },
  done: {
    de: 'Passwort wurde erfolgreich gespeichert. Alle früheren Anmeldungen wurden beendet. Sie können sich jetzt anmelden.',
    fr: 'Le mot de passe a été enregistré. Toutes les connexions antérieures ont été fermées. Vous pouvez maintenant vous connecter.',
    it: 'La password è stata salvata. Tutti gli accessi precedenti sono stati chiusi. Ora può accedere.',
    en: 'The password was saved. All earlier sessions were ended. You can sign in now.',
  },
  dead_expired: {
    de: 'Dieser Link ist abgelaufen',
    fr: 'Ce lien a expiré',
    it: 'Questo link è scaduto',
    en: 'This link has expired',
  },
  dead_used: {
    de: 'Dieser Link wurde schon benutzt',
    fr: 'Ce lien a déjà été utilisé',
    it: 'Questo link è già stato usato',
    en: 'This link was used already',
  },
  dead_revoked: {
    de: 'Dieser Link gilt nicht mehr',
    fr: 'Ce lien n’est plus valable',
    it: 'Questo link non è più valido',
    en: 'This link is no longer valid',
  },
  dead_unknown: {
    de: 'Diesen Link kennen wir nicht',
    fr: 'Nous ne connaissons pas ce lien',
    it: 'Questo link ci è sconosciuto',
    en: 'We do not know this link',
  },
  dead_text: {
    de: 'Ein Link gilt 60 Minuten und nur einmal; ein neuerer macht den älteren ungültig. Verlangen Sie einen neuen.',
    fr: 'Un lien est valable 60 minutes et une seule fois ; un lien plus récent annule le précédent. Demandez-en un nouveau.',
    it: 'Un link vale 60 minuti e una sola volta; uno più recente annulla il precedente. Ne richieda uno nuovo.',
    en: 'A link is good for 60 minutes and only once; a newer one ends the older. Ask for a new one.',
  },
  ask_again: {
    de: 'Neuen Link verlangen',
    fr: 'Demander un nouveau lien',
    it: 'Richiedere un nuovo link',
    en: 'Ask for a new link',
  },
})
