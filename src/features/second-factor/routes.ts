import type { Customer, Staff } from '../../platform/actor.ts'
import { asBrokerage } from '../../platform/db.ts'
import { notFound } from '../../platform/errors.ts'
import { requiredText, uuid } from '../../platform/forms.ts'
import { safeReturn } from '../../platform/origin-check.ts'
import { get, page, post, type Reply, type Route, redirect, signedIn } from '../../platform/routes.ts'
import { totpAddress } from '../../platform/totp.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { browserName } from '../sign-in/browser-name.ts'
import { limited } from '../sign-in/limit.ts'
import { newSetUp, openSetUp, setUpApp } from './app.ts'
import { codesShown, codesToShow } from './codes-cookie.ts'
import { codesText } from './codes-text.ts'
import { type AppForm, appPage } from './pages/app.tsx'
import { codesPage } from './pages/codes.tsx'
import { type PasskeySetUp, passkeyPage } from './pages/passkey.tsx'
import { setUpPasskey } from './passkey-set-up.ts'
import { creationOptions, passkeyIds, passkeysHere } from './passkeys.ts'
import { removeFactor, renewCodes } from './removal.ts'
import { resetRoutes } from './reset-routes.ts'
import { rulesRoutes } from './rules-routes.ts'

type Input = Parameters<Route['handle']>[1]
const me = (visit: Visit) => visit.actor as Customer | Staff
const base = '/profile/second-factor'

async function showApp(visit: Visit, { query }: Input): Promise<Reply> {
  const { sealed, secret } = newSetUp(visit, me(visit))
  return page(appPage(visit, appForm(visit, sealed, secret, safeReturn(query.returnurl) ?? '')))
}

function appForm(visit: Visit, sealed: string, secret: string, returnurl: string): AppForm {
  const person = me(visit)
  const passkeys = passkeysHere(visit)
  return { person, sealed, secret, returnurl, passkeys, address: totpAddress(secret, visit.brokerage.name, person.email) }
}

async function submitApp(visit: Visit, { body }: Input): Promise<Reply> {
  const person = me(visit)
  const returnurl = safeReturn(body.returnurl) ?? ''
  const setUp = openSetUp(visit, person, body.setup)
  if (!setUp) {
    const { sealed, secret } = newSetUp(visit, person)
    return page(appPage(visit, { ...appForm(visit, sealed, secret, returnurl), error: 'too_late' }), 422)
  }
  const typed = typeof body.code === 'string' ? body.code.slice(0, 40).trim() : ''
  const kept = typed === '' ? null : await setUpApp(visit, person, setUp, typed, 'Authenticator')
  if (kept) return redirect(afterwards(visit, kept.codes, returnurl, 'app'), { cookies: kept.cookies })
  const form = appForm(visit, String(body.setup), setUp.secret, returnurl)
  return page(appPage(visit, { ...form, error: typed === '' ? 'missing' : 'wrong' }), 422)
}

async function showPasskey(visit: Visit, { query }: Input): Promise<Reply> {
  return passkeyReply(visit, safeReturn(query.returnurl) ?? '', { name: browserName(visit.userAgent).replace('–', '') })
}

async function submitPasskey(visit: Visit, { body }: Input): Promise<Reply> {
  const returnurl = safeReturn(body.returnurl) ?? ''
  const name = requiredText(60).safeParse(body.name)
  if (!name.success) return passkeyReply(visit, returnurl, { name: textOf(body.name), error: 'name_missing' })
  const kept = await setUpPasskey(visit, me(visit), body.passkey, name.data)
  if (typeof kept === 'string') return passkeyReply(visit, returnurl, { name: name.data, error: kept })
  return redirect(afterwards(visit, kept.codes, returnurl, 'passkey'), { cookies: kept.cookies })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200) : '')

async function passkeyReply(visit: Visit, returnurl: string, form: Pick<PasskeySetUp, 'name' | 'error'>): Promise<Reply> {
  if (!passkeysHere(visit)) throw notFound()
  const person = me(visit)
  const known = await asBrokerage(visit.services.database.gate, visit.brokerage.id, (db) =>
    passkeyIds(db, visit.brokerage.id, person.loginId),
  )
  const options = JSON.stringify(creationOptions(visit, person, known))
  return page(passkeyPage(visit, { ...form, person, options, returnurl }), form.error ? 422 : 200)
}

function afterwards(visit: Visit, codes: boolean, returnurl: string, done: string): string {
  const on = returnurl ? `returnurl=${encodeURIComponent(returnurl)}` : ''
  if (codes) return href(visit, `${base}/codes${on ? `?${on}` : ''}`)
  return returnurl || href(visit, `/profile/security?done=${done}`)
}

async function showTheCodes(visit: Visit, { query }: Input): Promise<Reply> {
  const returnurl = safeReturn(query.returnurl) ?? ''
  const codes = codesToShow(visit, me(visit))
  return codes ? page(codesPage(visit, { codes, returnurl })) : redirect(returnurl || href(visit, '/profile/security'))
}

async function download(visit: Visit): Promise<Reply> {
  const codes = codesToShow(visit, me(visit))
  if (!codes) throw notFound()
  const headers = { 'content-disposition': 'attachment; filename="recovery-codes.txt"', 'cache-control': 'no-store' }
  return { kind: 'text', type: 'text/plain; charset=utf-8', body: codesText(visit, me(visit).email, codes), headers }
}

async function putAway(visit: Visit, { body }: Input): Promise<Reply> {
  const to = safeReturn(body.returnurl) ?? href(visit, '/profile/security?done=codes')
  return redirect(to, { cookies: [codesShown(visit)] })
}

async function makeCodes(visit: Visit): Promise<Reply> {
  const cookie = await renewCodes(visit, me(visit))
  if (!cookie) throw notFound()
  return redirect(href(visit, `${base}/codes`), { cookies: [cookie] })
}

async function remove(visit: Visit, { params }: Input): Promise<Reply> {
  if (!uuid.safeParse(params.id).success) throw notFound()
  const removed = await removeFactor(visit, me(visit), params.id!)
  return redirect(href(visit, `/profile/security?done=${removed ? 'factor_removed' : 'last_factor'}`))
}

// Open to people whose roles ask for a second factor that they have yet to set up.
const first = { gate: true, beforeTerms: true, beforeFactor: true, noReferrer: true, sudo: {} }

export const routes: Route[] = [
  ...rulesRoutes,
  ...resetRoutes,
  get(`${base}/app`, signedIn, showApp, first),
  post(`${base}/app`, signedIn, limited(submitApp), first),
  get(`${base}/passkey`, signedIn, showPasskey, first),
  post(`${base}/passkey`, signedIn, limited(submitPasskey), first),
  get(`${base}/codes`, signedIn, showTheCodes, { beforeTerms: true }),
  get(`${base}/codes.txt`, signedIn, download, { beforeTerms: true }),
  post(`${base}/codes/kept`, signedIn, putAway, { beforeTerms: true }),
  post(`${base}/codes`, signedIn, makeCodes, { gate: true, sudo: {} }),
  post(`${base}/:id/removal`, signedIn, remove, { gate: true, sudo: {} }),
]
