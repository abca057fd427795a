import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { defaultGuardOptions, findPersonalData } from '../../../kernel/guard/guard.ts'
import type { Incoming } from '../../../kernel/upload.ts'
import { attachAll } from '../../files/public.tsx'
import { decideAsOutsider } from '../commands.ts'
import type { Deviation, Inquiry } from '../deviation.ts'
import { answerOutside, takesAnswers } from '../handling/rules.ts'
import { askedBy } from '../handling/store-outside.ts'
import type { DeviationOutcome } from '../rules.ts'
import { goingOn, load } from '../store.ts'

/** `goes`: the case that goes on, where the one it was asked in was merged into another. */
export type Question = { readonly deviation: Deviation; readonly inquiry: Inquiry; readonly goes: Deviation }

/** Whether a link leads anywhere, before anything is read of what is sent to it. */
export const leads = async (ctx: Ctx, link: string): Promise<boolean> => (await askedBy(ctx, link)) !== undefined

/** What a link leads to, also where its case goes on in another. Answered, too late, closed and never sent are the same: nothing. */
export async function questionOf(ctx: Ctx, link: string): Promise<Question | undefined> {
  const found = await askedBy(ctx, link)
  const deviation = found && (await load(ctx, found.deviationId))
  const inquiry = deviation?.inquiries.find(({ id }) => id === found?.inquiryId)
  if (!deviation || !inquiry || !takesAnswers(deviation)) return undefined
  const goes = await goingOn(ctx, deviation)
  return goes.status === 'closed' ? undefined : { deviation, inquiry, goes }
}

/** The answer, and what comes with it: in the case, in quarantine until the scanner has looked at it. The link is then over. */
export async function answerByLink(ctx: Ctx, link: string, text: string | null, files: readonly Incoming[]): Promise<DeviationOutcome> {
  if (findPersonalData(text ?? '', defaultGuardOptions).some(({ kind }) => kind === 'nationalId'))
    return refuse('identityNumber', ['answer'])
  const found = await questionOf(ctx, link)
  if (!found) return refuse('linkOver')
  const { deviation, inquiry, goes } = found
  const outcome = await decideAsOutsider(ctx, deviation.id, (now, by) => answerOutside(now, inquiry.id, text, by))
  if (!outcome.ok) return outcome
  // With the case that goes on, where whoever handles it looks.
  await attachAll(ctx, { type: 'deviation', id: goes.id }, files)
  return outcome
}
