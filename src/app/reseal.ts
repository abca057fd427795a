import type { Ctx } from '../kernel/ctx.ts'
import type { InOrganisation, Sweep } from '../kernel/jobs.ts'
import { addKey } from '../kernel/keys.ts'
import { isToBeResealed, noteResealed, type Resealed, resealSome, waitingIn } from '../kernel/reseal.ts'
import type { SealedIn } from '../kernel/sealed.ts'

/** Rows of one column sealed anew in a transaction: short enough that nobody waits for it. */
const batch = 100

/** `failed`: cannot be opened, since its key is gone or the bytes were changed. They stay as they are. */
export type Sum = { readonly done: number; readonly failed: number }

/** All that an older version has sealed in the organisation, some rows a transaction: broken off, the next goes on. */
export async function resealAll(inOrganisation: InOrganisation, organisationId: string, places: readonly SealedIn[]): Promise<Sum> {
  let [done, failed] = [0, 0]
  for (const place of places)
    for (let last: Resealed['last'] | undefined; last !== null; ) {
      const after = last ?? null
      const some = await inOrganisation(organisationId, (ctx) => resealSome(ctx, place, after, batch))
      done += some.done
      failed += some.failed
      last = some.last
    }
  await inOrganisation(organisationId, async (ctx) => {
    if ((await waitingIn(ctx, places)) === 0) await noteResealed(ctx)
  })
  return { done, failed }
}

/** Rounds between two that look whatever is noted: a process of an older version, beside this one, may have written in the clear. */
const unasked = 24 * 60

/** Looks once a minute for what a newer key has not sealed yet; and gives an organisation that has none its first. */
export function resealSweep(places: readonly SealedIn[]): Sweep {
  let rounds = 0
  return {
    name: 'reseal',
    everyMs: 60_000,
    run: async ({ organisationIds, inOrganisation }) => {
      const whatever = rounds++ % unasked === 0
      for (const id of organisationIds) {
        const state = await inOrganisation(id, firstOrState)
        if (state || whatever) await resealAll(inOrganisation, id, places)
      }
    },
  }
}

async function firstOrState(ctx: Ctx): Promise<boolean> {
  const state = await isToBeResealed(ctx)
  if (state === 'noKey') await addKey(ctx)
  return state !== 'no'
}
