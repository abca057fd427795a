import { beforeAll, expect, it } from 'vitest'
import { describeDatabase } from '../../../../test/support/database.ts'
import { seedDemo } from '../../../db/seed/demo.ts'
import { inOrganisations } from '../../../db/transaction.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { asStranger } from '../../people/factory.ts'
import { leaderOfPerson, loadActor, personsWithRoles } from '../../people/public.ts'
import { switchOrganisation } from '../commands.ts'
import { sessionAt } from '../factory.ts'
import { memberships } from '../queries.ts'
import { beDemoPerson } from './commands.ts'
import type { DemoPerson } from './demo.ts'
import { demoGroups } from './queries.ts'

const now = new Date('2026-11-27T08:00:00Z')

describeDatabase('the example organisations', (db) => {
  let people: readonly DemoPerson[]
  beforeAll(async () => {
    await asStranger(db(), now, (ctx) => seedDemo(ctx))
    people = (await asStranger(db(), now, (ctx) => demoGroups(ctx, 'nb'))).flatMap((group) => group.people)
  })
  const person = (slug: string) => people.find((one) => one.slug === slug) ?? expect.unreachable(`${slug} is missing`)
  const actorOf = async (slug: string) => {
    const { organisationId, personId } = person(slug)
    return (await inOrganisations(db(), [organisationId], (tx) => loadActor(tx, organisationId, personId, now)))?.actor
  }
  /** Given, and not stood in for where nobody holds them. */
  const heldBy = async (slug: string) => {
    const actor = await actorOf(slug)
    return actor?.roles.filter((role) => !actor.standsInFor?.includes(role)) ?? []
  }
  const as = async <T>(slug: string, work: (ctx: Ctx) => Promise<T>) => {
    const actor = await actorOf(slug)
    if (!actor) throw new Error(`${slug} cannot act`)
    return asStranger(db(), now, (ctx) => inSight(ctx, actor.organisationId, () => work({ ...ctx, actor })))
  }
  const inSight = async <T>(ctx: Ctx, id: string, work: () => Promise<T>) => {
    const { alsoSee } = await import('../../organisation/public.ts')
    await alsoSee(ctx.tx, [id])
    return work()
  }

  it.each([
    [
      'oslomet',
      [
        'employee',
        'caseworker',
        'leader',
        'unitHead',
        'centralAssessor',
        'controller',
        'ciso',
        'privacyContact',
        'studyHead',
        'systemOwner',
        'itHead',
        'documentCentre',
        'auditor',
        'admin',
      ],
    ],
    [
      'uio',
      [
        'employee',
        'caseworker',
        'leader',
        'unitHead',
        'cert',
        'controller',
        'dpo',
        'systemOwner',
        'itHead',
        'property',
        'documentCentre',
        'auditor',
        'admin',
      ],
    ],
    [
      'sauda',
      [
        'employee',
        'leader',
        'dpo',
        'privacyAdviser',
        'controller',
        'systemOwner',
        'itHead',
        'serviceDesk',
        'documentCentre',
        'auditor',
        'admin',
      ],
    ],
  ] as const)('has somebody for each role of %s', async (organisation, roles) => {
    const held = new Set<string>()
    for (const { slug } of people.filter((one) => one.slug.startsWith(`${organisation}-`)))
      for (const role of await heldBy(slug)) held.add(role)
    expect(held).toEqual(new Set(roles))
  })

  it('S4-067 the roles of Sandnes can be held, and each has a holder', async () => {
    const wanted = {
      kommunedirektor: 'controller',
      ledergruppe: 'managementGroup',
      personvernombud: 'dpo',
      informasjonssikkerhetssjef: 'ciso',
      'it-sjef': 'itHead',
      virksomhetsleder: 'unitHead',
      ansatt: 'employee',
      'personvern-gdpr': 'gdprUnit',
      'personvern-gdpr-2': 'gdprUnit',
      systemeier: 'systemOwner',
      superbruker: 'superUser',
      servicedesk: 'serviceDesk',
      anskaffelser: 'procurement',
      dokumentsenter: 'documentCentre',
      kortutsteder: 'cardIssuer',
      servicekontoret: 'serviceOffice',
      personvernradgiver: 'privacyAdviser',
      revisor: 'auditor',
      administrator: 'admin',
    }
    for (const [slug, role] of Object.entries(wanted)) expect(await heldBy(`sandnes-${slug}`), slug).toContain(role)
    const group = await as('sandnes-personvernombud', (ctx) => personsWithRoles(ctx, ['managementGroup']))
    expect(group.map((one) => one.name)).toEqual(['Kommunedirektør, Sandnes', 'Medlem av ledergruppen, Sandnes'])
  })

  it('people are roles, and their addresses reach nobody', async () => {
    const names = people.map((one) => one.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((name) => /, (OsloMet|UiO|Sauda|Sandnes)$/.test(name))).toBe(true)
    const rows = await as('sauda-administrator', (ctx) => ctx.tx.selectFrom('person').select('email').execute())
    expect(rows.every((row) => row.email?.endsWith('.example'))).toBe(true)
  })

  it('everyone but the top has a leader above', async () => {
    const without: string[] = []
    for (const { slug } of people) if (!(await as(slug, (ctx) => leaderOfPerson(ctx, ctx.actor.personId)))) without.push(slug)
    expect(without.sort()).toEqual(['oslomet-rektor', 'sandnes-kommunedirektor', 'sauda-kommunedirektor', 'uio-universitetsdirektor'])
  })

  it('may be entered by slug, and is marked as example', async () => {
    const said = await asStranger(db(), now, (ctx) => beDemoPerson(ctx, 'sauda-personvernombud', null))
    const { organisationId, personId, token } = said.ok ? said : expect.unreachable('no session')
    expect(await sessionAt(db(), token, now)).toMatchObject({ accountId: null, organisationId, personId, organisations: 1 })
    const signed = await inOrganisations(db(), [organisationId], (tx) => loadActor(tx, organisationId, personId, now))
    expect(signed).toMatchObject({ name: 'Personvernombod, Sauda', demo: true, locale: 'nn', theme: 'sauda' })
    expect(signed?.roleTitle('nn')).toBe('Personvernombod')
    expect(await asStranger(db(), now, (ctx) => beDemoPerson(ctx, 'sauda-ingen', null))).toEqual({ ok: false })
  })

  it('one adviser serves two municipalities, and chooses between them', async () => {
    const said = await asStranger(db(), now, (ctx) => beDemoPerson(ctx, 'sauda-personvernradgiver', null))
    const token = said.ok ? said.token : ''
    expect((await sessionAt(db(), token, now))?.organisations).toBe(2)
    const choices = await asStranger(db(), now, (ctx) => memberships(ctx, token))
    expect(choices.map((one) => one.organisation)).toEqual(['Sandnes kommune', 'Sauda kommune'])
    const moved = await asStranger(db(), now, (ctx) => switchOrganisation(ctx, token, choices[0]?.organisationId ?? ''))
    expect(moved).toMatchObject({ ok: true, personId: person('sandnes-personvernradgiver').personId })
  })

  it('are not made twice', async () => {
    await asStranger(db(), now, (ctx) => seedDemo(ctx))
    expect(await db().owner.selectFrom('organisation').select('slug').execute()).toHaveLength(4)
  })
})
