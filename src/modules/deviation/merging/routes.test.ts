import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { reference } from '../deviation.ts'
import { noFilter } from '../overview/worklist.ts'
import { sendReport } from '../report/commands.ts'
import { countDeviations } from '../statistics/queries.ts'
import { periodFigures } from '../statistics/queries-period.ts'
import { registerSums } from '../statistics/queries-register.ts'
import { load } from '../store.ts'

const dpo = 'sauda-personvernombud'
const hour = 3_600_000

describeExample('two cases about one incident: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  const reported = (slug: string, hours: number, over = {}) =>
    app.ctx(slug, async (ctx) => {
      const discoveredAt = new Date(ctx.now.getTime() - hours * hour)
      const answers = {
        personalData: 'yes',
        whatHappened: `Lista er borte, ${hours}.`,
        affectedUnit: ctx.actor.unitId,
        discoveredAt,
        ...over,
      } as const
      const sent = await sendReport(ctx, newId(ctx.now), 'quick', answers)
      if (!sent.ok) throw new Error(sent.why)
      return { id: sent.next.id, number: reference(sent.next) ?? '' }
    })
  const read = (id: string) => app.ctx(dpo, (ctx) => load(ctx, id))
  /** One incident counts once: in the register, in the statistics, in the papers of those who oversee. */
  const counted = () =>
    app.ctx(dpo, async (ctx) => [
      (await registerSums(ctx)).reduce((sum, { cases }) => sum + cases, 0),
      (await countDeviations(ctx, { ...noFilter, status: 'all' })).total,
      (await periodFigures(ctx, '2020-01-01', '2030-01-01')).total,
    ])
  const version = async (id: string) => String((await read(id))?.version)

  it('S4-136 both numbers lead to the incident, both have a line in the log, the earliest times count, and it is undone within a day', async () => {
    const [one, other] = [await reported('sauda-ansatt', 30), await reported('sauda-sykepleier', 5)]
    const officer = await app.as(dpo)
    const before = await counted()
    expect((await officer.get(`/avvik/${one.id}`)).text).toContain(`href="/avvik/${one.id}/sammenslaing"`)
    const post = async (into: string) => officer.post(`/avvik/${one.id}/sammenslaing`, { version: await version(one.id), into })
    for (const [into, says] of [
      ['', 'href="#into"'],
      ['tull', 'Vi finner ingen sak'],
      ['2026-9999', 'Vi finner ingen sak'],
      [one.number, 'nummeret til saken du står i'],
    ] as const) {
      const refused = await post(into)
      expect([
        into,
        refused.status,
        refused.text.includes(says) || refused.text.includes('Vi finn inga sak') || refused.text.includes('saka du står i'),
      ]).toEqual([into, 422, true])
    }
    const merging = { version: await version(one.id), into: ` ${other.number} ` }
    const both = await Promise.all([1, 2].map(() => officer.post(`/avvik/${one.id}/sammenslaing`, merging)))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await counted()).toEqual(before.map((n) => n - 1))
    const [away, into] = [await read(one.id), await read(other.id)]
    expect([away?.status, away?.mergedInto, away?.notifyBy]).toEqual(['closed', other.id, null])
    expect(into?.notifyBy?.getTime()).toBe((away?.report.discoveredAt?.getTime() ?? 0) + 72 * hour)
    expect((await officer.get(`/avvik/${one.id}`)).text).toContain(`href="/avvik/${other.id}"`)
    expect((await officer.get(`/avvik/${other.id}`)).text).toContain(one.number)
    for (const { number, id } of [one, other]) {
      const found = await officer.post('/sok', { ord: number })
      expect([number, (found.location ? (await officer.get(found.location)).text : found.text).includes(id)]).toEqual([number, true])
    }
    const types = await app.ctx(dpo, ({ tx }) =>
      tx
        .selectFrom('audit_event')
        .select(['subject_id', 'type'])
        .where('type', 'in', ['deviation.mergedIn', 'deviation.mergedAway'])
        .execute(),
    )
    expect(types.map(({ subject_id, type }) => [subject_id, type])).toEqual(
      expect.arrayContaining([
        [one.id, 'deviation.mergedAway'],
        [other.id, 'deviation.mergedIn'],
      ]),
    )
    expect((await (await app.as('sauda-ansatt')).get(`/avvik/${one.id}`)).text).toMatch(
      /Fleire har meldt det same|Flere har meldt det samme/,
    )
    // It is done there: nothing of the other deeds is done here.
    expect((await officer.get(`/avvik/${one.id}/gjenapning`)).status).toBe(409)
    expect((await officer.post(`/avvik/${one.id}/sammenslaing/angre`, { version: await version(one.id) })).status).toBe(303)
    const [back, alone] = [await read(one.id), await read(other.id)]
    expect([back?.status, back?.mergedInto, back?.notifyBy?.getTime()]).toEqual(['received', null, into?.notifyBy?.getTime()])
    expect(alone?.notifyBy?.getTime()).toBe((alone?.report.discoveredAt?.getTime() ?? 0) + 72 * hour)
    expect(alone?.report.discoveredAt).not.toEqual(back?.report.discoveredAt)
  })

  it('is for those who handle both: not for the reporter, nor another organisation, nor into what one may not handle', async () => {
    const [one, other] = [await reported('sauda-ansatt', 30), await reported('sauda-sykepleier', 5)]
    const form = { version: '1', into: other.number }
    expect((await (await app.as('sauda-ansatt')).post(`/avvik/${one.id}/sammenslaing`, form)).status).toBe(403)
    for (const slug of ['sauda-sykepleier', 'sandnes-personvernombud', 'sauda-administrator'])
      expect([slug, (await (await app.as(slug)).post(`/avvik/${one.id}/sammenslaing`, form)).status]).toEqual([slug, 404])
    // One of IT's, which the officer is no part of.
    const theirs = await reported('sauda-ansatt', 3, { personalData: 'no', caseType: 'itEquipment' })
    const refused = await (await app.as(dpo)).post(`/avvik/${one.id}/sammenslaing`, { version: '1', into: theirs.number })
    expect([refused.status, refused.text.includes(theirs.id)]).toEqual([422, false])
    const officer = await app.as(dpo)
    expect((await officer.post(`/avvik/${one.id}/sammenslaing`, form)).status).toBe(303)
    const before = app.clock.now
    app.clock.now = new Date(before.getTime() + 25 * hour)
    const late = await (await app.as(dpo)).post(`/avvik/${one.id}/sammenslaing/angre`, { version: await version(one.id) })
    app.clock.now = before
    expect(late.status).toBe(303)
    expect((await read(one.id))?.mergedInto).toBe(other.id)
  })
})
