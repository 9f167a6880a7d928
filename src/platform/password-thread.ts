import { type Argon2Parameters, argon2Sync } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'

// Passwords are hashed here, away from the thread that answers and from those that read files and compress pages. Whoever is signed
// in comes first: where the processor is short, this thread gets about a quarter of a core. Linux alone counts priorities by thread.
try {
  setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), 5)
} catch {
  // Elsewhere the number of threads is what holds it back.
}

parentPort!.on('message', (parameters: Argon2Parameters) => parentPort!.postMessage(argon2Sync('argon2id', parameters)))
