import type { Topic } from '../../platform/live-stream.ts'
import { conversationTopic } from '../messages/live.ts'
import { unreadTopic } from '../notifications/live.ts'
import { requestTopic } from '../service-requests/live.ts'

/** Everything that open pages can follow. */
export const topics: readonly Topic[] = [conversationTopic, requestTopic, unreadTopic]
