import type { Language } from '../../platform/phrases.ts'

export interface MailText {
  subject: string
  body: string
}

interface MailEvent {
  /** What a text of this event may contain besides what every mail may (`always`). */
  placeholders: readonly string[]
  texts: Record<Language, MailText>
}

/** Placeholders that every mail knows; the worker fills them. */
export const always = ['brokerage', 'portal_link', 'terms_link'] as const

/** The names that the manual's own mail uses for ours. */
export const aliases: Record<string, string> = {
  winvs_emailconfirmationlink: 'link',
  winvs_temporarypassword: 'temporary_password',
}

/**
 * The portal's own mails. The German welcome is the manual's (chapter 1), word for word. Texts know placeholders and nothing
 * else; paragraphs are parted by an empty line, and a line whose placeholders are all empty is left out.
 */
export const mailEvents = {
  welcome: {
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
  },
  password_reset: {
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
  },
  password_changed: {
    placeholders: ['person', 'at', 'link'],
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
  },
  remember_reuse: {
    placeholders: ['link'],
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
  },
  new_device: {
    placeholders: ['person', 'device', 'at', 'link'],
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
  },
  sign_in_after_failures: {
    placeholders: ['person', 'count', 'device', 'at', 'link'],
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
  },
  roles_changed: {
    placeholders: ['person', 'company', 'added', 'removed', 'by', 'reason', 'link'],
    texts: {
      de: {
        subject: 'Berechtigungen von {{person}} geändert',
        body: `Guten Tag

{{by}} hat die Portalrollen von {{person}} ({{company}}) geändert.

Zugewiesen: {{added}}
Entzogen: {{removed}}
Begründung: {{reason}}

Die Änderung gilt sofort. Ansehen:

{{link}}

Freundliche Grüsse`,
      },
      fr: {
        subject: 'Autorisations de {{person}} modifiées',
        body: `Bonjour,

{{by}} a modifié les rôles du portail de {{person}} ({{company}}).

Attribués : {{added}}
Retirés : {{removed}}
Motif : {{reason}}

La modification est valable immédiatement. Afficher :

{{link}}

Meilleures salutations`,
      },
      it: {
        subject: 'Autorizzazioni di {{person}} modificate',
        body: `Buongiorno,

{{by}} ha modificato i ruoli del portale di {{person}} ({{company}}).

Assegnati: {{added}}
Revocati: {{removed}}
Motivazione: {{reason}}

La modifica vale da subito. Visualizzare:

{{link}}

Cordiali saluti`,
      },
      en: {
        subject: 'Permissions of {{person}} changed',
        body: `Hello

{{by}} changed the portal roles of {{person}} ({{company}}).

Granted: {{added}}
Withdrawn: {{removed}}
Reason: {{reason}}

The change holds at once. See it here:

{{link}}

Kind regards`,
      },
    },
  },
  access_given: {
    placeholders: ['person', 'company', 'added', 'removed', 'by', 'link'],
    texts: {
      de: {
        subject: 'Ihre Berechtigungen im Kundenportal',
        body: `Guten Tag {{person}}

{{by}} hat Ihre Portalrollen bei {{company}} geändert.

Zugewiesen: {{added}}
Entzogen: {{removed}}

Zum Kundenportal:

{{link}}

Freundliche Grüsse`,
      },
      fr: {
        subject: 'Vos autorisations dans le portail clients',
        body: `Bonjour {{person}},

{{by}} a modifié vos rôles du portail chez {{company}}.

Attribués : {{added}}
Retirés : {{removed}}

Vers le portail clients :

{{link}}

Meilleures salutations`,
      },
      it: {
        subject: 'Le Sue autorizzazioni nel portale clienti',
        body: `Buongiorno {{person}},

{{by}} ha modificato i Suoi ruoli del portale presso {{company}}.

Assegnati: {{added}}
Revocati: {{removed}}

Al portale clienti:

{{link}}

Cordiali saluti`,
      },
      en: {
        subject: 'Your permissions in the customer portal',
        body: `Hello {{person}}

{{by}} changed your portal roles at {{company}}.

Granted: {{added}}
Withdrawn: {{removed}}

To the customer portal:

{{link}}

Kind regards`,
      },
    },
  },
  role_request: {
    placeholders: ['person', 'company', 'role', 'by', 'reason', 'link'],
    texts: {
      de: {
        subject: 'Rolle zu bestätigen: {{role}} für {{person}}',
        body: `Guten Tag

{{by}} möchte {{person}} ({{company}}) diese Portalrolle zuweisen: {{role}}

Begründung: {{reason}}

Die Rolle gilt erst, wenn eine zweite Person sie bestätigt. Die Anfrage verfällt nach 7 Tagen.

{{link}}

Freundliche Grüsse`,
      },
      fr: {
        subject: 'Rôle à confirmer : {{role}} pour {{person}}',
        body: `Bonjour,

{{by}} souhaite attribuer ce rôle du portail à {{person}} ({{company}}) : {{role}}

Motif : {{reason}}

Le rôle n’est valable que lorsqu’une deuxième personne le confirme. La demande expire après 7 jours.

{{link}}

Meilleures salutations`,
      },
      it: {
        subject: 'Ruolo da confermare: {{role}} per {{person}}',
        body: `Buongiorno,

{{by}} desidera assegnare a {{person}} ({{company}}) questo ruolo del portale: {{role}}

Motivazione: {{reason}}

Il ruolo vale solo quando una seconda persona lo conferma. La richiesta scade dopo 7 giorni.

{{link}}

Cordiali saluti`,
      },
      en: {
        subject: 'Role to confirm: {{role}} for {{person}}',
        body: `Hello

{{by}} would like to give {{person}} ({{company}}) this portal role: {{role}}

Reason: {{reason}}

The role only holds once a second person confirms it. The request lapses after 7 days.

{{link}}

Kind regards`,
      },
    },
  },
  role_decided: {
    placeholders: ['person', 'company', 'role', 'decision', 'by', 'reason', 'link'],
    texts: {
      de: {
        subject: 'Entscheid zur Rolle {{role}} für {{person}}',
        body: `Guten Tag

{{by}} hat über die Portalrolle {{role}} für {{person}} ({{company}}) entschieden: {{decision}}

Begründung: {{reason}}

{{link}}

Freundliche Grüsse`,
      },
      fr: {
        subject: 'Décision sur le rôle {{role}} pour {{person}}',
        body: `Bonjour,

{{by}} a décidé du rôle du portail {{role}} pour {{person}} ({{company}}) : {{decision}}

Motif : {{reason}}

{{link}}

Meilleures salutations`,
      },
      it: {
        subject: 'Decisione sul ruolo {{role}} per {{person}}',
        body: `Buongiorno,

{{by}} ha deciso sul ruolo del portale {{role}} per {{person}} ({{company}}): {{decision}}

Motivazione: {{reason}}

{{link}}

Cordiali saluti`,
      },
      en: {
        subject: 'Decision on the role {{role}} for {{person}}',
        body: `Hello

{{by}} decided on the portal role {{role}} for {{person}} ({{company}}): {{decision}}

Reason: {{reason}}

{{link}}

Kind regards`,
      },
    },
  },
  account_state_changed: {
    placeholders: ['person', 'company', 'state', 'by', 'reason', 'link'],
    texts: {
      de: {
        subject: 'Ihr Konto im Kundenportal',
        body: `Guten Tag {{person}}

{{by}} hat den Zustand Ihres Kontos bei {{company}} geändert: {{state}}

Begründung: {{reason}}

{{link}}

Freundliche Grüsse`,
      },
      fr: {
        subject: 'Votre compte du portail clients',
        body: `Bonjour {{person}},

{{by}} a modifié l’état de votre compte chez {{company}} : {{state}}

Motif : {{reason}}

{{link}}

Meilleures salutations`,
      },
      it: {
        subject: 'Il Suo account del portale clienti',
        body: `Buongiorno {{person}},

{{by}} ha modificato lo stato del Suo account presso {{company}}: {{state}}

Motivazione: {{reason}}

{{link}}

Cordiali saluti`,
      },
      en: {
        subject: 'Your customer portal account',
        body: `Hello {{person}}

{{by}} changed the state of your account at {{company}}: {{state}}

Reason: {{reason}}

{{link}}

Kind regards`,
      },
    },
  },
  // Says that there is something, never what: mailboxes are read by others (deputies, previews on a locked telephone).
  portal_news: {
    placeholders: ['link'],
    texts: {
      de: {
        subject: 'Neuigkeiten im Kundenportal',
        body: `Guten Tag

Es gibt eine neue Nachricht für Sie im Kundenportal:

{{link}}

Der Inhalt steht aus Gründen des Datenschutzes nur im Portal.

Freundliche Grüsse`,
      },
      fr: {
        subject: 'Du nouveau dans le portail clients',
        body: `Bonjour,

Il y a un nouveau message pour vous dans le portail clients :

{{link}}

Pour des raisons de protection des données, le contenu ne figure que dans le portail.

Meilleures salutations`,
      },
      it: {
        subject: 'Novità nel portale clienti',
        body: `Buongiorno,

C’è un nuovo messaggio per Lei nel portale clienti:

{{link}}

Per motivi di protezione dei dati il contenuto si trova solo nel portale.

Cordiali saluti`,
      },
      en: {
        subject: 'News in the customer portal',
        body: `Hello

There is a new message for you in the customer portal:

{{link}}

To protect your data, its content stands in the portal only.

Kind regards`,
      },
    },
  },
  claim_reported: {
    placeholders: ['number', 'link'],
    texts: {
      de: {
        subject: 'Neue Schadenmeldung {{number}}',
        body: `Guten Tag

Im Kundenportal ist die Schadenmeldung {{number}} eingegangen:

{{link}}

Die Angaben stehen aus Gründen des Datenschutzes nur im Portal.

Freundliche Grüsse`,
      },
      fr: {
        subject: 'Nouvelle déclaration de sinistre {{number}}',
        body: `Bonjour,

La déclaration de sinistre {{number}} est arrivée dans le portail clients :

{{link}}

Pour des raisons de protection des données, les indications ne figurent que dans le portail.

Meilleures salutations`,
      },
      it: {
        subject: 'Nuovo annuncio di sinistro {{number}}',
        body: `Buongiorno,

Nel portale clienti è arrivato l’annuncio di sinistro {{number}}:

{{link}}

Per motivi di protezione dei dati le indicazioni si trovano solo nel portale.

Cordiali saluti`,
      },
      en: {
        subject: 'New claim report {{number}}',
        body: `Hello

Claim report {{number}} has arrived in the customer portal:

{{link}}

To protect the customer’s data, the details stand in the portal only.

Kind regards`,
      },
    },
  },
} satisfies Record<string, MailEvent>

export type MailEventName = keyof typeof mailEvents

/** True for the name of one of our mails. */
export function isMailEvent(name: string): name is MailEventName {
  return Object.hasOwn(mailEvents, name)
}
