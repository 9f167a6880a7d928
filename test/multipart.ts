import type { Visitor } from './visitor.ts'

export interface SentFile {
  name: string
  bytes: Buffer
  field?: string
  type?: string
}

/** The smallest files that are what they say. */
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
export const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')

const boundary = '----visitor'

/** A multipart body as a browser writes it: fields first, then files; `more` are fields whose name comes several times. */
export function multipart(fields: Record<string, string>, files: SentFile[], more: (readonly [string, string])[] = []): Buffer {
  const parts = [
    ...[...Object.entries(fields), ...more].map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.flatMap(({ name, bytes, field = 'files', type = 'application/octet-stream' }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
  ]
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}

/** Sends the upload form of the last page with files; loads the page first where it is not the last one. */
export async function send(person: Visitor, path: string, fields: Record<string, string>, files: SentFile[]) {
  if (!person.hiddenFields(path)._token) await person.get(path)
  return sendRaw(person, path, multipart({ ...person.hiddenFields(path), ...fields }, files))
}

/** Sends these bytes as multipart, whatever they are. */
export async function sendRaw(person: Visitor, path: string, payload: Buffer, headers: Record<string, string> = {}) {
  const answer = await person.app.inject({
    method: 'POST',
    url: path,
    headers: {
      host: person.host,
      cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    },
    payload,
  })
  person.status = answer.statusCode
  person.location = typeof answer.headers.location === 'string' ? answer.headers.location : null
  person.html = answer.body
  person.headers = answer.headers
  return person
}
