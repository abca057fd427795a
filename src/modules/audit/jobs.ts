import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDue } from '../../kernel/audit-later.ts'
import type { Sweep } from '../../kernel/jobs.ts'
import { type SignedSeal, sealIn } from '../../kernel/verify-log.ts'
import { sealWaiting } from './commands.ts'
import { signedSealsAfter } from './queries-sealed.ts'

const batch = 500

/** Writes the lines that were kept until their hour or day was over (kernel/audit-later.ts). */
export const logSweep: Sweep = {
  name: 'log',
  everyMs: 60_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const organisationId of organisationIds) {
      while ((await inOrganisation(organisationId, (ctx) => writeDue(ctx, batch))) === batch);
    }
  },
}

const underOneSeal = 5_000

/** Seals what was written since the last minute, each organisation's lines under a seal of their own. */
export const sealSweep: Sweep = {
  name: 'seal',
  everyMs: 60_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const organisationId of organisationIds) {
      while ((await inOrganisation(organisationId, (ctx) => sealWaiting(ctx, underOneSeal))) === underOneSeal);
    }
  },
}

export const sealsFile = (folder: string, organisationId: string): string => join(folder, `${organisationId}.ndjson`)

/**
 * Keeps each seal in a folder too, one file an organisation, added to and never changed. Best on another machine, where whoever looks after
 * the database may not write. What was not carried yet, as while the folder was away, is carried at the next round.
 */
export const carrySweep = (folder: string): Sweep => ({
  name: 'carry-seals',
  everyMs: 60_000,
  run: async ({ organisationIds, inOrganisation }) => {
    for (const organisationId of organisationIds) {
      const file = sealsFile(folder, organisationId)
      const last = await lastIn(file)
      const seals = await inOrganisation(organisationId, ({ tx }) => signedSealsAfter(tx, organisationId, last))
      if (seals.length > 0) await appendFile(file, seals.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 })
    }
  },
})

async function lastIn(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return ''
    throw fault
  })
  // A line that was cut short, as by a full disk, is carried again; the half of it stands, and is seen.
  const whole = text.split('\n').flatMap((line) => numberIn(line) ?? [])
  return whole.at(-1) ?? 0
}

function numberIn(line: string): number | null {
  try {
    return sealIn((JSON.parse(line) as SignedSeal).seal)?.number ?? null
  } catch {
    return null
  }
}
