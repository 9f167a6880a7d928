import type { MailEvent } from './event.ts'

export const signInAfterFailures = {
  placeholders: ['person', 'count', 'device', 'at', 'link'],
  choice: 'fixed',
  texts: {
    de: {
      subject: 'Anmeldung nach mehreren Fehlversuchen',
      body: `Guten Tag {{person}}

Am {{at}} wurde Ihr Konto im Kundenportal nach {{count}} Fehlversuchen geöffnet ({{device}}).

Waren Sie das, brauchen Sie nichts zu tun. Sonst setzen Sie sofort ein neues Passwort:

{{link}}

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Connexion après plusieurs tentatives échouées',
      body: `Bonjour {{person}},

Le {{at}}, votre compte du portail clients a été ouvert après {{count}} tentatives échouées ({{device}}).

Si c’était vous, vous n’avez rien à faire. Sinon, définissez immédiatement un nouveau mot de passe :

{{link}}

Meilleures salutations`,
    },
    it: {
      subject: 'Accesso dopo più tentativi falliti',
      body: `Buongiorno {{person}},

Il {{at}} il Suo account del portale clienti è stato aperto dopo {{count}} tentativi falliti ({{device}}).

Se è stato Lei, non deve fare nulla. Altrimenti imposti subito una nuova password:

{{link}}

Cordiali saluti`,
    },
    en: {
      subject: 'Sign-in after several failed attempts',
      body: `Hello {{person}}

On {{at}} your customer portal account was opened after {{count}} failed attempts ({{device}}).

If it was you, there is nothing to do. Otherwise set a new password at once:

{{link}}

Kind regards`,
    },
  },
} as const satisfies MailEvent
