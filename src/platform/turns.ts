import { Refusal } from './errors.ts'

/** How much of one kind of work goes on at once, how much may wait, and for how long (milliseconds). */
export interface TurnLimits {
  running: number
  waiting: number
  deadline: number
  /** What a refused one is told: when to come back, in seconds. */
  retryAfter: number
}

/**
 * Makes costly work take turns in this process, so that a storm of one kind never takes it away from everybody else. Throws
 * Refusal 503 for what would wait too long or behind too many.
 */
export function takingTurns({ running: most, waiting, deadline, retryAfter }: TurnLimits) {
  let running = 0
  const queue: { start: () => void; giveUp: NodeJS.Timeout }[] = []

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= most) {
      if (queue.length >= waiting) throw new Refusal(503, retryAfter)
      await new Promise<void>((resolve, reject) => {
        const entry = {
          start: () => {
            clearTimeout(entry.giveUp)
            resolve()
          },
          giveUp: setTimeout(() => {
            queue.splice(queue.indexOf(entry), 1)
            reject(new Refusal(503, retryAfter))
          }, deadline),
        }
        queue.push(entry)
      })
    }
    running++
    try {
      return await work()
    } finally {
      running--
      queue.shift()?.start()
    }
  }
}
