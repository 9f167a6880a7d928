import { phrases } from '../../platform/phrases.ts'

/** The lower cards of Home. */
export const cardPhrases = phrases({
  deadlines: {
    de: 'Fristen der nächsten 90 Tage',
    fr: 'Délais des 90 prochains jours',
    it: 'Termini dei prossimi 90 giorni',
    en: 'Deadlines of the next 90 days',
  },
  premium_invoices: {
    de: 'Offene Prämienrechnungen',
    fr: 'Factures de primes ouvertes',
    it: 'Fatture dei premi aperte',
    en: 'Open premium invoices',
  },
  claims: { de: 'Offene Schadenfälle', fr: 'Sinistres ouverts', it: 'Sinistri aperti', en: 'Open claims' },
  drafts: {
    de: 'Angefangene Schadenmeldungen',
    fr: 'Déclarations de sinistre commencées',
    it: 'Annunci di sinistro iniziati',
    en: 'Claim reports you began',
  },
  requests: { de: 'Offene Anfragen', fr: 'Demandes en cours', it: 'Richieste aperte', en: 'Open requests' },
  figures: { de: 'Prämien und Schäden', fr: 'Primes et sinistres', it: 'Premi e sinistri', en: 'Premiums and claims' },
  no_deadlines: {
    de: 'In den nächsten 90 Tagen läuft keine Frist ab.',
    fr: 'Aucun délai n’expire dans les 90 prochains jours.',
    it: 'Nei prossimi 90 giorni non scade alcun termine.',
    en: 'No deadline ends within the next 90 days.',
  },
  no_premium_invoices: {
    de: 'Nach dem letzten Datenstand ist keine Prämienrechnung offen.',
    fr: 'Selon les dernières données, aucune facture de prime n’est ouverte.',
    it: 'Secondo gli ultimi dati nessuna fattura dei premi è aperta.',
    en: 'According to the latest data no premium invoice is open.',
  },
  no_claims: {
    de: 'Kein Schadenfall ist offen.',
    fr: 'Aucun sinistre n’est ouvert.',
    it: 'Nessun sinistro è aperto.',
    en: 'No claim is open.',
  },
  no_requests: {
    de: 'Keine Anfrage ist offen.',
    fr: 'Aucune demande n’est en cours.',
    it: 'Nessuna richiesta è aperta.',
    en: 'No request is open.',
  },
  at_risk: {
    de: (n: number) =>
      `${n === 1 ? '1 Prämienrechnung ist gemahnt' : `${n} Prämienrechnungen sind gemahnt`}. Je nach Branche ruht die Deckung 14 Tage nach dem Versand der Mahnung.`,
    fr: (n: number) =>
      `${n === 1 ? '1 facture de prime a fait l’objet d’un rappel' : `${n} factures de primes ont fait l’objet d’un rappel`}. Selon la branche, la couverture est suspendue 14 jours après l’envoi de la sommation.`,
    it: (n: number) =>
      `${n === 1 ? '1 fattura dei premi è sollecitata' : `${n} fatture dei premi sono sollecitate`}. A seconda del ramo la copertura è sospesa 14 giorni dopo la spedizione della diffida.`,
    en: (n: number) =>
      `${n === 1 ? '1 premium invoice was reminded' : `${n} premium invoices were reminded`}. Depending on the line of business cover is suspended 14 days after the reminder was dispatched.`,
  },
  at_risk_show: { de: 'Anzeigen', fr: 'Afficher', it: 'Mostra', en: 'Show' },
  deadlines_elsewhere: {
    de: 'Sie sehen so viele Policen, dass ihre Fristen eine Seite für sich haben.',
    fr: 'Vous voyez tant de polices que leurs délais ont une page à eux.',
    it: 'Vede così tante polizze che i loro termini hanno una pagina a sé.',
    en: 'You see so many policies that their deadlines have a page of their own.',
  },
  very_many: {
    de: (n: string) => `Es sind ${n}; in der Liste lassen sie sich eingrenzen.`,
    fr: (n: string) => `Il y en a ${n} ; la liste permet de les restreindre.`,
    it: (n: string) => `Sono ${n}; nell’elenco si possono restringere.`,
    en: (n: string) => `There are ${n}; the list lets you narrow them down.`,
  },
  all: {
    de: (n: string) => `Alle ${n}`,
    fr: (n: string) => `Tout afficher (${n})`,
    it: (n: string) => `Mostra tutto (${n})`,
    en: (n: string) => `All ${n}`,
  },
  to_list: { de: 'Zur Liste', fr: 'Vers la liste', it: 'All’elenco', en: 'To the list' },
  to_deadlines: { de: 'Alle Fristen', fr: 'Tous les délais', it: 'Tutti i termini', en: 'All deadlines' },
  deadline: {
    de: (kind: string, name: string) => [kind, name].filter(Boolean).join(': '),
    fr: (kind: string, name: string) => [kind, name].filter(Boolean).join(' : '),
    it: (kind: string, name: string) => [kind, name].filter(Boolean).join(': '),
    en: (kind: string, name: string) => [kind, name].filter(Boolean).join(': '),
  },
  due: {
    de: (day: string) => `fällig ${day}`,
    fr: (day: string) => `échéance ${day}`,
    it: (day: string) => `scadenza ${day}`,
    en: (day: string) => `due ${day}`,
  },
  go_on: {
    de: (kind: string) => `${kind}: weiterfahren`,
    fr: (kind: string) => `${kind} : continuer`,
    it: (kind: string) => `${kind}: continuare`,
    en: (kind: string) => `${kind}: continue`,
  },
  saved: {
    de: (at: string) => `gespeichert ${at}`,
    fr: (at: string) => `enregistré ${at}`,
    it: (at: string) => `salvato ${at}`,
    en: (at: string) => `saved ${at}`,
  },
  arrange: {
    de: 'Startseite anpassen',
    fr: 'Adapter la page d’accueil',
    it: 'Adattare la pagina iniziale',
    en: 'Arrange this page',
  },
  arrange_lead: {
    de: 'Was unter Benachrichtigungen, Kontakt und Aktionen steht, und in welcher Reihenfolge. Es gilt für Sie allein, auf allen Geräten.',
    fr: 'Ce qui figure sous Notifications, Contact et Actions, et dans quel ordre. Valable pour vous seul, sur tous vos appareils.',
    it: 'Che cosa sta sotto Notifiche, Contatto e Azioni, e in quale ordine. Vale solo per Lei, su tutti i dispositivi.',
    en: 'What stands below notifications, contact and actions, and in which order. It is for you alone, on all devices.',
  },
  arrange_refused: {
    de: 'Diese Änderung war nicht lesbar. Wählen Sie eine der Schaltflächen.',
    fr: 'Cette modification n’était pas lisible. Choisissez l’un des boutons.',
    it: 'Questa modifica non era leggibile. Scelga uno dei pulsanti.',
    en: 'This change could not be read. Choose one of the buttons.',
  },
  order: {
    de: 'Karten in Ihrer Reihenfolge',
    fr: 'Cartes dans votre ordre',
    it: 'Schede nel Suo ordine',
    en: 'Cards in your order',
  },
  up: { de: 'Nach oben', fr: 'Vers le haut', it: 'In alto', en: 'Up' },
  down: { de: 'Nach unten', fr: 'Vers le bas', it: 'In basso', en: 'Down' },
  hide: { de: 'Ausblenden', fr: 'Masquer', it: 'Nascondere', en: 'Hide' },
  show: { de: 'Einblenden', fr: 'Afficher', it: 'Mostrare', en: 'Show' },
  hidden: { de: 'ausgeblendet', fr: 'masquée', it: 'nascosta', en: 'hidden' },
  reset: { de: 'Zurücksetzen', fr: 'Réinitialiser', it: 'Ripristinare', en: 'Reset' },
  back: { de: 'Zur Startseite', fr: 'Vers la page d’accueil', it: 'Alla pagina iniziale', en: 'To the start page' },
  no_role_title: {
    de: 'Für Sie sind noch keine Datensätze freigegeben',
    fr: 'Aucun enregistrement ne vous est encore ouvert',
    it: 'Nessuna registrazione Le è ancora accessibile',
    en: 'No records are open to you yet',
  },
  no_role_text: {
    de: 'Policen, Schadenfälle, Rechnungen und Dokumente sehen Sie, sobald Sie eine dieser Rollen haben:',
    fr: 'Vous verrez les polices, sinistres, factures et documents dès que vous aurez l’un de ces rôles :',
    it: 'Vedrà polizze, sinistri, fatture e documenti non appena avrà uno di questi ruoli:',
    en: 'You see policies, claims, invoices and documents as soon as you have one of these roles:',
  },
  no_role_group: {
    de: 'Ihre Rolle Konzernmanager weitet Fachrollen auf die untergeordneten Firmen aus; allein zeigt sie nichts.',
    fr: 'Votre rôle de responsable du groupe étend les rôles de branche aux sociétés subordonnées ; seul, il ne montre rien.',
    it: 'Il Suo ruolo di responsabile del gruppo estende i ruoli di ramo alle aziende subordinate; da solo non mostra nulla.',
    en: 'Your role group manager extends line roles to the companies below; by itself it shows nothing.',
  },
  ask: {
    de: (names: string) => `Rollen vergibt in Ihrer Firma: ${names}.`,
    fr: (names: string) => `Dans votre entreprise, les rôles sont attribués par : ${names}.`,
    it: (names: string) => `Nella Sua azienda i ruoli sono assegnati da: ${names}.`,
    en: (names: string) => `At your company roles are given by: ${names}.`,
  },
  ask_second: {
    de: (names: string) => `Eine Rolle, die Sie sich selbst geben, gibt eine zweite Person frei: ${names} oder Ihr Broker.`,
    fr: (names: string) => `Un rôle que vous vous attribuez est accordé par une deuxième personne : ${names} ou votre courtier.`,
    it: (names: string) => `Un ruolo che assegna a sé stesso è concesso da una seconda persona: ${names} o il Suo broker.`,
    en: (names: string) => `A role you give yourself is granted by a second person: ${names} or your broker.`,
  },
  ask_broker: {
    de: 'Rollen vergibt Ihr Broker. Fragen Sie Ihren Betreuer.',
    fr: 'Les rôles sont attribués par votre courtier. Adressez-vous à votre conseiller.',
    it: 'I ruoli sono assegnati dal Suo broker. Si rivolga al Suo consulente.',
    en: 'Roles are given by your broker. Ask your account manager.',
  },
  ask_access: { de: 'Zugriff anfragen', fr: 'Demander l’accès', it: 'Chiedere l’accesso', en: 'Ask for access' },
})
