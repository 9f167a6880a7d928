import { expect, test } from 'vitest'
import { startHouse } from '../../test/house.ts'

test('a portal that can serve is ready, and one whose database is gone is not; both say no more than that', async () => {
  const house = await startHouse()
  const ask = (url: string) => house.app.inject({ url, headers: { host: 'load-balancer' } })
  expect((await ask('/readyz')).json()).toEqual({ ok: true })
  await house.services.database.app.end()
  const gone = await ask('/readyz')
  expect([gone.statusCode, gone.json(), gone.headers['cache-control']]).toEqual([503, { ok: false }, 'no-store'])
  expect((await ask('/healthz')).statusCode).toBe(200)
  await house.app.close()
})
