import { hoursAfter } from '../../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { newToken } from '../../../kernel/ids.ts'
import { mailQuestion } from '../../messages/public.ts'
import { organisationsById } from '../../organisation/public.ts'
import { keepLink } from './store-outside.ts'

/** How long a link leads to its question: an answer that comes late is better than none. */
const daysOpen = 14

/** Sends the link: a secret of 256 bits, for one question and one answer. */
export async function sendLink(ctx: Ctx, inquiryId: string, address: string): Promise<void> {
  const link = newToken()
  await keepLink(ctx, inquiryId, link, address, hoursAfter(ctx.now, daysOpen * 24))
  const { organisationId } = ctx.actor
  const slug = (await organisationsById(ctx.tx, [organisationId])).get(organisationId)?.slug ?? ''
  await mailQuestion(ctx, address, `/svar/${slug}/${link}`)
}
