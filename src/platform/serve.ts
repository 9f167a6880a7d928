import { randomBytes } from 'node:crypto'
import type {} from '@fastify/compress'
import type {} from '@fastify/cookie'
import type {} from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Brokerage, type InHouse, readEntered } from './actor.ts'
import { cookieName } from './cookies.ts'
import { asActor, type Db, type Entered } from './db.ts'
import { Refusal, sqlState, statusOf } from './errors.ts'
import { pathPrefixes, preferredLanguage } from './language.ts'
import { fromOurPages, hostName } from './origin-check.ts'
import { otherCompanies } from './own-accounts.ts'
import type { Language } from './phrases.ts'
import { type Reply, type Route, redirect, type SetCookie } from './routes.ts'
import { asSameActor } from './same-actor.ts'
import { sameText, tokenHash } from './secrets.ts'
import { checkFile, checkTable } from './upload-check.ts'
import { type Received, receiveUpload } from './uploads.ts'
import { formToken, href, type Services, type Visit } from './visit.ts'

declare module 'fastify' {
  interface FastifyRequest {
    language: Language | null
    nonce: string
    house: InHouse | null
  }
}

/** What the platform asks of the house: a page for each refusal, and a session for a remembered browser. */
export interface House {
  errorPage(visit: Omit<Visit, 'db'>, status: number): VNode
  /** Turns a «angemeldet bleiben» cookie into a session; null when it is not good (any more). */
  resume(
    services: Services,
    brokerage: Brokerage,
    cookie: string,
    req: { host: string; userAgent: string; source: string },
  ): Promise<{ token: string; cookies: SetCookie[] } | null>
  signInPath(returnTo: string): string
  /** Where a person with accounts at several companies learns which of them an address belongs to; null where none of them. */
  elsewherePath(visit: Visit): Promise<string | null>
  /** Where newer terms are accepted. */
  termsPath(returnTo: string): string
  /** Where somebody proves anew who they are before a risky page opens. */
  confirmPath(returnTo: string): string
  /** The same for a risky form that was sent: the page keeps it. */
  confirmPage(visit: Visit, body: Record<string, unknown>): Reply
  /** Takes the proof that came with such a form: the new cookies, or the page again. For gate routes: `visit.db` is closed. */
  confirm(visit: Visit, body: Record<string, unknown>): Promise<{ token: string; cookies: SetCookie[] } | { again: Reply }>
  /** Where a second factor is set up. */
  factorPath(returnTo: string): string
}

/** Registers a route with Fastify: brokerage, language, actor, access, form token, then the handler inside one transaction. */
export function serve(app: FastifyInstance, services: Services, house: House, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.endless && { exposeHeadRoute: false, compress: false as const }),
    handler: (req, reply) => answer(services, house, route, req, reply),
  })
}

async function answer(services: Services, house: House, route: Route, req: FastifyRequest, reply: FastifyReply) {
  const cookies: SetCookie[] = []
  try {
    const result = await attempt(services, house, route, req, cookies)
    return result === undefined ? reply : send(services, route, reply, result, cookies)
  } catch (error) {
    const elsewhere = await leadElsewhere(services, house, route, req, cookies, error)
    if (elsewhere) return send(services, route, reply, elsewhere, cookies)
    // A remembered browser keeps its new validator, whatever became of its request: the former one is no good any more.
    for (const cookie of cookies) setCookie(services, reply, cookie)
    throw error
  }
}

// What does not exist for this account may exist for another one of the same person; for nobody else anything is said.
async function leadElsewhere(
  services: Services,
  house: House,
  route: Route,
  req: FastifyRequest,
  cookies: SetCookie[],
  error: unknown,
): Promise<Reply | null> {
  const actor = req.house?.actor
  const missing = error instanceof Refusal && error.status === 404 && route.method === 'GET' && !route.bare
  if (!missing || actor?.kind !== 'customer' || actor.elsewhere.length === 0) return null
  const { db: _, ...visit } = makeVisit(services, req, undefined as never, cookies)
  const path = await asSameActor(visit, (db) => house.elsewherePath({ ...visit, db }))
  return path === null ? null : { kind: 'redirect', to: href(visit, path) }
}

// The app's transaction is closed before a gate route runs: hashing a password must not hold a connection of the others.
async function attempt(services: Services, house: House, route: Route, req: FastifyRequest, cookies: SetCookie[]) {
  const host = hostName(req)
  if (!host) throw new Refusal(400)
  const name = (key: Parameters<typeof cookieName>[1]) => cookieName(services.config, key)
  const open = <T>(token: string | undefined, work: (db: Db, entered: Entered | null) => Promise<T>) =>
    asActor(
      services.database.app,
      {
        host,
        fallBack: !services.config.production,
        tokenHash: token ? tokenHash(token) : null,
        readOnly: route.method === 'GET' && !route.marks,
        planOnce: route.planOnce,
      },
      work,
    )
  const visitOf = async (db: Db, entered: Entered | null) => {
    if (!entered) throw new Refusal(421)
    req.house = readEntered(entered)
    if (entered.several && req.house.actor.kind === 'customer') req.house.actor.elsewhere = await otherCompanies(db)
    return makeVisit(services, req, db, cookies)
  }
  let received: Received | undefined
  const step = async (db: Db, entered: Entered | null) => {
    const visit = await visitOf(db, entered)
    if (visit.actor.kind === 'visitor' && route.method === 'GET' && req.cookies[name('remember')]) return { resume: visit }
    const filesWait = route.upload !== undefined && req.isMultipart() && !received
    const early = refuseEarly(services, house, route, req, visit, filesWait)
    if (early) return { reply: early }
    if (filesWait) {
      await route.upload?.before?.(visit, inputOf(req))
      return { receive: visit }
    }
    if (asksForProof(route, req, visit)) {
      if (route.method === 'GET')
        return { reply: redirect(href(visit, house.confirmPath(href(visit, route.sudo?.comeBack ?? visit.address)))) }
      return typeof inputOf(req).body._confirm === 'string'
        ? { prove: visit }
        : { reply: house.confirmPage(visit, inputOf(req).body) }
    }
    if (route.gate) return { later: visit }
    return { reply: await route.handle(visit, { ...inputOf(req), ...(received && { upload: received }) }) }
  }
  let outcome = await open(req.cookies[name('session')], step)
  if (outcome.resume) {
    const resumed = await house.resume(services, outcome.resume.brokerage, req.cookies[name('remember')]!, {
      host,
      userAgent: outcome.resume.userAgent,
      source: outcome.resume.ip,
    })
    if (resumed) cookies.push(...resumed.cookies)
    else cookies.push({ name: name('remember'), value: null })
    delete req.cookies[name('remember')]
    outcome = await open(resumed?.token, step)
  }
  if (outcome.receive) {
    // No transaction is open while the network is waited for; afterwards every check is made anew.
    const { formSecret, address } = outcome.receive
    const token = formToken({ services, formSecret }, address.split('?')[0]!)
    const mayGoOn = (sent: unknown) => typeof sent === 'string' && sameText(sent, token)
    received = await receiveUpload(req, services.config.dataDir, mayGoOn, route.upload?.tables ? checkTable : checkFile)
    try {
      req.body = received.body
      outcome = await open(req.cookies[name('session')], step)
      // A handler that needs long with the files has no transaction, but still the files.
      if (outcome.later) return await route.handle(outcome.later, { ...inputOf(req), upload: received })
    } finally {
      await received.forget()
    }
  }
  if (outcome.prove) {
    const proved = await house.confirm(outcome.prove, inputOf(req).body)
    if ('again' in proved) return proved.again
    cookies.push(...proved.cookies)
    req.cookies[name('session')] = proved.token
    outcome = await open(proved.token, step)
  }
  return outcome.later ? route.handle(outcome.later, inputOf(req)) : outcome.reply
}

// Within the quarter of an hour nobody is asked; who is nobody has been sent to the sign-in already.
function asksForProof(route: Route, req: FastifyRequest, { actor }: Visit): boolean {
  if (!route.sudo || actor.kind === 'visitor' || actor.confirmed) return false
  return route.method === 'GET' || (route.sudo.when?.(inputOf(req).body) ?? true)
}

function inputOf(req: FastifyRequest) {
  return {
    params: req.params as Record<string, string>,
    query: req.query as Record<string, unknown>,
    body: (req.body ?? {}) as Record<string, unknown>,
  }
}

function refuseEarly(
  services: Services,
  house: House,
  route: Route,
  req: FastifyRequest,
  visit: Visit,
  filesWait = false,
): Reply | null {
  if (route.bare) return null
  if (req.language === null && route.method === 'GET')
    return { kind: 'redirect', to: `/${pathPrefixes[visit.language]}${visit.address}`, temporary: true }
  const verdict = route.access(visit.actor)
  const returnTo = href(visit, route.method === 'GET' ? visit.address : '/')
  if (verdict === 'sign_in') return { kind: 'redirect', to: href(visit, house.signInPath(returnTo)) }
  // Staff's addresses do not exist for customers; what is theirs to see but not to do answers 403 in the handler.
  if (verdict === 'forbidden') throw new Refusal(404)
  const person = visit.actor.kind === 'visitor' ? null : visit.actor
  if (person?.factorDue && !route.beforeFactor) return { kind: 'redirect', to: href(visit, house.factorPath(returnTo)) }
  if (req.house!.termsDue && !route.beforeTerms) return { kind: 'redirect', to: href(visit, house.termsPath(returnTo)) }
  if (route.method === 'POST') {
    if (!fromOurPages(req)) throw new Refusal(403)
    // The token of a form with files comes with its first bytes, which nobody has read yet.
    if (filesWait) return null
    const token = (req.body as Record<string, unknown> | null)?._token
    const path = visit.address.split('?')[0]!
    if (typeof token !== 'string' || !sameText(token, formToken({ services, formSecret: visit.formSecret }, path)))
      throw new Refusal(403)
  }
  return null
}

/** A visit for a request whose house is known; also what error pages are drawn with. */
export function makeVisit(services: Services, req: FastifyRequest, db: Db, cookies: SetCookie[]): Visit {
  const { brokerage, actor, accountManager } = req.house!
  const language = req.language ?? (actor.kind !== 'visitor' ? actor.language : preferredLanguage(req.headers['accept-language']))
  let formSecret = actor.kind === 'visitor' ? req.cookies[cookieName(services.config, 'visitor')] : actor.sessionId
  if (!formSecret || formSecret.length > 64) {
    formSecret = randomBytes(18).toString('base64url')
    cookies.push({ name: cookieName(services.config, 'visitor'), value: formSecret })
    req.cookies[cookieName(services.config, 'visitor')] = formSecret
  }
  return {
    services,
    db,
    brokerage,
    actor,
    accountManager,
    language,
    host: hostName(req) ?? brokerage.host,
    address: req.url,
    nonce: req.nonce,
    region: typeof req.headers['x-region'] === 'string' ? req.headers['x-region'].slice(0, 40) : null,
    lastEvent: typeof req.headers['last-event-id'] === 'string' ? req.headers['last-event-id'].slice(0, 2000) : null,
    ahead: looksAhead(req),
    range: rangeOf(req),
    ip: req.ip,
    userAgent: String(req.headers['user-agent'] ?? '').slice(0, 400),
    cookies: req.cookies,
    formSecret,
  }
}

function looksAhead(req: FastifyRequest): boolean {
  const purpose = `${req.headers['sec-purpose'] ?? ''} ${req.headers.purpose ?? ''} ${req.headers['x-moz'] ?? ''}`
  return req.method === 'HEAD' || /\b(prefetch|prerender|preview)\b/.test(purpose)
}

function rangeOf(req: FastifyRequest): Visit['range'] {
  const { range } = req.headers
  const ifTag = req.headers['if-range']
  return range ? { bytes: range, ifTag: typeof ifTag === 'string' ? ifTag : null } : null
}

function send(services: Services, route: Pick<Route, 'noReferrer'>, reply: FastifyReply, result: Reply, early: SetCookie[]) {
  for (const cookie of [...early, ...('cookies' in result ? (result.cookies ?? []) : [])]) setCookie(services, reply, cookie)
  for (const [name, value] of Object.entries(result.headers ?? {})) reply.header(name, value)
  if (route.noReferrer) reply.header('referrer-policy', 'no-referrer')
  if (result.kind === 'redirect')
    return reply
      .code(result.temporary ? 302 : 303)
      .header('location', result.to)
      .header('cache-control', 'no-store')
      .send('')
  // Who has this very answer already is told so and gets no second copy; the headers are sent all the same.
  const etag = result.kind === 'text' ? result.headers?.etag : undefined
  if (etag && knows(reply.request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (result.kind === 'text' || result.kind === 'stream')
    return reply
      .code(result.status ?? 200)
      .type(result.type)
      .send(result.body)
  return sendPage(reply, result.page, result.status ?? 200)
}

// A proxy on the way may have weakened the tag.
function knows(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

function sendPage(reply: FastifyReply, page: VNode, status: number) {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${renderToString(page)}`)
}

function setCookie(services: Services, reply: FastifyReply, cookie: SetCookie) {
  const secure = services.config.scheme === 'https'
  reply.setCookie(cookie.name, cookie.value ?? '', {
    path: '/',
    httpOnly: true,
    secure,
    sameSite: 'lax',
    ...(cookie.value === null ? { maxAge: 0 } : cookie.maxAge ? { maxAge: cookie.maxAge } : {}),
  })
}

/** Unknown addresses and everything that goes wrong: one page in the reader's language, never a stack, never another's text. */
export function serveErrors(app: FastifyInstance, services: Services, house: House): void {
  app.setNotFoundHandler((req, reply) =>
    answer(
      services,
      house,
      {
        method: 'GET',
        path: '*',
        bare: true,
        access: () => 'yes',
        handle: async () => {
          throw new Refusal(404)
        },
      },
      req,
      reply,
    ),
  )
  app.setErrorHandler(async (error, req, reply) => {
    const status = statusOf(error)
    // A refusal by the database that no feature foresaw: the sender gets a 4xx, and we want to know.
    if (status < 500 && sqlState(error)) services.log.warn({ err: error, url: loggedPath(req.url) }, 'the database refused')
    if (status >= 500 && !(error instanceof Refusal))
      services.log.error({ err: error, url: loggedPath(req.url) }, 'a request failed')
    const retryAfter = error instanceof Refusal ? error.retryAfter : undefined
    if (retryAfter || status === 503) reply.header('retry-after', String(retryAfter ?? 5))
    if (!req.house)
      return reply
        .code(status)
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(plain[status] ?? plain[500])
    const cookies: SetCookie[] = []
    const { db: _, ...visit } = makeVisit(services, req, undefined as never, cookies)
    for (const cookie of cookies) setCookie(services, reply, cookie)
    try {
      return sendPage(reply, house.errorPage(visit, status), status)
    } catch (second) {
      services.log.error({ err: second }, 'the error page itself failed')
      return reply.code(500).type('text/plain; charset=utf-8').send(plain[500])
    }
  })
}

// No query, and of a calendar's address not the secret in it.
function loggedPath(url: string): string {
  return url.split('?')[0]!.replace(/^\/calendar\/.*/, '/calendar/…')
}

// Before the brokerage is known there is no language and no brand to speak in.
const plain: Record<number, string> = {
  400: 'Bad request.',
  404: 'Not found.',
  413: 'Too large.',
  421: 'No portal answers at this address.',
  503: 'The portal is not available at the moment. Please try again in a moment.',
  500: 'Something went wrong. Please try again.',
}
