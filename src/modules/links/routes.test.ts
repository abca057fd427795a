import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeProcessing } from '../processing/factory.ts'
import { editSystem } from '../systems/commands.ts'
import { makeSystem } from '../systems/factory.ts'
import { findSystem } from '../systems/queries.ts'

describeExample('links: pages', (db) => {
  let app: TestApp
  let activity: string
  beforeAll(async () => {
    app = await testApp(db())
    const responsible = (await app.person('uio-cert')).personId
    const system = await app.ctx('uio-administrator', (ctx) => makeSystem(ctx, { name: 'Timeplanen' }))
    activity = await app.ctx('uio-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Undervisning', systems: [system], responsible }))
    await app.ctx('uio-administrator', async (ctx) => {
      const values = (await findSystem(ctx, system))?.values
      if (values) await editSystem(ctx, system, null, { ...values, dataKinds: ['health'] })
    })
  }, 120_000)
  afterAll(() => app.stop())

  it("another organisation's record is not there, nor is a kind that is none", async () => {
    const stranger = await app.as('sandnes-administrator')
    const foreign = await stranger.get(`/ses-pa-igjen/processing/${activity}`)
    const odd = await stranger.get(`/ses-pa-igjen/constructor/${activity}`)
    expect([foreign.status, odd.status]).toEqual([404, 404])
    expect((await stranger.get('/ses-pa-igjen')).text).not.toContain('Undervisning')
    expect((await (await app.as('uio-cert')).get('/ses-pa-igjen')).text).toContain('Undervisning')
  })
  it('an employee has no list of it', async () => {
    expect((await (await app.as('uio-ansatt')).get('/ses-pa-igjen')).status).toBe(403)
  })
})
