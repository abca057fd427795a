import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { asSql } from '../../kernel/space-sql.ts'
import { setActive } from '../people/commands.ts'
import { tasksOf } from '../tasks/public.ts'
import { answerQuestion, sendQuestion, shareQuestion } from './commands.ts'
import { askOpenly, codeOf, questionByCode } from './commands-open.ts'
import { makeQuestion } from './factory.ts'
import { findQuestion, missingRoutines } from './queries.ts'
import { isSeen } from './space.ts'

describeExample('questions: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  const openTasks = (id: string) =>
    app.ctx('sandnes-leder', async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open'))
  const sees = (slug: string, id: string) => app.ctx(slug, async (ctx) => (await findQuestion(ctx, id)) !== undefined)
  const endRoles = (preset: string, role: string, from: string | null, to: string | null) =>
    app.ctx(`${preset}-administrator`, (ctx) =>
      sql`update role_assignment set to_date = ${to}::date where organisation_id = ${ctx.actor.organisationId} and role = ${role}
        and to_date is not distinct from ${from}::date`.execute(ctx.tx),
    )

  it('S0-08 S2-52 what is not found is the leader’s task and a line more on the list of the unit, with an owner and a date, once', async () => {
    const id = newId(new Date())
    const leader = await app.person('sandnes-leder')
    const lines = () => app.ctx('sandnes-personvernombud', (ctx) => missingRoutines(ctx, null))
    const before = (await lines()).length
    await app.ctx('sandnes-ansatt', async (ctx) => {
      const asking = { kind: 'routine', sentTo: 'leader', about: 'Rutine for utlån', unit: ctx.actor.unitId, with: [] } as const
      expect(await sendQuestion(ctx, id, asking)).toMatchObject({ ok: true })
      expect(await sendQuestion(ctx, id, asking)).toMatchObject({ why: 'nothingChanged' })
    })
    expect(await openTasks(id)).toMatchObject([{ kind: 'question.answer', personId: leader.personId }])
    const after = await lines()
    expect(after.length).toBe(before + 1)
    expect(after.find((one) => one.id === id)).toMatchObject({ about: 'Rutine for utlån', dueOn: '2026-04-01', answered: false })
    expect(after.find((one) => one.id === id)?.owner).toBe('Rektor, Sandnes')
    await app.ctx('sandnes-leder', async (ctx) => {
      expect(await answerQuestion(ctx, id, 1, { answer: 'Den ligger under Rutiner.' })).toMatchObject({ ok: true })
    })
    expect(await openTasks(id)).toEqual([])
  })

  it('S0-05 the unit’s privacy contact has the task, and no contact of another faculty; where the unit has none, who stands in', async () => {
    const contact = (await app.person('oslomet-personvernkontakt')).personId
    const id = await app.ctx('oslomet-ansatt', (ctx) => makeQuestion(ctx, { sentTo: 'privacyContact' }))
    const held = await app.ctx('oslomet-ansatt', async (ctx) => tasksOf(ctx, id))
    expect(held.map(({ personId }) => personId)).toEqual([contact])
    const other = await app.ctx('oslomet-saksbehandler', (ctx) => makeQuestion(ctx, { sentTo: 'privacyContact' }))
    expect([await sees('oslomet-personvernkontakt', id), await sees('oslomet-personvernkontakt', other)]).toEqual([true, false])
    // Nobody is data protection officer there: the controller has it, and only while it is so.
    expect(await sees('oslomet-rektor', other)).toBe(true)
  })

  it.each([
    ['S4-077', 'dpo', 'sandnes-kommunedirektor'],
    ['S4-086', 'ciso', 'sandnes-personvernombud'],
  ] as const)('%s nobody is %s: it comes to whoever stands in, and goes back when somebody is', async (_, sentTo, standIn) => {
    await endRoles('sandnes', sentTo, null, '2026-03-02')
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeQuestion(ctx, { sentTo }))
    expect(await sees(standIn, id)).toBe(true)
    await endRoles('sandnes', sentTo, '2026-03-02', null)
    expect(await sees(standIn, id)).toBe(false)
    expect(await sees(sentTo === 'dpo' ? 'sandnes-personvernombud' : 'sandnes-informasjonssikkerhetssjef', id)).toBe(true)
  })

  it('S4-077 nobody is officer, and nobody stands in: the administrator is told that it waits, and cannot open it', async () => {
    await endRoles('sandnes', 'dpo', null, '2026-03-02')
    await endRoles('sandnes', 'controller', null, '2026-03-02')
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeQuestion(ctx))
    expect(await sees('sandnes-administrator', id)).toBe(false)
    const told = await app.ctx('sandnes-administrator', async ({ tx, actor }) =>
      tx.selectFrom('message').select('kind').where('person_id', '=', actor.personId).where('kind', '=', 'role.vacant').execute(),
    )
    expect(told.length).toBeGreaterThan(0)
    await endRoles('sandnes', 'dpo', '2026-03-02', null)
    await endRoles('sandnes', 'controller', '2026-03-02', null)
    expect(await sees('sandnes-personvernombud', id)).toBe(true)
  })

  it('S0-05 a leader who leaves has it no more: the leader above has it, and the task', async () => {
    const above = (await app.person('sandnes-virksomhetsleder')).personId
    const { personId } = await app.person('sandnes-leder')
    const id = await app.ctx('sandnes-ansatt', (ctx) => makeQuestion(ctx, { sentTo: 'leader' }))
    const active = (is: boolean) => app.ctx('sandnes-administrator', (ctx: Ctx) => setActive(ctx, personId, null, is))
    expect(await active(false)).toMatchObject({ ok: true })
    expect(await sees('sandnes-virksomhetsleder', id)).toBe(true)
    const open = await app.ctx('sandnes-virksomhetsleder', async (ctx) =>
      (await tasksOf(ctx, id)).filter(({ status }) => status === 'open'),
    )
    expect(open.map((task) => task.personId)).toEqual([above])
    expect(await active(true)).toMatchObject({ ok: true })
  })

  it('S4-077 the list and the check agree of everybody here, also of what is shared', async () => {
    const { personId: technician } = await app.person('sandnes-it-sjef')
    const ids: string[] = []
    for (const sentTo of ['leader', 'privacyContact', 'ciso', 'dpo', 'dpo'] as const)
      ids.push(await app.ctx('sandnes-ansatt', (ctx) => makeQuestion(ctx, { sentTo, about: `Til ${sentTo} ${ids.length}` })))
    const shared = ids.at(-1) ?? ''
    await app.ctx('sandnes-personvernombud', async (ctx) =>
      expect(await shareQuestion(ctx, shared, 1, { person: technician, role: null, reason: 'Han kan svare på det.' })).toMatchObject({
        ok: true,
      }),
    )
    const reads = []
    for (const slug of [
      'ansatt',
      'leder',
      'personvernombud',
      'informasjonssikkerhetssjef',
      'administrator',
      'it-sjef',
      'kommunedirektor',
      'revisor',
    ]) {
      const found = await app.ctx(`sandnes-${slug}`, async (ctx) => {
        const { rows } = await sql<{ id: string }>`select d.id from question d
          where d.organisation_id = ${ctx.actor.organisationId} and ${asSql(isSeen, ctx.actor)}`.execute(ctx.tx)
        const listed = ids.filter((id) => rows.some((row) => row.id === id))
        const checked = []
        for (const id of ids) if (await findQuestion(ctx, id)) checked.push(id)
        expect([slug, checked]).toEqual([slug, listed])
        return checked.map((id) => ids.indexOf(id))
      })
      reads.push([slug, found])
    }
    expect(reads).toEqual([
      ['ansatt', [0, 1, 2, 3, 4]],
      ['leder', [0]],
      ['personvernombud', [1, 3, 4]],
      ['informasjonssikkerhetssjef', [2]],
      ['administrator', []],
      ['it-sjef', [4]],
      ['kommunedirektor', []],
      ['revisor', []],
    ])
    const other = await app.ctx('uio-personvernombud', (ctx) => findQuestion(ctx, shared))
    expect(other).toBeUndefined()
  })

  it('S4-076 somebody without an account asks once, and reads with the code however it is written; another house’s code opens nothing', async () => {
    const page = newId(app.clock.now)
    const asking = { about: 'Hva har dere om meg?', contact: null }
    const id = await app.inOrganisation((await app.person('sandnes-ansatt')).organisationId, async (ctx) => {
      const asked = await askOpenly(ctx, page, asking)
      const id = asked.ok ? asked.next.id : expect.unreachable(asked.why)
      expect(await askOpenly(ctx, page, asking)).toMatchObject({ why: 'nothingChanged' })
      // The page used again, with other words, is a question of its own: nobody is given the code of another's.
      const next = await askOpenly(ctx, page, { ...asking, about: 'Noe annet.' })
      expect(next.ok && next.next.id !== id).toBe(true)
      const code = codeOf(ctx, id)
      expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
      for (const written of [code, code.toLowerCase().replaceAll('-', ' ')]) expect((await questionByCode(ctx, written))?.id).toBe(id)
      expect(await questionByCode(ctx, `${code.slice(0, -1)}!`)).toBeUndefined()
      return id
    })
    expect(await sees('sandnes-personvernombud', id)).toBe(true)
    await app.inOrganisation((await app.person('uio-ansatt')).organisationId, async (ctx) => {
      expect(await questionByCode(ctx, codeOf(ctx, id))).toBeUndefined()
    })
  })
})
