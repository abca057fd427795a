import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Values } from '../../../kernel/fields.ts'
import { tell } from '../../messages/public.ts'
import { personsAtWork } from '../../people/public.ts'
import { decideDeviation } from '../commands.ts'
import type { Measure } from '../deviation.ts'
import type { DeviationOutcome } from '../rules.ts'
import type { minutesFields } from './fields.ts'
import { type Called, callMeeting, keepMinutes } from './rules.ts'
import { insertMeeting, meetingsOf, saveMinutes } from './store.ts'
import { meetingTexts } from './texts.ts'

/** Calls a meeting; whoever is called is told, with a link to the invitation and without the case (S3-20, S0-17). The id is the page's: a double press calls once. */
export async function callCaseMeeting(ctx: Ctx, caseId: string, id: string, called: Called): Promise<DeviationOutcome> {
  const ids = called.participants.map(({ person }) => person)
  const outcome = await decideDeviation(ctx, caseId, null, async (deviation, by) => {
    if ((await meetingsOf(ctx, caseId)).some((one) => one.id === id)) return refuse('nothingChanged')
    if ((await personsAtWork(ctx, ids)).size < new Set(ids).size) return refuse('incomplete', ['participants'])
    return callMeeting(deviation, called, by)
  })
  if (!outcome.ok) return outcome
  await insertMeeting(ctx, caseId, id, called)
  const title = { nb: meetingTexts('nb').invitation, nn: meetingTexts('nn').invitation, en: meetingTexts('en').invitation }
  await tell(ctx, { kind: 'deviation.meeting', title, to: { persons: ids }, reference: null, href: `/avvik/${caseId}/mote/${id}` })
  return outcome
}

export async function keepMinutesOf(
  ctx: Ctx,
  caseId: string,
  id: string,
  minutes: Values<typeof minutesFields>,
  actions: readonly Measure[],
): Promise<DeviationOutcome> {
  const outcome = await decideDeviation(ctx, caseId, null, async (deviation, by) => {
    const meeting = (await meetingsOf(ctx, caseId)).find((one) => one.id === id)
    return meeting ? keepMinutes(deviation, meeting, minutes, actions, by) : refuse('notFound')
  })
  if (outcome.ok) await saveMinutes(ctx, id, minutes)
  return outcome
}
