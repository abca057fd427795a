import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { setActive } from './commands.ts'
import { asPerson, makePlace, must, type Place } from './factory.ts'
import { personsCalled, unitsByWord } from './queries-called.ts'
import { findPeople, lookedFor } from './queries-reference.ts'

const now = new Date('2026-11-27T13:00:00Z')

describeDatabase('a chooser of people in an organisation of 5,000', (db) => {
  let place: Place
  const asAdmin = <T>(work: Parameters<typeof asPerson<T>>[4]) => asPerson(db(), place.id, place.admin, now, work)
  const called = (words: string) => asAdmin(async (ctx) => (await findPeople(ctx, words)).found.map(({ name }) => name))
  beforeAll(async () => {
    place = await makePlace(db(), now, 'sandnes')
    await asAdmin(async ({ tx }) => {
      await sql`insert into person (organisation_id, id, name, unit_id)
        select ${place.id}, gen_random_uuid(), 'Ansatt' || n || ' Etternavn' || n % 400, ${place.top} from generate_series(1, 5000) n`.execute(
        tx,
      )
      await sql`insert into person (organisation_id, id, name, unit_id) values
        (${place.id}, gen_random_uuid(), 'Rådgiver Ærfuglvik', ${place.school})`.execute(tx)
    })
    for (const table of ['person', 'person_word', 'unit']) await sql`analyze ${sql.table(table)}`.execute(db().owner)
  }, 120_000)

  it('finds a name from any letter, in any order and case, and by the unit', async () => {
    expect(await called('fuglv')).toEqual(['Rådgiver Ærfuglvik'])
    expect(await called('ÆRFUGL rådg')).toEqual(['Rådgiver Ærfuglvik'])
    expect(await called('skole ærf')).toEqual(['Rådgiver Ærfuglvik'])
    expect((await called('4711')).length).toBe(1)
    expect(await called('%')).toEqual([])
    expect(await called('_rfugl')).toEqual([])
  })

  it('a new name is found and the old one is not, and who has left is found in the log alone', async () => {
    const [id = ''] = await asAdmin((ctx) => personsCalled(ctx, 'Ansatt4712', 2))
    await asAdmin(({ tx }) => tx.updateTable('person').set({ name: 'Nytt Navnesen' }).where('id', '=', id).execute())
    expect([await called('Ansatt4712'), await called('avnesen')]).toEqual([[], ['Nytt Navnesen']])
    must(await asAdmin((ctx) => setActive(ctx, id, null, false)))
    expect([await called('avnesen'), await asAdmin((ctx) => personsCalled(ctx, 'avnesen', 2))]).toEqual([[], [id]])
  })

  it('the web role reads by the index, and not the whole table', async () => {
    const plan = (words: readonly string[]) =>
      asAdmin(async (ctx) => (await sql`explain (analyze) ${lookedFor(ctx, words, await unitsByWord(ctx, words))}`.execute(ctx.tx)).rows)
    for (const words of [['4711'], ['ærfugl'], ['skole', 'Ansatt471']]) {
      const said = JSON.stringify(await plan(words))
      expect(said, words.join(' ')).not.toMatch(/Seq Scan on person/)
      expect(said).toMatch(/Index Cond: [^"]*\(part >= /)
    }
  })
})
