import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { describeExample } from '../../test/support/database.ts'
import { exampleNow } from '../../test/support/example.ts'
import { localDate } from '../kernel/calendar/calendar.ts'
import { emptyValues } from '../kernel/fields.ts'
import { newId } from '../kernel/ids.ts'
import { removeAccess } from '../modules/access/commands.ts'
import { makeAccess } from '../modules/access/factory.ts'
import { moveCard, registerCard } from '../modules/cards/commands.ts'
import { takeCase } from '../modules/deviation/commands.ts'
import { reportFields } from '../modules/deviation/fields-report.ts'
import { askFor } from '../modules/deviation/handling/commands.ts'
import { sendReport } from '../modules/deviation/report/commands.ts'
import { registerLeaving } from '../modules/employment/commands.ts'
import { makeEmployment } from '../modules/employment/factory.ts'
import { leavingSweep } from '../modules/employment/jobs.ts'
import { checklistsOf, stepsOf } from '../modules/employment/public.ts'
import { makeDevice } from '../modules/equipment/factory.ts'
import { askForDevice, moveDelivery } from '../modules/equipment/public.ts'
import { tell } from '../modules/messages/public.ts'
import { makeSystem } from '../modules/systems/factory.ts'
import { taskSweep } from '../modules/tasks/public.ts'

type CaseType = 'privacyDeviation' | 'itEquipment'
const reportIn = (app: TestApp, caseType: CaseType = 'privacyDeviation', by = 'sandnes-ansatt') =>
  app.ctx(by, async (ctx) => {
    const values = {
      ...emptyValues(reportFields),
      caseType,
      personalData: caseType === 'privacyDeviation' ? ('yes' as const) : ('no' as const),
      affectedUnit: ctx.actor.unitId,
      categories: ['MISSENT_EMAIL' as const],
      whatHappened: 'En liste ble sendt til feil mottaker.',
      discoveredAt: new Date(ctx.now.getTime() - 3_600_000),
    }
    const outcome = await sendReport(ctx, newId(ctx.now), 'form', values)
    if (!outcome.ok) throw new Error(`${outcome.why} ${outcome.fields.join()}`)
    return outcome.next.id
  })

const openTasksOf = (app: TestApp, id: string) =>
  app.ctx('sandnes-kommunedirektor', ({ tx }) =>
    tx.selectFrom('task').select(['kind', 'person_id']).where('subject_id', '=', id).where('status', '=', 'open').execute(),
  )
const versionOn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

describeExample('somebody who leaves', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  const report = (caseType?: CaseType) => reportIn(app, caseType)
  const heldIn = (id: string) =>
    app.ctx('sandnes-personvernombud', ({ tx }) =>
      tx.selectFrom('task').select(['kind', 'person_id', 'roles']).where('subject_id', '=', id).where('status', '=', 'open').execute(),
    )
  const fills = () =>
    app.ctx('sandnes-administrator', async ({ tx, actor }) =>
      (
        await tx
          .selectFrom('task')
          .select(['key', 'href'])
          .where('organisation_id', '=', actor.organisationId)
          .where('kind', '=', 'role.fill')
          .where('status', '=', 'open')
          .execute()
      ).map(({ key, href }) => `${key} ${href}`),
    )

  it('is told of before it is done: what they have, who gets it, which role becomes vacant; then all of it at once', async () => {
    const id = await report()
    expect(await app.ctx('sandnes-personvernombud', (ctx) => takeCase(ctx, id, null))).toMatchObject({ ok: true })
    const dpo = (await app.person('sandnes-personvernombud')).personId
    expect((await heldIn(id)).filter((task) => task.person_id === dpo).length).toBeGreaterThan(0)

    const admin = await app.as('sandnes-administrator')
    const before = await admin.get(`/personer/${dpo}/slutt`)
    expect(before.status).toBe(200)
    expect(before.text).toMatch(/Disse rollene blir ledige.*<li>Personvernombud\. Rollen kommunedirektør gjør arbeidet imens\./s)
    // The work goes on to those who have the role, and to whoever does its work then; the page names no case but by number.
    expect(before.text).toMatch(/2026-\d{4} · [^<]+<\/b>.*?Går til: Kommunedirektør, Personvern GDPR/s)
    expect(before.text).not.toContain('feil mottaker')
    // To look is not to do.
    expect((await heldIn(id)).some((task) => task.person_id === dpo)).toBe(true)
    expect(await fills()).not.toContain('dpo /roller/dpo/gi')

    expect((await admin.post(`/personer/${dpo}/slutt`, { version: versionOn(before.text) })).status).toBe(303)
    expect(
      await app.ctx('sandnes-kommunedirektor', ({ tx }) =>
        tx.selectFrom('task').select('person_id').where('subject_id', '=', id).where('person_id', '=', dpo).execute(),
      ),
    ).toEqual([])
    expect(await fills()).toContain('dpo /roller/dpo/gi')
    // The controller does its work meanwhile, and home leads the administrator to the form that gives the role.
    const director = await app.as('sandnes-kommunedirektor')
    expect((await director.get('/')).text).toContain(`/avvik/${id}`)
    expect((await admin.get('/')).text).toContain('href="/roller/dpo/gi"')

    const adviser = (await app.person('sandnes-personvernradgiver')).personId
    expect((await admin.get('/roller/dpo/gi')).text).toContain('Gi rollen Personvernombud')
    expect((await admin.post('/roller/dpo/gi', { person: '', from: '2026-03-02' })).status).toBe(422)
    expect((await admin.post('/roller/dpo/gi', { person: adviser, unit: '', from: '2026-03-02', to: '', reason: 'Vikar' })).location).toBe(
      '/roller',
    )
    expect(await fills()).not.toContain('dpo /roller/dpo/gi')
    expect((await director.get('/roller/dpo/gi')).status).toBe(403)
    expect((await admin.get('/roller/employee/gi')).status).toBe(404)

    const log = (await admin.get('/logg?hva=personer')).text
    expect(log).toContain('Rolle gitt: Personvernombud til Personvernrådgiver, Sandnes')
  })

  it('a role that ends takes along what its holder can no longer open, and leaves what they took', async () => {
    const id = await report()
    expect(await app.ctx('sandnes-personvern-gdpr', (ctx) => takeCase(ctx, id, null))).toMatchObject({ ok: true })
    const holder = (await app.person('sandnes-personvern-gdpr')).personId
    // A task in a case that is not for the role: nobody could open it there.
    const shut = await report('itEquipment')
    await app.ctx('sandnes-servicedesk', ({ tx }) =>
      tx.updateTable('task').set({ person_id: holder }).where('subject_id', '=', shut).execute(),
    )
    const admin = await app.as('sandnes-administrator')
    const page = (await admin.get(`/personer/${holder}`)).text
    const end = /href="(\/personer\/[^"]+\/roller\/[^"]+\/slutt)"/.exec(page)?.[1] ?? ''
    const before = await admin.get(end)
    expect(before.text).toContain('Ingen rolle blir ledig.')
    expect(before.text).toMatch(/2026-\d{4} · /)
    expect((await admin.post(end, { version: versionOn(before.text), to: '2026-03-02' })).status).toBe(303)
    expect((await stillOpen(shut)).filter((task) => task.person_id === holder)).toEqual([])
    // What this person took is theirs to go on with.
    expect((await stillOpen(id)).some((task) => task.person_id === holder)).toBe(true)
    expect((await (await app.as('sandnes-personvern-gdpr')).get(`/avvik/${id}`)).status).toBe(200)
    expect((await admin.get('/logg?hva=personer')).text).toContain('Rolle avsluttet: Personvern GDPR for Personvern GDPR, Sandnes')
  })

  it('their cards, equipment and accesses are named before, and asked back after: by an employment without a last day, and without one', async () => {
    const admin = await app.as('sandnes-administrator')
    const hold = async (slug: string, leader: string, number: string, employed: boolean) => {
      const { personId: person } = await app.person(slug)
      const employment = employed ? await app.ctx(leader, (ctx) => makeEmployment(ctx, { person, number, endsOn: null })) : null
      const card = newId(new Date())
      const issue = { holder: person, cardNumber: `K-${number}`, uses: ['access'], zones: null } as const
      await app.ctx('sandnes-kortutsteder', async (ctx) => expect(await registerCard(ctx, card, issue)).toMatchObject({ ok: true }))
      const device = await app.ctx('sandnes-it-sjef', (ctx) =>
        makeDevice(ctx, { number: `PC-${number}`, holder: person, reasons: ['tool'] }),
      )
      return { person, employment, card, device }
    }
    const openOf = (id: string) =>
      app.ctx('sandnes-administrator', async ({ tx }) =>
        (
          await tx
            .selectFrom('task')
            .select(['kind', 'person_id', 'roles'])
            .where('subject_id', '=', id)
            .where('status', '=', 'open')
            .execute()
        )
          .map(({ kind }) => kind)
          .sort(),
      )
    const leave = async (person: string) => {
      const before = await admin.get(`/personer/${person}/slutt`)
      expect((await admin.post(`/personer/${person}/slutt`, { version: versionOn(before.text) })).status).toBe(303)
      return before.text
    }

    const employed = await hold('sandnes-ansatt', 'sandnes-leder', '881', true)
    const system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'Timeplanen' }))
    const access = await app.ctx('sandnes-leder', (ctx) => makeAccess(ctx, { person: employed.person, system }))
    const before = await leave(employed.person)
    for (const held of ['K-881', 'PC-881', 'Timeplanen']) expect(before).toContain(held)
    expect(await openOf(employed.card)).toEqual(['id_card.handIn'])
    expect(await openOf(employed.device)).toEqual(['device.collect', 'device.handIn'])
    expect(await openOf(access)).toEqual(['access.stop'])
    expect(await openOf(employed.employment ?? '')).toContain('employment.leave')
    expect((await admin.get('/ansettelser?status=working')).text).not.toContain('Lærer, Sandnes')
    for (const [slug, at] of [
      ['sandnes-kortutsteder', '/id-kort'],
      ['sandnes-it-sjef', '/utstyr'],
    ] as const)
      expect((await (await app.as(slug)).get(at)).text).toContain('Lærer, Sandnes (har sluttet)')

    const alone = await hold('sandnes-helsefagarbeider', 'sandnes-leder-helse', '882', false)
    expect(await leave(alone.person)).toContain('PC-882')
    expect(await openOf(alone.card)).toEqual(['id_card.handIn'])
    expect(await openOf(alone.device)).toEqual(['device.collect', 'device.handIn'])
    // Set as having left by mistake: nothing is asked back.
    const page = (await admin.get(`/personer/${alone.person}`)).text
    expect((await admin.post(`/personer/${alone.person}/retur`, { version: versionOn(page) })).status).toBe(303)
    expect([await openOf(alone.card), await openOf(alone.device)]).toEqual([[], []])
  })

  const stillOpen = (id: string) => openTasksOf(app, id)
})

describeExample('somebody who leaves, to the last proof', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())
  const stillOpen = (id: string) => openTasksOf(app, id)
  const active = (person: string) =>
    app.ctx(
      'sandnes-kommunedirektor',
      async ({ tx }) => (await tx.selectFrom('person').select('active').where('id', '=', person).executeTakeFirstOrThrow()).active,
    )

  it('S4-044 S4-045 S4-046 S4-051 S4-205 with 12 accesses, a card, keys, a machine, a case and a system: everything of theirs follows the last day to the last proof', async () => {
    const [slug, leader] = ['sandnes-systemeier', 'sandnes-leder-helse']
    const { personId: person } = await app.person(slug)
    const employment = await app.ctx(leader, (ctx) => makeEmployment(ctx, { person, number: '12-4', endsOn: null }))
    const owned = await app.ctx('sandnes-administrator', async (ctx) => makeSystem(ctx, { name: 'Kanarijournalen', owner: person }))
    const accesses = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: `Fagsystem ${at}` }))
        return app.ctx(leader, (ctx) => makeAccess(ctx, { person, system }))
      }),
    )
    const card = newId(new Date())
    await app.ctx('sandnes-kortutsteder', async (ctx) =>
      expect(await registerCard(ctx, card, { holder: person, cardNumber: 'K-124', uses: ['access'], zones: null })).toMatchObject({
        ok: true,
      }),
    )
    const device = await app.ctx('sandnes-it-sjef', (ctx) => makeDevice(ctx, { number: 'PC-124', holder: person, reasons: ['tool'] }))
    const id = await reportIn(app, 'privacyDeviation', 'sandnes-leder')
    await app.ctx('sandnes-personvernombud', async (ctx) => {
      const whom = { toReporter: false, personId: person, resourceRole: null }
      const asking = { id: newId(ctx.now), ...whom, question: 'Hvem hadde tilgang?', dueAt: new Date('2026-03-04T08:00:00Z') }
      expect(await askFor(ctx, id, asking)).toMatchObject({ ok: true })
    })

    // The last day is set, and then moved: what hangs on it has moved with it.
    const setLast = async (endsOn: string) => {
      const browser = await app.as(leader)
      const page = (await browser.get(`/ansettelser/${employment}/slutt`)).text
      return browser.post(`/ansettelser/${employment}/slutt`, { version: versionOn(page), endsOn })
    }
    expect((await setLast('2026-03-31')).status).toBe(303)
    expect((await setLast('2026-11-30')).status).toBe(303)
    const due = async (subject: string, kind: string) =>
      app.ctx('sandnes-administrator', async ({ tx }) => {
        const row = await tx
          .selectFrom('task')
          .select('due_at')
          .where('subject_id', '=', subject)
          .where('kind', '=', kind)
          .where('status', '=', 'open')
          .executeTakeFirst()
        // Due at the end of its day.
        return row?.due_at ? localDate(new Date(row.due_at.getTime() - 1)) : null
      })
    for (const access of accesses) expect(await due(access, 'access.stop')).toBe('2026-11-30')
    expect([await due(card, 'id_card.handIn'), await due(device, 'device.handIn')]).toEqual(['2026-11-30', '2026-11-30'])
    expect([await due(employment, 'employment.oneDrive'), await due(employment, 'employment.account')]).toEqual([
      '2026-12-30',
      '2027-02-28',
    ])

    // On the last day they come in; the day after they do not, and what they had here is others'.
    const clock = async (now: string) => {
      app.clock.now = new Date(now)
      const round = await app.round(leader)
      await leavingSweep.run(round)
      await taskSweep(tell).run(round)
    }
    await clock('2026-11-30T22:50:00Z')
    const theirs = await app.as(slug)
    expect((await theirs.get('/')).status).toBe(200)
    await clock('2026-11-30T23:10:00Z')
    expect(await active(person)).toBe(false)
    expect((await theirs.get('/')).status).not.toBe(200)
    expect((await stillOpen(id)).filter((task) => task.person_id === person)).toEqual([])
    expect((await stillOpen(id)).some(({ kind }) => kind === 'deviation.answer')).toBe(true)
    expect(await stillOpen(owned)).toContainEqual({ kind: 'life.owner', person_id: null })
    expect((await (await app.as('sandnes-administrator')).get(`/systemer/${owned}`)).text).toContain('Systemeier, Sandnes (har sluttet)')
    const shown = (await (await app.as(leader)).get(`/ansettelser/${employment}`)).text
    expect(shown).toMatch(/Tilgang til Varde<\/dt><dd>Stoppet/)

    // Nothing is closed while anything is out: then each with its proof.
    let browser = await app.as(leader)
    const list = await app.ctx(leader, async (ctx) => (await checklistsOf(ctx, employment)).find(({ kind }) => kind === 'leave')?.id)
    const at = `/ansettelser/${employment}/lister/${list}`
    const tick = (step: string, doneOn: string) => browser.post(`${at}/punkter/${step}`, { doneOn, proof: `Kvittering for ${step}` })
    expect((await tick('system', '2026-12-01')).status).toBe(422)
    for (const access of accesses)
      await app.ctx(leader, async (ctx) =>
        expect(await removeAccess(ctx, access, null, { removedOn: '2026-12-01', removalProof: 'Sak 12' })).toMatchObject({ ok: true }),
      )
    await app.ctx(leader, async (ctx) => {
      expect(await moveCard(ctx, card, 'handIn', null)).toMatchObject({ ok: true })
      expect(await moveCard(ctx, card, 'forward', null)).toMatchObject({ ok: true })
    })
    await app.ctx('sandnes-kortutsteder', async (ctx) => expect(await moveCard(ctx, card, 'takeBack', null)).toMatchObject({ ok: true }))
    const delivery = newId(app.clock.now)
    const timed = { storesData: 'yes', proposedAt: new Date('2026-12-02T09:00:00Z') } as const
    await app.ctx(leader, async (ctx) => expect(await askForDevice(ctx, delivery, device, timed)).toMatchObject({ ok: true }))
    const servicedesk = await app.person('sandnes-servicedesk')
    const erasure = { method: 'overwritten', erasedOn: '2026-12-01', erasedBy: servicedesk.personId, tool: 'Rapport 9' } as const
    for (const [deed, given] of [
      ['plan', { agreedAt: timed.proposedAt }],
      ['receive', { storesData: 'yes' }],
      ['erase', erasure],
      ['reuse', {}],
    ] as const)
      await app.ctx('sandnes-it-sjef', async (ctx) =>
        expect([deed, await moveDelivery(ctx, delivery, deed, null, given)]).toMatchObject([deed, { ok: true }]),
      )
    for (const { key, by } of stepsOf('leave'))
      if (by !== 'it' && key !== 'oneDrive') expect([key, (await tick(key, '2026-12-01')).status]).toEqual([key, 303])
    await clock('2026-12-31T08:00:00Z')
    browser = await app.as(leader)
    expect((await browser.get(`/ansettelser/${employment}`)).text).toContain('OneDrive')
    expect((await tick('oneDrive', '2026-12-30')).status).toBe(303)
    await browser.post(`${at}/lukking`, {})
    expect((await browser.get(`/ansettelser/${employment}`)).text).toContain('kan ikke lukkes')

    // Three months after, 28 February: the account is deleted the day after that is late, and the list is closed.
    await clock('2027-03-01T08:00:00Z')
    browser = await app.as(leader)
    expect(await due(employment, 'employment.account')).toBe('2027-02-28')
    expect(
      (
        await (
          await app.as('sandnes-administrator')
        ).post(`${at}/punkter/accountDeleted`, { doneOn: '2027-03-01', proof: 'Slettet i katalogen' })
      ).status,
    ).toBe(303)
    expect((await browser.post(`${at}/lukking`, {})).status).toBe(303)
    const log = (await (await app.as('sandnes-administrator')).get('/logg?hva=ansettelser')).text
    expect(log).toContain('Sjekkliste lukket')
    for (const one of [...accesses, card, device, delivery, employment]) expect([one, await stillOpen(one)]).toEqual([one, []])
    expect(
      await app.ctx('sandnes-administrator', ({ tx }) =>
        tx.selectFrom('task').select('kind').where('person_id', '=', person).where('status', '=', 'open').execute(),
      ),
    ).toEqual([])
    app.clock.now = exampleNow
  }, 120_000)

  it('S4-044 whoever works on is let in again, the last administrator is never stopped, and whoever is let in by hand stays', async () => {
    const { personId: person } = await app.person('sandnes-superbruker')
    const leader = 'sandnes-leder-helse'
    const employment = await app.ctx(leader, (ctx) =>
      makeEmployment(ctx, { person, number: '7-1', startsOn: '2026-01-01', endsOn: '2026-03-31' }),
    )
    const round = async (now: string) => {
      app.clock.now = new Date(now)
      await leavingSweep.run(await app.round(leader))
      return active(person)
    }
    expect([await round('2026-03-31T21:59:00Z'), await round('2026-03-31T22:01:00Z')]).toEqual([true, false])
    const until = (endsOn: string | null) =>
      app.ctx(leader, async (ctx) => expect(await registerLeaving(ctx, employment, null, { endsOn })).toMatchObject({ ok: true }))
    await until('2026-05-31')
    expect(await active(person)).toBe(true)
    expect(await round('2026-06-01T08:00:00Z')).toBe(false)
    const admin = await app.as('sandnes-administrator')
    const page = (await admin.get(`/personer/${person}`)).text
    expect((await admin.post(`/personer/${person}/retur`, { version: versionOn(page) })).status).toBe(303)
    expect(await round('2026-06-02T08:00:00Z')).toBe(true)

    const { personId: last } = await app.person('sandnes-administrator')
    await app.ctx('sandnes-administrator', ({ tx, actor }) =>
      tx
        .insertInto('employment')
        .values({
          organisation_id: actor.organisationId,
          id: newId(app.clock.now),
          number: 'ADM',
          person_id: last,
          kind: 'employee',
          starts_on: '2020-01-01',
          ends_on: '2026-01-31',
        })
        .execute(),
    )
    await round('2026-06-03T08:00:00Z')
    expect(await active(last)).toBe(true)
    app.clock.now = exampleNow
  })
})
