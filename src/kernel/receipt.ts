import { localDate, startOfDay } from './calendar/calendar.ts'
import { carried, carry, type Use } from './carried.ts'
import type { Ctx } from './ctx.ts'
import { idFrom } from './ids.ts'
import { mark } from './seal.ts'

// What somebody without an account is left with: a code. It is nowhere in the database, in no address, and nobody but whoever has it can
// make it again. `what`: the kind of thing it reads, so that a code of one kind opens nothing of another.

/**
 * As of midnight: what is kept of when is the day, in every row that follows and in its id, so that nobody can hold it against who was
 * where, or against the log of another machine (S4-131).
 */
export const atMidnight = (ctx: Ctx): Ctx => ({ ...ctx, now: startOfDay(localDate(ctx.now)) })

/**
 * The record that this page makes of these words: sent twice it is one, and with other words another. The page's own id is kept nowhere, so
 * whoever reads the record later, and knows its id and its words, cannot come to its receipt.
 */
export const openId = (ctx: Ctx, what: string, page: string, words: string | null): string => {
  const { actor, house } = ctx
  return idFrom(atMidnight(ctx).now, mark(house.houseKey, `open ${what}|${actor.organisationId}|${page}|${words}`))
}

/** No letter that is taken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 4
const groupLength = 5

/** A hundred bits, in four groups that can be written down: follows from the record and from the key of the house. */
export function receiptCode({ actor, house }: Ctx, what: string, id: string): string {
  const bytes = mark(house.houseKey, `${what} code|${actor.organisationId}|${id}`)
  const signs = [...bytes.subarray(0, groups * groupLength)].map((byte) => letters[byte % letters.length])
  return Array.from({ length: groups }, (_, at) => signs.slice(at * groupLength, (at + 1) * groupLength).join('')).join('-')
}

/** As it was written down: without the strokes, in small letters, with an O for a 0. */
const plain = (code: string) =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/** What is kept of a code: finds the record again for whoever has it. */
export const receiptMark = ({ actor, house }: Ctx, what: string, code: string): string =>
  mark(house.houseKey, `${what} mark|${actor.organisationId}|${plain(code)}`).toString('hex')

const minutesOpen = 30
const place = ({ actor }: Ctx, what: string): Use => ({
  name: `${what} read`,
  whose: actor.organisationId,
  minutes: minutesOpen,
  block: 64,
})

/** Where the record is read for a while: what stands in the address opens nothing afterwards. */
export const sealedPlace = (ctx: Ctx, what: string, id: string): string => carry(ctx, place(ctx, what), id)

/** The record's id; undefined once the while is over, and for what this house has not sealed. */
export const placeIn = (ctx: Ctx, what: string, sealed: string): string | undefined => carried(ctx, place(ctx, what), sealed)
