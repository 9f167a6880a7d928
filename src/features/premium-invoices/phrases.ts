import { phrases } from '../../platform/phrases.ts'

interface Summary {
  kind: string
  insurer: string | null
  total: string
  period: string
  due: string | null
}

export const premiumInvoicePhrases = phrases({
  title: { de: 'Prämienrechnungen', fr: 'Factures de primes', it: 'Fatture dei premi', en: 'Premium invoices' },
  one: { de: 'Prämienrechnung', fr: 'Facture de prime', it: 'Fattura del premio', en: 'Premium invoice' },
  lead: {
    de: 'Die Rechnungen der Versicherer zu Ihren Policen. Der Status stammt aus dem Verwaltungssystem Ihres Brokers; was Sie dem Versicherer direkt zahlen, kann dort noch fehlen.',
    fr: 'Les factures des assureurs relatives à vos polices. Le statut provient du système de gestion de votre courtier ; ce que vous payez directement à l’assureur peut encore y manquer.',
    it: 'Le fatture degli assicuratori relative alle Sue polizze. Lo stato proviene dal sistema gestionale del Suo broker; i pagamenti effettuati direttamente all’assicuratore possono ancora mancarvi.',
    en: 'The insurers’ invoices for your policies. The status comes from your broker’s management system; what you pay to the insurer directly may not be known there yet.',
  },
  nothing_title: {
    de: 'Hier sind noch keine Prämienrechnungen für Sie',
    fr: 'Aucune facture de prime pour vous pour l’instant',
    it: 'Qui non ci sono ancora fatture dei premi per Lei',
    en: 'There are no premium invoices for you here yet',
  },
  nothing_text: {
    de: 'Sie sehen die Prämienrechnungen der Policen, die Ihre Portalrollen öffnen. Fragen Sie den User Manager Ihrer Firma, wenn Ihnen eine Rolle fehlt.',
    fr: 'Vous voyez les factures de primes des polices que vos rôles du portail vous ouvrent. S’il vous manque un rôle, adressez-vous au responsable des utilisateurs de votre entreprise.',
    it: 'Lei vede le fatture dei premi delle polizze aperte dai Suoi ruoli del portale. Se Le manca un ruolo, si rivolga al responsabile degli utenti della Sua azienda.',
    en: 'You see the premium invoices of the policies that your portal roles open. Ask the user manager of your company if you lack a role.',
  },
  number: { de: 'Rechnungsnummer', fr: 'Numéro de facture', it: 'Numero di fattura', en: 'Invoice number' },
  copy: { de: 'Nummer kopieren', fr: 'Copier le numéro', it: 'Copia il numero', en: 'Copy number' },
  kind: { de: 'Art', fr: 'Genre', it: 'Genere', en: 'Kind' },
  kind_provisional: { de: 'Vorausprämie', fr: 'Prime provisoire', it: 'Premio provvisorio', en: 'Provisional premium' },
  kind_renewal: { de: 'Folgeprämie', fr: 'Prime subséquente', it: 'Premio successivo', en: 'Renewal premium' },
  kind_instalment: { de: 'Ratenrechnung', fr: 'Facture d’acompte', it: 'Fattura rateale', en: 'Instalment' },
  kind_final: { de: 'Definitive Abrechnung', fr: 'Décompte définitif', it: 'Conteggio definitivo', en: 'Final statement' },
  kind_credit: { de: 'Gutschrift', fr: 'Note de crédit', it: 'Nota di credito', en: 'Credit note' },
  kind_reminder: { de: 'Mahnung', fr: 'Rappel', it: 'Diffida', en: 'Reminder' },
  kind_cancellation: { de: 'Storno', fr: 'Annulation', it: 'Storno', en: 'Cancellation' },
  period: { de: 'Periode', fr: 'Période', it: 'Periodo', en: 'Period' },
  invoiced: { de: 'Rechnungsdatum', fr: 'Date de la facture', it: 'Data della fattura', en: 'Invoice date' },
  due: { de: 'Fällig am', fr: 'Échéance', it: 'Scadenza', en: 'Due on' },
  total: { de: 'Total', fr: 'Total', it: 'Totale', en: 'Total' },
  paid_on: { de: 'Bezahlt am', fr: 'Payée le', it: 'Pagata il', en: 'Paid on' },
  state: { de: 'Status', fr: 'Statut', it: 'Stato', en: 'Status' },
  as_of: {
    de: (day: string) => `Stand ${day}`,
    fr: (day: string) => `état au ${day}`,
    it: (day: string) => `stato al ${day}`,
    en: (day: string) => `as of ${day}`,
  },
  state_reported: {
    de: 'als bezahlt gemeldet',
    fr: 'annoncée comme payée',
    it: 'segnalata come pagata',
    en: 'reported as paid',
  },
  state_unknown: { de: 'unbekannt', fr: 'inconnu', it: 'sconosciuto', en: 'unknown' },
  state_open: { de: 'offen', fr: 'ouverte', it: 'aperta', en: 'open' },
  state_due: { de: 'fällig', fr: 'échue', it: 'esigibile', en: 'due' },
  state_overdue: { de: 'überfällig', fr: 'en retard', it: 'in ritardo', en: 'overdue' },
  state_reminded: { de: 'gemahnt', fr: 'rappel envoyé', it: 'sollecitata', en: 'reminded' },
  state_cover_suspended: {
    de: 'Deckung ruht',
    fr: 'couverture suspendue',
    it: 'copertura sospesa',
    en: 'cover suspended',
  },
  state_paid: { de: 'bezahlt', fr: 'payée', it: 'pagata', en: 'paid' },
  state_partly_paid: { de: 'teilbezahlt', fr: 'payée en partie', it: 'pagata in parte', en: 'partly paid' },
  state_cancelled: { de: 'storniert', fr: 'annulée', it: 'stornata', en: 'cancelled' },
  state_credited: { de: 'gutgeschrieben', fr: 'créditée', it: 'accreditata', en: 'credited' },
  state_hint: {
    de: 'Massgebend ist das Konto beim Versicherer. Ist die Rechnung bezahlt, aber hier noch nicht vermerkt, ist nichts zu tun.',
    fr: 'Le compte auprès de l’assureur fait foi. Si la facture est payée mais que cela n’apparaît pas encore ici, vous n’avez rien à faire.',
    it: 'Fa stato il conto presso l’assicuratore. Se la fattura è pagata ma qui non risulta ancora, non occorre fare nulla.',
    en: 'The account with the insurer is decisive. If the invoice is paid but not noted here yet, there is nothing to do.',
  },
  unknown_hint: {
    de: 'Der Versicherer zieht diese Prämie direkt ein; ob sie bezahlt ist, weiss Ihr Broker nicht.',
    fr: 'L’assureur encaisse cette prime directement ; votre courtier ne sait pas si elle est payée.',
    it: 'L’assicuratore incassa direttamente questo premio; il Suo broker non sa se è pagato.',
    en: 'The insurer collects this premium directly; your broker does not know whether it has been paid.',
  },
  overdue_hint: {
    de: (day: string) => `Die Fälligkeit war am ${day}, und im Verwaltungssystem ist noch keine vollständige Zahlung vermerkt.`,
    fr: (day: string) =>
      `L’échéance était le ${day} et aucun paiement complet n’est encore enregistré dans le système de gestion.`,
    it: (day: string) => `La scadenza era il ${day} e nel sistema gestionale non risulta ancora un pagamento completo.`,
    en: (day: string) => `It was due on ${day}, and no full payment is noted in the management system yet.`,
  },
  amounts: { de: 'Betrag', fr: 'Montant', it: 'Importo', en: 'Amount' },
  invoice: { de: 'Rechnung', fr: 'Facture', it: 'Fattura', en: 'Invoice' },
  past_invoiced: { de: 'Rechnung gestellt', fr: 'Facture établie', it: 'Fattura emessa', en: 'Invoiced' },
  past_paid: {
    de: 'Bezahlt, laut Verwaltungssystem',
    fr: 'Payée, selon le système de gestion',
    it: 'Pagata, secondo il sistema gestionale',
    en: 'Paid, according to the management system',
  },
  payment: { de: 'Zahlung', fr: 'Paiement', it: 'Pagamento', en: 'Payment' },
  view_open: { de: 'Offen', fr: 'Ouvertes', it: 'Aperte', en: 'Open' },
  view_due: { de: 'Diesen Monat fällig', fr: 'Échéance ce mois-ci', it: 'In scadenza questo mese', en: 'Due this month' },
  view_overdue: { de: 'Überfällig', fr: 'En retard', it: 'In ritardo', en: 'Overdue' },
  view_reminded: { de: 'Gemahnt', fr: 'Rappel envoyé', it: 'Sollecitate', en: 'Reminded' },
  view_paid: { de: 'Bezahlt', fr: 'Payées', it: 'Pagate', en: 'Paid' },
  summary: {
    de: (p: Summary) =>
      `${p.kind}${p.insurer ? ` (${p.insurer})` : ''} über ${p.total}${p.period ? ` für ${p.period}` : ''}${p.due ? `, fällig am ${p.due}` : ''}.`,
    fr: (p: Summary) =>
      `${p.kind}${p.insurer ? ` (${p.insurer})` : ''} de ${p.total}${p.period ? ` pour ${p.period}` : ''}${p.due ? `, échéance le ${p.due}` : ''}.`,
    it: (p: Summary) =>
      `${p.kind}${p.insurer ? ` (${p.insurer})` : ''} di ${p.total}${p.period ? ` per ${p.period}` : ''}${p.due ? `, scadenza il ${p.due}` : ''}.`,
    en: (p: Summary) =>
      `${p.kind}${p.insurer ? ` (${p.insurer})` : ''} of ${p.total}${p.period ? ` for ${p.period}` : ''}${p.due ? `, due on ${p.due}` : ''}.`,
  },
})
