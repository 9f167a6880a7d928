import http from 'node:http'

export interface Load {
  port: number
  host: string
  /** One request of the mix: path and cookie. */
  next: (n: number) => {
    path: string
    cookie?: string
    host?: string
    method?: string
    body?: string
    headers?: Record<string, string>
  }
  connections: number
  seconds: number
}

export interface Measured {
  perSecond: number
  p50: number
  p95: number
  p99: number
  errors: number
  bytes: number
}

/** Sends requests on so many kept-alive connections for so long; times in ms, errors are answers that are not 2xx or 3xx. */
export async function load({ port, host, next, connections, seconds }: Load): Promise<Measured> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let [errors, bytes, n] = [0, 0, 0]
  const end = performance.now() + seconds * 1000
  const started = performance.now()
  const one = () =>
    new Promise<void>((resolve) => {
      const r = next(n++)
      const at = performance.now()
      const request = http.request(
        {
          agent,
          port,
          host: '127.0.0.1',
          path: r.path,
          method: r.method ?? 'GET',
          headers: { host: r.host ?? host, ...(r.cookie ? { cookie: r.cookie } : {}), ...r.headers },
        },
        (response) => {
          if (response.statusCode! >= 400) errors++
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length
          })
          response.on('end', () => {
            times.push(performance.now() - at)
            resolve()
          })
        },
      )
      request.on('error', () => {
        errors++
        resolve()
      })
      request.end(r.body)
    })
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) await one()
    }),
  )
  const elapsed = (performance.now() - started) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    perSecond: times.length / elapsed,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    errors,
    bytes: bytes / Math.max(1, times.length),
  }
}

export const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
