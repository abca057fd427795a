import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import type { ReviewAnswers } from './annual-wheel.ts'
import { addDecision, addReview } from './commands.ts'
import { decisionFields, reviewFields } from './fields.ts'

type Done = Promise<
  | { readonly ok: true; readonly next: { readonly id: string } }
  | { readonly ok: false; readonly why: string; readonly fields: readonly string[] }
>
async function made(done: Done): Promise<string> {
  const outcome = await done
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join()}`)
  return outcome.next.id
}

/** All that minutes must say. */
export const wholeMinutes = {
  statusSummary: 'Arbeidet går etter planen.',
  securityJudgement: 'Sikkerheten er god nok.',
  furtherMeasures: 'Rydd i tilganger.',
  goalsDecision: 'keep',
  strategyDecision: 'change',
  strategyReason: 'Skyen er ikke nevnt.',
  organisationDecision: 'keep',
} as const satisfies Partial<ReviewAnswers>

/** A management review through the real command, by somebody who may. */
export const makeReview = (ctx: Ctx, over: Partial<ReviewAnswers> = {}): Promise<string> =>
  made(
    addReview(ctx, newId(ctx.now), {
      ...emptyValues(reviewFields),
      name: 'Ledelsens gjennomgang',
      heldOn: '2026-03-02',
      periodFrom: '2026-01-01',
      periodTo: '2026-03-02',
      ...over,
    }),
  )
export const makeDecision = (ctx: Ctx, review: string, over: Partial<Values<typeof decisionFields>> = {}): Promise<string> =>
  made(
    addDecision(ctx, newId(ctx.now), {
      ...emptyValues(decisionFields),
      name: 'Rydd i tilganger',
      review,
      owner: ctx.actor.personId,
      dueOn: '2026-06-01',
      ...over,
    }),
  )
