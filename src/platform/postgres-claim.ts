import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { giveToOwner } from './postgres-home.ts'
import { StartError } from './start-error.ts'

type Claim = { pid: number; born: string; running: boolean }

const pattern = /^claim-(\d+)\.json$/

/**
 * Makes this process the only one that runs the database in `folder`, until the returned function is called or it dies.
 * Each process writes a file of its own before it looks for others, so no file is ever shared and no stale one is in the way.
 * @throws StartError when another living process holds the folder.
 */
export async function claimFolder(folder: string): Promise<() => void> {
  const mine = join(folder, `claim-${process.pid}.json`)
  const release = () => rmSync(mine, { force: true })
  for (let attempt = 1; ; attempt++) {
    write(mine, folder, false)
    const other = othersAlive(folder).at(0)
    if (!other) break
    release()
    if (other.running || attempt === 20) throw new StartError(`Dossier is already running on ${folder} (process ${other.pid}).`)
    // Both came at the same moment and saw each other: step back for a time of one's own.
    await wait(50 + Math.random() * 200)
  }
  write(mine, folder, true)
  return release
}

function write(path: string, folder: string, running: boolean): void {
  const claim: Claim = { pid: process.pid, born: birthOf(process.pid), running }
  writeFileSync(`${path}.new`, JSON.stringify(claim), { mode: 0o600 })
  giveToOwner(`${path}.new`, folder)
  renameSync(`${path}.new`, path)
}

function othersAlive(folder: string): Claim[] {
  return readdirSync(folder).flatMap((name) => {
    const pid = Number(pattern.exec(name)?.[1] ?? process.pid)
    if (pid === process.pid) return []
    const claim = readClaim(join(folder, name))
    if (claim && isAlive(pid) && birthOf(pid) === claim.born) return [claim]
    rmSync(join(folder, name), { force: true })
    return []
  })
}

function readClaim(path: string): Claim | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Claim
  } catch {
    return undefined
  }
}

/** Whether a process with this number exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// Numbers of processes are used again, after a reboot above all; number and birth together are not.
function birthOf(pid: number): string {
  try {
    if (process.platform === 'win32') return 'unknown'
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return `${boot} ${fields[19]}`
  } catch {
    return 'gone'
  }
}
