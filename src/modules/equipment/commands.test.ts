import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { addDevice, moveDevice } from './commands.ts'
import { askForDevice } from './commands-delivery.ts'
import { makeDevice } from './factory.ts'
import { laptop } from './factory-answers.ts'

describeExample('equipment: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  it('two who ask at once for a time for one device: one has asked; two who report it lost: it is lost once', async () => {
    const { personId } = await app.person('sandnes-ansatt')
    const device = await app.ctx('sandnes-leder', (ctx) => makeDevice(ctx, { holder: personId }))
    const timed = { storesData: 'yes', proposedAt: new Date('2026-03-05T10:00:00Z') } as const
    const ask = (slug: string) => app.ctx(slug, (ctx) => askForDevice(ctx, newId(ctx.now), device, timed))
    const asked = await Promise.all([ask('sandnes-ansatt'), ask('sandnes-leder')])
    expect(asked.filter(({ ok }) => ok).length).toBe(1)
    expect(asked.find(({ ok }) => !ok)).toMatchObject({ why: 'alreadyAsked' })
    const lose = (slug: string) => app.ctx(slug, (ctx) => moveDevice(ctx, device, 'reportLoss', 1, 'lost'))
    const lost = await Promise.all([lose('sandnes-ansatt'), lose('sandnes-leder')])
    expect(lost.filter(({ ok }) => ok).length).toBe(1)
  })

  it('another organisation’s people and devices are not pointed at', async () => {
    const { personId } = await app.person('uio-ansatt')
    await app.ctx('sandnes-leder', async (ctx) => {
      const answers = { ...laptop, number: 'PC-1', unit: ctx.actor.leads[0] ?? null, holder: personId }
      expect(await addDevice(ctx, newId(ctx.now), answers)).toMatchObject({ why: 'notARecord', fields: ['holder'] })
    })
    const device = await app.ctx('sandnes-leder', (ctx) => makeDevice(ctx, {}))
    const timed = { storesData: 'yes', proposedAt: new Date('2026-03-05T10:00:00Z') } as const
    await app.ctx('sauda-leder', async (ctx) =>
      expect(await askForDevice(ctx, newId(ctx.now), device, timed)).toMatchObject({ why: 'notFound' }),
    )
  })
})
