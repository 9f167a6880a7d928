import type { Argon2Parameters } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { takingTurns } from './turns.ts'

// One core is left to those who are signed in (security.md A9).
const atOnce = Math.max(1, availableParallelism() - 1)
// A storm of sign-ins may wait a little; 100 take about two seconds on two cores.
const inTurn = takingTurns({ running: atOnce, waiting: 100, deadline: 2000, retryAfter: 2 })

// The thread beside this file: in the sources as it is, in the build as a file of its own.
const file = new URL(`./password-thread${extname(import.meta.filename)}`, import.meta.url)
const idle: Worker[] = []

/** argon2id in a thread of lower priority; threads stay for the next one. Throws Refusal 503 when too many wait. */
export function argon2id(parameters: Argon2Parameters): Promise<Buffer> {
  return inTurn(() => inThread(idle.pop() ?? new Worker(file, { env: {} }), parameters))
}

function inThread(thread: Worker, parameters: Argon2Parameters): Promise<Buffer> {
  // A process that has nothing else to do waits for an answer, but not for an idle thread.
  thread.ref()
  return new Promise((resolve, reject) => {
    const failed = (reason: unknown) =>
      reject(reason instanceof Error ? reason : new Error('The thread that hashes passwords ended'))
    thread.once('error', failed)
    thread.once('exit', failed)
    thread.once('message', (tag: Uint8Array) => {
      thread.off('error', failed)
      thread.off('exit', failed)
      thread.unref()
      idle.push(thread)
      resolve(Buffer.from(tag))
    })
    thread.postMessage(parameters)
  })
}
