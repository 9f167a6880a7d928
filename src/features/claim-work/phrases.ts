import { phrases } from '../../platform/phrases.ts'

/** What the broker's people keep of a claim besides its state. */
export const claimWorkPhrases = phrases({
  title: { de: 'Reserve und Zahlungen', fr: 'Réserve et paiements', it: 'Riserva e pagamenti', en: 'Reserve and payments' },
  to_state: { de: 'Stand ändern', fr: 'Modifier l’état', it: 'Modifica lo stato', en: 'Change the state' },
  handling: { de: 'Beim Versicherer', fr: 'Chez l’assureur', it: 'Dall’assicuratore', en: 'At the insurer' },
  insurer_contact: { de: 'Sachbearbeiter/in', fr: 'Gestionnaire', it: 'Responsabile del caso', en: 'Adjuster' },
  insurer_phone: { de: 'Telefon', fr: 'Téléphone', it: 'Telefono', en: 'Phone' },
  insurer_email: { de: 'E-Mail', fr: 'E-mail', it: 'E-mail', en: 'E-mail' },
  reserve_hint: {
    de: 'Wer die Reserve beim Kunden sieht, legt Ihr Haus fest.',
    fr: 'Votre maison définit qui voit la réserve chez le client.',
    it: 'La Sua azienda stabilisce chi vede la riserva presso il cliente.',
    en: 'Your house decides who at the customer sees the reserve.',
  },
  save: { de: 'Speichern', fr: 'Enregistrer', it: 'Salva', en: 'Save' },
  saved: { de: 'Gespeichert.', fr: 'Enregistré.', it: 'Salvato.', en: 'Saved.' },
  payments: { de: 'Zahlungen', fr: 'Paiements', it: 'Pagamenti', en: 'Payments' },
  paid_in_all: {
    de: (amount: string) => `Bezahlt insgesamt: ${amount}. Kunden sehen diese Summe, nicht die einzelnen Zahlungen.`,
    fr: (amount: string) => `Payé au total : ${amount}. Les clients voient cette somme, non les paiements.`,
    it: (amount: string) => `Pagato in totale: ${amount}. I clienti vedono questa somma, non i singoli pagamenti.`,
    en: (amount: string) => `Paid in all: ${amount}. Customers see this sum, not the single payments.`,
  },
  kind: { de: 'Art', fr: 'Genre', it: 'Genere', en: 'Kind' },
  payment: { de: 'Zahlung', fr: 'Paiement', it: 'Pagamento', en: 'Payment' },
  refund: { de: 'Rückzahlung', fr: 'Remboursement', it: 'Rimborso', en: 'Refund' },
  paid_on: { de: 'Datum', fr: 'Date', it: 'Data', en: 'Date' },
  amount: { de: 'Betrag', fr: 'Montant', it: 'Importo', en: 'Amount' },
  payee: { de: 'Empfänger', fr: 'Bénéficiaire', it: 'Beneficiario', en: 'Payee' },
  add: { de: 'Zahlung erfassen', fr: 'Saisir le paiement', it: 'Registra il pagamento', en: 'Add payment' },
  error_amount: {
    de: 'Geben Sie einen Betrag über null an, z.B. 1’200.50.',
    fr: 'Indiquez un montant supérieur à zéro, p. ex. 1’200.50.',
    it: 'Indichi un importo superiore a zero, p. es. 1’200.50.',
    en: 'Give an amount above zero, e.g. 1’200.50.',
  },
  error_day: {
    de: 'Geben Sie ein Datum an, z.B. 3.11.2026.',
    fr: 'Indiquez une date, p. ex. 3.11.2026.',
    it: 'Indichi una data, p. es. 3.11.2026.',
    en: 'Give a date, e.g. 3.11.2026.',
  },
  error_email: {
    de: 'Geben Sie eine E-Mail-Adresse an, z.B. name@versicherer.ch.',
    fr: 'Indiquez une adresse e-mail, p. ex. nom@assureur.ch.',
    it: 'Indichi un indirizzo e-mail, p. es. nome@assicuratore.ch.',
    en: 'Give an e-mail address, e.g. name@insurer.ch.',
  },
  error_text: {
    de: 'Der Text ist zu lang oder enthält Zeichen, die wir nicht lesen können.',
    fr: 'Le texte est trop long ou contient des caractères illisibles.',
    it: 'Il testo è troppo lungo o contiene caratteri illeggibili.',
    en: 'The text is too long, or contains characters that we cannot read.',
  },
  conflict_title: {
    de: 'Inzwischen geändert',
    fr: 'Modifié entre-temps',
    it: 'Modificato nel frattempo',
    en: 'Changed meanwhile',
  },
  conflict_text: {
    de: (who: string, reserve: string, paid: string) =>
      `Jemand hat diesen Schadenfall geändert. Jetzt gilt: Sachbearbeiter/in ${who}, Reserve ${reserve}, bezahlt ${paid}. Ihre Angaben stehen noch in den Feldern.`,
    fr: (who: string, reserve: string, paid: string) =>
      `Quelqu’un a modifié ce sinistre. État actuel : gestionnaire ${who}, réserve ${reserve}, payé ${paid}. Vos données restent dans les champs.`,
    it: (who: string, reserve: string, paid: string) =>
      `Qualcuno ha modificato questo sinistro. Ora vale: responsabile ${who}, riserva ${reserve}, pagato ${paid}. I Suoi dati sono ancora nei campi.`,
    en: (who: string, reserve: string, paid: string) =>
      `Somebody changed this claim. It stands now: adjuster ${who}, reserve ${reserve}, paid ${paid}. Your values are still in the fields.`,
  },
})
