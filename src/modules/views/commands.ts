import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { takeTurn } from '../../kernel/once.ts'
import { rules } from './rules.ts'
import { nameStands, opensAlone, removing, store } from './store.ts'
import type { SavedView, ViewEvent, ViewValues } from './view.ts'

type Done = Promise<Outcome<SavedView, ViewEvent>>

/** `id`: the one its page made, so that a double press saves once. */
export const saveView = (ctx: Ctx, id: string, values: ViewValues): Done =>
  alone(
    ctx,
    store.add(ctx, id, values, async (newId) =>
      (await nameStands(ctx, newId, values)) ? refuse('nameTaken', ['name']) : rules.add(newId, values, ctx.actor),
    ),
  )

export async function changeView(ctx: Ctx, id: string, version: number | null, values: ViewValues): Done {
  await takeTurn(ctx, store.subject)
  if (await nameStands(ctx, id, values)) return refuse('nameTaken', ['name'])
  return alone(
    ctx,
    store.edit(ctx, id, version, values, (record) => rules.edit(record, values, ctx.actor)),
  )
}

export const removeView = (ctx: Ctx, id: string, version: number | null): Done =>
  decide(ctx, removing, id, version, (record) => rules.remove(record, ctx.actor))

async function alone(ctx: Ctx, done: Done): Done {
  const outcome = await done
  if (outcome.ok && outcome.next.values.opens === 'yes') await opensAlone(ctx, outcome.next)
  return outcome
}
