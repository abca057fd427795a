import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { localDate, startOfDay } from '../../../kernel/calendar/calendar.ts'
import type { Ctx, House, Tx } from '../../../kernel/ctx.ts'
import { newToken } from '../../../kernel/ids.ts'
import { mark } from '../../../kernel/seal.ts'
import { freeTries, knownDays, minuteOf, networkOf, secondsToWait, secondsUntilFree, type Window, windowMinutes } from './rules.ts'

/** One sign-in's counters, by marks: a plain hash would tell who tried, to whoever knows the addresses. */
export type Buckets = { readonly pair: string; readonly network: string; readonly known: string }

/** `device`: what the browser kept of an earlier sign-in to this very account. Its guesses are counted by themselves. */
export function bucketsOf(house: House, email: string, address: string, device: string | null): Buckets {
  const network = networkOf(address)
  const of = (text: string) => mark(house.houseKey, `attempt|${text}`).toString('base64url')
  const pair = of(`${email} ${network}`)
  return { pair: device === null ? `pair:${pair}` : `device:${of(device)}`, network: `network:${of(network)}`, known: `known:${pair}` }
}

/** What a browser keeps after a sign-in: nothing is stored, and it tells nobody whose it is. */
export function newDevice(house: House, accountId: string): string {
  return markedDevice(house, accountId, newToken())
}

/** The device, where this house gave it for this account; else null. */
export function deviceOf(house: House, accountId: string | undefined, device: string | null): string | null {
  const [nonce = ''] = (device ?? '').split('.')
  const [one, other] = [Buffer.from(device ?? ''), Buffer.from(markedDevice(house, accountId ?? '', nonce))]
  return accountId !== undefined && one.length === other.length && timingSafeEqual(one, other) ? device : null
}

const markedDevice = (house: House, accountId: string, nonce: string): string =>
  `${nonce}.${mark(house.houseKey, `device ${accountId} ${nonce}`).toString('base64url')}`

/**
 * Takes the pair for this transaction: guesses at one account from one network come one at a time, so a hundred sent at once
 * do not all pass before the first is counted. False: another is being answered; nothing waits and holds a connection.
 */
export async function takePair(tx: Tx, { pair }: Buckets): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${pair}, 0)) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

/** `known`: this account has signed in from this network before, or from this browser. */
export async function readWait(
  tx: Tx,
  buckets: Buckets,
  now: Date,
  byDevice = false,
): Promise<{ readonly seconds: number; readonly known: boolean }> {
  const rows = await tx
    .selectFrom('sign_in_attempt')
    .select(['bucket', 'window_start', 'failures'])
    .where('bucket', 'in', [buckets.pair, buckets.network, buckets.known])
    .where('window_start', '>', daysBefore(now, knownDays))
    .execute()
  const windows = (bucket: string): readonly Window[] =>
    rows.filter((row) => row.bucket === bucket).map((row) => ({ at: row.window_start, failures: row.failures }))
  const known = byDevice || windows(buckets.known).length > 0
  const pair = secondsToWait(windows(buckets.pair), freeTries.pair, now)
  const network = known ? 0 : secondsToWait(windows(buckets.network), freeTries.network, now)
  return { seconds: Math.max(pair, network), known }
}

export async function countFailure(tx: Tx, { pair, network }: Buckets, now: Date): Promise<void> {
  const window_start = minuteOf(now)
  await tx
    .insertInto('sign_in_attempt')
    .values([pair, network].map((bucket) => ({ bucket, window_start, failures: 1 })))
    .onConflict((conflict) => conflict.columns(['bucket', 'window_start']).doUpdateSet({ failures: sql`sign_in_attempt.failures + 1` }))
    .execute()
}

/** A right password forgets this pair's failures, never the network's: one known account would else buy endless tries at the others. */
export async function countSuccess(tx: Tx, { pair, known }: Buckets, now: Date): Promise<void> {
  await tx.deleteFrom('sign_in_attempt').where('bucket', 'in', [pair, known]).execute()
  await tx
    .insertInto('sign_in_attempt')
    .values({ bucket: known, window_start: now, failures: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Daily: what no rule reads any more. Answers how many rows went. */
export async function forgetAttempts(tx: Tx, now: Date): Promise<number> {
  const gone = await tx
    .deleteFrom('sign_in_attempt')
    .where((row) =>
      row.or([
        row('window_start', '<', daysBefore(now, knownDays)),
        row.and([
          row('failures', '>', 0),
          row('bucket', 'not like', `${unseen}%`),
          row('window_start', '<', new Date(now.getTime() - windowMinutes * 60_000)),
        ]),
      ]),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows) + (await forgetUnseen(tx, now))
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/**
 * A page without sign-in, where whoever asks is asked for by an address of their own: how many seconds whoever comes from this network must
 * wait; 0 lets them in, and is counted. Those from one network come one at a time, so that many sent at once do not all pass before the
 * first is counted. It keeps the minute: never where nobody may know when (`passUnseen`).
 */
export async function passDoor(ctx: Pick<Ctx, 'tx' | 'house' | 'now'>, open: string, address: string, free: number): Promise<number> {
  const of = mark(ctx.house.houseKey, `door|${open} ${networkOf(address)}`).toString('base64url')
  const bucket = `door:${of}`
  if (!(await takePair(ctx.tx, { pair: bucket, network: bucket, known: bucket }))) return 1
  const rows = await ctx.tx.selectFrom('sign_in_attempt').select(['window_start as at', 'failures']).where('bucket', '=', bucket).execute()
  const seconds = secondsToWait(rows, free, ctx.now)
  if (seconds > 0) return seconds
  await ctx.tx
    .insertInto('sign_in_attempt')
    .values({ bucket, window_start: minuteOf(ctx.now), failures: 1 })
    .onConflict((conflict) => conflict.columns(['bucket', 'window_start']).doUpdateSet({ failures: sql`sign_in_attempt.failures + 1` }))
    .execute()
  return 0
}

/**
 * The same for the doors where nothing finer than the day is kept (S4-131): what stands in the row is the day and how many. Its mark is of
 * that day alone and of one door, so that two deeds of a network cannot be put together when the day is over; then the row is gone too.
 */
export async function passUnseen(ctx: Pick<Ctx, 'tx' | 'house' | 'now'>, open: string, address: string, free: number): Promise<number> {
  const day = startOfDay(localDate(ctx.now))
  const of = mark(ctx.house.houseKey, `open door|${day.toISOString()}|${open} ${networkOf(address)}`).toString('base64url')
  const bucket = `${unseen}${of}`
  if (!(await takePair(ctx.tx, { pair: bucket, network: bucket, known: bucket }))) return 1
  await forgetUnseen(ctx.tx, ctx.now)
  const row = await ctx.tx.selectFrom('sign_in_attempt').select('failures').where('bucket', '=', bucket).executeTakeFirst()
  const seconds = secondsUntilFree(row?.failures ?? 0, free, ctx.now.getTime() - day.getTime())
  if (seconds > 0) return seconds
  await ctx.tx
    .insertInto('sign_in_attempt')
    .values({ bucket, window_start: day, failures: 1 })
    .onConflict((conflict) => conflict.columns(['bucket', 'window_start']).doUpdateSet({ failures: sql`sign_in_attempt.failures + 1` }))
    .execute()
  return 0
}

const unseen = 'open:'

/** Who came to which open door yesterday is nobody's to know. Answers how many rows went. */
export async function forgetUnseen(tx: Tx, now: Date): Promise<number> {
  const gone = await tx
    .deleteFrom('sign_in_attempt')
    .where('bucket', 'like', `${unseen}%`)
    .where('window_start', '<', startOfDay(localDate(now)))
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
