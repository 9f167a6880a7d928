import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import { StartError } from './start-error.ts'

export interface OutgoingMail {
  /** The outbox id; sent twice, both carry the same Message-ID `<id@host>`. */
  id: string
  host: string
  brokerageNumber: string
  from: { name: string; address: string }
  to: string
  subject: string
  text: string
  html: string
  /** Where the recipient can stop mails of this kind, signed in: the header of mail programs' own button. */
  unsubscribe?: string | null
  attachments: { filename: string; content: string; contentType: string }[]
}

export interface Mailer {
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** Where the mails of the demonstration lie. */
export const mailboxFolder = (config: Pick<Config, 'dataDir'>) => join(config.dataDir, 'mailbox')

/** Opens the way out for mail: SMTP where it is configured, in the demonstration else a folder. Production needs SMTP. */
export function openMailer(config: Pick<Config, 'production' | 'smtpUrl' | 'dataDir'>): Mailer {
  if (config.smtpUrl) return smtpMailer(config.smtpUrl)
  if (config.production)
    throw new StartError('SMTP_URL is not set: in production mails need a mail server. See docs/operations.md.')
  return folderMailer(mailboxFolder(config))
}

function smtpMailer(smtpUrl: string): Mailer {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // Encrypted or not at all (security.md M4); only a server on this machine may do without.
    requireTLS: !secure && !loopback,
    ignoreTLS: loopback && !secure,
    ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => void (await transport.sendMail(message(mail))),
    close: () => transport.close(),
  }
}

function folderMailer(folder: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true })
  return {
    send: async (mail) => {
      const { message: bytes } = await transport.sendMail(message(mail))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const name = `${mail.brokerageNumber}-${mail.id}.eml`
      await writeFile(join(folder, `${name}.part`), bytes as Buffer, { mode: 0o600 })
      await rename(join(folder, `${name}.part`), join(folder, name))
    },
    close: () => transport.close(),
  }
}

// One recipient, given as an object: no text of anybody's can become a second one (M2).
function message(mail: OutgoingMail) {
  return {
    messageId: `<${mail.id}@${mail.host}>`,
    from: mail.from,
    to: { name: '', address: mail.to },
    envelope: { from: mail.from.address, to: [mail.to] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments,
    headers: { 'Auto-Submitted': 'auto-generated', ...(mail.unsubscribe && { 'List-Unsubscribe': `<${mail.unsubscribe}>` }) },
  }
}

/** The answer of a server that will not take the mail however often it is offered (SMTP 5xx). */
export function isPermanent(error: unknown): boolean {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const kind = error instanceof Error && 'code' in error ? String(error.code) : ''
  return (code >= 500 && code < 600 && kind !== 'EAUTH') || (kind === 'EENVELOPE' && code >= 500)
}
