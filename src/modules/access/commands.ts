import { localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { profileOf } from '../organisation/public.ts'
import { leaderOfPerson, leaderOfUnit } from '../people/public.ts'
import { systemOwner } from '../systems/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Access, AccessEvent, Granting, Removal } from './access.ts'
import type { grantFields } from './fields.ts'
import { accessProfile } from './profile.ts'
import { grantReferences, isTaken, standingAccesses, standingFor, unitsToConfirm } from './queries.ts'
import {
  type By,
  confirmAccess as confirmed,
  grantAccess as granted,
  moveEnd,
  removeAccess as removed,
  askRemoval as toldToRemove,
} from './rules.ts'
import { store } from './store.ts'
import { accessTasks, confirmationTasks } from './tasks.ts'
import { texts } from './texts.ts'

type Done = Promise<Outcome<Access, AccessEvent>>

const byFor = async (ctx: Ctx, about: Pick<Granting, 'person' | 'system'>): Promise<By> => ({
  actor: ctx.actor,
  standing: await standingFor(ctx, about),
  profile: accessProfile(await profileOf(ctx)),
})

/** `id`: the one its page made, so that a double press grants once. What is missing before access is said by those who know it. */
export async function grantAccess(ctx: Ctx, id: string, values: Granting): Done {
  const outcome = await store.add(ctx, id, values as Access['values'], async (newId) => {
    const strange = await strangeIn<typeof grantFields>(ctx, grantReferences, values)
    if (strange.length > 0) return refuse('notARecord', strange)
    const made = granted(newId, values, await isTaken(ctx, values), await byFor(ctx, values), ctx.now)
    if (!made.ok || values.person === null) return made
    return (await ctx.house.demands(ctx, { type: 'person', id: values.person }, 'access')) ?? made
  })
  if (outcome.ok) await follow(ctx, outcome.next)
  return outcome
}

const deed = async (ctx: Ctx, id: string, version: number | null, rule: (access: Access, by: By) => Outcome<Access, AccessEvent>): Done => {
  const found = await store.find(ctx, id)
  if (!found) return refuse('notFound')
  const by = await byFor(ctx, found.values)
  const outcome = await decide(ctx, store, id, version, (access) => rule(access, by))
  if (outcome.ok) await follow(ctx, outcome.next)
  return outcome
}

export async function confirmAccess(ctx: Ctx, id: string): Done {
  const outcome = await deed(ctx, id, null, (access, by) => confirmed(access, by, ctx.now))
  if (outcome.ok) await syncConfirmations(ctx, outcome.next.values.person)
  return outcome
}

export async function askRemoval(ctx: Ctx, id: string): Done {
  const outcome = await deed(ctx, id, null, (access, by) => toldToRemove(access, by, ctx.now))
  if (!outcome.ok) return outcome
  const { system } = outcome.next.values
  const owner = system === null ? null : await systemOwner(ctx, system)
  await tell(ctx, {
    kind: 'access.removalAsked',
    title: inAll((locale) => texts(locale).messages.removalAsked),
    to: owner === null ? { roles: ['admin'] } : { persons: [owner] },
    reference: null,
    href: hrefOf(outcome.next),
  })
  return outcome
}

export const removeAccess = (ctx: Ctx, id: string, version: number | null, removal: Removal): Done =>
  deed(ctx, id, version, (access, by) => removed(access, removal, by, ctx.now))

/** Everything a person has ends with the last day of work; taken back, it ends as it was granted (S4-044). */
export async function endWithEmployment(ctx: Ctx, person: string, endsOn: string | null): Promise<void> {
  for (const { id } of await standingAccesses(ctx, person)) {
    const outcome = await decide(ctx, store, id, null, (access) => moveEnd(access, endsOn))
    if (outcome.ok) await follow(ctx, outcome.next)
  }
}

/** Each leader is told when the accesses of the unit are to be looked at again (S4-049). `person`: only that person's unit. */
export async function syncConfirmations(ctx: Ctx, person: string | null = null): Promise<void> {
  const { confirmMonths } = accessProfile(await profileOf(ctx))
  for (const { unit, name, oldest } of await unitsToConfirm(ctx, person)) {
    const leader = oldest === null ? undefined : await leaderOfUnit(ctx, unit)
    const specs =
      oldest === null ? [] : confirmationTasks({ id: unit, name }, leader?.id ?? null, oldest, confirmMonths, localDate(ctx.now))
    await syncTasks(ctx, { type: 'unit', id: unit, reference: null, href: '/tilganger/oversikt' }, 'access.', specs)
  }
}

const hrefOf = ({ id }: Access) => `/tilganger/${id}`

async function follow(ctx: Ctx, access: Access): Promise<void> {
  const { person, system } = access.values
  const leader = person === null ? undefined : await leaderOfPerson(ctx, person)
  const owner = system === null ? null : await systemOwner(ctx, system)
  const specs = accessTasks(access, { leader: leader?.id ?? null, owner: owner === person ? null : owner })
  await syncTasks(ctx, { type: 'access_grant', id: access.id, reference: null, href: hrefOf(access) }, 'access.', specs)
}
