import type { FileStore } from '../../platform/files.ts'
import { makeBackup } from './make.ts'
import type { Manifest } from './manifest.ts'

/** `cli backup FOLDER`: makes the backup and says what is in it. Exit code 2 where files were missing. */
export async function backupCommand(ownerUrl: string, files: FileStore, folder: string) {
  const manifest = await makeBackup(ownerUrl, files, folder)
  const lost = manifest.missing.map(({ brokerage, sha256 }) => `Missing in the storage: ${sha256} (brokerage ${brokerage})`)
  return {
    lines: [`Backup of ${manifest.madeAt} in ${folder}: ${contents(manifest)}.`, ...lost],
    exitCode: lost.length > 0 ? 2 : 0,
  }
}

/** «412 rows in 40 tables, 54 files». */
export function contents({ tables, files }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${rows} rows in ${tables.length} tables, ${files.length} files`
}
