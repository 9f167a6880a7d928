import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { verifyCommand } from './features/audit/command.ts'
import { backupCommand, contents } from './features/backup/command.ts'
import { readManifest } from './features/backup/manifest.ts'
import { restoreBackup } from './features/backup/restore.ts'
import { importCommand } from './features/imports/command.ts'
import { foundCommand } from './features/operator/command.ts'
import { resetSecondFactorCommand, setUpLinkCommand } from './features/operator/staff.ts'
import { type Config, readConfig } from './platform/config.ts'
import { type Database, openDatabase } from './platform/db.ts'
import { openFiles } from './platform/files.ts'
import { isLanguage } from './platform/language.ts'
import { migrate } from './platform/migrate.ts'
import type { Language } from './platform/phrases.ts'
import { startPostgres } from './platform/postgres.ts'
import { runningPostgres } from './platform/postgres-live.ts'
import { installationSecret } from './platform/secrets.ts'
import { StartError } from './platform/start-error.ts'
import { keysOf } from './platform/visit.ts'

const help = `Dossier, the operator's commands

  cli brokerage found NUMBER --name NAME --host HOST --email ADDRESS
      --admin-email ADDRESS --admin-name "FIRST LAST"
      [--sender ADDRESS] [--language de|fr|it|en] [--colour #0b5cad] [--phone NUMBER]
      [--street …] [--postal-code …] [--town …] [--default]
      Founds a brokerage with its lines of business, its terms and an administrator, and prints the link with which
      the administrator sets the password (once, within 24 hours); the first sign-in then leads to the second factor. A brokerage that exists stays as it is.

  cli staff set-up-link NUMBER EMAIL
      Prints a new such link for somebody at the brokerage: for the first password, or for a lost one.

  cli staff reset-second-factor NUMBER EMAIL
      Takes a lost second factor away where nobody in the house can: the next sign-in sets up a new one.

  cli import NUMBER FOLDER [--report FILE.csv] [--language de|fr|it|en]
      Imports the exports in FOLDER (Adressen.csv, Policen.csv, …, Dokumente/) into the brokerage.
      Exit code: 0 all rows taken over, 2 some refused, 1 failed.

  cli audit verify [NUMBER] [--anchor SEQ:DIGEST]
      Checks the chain of what happened, of one brokerage or all, and names the first place that does not fit; with an
      anchor out of a mail also that nothing was cut off before it. Exit code: 0 whole, 2 broken.

  cli backup FOLDER
      Writes everything into a new folder, while the portal may serve: tables, files, and a manifest with checksums.
      Exit code: 0 complete, 2 files were missing in the storage, 1 failed.

  cli restore FOLDER
      Puts a backup into an empty database (another DATA_DIR or DATABASE_URL). Everybody signs in anew; no mail goes out.
`

const text = { type: 'string' } as const
const options = {
  help: { type: 'boolean', short: 'h' },
  default: { type: 'boolean' },
  ...{
    name: text,
    host: text,
    email: text,
    'admin-email': text,
    'admin-name': text,
    sender: text,
    language: text,
    colour: text,
    phone: text,
  },
  anchor: text,
  ...{ street: text, 'postal-code': text, town: text, report: text },
} as const

type Options = ReturnType<typeof readArguments>['values']

process.exitCode = await main().catch((error: unknown) => {
  // What the operator can mend is one line; anything else is a defect and shows where.
  process.stderr.write(`${error instanceof StartError ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
  return 1
})

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  const [command, ...words] = positionals
  if (values.help || command === undefined) {
    process.stdout.write(help)
    return values.help ? 0 : 1
  }
  if (command === 'import') return importInto(words, values)
  if (command === 'brokerage' && words[0] === 'found') {
    const found = withDatabase(({ operator }, config) => foundCommand(operator, linksOf(config), words[1], values))
    process.stdout.write(`${await found}\n`)
    return 0
  }
  if (command === 'staff' && words[0] === 'set-up-link') {
    const link = withDatabase(({ operator }, config) => setUpLinkCommand(operator, linksOf(config), words[1], words[2]))
    process.stdout.write(`${await link}\n`)
    return 0
  }
  if (command === 'audit' && words[0] === 'verify') {
    const verified = await withDatabase(({ operator }) => verifyCommand(operator, words[1], values.anchor))
    process.stdout.write(`${verified.lines.join('\n')}\n`)
    return verified.exitCode
  }
  if (command === 'staff' && words[0] === 'reset-second-factor') {
    const done = withDatabase(({ operator }, config) =>
      resetSecondFactorCommand(operator, { ...linksOf(config), keys: keysOf(installationSecret(config)) }, words[1], words[2]),
    )
    process.stdout.write(`${await done}\n`)
    return 0
  }
  if (command === 'backup') return backup(words[0])
  if (command === 'restore') return restore(words[0])
  throw new StartError(`There is no command "${positionals.join(' ')}". See: cli --help`)
}

function readArguments() {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message.split('. ')[0] : error}. See: cli --help`)
  }
}

function importInto([number, folder]: string[], values: Options): Promise<number> {
  if (!number || !folder) throw new StartError('Which brokerage and which folder? cli import NUMBER FOLDER')
  if (!existsSync(fromHere(folder))) throw new StartError(`There is no folder ${folder} to import from.`)
  const language = languageOf(values.language)
  const report = values.report === undefined ? null : fromHere(values.report)
  return withDatabase(({ operator }, config) =>
    importCommand(operator, { number, folder: fromHere(folder), report, files: openFiles(config), language }),
  )
}

async function backup(folder: string | undefined): Promise<number> {
  if (!folder) throw new StartError('Where to? cli backup FOLDER')
  const made = await withDatabase((_, config, ownerUrl) => backupCommand(ownerUrl, openFiles(config), fromHere(folder)))
  process.stdout.write(`${made.lines.join('\n')}\n`)
  return made.exitCode
}

// The schema is first that of the backup, for its rows to fit, and then the newest.
async function restore(folder: string | undefined): Promise<number> {
  if (!folder) throw new StartError('From where? cli restore FOLDER')
  const manifest = await readManifest(fromHere(folder))
  await withOwner({ to: manifest.migration }, (ownerUrl, config) =>
    restoreBackup(ownerUrl, openFiles(config), fromHere(folder), manifest),
  )
  await withDatabase(async () => {})
  process.stdout.write(`Restored the backup of ${manifest.madeAt}: ${contents(manifest)}.\n`)
  return 0
}

// npm runs scripts in the project's folder and says where it was called.
function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path)
}

// Links name the port that a running Dossier with these settings is reached at.
function linksOf(config: Config) {
  return { config, publicPort: config.publicPort }
}

function languageOf(option: string | undefined): Language {
  const wanted = option ?? (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').slice(0, 2)
  if (isLanguage(wanted)) return wanted
  if (option !== undefined) throw new StartError('The language is one of de, fr, it, en.')
  return 'de'
}

function withDatabase<T>(work: (database: Database, config: Config, ownerUrl: string) => Promise<T>): Promise<T> {
  return withOwner({}, async (ownerUrl, config, secret) => {
    const database = openDatabase(ownerUrl, secret)
    try {
      return await work(database, config, ownerUrl)
    } finally {
      await database.end()
    }
  })
}

async function withOwner<T>(
  schema: { to?: string },
  work: (ownerUrl: string, config: Config, secret: Buffer) => Promise<T>,
): Promise<T> {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const config = readConfig(process.env, root)
  const secret = installationSecret(config)
  const { url, stop } = config.databaseUrl ? { url: config.databaseUrl, stop: async () => {} } : await embedded(config.dataDir)
  try {
    await migrate(url, secret, root, schema)
    return await work(url, config, secret)
  } finally {
    await stop()
  }
}

// A Dossier that serves holds the database already; then its server is used, and left running.
async function embedded(dataDir: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = join(dataDir, 'postgres')
  try {
    return await startPostgres({ dataDir: folder })
  } catch (error) {
    const url = error instanceof StartError && /already running/.test(error.message) ? await runningPostgres(folder) : null
    if (url === null) throw error
    return { url, stop: async () => {} }
  }
}
