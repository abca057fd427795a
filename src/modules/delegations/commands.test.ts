import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { setActive } from '../people/commands.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { addDelegation, editDelegation } from './commands.ts'
import { makeDelegation } from './factory.ts'
import { delegationAnswers } from './factory-answers.ts'
import { delegationSweep } from './jobs.ts'
import { coveringProcessing, delegatesForDisclosure, findDelegation } from './queries.ts'
import { setOwnHand } from './store.ts'

describeExample('delegations: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const director = 'sandnes-kommunedirektor'
  const personOf = async (slug: string) => (await app.person(slug)).personId
  const open = (id: string) =>
    app.ctx(director, async (ctx) =>
      (await tasksOf(ctx, id)).filter(({ status }) => status === 'open').map(({ kind, personId }) => [kind, personId]),
    )

  it('S4-091 one that runs out is the giver’s task, and one whose receiver has left is looked at again; named before they leave', async () => {
    const receiver = await personOf('sandnes-systemeier')
    const id = await app.ctx('sandnes-virksomhetsleder', (ctx) =>
      makeDelegation(ctx, receiver, { name: 'Tilganger i fagsystemet', authority: 'access', toDate: '2026-06-30' }),
    )
    const giver = await personOf('sandnes-virksomhetsleder')
    expect(await open(id)).toEqual([])
    app.clock.now = new Date('2026-05-31T08:00:00Z')
    await delegationSweep.run(await app.round(director))
    await delegationSweep.run(await app.round(director))
    expect(await open(id)).toEqual([['delegation.ends', giver]])
    app.clock.now = new Date('2026-03-02T08:00:00Z')
    const admin = await app.as('sandnes-administrator')
    const before = (await admin.get(`/personer/${receiver}/slutt`)).text
    expect(before).toMatch(/Tilganger i fagsystemet<\/a>: har fått den/)
    const version = /name="version" value="(\d+)"/.exec(before)?.[1] ?? ''
    expect((await admin.post(`/personer/${receiver}/slutt`, { version })).status).toBe(303)
    expect((await open(id)).map(([kind]) => kind)).toEqual(['delegation.anew'])
  })

  it.each([
    ['not the day before its first', '2025-12-31', {}, false],
    ['from its first day', '2026-01-01', {}, true],
    ['through its last day, 29 February of a leap year', '2028-02-29', { toDate: '2028-02-29' }, true],
    ['not the day after', '2028-03-01', { toDate: '2028-02-29' }, false],
    ['not where it was withdrawn', '2026-01-01', { inForce: 'no' }, false],
    ['without a last day, long after', '2040-01-01', {}, true],
  ] as const)('S4-091 it holds %s', async (_, today, over, holds) => {
    const receiver = await personOf('sandnes-leder')
    const [activity, system] = await app.ctx(
      'sandnes-administrator',
      async (ctx) => [await makeProcessing(ctx), await makeSystem(ctx)] as const,
    )
    await app.ctx(director, async (ctx) => {
      const id = await makeDelegation(ctx, receiver, { processings: [activity] })
      const other = await makeDelegation(ctx, receiver, { authority: 'disclosure', systems: [system] })
      for (const one of [id, other]) {
        const values = (await findDelegation(ctx, one))?.values
        if (values && Object.keys(over).length > 0)
          expect(await editDelegation(ctx, one, null, { ...values, ...over })).toMatchObject({ ok: true })
      }
      const then = { ...ctx, now: new Date(`${today}T11:00:00Z`) }
      expect((await coveringProcessing(then, activity))?.some((one) => one.id === id)).toBe(holds)
      expect((await delegatesForDisclosure(then, [ctx.actor.personId], system)).includes(receiver)).toBe(holds)
    })
  })

  it('another organisation’s people are not pointed at; two who edit at once are told; whoever leads gives nobody else’s away', async () => {
    const [own, foreign] = [await personOf('sandnes-leder'), await personOf('sauda-leder')]
    const values = { ...delegationAnswers, delegatedBy: await personOf(director), delegatedTo: own }
    await app.ctx(director, async (ctx) => {
      expect(await addDelegation(ctx, newId(ctx.now), { ...values, delegatedTo: foreign })).toMatchObject({ why: 'notARecord' })
      const id = await makeDelegation(ctx, own)
      expect(await editDelegation(ctx, id, 1, { ...values, inForce: 'no' })).toMatchObject({ ok: true })
      expect(await editDelegation(ctx, id, 1, { ...values, name: 'Noe annet' })).toMatchObject({ why: 'stale' })
    })
    await app.ctx('sandnes-virksomhetsleder', async (ctx) =>
      expect(await addDelegation(ctx, newId(ctx.now), values)).toMatchObject({ why: 'notYours' }),
    )
  })

  it('S2-34 those who keep the register give nobody, and not themselves, the power to decide on disclosure for its owner, who is told of all they register', async () => {
    const [owner, other] = [await personOf('sandnes-virksomhetsleder'), await personOf('sandnes-superbruker')]
    const own = { ...delegationAnswers, name: 'Utlevering', authority: 'disclosure', delegatedBy: owner } as const
    const told = (id: string) =>
      app.ctx(director, async ({ tx, actor }) => {
        const rows = await tx
          .selectFrom('message')
          .select(['kind', 'person_id'])
          .where('organisation_id', '=', actor.organisationId)
          .where('href', '=', `/delegeringer/${id}`)
          .orderBy('kind')
          .execute()
        return rows.map(({ kind, person_id }) => [kind, person_id])
      })
    const powered = () => app.ctx(director, (ctx) => delegatesForDisclosure(ctx, [owner], owner))
    for (const slug of ['sandnes-administrator', 'sandnes-personvernombud', director])
      await app.ctx(slug, async (ctx) => {
        const add = (over: object) => addDelegation(ctx, newId(ctx.now), { ...own, ...over })
        expect([slug, await add({ delegatedTo: ctx.actor.personId })]).toMatchObject([slug, { why: 'receives', fields: ['delegatedTo'] }])
        expect(await add({ delegatedTo: ctx.actor.personId, authority: 'access' })).toMatchObject({ why: 'receives' })
        expect([slug, await add({ delegatedTo: other })]).toMatchObject([slug, { why: 'giverAlone', fields: ['delegatedBy'] }])
      })
    expect(await powered()).toEqual([])

    const access = { ...own, authority: 'access', delegatedTo: other } as const
    const document = await app.ctx('sandnes-administrator', (ctx) => makeDelegation(ctx, other, access))
    expect(await told(document)).toEqual([['delegation.registered', owner]])
    await app.ctx('sandnes-administrator', async (ctx) =>
      expect(await editDelegation(ctx, document, 1, { ...access, authority: 'disclosure' })).toMatchObject({ why: 'giverAlone' }),
    )
    const given = { ...own, delegatedTo: other }
    const id = await app.ctx('sandnes-virksomhetsleder', (ctx) => makeDelegation(ctx, other, given))
    expect([await powered(), await told(id)]).toEqual([[other], []])
    // What is to be withdrawn may be so by those who keep it all; the power is given anew by the owner alone.
    await app.ctx('sandnes-administrator', async (ctx) => {
      expect(await editDelegation(ctx, id, 1, { ...given, toDate: '2027-01-01' })).toMatchObject({ why: 'giverAlone' })
      expect(await editDelegation(ctx, id, 1, { ...given, inForce: 'no' })).toMatchObject({ ok: true })
      expect(await editDelegation(ctx, id, 2, given)).toMatchObject({ why: 'giverAlone' })
    })
    expect([await powered(), await told(id)]).toEqual([[], [['delegation.altered', owner]]])
  })

  it('S2-34 S4-091 whoever has left gives nothing any more, and what they gave is given again when they are back', async () => {
    const [giver, receiver] = [await personOf('sandnes-virksomhetsleder'), await personOf('sandnes-leder-helse')]
    const activity = await app.ctx('sandnes-personvernombud', (ctx) => makeProcessing(ctx, { responsible: null }))
    await app.ctx('sandnes-virksomhetsleder', async (ctx) => {
      await makeDelegation(ctx, receiver, { authority: 'disclosure' })
      await makeDelegation(ctx, receiver, { name: 'Det daglige', processings: [activity] })
    })
    const stands = () =>
      app.ctx(director, async (ctx) => [
        await delegatesForDisclosure(ctx, [giver], activity),
        (await coveringProcessing(ctx, activity))?.map(({ name }) => name),
      ])
    expect(await stands()).toEqual([[receiver], ['Det daglige']])
    await app.ctx('sandnes-administrator', (ctx) => setActive(ctx, giver, null, false))
    expect(await stands()).toEqual([[], []])
    await app.ctx('sandnes-administrator', (ctx) => setActive(ctx, giver, null, true))
    expect(await stands()).toEqual([[receiver], ['Det daglige']])
  })

  it('S2-34 what somebody else registered before that was a rule gives no power: the giver has it as a task, and gives or withdraws it', async () => {
    const [owner, other] = [await personOf('sandnes-virksomhetsleder'), await personOf('sandnes-anskaffelser')]
    const id = await app.ctx('sandnes-virksomhetsleder', (ctx) => makeDelegation(ctx, other, { authority: 'disclosure', name: 'Gammel' }))
    const powered = async () => (await app.ctx(director, (ctx) => delegatesForDisclosure(ctx, [owner], owner))).includes(other)
    expect(await powered()).toBe(true)
    // As it stood: written in by another.
    await app.ctx(director, (ctx) => setOwnHand(ctx, id, null))
    expect(await powered()).toBe(false)
    await delegationSweep.run(await app.round(director))
    await delegationSweep.run(await app.round(director))
    expect(await open(id)).toEqual([['delegation.ownHand', owner]])
    const waits = 'Denne delegeringen gir ingen fullmakt i Varde.'
    const path = `/delegeringer/${id}`
    for (const slug of ['sandnes-administrator', 'sandnes-anskaffelser']) {
      const client = await app.as(slug)
      const page = (await client.get(path)).text
      expect([slug, page.includes(waits), page.includes(`${path}/egen-hand`)]).toEqual([slug, true, false])
      await client.post(`${path}/egen-hand`)
      expect([slug, await powered()]).toEqual([slug, false])
    }
    expect([404, 403]).toContain((await (await app.as('uio-leder')).post(`${path}/egen-hand`)).status)
    const giver = await app.as('sandnes-virksomhetsleder')
    const version = /egen-hand[\s\S]*?name="version" value="(\d+)"/.exec((await giver.get(path)).text)?.[1] ?? ''
    const both = await Promise.all([1, 2].map(() => giver.post(`${path}/egen-hand`, { version })))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect([await powered(), await open(id), (await giver.get(path)).text.includes(waits)]).toEqual([true, [], false])
    expect((await (await app.as('sandnes-administrator')).get('/logg')).text).toContain('Delegering gitt av den som delegerer')
  })

  it('S2-34 S4-091 whoever owns a system delegates without any role; whoever owns none does not come to the form', async () => {
    const [owner, other] = [await personOf('sandnes-helsefagarbeider'), await personOf('sandnes-superbruker')]
    const client = await app.as('sandnes-helsefagarbeider')
    expect((await client.get('/delegeringer/nytt')).status).toBe(403)
    const asOwner = <T>(work: (ctx: Ctx) => Promise<T>) => app.ctx('sandnes-helsefagarbeider', work)
    await asOwner(async (ctx) => {
      const values = { ...delegationAnswers, authority: 'disclosure', delegatedBy: owner, delegatedTo: other } as const
      expect(await addDelegation(ctx, newId(ctx.now), values)).toMatchObject({ why: 'notAllowed' })
    })
    const system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { owner }))
    const link = `/delegeringer/nytt?hva=utlevering&amp;system=${system}`
    expect((await client.get(`/systemer/${system}`)).text).toContain(link)
    expect((await (await app.as('sandnes-ansatt')).get(`/systemer/${system}`)).text).not.toContain(link)
    const form = await client.get(link.replace('&amp;', '&'))
    expect([form.status, form.text.includes(system)]).toEqual([200, true])
    const id = await asOwner((ctx) => makeDelegation(ctx, other, { authority: 'disclosure', unit: null, systems: [system] }))
    expect(await app.ctx(director, (ctx) => delegatesForDisclosure(ctx, [owner], system))).toEqual([other])
    // Whoever owns nothing any more withdraws what they gave, and gives nothing anew.
    await app.ctx('sandnes-administrator', (ctx) => ctx.tx.updateTable('system').set({ owner_id: null }).where('id', '=', system).execute())
    await asOwner(async (ctx) => {
      const values = { ...delegationAnswers, authority: 'disclosure', delegatedBy: owner, delegatedTo: other, systems: [system] } as const
      expect(await editDelegation(ctx, id, null, { ...values, toDate: '2027-01-01' })).toMatchObject({ why: 'notAllowed' })
      expect(await editDelegation(ctx, id, null, { ...values, inForce: 'no' })).toMatchObject({ ok: true })
    })
  })
})
