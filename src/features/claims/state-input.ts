import * as z from 'zod'
import { choice, text, uuid, version } from '../../platform/forms.ts'
import { settableStates } from './states.ts'

/** What the form «Stand ändern» holds. A query needs its question. */
export const newClaimState = z
  .object({
    _id: uuid,
    version,
    state: choice(settableStates),
    insurer_number: text(60),
    question: text(8000),
  })
  .refine(({ state, question }) => state !== 'query' || question !== '', { path: ['question'], message: 'required' })
export type NewClaimState = z.output<typeof newClaimState>
