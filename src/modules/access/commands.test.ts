import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { employed } from '../../../test/support/employed.ts'
import { holds } from '../../kernel/space.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { addZone } from '../zones/public.ts'
import { askRemoval, confirmAccess, removeAccess, syncConfirmations } from './commands.ts'
import { makeAccess } from './factory.ts'
import { endWithEmployment, grantedTo } from './public.ts'
import { accessesSeen, findAccess, standingAccesses, standingFor } from './queries.ts'
import { isSeen } from './space.ts'
import { store } from './store.ts'

describeExample('access: commands', (db) => {
  let app: TestApp
  let system = ''
  const leader = 'sandnes-leder'
  const ciso = 'sandnes-informasjonssikkerhetssjef'
  beforeAll(async () => {
    app = await testApp(db())
    const owner = (await app.person('sandnes-systemeier')).personId
    system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { owner }))
    await employed(app, 'sandnes-leder', 'sandnes-ansatt')
  }, 60_000)
  afterAll(() => app.stop())
  const employee = async () => (await app.person('sandnes-ansatt')).personId
  const open = async (slug: string, id: string) =>
    app.ctx(slug, async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open'))
  const events = (id: string) =>
    app.ctx(leader, async (ctx) => {
      const rows = await ctx.tx.selectFrom('audit_event').select('type').where('subject_id', '=', id).orderBy('id').execute()
      return rows.map(({ type }) => type)
    })

  it('S4-050 access to a zone is granted and removed with day and person, and both are in the log', async () => {
    const zone = '019a0000-0000-7000-8000-0000000000a1'
    const person = await employee()
    const id = await app.ctx(leader, async (ctx) => {
      await addZone(ctx, zone, {
        name: 'Arkivet',
        protection: 'restricted',
        unit: null,
        responsible: null,
        measures: [],
        about: null,
        inUse: 'yes',
      })
      const made = await makeAccess(ctx, { person, zone, role: null, accessNeed: 'enter', toDate: '2026-12-31' })
      expect((await findAccess(ctx, made))?.values).toMatchObject({
        ...{ zone, fromDate: '2026-03-01', toDate: '2026-12-31', grantedBy: ctx.actor.personId },
      })
      await removeAccess(ctx, made, null, { removedOn: '2026-03-02', removalProof: 'Nøkkelkort sperret' })
      return made
    })
    expect(await events(id)).toEqual(['access.granted', 'access.removed'])
  })

  it('S4-044 the leader has the task to stop an access on its last day; it goes when the removal is registered', async () => {
    const person = await employee()
    const id = await app.ctx(leader, (ctx) => makeAccess(ctx, { person, system, role: 'Leser' }))
    expect(await open(leader, id)).toEqual([])
    await app.ctx(leader, (ctx) => endWithEmployment(ctx, person, '2026-04-30'))
    const [task] = await open(leader, id)
    expect(task).toMatchObject({ kind: 'access.stop', personId: (await app.person(leader)).personId })
    expect(task?.dueAt?.toISOString()).toBe('2026-04-30T22:00:00.000Z')
    await app.ctx(leader, (ctx) => endWithEmployment(ctx, person, '2026-05-31'))
    expect((await open(leader, id))[0]?.dueAt?.toISOString()).toBe('2026-05-31T22:00:00.000Z')
    await app.ctx(leader, (ctx) => removeAccess(ctx, id, null, { removedOn: '2026-03-02', removalProof: 'Sak 7' }))
    expect(await open(leader, id)).toEqual([])
  })

  it('S2-46 S4-049 a confirmation is in the log; what is asked to be removed is the system owner’s task', async () => {
    const person = await employee()
    const id = await app.ctx(leader, (ctx) => makeAccess(ctx, { person, system, role: 'Skriver' }))
    await app.ctx(leader, (ctx) => confirmAccess(ctx, id))
    await app.ctx(leader, (ctx) => askRemoval(ctx, id))
    expect(await events(id)).toEqual(['access.granted', 'access.confirmed', 'access.removalAsked'])
    expect(await open(leader, id)).toMatchObject([{ kind: 'access.remove', personId: (await app.person('sandnes-systemeier')).personId }])
    await app.ctx(ciso, (ctx) => syncConfirmations(ctx))
    const unit = await app.ctx('sandnes-ansatt', async (ctx) => ctx.actor.unitId ?? '')
    const due = async () =>
      (await open(leader, unit))
        .find(({ kind }) => kind === 'access.confirm')
        ?.dueAt?.toISOString()
        .slice(0, 10)
    expect(await due()).toBeUndefined()
    app.clock.now = new Date('2027-02-17T08:00:00Z')
    await app.ctx(ciso, (ctx) => syncConfirmations(ctx))
    expect(await due()).toBe('2027-03-02')
    expect((await open(leader, unit)).filter(({ kind }) => kind === 'access.confirm')).toMatchObject([
      { personId: (await app.person(leader)).personId },
    ])
    const standing = await app.ctx(leader, (ctx) => standingAccesses(ctx, person))
    for (const access of standing) await app.ctx(leader, (ctx) => confirmAccess(ctx, access.id))
    expect(await due()).toBeUndefined()
    app.clock.now = new Date('2028-01-20T08:00:00Z')
    await app.ctx(ciso, (ctx) => syncConfirmations(ctx))
    expect(await due()).toBe('2028-02-17')
    for (const access of standing)
      await app.ctx(leader, (ctx) => removeAccess(ctx, access.id, null, { removedOn: '2028-01-20', removalProof: 'Sak 1' }))
    await app.ctx(ciso, (ctx) => syncConfirmations(ctx))
    expect(await due()).toBeUndefined()
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('the check of one and the list of many see the same, for everybody', async () => {
    const person = await employee()
    await app.ctx(leader, (ctx) => makeAccess(ctx, { person, system, role: 'Sammenlikning' }))
    const all = await app.ctx(ciso, (ctx) => accessesSeen(ctx))
    expect(all.length).toBeGreaterThan(0)
    for (const slug of ['leder', 'leder-helse', 'virksomhetsleder', 'systemeier', 'ansatt', 'personvernombud', 'revisor', 'administrator'])
      await app.ctx(`sandnes-${slug}`, async (ctx) => {
        const listed = (await accessesSeen(ctx)).map(({ id }) => id).sort()
        const checked = []
        for (const one of all)
          if (holds(isSeen(ctx.actor), { standing: await standingFor(ctx, one.values) }, ctx.actor)) checked.push(one.id)
        expect([slug, listed]).toEqual([slug, checked.sort()])
        if (['ansatt', 'personvernombud', 'revisor', 'leder-helse'].includes(slug)) expect([slug, listed]).toEqual([slug, []])
        else expect([slug, listed.length]).not.toEqual([slug, 0])
      })
    const another = all[0]?.id ?? ''
    await app.ctx('sauda-administrator', async (ctx) => expect(await store.find(ctx, another)).toBeUndefined())
    expect(await app.ctx(leader, (ctx) => grantedTo(ctx, another))).toMatchObject({ person })
  })
})
