import { beforeAll, expect, it } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import { isIn } from '../../kernel/lasting.ts'
import { addPerson, always, chooseLocale, editPerson, editUnit, endRole, giveRole, setActive } from './commands.ts'
import { privacyContactsOf } from './contacts/queries.ts'
import { asPerson, makePlace, must, type Place } from './factory.ts'
import { leaderOfPerson, leaderOfUnit, personsWithRoles, units } from './queries.ts'
import { loadActor } from './queries-actor.ts'
import { readPerson } from './store.ts'

const now = new Date('2026-11-27T13:00:00Z')
/** 23:30 UTC is half past midnight in Oslo: the next day. */
const lateEvening = new Date('2026-11-27T23:30:00Z')

describeDatabase('people', (db) => {
  let place: Place
  let other: Place
  beforeAll(async () => {
    place = await makePlace(db(), now, 'sandnes')
    other = await makePlace(db(), now, 'sauda')
  })
  const asAdmin = <T>(work: Parameters<typeof asPerson<T>>[4], at = now) => asPerson(db(), place.id, place.admin, at, work)
  const actorOf = (personId: string, at = now, organisation = place.id) =>
    inOrganisations(db(), [organisation], (tx) => loadActor(tx, organisation, personId, at))
  const values = (name: string) => ({ name, email: null, unit: place.classroom, leader: null, locale: null })

  it('S4-073 everyone has the role of employee without being given it', async () => {
    const person = must(await asAdmin((ctx) => addPerson(ctx, values('ny ansatt'))))
    expect((await actorOf(person.id))?.actor).toMatchObject({ roles: ['employee'], leads: [], unitId: place.classroom })
  })

  it('S4-069 S4-070 S4-071 a role is held from and until a day in Oslo, and given and taken with dates', async () => {
    const { id } = must(await asAdmin((ctx) => addPerson(ctx, values('vikar'))))
    must(await asAdmin((ctx) => giveRole(ctx, id, null, { role: 'dpo', unitId: null, from: '2026-11-28', to: '2026-11-30' })))
    const roles = async (at: Date) => (await actorOf(id, at))?.actor.roles
    expect(await roles(now)).toEqual(['employee'])
    expect(await roles(lateEvening)).toEqual(['dpo', 'employee'])
    expect(await roles(new Date('2026-11-29T22:59:59Z'))).toEqual(['dpo', 'employee'])
    expect(await roles(new Date('2026-11-29T23:00:00Z'))).toEqual(['employee'])
    const holders = (at: Date) => asAdmin((ctx) => personsWithRoles(ctx, ['dpo']), at)
    expect([await holders(now), (await holders(lateEvening)).map((one) => one.name)]).toEqual([[], ['vikar']])
  })

  // Each office by itself, on a place without example data: where one could not be given, the example data would not come up at all.
  it.each([
    ['S4-067', 'controller'],
    ['S4-067', 'managementGroup'],
    ['S4-069', 'dpo'],
    ['S4-070', 'ciso'],
    ['S4-071', 'itHead'],
    ['S4-072', 'unitHead'],
  ] as const)('%s the office %s is given from a day to a day, is held between them, and is taken again', async (row, role) => {
    const { id } = must(await asAdmin((ctx) => addPerson(ctx, values(`innehaver ${row} ${role}`))))
    const given = must(await asAdmin((ctx) => giveRole(ctx, id, null, { role, unitId: null, from: '2026-11-28', to: '2026-12-05' })))
    expect(given.assignments).toMatchObject([{ role, from: '2026-11-28', to: '2026-12-05' }])
    const held = async (day: string) => (await actorOf(id, new Date(`${day}T12:00:00Z`)))?.actor.roles.includes(role)
    const shown = (day: string) =>
      asAdmin(async (ctx) => (await personsWithRoles(ctx, [role])).some((person) => person.id === id), new Date(`${day}T12:00:00Z`))
    const days = ['2026-11-27', '2026-11-28', '2026-12-04', '2026-12-05']
    expect(await Promise.all(days.map(held))).toEqual([false, true, true, false])
    expect(await Promise.all(days.map(shown))).toEqual([false, true, true, false])
    const [one] = given.assignments
    must(await asAdmin((ctx) => endRole(ctx, id, null, one?.id ?? '', '2026-11-30')))
    expect(await Promise.all(['2026-11-29', '2026-11-30'].map(held))).toEqual([true, false])
    expect(await shown('2026-11-30')).toBe(false)
  })

  it('S4-072 each unit has its own leader, who leads all that lies below', async () => {
    const director = (await actorOf(place.director))?.actor
    const principal = (await actorOf(place.principal))?.actor
    expect(new Set(director?.leads)).toEqual(new Set([place.top, place.school, place.classroom]))
    expect(new Set(principal?.leads)).toEqual(new Set([place.school, place.classroom]))
    expect([director?.roles, principal?.roles]).toEqual([
      ['controller', 'employee', 'leader'],
      ['employee', 'leader'],
    ])
  })

  it('a leader by role leads the unit of the role, for as long as it holds', async () => {
    const { id } = must(await asAdmin((ctx) => addPerson(ctx, values('stedfortreder'))))
    must(await asAdmin((ctx) => giveRole(ctx, id, null, { role: 'unitHead', unitId: place.school, from: '2026-11-27', to: '2026-12-01' })))
    expect(new Set((await actorOf(id))?.actor.leads)).toEqual(new Set([place.school, place.classroom]))
    expect((await actorOf(id, new Date('2026-12-02T12:00:00Z')))?.actor.leads).toEqual([])
  })

  it('the nearest leader is one’s own, else of the unit, else above; nobody is their own', async () => {
    const name = (personId: string) => asAdmin(async (ctx) => (await leaderOfPerson(ctx, personId))?.name)
    expect(await name(place.teacher)).toBe('rektor')
    expect(await name(place.principal)).toBe('kommunedirektor')
    expect(await name(place.director)).toBeUndefined()
    expect(await asAdmin(async (ctx) => (await leaderOfUnit(ctx, place.classroom))?.name)).toBe('rektor')
    const { id } = must(await asAdmin((ctx) => addPerson(ctx, { ...values('med egen leder'), leader: place.admin })))
    expect(await name(id)).toBe('administrator')
  })

  it('roles of one person come in one statement', async () => {
    const seen: string[] = []
    const first = await actorOf(place.director)
    expect(first?.name).toBe('kommunedirektor')
    await inOrganisations(db(), [place.id], async (tx) => {
      const counted = tx.withPlugin({
        transformQuery: ({ node }) => {
          seen.push(node.kind)
          return node
        },
        transformResult: async ({ result }) => result,
      })
      isIn(counted as typeof tx, db())
      await loadActor(counted as typeof tx, place.id, place.director, now)
    })
    expect(seen).toHaveLength(1)
  })

  it('whoever has left is nobody here, and leads nobody', async () => {
    const { id } = must(await asAdmin((ctx) => addPerson(ctx, values('slutter'))))
    must(await asAdmin((ctx) => setActive(ctx, id, 1, false)))
    expect(await actorOf(id)).toBeUndefined()
  })

  it('an actor of another organisation is not found here', async () => {
    expect(await actorOf(other.teacher)).toBeUndefined()
    expect(await inOrganisations(db(), [place.id], (tx) => loadActor(tx, other.id, other.teacher, now))).toBeUndefined()
  })

  it('a unit or leader of another organisation is no choice', async () => {
    expect(await asAdmin((ctx) => addPerson(ctx, { ...values('x'), unit: other.school }))).toMatchObject({
      why: 'notARecord',
      fields: ['unit'],
    })
    expect(await asAdmin((ctx) => addPerson(ctx, { ...values('x'), leader: other.admin }))).toMatchObject({
      why: 'notARecord',
      fields: ['leader'],
    })
    expect(await asAdmin((ctx) => giveRole(ctx, place.teacher, null, always('dpo', '2026-11-27', other.school)))).toMatchObject({
      why: 'notARecord',
    })
    expect(await asAdmin((ctx) => editPerson(ctx, other.teacher, 1, values('x')))).toMatchObject({ why: 'notFound' })
  })

  it('S0-23 two people do not share an address', async () => {
    const outcome = await asAdmin((ctx) => addPerson(ctx, { ...values('tvilling'), email: 'LAERER@sandnes.example' }))
    expect(outcome).toMatchObject({ ok: false, why: 'addressTaken', fields: ['email'] })
  })

  it('the second of two editors is stopped, and nothing is written', async () => {
    const { id } = must(await asAdmin((ctx) => addPerson(ctx, values('redigert'))))
    must(await asAdmin((ctx) => editPerson(ctx, id, 1, values('redigert først'))))
    expect(await asAdmin((ctx) => editPerson(ctx, id, 1, values('redigert sist')))).toMatchObject({ ok: false, why: 'stale' })
    expect(await asAdmin((ctx) => readPerson(ctx, id))).toMatchObject({ version: 2, values: { name: 'redigert først' } })
  })

  it('the last administrator cannot give the role up', async () => {
    const admin = await asAdmin((ctx) => readPerson(ctx, place.admin))
    const id = admin?.assignments[0]?.id ?? ''
    expect(await asAdmin((ctx) => endRole(ctx, place.admin, null, id, '2026-11-27'))).toMatchObject({ ok: false, why: 'lastAdmin' })
    must(await asAdmin((ctx) => giveRole(ctx, place.teacher, null, always('admin', '2026-11-27'))))
    expect(await asAdmin((ctx) => endRole(ctx, place.admin, null, id, '2026-11-28'))).toMatchObject({ ok: true })
    must(await asAdmin((ctx) => giveRole(ctx, place.admin, null, always('admin', '2026-11-28'))))
  })

  it('a unit that moves takes those below along', async () => {
    const moved = await makePlace(db(), now, 'uio', 'flytting')
    const asMover = <T>(work: Parameters<typeof asPerson<T>>[4]) => asPerson(db(), moved.id, moved.admin, now, work)
    must(
      await asMover((ctx) =>
        editUnit(ctx, moved.school, 2, {
          name: 'skole',
          kind: 'school',
          researchPortal: null,
          researchPortalPeople: [],
          parent: null,
          leader: moved.principal,
        }),
      ),
    )
    const paths = await asMover(async (ctx) => new Map((await units(ctx)).map((unit) => [unit.id, unit.path])))
    expect(paths.get(moved.classroom)).toEqual([moved.school, moved.classroom])
    const ring = await asMover((ctx) =>
      editUnit(ctx, moved.school, 3, {
        name: 'skole',
        kind: 'school',
        researchPortal: null,
        researchPortalPeople: [],
        parent: moved.classroom,
        leader: null,
      }),
    )
    expect(ring).toMatchObject({ ok: false, why: 'belowItself' })
  })

  it('one’s own language is kept, and the organisation’s holds until then', async () => {
    expect((await actorOf(other.teacher, now, other.id))?.locale).toBe('nn')
    must(await asPerson(db(), other.id, other.teacher, now, (ctx) => chooseLocale(ctx, 'en')))
    expect((await actorOf(other.teacher, now, other.id))?.locale).toBe('en')
  })

  it('every change of people and roles is in the log with who did it', async () => {
    const { id } = must(await asAdmin((ctx) => addPerson(ctx, values('logget'))))
    must(await asAdmin((ctx) => giveRole(ctx, id, 1, always('ciso', '2026-11-27'))))
    const events = await asAdmin((ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .select(['type', 'actor_id', 'data'])
        .where('subject_id', '=', id)
        .orderBy('at')
        .orderBy('type')
        .execute(),
    )
    expect(events.map((one) => [one.type, one.actor_id])).toEqual([
      ['person.added', place.admin],
      ['person.roleGiven', place.admin],
    ])
    expect(JSON.stringify(events)).not.toContain('logget')
  })

  it('S0-33 a unit without a privacy contact has that of the nearest unit above it, and loses it the day the role ends', async () => {
    const given = async (name: string, unitId: string | null, to: string | null = null) => {
      const { id } = must(await asAdmin((ctx) => addPerson(ctx, values(name))))
      must(await asAdmin((ctx) => giveRole(ctx, id, null, { role: 'privacyContact', unitId, from: '2026-11-01', to })))
      return id
    }
    const of = (unitId: string | null, at = now) =>
      asAdmin(async (ctx) => {
        const { contacts, heldAt, inherited } = await privacyContactsOf(ctx, unitId)
        return { names: contacts.map(({ name }) => name), at: heldAt?.name ?? null, inherited }
      }, at)
    expect(await of(place.classroom)).toEqual({ names: [], at: null, inherited: false })
    await given('kontakt for alle', null)
    await given('kontakt ved skolen', place.school, '2026-12-01')
    const atClassroom = await given('kontakt ved trinnet', place.classroom)
    expect(await of(place.classroom)).toEqual({ names: ['kontakt ved trinnet'], at: 'trinn', inherited: false })
    must(await asAdmin((ctx) => setActive(ctx, atClassroom, null, false)))
    expect(await of(place.classroom)).toEqual({ names: ['kontakt ved skolen'], at: 'skole', inherited: true })
    expect(await of(place.school)).toMatchObject({ at: 'skole', inherited: false })
    expect(await of(place.top)).toEqual({ names: ['kontakt for alle'], at: null, inherited: true })
    expect(await of(null)).toEqual({ names: ['kontakt for alle'], at: null, inherited: false })
    expect(await of(place.classroom, new Date('2026-12-01T12:00:00Z'))).toMatchObject({ names: ['kontakt for alle'], inherited: true })
  })
})
