import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import type { Config } from '../../platform/config.ts'
import { mailboxFolder } from '../../platform/mailer.ts'

export interface StoredMail {
  name: string
  from: string
  to: string
  subject: string
  at: Date | null
  text: string
  attachments: { name: string; type: string; content: Buffer }[]
}

const mailName = /^([0-9]{2,8})-[0-9a-f-]{36}$/

/** The newest mails of one brokerage in the demonstration's folder. Their names grow with time. */
export async function storedMails(config: Pick<Config, 'dataDir'>, brokerageNumber: string): Promise<StoredMail[]> {
  const files = await readdir(mailboxFolder(config)).catch(() => [])
  const names = files
    .filter((file) => file.endsWith('.eml'))
    .map((file) => file.slice(0, -4))
    .filter((name) => mailName.exec(name)?.[1] === brokerageNumber)
    .sort()
    .reverse()
    .slice(0, 100)
  const mails = await Promise.all(names.map((name) => storedMail(config, brokerageNumber, name)))
  return mails.filter((mail) => mail !== null)
}

/** One mail, or null when there is none of that name at this brokerage. */
export async function storedMail(
  config: Pick<Config, 'dataDir'>,
  brokerageNumber: string,
  name: string,
): Promise<StoredMail | null> {
  if (mailName.exec(name)?.[1] !== brokerageNumber) return null
  const source = await readFile(join(mailboxFolder(config), `${name}.eml`)).catch(() => null)
  return source && read(name, await simpleParser(source, { skipImageLinks: true }))
}

function read(name: string, mail: ParsedMail): StoredMail {
  return {
    name,
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    at: mail.date ?? null,
    text: mail.text ?? '',
    attachments: mail.attachments.map((part) => ({
      name: part.filename ?? part.contentType,
      type: part.contentType,
      content: part.content,
    })),
  }
}

function addresses(field: AddressObject | AddressObject[] | undefined): string {
  return [field ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ')
}
