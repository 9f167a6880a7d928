import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Refusal } from '../../platform/errors.ts'
import { preferredLanguage } from '../../platform/language.ts'
import { fromOurPages } from '../../platform/origin-check.ts'
import { readInput } from '../../platform/routes.ts'
import { origin, type Services } from '../../platform/visit.ts'
import { isSetUpLink, setUp } from './changes.ts'
import { setUpInput } from './input.ts'
import { type SetUpValues, setUpDeadPage, setUpDonePage, setUpPage } from './pages/set-up.tsx'

/** `/set-up` is the one page without a brokerage, so it stands outside the ordinary pipeline; its token is its access rule. */
export function registerSetUp(app: FastifyInstance, services: Services): void {
  app.get('/set-up', async (req, reply) => {
    const token = String((req.query as Record<string, unknown>).t ?? '')
    if (!(await isSetUpLink(services, token))) return answer(reply, setUpDeadPage(frame(req)), 404)
    const host = (req.headers.host ?? '').replace(/:\d+$/, '')
    return answer(reply, setUpPage({ ...frame(req), token, values: valuesOf({ host }), errors: [] }))
  })

  app.post('/set-up', async (req, reply) => {
    const body = (req.body ?? {}) as Record<string, unknown>
    const token = typeof body.t === 'string' ? body.t : ''
    if (!fromOurPages(req)) throw new Refusal(403)
    if (!(await isSetUpLink(services, token))) return answer(reply, setUpDeadPage(frame(req)), 404)
    const input = readInput(setUpInput, body)
    if (!input.ok) {
      return answer(reply, setUpPage({ ...frame(req), token, values: valuesOf(body), errors: input.errors }), 422)
    }
    if (!(await setUp(services, token, input.value))) return answer(reply, setUpDeadPage(frame(req)), 404)
    return answer(reply, setUpDonePage({ ...frame(req), signInHref: `${origin(services, input.value.host)}/de-de/PortalLogin` }))
  })
}

// What was typed comes back, the password never.
function valuesOf(body: Record<string, unknown>): SetUpValues {
  const as = (value: unknown) => (typeof value === 'string' ? value.slice(0, 300) : '')
  const { number, name, host, firstName, lastName, email } = body
  return {
    ...{ number: as(number), name: as(name), host: as(host) },
    ...{ firstName: as(firstName), lastName: as(lastName), email: as(email) },
  }
}

const frame = (req: FastifyRequest) => ({
  language: req.language ?? preferredLanguage(req.headers['accept-language']),
  nonce: req.nonce,
})

function answer(reply: FastifyReply, page: VNode, status = 200) {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .send(`<!doctype html>${renderToString(page)}`)
}
