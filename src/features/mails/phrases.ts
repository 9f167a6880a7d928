import { phrases } from '../../platform/phrases.ts'

export const mailsPhrases = phrases({
  settings: {
    de: 'Welche E-Mails Sie erhalten, bestimmen Sie hier:',
    fr: 'Choisissez ici quels e-mails vous recevez :',
    it: 'Scelga qui quali e-mail ricevere:',
    en: 'Choose here which mails you receive:',
  },
  settings_others: {
    de: 'Diese E-Mail lässt sich nicht abbestellen. Welche anderen Sie erhalten, bestimmen Sie hier:',
    fr: 'Cet e-mail ne peut pas être désactivé. Choisissez ici quels autres vous recevez :',
    it: 'Questa e-mail non può essere disattivata. Scelga qui quali altre ricevere:',
    en: 'This mail cannot be switched off. Choose here which others you receive:',
  },
  terms_file: { de: 'AGB', fr: 'CG', it: 'CG', en: 'Terms' },
})
