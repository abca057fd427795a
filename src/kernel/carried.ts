import type { Ctx } from './ctx.ts'
import { mark, seal, unseal } from './seal.ts'

// What a page, a cookie or an address carries for us until it comes back: sealed with a key of its own for each use, good for a while, and
// kept nowhere. It tells nothing to whoever carries it, and cannot be changed, lent to another or used for something else.

/** `name`: what it is for. `whose`: the person, account or organisation that it is bound to. `block`: filled up to whole blocks of bytes. */
export type Use = { readonly name: string; readonly whose: string; readonly minutes: number; readonly block?: number }
type Inside = Pick<Ctx, 'house' | 'now'>

export function carry({ house, now }: Inside, { name, whose, block }: Use, content: unknown): string {
  const text = JSON.stringify({ content, at: now.getTime() })
  return seal(mark(house.houseKey, name), text, whose, block).toString('base64url')
}

/** Undefined where it is none of ours, was changed, is another's, or is too old (or, where a clock was put back, too new). */
export function carried<Content>({ house, now }: Inside, { name, whose, minutes }: Use, letters: string | null): Content | undefined {
  try {
    const bytes = Buffer.from(letters ?? '', 'base64url')
    if (bytes.toString('base64url') !== letters) return undefined
    const { content, at } = JSON.parse(unseal(mark(house.houseKey, name), bytes, whose)) as { content: Content; at: number }
    return Math.abs(now.getTime() - at) < minutes * 60_000 ? content : undefined
  } catch {
    return undefined
  }
}
