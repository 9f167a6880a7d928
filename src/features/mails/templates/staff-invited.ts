import type { MailEvent } from './event.ts'

export const staffInvited = {
  placeholders: ['person', 'by', 'link', 'hours'],
  texts: {
    de: {
      subject: 'Ihr Zugang zum Back-Office von {{brokerage}}',
      body: `Guten Tag {{person}}

{{by}} hat für Sie einen Zugang zum Back-Office des Kundenportals eröffnet. Setzen Sie hier Ihr Passwort:

{{link}}

Der Link gilt {{hours}} Stunden und nur einmal. Beim ersten Anmelden richten Sie Ihren zweiten Faktor ein.

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Votre accès au back-office de {{brokerage}}',
      body: `Bonjour {{person}},

{{by}} vous a ouvert un accès au back-office du portail clients. Définissez votre mot de passe ici :

{{link}}

Le lien est valable {{hours}} heures et une seule fois. Lors de la première connexion, vous configurerez votre second facteur.

Meilleures salutations`,
    },
    it: {
      subject: 'Il Suo accesso al back office di {{brokerage}}',
      body: `Buongiorno {{person}},

{{by}} ha aperto per Lei un accesso al back office del portale clienti. Imposti qui la Sua password:

{{link}}

Il link è valido {{hours}} ore e una sola volta. Al primo accesso configurerà il Suo secondo fattore.

Cordiali saluti`,
    },
    en: {
      subject: 'Your access to the back office of {{brokerage}}',
      body: `Hello {{person}}

{{by}} has opened an access to the back office of the customer portal for you. Set your password here:

{{link}}

The link is valid for {{hours}} hours and only once. At your first sign-in you set up your second factor.

Kind regards`,
    },
  },
} as const satisfies MailEvent
