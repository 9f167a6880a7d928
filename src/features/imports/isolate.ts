import pg from 'pg'

/**
 * Writes `items` together; where the database refuses one of them, halves the batch until the guilty one stands alone and
 * gives that to `refuse`. So one bad row in a thousand costs ten more attempts, and none of its neighbours.
 * `write` must undo what it did when it throws.
 */
export async function isolate<T>(
  items: T[],
  write: (items: T[]) => Promise<void>,
  refuse: (item: T, error: pg.DatabaseError) => void | Promise<void>,
): Promise<void> {
  if (items.length === 0) return
  try {
    await persist(() => write(items))
  } catch (error) {
    if (!isAboutData(error)) throw error
    if (items.length === 1) return refuse(items[0]!, error)
    const middle = Math.ceil(items.length / 2)
    await isolate(items.slice(0, middle), write, refuse)
    await isolate(items.slice(middle), write, refuse)
  }
}

// People work in the portal meanwhile: a lock that was not free in time, a deadlock or a serialisation failure is tried again.
async function persist(write: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write()
    } catch (error) {
      const passing = error instanceof pg.DatabaseError && ['55P03', '40P01', '40001'].includes(error.code ?? '')
      if (!passing || attempt === 5) throw error
    }
  }
}

// Data exceptions, broken constraints, limits, and our own guards (DS…).
function isAboutData(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^(22|23|54|DS)/.test(error.code ?? '')
}
