import { notFound } from '../../platform/errors.ts'
import { anyone, get, page, type Reply, type Route } from '../../platform/routes.ts'
import type { Visit } from '../../platform/visit.ts'
import { mailboxPage, mailPage } from './pages/mailbox.tsx'
import { type StoredMail, storedMail, storedMails } from './queries.ts'

// The demonstration's own: where real mails are sent, the address does not exist.
function demoOnly(visit: Visit): void {
  if (visit.services.config.production || visit.services.config.smtpUrl) throw notFound()
}

async function list(visit: Visit): Promise<Reply> {
  demoOnly(visit)
  return page(mailboxPage(visit, await storedMails(visit.services.config, visit.brokerage.number)))
}

async function show(visit: Visit, { params }: { params: Record<string, string> }): Promise<Reply> {
  return page(mailPage(visit, await mailOf(visit, params.name)))
}

async function mailOf(visit: Visit, name: string | undefined): Promise<StoredMail> {
  demoOnly(visit)
  const mail = await storedMail(visit.services.config, visit.brokerage.number, name ?? '')
  if (!mail) throw notFound()
  return mail
}

async function attachment(visit: Visit, { params }: { params: Record<string, string> }): Promise<Reply> {
  const mail = await mailOf(visit, params.name)
  const part = /^\d{1,2}$/.test(params.index ?? '') ? mail.attachments[Number(params.index)] : undefined
  if (!part) throw notFound()
  const headers = {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(part.name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  }
  return { kind: 'text', type: 'text/plain; charset=utf-8', body: part.content, headers }
}

const quiet = { noReferrer: true }

export const routes: Route[] = [
  get('/mailbox', anyone, list, quiet),
  get('/mailbox/:name', anyone, show, quiet),
  get('/mailbox/:name/:index', anyone, attachment, quiet),
]
