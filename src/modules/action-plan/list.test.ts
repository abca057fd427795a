import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { modules } from '../../app/modules.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { saveAudit } from '../agreements/commands.ts'
import { makeAgreement } from '../agreements/factory.ts'
import { makeDecision, makeReview } from '../annual-wheel/factory.ts'
import { saveMeasures } from '../deviation/handling/commands.ts'
import { makeDpia, makeMeasure as makeDpiaMeasure } from '../dpia/factory.ts'
import { makeAudit, makeFinding, makeInspection } from '../internal-control/factory.ts'
import { makeCampaign, sendUnit, unitNamed } from '../questionnaire/factory.ts'
import { makeMeasure, makeRisk } from '../risks/factory.ts'
import { rowsOf } from './queries.ts'

const planned = () => modules.flatMap((one) => one.planned ?? [])
type Seen = { readonly id: string; readonly source: string; readonly what: string; readonly href: string; readonly state: string }
async function seenBy(ctx: Ctx): Promise<readonly Seen[]> {
  const { table, select } = rowsOf(ctx, planned)
  const { rows } = await sql<Seen>`select ${select} from (${table}) a order by a.due_order, a.id`.execute(ctx.tx)
  return rows
}

/** Everybody in it: those who see all, those who see some, and those who see nothing but their own. */
const people = [
  ...['ansatt', 'helsefagarbeider', 'leder', 'leder-helse', 'virksomhetsleder', 'personvernombud', 'informasjonssikkerhetssjef'],
  ...['kommunedirektor', 'ledergruppe', 'administrator', 'revisor', 'systemeier'],
].map((one) => `sandnes-${one}`)
const dpo = 'sandnes-personvernombud'
const ciso = 'sandnes-informasjonssikkerhetssjef'
const employee = 'sandnes-ansatt'

describeExample('the action plan', (db) => {
  let app: TestApp
  let caseId: string
  const mark = 'KANARI-TILTAK'
  beforeAll(async () => {
    app = await testApp(db())
    const { personId: nurse } = await app.person('sandnes-helsefagarbeider')
    caseId = await openCase(app, 'sandnes')
    const nothing = { purpose: 'repair', responsible: null, responsibleRole: null, doneOn: null, evidence: null } as const
    const measures = [
      { ...nothing, id: newId(app.clock.now), what: `${mark} avvik`, state: 'planned', responsiblePerson: nurse, dueOn: '2026-01-15' },
      { ...nothing, id: newId(app.clock.now), what: `${mark} avvik, en annens`, state: 'planned', responsiblePerson: null, dueOn: null },
    ] as const
    const saved = await app.ctx(dpo, (ctx) => saveMeasures(ctx, caseId, null, measures))
    if (!saved.ok) throw new Error(saved.why)
    await app.ctx(ciso, async (ctx) => {
      await makeMeasure(ctx, await makeRisk(ctx), { name: `${mark} ros` })
      await makeDpiaMeasure(ctx, await makeDpia(ctx), { name: `${mark} dpia` })
      await makeFinding(ctx, await makeAudit(ctx), { name: 'Funn', action: `${mark} funn`, dueOn: '2026-05-01', owner: nurse })
      await makeInspection(ctx, { action: `${mark} tilsyn`, dueOn: '2026-05-02' })
      await makeDecision(ctx, await makeReview(ctx), { name: `${mark} vedtak` })
      const agreement = await makeAgreement(ctx)
      const values = { plannedOn: '2026-09-01', heldOn: null, finding: null, action: `${mark} avtale` } as const
      const planned = await saveAudit(ctx, agreement, null, newId(ctx.now), newId(ctx.now), values)
      if (!planned.ok) throw new Error(planned.why)
    })
    const unit = await app.ctx(dpo, async (ctx) => unitNamed(ctx, await makeCampaign(ctx), 'Barneskolen i sentrum'))
    const owner = (await app.person('sandnes-leder')).personId
    await app.ctx('sandnes-leder', (ctx) =>
      sendUnit(ctx, unit.id, {
        duty: { option: 'notCovered', reason: 'x', follow: 'action', action: `${mark} internkontroll`, owner, dueOn: '2026-06-01' },
      }),
    )
  }, 120_000)
  afterAll(() => app.stop())

  it('S4-027 holds what is planned in every register, the first due first, with whose it is and where it stands', async () => {
    const all = (await app.ctx(dpo, seenBy)).filter(({ what }) => what.startsWith(mark))
    expect(all.map(({ source }) => source).sort()).toEqual(
      ['avtaler', 'avvik', 'avvik', 'dpia', 'internkontroll', 'ledelsen', 'revisjoner', 'ros', 'tilsyn'].sort(),
    )
    expect(all[0]).toMatchObject({ what: `${mark} avvik`, state: 'late' })
    expect(all.at(-1)?.what).toBe(`${mark} avvik, en annens`)
    const client = await app.as(dpo)
    const page = (await client.get('/tiltaksplan')).text
    for (const { what, href } of all) expect(page).toContain(`href="${href}">${what}`)
    expect((await client.get('/tiltaksplan?kilde=ros')).text).not.toContain(`${mark} dpia`)
    const late = (await client.get('/tiltaksplan?status=over-fristen')).text
    expect([late.includes(`${mark} avvik<`), late.includes(`${mark} ros`)]).toEqual([true, false])
    const nurse = (await app.person('sandnes-helsefagarbeider')).personId
    const hers = (await client.get(`/tiltaksplan?ansvarlig=${nurse}&frist-til=2026-03-01`)).text
    expect([hers.includes(`${mark} avvik<`), hers.includes(`${mark} funn`)]).toEqual([true, false])
    const school = (await client.post('/tiltaksplan/sok', { ord: 'kanari-tiltak intern' })).location ?? ''
    expect((await client.get(school)).text).toContain(`${mark} internkontroll`)
  })

  it('S3-11 shows nobody a measure of a record that they may not open: every line that each of them sees leads to a page that opens', async () => {
    const seen = new Map<string, readonly Seen[]>()
    for (const slug of people) {
      const lines = await app.ctx(slug, seenBy)
      seen.set(
        slug,
        lines.filter(({ what }) => what.startsWith(mark)),
      )
      const client = await app.as(slug)
      for (const href of new Set(lines.map((line) => line.href)))
        expect([slug, href, (await client.get(href)).status]).toEqual([slug, href, 200])
    }
    const whats = (slug: string) =>
      seen
        .get(slug)
        ?.map(({ what }) => what.slice(mark.length + 1))
        .sort()
    // The agreement is open to all; the case is the reporter's, who has nothing to do in it.
    expect(whats(employee)).toEqual(['avtale'])
    // Hers by name, and no other measure of the same case.
    expect(whats('sandnes-helsefagarbeider')).toEqual(['avtale', 'avvik', 'funn'])
    expect(whats('sandnes-revisor')).not.toContain('avvik')
  })

  it('G-07 another organisation sees nothing of it, on the page or in a file', async () => {
    for (const slug of ['sauda-personvernombud', 'oslomet-informasjonssikkerhetssjef', 'uio-administrator']) {
      const client = await app.as(slug)
      expect((await client.get('/tiltaksplan')).text).not.toContain(mark)
      expect((await client.get('/tiltaksplan/utdrag/json')).text).not.toContain(mark)
      expect((await app.ctx(slug, seenBy)).filter(({ what }) => what.startsWith(mark))).toEqual([])
    }
    expect((await app.stranger().get('/tiltaksplan')).status).toBe(303)
  })

  it('S3-11 a file says of which case a measure is, and not what somebody wrote of it; it is in the log', async () => {
    const client = await app.as(dpo)
    const lines = JSON.parse((await client.get('/tiltaksplan/utdrag/json')).text) as readonly Record<string, string>[]
    const file = JSON.stringify(lines)
    expect(file).not.toContain(`${mark} avvik`)
    expect(file).toContain(`${mark} ros`)
    expect(lines.filter(({ what }) => what === 'Står i saken').length).toBe(2)
    expect((await client.get('/tiltaksplan/utdrag/csv')).text).not.toContain(`${mark} avvik`)
    expect((await client.get('/tiltaksplan/utdrag/xlsx')).status).toBe(200)
    const log = await app.ctx(dpo, ({ tx }) => tx.selectFrom('audit_event').select('type').where('type', 'like', 'actionPlan.%').execute())
    expect(log.map(({ type }) => type)).toContain('actionPlan.exported')
    expect(log.map(({ type }) => type)).toContain('actionPlan.listed')
  })

  it('what is done says so, and what stands in a record that is ended is gone', async () => {
    const [risk] = await app.ctx(ciso, async (ctx) => {
      const id = await makeRisk(ctx)
      await makeMeasure(ctx, id, { name: `${mark} ferdig`, doneOn: '2026-02-01', evidence: 'Gjort.' })
      return [id]
    })
    const line = async () => (await app.ctx(ciso, seenBy)).find(({ what }) => what === `${mark} ferdig`)
    expect((await line())?.state).toBe('done')
    await app.ctx(ciso, ({ tx }) =>
      tx
        .updateTable('risk')
        .set({ status: 'ended' })
        .where('id', '=', risk ?? '')
        .execute(),
    )
    expect(await line()).toBeUndefined()
  })
})
