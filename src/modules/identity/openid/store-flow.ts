import { timingSafeEqual } from 'node:crypto'
import { carried, carry, type Use } from '../../../kernel/carried.ts'
import type { Ctx, House } from '../../../kernel/ctx.ts'
import { isId, newToken } from '../../../kernel/ids.ts'
import type { Begun } from '../../../kernel/openid.ts'
import { mark } from '../../../kernel/seal.ts'
import { linkingHours, underWayMinutes } from './rules.ts'

// What is kept by browsers and in addresses while somebody is on the way, and by nobody else: sealed, or signed.

/** `to`: where the person wanted to go. `link`: the invitation that they came by. */
export type UnderWay = Begun & {
  readonly organisationId: string
  readonly providerId: string
  readonly to: string
  readonly link: string | null
}

export function sealUnderWay(house: House, now: Date, underWay: UnderWay): string {
  return carry({ house, now }, use, underWay)
}

/** Undefined where it is none of ours, or of another provider, or too old. */
export function openUnderWay(
  house: House,
  now: Date,
  kept: string | null,
  organisationId: string,
  providerId: string,
): UnderWay | undefined {
  const found = carried<UnderWay>({ house, now }, use, kept)
  return found?.organisationId === organisationId && found.providerId === providerId ? found : undefined
}

const use: Use = { name: 'openid under way', whose: 'a browser', minutes: underWayMinutes }

/**
 * A link that lets whoever holds it be linked as one person: signed, and over how often that person has been linked, so that being linked
 * ends it. `state`: what there is of links.
 */
export function linkToken({ house, now }: Pick<Ctx, 'house' | 'now'>, organisationId: string, personId: string, state: string): string {
  return signed(house, organisationId, personId, Math.floor(now.getTime() / 1000) + linkingHours * 3600, newToken(), state)
}

/** Whose link it says it is; whether it holds says `holdsLink`. */
export function personIn(token: string): string | undefined {
  const [personId = ''] = token.split('.')
  return isId(personId) ? personId : undefined
}

export function holdsLink({ house, now }: Pick<Ctx, 'house' | 'now'>, token: string, organisationId: string, state: string): boolean {
  const [personId = '', seconds = '', nonce = ''] = token.split('.')
  const until = /^\d{9,11}$/.test(seconds) ? Number(seconds) : 0
  if (until * 1000 < now.getTime()) return false
  const [given, right] = [Buffer.from(token), Buffer.from(signed(house, organisationId, personId, until, nonce, state))]
  return given.length === right.length && timingSafeEqual(given, right)
}

const signed = (house: House, organisationId: string, personId: string, until: number, nonce: string, state: string): string =>
  `${personId}.${until}.${nonce}.${mark(house.houseKey, `openid link|${organisationId}|${personId}|${until}|${nonce}|${state}`).toString('base64url')}`
