import type { Actor } from '../../kernel/actor.ts'
import type { Ctx, House } from '../../kernel/ctx.ts'
import type { ReplyTo } from '../../kernel/mailbox.ts'
import { mark, seal, unseal } from '../../kernel/seal.ts'
import type { Locale } from '../../kernel/texts.ts'

// What is told to a protected reporter: nothing that is kept says whom (S4-131). So too a link that lets somebody in: it is in no row (S0-24).

type Whose = Pick<Actor, 'organisationId'>
/** Finds a person's own messages without a name standing in the row. Another than the mark of a report, so that the two do not meet. */
export const messageMark = ({ house, actor }: { readonly house: House; readonly actor: Whose }, personId: string): Buffer =>
  mark(house.sealingKey, `message|${actor.organisationId}|${personId}`)

type Sealed = { readonly address: string | null; readonly language: Locale; readonly title: string; readonly href?: string }
export const sealLetter = (ctx: Ctx, id: string, letter: Sealed): Buffer =>
  seal(ctx.house.sealingKey, JSON.stringify(letter), aboutOf(ctx, id), 1024)
export const unsealLetter = (ctx: Ctx, id: string, sealed: Uint8Array): Sealed =>
  JSON.parse(unseal(ctx.house.sealingKey, sealed, aboutOf(ctx, id))) as Sealed

/** Where an answer goes lets whoever has it write into a case. */
export const sealReply = (ctx: Ctx, id: string, reply: ReplyTo): Buffer =>
  seal(ctx.house.sealingKey, JSON.stringify(reply), `${aboutOf(ctx, id)}|reply`)
export const unsealReply = (ctx: Ctx, id: string, sealed: Uint8Array): ReplyTo =>
  JSON.parse(unseal(ctx.house.sealingKey, sealed, `${aboutOf(ctx, id)}|reply`)) as ReplyTo

const aboutOf = ({ actor }: Ctx, id: string) => `mail|${actor.organisationId}|${id}`
