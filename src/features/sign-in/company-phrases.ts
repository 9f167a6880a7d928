import { phrases } from '../../platform/phrases.ts'

export const companyPhrases = phrases({
  title: { de: 'Firma wechseln', fr: 'Changer d’entreprise', it: 'Cambiare azienda', en: 'Switch company' },
  lead: {
    de: 'Sie haben Konten bei mehreren Firmen. Sie sehen immer nur die Daten der Firma, für die Sie gerade arbeiten.',
    fr: 'Vous avez des comptes auprès de plusieurs entreprises. Vous ne voyez que les données de celle pour laquelle vous travaillez en ce moment.',
    it: 'Ha conti presso più aziende. Vede soltanto i dati dell’azienda per la quale sta lavorando.',
    en: 'You have accounts at several companies. You only ever see the data of the company you are working for.',
  },
  lead_one: {
    de: 'Sie haben ein Konto bei einer einzigen Firma. Es gibt nichts zu wechseln.',
    fr: 'Vous avez un compte auprès d’une seule entreprise. Il n’y a rien à changer.',
    it: 'Ha un conto presso una sola azienda. Non c’è nulla da cambiare.',
    en: 'You have an account at one company only. There is nothing to switch.',
  },
  belongs: {
    de: (company: string) => `Dieser Datensatz gehört zu ${company} – wechseln?`,
    fr: (company: string) => `Cet enregistrement appartient à ${company} – changer ?`,
    it: (company: string) => `Questa registrazione appartiene a ${company} – cambiare?`,
    en: (company: string) => `This record belongs to ${company} – switch?`,
  },
  belongs_text: {
    de: (company: string) =>
      `Sie arbeiten gerade für ${company}. Nach dem Wechsel öffnet sich die Seite, die Sie aufrufen wollten.`,
    fr: (company: string) =>
      `Vous travaillez en ce moment pour ${company}. Après le changement, la page demandée s’ouvre directement.`,
    it: (company: string) => `Sta lavorando per ${company}. Dopo il cambio si apre la pagina richiesta.`,
    en: (company: string) => `You are working for ${company}. After the switch the page you asked for opens.`,
  },
  switch_to: {
    de: (company: string) => `Zu ${company} wechseln`,
    fr: (company: string) => `Passer à ${company}`,
    it: (company: string) => `Passare a ${company}`,
    en: (company: string) => `Switch to ${company}`,
  },
  stay: {
    de: (company: string) => `Bei ${company} bleiben`,
    fr: (company: string) => `Rester chez ${company}`,
    it: (company: string) => `Restare presso ${company}`,
    en: (company: string) => `Stay at ${company}`,
  },
  companies: { de: 'Ihre Firmen', fr: 'Vos entreprises', it: 'Le Sue aziende', en: 'Your companies' },
  now_here: {
    de: 'Hier arbeiten Sie gerade',
    fr: 'Vous travaillez ici en ce moment',
    it: 'Sta lavorando qui',
    en: 'You are working here',
  },
  news: {
    de: (n: number) => (n === 0 ? 'Nichts Neues' : n === 1 ? '1 neue Meldung' : `${n} neue Meldungen`),
    fr: (n: number) => (n === 0 ? 'Rien de nouveau' : n === 1 ? '1 nouvelle notification' : `${n} nouvelles notifications`),
    it: (n: number) => (n === 0 ? 'Nessuna novità' : n === 1 ? '1 nuova notifica' : `${n} nuove notifiche`),
    en: (n: number) => (n === 0 ? 'Nothing new' : n === 1 ? '1 new notification' : `${n} new notifications`),
  },
  gone: {
    de: 'Dieses Konto steht Ihnen nicht (mehr) offen. Wählen Sie eine Firma aus der Liste.',
    fr: 'Ce compte ne vous est pas ou plus accessible. Choisissez une entreprise de la liste.',
    it: 'Questo conto non Le è (più) accessibile. Scelga un’azienda dall’elenco.',
    en: 'This account is not open to you (any more). Choose a company from the list.',
  },
})
