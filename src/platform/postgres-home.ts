import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type RunAs, runProgram } from './postgres-run.ts'
import { StartError } from './start-error.ts'

/** Where the database really is (cluster, password, claims) and which user runs it. */
export type Home = { folder: string; runAs: RunAs }

const noteName = 'MOVED.txt'

/**
 * Finds or makes the home of the database that belongs to `dataDir`. That is `dataDir` itself, unless we are root and the
 * user we drop to cannot reach it (a checkout below /root): then a folder below /var, and a note in `dataDir` says which.
 */
export async function postgresHome(dataDir: string): Promise<Home> {
  const asRoot = process.getuid?.() === 0
  const firstMade = mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (asRoot && firstMade) letPass(dataDir, firstMade)
  const folder = notedFolder(dataDir) ?? realpathSync(dataDir)
  if (!asRoot) return ownHome(folder)
  const runAs = serverUser(folder)
  if (await canReach(folder, runAs)) return { folder, runAs }
  if (existsSync(join(folder, 'cluster'))) {
    throw new StartError(
      `The database in ${folder} cannot be reached by the user it runs as (uid ${runAs.uid}). Open the folders above it.`,
    )
  }
  return { folder: moveAway(dataDir), runAs }
}

// Whatever umask root has: the folders made just now must let the server's user through (not look around).
function letPass(folder: string, firstMade: string): void {
  chmodSync(folder, 0o711)
  if (folder !== firstMade) letPass(dirname(folder), firstMade)
}

function notedFolder(dataDir: string): string | undefined {
  const note = join(dataDir, noteName)
  if (!existsSync(note)) return undefined
  const folder = readFileSync(note, 'utf8').split('\n', 1)[0]!.trim()
  // Starting empty here would look like all data were lost, and a second database would grow.
  if (existsSync(folder)) return folder
  throw new StartError(
    `${note} says the database is in ${folder}, which does not exist. Bring it back, or delete the note to begin anew.`,
  )
}

function ownHome(folder: string): Home {
  accessSync(folder, constants.W_OK | constants.X_OK)
  const cluster = join(folder, 'cluster')
  const owner = existsSync(cluster) ? statSync(cluster).uid : process.getuid?.()
  if (owner === process.getuid?.()) return { folder, runAs: undefined }
  throw new StartError(`The database in ${folder} belongs to another user (uid ${owner}). Start as that user or as root.`)
}

function serverUser(folder: string): { uid: number; gid: number } {
  const cluster = join(folder, 'cluster')
  if (existsSync(cluster)) return ids(statSync(cluster))
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }))
  const owner = statSync(folder).uid
  // initdb refuses a user without an account, so a bare number (a mounted volume) does not do.
  const chosen = accounts.find((account) => owner !== 0 && account.uid === owner)
  const user = chosen ?? accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody')
  if (user) return ids(user)
  throw new StartError(
    'PostgreSQL does not run as root, and there is no other user (postgres, nobody) to run it as. Start as a normal user.',
  )
}

const ids = ({ uid, gid }: { uid: number; gid: number }) => ({ uid, gid })

async function canReach(folder: string, runAs: RunAs): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], runAs)).ok
}

function moveAway(dataDir: string): string {
  const name = `dossier-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)}`
  const folder = ['/var/lib', '/var/tmp'].map((parent) => join(parent, name)).find(madeByUs)
  if (!folder)
    throw new StartError(`${dataDir} cannot be reached by the database, and neither /var/lib nor /var/tmp can be written.`)
  const note = `${folder}\n\nThe database of this folder is kept there, because the user it runs as cannot reach this one.\nBack up both.\n`
  writeFileSync(join(dataDir, noteName), note)
  return folder
}

// /var/tmp is open to all: a folder somebody else put there must not become ours.
function madeByUs(folder: string): boolean {
  try {
    if (!existsSync(folder)) mkdirSync(folder)
    const found = lstatSync(folder)
    if (!found.isDirectory() || found.uid !== 0) return false
    chmodSync(folder, 0o711)
    return true
  } catch {
    return false
  }
}

/** Gives a file we made to the owner of the folder it is in, so that this owner can also start without root. */
export function giveToOwner(path: string, folder: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  chownSync(path, uid, gid)
}
