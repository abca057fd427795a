import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeDatabase } from '../../../test/support/database.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { timelineOf } from '../audit/public.ts'
import { confirmExtentOf, decideWhetherBreach, setAwareness, takeCase } from './commands.ts'
import { recordView } from './commands-reading.ts'
import { hoursFrom, must, someMonday } from './factory.ts'
import { reportFields } from './fields-report.ts'
import { openIdentity, showIdentity } from './overview/commands.ts'
import { sendReport } from './report/commands.ts'
import { keepOutsideReporter } from './store-reporter.ts'

describeDatabase('deeds of a case', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), someMonday)
  })
  afterAll(() => app.stop())

  const report = (slug: string): Promise<string> =>
    app.ctx(slug, async (ctx) => {
      const id = newId(ctx.now)
      const answers = { personalData: 'yes', affectedUnit: ctx.actor.unitId, whatHappened: 'En liste kom bort.' } as const
      must(await sendReport(ctx, id, 'form', { ...emptyValues(reportFields), ...answers, discoveredAt: hoursFrom(someMonday, -10) }))
      return id
    })
  const opened = (slug: string, id: string) =>
    app.ctx(slug, async (ctx) => (await timelineOf(ctx, id)).filter((event) => event.type === 'deviation.reporterOpened'))

  it('S4-131 opens a protected reporter for the data protection officer alone, logs it first, and shows it once', async () => {
    const id = await report('sandnes-ansatt')
    for (const slug of ['sandnes-personvern-gdpr', 'sandnes-kommunedirektor'])
      expect(await app.ctx(slug, (ctx) => openIdentity(ctx, id, 'contact'))).toBe('notAllowed')
    expect(await app.ctx('sauda-personvernombud', (ctx) => openIdentity(ctx, id, 'contact'))).toBe('notFound')
    const officer = 'sandnes-personvernombud'
    expect(await app.ctx(officer, (ctx) => showIdentity(ctx, id))).toBeUndefined()
    expect(await app.ctx(officer, (ctx) => openIdentity(ctx, id, 'danger'))).toBe('opened')
    expect(await opened(officer, id)).toMatchObject([{ data: { what: 'danger' } }])
    const shown = await app.ctx(officer, (ctx) => showIdentity(ctx, id))
    expect(shown?.who).toContain('Lærer, Sandnes')
    expect(await app.ctx(officer, (ctx) => showIdentity(ctx, id))).toBeUndefined()
    expect(JSON.stringify(await opened(officer, id))).not.toContain('Lærer')
  })

  it('S4-131 what one officer has opened, is not shown to another person', async () => {
    const id = await report('sandnes-ansatt')
    await app.ctx('sandnes-personvernombud', (ctx) => openIdentity(ctx, id, 'contact'))
    for (const slug of ['sandnes-personvern-gdpr', 'sandnes-informasjonssikkerhetssjef', 'sandnes-ansatt'])
      expect(await app.ctx(slug, (ctx) => showIdentity(ctx, id))).toBeUndefined()
  })

  it('S4-131 shows what was told of a protected reporter without an account, sealed with the case', async () => {
    const id = await report('sauda-ansatt')
    await app.ctx('sauda-personvernombud', async (ctx) => {
      await ctx.tx.deleteFrom('deviation_reporter').where('deviation_id', '=', id).execute()
      await keepOutsideReporter(ctx, id, 'en innbygger', true)
    })
    expect(await app.ctx('sauda-personvernombud', (ctx) => openIdentity(ctx, id, 'authority'))).toBe('opened')
    expect(await app.ctx('sauda-personvernombud', (ctx) => showIdentity(ctx, id))).toEqual({ who: 'en innbygger' })
  })

  it('has nothing to open where nobody is protected', async () => {
    const id = await report('sauda-ansatt')
    expect(await app.ctx('sauda-personvernombud', (ctx) => openIdentity(ctx, id, 'contact'))).toBe('notProtected')
  })

  it('S4-023 each deed is held against the version it was made from, and is in the log with its author', async () => {
    const id = await report('sauda-ansatt')
    const dpo = <T>(work: (ctx: Ctx) => Promise<T>) => app.ctx('sauda-personvernombud', work)
    const taken = must(await dpo((ctx) => takeCase(ctx, id, 1)))
    expect(taken).toMatchObject({ status: 'open' })
    expect(await dpo((ctx) => setAwareness(ctx, id, 1, hoursFrom(someMonday, -2), 'Derfor.'))).toMatchObject({ ok: false, why: 'stale' })
    const aware = must(await dpo((ctx) => setAwareness(ctx, id, 2, hoursFrom(someMonday, -2), 'Derfor.')))
    expect(aware.notifyBy).toEqual(hoursFrom(someMonday, 70))
    must(await dpo((ctx) => confirmExtentOf(ctx, id, 3, hoursFrom(someMonday, -1))))
    const none = must(await dpo((ctx) => decideWhetherBreach(ctx, id, 4, 'no', 'Lista var tom.')))
    expect(none).toMatchObject({ breach: 'no', notifyBy: null, authorityTrack: 'notOwed', subjectsTrack: 'notOwed' })
    await dpo((ctx) => recordView(ctx, id))
    const { personId } = await app.person('sauda-personvernombud')
    const events = await dpo((ctx) => timelineOf(ctx, id))
    const mine = events.filter((event) => event.actorId === personId).map((event) => event.type)
    expect(mine).toEqual(
      expect.arrayContaining([
        'deviation.taken',
        'deviation.refused',
        'deviation.awareSet',
        'deviation.extentConfirmed',
        'deviation.decided',
        'deviation.viewed',
      ]),
    )
  })
})
