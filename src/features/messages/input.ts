import * as z from 'zod'
import { requiredText, text, uuid } from '../../platform/forms.ts'

/** The longest message; what is longer belongs into a document. */
export const longestBody = 8000

/** An answer in a conversation; `_id` makes sending twice say it once. Without a text it wants a file, which is looked at apart. */
export const newMessage = z.object({ _id: uuid, body: text(longestBody) })

/** The first message of a new conversation; what it is about and with whom is looked up apart. */
export const newConversation = newMessage.extend({ subject: requiredText(160) })
