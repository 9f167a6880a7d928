import type { MailEvent } from './event.ts'

export const newDevice = {
  placeholders: ['person', 'device', 'at', 'link'],
  choice: 'fixed',
  texts: {
    de: {
      subject: 'Anmeldung mit einem neuen Gerät',
      body: `Guten Tag {{person}}

Am {{at}} wurde Ihr Konto im Kundenportal zum ersten Mal mit diesem Gerät benutzt: {{device}}.

Waren Sie das, brauchen Sie nichts zu tun. Sonst setzen Sie sofort ein neues Passwort:

{{link}}

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Connexion avec un nouvel appareil',
      body: `Bonjour {{person}},

Le {{at}}, votre compte du portail clients a été utilisé pour la première fois avec cet appareil : {{device}}.

Si c’était vous, vous n’avez rien à faire. Sinon, définissez immédiatement un nouveau mot de passe :

{{link}}

Meilleures salutations`,
    },
    it: {
      subject: 'Accesso con un nuovo dispositivo',
      body: `Buongiorno {{person}},

Il {{at}} il Suo account del portale clienti è stato usato per la prima volta con questo dispositivo: {{device}}.

Se è stato Lei, non deve fare nulla. Altrimenti imposti subito una nuova password:

{{link}}

Cordiali saluti`,
    },
    en: {
      subject: 'Sign-in with a new device',
      body: `Hello {{person}}

On {{at}} your customer portal account was used with this device for the first time: {{device}}.

If it was you, there is nothing to do. Otherwise set a new password at once:

{{link}}

Kind regards`,
    },
  },
} as const satisfies MailEvent
