import { phrases } from '../../platform/phrases.ts'

export const homePhrases = phrases({
  welcome: {
    de: (name: string) => `Willkommen, ${name}`,
    fr: (name: string) => `Bienvenue, ${name}`,
    it: (name: string) => `Benvenuto, ${name}`,
    en: (name: string) => `Welcome, ${name}`,
  },
  lead: {
    de: 'Willkommen auf unserem Kundenportal!',
    fr: 'Bienvenue sur notre portail clients !',
    it: 'Benvenuti sul nostro portale clienti!',
    en: 'Welcome to our customer portal!',
  },
  notifications: { de: 'Benachrichtigungen', fr: 'Notifications', it: 'Notifiche', en: 'Notifications' },
  no_notifications: {
    de: 'Keine ungelesenen Meldungen',
    fr: 'Aucune notification non lue',
    it: 'Nessuna notifica non letta',
    en: 'No unread notifications',
  },
  no_notifications_text: {
    de: 'Sobald etwas Neues für Sie da ist, steht es hier.',
    fr: 'Dès qu’il y a du nouveau pour vous, cela apparaît ici.',
    it: 'Appena c’è qualcosa di nuovo per Lei, compare qui.',
    en: 'As soon as there is something new for you, it stands here.',
  },
  requests_to_decide: {
    de: (person: string, role: string) => `${person}: Rolle «${role}» freigeben?`,
    fr: (person: string, role: string) => `${person} : accorder le rôle « ${role} » ?`,
    it: (person: string, role: string) => `${person}: concedere il ruolo «${role}»?`,
    en: (person: string, role: string) => `${person}: grant the role “${role}”?`,
  },
  contact: { de: 'Kontakt', fr: 'Contact', it: 'Contatto', en: 'Contact' },
  account_manager: {
    de: 'Betreuer/in',
    fr: 'Conseiller/ère à la clientèle',
    it: 'Consulente alla clientela',
    en: 'Account manager',
  },
  no_contact: {
    de: 'Ihr Broker hat noch keine Kontaktangaben hinterlegt.',
    fr: 'Votre courtier n’a pas encore indiqué ses coordonnées.',
    it: 'Il Suo broker non ha ancora indicato i dati di contatto.',
    en: 'Your broker has not entered contact details yet.',
  },
  actions: { de: 'Aktionen', fr: 'Actions', it: 'Azioni', en: 'Actions' },
  report_claim: { de: 'Schaden melden', fr: 'Déclarer un sinistre', it: 'Annunciare un sinistro', en: 'Report a claim' },
  write_message: { de: 'Nachricht erfassen', fr: 'Rédiger un message', it: 'Scrivere un messaggio', en: 'Write a message' },
  open_request: { de: 'Anfrage eröffnen', fr: 'Ouvrir une demande', it: 'Aprire una richiesta', en: 'Open a request' },
  all_notifications: { de: 'Alle anzeigen', fr: 'Tout afficher', it: 'Mostra tutto', en: 'Show all' },
  mark_all: {
    de: 'Alle als gelesen markieren',
    fr: 'Tout marquer comme lu',
    it: 'Segna tutto come letto',
    en: 'Mark all as read',
  },
  staff_lead: {
    de: 'Registrieren Sie User Manager und behalten Sie die Firmen Ihrer Brokerage im Blick.',
    fr: 'Enregistrez les responsables des utilisateurs et gardez une vue d’ensemble des entreprises.',
    it: 'Registri i responsabili degli utenti e tenga d’occhio le aziende.',
    en: 'Register user managers and keep an eye on the companies of your brokerage.',
  },
  to_companies: { de: 'Zu den Firmen', fr: 'Vers les entreprises', it: 'Alle aziende', en: 'To the companies' },
})
