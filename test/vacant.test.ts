import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockwork, offices, type Role, worksAs } from '../src/kernel/actor.ts'
import type { Ctx } from '../src/kernel/ctx.ts'
import { emptyValues } from '../src/kernel/fields.ts'
import { newId } from '../src/kernel/ids.ts'
import { reference } from '../src/modules/deviation/deviation.ts'
import { sendReport } from '../src/modules/deviation/report/commands.ts'
import { reportFields } from '../src/modules/deviation/report/fields.ts'
import { tell } from '../src/modules/messages/public.ts'
import { type Preset, presets, profileOf, profiles, rolesAtWork } from '../src/modules/organisation/public.ts'
import { filledRoles, workedBy } from '../src/modules/people/public.ts'
import { syncVacancies, vacancySweep } from '../src/modules/tasks/public.ts'
import { type TestApp, testApp } from './support/app.ts'
import { describeDatabase } from './support/database.ts'

const today = '2026-03-02'
const nobodyAtAll = clockwork('', 0)

describeDatabase('a role that nobody holds', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), new Date(`${today}T08:00:00Z`))
  }, 120_000)
  afterAll(() => app?.stop())

  /** Their last day was yesterday, as when the date simply passes: nobody presses anything. The sweep finds it. */
  const emptied = async (preset: Preset, roles: readonly Role[], work: () => Promise<void>) => {
    const end = (ctx: Ctx, to: string | null, from: string | null) =>
      sql`update role_assignment set to_date = ${to} where organisation_id = ${ctx.actor.organisationId} and role = any(${[...roles]}::text[])
        and to_date is not distinct from ${from}`.execute(ctx.tx)
    const administrator = `${preset}-administrator`
    const sweep = () =>
      app.person(administrator).then(({ organisationId }) =>
        vacancySweep(tell).run({
          organisationIds: [organisationId],
          inOrganisation: (_, inside) => app.ctx(administrator, inside),
          now: app.clock.now,
        }),
      )
    await app.ctx(administrator, (ctx) => end(ctx, today, null))
    await sweep()
    try {
      await work()
    } finally {
      await app.ctx(administrator, (ctx) => end(ctx, null, today))
      await app.ctx(administrator, (ctx) => syncVacancies(ctx, null))
    }
  }

  const report = (preset: Preset, caseType: 'privacyDeviation' | 'securityIncident' | 'ruleDeviation' | 'itEquipment') =>
    app.ctx(`${preset}-ansatt`, async (ctx) => {
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
      return outcome.next
    })

  /** People of the organisation who can sign in, by slug. */
  const everybody = (preset: Preset) =>
    app.ctx(`${preset}-administrator`, async (ctx) => {
      const { rows } = await sql<{ id: string; slug: string }>`select id, demo_slug as slug from person
        where organisation_id = ${ctx.actor.organisationId} and active and demo_slug is not null`.execute(ctx.tx)
      return rows
    })

  const administrators = (preset: Preset) =>
    app.ctx(`${preset}-administrator`, async ({ tx, actor }) => ({
      fills: (
        await tx
          .selectFrom('task')
          .select('key')
          .where('organisation_id', '=', actor.organisationId)
          .where('kind', '=', 'role.fill')
          .where('status', '=', 'open')
          .execute()
      ).map(({ key }) => key),
      told: await tx
        .selectFrom('message')
        .select(['href', 'reference'])
        .where('person_id', '=', actor.personId)
        .where('kind', '=', 'role.vacant')
        .execute(),
    }))

  const cases = presets.flatMap((preset) => [
    ...rolesAtWork(profiles[preset]).map((role) => ({ preset, roles: [role] as readonly Role[], name: role as string })),
    { preset, roles: offices as readonly Role[], name: 'every role but the administrator' },
  ])

  it.each(cases)('$preset without $name: a report reaches somebody who can go on, and nothing is silent', async ({ preset, roles }) => {
    await emptied(preset, roles, async () => {
      const people = await everybody(preset)
      const actors = new Map<string, Awaited<ReturnType<typeof actorOf>>>()
      const actorOf = (slug: string) => app.ctx(slug, async (ctx) => ctx.actor)
      for (const { id, slug } of people) actors.set(id, await actorOf(slug))
      const filled = await app.ctx(`${preset}-administrator`, filledRoles)
      const { fills } = await administrators(preset)

      for (const role of rolesAtWork(profiles[preset])) {
        if (filled.has(role)) continue
        expect(fills, `${role} is vacant and the administrator's task`).toContain(role)
      }
      // Whatever the profile sends to a role later on, somebody holds or stands in, or the administrator alone can help.
      for (const role of rolesAtWork(profiles[preset]).filter((one) => offices.some((office) => office === one)))
        if (workedBy(role, filled) !== null)
          expect(
            [...actors.values()].some((actor) => worksAs(actor, role)),
            `somebody may do what ${role} does`,
          ).toBe(true)

      for (const caseType of profiles[preset].deviation.caseTypes) {
        const deviation = await report(preset, caseType)
        const found = await app.ctx(`${preset}-administrator`, async ({ tx }) => ({
          tasks: await tx
            .selectFrom('task')
            .select(['kind', 'roles', 'person_id'])
            .where('subject_id', '=', deviation.id)
            .where('status', '=', 'open')
            .execute(),
          messages: await tx
            .selectFrom('message')
            .select(['person_id', 'kind', 'href'])
            .where('reference', 'is not', null)
            .where('href', '=', `/avvik/${deviation.id}`)
            .execute(),
        }))
        expect(found.tasks.length).toBeGreaterThan(0)
        for (const task of found.tasks) {
          const whose = people.find(({ id }) =>
            task.person_id ? task.person_id === id : worksAs(actors.get(id) ?? nobodyAtAll, ...task.roles),
          )
          if (whose)
            expect((await (await app.as(whose.slug)).get(`/avvik/${deviation.id}`)).status, `${task.kind} by ${whose.slug}`).toBe(200)
          else for (const role of task.roles) expect(fills).toContain(role)
        }
        // Whoever is told can open what they are told of.
        for (const { person_id, kind } of found.messages) {
          const slug = people.find(({ id }) => id === person_id)?.slug
          if (slug) expect((await (await app.as(slug)).get(`/avvik/${deviation.id}`)).status, `${kind} to ${slug}`).toBe(200)
        }
        const { told } = await administrators(preset)
        const number = reference(deviation)
        const routed = profiles[preset].deviation.routes[caseType]
        const silent = [...routed.tell].some((role) => workedBy(role, filled) === null)
        if (silent) expect(told.map(({ reference }) => reference)).toContain(number)
        const receipt = (await (await app.as(`${preset}-ansatt`)).get(`/avvik/${deviation.id}/kvittering`)).text
        if (silent) expect(receipt).toMatch(/Administratoren har fått/)
      }
    })
    expect(
      (await administrators(preset)).fills.filter((key) => roles.includes(key as Role) && key !== 'dpo'),
      'the task ends when the role is filled',
    ).toEqual(
      await app.ctx(`${preset}-administrator`, async (ctx) => {
        const filled = await filledRoles(ctx)
        return rolesAtWork(await profileOf(ctx)).filter(
          (role) => roles.includes(role) && role !== 'dpo' && offices.some((one) => one === role) && !filled.has(role),
        )
      }),
    )
  })
})

describe('who stands in', () => {
  it('the officer, then the controller; never the officer for the controller (Article 38(6)); never the administrator', () => {
    expect(workedBy('ciso', new Set<Role>(['dpo', 'controller']))).toBe('dpo')
    expect(workedBy('ciso', new Set<Role>(['controller', 'admin']))).toBe('controller')
    expect(workedBy('dpo', new Set<Role>(['controller']))).toBe('controller')
    expect(workedBy('controller', new Set<Role>(['dpo', 'admin']))).toBeNull()
    expect(workedBy('serviceDesk', new Set<Role>(['admin']))).toBeNull()
  })
})
