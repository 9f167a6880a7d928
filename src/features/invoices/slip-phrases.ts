import { phrases } from '../../platform/phrases.ts'

interface SlipWords {
  amount: string
  creditor: string
  account: string
  reference: string | null
}

export const slipPhrases = phrases({
  download: { de: 'QR-Rechnung (PDF)', fr: 'QR-facture (PDF)', it: 'QR-fattura (PDF)', en: 'QR-bill (PDF)' },
  download_settled: { de: 'Rechnung (PDF)', fr: 'Facture (PDF)', it: 'Fattura (PDF)', en: 'Invoice (PDF)' },
  no_slip: {
    de: 'Keine QR-Rechnung',
    fr: 'Pas de QR-facture',
    it: 'Nessuna QR-fattura',
    en: 'No QR-bill',
  },
  no_slip_title: {
    de: 'Für diese Rechnung lässt sich keine QR-Rechnung erstellen',
    fr: 'Aucune QR-facture ne peut être établie pour cette facture',
    it: 'Per questa fattura non è possibile creare una QR-fattura',
    en: 'No QR-bill can be made for this invoice',
  },
  no_slip_customer: {
    de: 'Zahlen Sie mit der Rechnung, die Sie von Ihrem Broker erhalten haben, oder fragen Sie dort nach.',
    fr: 'Payez avec la facture reçue de votre courtier ou renseignez-vous auprès de lui.',
    it: 'Paghi con la fattura ricevuta dal Suo broker o si rivolga a lui.',
    en: 'Pay with the invoice you received from your broker, or ask there.',
  },
  no_slip_staff: {
    de: 'Berichtigen Sie die Angaben im Verwaltungssystem oder die Adresse der Brokerfirma und importieren Sie neu.',
    fr: 'Corrigez les données dans le système de gestion ou l’adresse du courtier, puis importez à nouveau.',
    it: 'Corregga i dati nel sistema gestionale o l’indirizzo del broker e importi di nuovo.',
    en: 'Correct the data in the management system, or the address of the brokerage, and import again.',
  },
  to_invoice: { de: 'Zur Rechnung', fr: 'Vers la facture', it: 'Alla fattura', en: 'To the invoice' },
  problem_creditor_address: {
    de: 'Strasse, Postleitzahl oder Ort der Brokerfirma fehlen.',
    fr: 'La rue, le numéro postal ou la localité du courtier manquent.',
    it: 'Mancano via, numero postale o località del broker.',
    en: 'The street, postal code or town of the brokerage is missing.',
  },
  problem_iban_missing: {
    de: 'Die QR-IBAN fehlt.',
    fr: 'Le QR-IBAN manque.',
    it: 'Manca il QR-IBAN.',
    en: 'The QR-IBAN is missing.',
  },
  problem_iban_invalid: {
    de: 'Die IBAN stimmt nicht: Ihre Prüfziffer passt nicht, oder sie ist nicht aus der Schweiz oder Liechtenstein.',
    fr: 'L’IBAN n’est pas correct\u202f: son chiffre de contrôle ne correspond pas ou il n’est ni suisse ni liechtensteinois.',
    it: 'L’IBAN non è corretto: la cifra di controllo non corrisponde oppure non è svizzero o del Liechtenstein.',
    en: 'The IBAN is wrong: its check digits do not fit, or it is neither Swiss nor from Liechtenstein.',
  },
  problem_reference_missing: {
    de: 'Die QR-Referenz fehlt; eine QR-IBAN verlangt eine.',
    fr: 'La référence QR manque\u202f; un QR-IBAN en exige une.',
    it: 'Manca il riferimento QR; un QR-IBAN lo richiede.',
    en: 'The QR reference is missing; a QR-IBAN asks for one.',
  },
  problem_reference_invalid: {
    de: 'Die Referenz stimmt nicht: Ihre Prüfziffer passt nicht, oder sie gehört nicht zu dieser Art von IBAN.',
    fr: 'La référence n’est pas correcte\u202f: son chiffre de contrôle ne correspond pas ou elle ne va pas avec ce type d’IBAN.',
    it: 'Il riferimento non è corretto: la cifra di controllo non corrisponde o non si addice a questo tipo di IBAN.',
    en: 'The reference is wrong: its check digit does not fit, or it does not go with this kind of IBAN.',
  },
  problem_amount: {
    de: 'Der Betrag lässt sich nicht einzahlen: QR-Rechnungen gibt es über mindestens 0.01 in CHF oder EUR.',
    fr: 'Le montant ne peut pas être versé\u202f: une QR-facture est d’au moins 0.01 en CHF ou EUR.',
    it: 'L’importo non può essere versato: una QR-fattura è di almeno 0.01 in CHF o EUR.',
    en: 'The amount cannot be paid in: QR-bills are for at least 0.01 in CHF or EUR.',
  },
  position: { de: 'Position', fr: 'Position', it: 'Posizione', en: 'Item' },
  amount_in: {
    de: (currency: string) => `Betrag in ${currency}`,
    fr: (currency: string) => `Montant en ${currency}`,
    it: (currency: string) => `Importo in ${currency}`,
    en: (currency: string) => `Amount in ${currency}`,
  },
  of_net: {
    de: (net: string) => `auf ${net}`,
    fr: (net: string) => `sur ${net}`,
    it: (net: string) => `su ${net}`,
    en: (net: string) => `on ${net}`,
  },
  /** For those who hear the page: what the payment part shows. */
  slip_in_words: {
    de: (p: SlipWords) =>
      `Zahlteil der QR-Rechnung: ${p.amount} an ${p.creditor}, Konto ${p.account}${p.reference ? `, Referenz ${p.reference}` : ''}.`,
    fr: (p: SlipWords) =>
      `Section paiement de la QR-facture : ${p.amount} à ${p.creditor}, compte ${p.account}${p.reference ? `, référence ${p.reference}` : ''}.`,
    it: (p: SlipWords) =>
      `Sezione pagamento della QR-fattura: ${p.amount} a ${p.creditor}, conto ${p.account}${p.reference ? `, riferimento ${p.reference}` : ''}.`,
    en: (p: SlipWords) =>
      `Payment part of the QR-bill: ${p.amount} to ${p.creditor}, account ${p.account}${p.reference ? `, reference ${p.reference}` : ''}.`,
  },
  pay_by: {
    de: (day: string) => `Bitte zahlen Sie bis ${day} mit dem Zahlteil unten.`,
    fr: (day: string) => `Veuillez payer jusqu’au ${day} avec la section paiement ci-dessous.`,
    it: (day: string) => `La preghiamo di pagare entro il ${day} con la sezione pagamento qui sotto.`,
    en: (day: string) => `Please pay by ${day} with the payment part below.`,
  },
  pay: {
    de: 'Bitte zahlen Sie mit dem Zahlteil unten.',
    fr: 'Veuillez payer avec la section paiement ci-dessous.',
    it: 'La preghiamo di pagare con la sezione pagamento qui sotto.',
    en: 'Please pay with the payment part below.',
  },
  settled_paid: {
    de: 'Diese Rechnung ist bezahlt; es ist nichts mehr einzuzahlen.',
    fr: 'Cette facture est payée\u202f; il n’y a plus rien à verser.',
    it: 'Questa fattura è pagata; non c’è più nulla da versare.',
    en: 'This invoice is paid; there is nothing left to pay.',
  },
  settled_cancelled: {
    de: 'Diese Rechnung ist storniert; es ist nichts einzuzahlen.',
    fr: 'Cette facture est annulée\u202f; il n’y a rien à verser.',
    it: 'Questa fattura è stornata; non c’è nulla da versare.',
    en: 'This invoice is cancelled; there is nothing to pay.',
  },
  from_portal: {
    de: (source: string) => `Erstellt im Kundenportal, ${source}. Massgebend ist die Rechnung Ihres Brokers.`,
    fr: (source: string) => `Établi dans le portail clients, ${source}. La facture de votre courtier fait foi.`,
    it: (source: string) => `Creato nel portale clienti, ${source}. Fa stato la fattura del Suo broker.`,
    en: (source: string) => `Made in the customer portal, ${source}. Your broker’s own invoice is decisive.`,
  },
})
