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
    // The others are offered with their first words; the choice alone does nothing, but shows both and the clock that follows.
    const offered = (await officer.get(`/avvik/${one.id}/sammenslaing`)).text
    for (const words of [`value="${other.number}"`, 'Lista er borte, 5.']) expect(offered).toContain(words)
    const looked = await officer.post(`/avvik/${one.id}/sammenslaing`, { version: await version(one.id), valg: other.number, into: '' })
    expect(looked.status).toBe(200)
    for (const words of ['Lista er borte, 30.', 'Lista er borte, 5.', '42 timar igjen']) expect(looked.text).toContain(words)
    expect((await read(one.id))?.mergedInto).toBeNull()
    const merging = { version: await version(one.id), into: ` ${other.number} `, sikker: 'ja' }
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

  it('S4-136 a reporter who is asked in a case that is merged answers in it, and whoever handles the one that goes on is told', async () => {
    const [one, other] = [await reported('sauda-ansatt', 20), await reported('sauda-sykepleier', 4)]
    const officer = await app.as(dpo)
    const inquiry = newId(app.clock.now)
    const dueAt = new Date(app.clock.now.getTime() + 12 * hour).toISOString().slice(0, 16)
    const asked = await officer.post(`/avvik/${one.id}/sporsmal`, { inquiry, to: 'reporter', question: 'Kor lenge?', dueAt })
    expect(asked.status).toBe(303)
    const merge = `/avvik/${one.id}/sammenslaing`
    expect((await officer.post(merge, { version: await version(one.id), into: other.number, sikker: 'ja' })).status).toBe(303)
    const reporter = await app.as('sauda-ansatt')
    expect((await reporter.get('/oppgaver')).text).toContain('avvikssak')
    const page = (await reporter.get(`/avvik/${one.id}`)).text
    expect([page.includes('Kor lenge?'), />Lukk(a|et)<\/span>/.test(page.slice(0, page.indexOf('v-steps')))]).toEqual([true, false])
    expect((await reporter.post(`/avvik/${one.id}/sporsmal/${inquiry}`, { answer: 'Ein time.' })).status).toBe(303)
    expect((await officer.get(`/avvik/${other.id}`)).text).toContain('Ein time.')
    const again = await reporter.post(`/avvik/${one.id}/sporsmal/${inquiry}`, { answer: 'To timar.' })
    expect([again.status, again.text.includes('To timar.')]).toEqual([409, true])
  })

  it('is for those who handle both: not for the reporter, nor another organisation, nor into what one may not handle', async () => {
    const [one, other] = [await reported('sauda-ansatt', 30), await reported('sauda-sykepleier', 5)]
    const form = { version: '1', into: other.number, sikker: 'ja' }
    expect((await (await app.as('sauda-ansatt')).post(`/avvik/${one.id}/sammenslaing`, form)).status).toBe(403)
    for (const slug of ['sauda-sykepleier', 'sandnes-personvernombud', 'sauda-administrator'])
      expect([slug, (await (await app.as(slug)).post(`/avvik/${one.id}/sammenslaing`, form)).status]).toEqual([slug, 404])
    // One of IT's, which the officer is no part of.
    const theirs = await reported('sauda-ansatt', 3, { personalData: 'no', caseType: 'itEquipment' })
    const refused = await (await app.as(dpo)).post(`/avvik/${one.id}/sammenslaing`, { version: '1', into: theirs.number, sikker: 'ja' })
    expect([refused.status, refused.text.includes(theirs.id)]).toEqual([422, false])
    const officer = await app.as(dpo)
    expect((await officer.post(`/avvik/${one.id}/sammenslaing`, form)).status).toBe(303)
    const before = app.clock.now
    app.clock.now = new Date(before.getTime() + 25 * hour)
    expect((await (await app.as(dpo)).get(`/avvik/${one.id}`)).text).not.toContain('sammenslaing/angre')
    const late = await (await app.as(dpo)).post(`/avvik/${one.id}/sammenslaing/angre`, { version: await version(one.id) })
    app.clock.now = before
    expect(late.status).toBe(303)
    expect((await read(one.id))?.mergedInto).toBe(other.id)
  })
})
