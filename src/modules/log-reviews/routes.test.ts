import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeSystem } from '../systems/factory.ts'

describeExample('log reviews: pages', (db) => {
  let app: TestApp
  let own: string
  let foreign: string
  const canary = 'KANARI-LOGG'
  beforeAll(async () => {
    app = await testApp(db())
    const owner = (await app.person('sandnes-systemeier')).personId
    const other = (await app.person('sandnes-leder')).personId
    ;[own, foreign] = await app.ctx('sandnes-administrator', async (ctx) => [
      await makeSystem(ctx, { name: 'Journalen', owner }),
      await makeSystem(ctx, { name: canary, owner: other }),
    ])
  }, 120_000)
  afterAll(() => app.stop())

  const answers = (system: string, over: object = {}) => ({
    ...{ id: randomUUID(), name: 'Søk i februar', system, periodFrom: '2026-02-01', periodTo: '2026-02-28', reason: 'routine' },
    ...{ result: 'nothing', doneOn: '2026-03-01', ...over },
  })
  const registered = async (slug: string, system: string, over: object = {}) => {
    const by = (await app.person(slug)).personId
    return (await app.as(slug)).post('/loggkontroller/nytt', { by, ...answers(system, over) })
  }

  it('S4-168 the owner registers a review with system, period, reason, result and by, and it stands on the page of the system', async () => {
    const said = await registered('sandnes-systemeier', own)
    expect(said.status).toBe(303)
    const owner = await app.as('sandnes-systemeier')
    const page = (await owner.get(said.location ?? '')).text
    for (const word of ['Journalen', '1. februar 2026', '28. februar 2026', 'Fast kontroll', 'Ingenting å følge opp', 'Systemeier'])
      expect(page).toContain(word)
    const there = (await owner.get(`/systemer/${own}`)).text
    expect([there.includes('Søk i februar'), there.includes(`/loggkontroller/nytt?system=${own}`)]).toEqual([true, true])
    expect((await registered('sandnes-systemeier', foreign)).text).toContain('Velg et system du eier')
    expect((await registered('sandnes-systemeier', own, { result: 'deviation' })).status).toBe(422)
    // Posted twice, it is one.
    const id = randomUUID()
    const twice = [
      await registered('sandnes-systemeier', own, { id, name: 'To ganger' }),
      await registered('sandnes-systemeier', own, { id, name: 'To ganger' }),
    ]
    expect(twice.map(({ status, location }) => [status, location])).toEqual([
      [303, `/loggkontroller/${id}`],
      [303, `/loggkontroller/${id}`],
    ])
  })

  it('S4-168 a review is seen by owner, leader and those who oversee, and by nobody else by page, list, file or panel', async () => {
    const { location } = await registered('sandnes-leder', foreign, { name: `${canary} gjennomgang` })
    const sees = async (slug: string) => {
      const one = await app.as(slug)
      const pages = [location ?? '', '/loggkontroller', '/loggkontroller/utdrag/csv', `/systemer/${foreign}`]
      return Promise.all(pages.map(async (path) => (await one.get(path)).text.includes(`${canary} gjennomgang`)))
    }
    for (const slug of ['leder', 'informasjonssikkerhetssjef', 'revisor'])
      expect([slug, await sees(`sandnes-${slug}`)]).toEqual([slug, [true, true, true, true]])
    for (const slug of ['systemeier', 'leder-helse', 'ansatt', 'superbruker', 'anskaffelser'])
      expect([slug, await sees(`sandnes-${slug}`)]).toEqual([slug, [false, false, false, false]])
    expect((await (await app.as('sauda-systemeier')).get(location ?? '')).status).toBe(404)
    // Whoever leads the unit that owns the system sees them too, in the list and on its page, without owning it themselves.
    const unit = (await app.ctx('sandnes-leder-helse', async ({ actor }) => actor.unitId)) ?? ''
    const owner = (await app.person('sandnes-systemeier')).personId
    const theirs = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Turnus', owner, ownerUnit: unit }))
    const made = await registered('sandnes-systemeier', theirs, { name: 'Turnusloggen' })
    const head = await app.as('sandnes-leder-helse')
    for (const path of [made.location ?? '', '/loggkontroller', `/systemer/${theirs}`])
      expect([path, (await head.get(path)).text.includes('Turnusloggen')]).toEqual([path, true])
  })

  it('S4-168 the owner reads the log of their own systems and not of others, a leader that of their units, and neither the whole', async () => {
    const unit = (await app.ctx('sandnes-leder-helse', async ({ actor }) => actor.unitId)) ?? ''
    const activity = await app.ctx('sandnes-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Hjemmebesøk', unit }))
    const secret = await openCase(app, 'sandnes')
    const about = async (slug: string) => {
      const columns = '/systemlogg/utdrag/json?kolonner=id.what'
      const { text, status } = await (await app.as(slug)).get(columns)
      return [own, foreign, activity, secret].map((id) => status === 200 && text.includes(id))
    }
    expect(await about('sandnes-systemeier')).toEqual([true, false, false, false])
    expect(await about('sandnes-leder')).toEqual([false, true, false, false])
    expect(await about('sandnes-leder-helse')).toEqual([false, false, true, false])
    for (const slug of ['sandnes-ansatt', 'sandnes-anskaffelser', 'sandnes-revisor'])
      expect([slug, (await (await app.as(slug)).get('/systemlogg')).status]).toEqual([slug, 403])
    for (const slug of ['sandnes-systemeier', 'sandnes-leder'])
      expect([slug, (await (await app.as(slug)).get('/logg')).status]).toEqual([slug, 403])
    expect(await about('sauda-systemeier')).toEqual([false, false, false, false])
    // That the log was read is itself in the log.
    expect((await (await app.as('sandnes-revisor')).get('/logg')).text).toContain('linjer av loggen')
  })
})
