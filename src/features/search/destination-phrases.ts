import { phrases } from '../../platform/phrases.ts'

/** Pages and actions as the palette calls them. */
export const destinationPhrases = phrases({
  messages: { de: 'Portalnachrichten', fr: 'Messages du portail', it: 'Messaggi del portale', en: 'Portal messages' },
  notifications: { de: 'Benachrichtigungen', fr: 'Notifications', it: 'Notifiche', en: 'Notifications' },
  deadlines: { de: 'Fristen', fr: 'Délais', it: 'Termini', en: 'Deadlines' },
  profile: { de: 'Profil', fr: 'Profil', it: 'Profilo', en: 'Profile' },
  report_claim: { de: 'Schaden melden', fr: 'Déclarer un sinistre', it: 'Annunciare un sinistro', en: 'Report a claim' },
  write_message: { de: 'Nachricht erfassen', fr: 'Rédiger un message', it: 'Scrivere un messaggio', en: 'Write a message' },
  open_request: { de: 'Anfrage eröffnen', fr: 'Ouvrir une demande', it: 'Aprire una richiesta', en: 'Open a request' },
  file_document: { de: 'Dokument hochladen', fr: 'Téléverser un document', it: 'Caricare un documento', en: 'Upload a document' },
  new_contact: { de: 'Kontakt erfassen', fr: 'Créer un contact', it: 'Creare un contatto', en: 'Create a contact' },
  calendar: {
    de: 'Kalender abonnieren',
    fr: 'S’abonner au calendrier',
    it: 'Abbonarsi al calendario',
    en: 'Subscribe to calendar',
  },
  password: { de: 'Passwort ändern', fr: 'Changer le mot de passe', it: 'Cambiare la password', en: 'Change password' },
  sign_out: { de: 'Abmelden', fr: 'Se déconnecter', it: 'Esci', en: 'Sign out' },
})
