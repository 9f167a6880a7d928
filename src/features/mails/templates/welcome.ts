import type { MailEvent } from './event.ts'

// The German text is the manual’s (chapter 1), word for word.
export const welcome = {
  placeholders: ['link', 'temporary_password', 'first_name', 'last_name', 'company'],
  texts: {
    de: {
      subject: 'Ihre Zugangsdaten für unser Kundenportal',
      body: `Lieber Kunde

Wir freuen uns, Ihnen die Zugangsdaten für unser Kundenportal zustellen zu dürfen.

Bitte klicken Sie auf den nachfolgenden Link, um Ihr Konto zu aktivieren:

{{winvs_emailconfirmationlink}}

Ihr temporäres Passwort lautet: {{winvs_temporarypassword}}

Wählen und setzen Sie anschliessend bitte auf der Folgeseite ein persönliches Passwort.

Mit der Aktivierung des Kundenportal-Accounts akzeptieren Sie als Benutzer die AGB gemäss Anhang. Bei Fragen zur Nutzung oder den AGB sind wir gerne für Sie da.

Freundliche Grüsse

AGB: {{terms_link}}`,
    },
    fr: {
      subject: 'Vos données d’accès à notre portail clients',
      body: `Cher client,

Nous avons le plaisir de vous transmettre les données d’accès à notre portail clients.

Veuillez cliquer sur le lien suivant pour activer votre compte :

{{winvs_emailconfirmationlink}}

Votre mot de passe temporaire est : {{winvs_temporarypassword}}

Sur la page suivante, veuillez ensuite choisir et définir un mot de passe personnel.

En activant le compte du portail clients, vous acceptez en tant qu’utilisateur les CG en annexe. Pour toute question sur l’utilisation ou les CG, nous sommes volontiers à votre disposition.

Meilleures salutations

CG : {{terms_link}}`,
    },
    it: {
      subject: 'I Suoi dati di accesso al nostro portale clienti',
      body: `Gentile cliente,

Siamo lieti di inviarLe i dati di accesso al nostro portale clienti.

Faccia clic sul link seguente per attivare il Suo account:

{{winvs_emailconfirmationlink}}

La Sua password temporanea è: {{winvs_temporarypassword}}

Nella pagina successiva scelga e imposti quindi una password personale.

Con l’attivazione dell’account del portale clienti Lei accetta, quale utente, le CG allegate. Per domande sull’utilizzo o sulle CG siamo volentieri a Sua disposizione.

Cordiali saluti

CG: {{terms_link}}`,
    },
    en: {
      subject: 'Your access to our customer portal',
      body: `Dear customer

We are pleased to send you the access data for our customer portal.

Please click on the following link to activate your account:

{{winvs_emailconfirmationlink}}

Your temporary password is: {{winvs_temporarypassword}}

Then please choose and set a personal password on the page that follows.

By activating the customer portal account, you as a user accept the attached terms and conditions. If you have questions about its use or the terms, we are happy to help.

Kind regards

Terms and conditions: {{terms_link}}`,
    },
  },
} as const satisfies MailEvent
