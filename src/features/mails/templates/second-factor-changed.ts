import type { MailEvent } from './event.ts'

export const secondFactorChanged = {
  placeholders: ['person', 'what', 'at', 'device', 'link'],
  choice: 'fixed',
  texts: {
    de: {
      subject: 'Zweiter Faktor Ihrer Anmeldung',
      body: `Guten Tag {{person}}

{{what}}

Zeitpunkt: {{at}}, Gerät: {{device}}

Waren Sie das nicht? Setzen Sie sofort ein neues Passwort und melden Sie sich bei uns:

{{link}}

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Second facteur de votre connexion',
      body: `Bonjour {{person}},

{{what}}

Date et heure : {{at}}, appareil : {{device}}

Ce n’était pas vous ? Définissez immédiatement un nouveau mot de passe et contactez-nous :

{{link}}

Meilleures salutations`,
    },
    it: {
      subject: 'Secondo fattore del Suo accesso',
      body: `Buongiorno {{person}},

{{what}}

Data e ora: {{at}}, dispositivo: {{device}}

Non è stato Lei? Imposti subito una nuova password e ci contatti:

{{link}}

Cordiali saluti`,
    },
    en: {
      subject: 'Second factor of your sign-in',
      body: `Hello {{person}}

{{what}}

Time: {{at}}, device: {{device}}

Was it not you? Set a new password at once and get in touch with us:

{{link}}

Kind regards`,
    },
  },
} as const satisfies MailEvent
