import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { say } from '../approvals/commands.ts'
import { confirmUse, editSystem } from '../systems/commands.ts'
import { sharedSystem } from '../systems/commands-shared.ts'
import { makeSystem } from '../systems/factory.ts'
import { findSystem } from '../systems/queries.ts'
import { vacanciesOf } from '../tasks/queries-vacancies.ts'
import {
  addNeed,
  answerDpo,
  appointSuperUser,
  askDpo,
  beginEnding,
  beginProcurement,
  closeProcurement,
  takeIntoUse,
  writeEnding,
  writeNeed,
  writeProcurement,
} from './commands.ts'
import { approvalsOfEnding, approvalsOfProcurement } from './commands-approvals.ts'
import { wholeNeed } from './factory.ts'
import { procurementFields } from './fields.ts'
import { consultationsOf, endingOf, endingReferences, findLife, procurementOf, standingOf } from './queries.ts'
import { lacksOf } from './rules.ts'

describeExample('system life: deeds', (db) => {
  let app: TestApp
  const admin = 'sandnes-administrator'
  const dpo = 'sandnes-personvernombud'
  const employee = 'sandnes-ansatt'
  const archive = 'sandnes-dokumentsenter'
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())

  const bought = { ...emptyValues(procurementFields), rulesFollowed: 'yes' as const, byDesign: 'Krav 1', byDefault: 'Krav 2' }
  const open = async (kind: 'itSystem' | 'equipment', name: string) => {
    const made = await app.ctx(employee, (ctx) => addNeed(ctx, newId(ctx.now), { name, ...wholeNeed, kind }))
    if (!made.ok) throw new Error(made.why)
    await app.ctx(employee, (ctx) => beginProcurement(ctx, made.next.id, null))
    await app.ctx(employee, (ctx) => writeProcurement(ctx, made.next.id, null, bought))
    return made.next.id
  }
  const approve = (slug: string, id: string, part: string) =>
    app.ctx(slug, async (ctx) => {
      const asked = await approvalsOfProcurement(ctx, id)
      return say(ctx, procurementOf(id), asked?.restsOn ?? '', { part, verdict: 'approved', reason: null })
    })
  const tasks = (id: string, kind: string) =>
    app.ctx(admin, (ctx) =>
      ctx.tx
        .selectFrom('task')
        .select(['status', 'person_id', 'roles'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('subject_id', '=', id)
        .where('kind', '=', kind)
        .orderBy('created_at')
        .execute(),
    )

  it('S0-32 an employee with a need begins it; with the management empty it does not go on, and complete it is a procurement', async () => {
    const need = { name: 'Ny timeplan', ...wholeNeed, conditionsOfManagement: null }
    const made = await app.ctx(employee, (ctx) => addNeed(ctx, newId(ctx.now), need))
    if (!made.ok) throw new Error(made.why)
    const { id } = made.next
    expect(await app.ctx(employee, (ctx) => beginProcurement(ctx, id, null))).toMatchObject({
      ok: false,
      fields: ['conditionsOfManagement'],
    })
    await app.ctx(employee, (ctx) => writeNeed(ctx, id, null, wholeNeed))
    expect(await app.ctx(employee, (ctx) => beginProcurement(ctx, id, null))).toMatchObject({
      ok: true,
      next: { values: { stage: 'procurement' } },
    })
    const system = await app.ctx(admin, (ctx) => findSystem(ctx, id))
    expect(system?.values).toMatchObject({ name: 'Ny timeplan', inUse: 'no' })
  })

  it('S4-101 S4-115 without an owner a procurement does not pass; the owner has its tasks', async () => {
    const id = await open('itSystem', 'Uten eier')
    const set = (owner: string | null) =>
      app.ctx(admin, async (ctx) => {
        const values = (await findSystem(ctx, id))?.values
        if (!values) throw new Error('no system')
        return editSystem(ctx, id, null, { ...values, owner, ownerUnit: null })
      })
    await set(null)
    expect(await app.ctx(admin, (ctx) => closeProcurement(ctx, id, null))).toMatchObject({
      ok: false,
      fields: expect.arrayContaining(['owner']),
    })
    const owner = (await app.person('sandnes-leder')).personId
    await set(owner)
    expect((await tasks(id, 'life.procurement')).at(-1)).toMatchObject({ status: 'open', person_id: owner })
    expect(await app.ctx(admin, (ctx) => closeProcurement(ctx, id, null))).toMatchObject({
      ok: false,
      fields: expect.not.arrayContaining(['owner']),
    })
  })

  it('S4-116 the data protection officer is asked, has the task, and answers; the answer is kept and nobody else writes it', async () => {
    const id = await open('itSystem', 'Rådført')
    const key = newId(app.clock.now)
    expect(await app.ctx(employee, (ctx) => askDpo(ctx, id, key, 'Trengs en DPIA?'))).toMatchObject({ ok: true })
    expect(await app.ctx(employee, (ctx) => askDpo(ctx, id, key, 'Trengs en DPIA?'))).toMatchObject({ ok: false, why: 'nothingChanged' })
    expect(await tasks(id, 'life.answer')).toMatchObject([{ status: 'open', roles: ['dpo'] }])
    const browser = await app.as(employee)
    expect((await browser.post(`/systemer/${id}/radforing/${key}`, { answer: 'Selvsvar' })).status).toBe(403)
    await app.ctx(dpo, (ctx) => answerDpo(ctx, id, key, 'Ja.'))
    expect(await app.ctx(admin, (ctx) => consultationsOf(ctx, id))).toMatchObject([{ question: 'Trengs en DPIA?', answer: 'Ja.' }])
    expect(await tasks(id, 'life.answer')).toMatchObject([{ status: 'done' }])
    const page = (await browser.get(`/systemer/${id}`)).text
    expect(page).toMatch(/Trengs en DPIA\?<\/span>(?:(?!<li>).)*>Ja\.<\/span>/s)
  })

  it('S4-058 equipment: IT says yes, and the procurement is closed and taken into use; refused before', async () => {
    const id = await open('equipment', 'Ny skriver')
    expect(await app.ctx(admin, (ctx) => closeProcurement(ctx, id, null))).toMatchObject({ ok: false, why: 'gatesOpen', fields: ['it'] })
    expect(await approve(dpo, id, 'it')).toMatchObject({ ok: false, why: 'notAllowed' })
    // The analysis of risk is asked for before the procurement (rules.test.ts shows that this one is asked for too).
    expect(await app.ctx(admin, (ctx) => takeIntoUse(ctx, id))).toMatchObject({ ok: false, why: 'notAssessed' })
    expect(await approve('sandnes-it-sjef', id, 'it')).toMatchObject({ ok: true })
    expect(await app.ctx(admin, (ctx) => closeProcurement(ctx, id, null))).toMatchObject({
      ok: true,
      next: { values: { stage: 'procured' } },
    })
  })

  it('S4-057 software: what one of the three said of another need no longer counts', async () => {
    const id = await open('itSystem', 'Tre uttalelser')
    expect(await approve(dpo, id, 'dpo')).toMatchObject({ ok: true })
    const waits = async () => {
      const outcome = await app.ctx(admin, (ctx) => closeProcurement(ctx, id, null))
      return outcome.ok ? [] : outcome.fields
    }
    expect(await waits()).toEqual(expect.arrayContaining(['it', 'ciso']))
    expect(await waits()).not.toContain('dpo')
    await app.ctx(admin, async (ctx) => {
      const values = (await findSystem(ctx, id))?.values
      if (values) await editSystem(ctx, id, null, { ...values, name: 'Noe helt annet' })
    })
    expect(await waits()).toContain('dpo')
  })

  it('S4-122 S4-123 S4-124 a system with personal data goes out of use when every point is answered and owner and Document Centre have signed', async () => {
    const [owner, archivist] = [(await app.person('sandnes-leder')).personId, (await app.person(archive)).personId]
    const id = await app.ctx(admin, (ctx) => makeSystem(ctx, { name: 'Utgår', owner, dataKinds: ['contact'] }))
    const plain = await app.ctx(admin, async (ctx) => {
      const values = (await findSystem(ctx, id))?.values
      if (!values) throw new Error('no system')
      return editSystem(ctx, id, null, { ...values, inUse: 'no' })
    })
    expect(plain).toMatchObject({ ok: false, why: 'decommissionFirst', fields: ['inUse'] })
    expect(await app.ctx(admin, (ctx) => beginEnding(ctx, id))).toMatchObject({ ok: true })
    const points = {
      securedConfidentiality: 'a',
      securedIntegrity: 'b',
      securedAvailability: 'c',
      archivedWhere: null,
      carriedOn: 'e',
      archivist,
    }
    await app.ctx(admin, (ctx) => writeEnding(ctx, id, null, points))
    const sign = (slug: string, part: string) =>
      app.ctx(slug, async (ctx) => {
        const asked = await approvalsOfEnding(ctx, id)
        return say(ctx, endingOf(id), asked?.restsOn ?? '', { part, verdict: 'approved', reason: null })
      })
    expect(await sign('sandnes-leder', 'owner')).toMatchObject({ ok: false, why: 'notReady' })
    await app.ctx(admin, (ctx) => writeEnding(ctx, id, null, { ...points, archivedWhere: 'Arkiv 12' }))
    expect(await sign('sandnes-leder', 'owner')).toMatchObject({ ok: true })
    expect((await app.ctx(admin, (ctx) => findSystem(ctx, id)))?.values.inUse).toBe('yes')
    expect(await sign('sandnes-leder', 'archive')).toMatchObject({ ok: false, why: 'notAllowed' })
    // Nobody but those who hold the role is chosen, or signs: a teacher is no Document Centre.
    const teacher = (await app.person(employee)).personId
    const strange = await app.ctx(admin, (ctx) => writeEnding(ctx, id, null, { ...points, archivist: teacher }))
    expect(strange).toMatchObject({ ok: false, why: 'notARecord', fields: ['archivist'] })
    expect(await sign(employee, 'archive')).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(await app.ctx(admin, (ctx) => endingReferences.archivist.choices(ctx))).toMatchObject([{ id: archivist }])
    expect(await sign(archive, 'archive')).toMatchObject({ ok: true })
    expect((await app.ctx(admin, (ctx) => findSystem(ctx, id)))?.values.inUse).toBe('no')
    expect((await app.ctx(admin, (ctx) => findLife(ctx, id)))?.values.stage).toBe('ended')
  })

  it('S4-124 with nobody named the Document Centre has the task by its role; with nobody holding it whoever stands in, and it is vacant as any other role', async () => {
    const owner = (await app.person('sandnes-leder')).personId
    const id = await app.ctx(admin, (ctx) => makeSystem(ctx, { name: 'Uten navn', owner, dataKinds: ['contact'] }))
    await app.ctx(admin, (ctx) => beginEnding(ctx, id))
    const end = (to: string | null) =>
      app.ctx(admin, (ctx) =>
        ctx.tx
          .updateTable('role_assignment')
          .set({ to_date: to })
          .where('organisation_id', '=', ctx.actor.organisationId)
          .where('role', '=', 'documentCentre')
          .execute(),
      )
    const points = { securedConfidentiality: 'a', securedIntegrity: 'b', securedAvailability: 'c', archivedWhere: 'd', carriedOn: 'e' }
    await app.ctx(admin, (ctx) => writeEnding(ctx, id, null, { ...points, archivist: null }))
    const asked = await app.ctx(admin, (ctx) =>
      ctx.tx
        .selectFrom('task')
        .select(['roles', 'person_id'])
        .where('organisation_id', '=', ctx.actor.organisationId)
        .where('subject_id', '=', id)
        .where('kind', 'like', 'approval.%')
        .where('status', '=', 'open')
        .execute(),
    )
    expect(asked).toContainEqual({ roles: ['documentCentre'], person_id: null })
    await end('2026-03-01')
    try {
      const officer = (await app.person(dpo)).personId
      expect(await app.ctx(admin, (ctx) => endingReferences.archivist.choices(ctx))).toMatchObject([{ id: officer }])
      expect(await app.ctx(admin, (ctx) => vacanciesOf(ctx, id))).toEqual([{ role: 'documentCentre', by: 'dpo', waiting: 1 }])
      expect((await (await app.as(archive)).get(`/godkjenninger/decommissioning/${id}/archive`)).text).not.toContain('name="verdict"')
      expect((await (await app.as(dpo)).get(`/godkjenninger/decommissioning/${id}/archive`)).text).toContain('name="verdict"')
    } finally {
      await end(null)
    }
  })

  it('S4-122 no way out of use goes round the decommissioning: not by way of considered, not several at once, not a second time', async () => {
    const [owner, archivist] = [(await app.person('sandnes-leder')).personId, (await app.person(archive)).personId]
    const id = await app.ctx(admin, (ctx) => makeSystem(ctx, { name: 'Omveien', owner, dataKinds: ['contact'] }))
    const now = async () => {
      const found = await app.ctx(admin, (ctx) => findSystem(ctx, id))
      if (!found) throw new Error('no system')
      return found
    }
    const ways = async () => {
      const { version, values } = await now()
      for (const inUse of ['considered', 'no'] as const) {
        const edited = await app.ctx(admin, (ctx) => editSystem(ctx, id, null, { ...values, inUse }))
        expect([inUse, edited]).toMatchObject([inUse, { ok: false, why: 'decommissionFirst', fields: ['inUse'] }])
        const emptied = await app.ctx(admin, (ctx) => editSystem(ctx, id, null, { ...values, dataKinds: [], inUse }))
        expect([inUse, emptied]).toMatchObject([inUse, { ok: false, why: 'decommissionFirst' }])
        const shared = await app.ctx(admin, (ctx) => sharedSystem.edit(ctx, id, version, { inUse }))
        expect([inUse, shared]).toMatchObject([inUse, { ok: false, why: 'decommissionFirst' }])
        await (await app.as(admin)).post('/systemer/flere', { valgt: `${id}.${version}`, inUse, gjor: 'ja' })
        expect([inUse, (await now()).values.inUse]).toEqual([inUse, 'yes'])
      }
    }
    await ways()
    const points = {
      ...{ securedConfidentiality: 'a', securedIntegrity: 'b', securedAvailability: 'c' },
      ...{ archivedWhere: 'd', carriedOn: 'e', archivist },
    }
    const sign = (slug: string, part: string) =>
      app.ctx(slug, async (ctx) => {
        const asked = await approvalsOfEnding(ctx, id)
        return say(ctx, endingOf(id), asked?.restsOn ?? '', { part, verdict: 'approved', reason: null })
      })
    for (const round of [1, 2]) {
      await app.ctx(admin, (ctx) => beginEnding(ctx, id))
      await ways()
      await app.ctx(admin, (ctx) => writeEnding(ctx, id, null, points))
      expect([round, await sign('sandnes-leder', 'owner')]).toMatchObject([round, { ok: true }])
      expect([round, (await now()).values.inUse]).toEqual([round, 'yes'])
      expect([round, await sign(archive, 'archive')]).toMatchObject([round, { ok: true }])
      expect([round, (await now()).values.inUse]).toEqual([round, 'no'])
      // Taken back, it is in use as any other.
      expect(await app.ctx(admin, (ctx) => confirmUse(ctx, id))).toMatchObject({ ok: true })
      expect((await app.ctx(admin, (ctx) => findLife(ctx, id)))?.values.stage).toBe('inUse')
      await ways()
    }
    const plain = await app.ctx(admin, (ctx) => makeSystem(ctx, { name: 'Uten opplysninger', dataKinds: ['none'] }))
    for (const inUse of ['considered', 'no'] as const)
      expect(
        await app.ctx(admin, async (ctx) => {
          const found = await findSystem(ctx, plain)
          return found && editSystem(ctx, plain, null, { ...found.values, inUse })
        }),
      ).toMatchObject({ ok: true })
  })

  it('S4-102 a system without an appointed super user is in the gap list; appointed with day and by whom, it is gone from it', async () => {
    const superUser = (await app.person(employee)).personId
    const id = await app.ctx(admin, (ctx) => makeSystem(ctx, { name: 'Mangler superbruker', superUser }))
    const lacks = async () =>
      app.ctx(admin, async (ctx) => {
        const one = await standingOf(ctx, id)
        return one ? lacksOf(one, '2026-03-02') : []
      })
    expect(await lacks()).toContain('superUser')
    expect((await (await app.as(admin)).get('/systemoversikt?mangler=ja')).text).toContain('Mangler superbruker')
    const values = { appointed: superUser, appointedOn: '2026-03-01' }
    expect(await app.ctx(employee, (ctx) => appointSuperUser(ctx, id, values))).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(await app.ctx(admin, (ctx) => appointSuperUser(ctx, id, values))).toMatchObject({ ok: true })
    expect(await lacks()).not.toContain('superUser')
    const page = (await (await app.as(employee)).get(`/systemer/${id}`)).text
    const [by, who] = await app.ctx(admin, async (ctx) => {
      const named = (person: string) => ctx.tx.selectFrom('person').select('name').where('id', '=', person).executeTakeFirstOrThrow()
      return [(await named(ctx.actor.personId)).name, (await named(superUser)).name]
    })
    expect(page).toContain(`Superbruker: ${who}, oppnevnt 1. mars 2026 av ${by}`)
  })

  it('a system that was in use before is in use still, and is edited as before', async () => {
    const id = await app.ctx(admin, (ctx) => makeSystem(ctx, { name: 'Fra før', dataKinds: ['health'] }))
    const edited = await app.ctx(admin, async (ctx) => {
      const values = (await findSystem(ctx, id))?.values
      if (!values) throw new Error('no system')
      return editSystem(ctx, id, null, { ...values, purpose: 'Som før' })
    })
    expect(edited).toMatchObject({ ok: true, next: { values: { inUse: 'yes' } } })
  })
})
