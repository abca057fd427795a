import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { saysOf } from '../approvals/factory.ts'
import { makeProcessing, wholeAnswers as wholeActivity } from '../processing/factory.ts'
import { makeRisk, makeScenario, wholeAnswers } from '../risks/factory.ts'

/** G-38, S4-023: what two make at once of the same documents. */
describeExample('archive: two at once', (db) => {
  let app: TestApp
  let risk: string
  const leader = 'sandnes-systemeier'
  beforeAll(async () => {
    app = await testApp(db())
    const owner = (await app.person(leader)).personId
    const responsible = (await app.person('sandnes-leder-helse')).personId
    const unit = await app.ctx('sandnes-leder-helse', async ({ actor }) => actor.unitId ?? '')
    await app.ctx('sandnes-administrator', async (ctx) => {
      const activity = await makeProcessing(ctx, { ...wholeActivity, name: 'Hjemmebesøk', unit, responsible })
      risk = await makeRisk(ctx, { ...wholeAnswers, name: 'ROS for hjemmebesøk', unit, owner, processings: [activity] })
      await makeScenario(ctx, risk)
    })
    for (const [slug, part] of [
      [leader, 'owner'],
      ['sandnes-informasjonssikkerhetssjef', 'ciso'],
    ] as const)
      expect([part, (await saysOf(await app.as(slug), { type: 'risk', id: risk }, part)).status]).toEqual([part, 303])
  }, 120_000)
  afterAll(() => app.stop())

  const counted = () =>
    app.ctx(leader, async ({ tx }) => ({
      documents: (await tx.selectFrom('document').select('id').where('subject_id', '=', risk).execute()).length,
      filings: (await tx.selectFrom('archive_filing').select('id').where('record_id', '=', risk).execute()).length,
    }))

  it('S0-13 a package pressed twice is one, and two packages of the same document are both made', async () => {
    const owner = await app.as(leader)
    const id = newId(app.clock.now)
    const twice = await Promise.all([1, 2, 3].map(() => owner.post('/arkiv/pakker/ny', { id, dokument: [risk] })))
    expect(twice.map(({ status, location }) => [status, location])).toEqual(Array(3).fill([303, `/arkiv/pakker/${id}`]))
    expect(await counted()).toEqual({ documents: 1, filings: 1 })
    const others = await Promise.all([1, 2].map(() => owner.post('/arkiv/pakker/ny', { id: newId(app.clock.now), dokument: [risk] })))
    expect(others.map(({ status }) => status)).toEqual([303, 303])
    expect(await counted()).toEqual({ documents: 3, filings: 3 })
  })

  it('S0-13 a reference posted three times at once is written once', async () => {
    const owner = await app.as(leader)
    const before = await counted()
    const posts = await Promise.all([1, 2, 3].map(() => owner.post(`/arkiv/dokumenter/${risk}`, { reference: '26/77-1' })))
    expect(posts.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await counted()).filings).toBe(before.filings + 1)
  })
})
