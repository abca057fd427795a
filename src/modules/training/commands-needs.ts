import type { Outcome } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { leaderOfPerson } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { decideNeed as decided, needTasks, reportNeed as reported } from './rules.ts'
import { needStore } from './store.ts'
import { texts } from './texts.ts'
import type { Decision, Need, NeedEvent, Reported } from './training.ts'

type Done = Promise<Outcome<Need, NeedEvent>>
const at = ({ id }: Need) => `/opplaeringsbehov/${id}`

/** To the nearest leader; where there is none, to those who coordinate. `id`: the one its page made, so that a double press sends once. */
export async function reportNeed(ctx: Ctx, id: string, needed: Reported): Done {
  const leader = (await leaderOfPerson(ctx, ctx.actor.personId))?.id ?? null
  const to = { leader, unit: ctx.actor.unitId }
  const outcome = await needStore.add(ctx, id, needed as Need['values'], (newId) => reported(newId, needed, to, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next)
  await tell(ctx, {
    kind: 'training_need.reported',
    title: inAll((locale) => texts(locale).messages.needReported),
    to: leader === null ? { roles: ['ciso', 'dpo'] } : { persons: [leader] },
    reference: null,
    href: at(outcome.next),
  })
  return outcome
}

/** What is decided returns to whoever reported it. */
export async function decideNeed(ctx: Ctx, id: string, version: number | null, decision: Decision): Done {
  const outcome = await decide(ctx, needStore, id, version, (need) => decided(need, decision, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next)
  const { reportedBy } = outcome.next.values
  if (reportedBy !== null && reportedBy !== ctx.actor.personId)
    await tell(ctx, {
      kind: 'training_need.decided',
      title: inAll((locale) => texts(locale).messages.needDecided),
      to: { persons: [reportedBy] },
      reference: null,
      href: at(outcome.next),
    })
  return outcome
}

const follow = (ctx: Ctx, need: Need) =>
  syncTasks(
    ctx,
    { type: 'training_need', id: need.id, reference: null, href: at(need) },
    'training_need.',
    needTasks(need, (locale) => texts(locale).tasks[need.values.status === 'planned' ? 'needPlanned' : 'need']),
  )
