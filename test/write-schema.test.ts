import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { testDatabase } from './database.ts'
import { describeSchema } from './describe-schema.ts'

// Not a check: writes db/schema anew after a migration (docs/operations.md).
test.runIf(process.env.UPDATE_SCHEMA === '1')('db/schema is written', async () => {
  const db = await testDatabase()
  mkdirSync('db/schema', { recursive: true })
  for (const file of readdirSync('db/schema')) rmSync(join('db/schema', file))
  for (const [table, text] of Object.entries(await describeSchema(db.look)))
    writeFileSync(join('db/schema', `${table}.txt`), text)
  await db.drop()
})
