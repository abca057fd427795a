import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'

/** A cell that is begun and never ended, with what would be millions of cells in it: read for as long as it may be. */
const slow = Buffer.from(`"${'a;'.repeat(3_000_000)}`)

describeExample('systems: files that take long to read', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 180_000)
  afterAll(() => app.stop())

  it('hold nobody else up: others read their pages meanwhile, and whoever sends a dozen is told to wait (G-26, G-43)', async () => {
    const sender = await app.as('sauda-administrator')
    const other = await app.as('sandnes-personvernombud')
    let answered = 0
    const sent = Array.from({ length: 12 }, () =>
      sender.send('/systemer/import', [{ name: 'treg.csv', content: slow }], { svar: 'json' }).finally(() => {
        answered += 1
      }),
    )
    // Those that are turned away are answered first: then the others are under way.
    await expect.poll(() => answered, { timeout: 60_000 }).toBeGreaterThanOrEqual(10)
    for (let page = 0; page < 3; page++) expect((await other.get('/systemer')).status).toBe(200)
    expect(answered).toBeLessThan(12)
    const answers = await Promise.all(sent)
    const busy = answers.filter(({ status }) => status === 503)
    expect(answers.map(({ status }) => status).sort()).toEqual([422, 422, ...Array.from({ length: 10 }, () => 503)])
    for (const { headers, text } of busy) {
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
      expect(text).toContain('Vent eit halvt minutt')
    }
    // And a file of one's own is read when they are done.
    const mine = await sender.send('/systemer/import', [{ name: 'liten.csv', content: Buffer.from('Namn\nEtterpå\n') }])
    expect(mine.location).toMatch(/^\/systemer\/import\//)
  }, 120_000)
})
