import type { Role } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { personsAtWork, personsById, personsWithRoles } from '../../people/public.ts'
import { systemOwner } from '../../systems/public.ts'
import { type Deviation, reference } from '../deviation.ts'
import { load } from '../store.ts'
import type { Calling, Meeting } from './fields.ts'
import { isCalled } from './rules.ts'
import { meetingsOf } from './store.ts'

export { meetingsOf } from './store.ts'

export type Suggested = { readonly id: string; readonly name: string; readonly as: Calling }

const it: readonly Role[] = ['itHead', 'serviceDesk', 'ciso', 'cert']

/** Whom it can be wise to call: the leader, the owner of the system, somebody from IT, those who work the case. Each once, as the first. */
export async function whomToCall(ctx: Ctx, { report, queueRoles }: Deviation): Promise<readonly Suggested[]> {
  const owner = report.system ? await systemOwner(ctx, report.system) : null
  const named = await personsAtWork(ctx, [...new Set([report.affectedLeader, owner].filter((id): id is string => id !== null))])
  const as = (calling: Calling, people: readonly { readonly id: string; readonly name: string }[]) =>
    people.map(({ id, name }): Suggested => ({ id, name, as: calling }))
  const all = [
    ...as(
      'leader',
      [...named.values()].filter(({ id }) => id === report.affectedLeader),
    ),
    ...as('system', [...named.values()]),
    ...as('it', await personsWithRoles(ctx, it)),
    ...as('handler', await personsWithRoles(ctx, queueRoles as readonly Role[])),
  ]
  return all.filter(({ id }, at) => id !== ctx.actor.personId && all.findIndex((one) => one.id === id) === at).slice(0, 30)
}

/** An invitation as whoever is called may read it: the case's number, and nothing of the case. */
export async function invitationOf(ctx: Ctx, caseId: string, id: string) {
  const meeting = (await meetingsOf(ctx, caseId)).find((one) => one.id === id)
  if (!meeting || !isCalled(meeting, ctx.actor.personId)) return undefined
  const deviation = await load(ctx, caseId)
  return deviation && { meeting, number: reference(deviation) ?? '' }
}

/** The names of everyone in these meetings, by id. */
export async function namesIn(ctx: Ctx, meetings: readonly Meeting[]): Promise<ReadonlyMap<string, string>> {
  const ids = meetings.flatMap(({ participants, calledBy, minutesBy }) => [
    ...participants.map(({ person }) => person),
    calledBy,
    ...(minutesBy ? [minutesBy] : []),
  ])
  return new Map([...(await personsById(ctx, [...new Set(ids)]))].map(([id, { name }]) => [id, name]))
}
