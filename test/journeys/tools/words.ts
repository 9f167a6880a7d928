import { activationPhrases } from '../../../src/features/activation/phrases.ts'
import { fieldPhrases } from '../../../src/features/claim-reports/field-phrases.ts'
import { reportPhrases } from '../../../src/features/claim-reports/phrases.ts'
import { companyPhrases } from '../../../src/features/companies/phrases.ts'
import { contactPhrases } from '../../../src/features/contacts/phrases.ts'
import { homePhrases } from '../../../src/features/home/phrases.ts'
import { housePhrases } from '../../../src/features/house/phrases.ts'
import { mailEvents } from '../../../src/features/mails/templates.ts'
import { policyPhrases } from '../../../src/features/policies/phrases.ts'
import { accountPhrases } from '../../../src/features/portal-accounts/phrases.ts'
import { previewPhrases } from '../../../src/features/portal-accounts/preview-phrases.ts'
import { profilePhrases } from '../../../src/features/profile/phrases.ts'
import { secondFactorPhrases } from '../../../src/features/second-factor/phrases.ts'
import { passwordPhrases, signInPhrases } from '../../../src/features/sign-in/phrases.ts'
import { secondStepPhrases } from '../../../src/features/sign-in/second-step-phrases.ts'
import type { Language } from '../../../src/platform/phrases.ts'
import { rolePhrases } from '../../../src/records/roles.ts'
import { uiPhrases } from '../../../src/ui/phrases.ts'

/** What the pages say, by feature; the words of the German manual are held against it in `manual.spec.ts`. */
export function wordsOf(language: Language) {
  return {
    account: accountPhrases(language),
    activation: activationPhrases(language),
    company: companyPhrases(language),
    contact: contactPhrases(language),
    home: homePhrases(language),
    house: housePhrases(language),
    password: passwordPhrases(language),
    policy: policyPhrases(language),
    preview: previewPhrases(language),
    profile: profilePhrases(language),
    report: { ...fieldPhrases(language), ...reportPhrases(language) },
    role: rolePhrases(language),
    secondFactor: secondFactorPhrases(language),
    secondStep: secondStepPhrases(language),
    signIn: signInPhrases(language),
    ui: uiPhrases(language),
    welcome: mailEvents.welcome.texts[language],
  }
}
export type Words = ReturnType<typeof wordsOf>
