import { phrases } from '../../platform/phrases.ts'

export const resetPhrases = phrases({
  title: { de: 'Zweiter Faktor', fr: 'Second facteur', it: 'Secondo fattore', en: 'Second factor' },
  has: {
    de: (day: string) => `Eingerichtet seit ${day}.`,
    fr: (day: string) => `Configuré depuis le ${day}.`,
    it: (day: string) => `Configurato dal ${day}.`,
    en: (day: string) => `Set up since ${day}.`,
  },
  none: { de: 'Nicht eingerichtet.', fr: 'Non configuré.', it: 'Non configurato.', en: 'Not set up.' },
  text_reset: {
    de: 'Hat die Person ihr Gerät und ihre Codes verloren? Vergewissern Sie sich am Telefon, dass sie es ist. Danach genügt das Passwort, und alle Anmeldungen enden.',
    fr: 'La personne a perdu son appareil et ses codes ? Assurez-vous par téléphone que c’est bien elle. Ensuite, le mot de passe suffit et toutes les connexions prennent fin.',
    it: 'La persona ha perso il dispositivo e i codici? Si accerti al telefono che sia lei. Poi basta la password e tutti gli accessi terminano.',
    en: 'Has the person lost the device and the codes? Make sure by telephone that it is them. Afterwards the password is enough, and all sessions end.',
  },
  text_staff: {
    de: 'Hat die Person ihr Gerät und ihre Codes verloren? Vergewissern Sie sich, dass sie es ist. Alle ihre Sitzungen enden, und bei der nächsten Anmeldung richtet sie einen neuen zweiten Faktor ein.',
    fr: 'La personne a perdu son appareil et ses codes ? Assurez-vous que c’est bien elle. Toutes ses sessions prennent fin et, à sa prochaine connexion, elle configurera un nouveau second facteur.',
    it: 'La persona ha perso il dispositivo e i codici? Si accerti che sia lei. Tutte le sue sessioni terminano e al prossimo accesso configurerà un nuovo secondo fattore.',
    en: 'Has the person lost the device and the codes? Make sure that it is them. All their sessions end, and at the next sign-in they set up a new second factor.',
  },
  text_ask: {
    de: 'Hat die Person ihr Gerät und ihre Codes verloren? Eine zweite Person bestätigt das Zurücksetzen: ein anderer User Manager oder wir.',
    fr: 'La personne a perdu son appareil et ses codes ? Une deuxième personne confirme la réinitialisation : un autre responsable des utilisateurs ou nous.',
    it: 'La persona ha perso il dispositivo e i codici? Una seconda persona conferma la reimpostazione: un altro responsabile degli utenti o noi.',
    en: 'Has the person lost the device and the codes? A second person confirms the reset: another user manager or we.',
  },
  text_broker: {
    de: 'Für diese Person setzt Ihr Broker den zweiten Faktor zurück.',
    fr: 'Pour cette personne, c’est votre courtier qui réinitialise le second facteur.',
    it: 'Per questa persona è il Suo broker a reimpostare il secondo fattore.',
    en: 'For this person your broker resets the second factor.',
  },
  reason: { de: 'Begründung', fr: 'Motif', it: 'Motivazione', en: 'Reason' },
  reason_hint: {
    de: 'Zum Beispiel «Telefon verloren, zurückgerufen am 25.11.»',
    fr: 'Par exemple « Téléphone perdu, rappelé le 25.11. »',
    it: 'Per esempio «Telefono perso, richiamato il 25.11.»',
    en: 'For example “Phone lost, called back on 25.11.”',
  },
  reset: {
    de: 'Zweiten Faktor zurücksetzen',
    fr: 'Réinitialiser le second facteur',
    it: 'Reimpostare il secondo fattore',
    en: 'Reset the second factor',
  },
  ask: {
    de: 'Zurücksetzen beantragen',
    fr: 'Demander la réinitialisation',
    it: 'Chiedere la reimpostazione',
    en: 'Ask for a reset',
  },
  pending: {
    de: (by: string, day: string) => `${by} hat am ${day} das Zurücksetzen beantragt.`,
    fr: (by: string, day: string) => `${by} a demandé la réinitialisation le ${day}.`,
    it: (by: string, day: string) => `${by} ha chiesto la reimpostazione il ${day}.`,
    en: (by: string, day: string) => `${by} asked for a reset on ${day}.`,
  },
  waits: {
    de: 'Eine zweite Person muss noch entscheiden.',
    fr: 'Une deuxième personne doit encore décider.',
    it: 'Una seconda persona deve ancora decidere.',
    en: 'A second person has yet to decide.',
  },
  approve: {
    de: 'Bestätigen und zurücksetzen',
    fr: 'Confirmer et réinitialiser',
    it: 'Confermare e reimpostare',
    en: 'Confirm and reset',
  },
  reject: { de: 'Ablehnen', fr: 'Refuser', it: 'Rifiutare', en: 'Refuse' },
  why_reason: {
    de: 'Geben Sie eine Begründung ein, höchstens 400 Zeichen.',
    fr: 'Saisissez un motif, 400 caractères au plus.',
    it: 'Inserisca una motivazione, al massimo 400 caratteri.',
    en: 'Enter a reason, 400 characters at most.',
  },
  why_gone: {
    de: 'Darüber wurde schon entschieden, oder der Antrag ist abgelaufen.',
    fr: 'La décision a déjà été prise, ou la demande a expiré.',
    it: 'È già stato deciso, oppure la richiesta è scaduta.',
    en: 'That has been decided already, or the request has run out.',
  },
  why_already: {
    de: 'Das Zurücksetzen ist schon beantragt.',
    fr: 'La réinitialisation est déjà demandée.',
    it: 'La reimpostazione è già stata chiesta.',
    en: 'A reset was asked for already.',
  },
})
