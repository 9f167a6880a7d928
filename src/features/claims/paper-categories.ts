import type { Category } from '../documents/categories.ts'

/** What is added to a claim after it was reported, the usual first. */
export const paperCategories = [
  'claim_report',
  'claim_letter',
  'claim_settlement',
  'allowance_statement',
  'other',
] as const satisfies Category[]
