import { timingSafeEqual } from 'node:crypto'
import type { Ctx, House } from '../../../kernel/ctx.ts'
import { isId, newToken } from '../../../kernel/ids.ts'
import type { Begun } from '../../../kernel/openid.ts'
import { mark, seal, unseal } from '../../../kernel/seal.ts'
import { linkingHours, underWayMinutes } from './rules.ts'

// What is kept by browsers and in addresses while somebody is on the way, and by nobody else: sealed, or signed.

/** `to`: where the person wanted to go. `link`: the invitation that they came by. */
export type UnderWay = Begun & {
  readonly organisationId: string
  readonly providerId: string
  readonly to: string
  readonly link: string | null
  readonly until: number
}

export function sealUnderWay(house: House, now: Date, underWay: Omit<UnderWay, 'until'>): string {
  const until = now.getTime() + underWayMinutes * 60_000
  return seal(keyOf(house), JSON.stringify({ ...underWay, until }), 'openid under way').toString('base64url')
}

/** Undefined where it is none of ours, or of another provider, or too old. */
export function openUnderWay(
  house: House,
  now: Date,
  kept: string | null,
  organisationId: string,
  providerId: string,
): UnderWay | undefined {
  try {
    const found = JSON.parse(unseal(keyOf(house), Buffer.from(kept ?? '', 'base64url'), 'openid under way')) as UnderWay
    const isThis = found.organisationId === organisationId && found.providerId === providerId
    return isThis && found.until > now.getTime() ? found : undefined
  } catch {
    return undefined
  }
}

const keyOf = (house: House) => mark(house.sealingKey, 'openid under way')

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
  `${personId}.${until}.${nonce}.${mark(house.sealingKey, `openid link|${organisationId}|${personId}|${until}|${nonce}|${state}`).toString('base64url')}`
