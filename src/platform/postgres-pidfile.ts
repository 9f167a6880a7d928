import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './postgres-claim.ts'

/** A server that is running: its process and its port on 127.0.0.1. */
export type Server = { pid: number; port: number }

/** Finds the server on `cluster` that a killed parent left behind, if it lives. */
export function serverLeftBehind(cluster: string): Server | undefined {
  const noted = readPidFile(cluster)
  return noted && isAlive(noted.pid) && worksOn(noted.pid, cluster) ? noted : undefined
}

function readPidFile(cluster: string): Server | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]) }
  } catch {
    return undefined
  }
}

function worksOn(pid: number, cluster: string): boolean {
  if (process.platform === 'win32') return true
  if (process.platform !== 'linux') return commandOf(pid).includes(cluster)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return commandOf(pid).includes(cluster)
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/**
 * PostgreSQL clears the pid file of a dead server itself, but refuses to start when its number now belongs to a stranger.
 * Only then is the file put aside, and only once nothing works on the cluster any more.
 */
export async function putForeignPidFileAside(cluster: string): Promise<void> {
  const noted = readPidFile(cluster)
  if (!noted || !isAlive(noted.pid) || worksOn(noted.pid, cluster)) return
  for (let tries = 0; tries < 50 && anyoneWorksOn(cluster); tries++) await wait(200)
  if (!anyoneWorksOn(cluster)) renameSync(join(cluster, 'postmaster.pid'), join(cluster, 'postmaster.pid.stranger'))
}

function anyoneWorksOn(cluster: string): boolean {
  if (process.platform !== 'linux') return false
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && Number(name) !== process.pid && worksOn(Number(name), cluster))
}
