import { phrases } from '../../platform/phrases.ts'

/** What a mail says about news: how many of what, never which. Mailboxes are read by others too. */
export const newsMailPhrases = phrases({
  message: {
    de: (n: number) => (n === 1 ? '1 Nachricht' : `${n} Nachrichten`),
    fr: (n: number) => (n === 1 ? '1 message' : `${n} messages`),
    it: (n: number) => (n === 1 ? '1 messaggio' : `${n} messaggi`),
    en: (n: number) => (n === 1 ? '1 message' : `${n} messages`),
  },
  request: {
    de: (n: number) => (n === 1 ? '1 Anfrage' : `${n} Anfragen`),
    fr: (n: number) => (n === 1 ? '1 demande' : `${n} demandes`),
    it: (n: number) => (n === 1 ? '1 richiesta' : `${n} richieste`),
    en: (n: number) => (n === 1 ? '1 request' : `${n} requests`),
  },
  claim: {
    de: (n: number) => (n === 1 ? '1 Schadenfall' : `${n} Schadenfälle`),
    fr: (n: number) => (n === 1 ? '1 sinistre' : `${n} sinistres`),
    it: (n: number) => (n === 1 ? '1 sinistro' : `${n} sinistri`),
    en: (n: number) => (n === 1 ? '1 claim' : `${n} claims`),
  },
  document: {
    de: (n: number) => (n === 1 ? '1 Dokument' : `${n} Dokumente`),
    fr: (n: number) => (n === 1 ? '1 document' : `${n} documents`),
    it: (n: number) => (n === 1 ? '1 documento' : `${n} documenti`),
    en: (n: number) => (n === 1 ? '1 document' : `${n} documents`),
  },
  package: {
    de: (n: number) => (n === 1 ? '1 ZIP mit Dokumenten' : `${n} ZIP mit Dokumenten`),
    fr: (n: number) => (n === 1 ? '1 ZIP de documents' : `${n} ZIP de documents`),
    it: (n: number) => (n === 1 ? '1 ZIP di documenti' : `${n} ZIP di documenti`),
    en: (n: number) => (n === 1 ? '1 ZIP of documents' : `${n} ZIPs of documents`),
  },
  policy: {
    de: (n: number) => (n === 1 ? '1 Police' : `${n} Policen`),
    fr: (n: number) => (n === 1 ? '1 police' : `${n} polices`),
    it: (n: number) => (n === 1 ? '1 polizza' : `${n} polizze`),
    en: (n: number) => (n === 1 ? '1 policy' : `${n} policies`),
  },
  premium_invoice: {
    de: (n: number) => (n === 1 ? '1 Prämienrechnung' : `${n} Prämienrechnungen`),
    fr: (n: number) => (n === 1 ? '1 facture de prime' : `${n} factures de primes`),
    it: (n: number) => (n === 1 ? '1 fattura del premio' : `${n} fatture dei premi`),
    en: (n: number) => (n === 1 ? '1 premium invoice' : `${n} premium invoices`),
  },
  invoice: {
    de: (n: number) => (n === 1 ? '1 Rechnung' : `${n} Rechnungen`),
    fr: (n: number) => (n === 1 ? '1 facture' : `${n} factures`),
    it: (n: number) => (n === 1 ? '1 fattura' : `${n} fatture`),
    en: (n: number) => (n === 1 ? '1 invoice' : `${n} invoices`),
  },
  deadline: {
    de: (n: number) => (n === 1 ? '1 Frist' : `${n} Fristen`),
    fr: (n: number) => (n === 1 ? '1 délai' : `${n} délais`),
    it: (n: number) => (n === 1 ? '1 termine' : `${n} termini`),
    en: (n: number) => (n === 1 ? '1 deadline' : `${n} deadlines`),
  },
  access: {
    de: (n: number) => (n === 1 ? '1 Meldung zu Ihren Berechtigungen' : `${n} Meldungen zu Ihren Berechtigungen`),
    fr: (n: number) => (n === 1 ? '1 notification sur vos autorisations' : `${n} notifications sur vos autorisations`),
    it: (n: number) => (n === 1 ? '1 notifica sulle Sue autorizzazioni' : `${n} notifiche sulle Sue autorizzazioni`),
    en: (n: number) => (n === 1 ? '1 notice about your permissions' : `${n} notices about your permissions`),
  },
  outbox: {
    de: (n: number) => (n === 1 ? '1 Meldung zum Mailversand' : `${n} Meldungen zum Mailversand`),
    fr: (n: number) => (n === 1 ? '1 notification sur l’envoi d’e-mails' : `${n} notifications sur l’envoi d’e-mails`),
    it: (n: number) => (n === 1 ? '1 notifica sull’invio di e-mail' : `${n} notifiche sull’invio di e-mail`),
    en: (n: number) => (n === 1 ? '1 notice about mail delivery' : `${n} notices about mail delivery`),
  },
})
