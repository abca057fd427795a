import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { openCase } from '../../test/support/cases.ts'
import { describeExample } from '../../test/support/database.ts'
import { inOrganisations } from '../db/transaction.ts'
import { clockwork } from '../kernel/actor.ts'
import { newId } from '../kernel/ids.ts'
import { makeReport } from '../modules/deviation/factory.ts'
import { askFor } from '../modules/deviation/handling/commands.ts'
import { sendReport } from '../modules/deviation/report/commands.ts'
import { tell } from '../modules/messages/public.ts'
import { taskSweep } from '../modules/tasks/public.ts'

/** Everything that is told of a case, and everywhere it leads: nobody is sent to a page that is not there for them. */
describeExample('what people are told leads somewhere', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  const sweep = async (slug: string) => {
    const { organisationId } = await app.person(slug)
    await taskSweep(tell).run({
      organisationIds: [organisationId],
      now: app.clock.now,
      inOrganisation: (id, work) =>
        inOrganisations(db(), [id], (tx) => work({ tx, actor: clockwork(id, 1), now: app.clock.now, house: app.house })),
    })
  }
  const boxOf = async (slug: string) => {
    const { personId } = await app.person(slug)
    return app.ctx(slug, (ctx) =>
      ctx.tx.selectFrom('message').select(['kind', 'href', 'reference']).where('person_id', '=', personId).execute(),
    )
  }

  it('S3-11 a question that nobody answered reaches the leader, who sees who has it and when it was due, and nothing of the case', async () => {
    const began = app.clock.now
    const id = await openCase(app, 'uio')
    const asked = (await app.person('uio-ansatt')).personId
    const inquiry = newId(began)
    await app.ctx('uio-cert', async (ctx) => {
      const dueAt = new Date(began.getTime() + 24 * 3_600_000)
      const asking = { id: inquiry, toReporter: false, personId: asked, resourceRole: null, question: 'Hemmelig spørsmål?', dueAt }
      expect(await askFor(ctx, id, asking)).toMatchObject({ ok: true })
    })
    app.clock.now = new Date(began.getTime() + 25 * 3_600_000)
    await sweep('uio-leder')

    const [notice] = (await boxOf('uio-leder')).filter(({ kind }) => kind === 'task.escalated')
    expect(notice).toMatchObject({ reference: null, href: expect.stringMatching(/^\/oppgaver\//) })
    const leader = await app.as('uio-leder')
    expect((await leader.get(`/avvik/${id}`)).status).toBe(404)
    const page = await leader.get(notice?.href ?? '')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Ikke gjort innen fristen')
    expect(page.text).toContain('Du har ikke tilgang til saken')
    expect(page.text).not.toContain(`/avvik/${id}`)
    expect(page.text).not.toContain('Hemmelig')
    // Who can act in the case is told as well, and the same page leads on.
    const cert = await app.as('uio-cert')
    expect((await cert.get(notice?.href ?? '')).text).toContain(`href="/avvik/${id}"`)
    expect((await (await app.as('uio-administrator')).get(notice?.href ?? '')).status).toBe(404)
    app.clock.now = began
  })

  it.each(['oslomet', 'uio', 'sauda', 'sandnes'] as const)(
    'no notice leads to a page that is not there: %s, late in every way',
    async (preset) => {
      const began = app.clock.now
      await openCase(app, preset)
      // Another queue's case, whose hours run all the same: nobody has said that no personal data are in it.
      await app.ctx(`${preset}-ansatt`, async (ctx) => {
        const report = makeReport({ caseType: 'itEquipment', personalData: null, affectedUnit: ctx.actor.unitId, affectedLeader: null })
        expect(await sendReport(ctx, newId(ctx.now), 'form', { ...report, discoveredAt: ctx.now })).toMatchObject({ ok: true })
      })
      for (const hours of [25, 49, 70, 80]) {
        app.clock.now = new Date(began.getTime() + hours * 3_600_000)
        await sweep(`${preset}-leder`)
      }
      const people = await app.ctx(`${preset}-leder`, (ctx) =>
        ctx.tx
          .selectFrom('message as m')
          .innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.person_id'))
          .select(['p.demo_slug as slug', 'm.href', 'm.kind'])
          .where('m.organisation_id', '=', ctx.actor.organisationId)
          .execute(),
      )
      expect(people.filter(({ kind }) => /^task\.(overdue|escalated)$/.test(kind)).length).toBeGreaterThan(0)
      for (const { slug, href, kind } of people) {
        const answer = await (await app.as(slug ?? '')).get(href)
        expect([slug, kind, href, answer.status]).toEqual([slug, kind, href, 200])
      }
      app.clock.now = began
    },
  )
})
