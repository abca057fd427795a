import { afterAll, beforeAll, expect, it } from 'vitest'
import { modules } from '../src/app/modules.ts'
import { newId } from '../src/kernel/ids.ts'
import { makeReport } from '../src/modules/deviation/factory.ts'
import { sendReport } from '../src/modules/deviation/report/commands.ts'
import { makeSystem } from '../src/modules/systems/factory.ts'
import { type TestApp, testApp } from './support/app.ts'
import { describeDatabase } from './support/database.ts'
import { someAddress } from './support/routes.ts'

/** Another organisation's records, asked for at every address there is, by every role there is (G-07). */
describeDatabase('another organisation', (db) => {
  let app: TestApp
  const ids: string[] = []
  let secret: string
  beforeAll(async () => {
    app = await testApp(db())
    secret = 'KANARI-4711'
    await app.ctx('sauda-ansatt', async (ctx) => {
      const id = newId(ctx.now)
      const unit = ctx.actor.unitId
      const sent = await sendReport(
        ctx,
        id,
        'form',
        makeReport({ affectedUnit: unit, affectedLeader: null, whatHappened: `${secret} kom på avvege.` }),
      )
      if (!sent.ok) throw new Error(sent.why)
      ids.push(id, ctx.actor.personId, unit ?? '')
    })
    ids.push(await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: `${secret} system` })))
  }, 60_000)
  afterAll(() => app.stop())

  const strangers = ['sandnes-personvernombud', 'sandnes-administrator', 'sandnes-ansatt', 'oslomet-sikkerhet']
  // A draft is begun under an id that the page made: any id begins one, in one's own organisation, and reaches nobody else's.
  const begins = '/avvik/:id/utkast'
  const withId = modules
    .flatMap((module) => module.routes)
    .filter((route) => route.path.includes(':') && route.may !== 'open' && route.path !== begins)

  it.each(strangers)(
    '%s reaches none of it at any address, and learns nothing of it',
    async (slug) => {
      const stranger = await app.as(slug)
      expect(withId.length).toBeGreaterThan(30)
      for (const route of withId) {
        for (const id of route.path.startsWith('/avvik/') ? ids.slice(0, 1) : ids.slice(1)) {
          const ask = (one: string) =>
            route.method === 'GET'
              ? stranger.get(someAddress(route.path, one))
              : stranger.post(someAddress(route.path, one), { version: '1', reason: 'x', id: one })
          const foreign = await ask(id)
          const where = `${route.method} ${route.path}`
          expect([403, 404], where).toContain(foreign.status)
          expect(foreign.text, where).not.toContain(secret)
          const never = newId(new Date('2020-01-01T00:00:00Z'))
          const nothing = await ask(never)
          expect(nothing.status, where).toBe(foreign.status)
          expect(nothing.text.replaceAll(never, ''), where).toBe(foreign.text.replaceAll(id, ''))
        }
      }
    },
    120_000,
  )

  it('nothing of it was changed or stored by trying', async () => {
    const changed = await app.ctx('sauda-administrator', (ctx) =>
      ctx.tx.selectFrom('deviation').select('version').where('organisation_id', '=', ctx.actor.organisationId).execute(),
    )
    expect(changed).toEqual([{ version: 1 }])
  })
  it('a foreign id in a form is refused like a nonsense one', async () => {
    const stranger = await app.as('sandnes-ansatt')
    const answer = await stranger.post('/avvik', {
      id: newId(new Date('2026-03-02T08:00:00Z')),
      personalData: 'yes',
      whatHappened: 'Noe skjedde.',
      affectedUnit: ids[2] ?? '',
      discoveredAt: '2026-03-02T08:00',
      deed: 'send',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain(secret)
  })
})
