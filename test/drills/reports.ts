import { sql } from 'kysely'
import { openDatabase } from '../../src/db/database.ts'
import { inOrganisations } from '../../src/db/transaction.ts'
import { newId } from '../../src/kernel/ids.ts'
import { inHours } from '../support/journey.ts'
import { pause } from './processes.ts'

// Employees who report, and keep the number that they were shown: what was acknowledged must be there in the end, once.

export type Journal = {
  readonly marker: string
  /** The id that a form was sent with, and the number that its sender was shown. */
  readonly numbers: Map<string, string>
  /** When each was acknowledged, in milliseconds of this process. */
  readonly at: number[]
  /** Answers that were no receipt, by status; 0: none came. */
  readonly others: Map<number, number>
}
export const newJournal = (marker: string): Journal => ({ marker, numbers: new Map(), at: [], others: new Map() })

export async function signIn(url: string, person: string): Promise<string> {
  const answer = await fetch(`${url}/demo/logg-inn`, {
    method: 'POST',
    headers: { origin: url },
    body: new URLSearchParams({ person }),
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`${person} could not sign in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
}

/** Reports until `goOn` says no; each form is sent again until there is a receipt, as anybody would. */
export async function reporter(url: string, cookie: string, journal: Journal, goOn: () => boolean): Promise<void> {
  const unit = await unitIn(url, cookie)
  while (goOn()) {
    const id = newId(new Date())
    for (;;) {
      const said = await send(url, cookie, id, unit, journal.marker)
      if (typeof said === 'string') {
        journal.numbers.set(id, said)
        journal.at.push(performance.now())
        break
      }
      journal.others.set(said, (journal.others.get(said) ?? 0) + 1)
      if (said >= 400 && said < 500) throw new Error(`A report was refused with ${said}.`)
      await pause(50)
    }
  }
}

async function unitIn(url: string, cookie: string): Promise<string> {
  const page = await (await fetch(`${url}/avvik/ny`, { headers: { cookie } })).text()
  return /<select[^>]*name="affectedUnit"[\s\S]*?<option value="([0-9a-f-]{36})"[^>]*selected/.exec(page)?.[1] ?? ''
}

/** The number of the receipt, or the status of what came in its place; 0 where nothing did. */
async function send(url: string, cookie: string, id: string, unit: string, marker: string): Promise<string | number> {
  try {
    const body = new URLSearchParams({
      id,
      personalData: 'yes',
      whatHappened: marker,
      affectedUnit: unit,
      discoveredAt: inHours(-1),
      knapp: 'send',
    })
    const answer = await fetch(`${url}/avvik`, { method: 'POST', headers: { cookie, origin: url }, body, redirect: 'manual' })
    await answer.arrayBuffer()
    const location = answer.headers.get('location')
    if (answer.status !== 303 || !location) return answer.status === 303 ? 0 : answer.status
    const receipt = await fetch(`${url}${location}`, { headers: { cookie } })
    const text = await receipt.text()
    return /(?<![\w-])20\d\d-\d{4,}(?![\w-])/.exec(text)?.[0] ?? receipt.status
  } catch {
    return 0
  }
}

export type Stored = {
  readonly cases: number
  readonly numbers: number
  readonly sent: number
  readonly missing: number
  readonly other: number
}
/** What is in the tables in the end. `missing`: acknowledged and not there; `other`: there with another number than was shown. */
export async function storedIn(databaseUrl: string, { marker, numbers }: Journal): Promise<Stored> {
  const db = await openDatabase({ url: databaseUrl, dataDir: null, poolSize: 1, waitMs: 20_000 })
  try {
    const all = await db.owner.selectFrom('organisation').select('id').execute()
    return await inOrganisations(
      db,
      all.map(({ id }) => id),
      async (tx) => {
        const { rows } = await sql<{ id: string; number: string; sent: number }>`
          select d.id, d.year || '-' || lpad(d.number::text, 4, '0') as number,
            (select count(*)::int from audit_event e where e.organisation_id = d.organisation_id and e.type = 'deviation.submitted' and e.subject_id = d.id) as sent
          from deviation d where d.what_happened = ${marker} and d.status <> 'draft'`.execute(tx)
        const there = new Map(rows.map((row) => [row.id, row.number]))
        const shown = [...numbers]
        return {
          cases: rows.length,
          numbers: new Set(rows.map((row) => row.number)).size,
          sent: rows.reduce((sum, row) => sum + row.sent, 0),
          missing: shown.filter(([id]) => !there.has(id)).length,
          other: shown.filter(([id, number]) => there.has(id) && there.get(id) !== number).length,
        }
      },
    )
  } finally {
    await db.close()
  }
}

/** The longest time between two receipts, in milliseconds, from `since` on. */
export function longestGap(at: readonly number[], since: number): number {
  const after = [since, ...at.filter((one) => one >= since).toSorted((a, b) => a - b)]
  return Math.max(0, ...after.slice(1).map((one, n) => one - (after[n] ?? one)))
}
