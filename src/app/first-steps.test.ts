import { createElement } from 'preact'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeDatabase } from '../../test/support/database.ts'
import { inOrganisations } from '../db/transaction.ts'
import type { Ctx, House } from '../kernel/ctx.ts'
import { emptyValues } from '../kernel/fields.ts'
import { newId } from '../kernel/ids.ts'
import { type Jobs, startJobs } from '../kernel/jobs.ts'
import { reference } from '../modules/deviation/deviation.ts'
import { reportFields } from '../modules/deviation/fields-report.ts'
import { caseView } from '../modules/deviation/public.ts'
import { sendReport } from '../modules/deviation/report/commands.ts'
import { giveSignIn } from '../modules/identity/invitation/commands.ts'
import { newSetUpToken, setUp } from '../modules/identity/setup/commands.ts'
import { noDetails } from '../modules/organisation/details.ts'
import { profiles, rolesAtWork } from '../modules/organisation/public.ts'
import { must, stranger } from '../modules/people/factory.ts'
import { addPerson, addUnit, always, giveRole, loadActor, reachOf } from '../modules/people/public.ts'
import { myTasks, vacancies } from '../modules/tasks/public.ts'
import { renderPage } from '../ui/render.ts'
import { firstSteps } from './first-steps.tsx'
import { homeParts } from './home-parts.tsx'
import { profileParts } from './modules.ts'
import { houseOf } from './start.ts'

const now = new Date('2026-03-02T08:00:00Z')

describeDatabase('an organisation just set up, without a data protection officer', (db) => {
  let house: House
  let jobs: Jobs
  let who = { organisationId: '', personId: '' }
  beforeAll(async () => {
    jobs = await startJobs(db())
    house = houseOf({ baseUrl: 'http://localhost:3000', demo: false, host: '127.0.0.1', port: 3000 }, Buffer.alloc(32, 7), jobs)
    const given = {
      name: 'Utsira kommune',
      preset: 'sauda',
      language: 'nb',
      admin: 'Administrator, Utsira',
      email: 'admin@utsira.example',
    } as const
    const said = await inOrganisations(db(), [], async (tx) =>
      setUp({ tx, now, house, actor: stranger }, (await newSetUpToken(tx)) ?? '', {
        ...given,
        password: 'kaffi lampe regnjakke',
        alsoDpo: false,
        details: noDetails,
      }),
    )
    if (!said.ok) throw new Error(said.why)
    who = said
  })
  afterAll(() => jobs.stop())

  const as = <T>(personId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inOrganisations(db(), [who.organisationId], async (tx) => {
      const signed = await loadActor(tx, who.organisationId, personId, now)
      if (!signed) throw new Error('Nobody of that id.')
      return work({ tx, now, house, actor: signed.actor })
    })
  const admin = <T>(work: (ctx: Ctx) => Promise<T>) => as(who.personId, work)
  /** The steps that are left, by where they lead. */
  const left = () =>
    admin(async (ctx) => {
      const part = await firstSteps(ctx, 'nb')
      const items = part
        ? renderPage(createElement('div', null, part.body))
            .split('<li>')
            .slice(1)
        : []
      return items.filter((item) => item.includes('Gjenstår')).map((item) => /href="([^"]+)"/.exec(item)?.[1])
    })
  const fills = () =>
    admin(async ({ tx }) =>
      (await tx.selectFrom('task').select('key').where('kind', '=', 'role.fill').where('status', '=', 'open').orderBy('key').execute()).map(
        ({ key }) => key,
      ),
    )

  it('a report then is nobody’s secret: the administrator is told by number and has every vacant role to give', async () => {
    expect(await left()).toEqual(['/enheter', '/personer', '/roller', '/innstillinger#e-post', '/avvik/ny'])
    const sent = await admin(async (ctx) => {
      const values = {
        ...emptyValues(reportFields),
        caseType: 'privacyDeviation' as const,
        personalData: 'yes' as const,
        affectedUnit: ctx.actor.unitId,
        categories: ['MISSENT_EMAIL' as const],
        whatHappened: 'En liste ble sendt til feil mottaker.',
        discoveredAt: new Date(ctx.now.getTime() - 3_600_000),
      }
      const outcome = await sendReport(ctx, newId(ctx.now), 'form', values)
      if (!outcome.ok) throw new Error(`${outcome.why} ${outcome.fields.join()}`)
      return outcome.next
    })
    const told = await admin(({ tx }) =>
      tx.selectFrom('message').select(['reference', 'href']).where('kind', '=', 'role.vacant').where('reference', 'is not', null).execute(),
    )
    expect(told).toContainEqual({ reference: reference(sent), href: '/roller#ledige' })
    expect(await admin((ctx) => reachOf(ctx, ['dpo']))).toEqual({ reached: [], vacant: ['dpo'] })
    expect(await fills()).toEqual(rolesAtWork(profileParts, profiles.sauda))
    // They are one step on the first page, and not a row each below it too; among the tasks each has its own.
    const home = await admin(async (ctx) =>
      (await homeParts(ctx, 'nb')).map(({ body }) => renderPage(createElement('div', null, body))).join(''),
    )
    expect([...home.matchAll(/href="\/roller[^"]*"/g)].map(([link]) => link)).toEqual(['href="/roller"'])
    expect((await admin((ctx) => myTasks(ctx, 50))).filter(({ kind }) => kind === 'role.fill').length).toBeGreaterThan(2)
    expect(await left()).toEqual(['/enheter', '/personer', '/roller', '/innstillinger#e-post'])

    // Then the steps, one by one, as the list says.
    const unit = await admin(async (ctx) =>
      must(
        await addUnit(ctx, {
          name: 'Skolen',
          kind: 'school',
          researchPortal: null,
          researchPortalPeople: [],
          parent: ctx.actor.unitId,
          leader: null,
        }),
      ),
    )
    expect(await left()).toEqual(['/personer', '/roller', '/innstillinger#e-post'])
    const added = (name: string) =>
      admin(
        async (ctx) => must(await addPerson(ctx, { name, email: `${name}@utsira.example`, unit: unit.id, leader: null, locale: null })).id,
      )
    const [director, officer] = [await added('kommunedirektor'), await added('ombud')]
    // Nobody has been given a way in: the list counts them, and names the roles as the organisation does.
    const said = await admin(async (ctx) => renderPage(createElement('div', null, (await firstSteps(ctx, 'nb'))?.body)))
    expect(said).toContain('Kan ikke logge inn ennå: 2.')
    expect(said).toContain('Personvernombud og kommunedirektør (behandlingsansvarlig) først')
    expect(await left()).toEqual(['/personer', '/roller', '/innstillinger#e-post'])
    for (const id of [director, officer]) expect(await admin((ctx) => giveSignIn(ctx, id))).toEqual({ ok: true })
    expect(await left()).toEqual(['/roller', '/innstillinger#e-post'])

    // A role that this organisation does without is vacant only while nobody at all has its task.
    await admin(async ({ tx, actor: { organisationId } }) => {
      const id = newId(now)
      const task = { organisation_id: organisationId, id, subject_type: 'system', subject_id: id, kind: 'questions.answer' }
      await tx
        .insertInto('task')
        .values({ ...task, roles: ['privacyContact'], title: '{}', href: '/', created_at: now })
        .execute()
    })
    expect((await admin(vacancies)).map(({ role }) => role)).toContain('privacyContact')

    // The controller stands in as soon as there is one, and opens the case that lay there.
    await admin(async (ctx) => must(await giveRole(ctx, director, null, always('controller', '2026-03-02'))))
    // Whoever has been given it is no longer among those to begin with.
    const rest = await admin(async (ctx) => renderPage(createElement('div', null, (await firstSteps(ctx, 'nb'))?.body)))
    expect([rest.includes('Personvernombud først'), rest.includes('(behandlingsansvarlig)')]).toEqual([true, false])
    expect(await fills()).toEqual(rolesAtWork(profileParts, profiles.sauda).filter((role) => role !== 'controller'))
    expect(await as(director, (ctx) => caseView(ctx, sent.id))).toBeTruthy()
    await admin(async (ctx) => must(await giveRole(ctx, officer, null, always('dpo', '2026-03-02'))))
    expect(await as(officer, (ctx) => caseView(ctx, sent.id))).toBeTruthy()
    await admin(async (ctx) => must(await giveRole(ctx, director, null, always('serviceDesk', '2026-03-02'))))
    await admin(async (ctx) => must(await giveRole(ctx, director, null, always('procurement', '2026-03-02'))))
    expect(await fills()).toEqual([])
    // Whoever stands in has the task of a role that the organisation does without: it is no vacancy any more.
    expect(await admin(vacancies)).toEqual([])
    await admin(({ tx }) => tx.deleteFrom('task').where('kind', '=', 'questions.answer').execute())

    // Of those who come later nobody waits, until one of them is given a role.
    const later = await added('vaktmester')
    expect(await left()).toEqual(['/innstillinger#e-post'])
    const given = await admin(async (ctx) => must(await giveRole(ctx, later, null, always('serviceDesk', '2026-03-02'))))
    expect(given).toBeTruthy()
    expect(await left()).toEqual(['/personer', '/innstillinger#e-post'])
    expect(await admin((ctx) => giveSignIn(ctx, later))).toEqual({ ok: true })
    expect(await left()).toEqual(['/innstillinger#e-post'])

    await admin(({ tx }) => tx.updateTable('mail').set({ status: 'sent', sent_at: now }).execute())
    expect(await admin((ctx) => firstSteps(ctx, 'nb'))).toBeNull()
    expect(await as(officer, (ctx) => firstSteps(ctx, 'nb'))).toBeNull()
  })
})
