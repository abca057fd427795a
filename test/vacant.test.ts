import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { profileParts } from '../src/app/modules.ts'
import { type Actor, hasRole, offices, type Role, worksAs } from '../src/kernel/actor.ts'
import type { Ctx } from '../src/kernel/ctx.ts'
import { emptyValues } from '../src/kernel/fields.ts'
import { newId } from '../src/kernel/ids.ts'
import { type Preset, presets } from '../src/kernel/profile.ts'
import { type Part, reference } from '../src/modules/deviation/deviation.ts'
import { makeActor } from '../src/modules/deviation/factory.ts'
import { reportFields } from '../src/modules/deviation/fields-report.ts'
import { partsOf } from '../src/modules/deviation/permissions.ts'
import { profiles } from '../src/modules/deviation/presets.ts'
import { opensCase } from '../src/modules/deviation/public.ts'
import { sendReport } from '../src/modules/deviation/report/commands.ts'
import { tell } from '../src/modules/messages/public.ts'
import { rolesAtWork } from '../src/modules/organisation/public.ts'
import { filledRoles, isOffice, loadActor, workedBy } from '../src/modules/people/public.ts'
import { mayAdd } from '../src/modules/systems/rules.ts'
import { syncVacancies, vacancySweep } from '../src/modules/tasks/public.ts'
import { type TestApp, testApp } from './support/app.ts'
import { describeDatabase } from './support/database.ts'

const today = '2026-03-02'

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

  /** Everybody of the organisation as they act today. */
  const everybody = (preset: Preset) =>
    app.ctx(`${preset}-administrator`, async ({ tx, actor: { organisationId } }) => {
      const { rows } = await sql<{ id: string }>`select id from person
        where organisation_id = ${organisationId} and active and demo_slug is not null order by demo_slug`.execute(tx)
      const actors: Actor[] = []
      for (const { id } of rows) {
        const signed = await loadActor(tx, organisationId, id, app.clock.now)
        if (signed) actors.push(signed.actor)
      }
      return actors
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
    ...rolesAtWork(profileParts, profiles[preset]).map((role) => ({ preset, roles: [role] as readonly Role[], name: role as string })),
    { preset, roles: offices as readonly Role[], name: 'every role but the administrator' },
  ])

  it.each(cases)(
    '$preset without $name: a report and every later step reach somebody who can do them, and nothing is silent',
    async ({ preset, roles }) => {
      const profile = profiles[preset]
      await emptied(preset, roles, async () => {
        const actors = await everybody(preset)
        const filled = await app.ctx(`${preset}-administrator`, filledRoles)
        const { fills } = await administrators(preset)
        for (const role of rolesAtWork(profileParts, profile))
          if (!filled.has(role)) expect(fills, `${role} is the administrator's to give`).toContain(role)

        for (const caseType of profile.deviation.caseTypes) {
          const deviation = await report(preset, caseType)
          await app.ctx(`${preset}-administrator`, async (ctx) => {
            const opens = (actor: Actor) => opensCase({ ...ctx, actor }, deviation.id)
            const tasks = await ctx.tx
              .selectFrom('task')
              .select(['kind', 'roles', 'person_id'])
              .where('subject_id', '=', deviation.id)
              .where('status', '=', 'open')
              .execute()
            expect(tasks.length).toBeGreaterThan(0)
            for (const { kind, person_id, roles: wanted } of tasks) {
              const whose = actors.find((actor) => (person_id ? actor.personId === person_id : worksAs(actor, ...wanted)))
              if (whose) expect(await opens(whose), `${kind} by ${whose.roles.join()}`).toBe(true)
              else expect(fills, `${kind} waits, and the administrator knows`).toEqual(expect.arrayContaining(wanted))
            }
            // Each later step, by the same rule as the button: somebody may do it and open the case, or its roles are to be given.
            const { assessment, authority, subjectMessage, closing } = profile
            const steps: Partial<Record<Part, readonly Role[]>> = {
              handler: profile.deviation.routes[caseType].queue,
              assessor: assessment.assessors,
              decider: assessment.deciders,
              sender: authority.senders,
              drafter: subjectMessage.drafters,
              signer: subjectMessage.signers,
              closer: closing.deciders,
            }
            const elsewhere = !assessment.assessors.some((role) => deviation.accessRoles.includes(role))
            for (const [part, wanted] of Object.entries(steps)) {
              if (elsewhere && part !== 'handler') continue
              const may = actors.filter((actor) =>
                partsOf(deviation, actor, profile, { isReporter: false, ownsSystem: false }).has(part as Part),
              )
              const reached = wanted.map((role) => workedBy(role, filled)).filter((role) => role !== null)
              if (reached.length === 0) {
                expect(fills, part).toEqual(expect.arrayContaining([...wanted]))
                expect(may, part).toEqual([])
              } else {
                expect(may.length, `${part} of ${caseType}`).toBeGreaterThan(0)
                for (const actor of may) expect(await opens(actor), `${part} by ${actor.roles.join()}`).toBe(true)
              }
            }
            // Told is whoever holds the role or stands in; the administrator by number where there is neither.
            const messages = await ctx.tx
              .selectFrom('message')
              .select(['person_id', 'kind'])
              .where('href', '=', `/avvik/${deviation.id}`)
              .execute()
            for (const role of profile.deviation.routes[caseType].tell) {
              const by = workedBy(role, filled)
              const holders = actors.filter((actor) => by !== null && actor.roles.includes(by)).map(({ personId }) => personId)
              if (by !== null)
                expect(
                  messages.some(({ person_id }) => person_id && holders.includes(person_id)),
                  `${role} is told`,
                ).toBe(true)
            }
            for (const { person_id, kind } of messages) {
              const actor = actors.find(({ personId }) => personId === person_id)
              if (actor) expect(await opens(actor), `${kind} to ${actor.roles.join()}`).toBe(true)
            }
            // The administrator never gets to see it by administering.
            const administrator = actors.find(({ roles: held }) => held.includes('admin'))
            if (administrator) expect(await opens(administrator), 'the administrator').toBe(false)
          })
          const silent = profile.deviation.routes[caseType].tell.some((role) => workedBy(role, filled) === null)
          const { told } = await administrators(preset)
          if (silent) expect(told.map((one) => one.reference)).toContain(reference(deviation))
          const receipt = (await (await app.as(`${preset}-ansatt`)).get(`/avvik/${deviation.id}/kvittering`)).text
          if (silent) expect(receipt).toMatch(/Administratoren har fått/)
          else expect(receipt).not.toMatch(/Administratoren har fått/)
        }
      })
      const filledNow = await app.ctx(`${preset}-administrator`, filledRoles)
      const stillToFill = (await administrators(preset)).fills.filter((key) => roles.includes(key as Role))
      expect(stillToFill, 'the task ends when the role is filled').toEqual(
        rolesAtWork(profileParts, profile).filter((role) => roles.includes(role) && isOffice(role) && !filledNow.has(role)),
      )
    },
    60_000,
  )
})

describe('who stands in', () => {
  it('the officer, then the controller; never the officer for the controller (Article 38(6)); never the administrator', () => {
    expect(workedBy('ciso', new Set<Role>(['dpo', 'controller']))).toBe('dpo')
    expect(workedBy('ciso', new Set<Role>(['controller', 'admin']))).toBe('controller')
    expect(workedBy('dpo', new Set<Role>(['controller']))).toBe('controller')
    expect(workedBy('controller', new Set<Role>(['dpo', 'admin']))).toBeNull()
    expect(workedBy('serviceDesk', new Set<Role>(['admin']))).toBeNull()
  })

  it('does the work in cases, and gets no other right of the role', () => {
    const director = makeActor(['controller', 'employee'], { standsInFor: ['dpo', 'itHead'] })
    expect(worksAs(director, 'dpo')).toBe(true)
    expect(hasRole(director, 'dpo')).toBe(false)
    expect(mayAdd(director)).toBe(false)
    expect(mayAdd(makeActor(['itHead']))).toBe(true)
  })
})
