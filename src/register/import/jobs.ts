import type { Actor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId } from '../../kernel/ids.ts'
import { type Handler, type InOrganisation, paced, type Sweep } from '../../kernel/jobs.ts'
import { undoMs } from './commands.ts'
import { importForWorker, silentImports } from './queries.ts'
import { forgetRows, setImport } from './store.ts'

/** Whoever set an import going, with the roles of today; undefined once they have left. */
type ActorOf = (ctx: Ctx, personId: string) => Promise<Actor | undefined>
type Steps = (register: string) => ((ctx: Ctx, id: string, most: number) => Promise<boolean>) | undefined

/**
 * Does the rows of an import, some a transaction, with the rights of whoever set it going. A worker that dies loses the rows of one
 * transaction, and the next one goes on from there. After the last try the import says where it stopped.
 */
export const importHandler =
  (inOrganisation: InOrganisation, actorOf: ActorOf, steps: Steps): Handler =>
  async ({ organisationId, id }, { last }) => {
    if (!isId(organisationId) || !isId(id)) return
    const next = (most: number) =>
      inOrganisation(organisationId, async (ctx) => {
        const found = await importForWorker(ctx, id)
        const step = found && steps(found.register)
        if (!step) return false
        const actor = await actorOf(ctx, found.actingId)
        if (actor) return step({ ...ctx, actor }, id, most)
        await setImport(ctx, id, { stopped: 'left' })
        return false
      })
    try {
      await paced(next)
    } catch (fault) {
      if (last) await inOrganisation(organisationId, (ctx) => setImport(ctx, id, { stopped: 'fault' }))
      throw fault
    }
  }

/** Imports that nobody goes on with are put in the queue again, and rows that nothing is done with any more are deleted. */
export const importSweep: Sweep = {
  name: 'imports',
  everyMs: 60_000,
  run: async ({ organisationIds, inOrganisation, now }) => {
    for (const organisationId of organisationIds)
      await inOrganisation(organisationId, async (ctx) => {
        for (const { id } of await silentImports(ctx, new Date(now.getTime() - 60_000)))
          await ctx.house.enqueue(ctx.tx, 'import', { organisationId, id })
        await forgetRows(ctx, new Date(now.getTime() - undoMs))
      })
  },
}
