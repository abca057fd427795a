import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { editMailboxAccess } from './commands.ts'
import { makeMailboxAccess } from './factory.ts'
import { findMailboxAccess } from './queries.ts'

describeExample('opening of mailboxes: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('the leader registers and closes it; the employee and those beside do not know of it', async () => {
    const person = (await app.person('sandnes-ansatt')).personId
    const id = await app.ctx('sandnes-leder', (ctx) => makeMailboxAccess(ctx, { person }))
    await expect(app.ctx('sandnes-leder-helse', (ctx) => makeMailboxAccess(ctx, { person }))).rejects.toThrow('notYours')
    const edit = (slug: string, closedOn: string | null) =>
      app.ctx(slug, async (ctx) => {
        const stands = (await findMailboxAccess(ctx, id))?.values
        if (!stands) return 'gone'
        const over = {
          noticeOn: '2026-02-27',
          heldOn: '2026-03-01',
          presence: 'present',
          method: 'Søk',
          opened: 'En e-post',
          result: 'Svart',
        } as const
        const outcome = await editMailboxAccess(ctx, id, null, { ...stands, ...over, closedOn })
        return outcome.ok || outcome.why
      })
    expect(await edit('sandnes-leder', '2026-03-02')).toBe(true)
    expect(await edit('sandnes-informasjonssikkerhetssjef', null)).toBe(true)
    for (const slug of ['ansatt', 'leder-helse', 'personvernombud', 'revisor'])
      expect([slug, await edit(`sandnes-${slug}`, null)]).toEqual([slug, 'gone'])
    expect(await app.ctx('sandnes-ansatt', (ctx) => editMailboxAccess(ctx, id, null, {} as never))).toMatchObject({ why: 'notFound' })
  })
})
