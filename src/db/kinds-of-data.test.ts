import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { openCase } from '../../test/support/cases.ts'
import { makeDatabase } from '../../test/support/database.ts'

/** The migration is run again over cases that hold what older versions stored. */
describe('kinds of data stored by an older version', () => {
  let app: TestApp
  let remove: () => Promise<void>
  beforeAll(async () => {
    const made = await makeDatabase('pglite')
    remove = made.remove
    app = await testApp(made.db)
  }, 120_000)
  afterAll(async () => {
    await app.stop()
    await remove()
  })

  test('keep a name that is true of what was reported', async () => {
    const id = await openCase(app, 'sauda', {})
    const migration = readFileSync(new URL('migrations/0030_kinds_of_data.sql', import.meta.url), 'utf8')
    const stored = await app.ctx('sauda-personvernombud', async ({ tx }) => {
      await sql`update deviation set data_types = ${['contact', 'education', 'finance', 'credentials', 'childWelfare']}, data_types_other = 'Hund'
        where id = ${id}`.execute(tx)
      for (const statement of migration.split(/;\n/).filter((one) => /update deviation r/.test(one))) await sql.raw(statement).execute(tx)
      return tx.selectFrom('deviation').select(['data_types', 'data_types_other']).where('id', '=', id).executeTakeFirstOrThrow()
    })
    expect([...stored.data_types].sort()).toEqual(['contact', 'education', 'name', 'password', 'username'])
    expect(stored.data_types_other).toBe('Hund; Økonomi og konto; Barnevern og sosiale forhold')
  })
})
