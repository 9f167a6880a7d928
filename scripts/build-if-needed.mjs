// Builds when a source changed since the last build; otherwise costs a few milliseconds.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, inProject, runNode } from './processes.mjs'

const stamp = inProject('dist', '.stamp')

export function ensureBuild() {
  const now = stampOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  rmSync(stamp, { force: true })
  if (!runNode([inProject('scripts', 'build.mjs')])) throw new Failure('The build failed.')
  mkdirSync(inProject('dist'), { recursive: true })
  writeFileSync(stamp, now)
}

function stampOfSources() {
  const hash = createHash('sha256')
  const files = [...sourcesBelow(inProject('src')), inProject('package-lock.json'), inProject('scripts', 'build.mjs')]
  for (const file of files) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

function sourcesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sourcesBelow(join(folder, entry.name))
    return /\.test\.tsx?$/.test(entry.name) ? [] : [join(folder, entry.name)]
  })
}
