import { Refusal } from '../../platform/errors.ts'
import { safeReturn } from '../../platform/origin-check.ts'
import { anyone, get, page, post, type Reply, type Route, redirect } from '../../platform/routes.ts'
import { href, type Visit } from '../../platform/visit.ts'
import { passkeysHere, requestOptions } from '../second-factor/passkeys.ts'
import { signIn, signOut } from './changes.ts'
import { chooseCompany, customersOnly, enterCompany } from './company-routes.ts'
import { afterSignIn, goOn } from './go-on.ts'
import { readSignIn } from './input.ts'
import { limited } from './limit.ts'
import { type SignInForm, signInFormPage } from './pages/sign-in.tsx'
import { signInWithPasskey } from './passkey.ts'
import { secondStepRoutes } from './second-step-routes.ts'

async function show(visit: Visit, { query }: { query: Record<string, unknown> }): Promise<Reply> {
  const returnurl = safeReturn(query.returnurl) ?? ''
  if (visit.actor.kind !== 'visitor') return redirect(afterSignIn(visit, returnurl))
  return page(
    formPage(visit, {
      email: '',
      returnurl,
      remember: false,
      errors: [],
      signedOut: query.done === 'signed_out',
      again: query.done === 'again',
    }),
  )
}

function formPage(visit: Visit, form: SignInForm) {
  const passkey = passkeysHere(visit) ? JSON.stringify(requestOptions(visit, 'sign in')) : null
  return signInFormPage(visit, { ...form, passkey })
}

async function submitPasskey(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const returnurl = safeReturn(body.returnurl) ?? ''
  const entered = await signInWithPasskey(visit, body.passkey)
  if (entered) return goOn(visit, returnurl, entered)
  const errors: SignInForm['errors'] = [{ field: '', code: 'passkey_failed' }]
  return page(formPage(visit, { email: '', returnurl, remember: false, errors, signedOut: false }), 422)
}

async function submit(visit: Visit, { body }: { body: Record<string, unknown> }): Promise<Reply> {
  const { attempt, returnurl, errors } = readSignIn(body)
  const form: SignInForm = { email: attempt.email, returnurl, remember: attempt.remember, errors, signedOut: false }
  if (errors.length > 0) return page(formPage(visit, form), 422)
  const refused = formPage(visit, { ...form, errors: [{ field: '', code: 'refused' }] })
  try {
    const entered = await signIn(visit, attempt)
    if (!entered) return page(refused, 422)
    if (entered.secondStep) return redirect(secondStepPath(visit, returnurl), { cookies: entered.cookies })
    return goOn(visit, returnurl, entered)
  } catch (error) {
    // The same page as for a wrong password: a wait says nothing about whether the address exists (A3).
    if (!(error instanceof Refusal && error.status === 429)) throw error
    return page(refused, 429, { headers: { 'retry-after': String(error.retryAfter ?? 1) } })
  }
}

const secondStepPath = (visit: Visit, returnurl: string) =>
  href(visit, `/second-step${returnurl ? `?returnurl=${encodeURIComponent(returnurl)}` : ''}`)

async function leave(visit: Visit): Promise<Reply> {
  const cookies = await signOut(visit)
  return redirect(href(visit, '/PortalLogin?done=signed_out'), {
    cookies,
    headers: { 'clear-site-data': '"cache", "storage"' },
  })
}

export const routes: Route[] = [
  get('/PortalLogin', anyone, show, { noReferrer: true }),
  get('/portallogin', anyone, show, { noReferrer: true }),
  post('/PortalLogin', anyone, limited(submit), { gate: true, noReferrer: true }),
  post('/portallogin', anyone, limited(submit), { gate: true, noReferrer: true }),
  get('/profile/company', customersOnly, chooseCompany),
  post('/profile/company', customersOnly, enterCompany, { gate: true }),
  post('/PortalLogin/passkey', anyone, limited(submitPasskey), { gate: true, noReferrer: true }),
  ...secondStepRoutes,
  post('/sign-out', anyone, leave, { gate: true, beforeTerms: true, beforeFactor: true }),
]
