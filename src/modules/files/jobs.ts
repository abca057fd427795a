import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isId } from '../../kernel/ids.ts'
import type { Handler, InOrganisation, Sweep } from '../../kernel/jobs.ts'
import type { Vault } from '../../kernel/vault.ts'
import type { FileEvent } from './file.ts'
import type { Scanner } from './jobs-scanner.ts'
import { clearFiles, findFile, keyOf, nobodysContents, waitingFiles } from './queries.ts'
import { stateAfter } from './rules.ts'
import { lockClear, lockFile, setSealed, setState } from './store.ts'
import { keepSealed, nameOf, newSealing, openContent } from './store-content.ts'

/**
 * Asks the scanner about one file. The transaction is not open meanwhile. Without its exact answer the file stays where nobody can
 * open it, and is asked about again (G-20).
 */
export const scanHandler =
  (inOrganisation: InOrganisation, vault: Vault, scan: Scanner): Handler =>
  async ({ organisationId, id }) => {
    if (!isId(organisationId) || !isId(id)) return
    const [file, key] = await inOrganisation(organisationId, async (ctx) => [await findFile(ctx, id), await keyOf(ctx, id)] as const)
    if (file?.state !== 'waiting' || file.removedAt) return
    const content = await openContent(vault, organisationId, id, key)
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
    const names = await vault.namedAfter(organisationId, id)
    const nobodys = await inOrganisation(organisationId, (ctx) => nobodysContents(ctx, names))
    for (const name of nobodys) await vault.remove(organisationId, name)
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
        return nobodysContents(ctx, old)
      })
      for (const name of nobodys) await vault.remove(organisationId, name)
      await sealOld(vault, organisationId, inOrganisation)
    }
  },
})

const mostSealed = 500

/**
 * Seals what came before files were sealed. A large one takes longer than a transaction may stand, so the row is written when its content is there, and
 * of two who seal the same file the second finds it sealed. What lies in the clear is left until the next round, for those who are reading it: broken off
 * anywhere, the row says which is its content, and what it does not name goes within the hour.
 */
async function sealOld(vault: Vault, organisationId: string, inOrganisation: InOrganisation): Promise<void> {
  for (const id of await inOrganisation(organisationId, (ctx) => clearFiles(ctx, mostSealed))) {
    const lying = await vault.open(organisationId, nameOf(id, null))
    if (!lying) continue
    const sealing = newSealing()
    const folder = vault.incoming(randomUUID())
    await keepSealed(vault, organisationId, id, sealing, lying, join(folder, id)).finally(() =>
      rm(folder, { recursive: true, force: true }),
    )
    const isOurs = await inOrganisation(organisationId, async (ctx) => {
      const file = await lockClear(ctx, id)
      if (file) await setSealed(ctx, file, { ...sealing, sha256: file.sha256 })
      return file !== undefined
    })
    if (!isOurs) await vault.remove(organisationId, nameOf(id, sealing.as))
  }
}
