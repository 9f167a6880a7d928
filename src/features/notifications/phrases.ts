import { phrases } from '../../platform/phrases.ts'

export const notificationPhrases = phrases({
  title: { de: 'Benachrichtigungen', fr: 'Notifications', it: 'Notifiche', en: 'Notifications' },
  lead: {
    de: 'Was für Sie neu ist, nach Bereich.',
    fr: 'Ce qui est nouveau pour vous, par domaine.',
    it: 'Le novità per Lei, per area.',
    en: 'What is new for you, by area.',
  },
  messages: { de: 'Portalnachrichten', fr: 'Messages du portail', it: 'Messaggi del portale', en: 'Portal messages' },
  requests: { de: 'Anfragen', fr: 'Demandes', it: 'Richieste', en: 'Requests' },
  roles: { de: 'Berechtigungen', fr: 'Autorisations', it: 'Autorizzazioni', en: 'Permissions' },
  nothing_title: {
    de: 'Noch keine Meldungen',
    fr: 'Aucune notification',
    it: 'Ancora nessuna notifica',
    en: 'No notifications yet',
  },
  nothing_text: {
    de: 'Sobald etwas Neues für Sie da ist, steht es hier.',
    fr: 'Dès qu’il y a du nouveau pour vous, cela apparaît ici.',
    it: 'Appena c’è qualcosa di nuovo per Lei, compare qui.',
    en: 'As soon as there is something new for you, it stands here.',
  },
  mark_all: {
    de: 'Alle als gelesen markieren',
    fr: 'Tout marquer comme lu',
    it: 'Segna tutto come letto',
    en: 'Mark all as read',
  },
  done_marked: {
    de: 'Alles ist als gelesen markiert.',
    fr: 'Tout est marqué comme lu.',
    it: 'Tutto è segnato come letto.',
    en: 'Everything is marked as read.',
  },
  unread: { de: 'Ungelesen', fr: 'Non lu', it: 'Non letto', en: 'Unread' },
  message: {
    de: (by: string, subject: string) => `Neue Nachricht von ${by}: ${subject}`,
    fr: (by: string, subject: string) => `Nouveau message de ${by} : ${subject}`,
    it: (by: string, subject: string) => `Nuovo messaggio di ${by}: ${subject}`,
    en: (by: string, subject: string) => `New message from ${by}: ${subject}`,
  },
  request_opened: {
    de: (by: string, request: string) => `${by} hat eine Anfrage eröffnet: ${request}`,
    fr: (by: string, request: string) => `${by} a ouvert une demande : ${request}`,
    it: (by: string, request: string) => `${by} ha aperto una richiesta: ${request}`,
    en: (by: string, request: string) => `${by} opened a request: ${request}`,
  },
  request_state: {
    de: (state: string, request: string) => `Anfrage ist jetzt «${state}»: ${request}`,
    fr: (state: string, request: string) => `La demande est maintenant « ${state} » : ${request}`,
    it: (state: string, request: string) => `La richiesta è ora «${state}»: ${request}`,
    en: (state: string, request: string) => `Request is now “${state}”: ${request}`,
  },
  roles_changed: {
    de: (by: string) => `${by} hat Ihre Portalrollen geändert`,
    fr: (by: string) => `${by} a modifié vos rôles du portail`,
    it: (by: string) => `${by} ha modificato i Suoi ruoli del portale`,
    en: (by: string) => `${by} changed your portal roles`,
  },
  role_request: {
    de: (person: string, role: string) => `Rolle zu bestätigen: ${role} für ${person}`,
    fr: (person: string, role: string) => `Rôle à confirmer : ${role} pour ${person}`,
    it: (person: string, role: string) => `Ruolo da confermare: ${role} per ${person}`,
    en: (person: string, role: string) => `Role to confirm: ${role} for ${person}`,
  },
  role_approved: {
    de: (person: string, role: string) => `Bestätigt: ${role} für ${person}`,
    fr: (person: string, role: string) => `Confirmé : ${role} pour ${person}`,
    it: (person: string, role: string) => `Confermato: ${role} per ${person}`,
    en: (person: string, role: string) => `Confirmed: ${role} for ${person}`,
  },
  role_rejected: {
    de: (person: string, role: string) => `Abgelehnt: ${role} für ${person}`,
    fr: (person: string, role: string) => `Refusé : ${role} pour ${person}`,
    it: (person: string, role: string) => `Rifiutato: ${role} per ${person}`,
    en: (person: string, role: string) => `Rejected: ${role} for ${person}`,
  },
})
