import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { giveToOwner, type Home } from './postgres-home.ts'
import type { Program } from './postgres-program.ts'
import { runProgram, tellsOfFullDisk } from './postgres-run.ts'
import { StartError } from './start-error.ts'

export const owner = 'dossier_owner'

/** A prepared data directory of PostgreSQL and the password of its owner. */
export type Cluster = { folder: string; password: string }

/** Takes the cluster in `home`, or makes it the first time. An interrupted first time leaves nothing that counts. */
export async function prepareCluster(home: Home, program: Program, fast: boolean): Promise<Cluster> {
  const folder = join(home.folder, 'cluster')
  const passwordFile = join(home.folder, 'password')
  if (!existsSync(folder)) await createCluster(home, program, fast, folder, passwordFile)
  refuseOtherVersion(folder, program)
  if (!existsSync(passwordFile))
    throw new StartError(`The file ${passwordFile} is missing; without it the database cannot be opened.`)
  return { folder: realpathSync(folder), password: readFileSync(passwordFile, 'utf8').trim() }
}

async function createCluster(home: Home, program: Program, fast: boolean, folder: string, passwordFile: string): Promise<void> {
  for (const name of readdirSync(home.folder)) {
    if (name.startsWith('cluster.new')) rmSync(join(home.folder, name), { recursive: true, force: true })
  }
  if (!existsSync(passwordFile))
    writeFileSync(passwordFile, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  giveToOwner(passwordFile, home.folder)
  const draft = `${folder}.new`
  await initialise(home, program, fast, draft, readFileSync(passwordFile, 'utf8'))
  writeFileSync(join(draft, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n', { flush: true })
  renameSync(draft, folder)
}

// The words of full-text search are cut by LC_CTYPE; with C, « » and dashes would count as letters. Sorting is built in.
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C']

async function initialise(home: Home, program: Program, fast: boolean, draft: string, password: string): Promise<void> {
  const passwordCopy = `${draft}.password`
  for (const characterType of characterTypes) {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    writeFileSync(passwordCopy, password, { mode: 0o600 })
    if (home.runAs) for (const path of [draft, passwordCopy]) chownSync(path, home.runAs.uid, home.runAs.gid)
    const { ok, code, output } = await runProgram(
      program.initdb,
      initdbArguments(draft, passwordCopy, characterType, fast),
      home.runAs,
    )
    rmSync(passwordCopy)
    if (ok) return
    rmSync(draft, { recursive: true, force: true })
    if (!/invalid locale/i.test(output)) throw new StartError(initdbReason(output || `initdb ended with ${code}`, home.folder))
  }
}

function initdbArguments(draft: string, passwordFile: string, characterType: string, fast: boolean): string[] {
  const locale = ['--locale=C', `--lc-ctype=${characterType}`, '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const login = [`--username=${owner}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const speed = fast ? ['--no-sync'] : []
  return [`--pgdata=${draft}`, '--encoding=UTF8', '--data-checksums', '--no-instructions', ...locale, ...login, ...speed]
}

function initdbReason(output: string, folder: string): string {
  if (tellsOfFullDisk(output)) return `No disk space left for ${folder}. Free some space and start again.`
  const line = output.split('\n').find((text) => /error|FATAL/.test(text)) ?? output.split('\n').at(-1)
  return `The database could not be created in ${folder}: ${line}`
}

function refuseOtherVersion(folder: string, program: Program): void {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  const [major] = program.version.split('.')
  if (made === major) return
  throw new StartError(
    `The database in ${folder} was made by PostgreSQL ${made}; this Dossier brings ${major}. Restore a backup into a new folder.`,
  )
}
