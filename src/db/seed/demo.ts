import { clockwork } from '../../kernel/actor.ts'
import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Happening, Outcome } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Preset } from '../../kernel/profile.ts'
import { insertAccount, insertMembership } from '../../modules/identity/public.ts'
import { anyOrganisation, createOrganisation, profiles, saveDetails } from '../../modules/organisation/public.ts'
import { addPerson, addUnit, always, editUnit, giveRole, loadActor, unitsById } from '../../modules/people/public.ts'
import { type Branch, type Example, examples, type Seat } from './demo-organisations.ts'

/** One example organisation as it stands, for whoever fills it further: systems, cases. */
export type DemoOrganisation = {
  /** Acts as the organisation's administrator. */
  readonly ctx: Ctx
  readonly preset: Preset
  /** Id by the last part of the slug: `personvernombud`. Throws on a slug that is not there. */
  readonly person: (slug: string) => string
  /** Id by the unit's name. Throws on a name that is not there. */
  readonly unit: (name: string) => string
  /** The same transaction as one of the people, so that a case is played by those who would do it. */
  readonly as: (slug: string) => Promise<Ctx>
}

/** Further content of one organisation, in the order of the modules (fill.ts). */
export type Fill = (organisation: DemoOrganisation) => Promise<void>

/**
 * The four organisations of the sources, made through the same commands as everyone else. Does nothing where an organisation
 * exists. Throws rather than leave half: call it inside one transaction.
 */
export async function seedDemo(parts: Omit<Ctx, 'actor'>, fills: readonly Fill[] = []): Promise<void> {
  if (await anyOrganisation(parts.tx)) return
  const accounts = new Map<string, string>()
  for (const example of examples) {
    const organisation = await seedOrganisation(parts, example, accounts)
    for (const fill of fills) await fill(organisation)
  }
}

async function seedOrganisation(parts: Omit<Ctx, 'actor'>, example: Example, accounts: Map<string, string>): Promise<DemoOrganisation> {
  const { tx, now, house } = parts
  const { preset, name, tree, seats } = example
  const { id } = await createOrganisation({ tx, now, house }, { name, slug: preset, profile: profiles[preset], demo: true })
  const ctx: Ctx = { tx, now, house, actor: clockwork(id, 1) }
  must(await saveDetails(ctx, null, { ...example.details, email: `post@${example.domain}` }))
  const units = await seedUnits(ctx, tree, null)
  const people = new Map<string, string>()
  for (const seat of seats) people.set(seat.slug, await seedPerson(ctx, example, seat, found(units, seat.unit), accounts))
  await seedLeaders(ctx, tree, units, people)
  const as = async (slug: string): Promise<Ctx> => {
    const signed = await loadActor(tx, id, found(people, slug), now)
    if (!signed) throw new Error(`${preset}-${slug} cannot act.`)
    return { tx, now, house, actor: signed.actor }
  }
  return { ctx: await as('administrator'), preset, person: (slug) => found(people, slug), unit: (unit) => found(units, unit), as }
}

async function seedUnits(ctx: Ctx, branch: Branch, parent: string | null): Promise<ReadonlyMap<string, string>> {
  const unit = must(
    await addUnit(ctx, { name: branch.name, kind: branch.kind, researchPortal: null, researchPortalPeople: [], parent, leader: null }),
  )
  const units = new Map([[branch.name, unit.id]])
  for (const below of branch.below ?? []) for (const [name, id] of await seedUnits(ctx, below, unit.id)) units.set(name, id)
  return units
}

async function seedPerson(
  ctx: Ctx,
  { preset, short, domain }: Example,
  seat: Seat,
  unit: string,
  accounts: Map<string, string>,
): Promise<string> {
  const email = seat.account ?? `${seat.slug}@${domain}`
  const values = { name: `${seat.title}, ${short}`, email, unit, leader: null, locale: null }
  const person = must(await addPerson(ctx, values, `${preset}-${seat.slug}`))
  // Held for a year already, so that cases from before have their people.
  const from = addDays(localDate(ctx.now), -365)
  for (const role of seat.roles ?? []) must(await giveRole(ctx, person.id, null, always(role, from, seat.ownUnit ? unit : null)))
  if (seat.account) {
    const account = accounts.get(seat.account) ?? (await insertAccount(ctx.tx, seat.account, null, ctx.now, ctx.actor.organisationId))
    if (!account) throw new Error(`${seat.account} has an account already.`)
    accounts.set(seat.account, account)
    await insertMembership(ctx.tx, account, { organisationId: ctx.actor.organisationId, personId: person.id })
  }
  return person.id
}

async function seedLeaders(
  ctx: Ctx,
  branch: Branch,
  units: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const id = found(units, branch.name)
  const unit = (await unitsById(ctx, [id])).get(id)
  if (branch.leader && unit)
    must(
      await editUnit(ctx, id, null, {
        name: unit.name,
        kind: unit.kind,
        researchPortal: null,
        researchPortalPeople: [],
        parent: unit.parentId,
        leader: found(people, branch.leader),
      }),
    )
  for (const below of branch.below ?? []) await seedLeaders(ctx, below, units, people)
}

function found(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`The example data has no ${key}.`)
  return id
}

function must<T>(outcome: Outcome<T, Happening>): T {
  if (!outcome.ok) throw new Error(`Example data was refused: ${outcome.why} ${outcome.fields.join(', ')}`)
  return outcome.next
}
