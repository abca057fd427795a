import type { Actor } from '../../kernel/actor.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import { sealAt, unsealAt } from '../../kernel/keys.ts'
import type { ReplyTo } from '../../kernel/mailbox.ts'
import { mark } from '../../kernel/seal.ts'
import type { SealedIn } from '../../kernel/sealed.ts'
import type { Locale } from '../../kernel/texts.ts'

// What is told to a protected reporter: nothing that is kept says whom (S4-131). So too a link that lets somebody in: it is in no row (S0-24).

type Whose = Pick<Actor, 'organisationId'>
/** Finds a person's own messages without a name standing in the row. Another than the mark of a report, so that the two do not meet. */
export const messageMark = ({ house, actor }: { readonly house: House; readonly actor: Whose }, personId: string): Buffer =>
  mark(house.houseKey, `message|${actor.organisationId}|${personId}`)

type Sealed = { readonly address: string | null; readonly language: Locale; readonly title: string; readonly href?: string }
export const sealLetter = (ctx: Ctx, id: string, letter: Sealed): Promise<Buffer> =>
  sealAt(ctx, letterPlace, { id }, JSON.stringify(letter))
export const unsealLetter = async (ctx: Ctx, id: string, sealed: Uint8Array): Promise<Sealed> =>
  JSON.parse(await unsealAt(ctx, letterPlace, { id }, sealed)) as Sealed

/** Where an answer goes lets whoever has it write into a case. */
export const sealReply = (ctx: Ctx, id: string, reply: ReplyTo): Promise<Buffer> => sealAt(ctx, answerPlace, { id }, JSON.stringify(reply))
export const unsealReply = async (ctx: Ctx, id: string, sealed: Uint8Array): Promise<ReplyTo> =>
  JSON.parse(await unsealAt(ctx, answerPlace, { id }, sealed)) as ReplyTo

const letterPlace: SealedIn<'id'> = {
  table: 'mail',
  column: 'sealed',
  names: ['id'],
  about: (organisationId, row) => `mail|${organisationId}|${row.id}`,
  block: 1024,
}
const answerPlace: SealedIn<'id'> = {
  table: 'mail',
  column: 'reply',
  names: ['id'],
  about: (organisationId, row) => `mail|${organisationId}|${row.id}|reply`,
}
export const mailPlaces: readonly SealedIn[] = [letterPlace, answerPlace]
