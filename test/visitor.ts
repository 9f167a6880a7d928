import type { FastifyInstance } from 'fastify'

type Fields = Record<string, string | string[]>

/** A browser in a few lines: keeps cookies and the last page, fills hidden fields, follows one redirect when asked. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  status = 0
  html = ''
  location: string | null = null
  headers: Record<string, string | string[] | number | undefined> = {}
  readonly app: FastifyInstance
  readonly host: string

  constructor(app: FastifyInstance, host: string) {
    this.app = app
    this.host = host
  }

  /** Another tab with the same cookies. */
  tab(): Visitor {
    const other = new Visitor(this.app, this.host)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<this> {
    return this.send('GET', path, undefined, headers)
  }

  /** Sends a form of the last page: its hidden fields, then `fields` over them. The page must hold a form to this path. */
  async post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<this> {
    const hidden = this.hiddenFields(path)
    return this.send('POST', path, { ...hidden, ...fields }, headers)
  }

  async follow(): Promise<this> {
    if (!this.location) throw new Error(`no redirect to follow: ${this.status}`)
    return this.get(this.location)
  }

  /** After the password: goes to the second step and sends its code; the demonstration's people find theirs filled in. */
  async secondStep(code?: string): Promise<this> {
    if (this.status !== 303 || !this.location?.includes('/second-step'))
      throw new Error(`no second step: ${this.status} ${this.location}`)
    await this.follow()
    const field = /<input\b[^>]*name="code"[^>]*>/.exec(this.html)?.[0] ?? ''
    return this.post('/de-de/second-step', { code: code ?? /\bvalue="(\d{6})"/.exec(field)?.[1] ?? '' })
  }

  /** The hidden fields of the form on the last page that posts to `path`; the query does not count. */
  hiddenFields(path: string): Record<string, string> {
    const target = path.split('?')[0]
    const form = [...this.html.matchAll(/<form\b[^>]*\baction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(
      ([, action]) => unescaped(action!).split('?')[0] === target,
    )
    if (!form) return {}
    return Object.fromEntries(
      [...form[2]!.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
        unescaped(/\bname="([^"]*)"/.exec(tag)?.[1] ?? ''),
        unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''),
      ]),
    )
  }

  async send(method: 'GET' | 'POST', path: string, fields?: Fields, headers: Record<string, string> = {}): Promise<this> {
    const response = await this.app.inject({
      method,
      url: path,
      headers: {
        host: this.host,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'sec-fetch-site': 'same-origin',
        'user-agent': 'Visitor/1.0',
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(fields ? { payload: encode(fields) } : {}),
    })
    for (const cookie of response.cookies as { name: string; value: string; maxAge?: number }[]) {
      if (cookie.maxAge === 0) this.cookies.delete(cookie.name)
      else this.cookies.set(cookie.name, cookie.value)
    }
    this.status = response.statusCode
    this.headers = response.headers
    this.location = typeof response.headers.location === 'string' ? response.headers.location : null
    this.html = response.body
    return this
  }

  /** What a person reads: no tags, no script, single spaces. */
  text(): string {
    return unescaped(
      this.html
        .replace(/<head[\s\S]*?<\/head>/, ' ')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' '),
    )
  }
}

function encode(fields: Fields): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  return body.toString()
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}
