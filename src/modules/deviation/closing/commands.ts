import type { Ctx } from '../../../kernel/ctx.ts'
import { decideDeviation } from '../commands.ts'
import type { Closing } from './fields.ts'
import { close, editClosing, proposeClosing, reopen, returnToHandling } from './rules.ts'

/** Saves some of the closing answers and leaves the others as they stand: documentation, lessons and memo are pages of their own. */
export const saveClosing = (ctx: Ctx, id: string, version: number | null, answers: Partial<Closing>) =>
  decideDeviation(ctx, id, version, (deviation, by) => editClosing(deviation, { ...deviation.closing, ...answers }, by))

export const proposeToClose = (ctx: Ctx, id: string, version: number | null) => decideDeviation(ctx, id, version, proposeClosing)
export const closeDeviation = (ctx: Ctx, id: string, version: number | null, reason: string | null) =>
  decideDeviation(ctx, id, version, (deviation, by) => close(deviation, reason, by))
export const sendBack = (ctx: Ctx, id: string, version: number | null, reason: string | null) =>
  decideDeviation(ctx, id, version, (deviation, by) => returnToHandling(deviation, reason, by))
export const reopenDeviation = (ctx: Ctx, id: string, version: number | null, reason: string | null) =>
  decideDeviation(ctx, id, version, (deviation, by) => reopen(deviation, reason, by))
