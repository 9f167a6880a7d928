import type { MailEvent } from './event.ts'

export const rememberReuse = {
  placeholders: ['link'],
  choice: 'fixed',
  texts: {
    de: {
      subject: 'Sicherheitshinweis: Alle Ihre Anmeldungen wurden beendet',
      body: `Guten Tag

Mit «angemeldet bleiben» hat sich ein zweiter Browser als der Ihre ausgegeben. Zur Sicherheit haben wir alle Ihre Anmeldungen im Kundenportal beendet. Melden Sie sich neu an.

Kommt Ihnen das merkwürdig vor, setzen Sie ein neues Passwort:

{{link}}

Freundliche Grüsse`,
    },
    fr: {
      subject: 'Avis de sécurité : toutes vos connexions ont été fermées',
      body: `Bonjour,

Avec « rester connecté », un deuxième navigateur s’est fait passer pour le vôtre. Par sécurité, nous avons fermé toutes vos connexions au portail clients. Veuillez vous reconnecter.

Si cela vous paraît suspect, définissez un nouveau mot de passe :

{{link}}

Meilleures salutations`,
    },
    it: {
      subject: 'Avviso di sicurezza: tutti i Suoi accessi sono stati chiusi',
      body: `Buongiorno,

Con «resta connesso» un secondo browser si è presentato come il Suo. Per sicurezza abbiamo chiuso tutti i Suoi accessi al portale clienti. Acceda di nuovo.

Se Le sembra strano, imposti una nuova password:

{{link}}

Cordiali saluti`,
    },
    en: {
      subject: 'Security notice: all your sessions were ended',
      body: `Hello

With “keep me signed in”, a second browser passed itself off as yours. To be safe we ended all your sessions in the customer portal. Please sign in again.

If this seems odd to you, set a new password:

{{link}}

Kind regards`,
    },
  },
} as const satisfies MailEvent
