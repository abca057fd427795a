import { localDate, startOfDay } from '../../kernel/calendar/calendar.ts'
import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { mark, seal, unseal } from '../../kernel/seal.ts'
import { arrived, type Done } from './commands.ts'
import type { AskingOpenly, Question } from './question.ts'
import * as rules from './rules.ts'
import { insertQuestion, readMarked, readQuestion } from './store.ts'

// Of somebody without an account. They are given a code, and read the answer with it: it is nowhere in the database, in no address, and
// nobody but whoever has it can make it again.

/** `id`: the one its page made, so that a double press asks once. */
export async function askOpenly(ctx: Ctx, id: string, asking: AskingOpenly): Done {
  const stands = await readQuestion(ctx, id)
  if (stands && stands.values.receiptMark !== null && stands.values.about === asking.about) return refuse('nothingChanged')
  const given = stands ? newId(ctx.now) : id
  const day = startOfDay(localDate(ctx.now))
  const outcome = rules.sendOpenly(given, asking, markOf(ctx, codeOf(ctx, given)), day)
  if (!outcome.ok) return outcome
  if (!(await insertQuestion(ctx, outcome))) return refuse('nothingChanged')
  await arrived(ctx, outcome.next)
  return outcome
}

/** No letter that is taken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 4
const groupLength = 5

/** A hundred bits, in four groups that can be written down: follows from the question and from the key of the house. */
export function codeOf({ actor, house }: Ctx, id: string): string {
  const bytes = mark(house.sealingKey, `question code|${actor.organisationId}|${id}`)
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
const markOf = ({ actor, house }: Ctx, code: string) =>
  mark(house.sealingKey, `question mark|${actor.organisationId}|${plain(code)}`).toString('hex')

export const questionByCode = (ctx: Ctx, code: string): Promise<Question | undefined> => readMarked(ctx, markOf(ctx, code))

const minutesOpen = 30
const about = ({ actor }: Ctx) => `question read|${actor.organisationId}`
const keyOf = ({ house }: Ctx) => mark(house.sealingKey, 'question read')

/** Where the receipt and the answer are read for a while: what stands in the address opens nothing afterwards. */
export const sealedPlace = (ctx: Ctx, id: string): string =>
  seal(keyOf(ctx), JSON.stringify({ id, at: ctx.now.getTime() }), about(ctx), 64).toString('base64url')

export async function questionAt(ctx: Ctx, sealed: string): Promise<Question | undefined> {
  try {
    const { id, at } = JSON.parse(unseal(keyOf(ctx), Buffer.from(sealed, 'base64url'), about(ctx))) as { id: string; at: number }
    if (Math.abs(ctx.now.getTime() - at) > minutesOpen * 60_000) return undefined
    const found = await readQuestion(ctx, id)
    return found?.values.receiptMark ? found : undefined
  } catch {
    return undefined
  }
}
