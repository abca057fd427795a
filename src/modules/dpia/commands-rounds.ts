import { refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { type Done, done, withPart } from './commands.ts'
import type { Advice, Assessment, Consultation, ControlAnswers, Round } from './dpia.ts'
import { roundFields } from './fields.ts'
import { assessmentOf, findDpia } from './queries.ts'
import * as rules from './rules-rounds.ts'
import { saveControl, saveRound } from './store.ts'

/** What is said in a round is decided on the assessment as it stands, with the round, in one transaction. */
async function inRound(
  ctx: Ctx,
  id: string,
  version: number | null,
  rule: (all: Assessment) => ReturnType<typeof rules.waiveAdvice>,
): Done {
  const found = await findDpia(ctx, id)
  if (!found) return refuse('notFound')
  const all = await assessmentOf(ctx, found)
  // Another who came first has made another version: what is read here is what the version says, or the deed is refused as stale.
  return withPart(
    ctx,
    id,
    version ?? found.version,
    (record) => rule({ ...all, record }),
    async (part) => {
      if (part) await saveRound(ctx, id, part)
    },
  )
}

export function sendDpia(ctx: Ctx, id: string, version: number | null, question: string | null): Done {
  const round: Round = { ...emptyValues(roundFields), id: newId(ctx.now), question }
  return inRound(ctx, id, version, (all) => rules.sendDpia(all, round, ctx.actor, ctx.now))
}
export const takeHome = (ctx: Ctx, id: string, version: number | null): Done =>
  inRound(ctx, id, version, (all) => rules.takeHome(all, ctx.actor, ctx.now))
export const adviseDpia = (ctx: Ctx, id: string, version: number | null, advice: Advice): Done =>
  inRound(ctx, id, version, (all) => rules.adviseDpia(all, advice, ctx.actor, ctx.now))
export const answerAdvice = (ctx: Ctx, id: string, version: number | null, answer: string | null): Done =>
  inRound(ctx, id, version, (all) => rules.answerAdvice(all, answer, ctx.actor, ctx.now))
export const waiveAdvice = (ctx: Ctx, id: string, version: number | null, reason: string | null): Done =>
  inRound(ctx, id, version, (all) => rules.waiveAdvice(all, reason, ctx.actor, ctx.now))

export const consultAuthority = (ctx: Ctx, id: string, version: number | null, given: Consultation): Done =>
  done(ctx, id, version, (record) => rules.consultAuthority(record, given, ctx.actor, ctx.now))

export function controlDpia(ctx: Ctx, id: string, version: number | null, given: ControlAnswers): Done {
  const control = { ...given, id: newId(ctx.now), by: null }
  return withPart(
    ctx,
    id,
    version,
    (record) => rules.controlDpia(record, control, ctx.actor, ctx.now),
    (part) => saveControl(ctx, id, part),
  )
}
