import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../../platform/start-error.ts'
import { fold } from './fold.ts'
import { type Source, sources } from './sources.ts'

export interface ExportFile {
  source: Source
  name: string
  path: string
}

/** The exports that lie in a folder, in the order in which they are read, and the other files, which are left alone. */
export async function exportsIn(folder: string): Promise<{ files: ExportFile[]; ignored: string[] }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new StartError(`There is no folder ${folder} to import from.`)
  })
  const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name)
  const files: ExportFile[] = []
  for (const source of sources) {
    const matching = names.filter((name) => /\.(csv|txt)$/i.test(name) && fold(name.slice(0, -4)) === fold(source.name))
    if (matching.length > 1)
      throw new StartError(`${matching.join(' and ')} are both the export «${source.name}». Keep one of them.`)
    if (matching[0]) files.push({ source, name: matching[0], path: join(folder, matching[0]) })
  }
  if (files.length === 0) {
    throw new StartError(`None of the exports is in ${folder}: ${sources.map(({ name }) => `${name}.csv`).join(', ')}.`)
  }
  const taken = new Set(files.map((file) => file.name))
  return { files, ignored: names.filter((name) => !taken.has(name) && !name.startsWith('.')) }
}
