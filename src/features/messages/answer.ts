import { Refusal } from '../../platform/errors.ts'
import { typed, uuid } from '../../platform/forms.ts'
import { readInput } from '../../platform/routes.ts'
import type { Upload } from '../../platform/uploads.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Files, receiveFiles } from '../attachments/received.ts'
import { messageErrors } from './errors.ts'
import { newMessage } from './input.ts'
import { messagePhrases } from './phrases.ts'
import type { Answer } from './thread.tsx'

/** Reads an answer with its files; `refused` is the status of the form that comes back, or null where it can be sent. */
export async function readAnswer(
  visit: Visit,
  body: Record<string, unknown>,
  upload: Upload | undefined,
  about: { kind: string; id: string },
): Promise<{ answer: Answer; refused: number | null }> {
  const id = formId(body)
  const files = await receiveFiles(visit, id, body, upload, about)
  const input = readInput(newMessage, body)
  const error = input.ok
    ? isEmpty(input.value, files)
      ? messagePhrases(visit.language).error_body
      : undefined
    : (messageErrors(visit.language, input.errors).body ?? '')
  const answer = { id, body: input.ok ? input.value.body : typed(body, ['body']).body!, files, error }
  if (error === undefined && files.errors.length === 0) return { answer, refused: null }
  return { answer, refused: files.tooMuch ? 413 : 422 }
}

/** Neither a text nor a file: nothing is said. */
export function isEmpty({ body }: { body: string }, { files, errors }: Files): boolean {
  return body === '' && files.length === 0 && errors.length === 0
}

/** The id that a creating form carries; a form without one is none of ours. */
export function formId(body: Record<string, unknown>): string {
  const id = uuid.safeParse(body._id)
  if (!id.success) throw new Refusal(400)
  return id.data
}
