import { phrases } from '../../platform/phrases.ts'

interface Clause {
  months: number
  endsOn: string
}
interface Invoiced {
  number: string
  total: string
  source: string
}

export const deadlinePhrases = phrases({
  title: { de: 'Fristen', fr: 'Délais', it: 'Termini', en: 'Deadlines' },
  lead: {
    de: 'Bis wann Kündigungen eingetroffen und Prämien bezahlt sein müssen, Monat für Monat.',
    fr: 'Jusqu’à quand les résiliations doivent être parvenues et les primes payées, mois par mois.',
    it: 'Entro quando devono pervenire le disdette ed essere pagati i premi, mese per mese.',
    en: 'By when notices must have arrived and premiums must be paid, month by month.',
  },
  label: {
    de: 'Frist gemäss Police/berechnet – massgebend ist der Vertrag',
    fr: 'Délai selon la police/calculé – le contrat fait foi',
    it: 'Termine secondo la polizza/calcolato – fa stato il contratto',
    en: 'Deadline by the policy/computed – the contract is decisive',
  },
  label_more: {
    de: 'Die Kündigung muss am letzten Tag eingetroffen sein. Wir raten, sie 30 Tage früher zu senden.',
    fr: 'La résiliation doit être parvenue au plus tard le dernier jour. Nous conseillons de l’envoyer 30 jours plus tôt.',
    it: 'La disdetta deve pervenire entro l’ultimo giorno. Consigliamo di inviarla 30 giorni prima.',
    en: 'The notice must have arrived by the last day. We advise sending it 30 days earlier.',
  },
  views: { de: 'Zeitraum', fr: 'Période', it: 'Periodo', en: 'Period' },
  view_quarter: { de: '90 Tage', fr: '90 jours', it: '90 giorni', en: '90 days' },
  view_year: { de: '12 Monate', fr: '12 mois', it: '12 mesi', en: '12 months' },
  view_all: { de: 'Alle anzeigen', fr: 'Tout afficher', it: 'Mostra tutto', en: 'Show all' },
  overdue: { de: 'Überfällig', fr: 'En retard', it: 'In ritardo', en: 'Overdue' },
  last_day: { de: 'Letzter Tag', fr: 'Dernier jour', it: 'Ultimo giorno', en: 'Last day' },
  what: { de: 'Was', fr: 'Quoi', it: 'Cosa', en: 'What' },
  rule: { de: 'Regel', fr: 'Règle', it: 'Regola', en: 'Rule' },
  remaining: { de: 'Noch', fr: 'Reste', it: 'Restano', en: 'Left' },
  notice: { de: 'Kündigungsfrist', fr: 'Délai de résiliation', it: 'Termine di disdetta', en: 'Notice deadline' },
  window: { de: 'Kündigungsfenster', fr: 'Possibilité de résiliation', it: 'Possibilità di disdetta', en: 'Window for notice' },
  expiry: { de: 'Vertrag läuft ab', fr: 'Fin du contrat', it: 'Fine del contratto', en: 'Contract runs out' },
  limitation: { de: 'Schaden verjährt', fr: 'Prescription du sinistre', it: 'Prescrizione del sinistro', en: 'Claim lapses' },
  kinds: { de: 'Art der Frist', fr: 'Genre de délai', it: 'Tipo di termine', en: 'Kind of deadline' },
  kinds_all: { de: 'Alle Fristen', fr: 'Tous les délais', it: 'Tutti i termini', en: 'All deadlines' },
  kinds_notice: { de: 'Kündigungen', fr: 'Résiliations', it: 'Disdette', en: 'Notices' },
  kinds_premium: { de: 'Prämien', fr: 'Primes', it: 'Premi', en: 'Premiums' },
  kinds_expiry: { de: 'Abläufe', fr: 'Échéances', it: 'Scadenze', en: 'Expiries' },
  kinds_limitation: { de: 'Verjährungen', fr: 'Prescriptions', it: 'Prescrizioni', en: 'Limitations' },
  by_expiry: {
    de: 'Ablauf gemäss Police; ob sie sich stillschweigend verlängert, sagt der Vertrag',
    fr: 'Fin selon la police ; le contrat dit si elle se renouvelle tacitement',
    it: 'Scadenza secondo la polizza; se si rinnova tacitamente lo dice il contratto',
    en: 'End by the policy; whether it renews by itself the contract says',
  },
  by_limitation: {
    de: (day: string) => `Ansprüche verjähren fünf Jahre nach dem Ereignis vom ${day} (VVG Art. 46)`,
    fr: (day: string) => `Les créances se prescrivent par cinq ans dès l’événement du ${day} (art. 46 LCA)`,
    it: (day: string) => `Le pretese si prescrivono in cinque anni dall’evento del ${day} (art. 46 LCA)`,
    en: (day: string) => `Claims lapse five years after the event of ${day} (VVG Art. 46)`,
  },
  premium: { de: 'Prämie fällig', fr: 'Prime échue', it: 'Premio in scadenza', en: 'Premium due' },
  by_clause: {
    de: (p: Clause) =>
      `Gemäss Vertragsklausel: ${p.months === 0 ? 'ohne Kündigungsfrist' : `Kündigungsfrist ${p.months === 1 ? '1 Monat' : `${p.months} Monate`}`} auf den ${p.endsOn}`,
    fr: (p: Clause) =>
      `Selon la clause du contrat : ${p.months === 0 ? 'sans délai de résiliation' : `délai de résiliation de ${p.months} mois`} pour le ${p.endsOn}`,
    it: (p: Clause) =>
      `Secondo la clausola del contratto: ${p.months === 0 ? 'senza termine di disdetta' : `termine di disdetta di ${p.months === 1 ? '1 mese' : `${p.months} mesi`}`} per il ${p.endsOn}`,
    en: (p: Clause) =>
      `By the contract’s clause: ${p.months === 0 ? 'no notice period' : `notice period ${p.months === 1 ? '1 month' : `${p.months} months`}`} to ${p.endsOn}`,
  },
  by_law: {
    de: (endsOn: string) =>
      `Gemäss VVG Art. 35a, weil keine Klausel bekannt ist: 3 Monate auf das Ende des dritten oder jedes folgenden Jahres, hier auf den ${endsOn}`,
    fr: (endsOn: string) =>
      `Selon l’art. 35a LCA, aucune clause n’étant connue : 3 mois pour la fin de la troisième année ou de chaque année suivante, ici pour le ${endsOn}`,
    it: (endsOn: string) =>
      `Secondo l’art. 35a LCA, non essendo nota alcuna clausola: 3 mesi per la fine del terzo anno o di ogni anno successivo, qui per il ${endsOn}`,
    en: (endsOn: string) =>
      `By VVG Art. 35a, as no clause is known: 3 months to the end of the third or any later year, here to ${endsOn}`,
  },
  by_reminder: {
    de: (day: string) => `Mahnung vom ${day}: 14 Tage ab Versand, danach ruht die Deckung (VVG Art. 20).`,
    fr: (day: string) => `Sommation du ${day} : 14 jours dès l’envoi, puis la couverture est suspendue (art. 20 LCA).`,
    it: (day: string) => `Diffida del ${day}: 14 giorni dalla spedizione, poi la copertura è sospesa (art. 20 LCA).`,
    en: (day: string) => `Reminder of ${day}: 14 days from dispatch, then cover is suspended (VVG Art. 20).`,
  },
  by_invoice: {
    de: (p: Invoiced) => `Prämienrechnung ${p.number} über ${p.total}, ${p.source}`,
    fr: (p: Invoiced) => `Facture de prime ${p.number} de ${p.total}, ${p.source}`,
    it: (p: Invoiced) => `Fattura del premio ${p.number} di ${p.total}, ${p.source}`,
    en: (p: Invoiced) => `Premium invoice ${p.number} over ${p.total}, ${p.source}`,
  },
  safer_day: {
    de: (day: string) => `Besser bis ${day}`,
    fr: (day: string) => `Mieux : d’ici au ${day}`,
    it: (day: string) => `Meglio entro il ${day}`,
    en: (day: string) => `Better by ${day}`,
  },
  today: { de: 'heute', fr: 'aujourd’hui', it: 'oggi', en: 'today' },
  tomorrow: { de: 'morgen', fr: 'demain', it: 'domani', en: 'tomorrow' },
  days_left: {
    de: (n: number) => `noch ${n} Tage`,
    fr: (n: number) => `encore ${n} jours`,
    it: (n: number) => `ancora ${n} giorni`,
    en: (n: number) => `${n} days left`,
  },
  days_late: {
    de: (n: number) => (n === 1 ? 'seit 1 Tag überfällig' : `seit ${n} Tagen überfällig`),
    fr: (n: number) => (n === 1 ? 'en retard de 1 jour' : `en retard de ${n} jours`),
    it: (n: number) => (n === 1 ? 'in ritardo di 1 giorno' : `in ritardo di ${n} giorni`),
    en: (n: number) => (n === 1 ? '1 day overdue' : `${n} days overdue`),
  },
  count: {
    de: (n: string, one: boolean) => (one ? '1 Frist' : `${n} Fristen`),
    fr: (n: string, one: boolean) => (one ? '1 délai' : `${n} délais`),
    it: (n: string, one: boolean) => (one ? '1 termine' : `${n} termini`),
    en: (n: string, one: boolean) => (one ? '1 deadline' : `${n} deadlines`),
  },
  more: {
    de: (n: string) => `Gezeigt werden die nächsten ${n}. Ein kürzerer Zeitraum zeigt alle.`,
    fr: (n: string) => `Les ${n} prochains sont affichés. Une période plus courte les montre tous.`,
    it: (n: string) => `Sono mostrati i prossimi ${n}. Un periodo più breve li mostra tutti.`,
    en: (n: string) => `The next ${n} are shown. A shorter period shows them all.`,
  },
  nothing_title: {
    de: 'In diesem Zeitraum läuft keine Frist ab',
    fr: 'Aucun délai n’expire durant cette période',
    it: 'In questo periodo non scade alcun termine',
    en: 'No deadline ends in this period',
  },
  nothing_text: {
    de: 'Fristen sehen Sie von aktiven Policen, die Ihre Portalrollen öffnen, und von unbezahlten Prämienrechnungen.',
    fr: 'Vous voyez les délais des polices actives que vos rôles du portail vous ouvrent et ceux des factures de primes impayées.',
    it: 'Vede i termini delle polizze attive aperte dai Suoi ruoli del portale e delle fatture dei premi non pagate.',
    en: 'You see the deadlines of active policies that your portal roles open, and of unpaid premium invoices.',
  },
  none_here: {
    de: 'Zurzeit ist keine Frist bekannt.',
    fr: 'Aucun délai connu pour l’instant.',
    it: 'Al momento non è noto alcun termine.',
    en: 'No deadline is known at present.',
  },
  to_calendar: { de: 'In Kalender', fr: 'Dans le calendrier', it: 'Nel calendario', en: 'Add to calendar' },
  subscribe: {
    de: 'Kalender abonnieren',
    fr: 'S’abonner au calendrier',
    it: 'Abbonarsi al calendario',
    en: 'Subscribe to calendar',
  },
  calendar_name: {
    de: (company: string) => `Versicherungsfristen ${company}`,
    fr: (company: string) => `Délais d’assurance ${company}`,
    it: (company: string) => `Termini assicurativi ${company}`,
    en: (company: string) => `Insurance deadlines ${company}`,
  },
  event_other: {
    de: (what: string, about: string) => `${what}: ${about}`,
    fr: (what: string, about: string) => `${what} : ${about}`,
    it: (what: string, about: string) => `${what}: ${about}`,
    en: (what: string, about: string) => `${what}: ${about}`,
  },
})
