import { phrases } from '../../platform/phrases.ts'

export const contactPhrases = phrases({
  title: { de: 'Kontakte', fr: 'Contacts', it: 'Contatti', en: 'Contacts' },
  lead: {
    de: 'Personen Ihrer Firma und ihre Portalkonten.',
    fr: 'Les personnes de votre entreprise et leurs comptes du portail.',
    it: 'Le persone della Sua azienda e i loro account del portale.',
    en: 'The people of your company and their portal accounts.',
  },
  lead_own: {
    de: 'Ihr eigener Kontakt. Die Kontakte Ihrer Firma verwaltet der User Manager.',
    fr: 'Votre propre contact. Les contacts de votre entreprise sont gérés par le responsable des utilisateurs.',
    it: 'Il Suo contatto. I contatti della Sua azienda sono gestiti dal responsabile degli utenti.',
    en: 'Your own contact. The contacts of your company are looked after by the user manager.',
  },
  lead_staff: {
    de: 'Alle Personen Ihrer Kunden und ihre Portalkonten.',
    fr: 'Toutes les personnes de vos clients et leurs comptes du portail.',
    it: 'Tutte le persone dei Suoi clienti e i loro account del portale.',
    en: 'All people of your customers and their portal accounts.',
  },
  nothing_title: { de: 'Noch keine Kontakte', fr: 'Pas encore de contacts', it: 'Ancora nessun contatto', en: 'No contacts yet' },
  nothing_text: {
    de: 'Hier stehen die Personen Ihrer Firma. Erfassen Sie die erste und eröffnen Sie ihr danach ein Portalkonto.',
    fr: 'Les personnes de votre entreprise apparaissent ici. Saisissez la première, puis ouvrez-lui un compte du portail.',
    it: 'Qui compaiono le persone della Sua azienda. Inserisca la prima e poi le apra un account del portale.',
    en: 'The people of your company stand here. Enter the first one, then open a portal account for that person.',
  },
  create: { de: 'Erstelle Neu', fr: 'Créer', it: 'Crea nuovo', en: 'Create new' },
  broker: {
    de: 'Ihr Kontakt beim Broker',
    fr: 'Votre contact chez le courtier',
    it: 'Il Suo contatto presso il broker',
    en: 'Your contact at the broker',
  },
  requests: {
    de: 'Wartet auf Bestätigung',
    fr: 'En attente de confirmation',
    it: 'In attesa di conferma',
    en: 'Waiting for confirmation',
  },

  // Columns and views, in the manual's words.
  full_name: { de: 'Vollständiger Name', fr: 'Nom complet', it: 'Nome completo', en: 'Full name' },
  email: { de: 'E-Mail', fr: 'E-mail', it: 'E-mail', en: 'E-mail' },
  position: { de: 'Position', fr: 'Fonction', it: 'Funzione', en: 'Position' },
  business_phone: {
    de: 'Telefon (geschäftlich)',
    fr: 'Téléphone (professionnel)',
    it: 'Telefono (ufficio)',
    en: 'Phone (business)',
  },
  mobile: { de: 'Mobiltelefon', fr: 'Téléphone mobile', it: 'Telefono cellulare', en: 'Mobile phone' },
  company: { de: 'Firma', fr: 'Entreprise', it: 'Azienda', en: 'Company' },
  account: { de: 'Portalkonto', fr: 'Compte du portail', it: 'Account del portale', en: 'Portal account' },
  state_none: { de: 'inaktiv', fr: 'inactif', it: 'inattivo', en: 'inactive' },
  state_invited: { de: 'eingeladen', fr: 'invité', it: 'invitato', en: 'invited' },
  state_active: { de: 'aktiv', fr: 'actif', it: 'attivo', en: 'active' },
  state_suspended: { de: 'gesperrt', fr: 'bloqué', it: 'bloccato', en: 'suspended' },
  view_with: { de: 'Mit Portalkonto', fr: 'Avec compte du portail', it: 'Con account del portale', en: 'With portal account' },
  view_without: {
    de: 'Ohne Portalkonto',
    fr: 'Sans compte du portail',
    it: 'Senza account del portale',
    en: 'Without portal account',
  },
  view_invited: { de: 'Eingeladen', fr: 'Invités', it: 'Invitati', en: 'Invited' },
  view_suspended: { de: 'Gesperrt', fr: 'Bloqués', it: 'Bloccati', en: 'Suspended' },

  // The form.
  new_title: { de: 'Kontakt erfassen', fr: 'Saisir un contact', it: 'Inserire un contatto', en: 'New contact' },
  edit_title: {
    de: (name: string) => `${name} bearbeiten`,
    fr: (name: string) => `Modifier ${name}`,
    it: (name: string) => `Modifica ${name}`,
    en: (name: string) => `Edit ${name}`,
  },
  after_saving: {
    de: 'Nach dem Speichern können Sie ein Portalkonto eröffnen und Rollen zuweisen.',
    fr: 'Après l’enregistrement, vous pouvez ouvrir un compte du portail et attribuer des rôles.',
    it: 'Dopo il salvataggio può aprire un account del portale e assegnare ruoli.',
    en: 'After saving you can open a portal account and assign roles.',
  },
  salutation: { de: 'Anrede', fr: 'Civilité', it: 'Appellativo', en: 'Salutation' },
  no_salutation: { de: 'keine', fr: 'aucune', it: 'nessuno', en: 'none' },
  mrs: { de: 'Frau', fr: 'Madame', it: 'Signora', en: 'Ms' },
  mr: { de: 'Herr', fr: 'Monsieur', it: 'Signor', en: 'Mr' },
  first_name: { de: 'Vorname', fr: 'Prénom', it: 'Nome', en: 'First name' },
  last_name: { de: 'Nachname', fr: 'Nom', it: 'Cognome', en: 'Last name' },
  email_hint: {
    de: 'Wird für ein Portalkonto gebraucht: sie ist der Benutzername.',
    fr: 'Nécessaire pour un compte du portail : c’est le nom d’utilisateur.',
    it: 'Necessaria per un account del portale: è il nome utente.',
    en: 'Needed for a portal account: it is the user name.',
  },
  email_hint_invited: {
    de: 'Diese Person ist eingeladen. Wenn Sie die Adresse ändern, gilt der gesendete Link nicht mehr; senden Sie die Einladung danach erneut.',
    fr: 'Cette personne est invitée. Si vous modifiez l’adresse, le lien envoyé n’est plus valable ; renvoyez ensuite l’invitation.',
    it: 'Questa persona è stata invitata. Se modifica l’indirizzo, il link inviato non è più valido; invii poi di nuovo l’invito.',
    en: 'This person is invited. If you change the address, the link that was sent is no longer valid; send the invitation again afterwards.',
  },
  email_hint_active: {
    de: 'Ändert nur die Kontaktadresse. Der Benutzername für die Anmeldung bleibt; ändern kann ihn nur die Person selbst.',
    fr: 'Ne modifie que l’adresse de contact. Le nom d’utilisateur pour la connexion reste ; seule la personne elle-même peut le modifier.',
    it: 'Modifica solo l’indirizzo di contatto. Il nome utente per l’accesso resta; solo la persona stessa può cambiarlo.',
    en: 'Changes the contact address only. The user name for signing in stays; only the person can change it.',
  },
  phone: { de: 'Telefon (geschäftlich)', fr: 'Téléphone (professionnel)', it: 'Telefono (ufficio)', en: 'Phone (business)' },
  phone_hint: {
    de: 'Zum Beispiel 031 555 00 96 oder +49 30 123456',
    fr: 'Par exemple 031 555 00 96 ou +49 30 123456',
    it: 'Per esempio 031 555 00 96 o +49 30 123456',
    en: 'For example 031 555 00 96 or +49 30 123456',
  },
  language: { de: 'Sprache', fr: 'Langue', it: 'Lingua', en: 'Language' },
  language_hint: {
    de: 'In dieser Sprache schreibt das Portal der Person.',
    fr: 'Le portail écrit à la personne dans cette langue.',
    it: 'Il portale scrive alla persona in questa lingua.',
    en: 'The portal writes to the person in this language.',
  },
  choose: { de: 'Bitte wählen', fr: 'Veuillez choisir', it: 'Scegliere', en: 'Please choose' },
  save: { de: 'Speichern', fr: 'Enregistrer', it: 'Salva', en: 'Save' },
  cancel: { de: 'Abbrechen', fr: 'Annuler', it: 'Annulla', en: 'Cancel' },

  // Errors say what to do.
  error_last_name: {
    de: 'Geben Sie den Nachnamen ein',
    fr: 'Indiquez le nom',
    it: 'Indichi il cognome',
    en: 'Enter the last name',
  },
  error_email: {
    de: 'Geben Sie eine E-Mail-Adresse wie anja.rieder@muster.example ein',
    fr: 'Indiquez une adresse e-mail, par exemple anja.rieder@muster.example',
    it: 'Indichi un indirizzo e-mail, per esempio anja.rieder@muster.example',
    en: 'Enter an e-mail address such as anja.rieder@muster.example',
  },
  error_phone: {
    de: 'Geben Sie eine Telefonnummer ein, zum Beispiel 031 555 00 96 oder +49 30 123456, oder lassen Sie das Feld leer',
    fr: 'Indiquez un numéro de téléphone, par exemple 031 555 00 96 ou +49 30 123456, ou laissez le champ vide',
    it: 'Indichi un numero di telefono, per esempio 031 555 00 96 o +49 30 123456, oppure lasci il campo vuoto',
    en: 'Enter a phone number, for example 031 555 00 96 or +49 30 123456, or leave the field empty',
  },
  error_choose: {
    de: (label: string) => `${label}: Wählen Sie aus der Liste`,
    fr: (label: string) => `${label} : choisissez dans la liste`,
    it: (label: string) => `${label}: scelga dall’elenco`,
    en: (label: string) => `${label}: choose from the list`,
  },
  error_too_long: {
    de: (label: string) => `${label}: Kürzen Sie den Text`,
    fr: (label: string) => `${label} : raccourcissez le texte`,
    it: (label: string) => `${label}: accorci il testo`,
    en: (label: string) => `${label}: shorten the text`,
  },
  error_unreadable: {
    de: (label: string) => `${label}: Der Text enthält unlesbare Zeichen, geben Sie ihn neu ein`,
    fr: (label: string) => `${label} : le texte contient des caractères illisibles, saisissez-le de nouveau`,
    it: (label: string) => `${label}: il testo contiene caratteri illeggibili, lo inserisca di nuovo`,
    en: (label: string) => `${label}: the text contains unreadable characters, enter it again`,
  },
  error_same_email: {
    de: (names: string) =>
      `Mit dieser E-Mail-Adresse ist in der Firma schon erfasst: ${names}. Prüfen Sie, ob es dieselbe Person ist.`,
    fr: (names: string) =>
      `Cette adresse e-mail existe déjà dans l’entreprise : ${names}. Vérifiez s’il s’agit de la même personne.`,
    it: (names: string) =>
      `Nell’azienda questo indirizzo e-mail è già inserito: ${names}. Verifichi se si tratta della stessa persona.`,
    en: (names: string) =>
      `The company has somebody with this e-mail address already: ${names}. Check whether it is the same person.`,
  },
  same_email: {
    de: 'Es ist eine andere Person: trotzdem speichern',
    fr: 'C’est une autre personne : enregistrer quand même',
    it: 'È un’altra persona: salvare comunque',
    en: 'It is another person: save anyway',
  },

  // Somebody saved in between.
  conflict_title: {
    de: 'Jemand war schneller',
    fr: 'Quelqu’un a été plus rapide',
    it: 'Qualcuno è stato più veloce',
    en: 'Somebody was faster',
  },
  conflict_text: {
    de: 'Der Kontakt wurde geändert, während Sie ihn bearbeitet haben. Ihre Angaben stehen noch im Formular. Vergleichen Sie, passen Sie an, was nötig ist, und speichern Sie noch einmal.',
    fr: 'Le contact a été modifié pendant que vous y travailliez. Vos indications figurent encore dans le formulaire. Comparez, adaptez si nécessaire et enregistrez de nouveau.',
    it: 'Il contatto è stato modificato mentre Lei lo stava elaborando. I Suoi dati sono ancora nel modulo. Confronti, adatti se necessario e salvi di nuovo.',
    en: 'The contact was changed while you were editing it. What you entered is still in the form. Compare, adapt what is needed, and save again.',
  },
  conflict_field: { de: 'Angabe', fr: 'Indication', it: 'Dato', en: 'Field' },
  conflict_yours: { de: 'Ihre Angabe', fr: 'Votre indication', it: 'Il Suo dato', en: 'Yours' },
  conflict_theirs: { de: 'Jetzt gespeichert', fr: 'Enregistré actuellement', it: 'Salvato ora', en: 'Saved now' },
})
