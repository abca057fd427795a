import { join } from 'node:path'
import { sql } from 'kysely'
import { type Database, served } from '../../db/database.ts'
import { asOwner } from '../../db/transaction.ts'
import { clockwork } from '../../kernel/actor.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import type { InOrganisation } from '../../kernel/jobs.ts'
import { wrapAnew } from '../../kernel/keys.ts'
import { type KeyState, stateOfKeys } from '../../kernel/reseal.ts'
import { nameOfMaster } from '../../kernel/sealed.ts'
import { deleteKeys, renewKey } from '../../modules/audit/public.ts'
import { alsoSee } from '../../modules/organisation/public.ts'
import { sealedPlaces } from '../modules.ts'
import { resealAll } from '../reseal.ts'
import { houseOf } from '../start.ts'
import { houseKey, keyFile, mastersOf, oldKeyFile, renewKeyFile, wrapHouseKeyAnew } from '../store-sealing-key.ts'
import { clockworkIn } from '../worker.ts'
import { organisationsOf } from './audit.ts'
import { type Asked, type Errand, misunderstood, read } from './errand.ts'
import { openedFor } from './open.ts'

const usage = `Write one of:
  npm run keys                                  how the keys stand
  npm run keys -- renew sauda                   a new key for an organisation, and all it has sealed sealed anew (--all: for every one)
  npm run keys -- master                        wraps all keys anew by a new sealing key. Where the key is a file, stop every process first
  npm run keys -- delete sauda --for-good       deletes the keys of an organisation: nobody can read what it has sealed any more.
                                                Stop every process of Varde first: what they seal in the next minute would be lost too.
                                                Refused while one is seen on the database`

/**
 * `keys`: how they stand, and how they are changed. Each step is a transaction of its own that leaves everything readable: broken off, it is
 * done again, and goes on where it was. Varde may run meanwhile, on a server, but for two: keys are deleted, since a process goes on with one that it knows for up to
 * a minute; and a new sealing key is made in DATA_DIR, since a process reads that file when it starts.
 */
export const keys: Errand = async (asked) => {
  const { plain, unknown } = read(asked.words.filter((word) => word !== '--all' && word !== '--for-good'))
  const [deed, ...slugs] = plain
  const all = asked.words.includes('--all')
  const work =
    deed === undefined
      ? shown
      : deed === 'renew' && slugs.length > 0 !== all
        ? renewed(slugs)
        : deed === 'master' && slugs.length === 0
          ? mastered
          : deed === 'delete' && slugs.length === 1 && asked.words.includes('--for-good')
            ? deleted(slugs)
            : null
  if (!work || unknown.length > 0) {
    asked.say(usage)
    return misunderstood
  }
  // Before anything is opened: a new sealing key in its file belongs to the one command that asks for it.
  if (work === mastered) await beginMaster(asked)
  return openedFor(asked.config, async (db) => {
    const masters = await mastersOf(asked.config, db)
    const house = houseOf(asked.config, await houseKey(db, masters), { enqueue: async () => {} }, masters)
    return work({ ...asked, db, house, inOrganisation: clockworkIn(db, house, asked.clock) })
  })
}

type With = Asked & { readonly db: Database; readonly house: House; readonly inOrganisation: InOrganisation }

async function shown(asked: With): Promise<number> {
  const { db, house, inOrganisation, say } = asked
  say(
    `The sealing key here is ${nameOfMaster(house.masters.newest)}${house.masters.older.map((one) => `, and before it ${nameOfMaster(one)}`).join('')}.`,
  )
  let well = true
  for (const { id, slug } of await organisationsOf(db, [], say)) {
    const state = await inOrganisation(id, (ctx) => stateOfKeys(ctx, sealedPlaces))
    say(`${slug}: ${saidOfState(state)}`)
    well &&= faultsOf(state).length === 0
  }
  return well ? 0 : 1
}

export const faultsOf = ({ versions }: KeyState): readonly string[] =>
  versions.flatMap(({ fault, wrappedBy }) => (fault !== null && wrappedBy !== null ? [fault] : []))

export const saidOfState = ({ versions, sealed, waiting }: KeyState): string => {
  const numbers = versions.map(({ version, wrappedBy }) => `${version}${wrappedBy === null ? ' (deleted)' : ''}`)
  const waits = Object.values(waiting).reduce((sum, one) => sum + one, 0)
  return `${numbers.length === 0 ? 'no key yet' : `key ${numbers.join(', ')}`}; ${sealed} sealed, ${waits} of them not yet by the newest key`
}

const renewed =
  (slugs: readonly string[]) =>
  async (asked: With): Promise<number> => {
    const { db, inOrganisation, say } = asked
    const chosen = await organisationsOf(db, slugs, say)
    let well = chosen.length > 0
    for (const { id, slug } of chosen) {
      const version = await inOrganisation(id, renewKey)
      if (version === undefined) say(`${slug}: somebody else made a new key at this very moment.`)
      const { done, failed } = await resealAll(inOrganisation, id, sealedPlaces)
      say(
        `${slug}: ${version === undefined ? '' : `key ${version} is made; `}${done} sealed anew${failed > 0 ? `, ${failed} cannot be opened and stay as they are` : ''}`,
      )
      well &&= failed === 0
    }
    say('What other processes seal with the key before it in the next minute is sealed anew by the worker.')
    return well ? 0 : 1
  }

/** In DATA_DIR the new key is made here; from the environment it is given, with the one before it beside. */
async function beginMaster({ config, say }: Asked): Promise<void> {
  if (config.sealingKey) return
  const dataDir = config.dataDir ?? './data'
  const stands = await openedFor(config, async (db) => {
    const { newest, older } = await mastersOf(config, db)
    await houseKey(db, { newest, older })
    if (older.length === 0) return (await runs({ db, config })) ? 'runs' : 'one'
    return (await wrappedByOthers(db, nameOfMaster(newest))) > 0 ? 'unfinished' : 'both'
  })
  if (stands === 'unfinished') return
  // A process reads the file when it starts: what is wrapped by a key that it has not read, it cannot open.
  if (stands === 'runs')
    throw new Error(
      'Varde runs on this database, and knows only the sealing key that it started with. Stop every process of it, and ask again.',
    )
  if (stands === 'both')
    throw new Error(
      `Everything is wrapped by ${join(dataDir, keyFile)} already. Keep ${join(dataDir, oldKeyFile)} with the backups that were made before, take it away from here, and ask again for a newer one.`,
    )
  await renewKeyFile(dataDir)
  say(
    `There is a new key in ${join(dataDir, keyFile)}, and the one before it in ${join(dataDir, oldKeyFile)}. Copy both to where the copy of the key is kept.`,
  )
}

async function mastered(asked: With): Promise<number> {
  const { db, house, say } = asked
  const name = nameOfMaster(house.masters.newest)
  if ((await wrappedByOthers(db, name)) === 0) {
    say(
      `All keys are wrapped by ${name}, the sealing key that is here. For a newer one, set it as SEALING_KEY and this one as SEALING_KEY_OLD.`,
    )
    return 0
  }
  let count = await wrapHouseKeyAnew(db, house.masters)
  for (const { id } of await organisationsOf(db, [], say)) count += await asOwnerOf(asked, id, wrapAnew)
  say(`${count} keys are wrapped anew by ${name}. Nothing that was sealed has changed.`)
  say(
    'Start every process with the new key, ask npm run doctor, and then take the old one away. Backups that were made before need the old one: keep it with them.',
  )
  return (await wrappedByOthers(db, name)) === 0 ? 0 : 1
}

const deleted =
  (slugs: readonly string[]) =>
  async (asked: With): Promise<number> => {
    const [one] = await organisationsOf(asked.db, slugs, asked.say)
    if (!one) return 1
    if (await runs(asked)) {
      asked.say(
        'Varde runs on this database. Stop every process of it first: what they seal with the key in the next minute could be read by nobody. Nothing is deleted.',
      )
      return 1
    }
    const count = await asOwnerOf(asked, one.id, deleteKeys)
    asked.say(
      `${count} keys of ${one.slug} are deleted for good. What they had sealed can be read by nobody, apart from what older backups hold.`,
    )
    return 0
  }

/**
 * Whether something serves or works on this database. An idle process lets its connections go and takes new ones, so it is looked for over
 * some seconds; a folder is locked by whoever has it open. Behind a pooler the connections are the pooler's, and nobody can tell.
 */
async function runs({ db, config }: Pick<With, 'db' | 'config'>): Promise<boolean> {
  if (db.kind === 'pglite') return false
  if (config.pooled)
    throw new Error(
      'Behind a pooler nobody can tell whether Varde still runs. Ask again with the address of the server itself in DATABASE_URL.',
    )
  for (let look = 0; look < looks; look++) {
    const { rows } = await sql<{ n: string }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and application_name = ${served}`.execute(db.owner)
    if (Number(rows[0]?.n) > 0) return true
    await new Promise((resolve) => setTimeout(resolve, betweenMs))
  }
  return false
}
const looks = 12
const betweenMs = 250

const asOwnerOf = <T>({ db, house, clock }: With, id: string, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  asOwner(db, async (tx) => {
    await alsoSee(tx, [id])
    return work({ tx, actor: clockwork(id, 1), now: clock(), house })
  })

async function wrappedByOthers(db: Database, name: string): Promise<number> {
  const ids = (await db.owner.selectFrom('organisation').select('id').execute()).map(({ id }) => id)
  return asOwner(db, async (tx) => {
    await alsoSee(tx, ids)
    const count = async (table: 'organisation_key' | 'house_key') =>
      Number(
        (
          await tx
            .selectFrom(table)
            .select((row) => row.fn.countAll().as('n'))
            .where('wrapped_by', '<>', name)
            .executeTakeFirstOrThrow()
        ).n,
      )
    return (await count('organisation_key')) + (await count('house_key'))
  })
}
