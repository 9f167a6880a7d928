import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { StartError } from '../../platform/start-error.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/)

const manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  server: z.string(),
  /** The last migration of the schema that the rows fit. */
  migration: z.string().regex(/^[\w-]{1,120}$/),
  tables: z.array(z.object({ name, columns: z.array(name), rows: z.number().int().nonnegative(), sha256: hash })),
  files: z.array(z.object({ brokerage: z.uuid(), sha256: hash, size: z.number().int().nonnegative() })),
  /** Files that rows name and the store did not have: lost before the backup, and said so. */
  missing: z.array(z.object({ brokerage: z.uuid(), sha256: hash })),
})
export type Manifest = z.output<typeof manifest>
export type SavedTable = Manifest['tables'][number]

/** Written last: a folder without it is no backup. */
export const manifestFile = 'manifest.json'

export const tablePath = (folder: string, table: string) => join(folder, 'tables', `${table}.copy.gz`)

/** The manifest of a backup. Throws a StartError where there is none, or none that this version can read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => {
    throw new StartError(`There is no ${manifestFile} in ${folder}: it is no backup, or one that was cut off.`)
  })
  const parsed = manifest.safeParse(jsonOf(text))
  if (!parsed.success) throw new StartError(`The ${manifestFile} in ${folder} cannot be read by this version of Dossier.`)
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
