import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Database } from '../../db/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import type { Tx } from '../../kernel/ctx.ts'
import { logKey } from '../../kernel/log-seal.ts'
import { told, type Verdict, verifyLog } from '../../kernel/verify-log.ts'
import { exportedLog, sealsFile } from '../../modules/audit/public.ts'
import { mastersOf, readHouseKey } from '../store-sealing-key.ts'
import { type Errand, misunderstood, read } from './errand.ts'
import { openedFor } from './open.ts'

export type Organisation = { readonly id: string; readonly name: string; readonly slug: string }

/**
 * `audit:verify`: every organisation's log as it lies in the database, by the code that an auditor has: order, gaps, counts, seals, signatures,
 * and lines that stand in no seal. `--seals`: files of seals that were kept elsewhere, beside those of SEALS_DIR.
 */
export const verifyAudit: Errand = async ({ config, words, clock, say }) => {
  const { plain, of, unknown } = read(words, '--seals', '--key')
  if (unknown.length > 0) return unasked(say, unknown)
  const given = (await Promise.all(of('--seals').map((name) => readFile(name, 'utf8')))).flatMap((text) => text.split('\n'))
  return openedFor(config, async (db) => {
    const keys = [logKey(await readHouseKey(db, await mastersOf(config, db))).public, ...of('--key')]
    say(`The public key of this installation: ${keys[0]}`)
    const chosen = await organisationsOf(db, plain, say)
    let whole = chosen.length > 0
    for (const organisation of chosen) {
      const verdict = await verifyOrganisation(db, organisation.id, clock(), keys, [
        ...given,
        ...(await keptElsewhere(config.sealsDir, organisation.id)),
      ])
      say(`\n${organisation.name}\n${told(verdict)}`)
      whole &&= verdict.faults.length === 0
    }
    return whole ? 0 : 1
  })
}

export const verifyOrganisation = (
  db: Database,
  organisationId: string,
  now: Date,
  keys: readonly string[],
  outside: readonly string[],
): Promise<Verdict> => patiently(db, organisationId, (tx) => verifyLog(exportedLog(tx, organisationId, now), { keys, outside }))

/** `audit:export organisation file`: for an auditor, with the verifier beside it. */
export const exportAudit: Errand = async ({ config, words, clock, say }) => {
  const [slug, file, ...more] = words
  if (slug === undefined || file === undefined || more.length > 0) {
    say('Write which organisation and where to: npm run audit:export -- sauda log.ndjson')
    return misunderstood
  }
  return openedFor(config, async (db) => {
    const key = logKey(await readHouseKey(db, await mastersOf(config, db))).public
    const [organisation] = await organisationsOf(db, [slug], say)
    if (!organisation) return 1
    // Never over another file: an export is evidence.
    await patiently(db, organisation.id, (tx) =>
      writeFile(file, Readable.from(ended(exportedLog(tx, organisation.id, clock()))), { flag: 'wx', mode: 0o600 }),
    )
    const program = await besideIt(file)
    say(`The log of ${organisation.name} is in ${file}. The auditor runs, where there is Node.js and nothing else:`)
    say(`  node ${program} ${file} --key ${key} --seals <seals that were kept elsewhere>`)
    say('Give the key and the seals by another road than the log: whoever could change the one could change the other.')
    return 0
  })
}

/** The verifier as it was built; where nothing is built, its source, which newer Node.js reads too. */
async function besideIt(file: string): Promise<string> {
  const from = (extension: string) => join(import.meta.dirname, `../../kernel/verify-log.${extension}`)
  const program = `${file}.verify-log.mjs`
  return copyFile(from('js'), program).then(
    () => program,
    async () => {
      await copyFile(from('ts'), `${file}.verify-log.mts`)
      return `${file}.verify-log.mts`
    },
  )
}

async function* ended(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

/** A large log takes longer than any page may. */
const patiently = <T>(db: Database, organisationId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inOrganisations(db, [organisationId], async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    return work(tx)
  })

const keptElsewhere = async (folder: string | null, organisationId: string): Promise<readonly string[]> =>
  folder === null ? [] : (await readFile(sealsFile(folder, organisationId), 'utf8').catch(() => '')).split('\n')

/** All of them, or those that are called so in addresses; none, and said so, where one is not there. */
export async function organisationsOf(
  db: Database,
  slugs: readonly string[],
  say: (line: string) => void,
): Promise<readonly Organisation[]> {
  const all = await db.owner.selectFrom('organisation').select(['id', 'name', 'slug']).orderBy('slug').execute()
  const lacking = slugs.filter((slug) => !all.some((one) => one.slug === slug))
  if (lacking.length > 0) say(`There is no organisation ${lacking.join(', ')}. There are: ${all.map(({ slug }) => slug).join(', ')}.`)
  if (all.length === 0) say('There is no organisation yet.')
  return lacking.length > 0 ? [] : all.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
}

const unasked = (say: (line: string) => void, unknown: readonly string[]): number => {
  say(`This command knows no ${unknown.join(', ')}.`)
  return misunderstood
}
