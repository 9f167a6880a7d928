import type { Topic } from '../../platform/live-stream.ts'
import { zipTopic } from '../document-zips/live.ts'
import { documentTopic } from '../documents/live.ts'
import { importTopic } from '../imports/live.ts'
import { inboxItemTopic, inboxTopic } from '../inbox/live.ts'
import { conversationTopic } from '../messages/live.ts'
import { unreadTopic } from '../notifications/live.ts'
import { requestTopic } from '../service-requests/live.ts'

/** Everything that open pages can follow. */
export const topics: readonly Topic[] = [
  conversationTopic,
  documentTopic,
  importTopic,
  inboxItemTopic,
  inboxTopic,
  requestTopic,
  unreadTopic,
  zipTopic,
]
