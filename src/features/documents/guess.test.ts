import { expect, test } from 'vitest'
import { guessCategory } from './guess.ts'

test.each([
  ['Fahrzeugausweis_LU-212333.pdf', 'vehicle_licence'],
  ['scan-vorsorgereglement-2027.pdf', 'pension_rules'],
  ['Décompte de sinistre 12.pdf', 'claim_settlement'],
  ['Praemienrechnung.pdf', 'premium_invoice'],
  ['Prämienrechnung 2027.pdf', 'premium_invoice'],
  ['Lohnliste.xlsx', 'wage_statement'],
  ['AVB Cyber.pdf', 'conditions'],
  ['2. Mahnung.pdf', 'reminder'],
  ['IMG_2201.jpg', 'other'],
])('%s is probably %s', (name, category) => {
  expect(guessCategory(name)).toBe(category)
})
