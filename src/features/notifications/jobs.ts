import type { Job } from '../../platform/jobs.ts'
import { mailNews, type NewsJob } from './news-mail.ts'

export const jobs: Job[] = [{ name: 'news_mail', run: ({ services }, payload) => mailNews(services, payload as NewsJob) }]
