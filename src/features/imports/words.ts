import { choice } from './readers.ts'

// The words of the exports and what they mean here. `choice` compares them without case, accents and spaces.
export const language = choice({
  de: 'de',
  fr: 'fr',
  it: 'it',
  en: 'en',
  Deutsch: 'de',
  Französisch: 'fr',
  Italienisch: 'it',
  Englisch: 'en',
})
export const yesNo = choice({ J: true, N: false, Ja: true, Nein: false })
export const salutation = choice({ Frau: 'mrs', Herr: 'mr', Madame: 'mrs', Monsieur: 'mr', Signora: 'mrs', Signor: 'mr' })
export const companyState = choice({ aktiv: 'active', archiviert: 'archived', inaktiv: 'archived' })

export const paymentMode = choice({
  jährlich: 'yearly',
  halbjährlich: 'half_yearly',
  vierteljährlich: 'quarterly',
  monatlich: 'monthly',
  einmalig: 'single',
  Einmalprämie: 'single',
})

export const policyState = choice({
  aktiv: 'active',
  Offerte: 'offer',
  sistiert: 'suspended',
  gekündigt: 'terminated',
  abgelaufen: 'expired',
  ersetzt: 'replaced',
})

export const premiumKind = choice({
  Vorausprämie: 'provisional',
  Folgeprämie: 'renewal',
  Ratenrechnung: 'instalment',
  'Definitive Abrechnung': 'final',
  Nachprämie: 'final',
  Gutschrift: 'credit',
  Mahnung: 'reminder',
  Storno: 'cancellation',
})

export const premiumLineKind = choice({
  Nettoprämie: 'net',
  Zuschlag: 'surcharge',
  Stempelabgabe: 'stamp_duty',
  Rabatt: 'discount',
  Ratenzuschlag: 'instalment_surcharge',
  Gebühr: 'fee',
  Netto: 'net',
  Stempel: 'stamp_duty',
  'Eidg. Stempelabgabe': 'stamp_duty',
  Mahngebühr: 'fee',
})

export const premiumState = choice({
  unbekannt: 'unknown',
  offen: 'open',
  fällig: 'due',
  überfällig: 'overdue',
  gemahnt: 'reminded',
  'Deckung ruht': 'cover_suspended',
  bezahlt: 'paid',
  teilbezahlt: 'partly_paid',
  storniert: 'cancelled',
  gutgeschrieben: 'credited',
})

export const claimState = choice({
  gemeldet: 'reported',
  weitergeleitet: 'forwarded',
  'in Bearbeitung': 'in_progress',
  Rückfrage: 'query',
  reguliert: 'settled',
  abgelehnt: 'rejected',
  geschlossen: 'closed',
})

export const invoiceState = choice({ offen: 'open', bezahlt: 'paid', storniert: 'cancelled' })
