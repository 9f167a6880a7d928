import type { MailEvent } from './event.ts'

export const passwordChanged = {
  placeholders: ['person', 'at', 'link'],
  choice: 'fixed',
  texts: {
    de: {
      subject: 'Ihr Passwort wurde geändert',
      body: `Guten Tag {{person}}

Das Passwort Ihres Kontos im Kundenportal wurde am {{at}} geändert. Alle anderen Anmeldungen wurden beendet.

Waren Sie das nicht? Setzen Sie sofort ein neues Passwort und melden Sie sich bei uns:

{{link}}

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Votre mot de passe a été modifié',
      body: `Bonjour {{person}},

Le mot de passe de votre compte du portail clients a été modifié le {{at}}. Toutes les autres connexions ont été fermées.

Ce n’était pas vous ? Définissez immédiatement un nouveau mot de passe et contactez-nous :

{{link}}

Meilleures salutations`,
    },
    it: {
      subject: 'La Sua password è stata modificata',
      body: `Buongiorno {{person}},

La password del Suo account del portale clienti è stata modificata il {{at}}. Tutti gli altri accessi sono stati chiusi.

Non è stato Lei? Imposti subito una nuova password e ci contatti:

{{link}}

Cordiali saluti`,
    },
    en: {
      subject: 'Your password was changed',
      body: `Hello {{person}}

The password of your customer portal account was changed on {{at}}. All other sessions were ended.

Was it not you? Set a new password at once and get in touch with us:

{{link}}

Kind regards`,
    },
  },
} as const satisfies MailEvent
