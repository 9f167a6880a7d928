import type { MailEvent } from './event.ts'

export const passwordReset = {
  placeholders: ['person', 'link'],
  texts: {
    de: {
      subject: 'Passwort für das Kundenportal neu setzen',
      body: `Guten Tag {{person}}

Für Ihre Adresse wurde ein neues Passwort für das Kundenportal verlangt. Setzen Sie es hier:

{{link}}

Der Link gilt 60 Minuten und nur einmal. Haben Sie kein neues Passwort verlangt, brauchen Sie nichts zu tun: Ihr bisheriges bleibt gültig.

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Réinitialiser le mot de passe du portail clients',
      body: `Bonjour {{person}},

Un nouveau mot de passe pour le portail clients a été demandé pour votre adresse. Définissez-le ici :

{{link}}

Le lien est valable 60 minutes et une seule fois. Si vous n’avez pas demandé de nouveau mot de passe, vous n’avez rien à faire : l’ancien reste valable.

Meilleures salutations`,
    },
    it: {
      subject: 'Reimpostare la password del portale clienti',
      body: `Buongiorno {{person}},

Per il Suo indirizzo è stata richiesta una nuova password per il portale clienti. La imposti qui:

{{link}}

Il link è valido 60 minuti e una sola volta. Se non ha richiesto una nuova password, non deve fare nulla: quella attuale resta valida.

Cordiali saluti`,
    },
    en: {
      subject: 'Set a new password for the customer portal',
      body: `Hello {{person}}

A new password for the customer portal was requested for your address. Set it here:

{{link}}

The link is valid for 60 minutes and only once. If you did not ask for a new password, there is nothing to do: your present one stays valid.

Kind regards`,
    },
  },
} as const satisfies MailEvent
