import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { employed } from '../../../test/support/employed.ts'
import { newId } from '../../kernel/ids.ts'
import { removeAccess } from '../access/commands.ts'
import { makeAccess } from '../access/factory.ts'
import { adoptStarted, fetchReadyMade } from '../guidance/public.tsx'
import { makeSystem } from '../systems/factory.ts'
import { tasksOf } from '../tasks/public.ts'
import { acknowledge, addCompletion, noteUser, rewriteRequirement, setUser } from './commands.ts'
import { completeCourse, editCourse, setParticipant } from './commands-courses.ts'
import { decideNeed, reportNeed } from './commands-needs.ts'
import { syncOffers } from './commands-offers.ts'
import { fetchRequirements } from './commands-start.ts'
import { makeCompletion, makeCourse, makeRequirement } from './factory.ts'
import { planSweep } from './jobs.ts'
import { stateOf } from './plan.ts'
import { findCompletion, findCourse, findNeed, findRequirement, needsFor } from './queries.ts'
import { matrixLines, ownPlan, plansOf, trainedByUnit } from './queries-plan.ts'

describeExample('training: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const ciso = 'sandnes-informasjonssikkerhetssjef'
  const nurse = 'sandnes-helsefagarbeider'
  const superUser = 'sandnes-superbruker'
  const openTasks = (slug: string) =>
    app.ctx(slug, async (ctx) =>
      (await tasksOf(ctx, ctx.actor.personId)).filter(({ status, kind }) => status === 'open' && kind === 'training.complete'),
    )
  const ownStates = (slug: string) =>
    app.ctx(slug, async (ctx) => new Map((await ownPlan(ctx)).map((line) => [line.requirement, stateOf(line, '2026-03-02')])))

  it('S4-021 a new user of a system has its training as a task, with reminders; who ceases to use it has it no longer', async () => {
    const user = (await app.person(superUser)).personId
    const system = await app.ctx(ciso, (ctx) => makeSystem(ctx, { superUser: user }))
    await app.ctx(superUser, (ctx) => makeRequirement(ctx, { name: 'Journalen', appliesTo: 'users', about: 'systems', system }))
    expect(await openTasks(nurse)).toEqual([])
    const { personId } = await app.person(nurse)
    await app.ctx('sandnes-ansatt', async (ctx) => expect(await setUser(ctx, system, personId, true)).toMatchObject({ why: 'notAllowed' }))
    await app.ctx(superUser, async (ctx) => expect(await setUser(ctx, system, personId, true)).toMatchObject({ ok: true }))
    expect(await openTasks(nurse)).toMatchObject([{ title: { nb: 'Ta opplæring' }, about: { nb: 'Journalen' }, personId }])
    expect((await openTasks(nurse))[0]?.dueAt?.toISOString().slice(0, 10)).toBe('2026-04-01')
    await app.ctx(superUser, (ctx) => noteUser(ctx, system, personId, true))
    expect(await app.ctx(nurse, async (ctx) => (await ownPlan(ctx)).map(({ dueOn }) => dueOn))).toEqual(['2026-04-01'])
    expect((await openTasks(nurse))[0]?.dueAt?.toISOString().slice(0, 10)).toBe('2026-04-01')
    const reminded = await app.ctx(nurse, (ctx) =>
      ctx.tx.selectFrom('task').select('remind_hours_left').where('subject_id', '=', personId).where('status', '=', 'open').execute(),
    )
    expect(reminded.map((one) => one.remind_hours_left)).toEqual([[168, 48]])
    await app.ctx(superUser, (ctx) => noteUser(ctx, system, personId, false))
    expect(await openTasks(nurse)).toEqual([])
  })

  it('S4-021 whoever is granted access to a system has its training as a task; it ends when the last access is removed', async () => {
    const system = await app.ctx(ciso, (ctx) => makeSystem(ctx))
    await app.ctx(ciso, (ctx) => makeRequirement(ctx, { name: 'Fagsystemet', appliesTo: 'users', about: 'systems', system }))
    await employed(app, 'sandnes-leder-helse', nurse)
    const { personId } = await app.person(nurse)
    const has = async () => (await openTasks(nurse)).some(({ about }) => about?.nb === 'Fagsystemet')
    expect(await has()).toBe(false)
    const [first, second] = await app.ctx('sandnes-leder-helse', async (ctx) => [
      await makeAccess(ctx, { person: personId, system, role: 'Leser' }),
      await makeAccess(ctx, { person: personId, system, role: 'Saksbehandler' }),
    ])
    expect(await has()).toBe(true)
    const ended = { removedOn: '2026-03-02', removalProof: 'Logg fra IT' }
    const removed = (id: string) => app.ctx('sandnes-leder-helse', (ctx) => removeAccess(ctx, id, null, ended))
    expect(await removed(first)).toMatchObject({ ok: true })
    expect(await has()).toBe(true)
    expect(await removed(second)).toMatchObject({ ok: true })
    expect(await has()).toBe(false)
  })

  it('S4-021 a role’s training follows the role: whoever leads has the leaders’, and nobody else', async () => {
    await app.ctx(ciso, (ctx) => makeRequirement(ctx, { name: 'Lederkurs', appliesTo: 'roles', roles: ['leader'] }))
    expect((await openTasks('sandnes-leder')).map(({ about }) => about?.nb)).toContain('Lederkurs')
    expect((await openTasks('sandnes-ansatt')).map(({ about }) => about?.nb)).not.toContain('Lederkurs')
  })

  it('S4-061 two systems with different courses are two cells, and completing one sets that one alone', async () => {
    const user = (await app.person(superUser)).personId
    const { personId } = await app.person(nurse)
    const made: string[] = []
    for (const name of ['Turnus', 'Medisinskap']) {
      const system = await app.ctx(ciso, (ctx) => makeSystem(ctx, { superUser: user }))
      await app.ctx(superUser, async (ctx) => {
        made.push(await makeRequirement(ctx, { name, appliesTo: 'users', about: 'systems', system }))
        await setUser(ctx, system, personId, true)
      })
    }
    const before = await ownStates(nurse)
    expect([before.get('Turnus'), before.get('Medisinskap')]).toEqual(['missing', 'missing'])
    await app.ctx(ciso, (ctx) => makeCompletion(ctx, made[0] ?? '', { person: personId }))
    const after = await ownStates(nurse)
    expect([after.get('Turnus'), after.get('Medisinskap')]).toEqual(['met', 'missing'])
    expect((await openTasks(nurse)).map(({ about }) => about?.nb)).toEqual(['Medisinskap'])
  })

  it('S4-103 the super user holds a course for the system, and those who took part have completed it', async () => {
    const user = (await app.person(superUser)).personId
    const { personId } = await app.person(nurse)
    const system = await app.ctx(ciso, (ctx) => makeSystem(ctx, { superUser: user }))
    const requirement = await app.ctx(superUser, (ctx) => makeRequirement(ctx, { name: 'Sak og arkiv', appliesTo: 'users', system }))
    await app.ctx(superUser, async (ctx) => {
      await setUser(ctx, system, personId, true)
      const course = await makeCourse(ctx, requirement, { heldOn: '2026-03-01' })
      expect(await completeCourse(ctx, course, null)).toMatchObject({ why: 'nobodyTookPart' })
      expect(await setParticipant(ctx, course, personId, true)).toMatchObject({ ok: true })
      expect(await setParticipant(ctx, course, personId, true)).toMatchObject({ why: 'nothingChanged' })
      expect(await completeCourse(ctx, course, null)).toMatchObject({ ok: true })
      expect(await completeCourse(ctx, course, null)).toMatchObject({ why: 'nothingChanged' })
      const lines = await matrixLines(ctx, { system })
      expect(lines.map((line) => [line.personId, line.doneOn])).toEqual([[personId, '2026-03-01']])
    })
    const other = await app.ctx(ciso, (ctx) => makeSystem(ctx))
    await expect(app.ctx(superUser, (ctx) => makeRequirement(ctx, { appliesTo: 'users', system: other }))).rejects.toThrow('ownSystemOnly')
  })

  it('a course that was held is put right: another day moves what it gave, whoever was not there has not learnt it', async () => {
    const [first, second] = [(await app.person(nurse)).personId, (await app.person('sandnes-ansatt')).personId]
    const requirement = await app.ctx(ciso, (ctx) => makeRequirement(ctx, { name: 'Brannvern', validMonths: 12 }))
    const course = await app.ctx(ciso, (ctx) => makeCourse(ctx, requirement, { heldOn: '2026-02-01' }))
    const done = async (slug: string) =>
      app.ctx(slug, async (ctx) => (await ownPlan(ctx)).find((line) => line.requirement === 'Brannvern') ?? null)
    const task = async (slug: string) => (await openTasks(slug)).some(({ about }) => about?.nb === 'Brannvern')
    await app.ctx(ciso, async (ctx) => {
      for (const person of [first, second]) expect(await setParticipant(ctx, course, person, true)).toMatchObject({ ok: true })
      expect(await completeCourse(ctx, course, null)).toMatchObject({ ok: true })
    })
    expect(await done(nurse)).toMatchObject({ doneOn: '2026-02-01', until: '2027-02-01' })
    const write = (over: object) =>
      app.ctx(ciso, async (ctx) => {
        const stands = (await findCourse(ctx, course))?.values
        if (!stands) throw new Error('gone')
        const { doneOn: _, ...values } = { ...stands, correction: null, ...over }
        return editCourse(ctx, course, null, values)
      })
    expect(await write({ heldOn: '2026-02-15' })).toMatchObject({ why: 'correctionMissing', fields: ['correction'] })
    expect(await write({ heldOn: '2026-02-15', correction: 'Feil dag i listen.' })).toMatchObject({ ok: true })
    expect([await done(nurse), await done('sandnes-ansatt')]).toMatchObject(Array(2).fill({ doneOn: '2026-02-15', until: '2027-02-15' }))
    const other = await app.ctx(ciso, (ctx) => makeCourse(ctx, requirement, { heldOn: '2026-01-10' }))
    await app.ctx(ciso, async (ctx) => {
      await setParticipant(ctx, other, second, true)
      await completeCourse(ctx, other, null)
      expect(await setParticipant(ctx, course, second, false)).toMatchObject({ why: 'correctionMissing' })
      expect(await setParticipant(ctx, course, second, false, 'Møtte ikke.')).toMatchObject({ ok: true })
      expect(await setParticipant(ctx, course, first, false, 'Møtte ikke.')).toMatchObject({ ok: true })
      expect(await setParticipant(ctx, course, first, false, 'Møtte ikke.')).toMatchObject({ why: 'nothingChanged' })
    })
    // What another course gave stands.
    expect([await done('sandnes-ansatt'), await done(nurse)]).toMatchObject([{ doneOn: '2026-01-10' }, { doneOn: null }])
    expect([await task('sandnes-ansatt'), await task(nurse)]).toEqual([false, true])
    await app.ctx(ciso, async (ctx) => {
      expect(await setParticipant(ctx, course, first, true)).toMatchObject({ why: 'correctionMissing' })
      expect(await setParticipant(ctx, course, first, true, 'Var der likevel.')).toMatchObject({ ok: true })
    })
    expect([(await done(nurse))?.doneOn, await task(nurse)]).toEqual(['2026-02-15', false])
    expect(await write({ heldOn: '2026-09-01', correction: 'Kurset er utsatt.' })).toMatchObject({ ok: true })
    expect([(await done(nurse))?.doneOn, await task(nurse)]).toEqual([null, true])
    expect((await app.ctx(ciso, (ctx) => findCourse(ctx, course)))?.values.doneOn).toBe(null)
  })

  it('a ready-made requirement gives nobody a task before there is a course or a text: then it does at once', async () => {
    const dpo = 'uio-personvernombud'
    await app.ctx(dpo, async (ctx) => expect(await fetchRequirements(ctx)).toBe(4))
    const asked = () =>
      app.ctx('uio-ansatt', async (ctx) =>
        (await tasksOf(ctx, ctx.actor.personId))
          .filter(({ status, kind }) => status === 'open' && kind === 'training.complete')
          .flatMap(({ about }) => about?.nb ?? []),
      )
    const [tools, handbook] = ['Grunnleggende ferdigheter i kontorstøtteverktøy', 'Innholdet i håndboken for informasjonssikkerhet']
    expect((await asked()).toSorted()).toEqual(['Hvor informasjon lagres, brukes og deles', 'Slik melder du avvik'])
    const plan = await app.ctx('uio-ansatt', ownPlan)
    const requirement = plan.find((line) => line.requirement === tools)?.requirementId ?? ''
    expect(
      plan
        .filter(({ isOffered }) => !isOffered)
        .map((line) => line.requirement)
        .toSorted(),
    ).toEqual([tools, handbook].toSorted())
    // Whoever needs it can say so; whoever keeps it is told what it lacks.
    const page = (await (await app.as('uio-ansatt')).get(`/opplaering/${requirement}`)).text
    expect(page).toContain('href="/opplaeringsbehov/nytt"')
    const kept = async () => (await (await app.as(dpo)).get(`/kompetansekrav/${requirement}`)).text
    expect(await kept()).toContain(`href="/kurs/nytt?krav=${requirement}"`)
    const toOffer = () =>
      app.ctx(dpo, async (ctx) =>
        (await tasksOf(ctx, requirement))
          .filter(({ status }) => status === 'open')
          .map(({ kind, personId, roles, dueAt }) => ({ kind, personId, roles, dueAt })),
      )
    // Its keeper's task, whose day is set once; it goes with the course.
    const task = { kind: 'training_requirement.offer', personId: null, roles: ['ciso', 'dpo'], dueAt: new Date('2026-03-16T23:00:00Z') }
    expect(await toOffer()).toEqual([task])
    const before = app.clock.now
    app.clock.now = new Date('2026-03-05T09:00:00Z')
    await app.ctx(dpo, syncOffers)
    expect(await toOffer()).toEqual([task])
    app.clock.now = before
    await app.ctx(dpo, (ctx) => makeCourse(ctx, requirement))
    expect(await toOffer()).toEqual([])
    expect(await asked()).toContain(tools)
    expect(await asked()).not.toContain(handbook)
    expect(await kept()).not.toContain('Ingen får denne oppgaven ennå')
  })

  it('S4-059 S4-060 S4-062 S4-065 the ready-made requirements are in every employee’s plan; read and confirmed they are met', async () => {
    await app.ctx(ciso, async (ctx) => {
      await fetchReadyMade(ctx, 'Ledergruppen')
      await adoptStarted(ctx, 'handbook', { adoptedBy: 'Ledergruppen', minutes: 'Sak 1' })
      expect(await fetchRequirements(ctx)).toBe(4)
      expect(await fetchRequirements(ctx)).toBe(0)
    })
    const names = [
      'Grunnleggende ferdigheter i kontorstøtteverktøy',
      'Hvor informasjon lagres, brukes og deles',
      'Innholdet i håndboken for informasjonssikkerhet',
      'Slik melder du avvik',
    ]
    const { organisationId } = await app.person(ciso)
    await app.ctx(ciso, async (ctx) => {
      const people = await ctx.tx
        .selectFrom('person')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('active', '=', true)
        .execute()
      const plans = Map.groupBy(
        await plansOf(
          ctx,
          people.map(({ id }) => id),
        ),
        ({ personId }) => personId,
      )
      expect(plans.size).toBe(people.length)
      for (const plan of plans.values()) expect(plan.map(({ requirement }) => requirement)).toEqual(expect.arrayContaining(names))
    })
    for (const name of ['Slik melder du avvik', 'Hvor informasjon lagres, brukes og deles']) {
      await app.ctx('sandnes-ansatt', async (ctx) => {
        const id = (await ownPlan(ctx)).find(({ requirement }) => requirement === name)?.requirementId ?? ''
        expect(await acknowledge(ctx, id)).toMatchObject({ ok: true })
        expect(await acknowledge(ctx, id)).toMatchObject({ why: 'nothingChanged' })
      })
      expect((await ownStates('sandnes-ansatt')).get(name)).toBe('met')
    }
    const states = await ownStates('sandnes-ansatt')
    expect([states.get(names[0] ?? ''), states.get(names[2] ?? '')]).toEqual(['missing', 'missing'])
  })

  it('what is to be read has new words: whoever writes them says whether all must read again, and then only what is confirmed after counts', async () => {
    const old = { name: 'Rene skrivebord', fulfilledBy: 'acknowledgement', description: 'Rydd pulten.' } as const
    const id = await app.ctx(ciso, (ctx) => makeRequirement(ctx, old))
    expect(await app.ctx(nurse, (ctx) => acknowledge(ctx, id, 1))).toMatchObject({ ok: true })
    const state = async () => (await ownStates(nurse)).get(old.name)
    expect(await state()).toBe('met')
    const rewrite = (over: object, readAgain: 'yes' | 'no' | null) =>
      app.ctx(ciso, async (ctx) => {
        const stands = (await findRequirement(ctx, id))?.values
        if (!stands) throw new Error('gone')
        return rewriteRequirement(ctx, id, null, { ...stands, ...over, readAgain })
      })
    expect(await rewrite({ description: 'Lås skapet.' }, null)).toMatchObject({ why: 'readAgainMissing', fields: ['readAgain'] })
    expect(await rewrite({ description: 'Rydd pulten hver dag.' }, 'no')).toMatchObject({ ok: true })
    expect(await rewrite({ dueDays: 14 }, null)).toMatchObject({ ok: true })
    expect(await state()).toBe('met')
    expect(await rewrite({ description: 'Lås skapet.' }, 'yes')).toMatchObject({ ok: true })
    expect(await state()).toBe('missing')
    expect((await openTasks(nurse)).map(({ about }) => about?.nb)).toContain(old.name)
    // What is registered afterwards of before that day is of the old words; a page that stood open says what is not read.
    const { personId } = await app.person(nurse)
    await app.ctx(ciso, (ctx) => makeCompletion(ctx, id, { person: personId, completedOn: '2026-03-01' }))
    expect(await state()).toBe('missing')
    expect(await app.ctx(nurse, (ctx) => acknowledge(ctx, id, 1))).toMatchObject({ why: 'stale' })
    expect(await app.ctx(nurse, (ctx) => acknowledge(ctx, id, 4))).toMatchObject({ ok: true })
    expect(await state()).toBe('met')
    const page = await (await app.as(ciso)).get(`/kompetansekrav/${id}/endring`)
    expect(page.text).toContain('Må alle lese det på nytt?')
    const whole = { name: old.name, about: 'other', fulfilledBy: 'acknowledgement', appliesTo: 'everybody', dueDays: '14', inForce: 'yes' }
    const written = { ...whole, version: '4', description: 'Lås begge skapene.' }
    const changed = await (await app.as(ciso)).post(`/kompetansekrav/${id}/endring`, written)
    expect([changed.status, changed.text.includes('href="#readAgain"')]).toEqual([422, true])
  })

  it('S4-062 confirming the edition of the handbook that is in force meets it, and another edition asks again', async () => {
    const handbook = 'Innholdet i håndboken for informasjonssikkerhet'
    const line = await app.ctx('sandnes-ansatt', async (ctx) => (await ownPlan(ctx)).find(({ requirement }) => requirement === handbook))
    expect(line).toMatchObject({ doneOn: null, articleId: expect.any(String) })
    const reader = await app.as('sandnes-ansatt')
    expect((await reader.post(`/veiledning/${line?.articleId}/bekreftelse`, { utgave: '1' })).status).toBe(303)
    expect((await ownStates('sandnes-ansatt')).get(handbook)).toBe('met')
    await app.ctx(ciso, (ctx) =>
      ctx.tx
        .updateTable('article_published')
        .set({ edition: 2 })
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('id', '=', line?.articleId ?? '')
        .execute(),
    )
    expect((await ownStates('sandnes-ansatt')).get(handbook)).toBe('missing')
  })

  it('whoever comes or changes role has the tasks when the clock goes round, and what has run out is asked again', async () => {
    const id = await app.ctx(ciso, (ctx) => makeRequirement(ctx, { name: 'Årlig kurs', validMonths: 12 }))
    const { personId } = await app.person('sandnes-ansatt')
    const has = async () => (await openTasks('sandnes-ansatt')).some(({ about }) => about?.nb === 'Årlig kurs')
    await app.ctx(ciso, (ctx) => makeCompletion(ctx, id, { person: personId, completedOn: '2026-03-01' }))
    expect(await has()).toBe(false)
    const began = app.clock.now
    app.clock.now = new Date('2027-02-20T08:00:00Z')
    await planSweep.run(await app.round('sandnes-ansatt'))
    expect(await has()).toBe(true)
    app.clock.now = began
    await planSweep.run(await app.round('sandnes-ansatt'))
    expect(await has()).toBe(false)
  })

  it('S0-09 a need goes to the nearest leader as a task; with a day for the training whoever reported it sees that, and is told', async () => {
    const id = newId(new Date())
    const leader = await app.person('sandnes-leder')
    await app.ctx('sandnes-ansatt', async (ctx) => {
      const needed = { topic: 'Rutine for arkiv', description: 'Vi vet ikke hvordan.', forWhom: 'unit' } as const
      expect(await reportNeed(ctx, id, needed)).toMatchObject({ ok: true })
      expect(await reportNeed(ctx, id, needed)).toMatchObject({ why: 'nothingChanged' })
    })
    const open = () => app.ctx('sandnes-leder', async (ctx) => (await tasksOf(ctx, id)).filter(({ status }) => status === 'open'))
    expect(await open()).toMatchObject([{ kind: 'training_need.decide', personId: leader.personId }])
    await app.ctx('sandnes-leder', async (ctx) =>
      expect(await decideNeed(ctx, id, 1, { status: 'planned', plannedOn: '2026-04-10', reason: null })).toMatchObject({ ok: true }),
    )
    await app.ctx('sandnes-ansatt', async (ctx) =>
      expect((await findNeed(ctx, id))?.values).toMatchObject({ status: 'planned', plannedOn: '2026-04-10' }),
    )
    expect((await open())[0]?.dueAt?.toISOString().slice(0, 10)).toBe('2026-04-10')
    await app.ctx('sandnes-leder', async (ctx) => {
      expect(await decideNeed(ctx, id, 2, { status: 'closed', plannedOn: null, reason: 'Holdt.' })).toMatchObject({ ok: true })
    })
    expect(await open()).toEqual([])
    for (const slug of [nurse, 'sandnes-leder-helse', 'sandnes-administrator'])
      await app.ctx(slug, async (ctx) => expect([slug, await findNeed(ctx, id), await needsFor(ctx)]).toEqual([slug, undefined, []]))
  })

  it('nobody but those who may sees a person’s training: the check and the list say the same', async () => {
    const requirement = await app.ctx(ciso, (ctx) => makeRequirement(ctx, { name: 'Til alle' }))
    const { personId, organisationId } = await app.person('sandnes-ansatt')
    const completion = await app.ctx(ciso, (ctx) => makeCompletion(ctx, requirement, { person: personId }))
    const top = await app.ctx(ciso, async (ctx) =>
      ctx.tx
        .selectFrom('unit')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('parent_id', 'is', null)
        .executeTakeFirstOrThrow(),
    )
    const sees = (slug: string) =>
      app.ctx(slug, async (ctx) => (await matrixLines(ctx, { unit: top.id })).some((line) => line.personId === personId))
    expect([await sees('sandnes-ansatt'), await sees('sandnes-leder'), await sees('sandnes-virksomhetsleder'), await sees(ciso)]).toEqual(
      Array(4).fill(true),
    )
    for (const slug of [nurse, 'sandnes-leder-helse', 'sandnes-administrator', 'sandnes-revisor', 'sandnes-systemeier', superUser])
      expect([slug, await sees(slug)]).toEqual([slug, false])
    for (const slug of ['sandnes-leder', 'sandnes-administrator', 'uio-personvernombud'])
      await app.ctx(slug, async (ctx) => expect([slug, await findCompletion(ctx, completion)]).toEqual([slug, undefined]))
    await app.ctx('sandnes-ansatt', async (ctx) => expect(await findCompletion(ctx, completion)).toBeDefined())
    await app.ctx('sandnes-leder', async (ctx) => {
      const values = { number: 'X', person: personId, requirement, completedOn: '2026-03-01', how: 'course' } as const
      expect(await addCompletion(ctx, newId(ctx.now), values)).toMatchObject({ why: 'notAllowed' })
    })
  })

  it('S2-10 of a unit, those are trained who have met all that is asked of them', async () => {
    const unit = await app.ctx('sauda-ansatt', async ({ actor }) => actor.unitId ?? '')
    const officer = 'sauda-personvernombud'
    const [first, second] = await app.ctx(officer, async (ctx) => [await makeRequirement(ctx), await makeRequirement(ctx)])
    const { personId } = await app.person('sauda-ansatt')
    const shares = () => app.ctx(officer, (ctx) => trainedByUnit(ctx, unit))
    expect(await shares()).toMatchObject([{ unit, people: 2, done: 0 }])
    await app.ctx(officer, (ctx) => makeCompletion(ctx, first, { person: personId }))
    expect(await shares()).toMatchObject([{ people: 2, done: 0 }])
    await app.ctx(officer, (ctx) => makeCompletion(ctx, second, { person: personId }))
    expect(await shares()).toMatchObject([{ people: 2, done: 1 }])
  })
})
