import type { Ctx } from '../../../kernel/ctx.ts'
import { decideDeviation } from '../commands.ts'
import type { Regime, RegimeAnswers } from '../fields-regimes.ts'
import { answerRegime } from './rules.ts'

export const saveRegime = (ctx: Ctx, id: string, version: number | null, regime: Regime, answers: RegimeAnswers) =>
  decideDeviation(ctx, id, version, (deviation, by) => answerRegime(deviation, regime, answers, by))
