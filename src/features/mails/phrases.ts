import { phrases } from '../../platform/phrases.ts'

export const mailsPhrases = phrases({
  terms_file: { de: 'AGB', fr: 'CG', it: 'CG', en: 'Terms' },
})
