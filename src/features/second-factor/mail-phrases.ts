import { phrases } from '../../platform/phrases.ts'

/** What happened to somebody's second factor, as the notice says it. */
export const factorMailPhrases = phrases({
  app_added: {
    de: 'Eine Authenticator-App wurde als zweiter Faktor eingerichtet.',
    fr: 'Une application d’authentification a été configurée comme second facteur.',
    it: 'È stata configurata un’app di autenticazione come secondo fattore.',
    en: 'An authenticator app was set up as second factor.',
  },
  passkey_added: {
    de: (name: string) => `Der Passkey «${name}» wurde eingerichtet.`,
    fr: (name: string) => `La clé d’accès « ${name} » a été configurée.`,
    it: (name: string) => `È stata configurata la passkey «${name}».`,
    en: (name: string) => `The passkey “${name}” was set up.`,
  },
  app_removed: {
    de: 'Die Authenticator-App wurde entfernt.',
    fr: 'L’application d’authentification a été supprimée.',
    it: 'L’app di autenticazione è stata rimossa.',
    en: 'The authenticator app was removed.',
  },
  passkey_removed: {
    de: (name: string) => `Der Passkey «${name}» wurde entfernt.`,
    fr: (name: string) => `La clé d’accès « ${name} » a été supprimée.`,
    it: (name: string) => `La passkey «${name}» è stata rimossa.`,
    en: (name: string) => `The passkey “${name}” was removed.`,
  },
  codes_made: {
    de: 'Neue Wiederherstellungscodes wurden erstellt. Die früheren gelten nicht mehr.',
    fr: 'De nouveaux codes de récupération ont été créés. Les anciens ne sont plus valables.',
    it: 'Sono stati creati nuovi codici di recupero. Quelli precedenti non valgono più.',
    en: 'New recovery codes were made. The former ones are no longer valid.',
  },
  code_used: {
    de: (left: number) =>
      `Jemand hat sich mit einem Ihrer Wiederherstellungscodes angemeldet. ${left === 1 ? 'Ein Code ist' : `${left} Codes sind`} noch übrig.`,
    fr: (left: number) => `Quelqu’un s’est connecté avec l’un de vos codes de récupération. Il en reste ${left}.`,
    it: (left: number) =>
      `Qualcuno ha effettuato l’accesso con uno dei Suoi codici di recupero. Ne ${left === 1 ? 'resta' : 'restano'} ${left}.`,
    en: (left: number) =>
      `Somebody signed in with one of your recovery codes. ${left === 1 ? 'One code is' : `${left} codes are`} left.`,
  },
  wrong_codes: {
    de: 'Jemand kennt Ihr Passwort und hat beim zweiten Schritt der Anmeldung fünf falsche Codes eingegeben.',
    fr: 'Quelqu’un connaît votre mot de passe et a saisi cinq codes erronés à la seconde étape de la connexion.',
    it: 'Qualcuno conosce la Sua password e ha inserito cinque codici errati nel secondo passaggio dell’accesso.',
    en: 'Somebody knows your password and entered five wrong codes in the second step of signing in.',
  },
  reset: {
    de: (by: string) =>
      `Ihr zweiter Faktor wurde von ${by} zurückgesetzt. Authenticator-App, Passkeys und Wiederherstellungscodes gelten nicht mehr, alle Anmeldungen wurden beendet.`,
    fr: (by: string) =>
      `Votre second facteur a été réinitialisé par ${by}. L’application d’authentification, les clés d’accès et les codes de récupération ne sont plus valables, toutes les connexions ont été fermées.`,
    it: (by: string) =>
      `Il Suo secondo fattore è stato reimpostato da ${by}. L’app di autenticazione, le passkey e i codici di recupero non valgono più, tutti gli accessi sono stati chiusi.`,
    en: (by: string) =>
      `Your second factor was reset by ${by}. Authenticator app, passkeys and recovery codes are no longer valid, all sessions were ended.`,
  },
  reset_by_operator: {
    de: 'Ihr zweiter Faktor wurde vom Betreiber des Portals zurückgesetzt. Alle Anmeldungen wurden beendet; bei der nächsten richten Sie einen neuen ein.',
    fr: 'Votre second facteur a été réinitialisé par l’exploitant du portail. Toutes les connexions ont été fermées ; à la prochaine, vous en configurerez un nouveau.',
    it: 'Il Suo secondo fattore è stato reimpostato dal gestore del portale. Tutti gli accessi sono stati chiusi; al prossimo ne configurerà uno nuovo.',
    en: 'Your second factor was reset by the operator of the portal. All sessions were ended; at the next sign-in you set up a new one.',
  },
  reset_asked: {
    de: (by: string) => `${by} möchte Ihren zweiten Faktor zurücksetzen. Eine zweite Person muss das noch bestätigen.`,
    fr: (by: string) => `${by} souhaite réinitialiser votre second facteur. Une deuxième personne doit encore le confirmer.`,
    it: (by: string) => `${by} desidera reimpostare il Suo secondo fattore. Una seconda persona deve ancora confermarlo.`,
    en: (by: string) => `${by} wants to reset your second factor. A second person has yet to confirm it.`,
  },
})
