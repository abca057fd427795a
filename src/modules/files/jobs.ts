import { isId } from '../../kernel/ids.ts'
import type { Handler, InOrganisation, Sweep } from '../../kernel/jobs.ts'
import type { Vault } from '../../kernel/vault.ts'
import type { FileEvent } from './file.ts'
import type { Scanner } from './jobs-scanner.ts'
import { findFile, nobodysFiles, waitingFiles } from './queries.ts'
import { stateAfter } from './rules.ts'
import { lockFile, setState } from './store.ts'

/**
 * Asks the scanner about one file. The transaction is not open meanwhile. Without its exact answer the file stays where nobody can
 * open it, and is asked about again (G-20).
 */
export const scanHandler =
  (inOrganisation: InOrganisation, vault: Vault, scan: Scanner): Handler =>
  async ({ organisationId, id }) => {
    if (!isId(organisationId) || !isId(id)) return
    const file = await inOrganisation(organisationId, (ctx) => findFile(ctx, id))
    if (file?.state !== 'waiting' || file.removedAt) return
    const content = await vault.open(organisationId, id)
    if (!content) throw Object.assign(new Error('The content of a file is gone.'), { code: 'gone' })
    const answer = await scan(content)
    const state = stateAfter(answer)
    if (!state) throw Object.assign(new Error(`The scanner gave no answer: ${answer}`), { code: 'scanner' })
    await inOrganisation(organisationId, async (ctx) => {
      const now = await lockFile(ctx, id)
      if (now?.state === 'waiting') await setState(ctx, id, state, [{ type: 'file.scanned', state } satisfies FileEvent])
    })
  }

/** Takes the content of a removed file from the disk. Once more does no harm. */
export const removalHandler =
  (inOrganisation: InOrganisation, vault: Vault): Handler =>
  async ({ organisationId, id }) => {
    if (!isId(organisationId) || !isId(id)) return
    const [nobodys] = await inOrganisation(organisationId, (ctx) => nobodysFiles(ctx, [id]))
    if (nobodys) await vault.remove(organisationId, nobodys)
  }

const minute = 60_000

/** What waits for the scanner with no job that fetches it; and content that no record names, as after a transaction that was undone, or of a request that was cut off. */
export const fileSweep = (vault: Vault): Sweep => ({
  name: 'files',
  everyMs: 10 * minute,
  run: async ({ organisationIds, inOrganisation, now }) => {
    // No request takes so long.
    await vault.forgetIncoming(new Date(now.getTime() - 60 * minute))
    for (const organisationId of organisationIds) {
      const old = await vault.keptBefore(organisationId, new Date(now.getTime() - 60 * minute))
      const nobodys = await inOrganisation(organisationId, async (ctx) => {
        for (const id of await waitingFiles(ctx, new Date(now.getTime() - 10 * minute), 500))
          await ctx.house.enqueue(ctx.tx, 'scan', { organisationId, id })
        return nobodysFiles(ctx, old.filter(isId))
      })
      for (const id of nobodys) await vault.remove(organisationId, id)
    }
  },
})
