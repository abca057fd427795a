import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/support/app.ts'
import { describeExample } from '../../test/support/database.ts'
import { emptyValues } from '../kernel/fields.ts'
import { newId } from '../kernel/ids.ts'
import { makeAccess } from '../modules/access/factory.ts'
import { registerCard } from '../modules/cards/commands.ts'
import { takeCase } from '../modules/deviation/commands.ts'
import { reportFields } from '../modules/deviation/fields-report.ts'
import { sendReport } from '../modules/deviation/report/commands.ts'
import { makeEmployment } from '../modules/employment/factory.ts'
import { makeDevice } from '../modules/equipment/factory.ts'
import { makeSystem } from '../modules/systems/factory.ts'

describeExample('somebody who leaves', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  const report = (caseType: 'privacyDeviation' | 'itEquipment' = 'privacyDeviation') =>
    app.ctx('sandnes-ansatt', async (ctx) => {
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
  const versionOn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''

  it('is told of before it is done: what they have, who gets it, which role becomes vacant; then all of it at once', async () => {
    const id = await report()
    expect(await app.ctx('sandnes-personvernombud', (ctx) => takeCase(ctx, id, null))).toMatchObject({ ok: true })
    const dpo = (await app.person('sandnes-personvernombud')).personId
    expect((await heldIn(id)).filter((task) => task.person_id === dpo).length).toBeGreaterThan(0)

    const admin = await app.as('sandnes-administrator')
    const before = await admin.get(`/personer/${dpo}/slutt`)
    expect(before.status).toBe(200)
    expect(before.text).toMatch(/Disse rollene blir ledige.*<li>Personvernombud\. Kommunedirektør gjør arbeidet imens\./s)
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
    expect((await admin.post('/roller/dpo/gi', { person: adviser, unit: '', from: '2026-03-02', to: '' })).location).toBe('/roller')
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

  const stillOpen = (id: string) =>
    app.ctx('sandnes-kommunedirektor', ({ tx }) =>
      tx.selectFrom('task').select(['kind', 'person_id']).where('subject_id', '=', id).where('status', '=', 'open').execute(),
    )
})
