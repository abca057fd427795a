import { timingSafeEqual } from 'node:crypto'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { mark } from '../../kernel/seal.ts'
import { alsoSee } from '../organisation/public.ts'
import { loadActor } from '../people/public.ts'
import type { FeedEvent } from './calendar.ts'
import { readAgain } from './rules.ts'
import { insertFeed, lockFeed, revokeFeeds, writeRead } from './store.ts'

/** A new address; the one before it no longer works. */
export async function makeFeed(ctx: Ctx): Promise<void> {
  await takeTurn(ctx, `calendar:${ctx.actor.personId}`)
  await revokeFeeds(ctx, ctx.actor.personId)
  const id = newId(ctx.now)
  await insertFeed(ctx, id)
  await record(ctx, { type: 'person', id: ctx.actor.personId }, [{ type: 'calendar.feedMade' } satisfies FeedEvent])
}

export const revokeFeed = (ctx: Ctx): Promise<void> => revokeFeedOf(ctx, ctx.actor.personId)

/** Also of somebody who has left: it does not open again should they come back. */
export async function revokeFeedOf(ctx: Ctx, personId: string): Promise<void> {
  if ((await revokeFeeds(ctx, personId)) > 0)
    await record(ctx, { type: 'person', id: personId }, [{ type: 'calendar.feedRevoked' } satisfies FeedEvent])
}

/** The secret part of the address: which row it is, and a mark that only the house's key makes. */
export function feedKey(ctx: Pick<Ctx, 'house'>, organisationId: string, id: string): string {
  const bytes = Buffer.from(`${organisationId}${id}`.replaceAll('-', ''), 'hex')
  return Buffer.concat([bytes, feedMark(ctx, organisationId, id)]).toString('base64url')
}

const feedMark = ({ house }: Pick<Ctx, 'house'>, organisationId: string, id: string) =>
  mark(house.houseKey, `calendar|${organisationId}|${id}`)

/**
 * Whoever the address was made for, as they are today; 'busy' where it is read too often. Undefined for an address that was revoked, that
 * nobody made, or whose owner no longer works here: the same for all three.
 */
export async function readFeed(ctx: Ctx, key: string) {
  const bytes = Buffer.from(key, 'base64url')
  if (bytes.length !== 64 || bytes.toString('base64url') !== key) return undefined
  const [organisationId, id] = [uuidOf(bytes.subarray(0, 16)), uuidOf(bytes.subarray(16, 32))]
  if (!isId(organisationId) || !isId(id) || !timingSafeEqual(bytes.subarray(32), feedMark(ctx, organisationId, id))) return undefined
  await alsoSee(ctx.tx, [organisationId])
  const feed = await lockFeed(ctx, organisationId, id)
  const signed = feed && (await loadActor(ctx.tx, organisationId, feed.personId, ctx.now))
  if (!feed || !signed) return undefined
  const reads = readAgain({ from: feed.hourFrom, count: feed.hourReads }, ctx.now)
  if (!reads) return 'busy'
  await writeRead(ctx, organisationId, id, reads)
  return signed
}

const uuidOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
