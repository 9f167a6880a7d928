import { phrases } from '../../platform/phrases.ts'

export const activationPhrases = phrases({
  title: { de: 'Konto aktivieren', fr: 'Activer le compte', it: 'Attivare il conto', en: 'Activate account' },
  greeting: {
    de: (name: string) => `Guten Tag ${name}`,
    fr: (name: string) => `Bonjour ${name}`,
    it: (name: string) => `Buongiorno ${name}`,
    en: (name: string) => `Hello ${name}`,
  },
  lead: {
    de: 'Vielen Dank für die Aktivierung Ihres Kontos. Sie müssen Ihr Passwort ändern, bevor Sie auf das Kundenportal zugreifen können.',
    fr: 'Merci d’activer votre compte. Vous devez modifier votre mot de passe avant de pouvoir accéder au portail clients.',
    it: 'Grazie per l’attivazione del Suo conto. Deve modificare la password prima di poter accedere al portale clienti.',
    en: 'Thank you for activating your account. You have to change your password before you can use the customer portal.',
  },
  lead_known: {
    de: (company: string) =>
      `Vielen Dank für die Aktivierung Ihres Kontos bei ${company}. Sie haben hier bereits ein Passwort; es bleibt gültig.`,
    fr: (company: string) =>
      `Merci d’activer votre compte chez ${company}. Vous avez déjà un mot de passe ici ; il reste valable.`,
    it: (company: string) => `Grazie per l’attivazione del Suo conto presso ${company}. Ha già una password qui; resta valida.`,
    en: (company: string) =>
      `Thank you for activating your account at ${company}. You already have a password here; it stays valid.`,
  },
  temporary: {
    de: 'Aktuelles Passwort eingeben',
    fr: 'Saisir le mot de passe actuel',
    it: 'Inserire la password attuale',
    en: 'Enter current password',
  },
  temporary_hint: {
    de: 'Das temporäre Passwort aus unserem Mail',
    fr: 'Le mot de passe temporaire reçu dans notre e-mail',
    it: 'La password temporanea ricevuta con la nostra e-mail',
    en: 'The temporary password from our mail',
  },
  temporary_required: {
    de: 'Geben Sie das temporäre Passwort aus dem Mail ein',
    fr: 'Saisissez le mot de passe temporaire reçu par e-mail',
    it: 'Inserisca la password temporanea ricevuta per e-mail',
    en: 'Enter the temporary password from the mail',
  },
  temporary_wrong: {
    de: 'Das temporäre Passwort stimmt nicht. Nach fünf Versuchen ist der Link nicht mehr gültig',
    fr: 'Le mot de passe temporaire est incorrect. Après cinq tentatives, le lien n’est plus valable',
    it: 'La password temporanea non è corretta. Dopo cinque tentativi il link non è più valido',
    en: 'The temporary password is not correct. After five attempts the link is no longer valid',
  },
  terms_before: { de: 'Ich akzeptiere die ', fr: 'J’accepte les ', it: 'Accetto le ', en: 'I accept the ' },
  terms_link: {
    de: (version: number) => `AGB (Version ${version})`,
    fr: (version: number) => `CG (version ${version})`,
    it: (version: number) => `CG (versione ${version})`,
    en: (version: number) => `terms and conditions (version ${version})`,
  },
  terms_required: {
    de: 'Ohne Zustimmung zu den AGB kann das Konto nicht aktiviert werden',
    fr: 'Sans acceptation des CG, le compte ne peut pas être activé',
    it: 'Senza accettare le CG il conto non può essere attivato',
    en: 'Without accepting the terms the account cannot be activated',
  },
  terms_newer: {
    de: 'Die AGB haben eine neue Version. Bitte lesen und akzeptieren Sie diese',
    fr: 'Les CG ont une nouvelle version. Veuillez la lire et l’accepter',
    it: 'Le CG hanno una nuova versione. La legga e la accetti',
    en: 'There is a new version of the terms. Please read and accept it',
  },
  submit: {
    de: 'Aktivierung abschliessen',
    fr: 'Terminer l’activation',
    it: 'Completare l’attivazione',
    en: 'Complete activation',
  },
  done: {
    de: 'Passwort wurde erfolgreich gespeichert und die Aktivierung abgeschlossen. Sie können sich auf der nächsten Seite im Kundenportal anmelden.',
    fr: 'Le mot de passe a été enregistré et l’activation est terminée. Vous pouvez vous connecter au portail clients à la page suivante.',
    it: 'La password è stata salvata e l’attivazione completata. Nella pagina successiva può accedere al portale clienti.',
    en: 'The password was saved and the activation completed. You can sign in to the customer portal on the next page.',
  },
  dead_expired: {
    de: 'Dieser Link ist abgelaufen',
    fr: 'Ce lien a expiré',
    it: 'Questo link è scaduto',
    en: 'This link has expired',
  },
  dead_expired_text: {
    de: 'Aus Sicherheitsgründen gilt der Link nur einige Tage. Lassen Sie sich einen neuen an dieselbe Adresse senden.',
    fr: 'Pour des raisons de sécurité, le lien n’est valable que quelques jours. Faites-vous envoyer un nouveau lien à la même adresse.',
    it: 'Per motivi di sicurezza il link vale solo alcuni giorni. Si faccia inviare un nuovo link allo stesso indirizzo.',
    en: 'For safety the link is good for a few days only. Have a new one sent to the same address.',
  },
  dead_used: {
    de: 'Dieser Link wurde schon benutzt',
    fr: 'Ce lien a déjà été utilisé',
    it: 'Questo link è già stato usato',
    en: 'This link was used already',
  },
  dead_used_text: {
    de: 'Ihr Konto ist aktiviert. Melden Sie sich mit Ihrem Passwort an. Waren Sie es nicht, der das Konto aktiviert hat, melden Sie sich sofort bei Ihrem Broker.',
    fr: 'Votre compte est activé. Connectez-vous avec votre mot de passe. Si ce n’est pas vous qui l’avez activé, contactez immédiatement votre courtier.',
    it: 'Il Suo conto è attivato. Acceda con la Sua password. Se non è stato Lei ad attivarlo, contatti subito il Suo broker.',
    en: 'Your account is activated. Sign in with your password. If it was not you who activated it, contact your broker at once.',
  },
  dead_revoked: {
    de: 'Dieser Link gilt nicht mehr',
    fr: 'Ce lien n’est plus valable',
    it: 'Questo link non è più valido',
    en: 'This link is no longer valid',
  },
  dead_revoked_text: {
    de: 'Es wurde ein neuerer Link gesendet, oder die Einladung wurde zurückgezogen. Benutzen Sie das neuste Mail, oder fragen Sie den User Manager Ihrer Firma.',
    fr: 'Un lien plus récent a été envoyé, ou l’invitation a été retirée. Utilisez l’e-mail le plus récent ou adressez-vous au responsable des utilisateurs de votre entreprise.',
    it: 'È stato inviato un link più recente oppure l’invito è stato ritirato. Usi l’e-mail più recente o si rivolga al responsabile degli utenti della Sua azienda.',
    en: 'A newer link was sent, or the invitation was withdrawn. Use the newest mail, or ask the user manager of your company.',
  },
  dead_exhausted: {
    de: 'Das temporäre Passwort war zu oft falsch',
    fr: 'Le mot de passe temporaire a été saisi trop souvent de manière incorrecte',
    it: 'La password temporanea è stata errata troppe volte',
    en: 'The temporary password was wrong too often',
  },
  dead_exhausted_text: {
    de: 'Der Link gilt zur Sicherheit nicht mehr. Bitten Sie den User Manager Ihrer Firma oder Ihren Broker, das Willkommens-Mail erneut zu senden.',
    fr: 'Par sécurité, le lien n’est plus valable. Demandez au responsable des utilisateurs de votre entreprise ou à votre courtier de renvoyer l’e-mail de bienvenue.',
    it: 'Per sicurezza il link non è più valido. Chieda al responsabile degli utenti della Sua azienda o al Suo broker di inviare di nuovo l’e-mail di benvenuto.',
    en: 'To be safe the link is no longer valid. Ask the user manager of your company or your broker to send the welcome mail again.',
  },
  dead_unknown: {
    de: 'Diesen Link kennen wir nicht',
    fr: 'Nous ne connaissons pas ce lien',
    it: 'Questo link ci è sconosciuto',
    en: 'We do not know this link',
  },
  dead_unknown_text: {
    de: 'Öffnen Sie den Link im Mail noch einmal und achten Sie darauf, dass er vollständig ist. Hilft das nicht, bitten Sie den User Manager Ihrer Firma oder Ihren Broker um einen neuen.',
    fr: 'Ouvrez à nouveau le lien de l’e-mail et veillez à ce qu’il soit complet. Si cela ne suffit pas, demandez-en un nouveau au responsable des utilisateurs de votre entreprise ou à votre courtier.',
    it: 'Apra di nuovo il link dell’e-mail e controlli che sia completo. Se non basta, ne chieda uno nuovo al responsabile degli utenti della Sua azienda o al Suo broker.',
    en: 'Open the link in the mail once more and make sure that it is complete. If that does not help, ask the user manager of your company or your broker for a new one.',
  },
  resend: { de: 'Neuen Link senden', fr: 'Envoyer un nouveau lien', it: 'Inviare un nuovo link', en: 'Send a new link' },
  sent_title: { de: 'Neuer Link', fr: 'Nouveau lien', it: 'Nuovo link', en: 'New link' },
  sent: {
    de: 'Ist die Einladung noch offen, haben wir einen neuen Link und ein neues temporäres Passwort an dieselbe Adresse gesendet. Schauen Sie in Ihr Postfach, auch in den Spam-Ordner.',
    fr: 'Si l’invitation est encore ouverte, nous avons envoyé un nouveau lien et un nouveau mot de passe temporaire à la même adresse. Consultez votre boîte de réception, y compris les indésirables.',
    it: 'Se l’invito è ancora aperto, abbiamo inviato un nuovo link e una nuova password temporanea allo stesso indirizzo. Controlli la posta in arrivo, anche lo spam.',
    en: 'If the invitation is still open, we have sent a new link and a new temporary password to the same address. Look into your inbox, the spam folder included.',
  },
})
