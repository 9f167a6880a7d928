import { phrases } from '../../platform/phrases.ts'

interface Summary {
  subject: string
  total: string
  due: string | null
}

export const invoicePhrases = phrases({
  title: { de: 'Rechnungen', fr: 'Factures', it: 'Fatture', en: 'Invoices' },
  one: { de: 'Rechnung', fr: 'Facture', it: 'Fattura', en: 'Invoice' },
  lead: {
    de: 'Die Honorarrechnungen Ihres Brokers. Die Rechnungen der Versicherer finden Sie unter Prämienrechnungen.',
    fr: 'Les factures d’honoraires de votre courtier. Vous trouvez celles des assureurs sous Factures de primes.',
    it: 'Le fatture degli onorari del Suo broker. Quelle degli assicuratori si trovano sotto Fatture dei premi.',
    en: 'Your broker’s fee invoices. The insurers’ invoices are under Premium invoices.',
  },
  nothing_title: {
    de: 'Hier sind noch keine Rechnungen für Sie',
    fr: 'Aucune facture pour vous pour l’instant',
    it: 'Qui non ci sono ancora fatture per Lei',
    en: 'There are no invoices for you here yet',
  },
  nothing_text: {
    de: 'Honorarrechnungen sehen Personen, deren Portalrollen der Broker dafür bestimmt hat. Fragen Sie den User Manager Ihrer Firma.',
    fr: 'Les factures d’honoraires sont visibles avec les rôles du portail que le courtier a définis. Adressez-vous au responsable des utilisateurs de votre entreprise.',
    it: 'Le fatture degli onorari sono visibili con i ruoli del portale stabiliti dal broker. Si rivolga al responsabile degli utenti della Sua azienda.',
    en: 'Fee invoices are seen with the portal roles that the broker has chosen for them. Ask the user manager of your company.',
  },
  number: { de: 'Rechnungsnummer', fr: 'Numéro de facture', it: 'Numero di fattura', en: 'Invoice number' },
  copy_reference: { de: 'Referenz kopieren', fr: 'Copier la référence', it: 'Copia il riferimento', en: 'Copy reference' },
  subject: { de: 'Betreff', fr: 'Objet', it: 'Oggetto', en: 'Subject' },
  invoiced: { de: 'Rechnungsdatum', fr: 'Date de la facture', it: 'Data della fattura', en: 'Invoice date' },
  due: { de: 'Fällig am', fr: 'Échéance', it: 'Scadenza', en: 'Due on' },
  net: { de: 'Netto', fr: 'Net', it: 'Netto', en: 'Net' },
  vat: {
    de: (rate: string) => `MWST ${rate}`,
    fr: (rate: string) => `TVA ${rate}`,
    it: (rate: string) => `IVA ${rate}`,
    en: (rate: string) => `VAT ${rate}`,
  },
  total: { de: 'Total', fr: 'Total', it: 'Totale', en: 'Total' },
  qr_iban: { de: 'QR-IBAN', fr: 'QR-IBAN', it: 'QR-IBAN', en: 'QR-IBAN' },
  qr_reference: { de: 'Referenz', fr: 'Référence', it: 'Riferimento', en: 'Reference' },
  state: { de: 'Status', fr: 'Statut', it: 'Stato', en: 'Status' },
  state_open: { de: 'offen', fr: 'ouverte', it: 'aperta', en: 'open' },
  state_paid: { de: 'bezahlt', fr: 'payée', it: 'pagata', en: 'paid' },
  state_cancelled: { de: 'storniert', fr: 'annulée', it: 'stornata', en: 'cancelled' },
  overdue: { de: 'überfällig', fr: 'en retard', it: 'in ritardo', en: 'overdue' },
  overdue_hint: {
    de: (day: string) => `Die Fälligkeit war am ${day}. Haben Sie inzwischen bezahlt, ist nichts zu tun.`,
    fr: (day: string) => `L’échéance était le ${day}. Si vous avez payé entre-temps, vous n’avez rien à faire.`,
    it: (day: string) => `La scadenza era il ${day}. Se nel frattempo ha pagato, non occorre fare nulla.`,
    en: (day: string) => `It was due on ${day}. If you have paid in the meantime, there is nothing to do.`,
  },
  past_invoiced: { de: 'Rechnung gestellt', fr: 'Facture établie', it: 'Fattura emessa', en: 'Invoiced' },
  amounts: { de: 'Betrag', fr: 'Montant', it: 'Importo', en: 'Amount' },
  invoice: { de: 'Rechnung', fr: 'Facture', it: 'Fattura', en: 'Invoice' },
  payment: { de: 'Zahlung', fr: 'Paiement', it: 'Pagamento', en: 'Payment' },
  view_open: { de: 'Offen', fr: 'Ouvertes', it: 'Aperte', en: 'Open' },
  view_due: { de: 'Diesen Monat fällig', fr: 'Échéance ce mois-ci', it: 'In scadenza questo mese', en: 'Due this month' },
  view_overdue: { de: 'Überfällig', fr: 'En retard', it: 'In ritardo', en: 'Overdue' },
  view_paid: { de: 'Bezahlt', fr: 'Payées', it: 'Pagate', en: 'Paid' },
  summary: {
    de: (p: Summary) => `${p.subject}: ${p.total}${p.due ? `, fällig am ${p.due}` : ''}.`,
    fr: (p: Summary) => `${p.subject} : ${p.total}${p.due ? `, échéance le ${p.due}` : ''}.`,
    it: (p: Summary) => `${p.subject}: ${p.total}${p.due ? `, scadenza il ${p.due}` : ''}.`,
    en: (p: Summary) => `${p.subject}: ${p.total}${p.due ? `, due on ${p.due}` : ''}.`,
  },
})
