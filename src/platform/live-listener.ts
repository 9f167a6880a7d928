import pg from 'pg'

interface Listening {
  heard(payload: string): void
  /** Connected, for the first time or again: whatever was said in between was not heard. */
  connected(): void
  /** Told once per break, not per try. */
  broken(error: unknown): void
}

const [firstPause, longestPause, askEvery, answerWithin] = [500, 30_000, 20_000, 5_000]

/** Listens on a channel of PostgreSQL with a connection of its own, and connects again for as long as it takes. `stop` ends it. */
export function listen(url: string, channel: string, { heard, connected, broken }: Listening): { stop(): Promise<void> } {
  let stopped = false
  let pause = firstPause
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  async function connect() {
    const mine = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: answerWithin })
    client = mine
    mine.on('error', (error) => lost(mine, error))
    mine.on('end', () => lost(mine, new Error('the connection ended')))
    mine.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await mine.connect()
      await mine.query(`listen ${channel}`)
      if (client !== mine) return
      pause = firstPause
      connected()
      timer = setTimeout(ask, askEvery, mine).unref()
    } catch (error) {
      lost(mine, error)
    }
  }

  // A connection that died without a word looks like one on which nothing happens.
  async function ask(mine: pg.Client) {
    const tooLong = setTimeout(() => lost(mine, new Error('the connection does not answer')), answerWithin).unref()
    await mine.query('select 1').catch((error: unknown) => lost(mine, error))
    clearTimeout(tooLong)
    if (client === mine) timer = setTimeout(ask, askEvery, mine).unref()
  }

  function lost(mine: pg.Client, error: unknown) {
    if (client !== mine) return
    client = undefined
    clearTimeout(timer)
    mine.end().catch(() => {})
    if (stopped) return
    if (pause === firstPause) broken(error)
    // Several processes must not all come back in the same moment.
    timer = setTimeout(connect, pause * (0.5 + Math.random())).unref()
    pause = Math.min(pause * 2, longestPause)
  }

  void connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      const last = client
      client = undefined
      await last?.end().catch(() => {})
    },
  }
}
