import type { Readable } from 'node:stream'
import type { VNode } from 'preact'
import type * as z from 'zod'
import type { Actor } from './actor.ts'
import type { Upload } from './uploads.ts'
import type { Visit } from './visit.ts'

/** May this actor use this route at all? What records exist for them the database decides. */
export type Access = (actor: Actor) => 'yes' | 'sign_in' | 'forbidden'

export interface SetCookie {
  name: string
  /** null removes the cookie. */
  value: string | null
  maxAge?: number
}

export type Reply =
  | { kind: 'page'; status?: number; page: VNode; cookies?: SetCookie[]; headers?: Record<string, string> }
  | { kind: 'redirect'; to: string; temporary?: boolean; cookies?: SetCookie[]; headers?: Record<string, string> }
  | { kind: 'text'; status?: number; type: string; body: string | Buffer; headers?: Record<string, string> }
  | { kind: 'stream'; status?: number; type: string; body: Readable; headers?: Record<string, string> }

/** A route is data: the walk over every route and the documentation read the same table that serves (security.md Z1). */
export interface Route {
  method: 'GET' | 'POST'
  path: string
  access: Access
  handle: (
    visit: Visit,
    request: { params: Record<string, string>; query: Record<string, unknown>; body: Record<string, unknown>; upload?: Upload },
  ) => Promise<Reply>
  /** Pages that carry a token or a form before sign-in send no referrer at all. */
  noReferrer?: boolean
  /** Runs without the app's transaction (`visit.db` is closed): password paths, which hash and use the gate. */
  gate?: boolean
  /** No language prefix and no access page: style sheets, health checks. */
  bare?: boolean
  /** Its answer has no end: it is neither compressed nor asked for with HEAD. */
  endless?: boolean
  /** A GET that turns the reader's own notifications read: the answer waits until that is kept, for the next page counts them. */
  marks?: boolean
  /**
   * Reads one record and what hangs on it, all by keys: its statements are planned once for each connection. Of lists the
   * database knows better with the values at hand.
   */
  planOnce?: boolean
  /** Open to somebody who has yet to accept newer terms: reading and accepting them, and signing out. */
  beforeTerms?: boolean
  /** Open to somebody who has yet to set up a second factor: setting it up, and signing out. */
  beforeFactor?: boolean
  /**
   * Risky (security.md S4): who has not proved within a quarter of an hour who they are does it first. The form that was sent is kept and
   * then carried out. Not for forms with files.
   */
  sudo?: Sudo
  /**
   * Takes files: a multipart body is streamed to the disk with no transaction open, then the handler runs as always, with
   * `upload`. The form's first field must be `_token`. `before` runs ahead of the first byte and throws where nothing is to be
   * received.
   */
  upload?: {
    before?: (visit: Visit, request: { params: Record<string, string>; query: Record<string, unknown> }) => Promise<void>
    /** Takes tables and ZIPs of them, unlooked at: the handler reads them in a thread of its own and refuses what is none. */
    tables?: true
  }
}

export interface Sudo {
  /** Which forms to this address are risky; all of them where it is left out. */
  when?: (body: Record<string, unknown>) => boolean
  /** For a download: the page to come back to, for a file shows none. */
  comeBack?: string
}

type Options = Pick<
  Route,
  'noReferrer' | 'gate' | 'bare' | 'endless' | 'marks' | 'planOnce' | 'beforeTerms' | 'beforeFactor' | 'sudo' | 'upload'
>

/** A GET route: it renders and changes nothing that others see (one's own notifications may turn read). Without an access rule it does not compile. */
export function get(path: string, access: Access, handle: Route['handle'], options: Options = {}): Route {
  return { method: 'GET', path, access, handle, ...options }
}

/** A POST route: it answers with a redirect (303), or with the form as filled in (422). */
export function post(path: string, access: Access, handle: Route['handle'], options: Options = {}): Route {
  return { method: 'POST', path, access, handle, ...options }
}

/** Renders a page; status 422 for a form that comes back with its errors. */
export function page(
  content: VNode,
  status = 200,
  extra: { cookies?: SetCookie[]; headers?: Record<string, string> } = {},
): Reply {
  return { kind: 'page', page: content, status, ...extra }
}

/** Answers 303: after a change the browser asks for the page that shows it. `to` is a path built by `href`. */
export function redirect(to: string, extra: { cookies?: SetCookie[]; headers?: Record<string, string> } = {}): Reply {
  return { kind: 'redirect', to, ...extra }
}

/** Everybody, signed in or not. */
export const anyone: Access = () => 'yes'

/** Whoever is signed in, customer or staff. */
export const signedIn: Access = (actor) => (actor.kind === 'visitor' ? 'sign_in' : 'yes')

/** People at the brokerage. To customers the address does not exist (404), so a route of staff says nothing. */
export const staffOnly: Access = (actor) => (actor.kind === 'visitor' ? 'sign_in' : actor.kind === 'staff' ? 'yes' : 'forbidden')

/** Reads a body or query with its schema; the errors come back by field as issue codes for the feature's own phrases. */
export function readInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
): { ok: true; value: z.output<T> } | { ok: false; errors: { field: string; code: string }[] } {
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  const seen = new Set<string>()
  const errors = result.error.issues
    .map((issue) => ({ field: String(issue.path[0] ?? ''), code: issue.message }))
    .filter((error) => !seen.has(error.field) && seen.add(error.field))
  return { ok: false, errors }
}
