import { join } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import staticFiles from '@fastify/static'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { house } from './features/house/house.ts'
import { registerSetUp } from './features/set-up/register.ts'
import { contentSecurityPolicy, nonce, permissionsPolicy, securityHeaders } from './platform/headers.ts'
import { registerHealth } from './platform/health.ts'
import { splitLanguage } from './platform/language.ts'
import { closeLive } from './platform/live.ts'
import type { Language } from './platform/phrases.ts'
import { serve, serveErrors } from './platform/serve.ts'
import { clearUploads, multipartOptions } from './platform/uploads.ts'
import type { Services } from './platform/visit.ts'
import { routes } from './routes.ts'

/** Builds the web server: the platform's plugins in order, then every route of the table of contents. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const languages = new WeakMap<object, Language | null>()
  const app = fastify({
    logger: { level: services.config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: services.config.trustedProxies.length > 0 ? services.config.trustedProxies : false,
    bodyLimit: 256 * 1024,
    // Long enough for 25 MB of photos over a slow telephone.
    requestTimeout: 120_000,
    keepAliveTimeout: 5_000,
    routerOptions: { maxParamLength: 200 },
    // The language stands in front of every page's path; routes are declared without it.
    rewriteUrl(req) {
      const { language, rest } = splitLanguage(req.url ?? '/')
      languages.set(req, language)
      return rest
    },
  })
  app.decorateRequest('language', null)
  app.decorateRequest('house', null)
  app.decorateRequest('nonce', '')
  app.addHook('onRequest', async (req, reply) => {
    req.language = languages.get(req.raw) ?? null
    req.nonce = nonce()
    reply.header('content-security-policy', contentSecurityPolicy(req.nonce))
    reply.header('permissions-policy', permissionsPolicy)
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 256 * 1024 })
  await app.register(multipart, multipartOptions)
  await clearUploads(services.config.dataDir)
  await app.register(helmet, securityHeaders(services.config))
  await app.register(compress, { encodings: ['gzip'], threshold: 1400 })
  await app.register(staticFiles, {
    root: join(services.config.root, 'dist/assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
    decorateReply: false,
  })
  // Open pages would keep the server from ending.
  app.addHook('preClose', () => closeLive(services))
  registerHealth(app, services)
  registerSetUp(app, services)
  for (const route of routes) serve(app, services, house, route)
  serveErrors(app, services, house)
  return app
}
