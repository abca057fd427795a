import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { refuse } from '../../kernel/change.ts'
import type { Approvals, Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { inAll } from '../../kernel/texts.ts'
import { handOn, say, syncApprovals, withdraw } from './commands.ts'
import { givenOf } from './queries.ts'

describeExample('approvals: what is written', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 180_000)
  afterAll(() => app.stop())

  const yes = (part: string) => ({ part, verdict: 'approved' as const, reason: null })

  /** A record of no register, approved by two roles: `says` is its content, `done` counts how often it was made whole. */
  const record = (more: Partial<Approvals> = {}) => {
    const subject = { type: 'risk', id: newId(app.clock.now) }
    /** `saved`: by an editor who is waited for. */
    const state = { says: 'A', saved: null as string | null, done: 0, closed: false, more }
    const roles = ['dpo', 'controller'] as const
    const within = (ctx: Ctx): Ctx => ({
      ...ctx,
      house: {
        ...ctx.house,
        approvals: async (asking, { id }) =>
          id === subject.id && !asking.actor.roles.includes('auditor')
            ? {
                page: '/',
                name: inAll(() => 'Analysen'),
                parts: roles.map((role) => ({
                  part: role,
                  label: inAll(() => role),
                  may: asking.actor.roles.includes(role),
                  person: null,
                  roles: [role],
                })),
                restsOn: state.says,
                state: state.closed ? 'closed' : 'open',
                different: true,
                hold: async () => {
                  state.says = state.saved ?? state.says
                },
                whole: async () => {
                  state.done++
                  state.closed = true
                  return null
                },
                ...state.more,
              }
            : undefined,
      },
    })
    const as = <T>(slug: string, work: (ctx: Ctx) => Promise<T>) => app.ctx(slug, (ctx) => work(within(ctx)))
    const tasks = () =>
      as('sauda-personvernombud', (ctx) =>
        ctx.tx
          .selectFrom('task')
          .select(['key', 'person_id as person'])
          .where('organisation_id', '=', ctx.actor.organisationId)
          .where('subject_id', '=', subject.id)
          .where('status', '=', 'open')
          .orderBy('key')
          .execute(),
      )
    const given = () => as('sauda-personvernombud', (ctx) => givenOf(ctx, subject))
    return { subject, state, as, tasks, given }
  }
  const [dpo, controller] = ['sauda-personvernombud', 'sauda-kommunedirektor']

  it('S4-117 two approve, and what follows is done once, in the same transaction', async () => {
    const { subject, state, as, tasks, given } = record()
    await as(dpo, (ctx) => syncApprovals(ctx, subject))
    expect((await tasks()).map(({ key }) => key)).toEqual(['controller', 'dpo'])
    expect(await as(dpo, (ctx) => say(ctx, subject, 'A', yes('dpo')))).toMatchObject({ ok: true, next: { whole: false } })
    expect([state.done, (await tasks()).map(({ key }) => key)]).toEqual([0, ['controller']])
    expect(await as(dpo, (ctx) => say(ctx, subject, 'A', yes('controller')))).toMatchObject({ why: 'notAllowed' })
    expect(await as(controller, (ctx) => say(ctx, subject, 'A', yes('controller')))).toMatchObject({ next: { whole: true } })
    expect([state.done, await tasks(), (await given()).length]).toEqual([1, [], 2])
    expect(await as(controller, (ctx) => withdraw(ctx, subject, 'A', 'controller'))).toMatchObject({ why: 'notNow' })
  })

  it('what the record refuses nobody has approved', async () => {
    const { subject, as, given } = record({ whole: async () => refuse('notNow') })
    await as(dpo, (ctx) => say(ctx, subject, 'A', yes('dpo')))
    expect(await as(controller, (ctx) => say(ctx, subject, 'A', yes('controller')))).toMatchObject({ why: 'notNow' })
    expect((await given()).map(({ part }) => part)).toEqual(['dpo'])
  })

  it('an edit that is being saved is waited for: what is approved is what was read', async () => {
    const { subject, state, as, given } = record()
    await as(dpo, (ctx) => say(ctx, subject, 'A', yes('dpo')))
    state.saved = 'B'
    expect(await as(controller, (ctx) => say(ctx, subject, 'A', yes('controller')))).toMatchObject({ why: 'stale' })
    expect([state.done, (await given()).length]).toEqual([0, 1])
  })

  it('the record has changed: whoever read the old is told, what was said falls, and does not come back with the content', async () => {
    const { subject, state, as, given, tasks } = record()
    await as(dpo, (ctx) => say(ctx, subject, 'A', yes('dpo')))
    state.says = 'B'
    expect(await as(controller, (ctx) => say(ctx, subject, 'A', yes('controller')))).toMatchObject({ why: 'stale' })
    await as(dpo, (ctx) => syncApprovals(ctx, subject))
    expect(await given()).toMatchObject([{ fell: { because: 'changed' } }])
    expect((await tasks()).map(({ key }) => key)).toEqual(['controller', 'dpo'])
    state.says = 'A'
    expect(await as(controller, (ctx) => say(ctx, subject, 'A', yes('controller')))).toMatchObject({ next: { whole: false } })
    expect(state.done).toBe(0)
    const events = await as(dpo, (ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .select('type')
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('subject_id', '=', subject.id)
        .orderBy('id')
        .execute(),
    )
    expect(events.map(({ type }) => type)).toEqual(['approval.given', 'approval.fell', 'approval.given'])
  })

  it('sent back is kept beside the approval that follows, and said once by two at the same time', async () => {
    const { subject, as, given } = record()
    const back = { part: 'dpo', verdict: 'returned' as const, reason: 'Formålet mangler.' }
    expect(await as(dpo, (ctx) => say(ctx, subject, 'A', back))).toMatchObject({ ok: true })
    const both = await Promise.all([1, 2].map(() => as(dpo, (ctx) => say(ctx, subject, 'A', yes('dpo')))))
    expect(both.map((one) => (one.ok ? 'ok' : one.why)).sort()).toEqual(['nothingChanged', 'ok'])
    expect(await given()).toMatchObject([
      { verdict: 'returned', reason: 'Formålet mangler.', fell: { because: 'replaced' } },
      { verdict: 'approved', fell: null },
    ])
  })

  it('handed on: the stand-in has the task and is named on behalf of; nobody of another organisation is chosen', async () => {
    const { subject, as, tasks, given } = record()
    const { personId } = await app.person('sauda-ansatt')
    const stranger = await app.person('sandnes-personvernombud')
    expect(await as(dpo, (ctx) => handOn(ctx, subject, 'A', 'dpo', stranger.personId))).toMatchObject({
      why: 'notARecord',
      fields: ['person'],
    })
    const shut = await app.person('sauda-revisor')
    expect(await as(dpo, (ctx) => handOn(ctx, subject, 'A', 'dpo', shut.personId))).toMatchObject({ why: 'cannotOpen', fields: ['person'] })
    expect(await as('sauda-ansatt', (ctx) => say(ctx, subject, 'A', yes('dpo')))).toMatchObject({ why: 'notAllowed' })
    expect(await as(dpo, (ctx) => handOn(ctx, subject, 'A', 'dpo', personId))).toMatchObject({ ok: true })
    expect(await tasks()).toEqual([
      { key: 'controller', person: null },
      { key: 'dpo', person: personId },
    ])
    expect(await as('sauda-ansatt', (ctx) => say(ctx, subject, 'A', yes('dpo')))).toMatchObject({ ok: true })
    expect(await given()).toMatchObject([{ by: personId, onBehalfOf: (await app.person(dpo)).personId }])
    expect(await as('sauda-ansatt', (ctx) => withdraw(ctx, subject, 'A', 'dpo'))).toMatchObject({ ok: true })
    expect((await tasks()).map(({ key }) => key)).toEqual(['controller', 'dpo'])
  })

  it('whoever no longer plays the part has handed on nothing: the task is the next holder’s, and the stand-in may not', async () => {
    const plays = { person: (await app.person(dpo)).personId }
    const [next, stand] = [await app.person('sauda-leder'), await app.person('sauda-ansatt')]
    const { subject, state, as, tasks } = record()
    const part = (asking: Ctx) => ({
      ...{ part: 'owner', label: inAll(() => 'Eier'), roles: [] },
      ...{ may: asking.actor.personId === plays.person, person: plays.person },
    })
    const within = <T>(slug: string, work: (ctx: Ctx) => Promise<T>) =>
      as(slug, (ctx) => {
        const approvals: Ctx['house']['approvals'] = async (asking, one) => {
          const asked = await ctx.house.approvals(asking, one)
          return asked && { ...asked, parts: [part(asking)] }
        }
        return work({ ...ctx, house: { ...ctx.house, approvals } })
      })
    expect(await within(dpo, (ctx) => handOn(ctx, subject, 'A', 'owner', stand.personId))).toMatchObject({ ok: true })
    expect(await tasks()).toEqual([{ key: 'owner', person: stand.personId }])
    plays.person = next.personId
    await within(dpo, (ctx) => syncApprovals(ctx, subject))
    expect(await tasks()).toEqual([{ key: 'owner', person: next.personId }])
    expect(await within('sauda-ansatt', (ctx) => say(ctx, subject, 'A', yes('owner')))).toMatchObject({ why: 'notAllowed' })
    expect(await within('sauda-leder', (ctx) => say(ctx, subject, 'A', yes('owner')))).toMatchObject({ next: { whole: true } })
    expect(state.done).toBe(1)
  })

  it('a record that is not there is not approved', async () => {
    const { as } = record()
    const other = { type: 'risk', id: newId(app.clock.now) }
    expect(await as(dpo, (ctx) => say(ctx, other, 'A', yes('dpo')))).toMatchObject({ why: 'notFound' })
  })
})
