import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { testSecret } from '../../test/secret.ts'
import { migrate, roleUrl } from './migrate.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const start = () => migrate(database.ownerUrl, testSecret, process.cwd())

test('a database that is up to date stays so, and its roles sign in', async () => {
  await start()
  const gate = new pg.Client({ connectionString: roleUrl(database.ownerUrl, 'dossier_gate', testSecret) })
  await gate.connect()
  await gate.end()
})

// Roles belong to the server, which other tests use as well: the group has no rights, and is gone at once.
test('a role that serves and is a member of another role ends the start', async () => {
  await database.look('create role harmless_group nologin')
  try {
    await database.look('grant harmless_group to dossier_gate')
    await expect(start()).rejects.toMatchObject({ name: 'StartError', message: expect.stringContaining('dossier_gate') })
  } finally {
    await database.look('drop role harmless_group')
  }
  await start()
})
