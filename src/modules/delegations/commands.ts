import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { inAll } from '../../kernel/texts.ts'
import { registerCommands } from '../../register/commands.ts'
import { tell } from '../messages/public.ts'
import { personsAtWork } from '../people/public.ts'
import { systemsOwnedBy } from '../systems/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Delegation, DelegationEvent, DelegationValues } from './delegation.ts'
import { findDelegation, references } from './queries.ts'
import { deedRules, giveOwnHand as given, mayDelegate, toldOf, wrongFor, wrongToEdit } from './rules.ts'
import { idsOf, isOwnHand, setOwnHand, store } from './store.ts'
import { delegationTasks } from './tasks.ts'
import { texts } from './texts.ts'

const deeds = registerCommands(store, deedRules, references)
type Done = Promise<Outcome<Delegation, DelegationEvent>>

/** Whether whoever asks has something to delegate. */
export const delegates = async (ctx: Ctx): Promise<boolean> =>
  mayDelegate(ctx.actor, false) || mayDelegate(ctx.actor, (await systemsOwnedBy(ctx, ctx.actor.personId)).length > 0)

export const addDelegation = async (ctx: Ctx, id: string, values: DelegationValues): Done =>
  followed(
    ctx,
    (await delegates(ctx)) ? (wrongFor(values, ctx.actor) ?? (await deeds.add(ctx, id, values))) : refuse('notAllowed'),
    'registered',
  )
export async function editDelegation(ctx: Ctx, id: string, version: number | null, values: DelegationValues): Done {
  const before = await findDelegation(ctx, id)
  if (values.inForce !== 'no' && !(await delegates(ctx))) return refuse('notAllowed')
  return followed(ctx, wrongToEdit(values, ctx.actor) ?? (await deeds.edit(ctx, id, version, values)), 'altered', before)
}
/** Whoever delegates gives what somebody else has registered in their name. */
export async function giveOwnHand(ctx: Ctx, id: string, version: number | null): Done {
  const ownHand = await isOwnHand(ctx, id)
  const outcome = (await delegates(ctx))
    ? await decide(ctx, store, id, version, (delegation) => given(delegation, ownHand, ctx.actor))
    : refuse('notAllowed')
  return followed(ctx, outcome, 'altered')
}

async function followed(
  ctx: Ctx,
  outcome: Outcome<Delegation, DelegationEvent>,
  word: 'registered' | 'altered',
  before?: Delegation,
): Done {
  if (!outcome.ok) return outcome
  await setOwnHand(ctx, outcome.next.id, outcome.next.values.delegatedBy === ctx.actor.personId ? ctx.now : null)
  await syncDelegation(ctx, outcome.next)
  const persons = toldOf([outcome.next.values.delegatedBy, before?.values.delegatedBy], ctx.actor)
  const title = inAll((locale) => texts(locale).messages[word])
  if (persons.length > 0)
    await tell(ctx, { kind: `delegation.${word}`, title, to: { persons }, reference: null, href: hrefOf(outcome.next) })
  return outcome
}
const hrefOf = ({ id }: Delegation) => `/delegeringer/${id}`

/** Its tasks are those that follow from how it stands today, and from who works here. */
export async function syncDelegation(ctx: Ctx, delegation: Delegation): Promise<void> {
  const { delegatedBy, delegatedTo } = delegation.values
  const here = await personsAtWork(
    ctx,
    [delegatedBy, delegatedTo].flatMap((person) => person ?? []),
  )
  const subject = { type: 'delegation', id: delegation.id, reference: null, href: hrefOf(delegation) }
  await syncTasks(
    ctx,
    subject,
    'delegation.',
    delegationTasks(delegation, new Set(here.keys()), await isOwnHand(ctx, delegation.id), ctx.now),
  )
}

/** Somebody has left, or come back: what they gave or were given is looked at again. */
export async function syncDelegationsOf(ctx: Ctx, person: string): Promise<void> {
  for (const id of await idsOf(ctx, person)) {
    const delegation = await store.lock(ctx, id)
    if (delegation) await syncDelegation(ctx, delegation)
  }
}
