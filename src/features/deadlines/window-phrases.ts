import { phrases } from '../../platform/phrases.ts'

/** What opens a window to end a contract, the rule behind it, and the form with which staff enter it. */
export const windowPhrases = phrases({
  change: {
    de: (day: string) => `Änderung mitgeteilt am ${day}`,
    fr: (day: string) => `Modification communiquée le ${day}`,
    it: (day: string) => `Modifica comunicata il ${day}`,
    en: (day: string) => `Change announced on ${day}`,
  },
  change_from: {
    de: (day: string, from: string) => `Änderung per ${from}, mitgeteilt am ${day}`,
    fr: (day: string, from: string) => `Modification au ${from}, communiquée le ${day}`,
    it: (day: string, from: string) => `Modifica dal ${from}, comunicata il ${day}`,
    en: (day: string, from: string) => `Change from ${from}, announced on ${day}`,
  },
  claim_payment: {
    de: (day: string) => `Auszahlung im Schadenfall am ${day}`,
    fr: (day: string) => `Indemnité versée le ${day} après un sinistre`,
    it: (day: string) => `Indennizzo pagato il ${day} dopo un sinistro`,
    en: (day: string) => `Payment after a claim on ${day}`,
  },
  ownership: {
    de: (day: string) => `Handänderung am ${day}`,
    fr: (day: string) => `Changement de propriétaire le ${day}`,
    it: (day: string) => `Cambiamento di proprietario il ${day}`,
    en: (day: string) => `Change of owner on ${day}`,
  },
  application: {
    de: (day: string) => `Antrag vom ${day}`,
    fr: (day: string) => `Proposition du ${day}`,
    it: (day: string) => `Proposta del ${day}`,
    en: (day: string) => `Application of ${day}`,
  },
  agreed: {
    de: 'letzter Tag gemäss Vertrag',
    fr: 'dernier jour selon le contrat',
    it: 'ultimo giorno secondo il contratto',
    en: 'last day by the contract',
  },
  uvg_59a: {
    de: 'Kündigung innert 30 Tagen nach Empfang (UVG Art. 59a)',
    fr: 'résiliation dans les 30 jours suivant la réception (art. 59a LAA)',
    it: 'disdetta entro 30 giorni dal ricevimento (art. 59a LAINF)',
    en: 'notice within 30 days of receipt (UVG Art. 59a)',
  },
  bvg_53f: {
    de: 'Kündigung mit 30 Tagen Frist auf das Inkrafttreten (BVG Art. 53f)',
    fr: 'résiliation avec un délai de 30 jours pour l’entrée en vigueur (art. 53f LPP)',
    it: 'disdetta con preavviso di 30 giorni per l’entrata in vigore (art. 53f LPP)',
    en: 'notice of 30 days to the day it takes effect (BVG Art. 53f)',
  },
  vvg_42: {
    de: 'Kündigung spätestens bei der Auszahlung, die Deckung endet 14 Tage danach (VVG Art. 42)',
    fr: 'résiliation au plus tard lors du paiement, la couverture prend fin 14 jours après (art. 42 LCA)',
    it: 'disdetta al più tardi al pagamento, la copertura cessa 14 giorni dopo (art. 42 LCA)',
    en: 'notice at the latest on payment, cover ends 14 days after it (VVG Art. 42)',
  },
  vvg_54: {
    de: 'Ablehnung durch die neue Eigentümerschaft innert 30 Tagen (VVG Art. 54)',
    fr: 'refus par le nouveau propriétaire dans les 30 jours (art. 54 LCA)',
    it: 'rifiuto del nuovo proprietario entro 30 giorni (art. 54 LCA)',
    en: 'refusal by the new owner within 30 days (VVG Art. 54)',
  },
  vvg_2a: {
    de: 'Widerruf innert 14 Tagen (VVG Art. 2a)',
    fr: 'révocation dans les 14 jours (art. 2a LCA)',
    it: 'revoca entro 14 giorni (art. 2a LCA)',
    en: 'withdrawal within 14 days (VVG Art. 2a)',
  },
  title: { de: 'Ereignis erfassen', fr: 'Saisir un événement', it: 'Inserire un evento', en: 'Enter an event' },
  lead: {
    de: (policy: string) =>
      `Was zur Police ${policy} eingetroffen ist und ein Kündigungsfenster öffnet. Wer die Police sieht, sieht die Frist.`,
    fr: (policy: string) =>
      `Ce qui est arrivé pour la police ${policy} et ouvre une possibilité de résiliation. Qui voit la police voit le délai.`,
    it: (policy: string) =>
      `Che cosa è arrivato per la polizza ${policy} e apre una possibilità di disdetta. Chi vede la polizza vede il termine.`,
    en: (policy: string) =>
      `What came in for policy ${policy} and opens a window to give notice. Whoever sees the policy sees the deadline.`,
  },
  kind: { de: 'Ereignis', fr: 'Événement', it: 'Evento', en: 'Event' },
  kind_change: {
    de: 'Prämien- oder Vertragsänderung mitgeteilt',
    fr: 'Modification de prime ou de contrat communiquée',
    it: 'Modifica di premio o di contratto comunicata',
    en: 'Change of premium or contract announced',
  },
  kind_claim_payment: {
    de: 'Auszahlung im Schadenfall',
    fr: 'Paiement après un sinistre',
    it: 'Pagamento dopo un sinistro',
    en: 'Payment after a claim',
  },
  kind_ownership: {
    de: 'Handänderung',
    fr: 'Changement de propriétaire',
    it: 'Cambiamento di proprietario',
    en: 'Change of owner',
  },
  kind_application: { de: 'Antrag gestellt', fr: 'Proposition déposée', it: 'Proposta presentata', en: 'Application made' },
  happened_on: { de: 'Datum', fr: 'Date', it: 'Data', en: 'Date' },
  happened_hint: {
    de: 'Tag des Empfangs, der Auszahlung, der Handänderung oder des Antrags.',
    fr: 'Jour de la réception, du paiement, du changement de propriétaire ou de la proposition.',
    it: 'Giorno del ricevimento, del pagamento, del cambiamento di proprietario o della proposta.',
    en: 'Day of receipt, payment, change of owner or application.',
  },
  effective_on: { de: 'Gilt ab', fr: 'Valable dès le', it: 'Valido dal', en: 'Holds from' },
  effective_hint: {
    de: 'Bei der beruflichen Vorsorge nötig.',
    fr: 'Nécessaire pour la prévoyance professionnelle.',
    it: 'Necessario per la previdenza professionale.',
    en: 'Needed for occupational pension.',
  },
  agreed_day: {
    de: 'Letzter Tag gemäss Vertrag',
    fr: 'Dernier jour selon le contrat',
    it: 'Ultimo giorno secondo il contratto',
    en: 'Last day by the contract',
  },
  agreed_hint: {
    de: 'Nur wenn der Vertrag einen Tag nennt; er geht dem Gesetz vor.',
    fr: 'Seulement si le contrat indique un jour ; il prime la loi.',
    it: 'Solo se il contratto indica un giorno; prevale sulla legge.',
    en: 'Only where the contract names a day; it goes before the law.',
  },
  note: { de: 'Bemerkung', fr: 'Remarque', it: 'Osservazione', en: 'Remark' },
  note_hint: {
    de: 'Der Kunde liest sie mit der Frist, z. B. «Prämiensatz 0.84 → 0.97 %».',
    fr: 'Le client la lit avec le délai, p. ex. « taux 0.84 → 0.97 % ».',
    it: 'Il cliente la legge con il termine, ad es. «tasso 0.84 → 0.97 %».',
    en: 'The customer reads it with the deadline, e.g. “rate 0.84 → 0.97 %”.',
  },
  submit: { de: 'Ereignis erfassen', fr: 'Saisir l’événement', it: 'Inserire l’evento', en: 'Enter the event' },
  cancel: { de: 'Abbrechen', fr: 'Annuler', it: 'Annulla', en: 'Cancel' },
  withdraw: { de: 'Zurücknehmen', fr: 'Retirer', it: 'Ritirare', en: 'Take back' },
  done_entered: {
    de: 'Das Ereignis ist erfasst, die Frist gerechnet.',
    fr: 'L’événement est saisi, le délai calculé.',
    it: 'L’evento è inserito, il termine calcolato.',
    en: 'The event is entered, the deadline computed.',
  },
  done_withdrawn: {
    de: 'Das Ereignis ist zurückgenommen.',
    fr: 'L’événement est retiré.',
    it: 'L’evento è ritirato.',
    en: 'The event is taken back.',
  },
  error_kind: {
    de: 'Bitte ein Ereignis wählen.',
    fr: 'Veuillez choisir un événement.',
    it: 'Scelga un evento.',
    en: 'Please choose an event.',
  },
  error_day: {
    de: 'Bitte ein Datum angeben, z. B. 24.11.2026.',
    fr: 'Veuillez indiquer une date, p. ex. 24.11.2026.',
    it: 'Indichi una data, ad es. 24.11.2026.',
    en: 'Please give a date, e.g. 24.11.2026.',
  },
  error_effective: {
    de: 'Bitte angeben, ab wann die Änderung gilt: daraus rechnet BVG Art. 53f.',
    fr: 'Veuillez indiquer dès quand la modification est valable : l’art. 53f LPP calcule à partir de là.',
    it: 'Indichi da quando la modifica è valida: da lì calcola l’art. 53f LPP.',
    en: 'Please say from when the change holds: BVG Art. 53f counts from there.',
  },
  error_agreed: {
    de: 'Bitte den letzten Tag gemäss Vertrag angeben: das VVG nennt für Änderungen keinen.',
    fr: 'Veuillez indiquer le dernier jour selon le contrat : la LCA n’en fixe pas pour les modifications.',
    it: 'Indichi l’ultimo giorno secondo il contratto: la LCA non ne fissa per le modifiche.',
    en: 'Please give the last day by the contract: the VVG names none for changes.',
  },
  error_note: {
    de: 'Höchstens 200 Zeichen.',
    fr: '200 caractères au maximum.',
    it: 'Al massimo 200 caratteri.',
    en: 'At most 200 characters.',
  },
  error_past: {
    de: (day: string) => `Diese Frist ist am ${day} abgelaufen; es gibt nichts mehr zu melden.`,
    fr: (day: string) => `Ce délai a expiré le ${day} ; il n’y a plus rien à signaler.`,
    it: (day: string) => `Questo termine è scaduto il ${day}; non c’è più nulla da segnalare.`,
    en: (day: string) => `This deadline passed on ${day}; there is nothing left to tell.`,
  },
})
