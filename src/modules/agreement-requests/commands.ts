import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { profileOf } from '../organisation/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Answer, Asking, Request, RequestEvent } from './agreement-request.ts'
import type { answerFields, askFields } from './fields.ts'
import { receiversIn } from './profile.ts'
import { answerReferences, askReferences } from './queries.ts'
import { answerRequest as answered, requestTasks, sendRequest as sent } from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

type Done = Promise<Outcome<Request, RequestEvent>>

/** `id`: the one its page made, so that a double press sends once. */
export async function sendRequest(ctx: Ctx, id: string, asking: Asking): Done {
  const outcome = await store.add(ctx, id, asking as Request['values'], async (newId) => {
    const strange = await strangeIn<typeof askFields>(ctx, askReferences, asking)
    return strange.length > 0 ? refuse('notARecord', strange) : sent(newId, asking, ctx.actor, ctx.now)
  })
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next)
  const { kind } = outcome.next.values
  const roles = kind === null ? [] : receiversIn(await profileOf(ctx))[kind]
  await tell(ctx, {
    kind: 'agreementRequest.sent',
    title: inAll((locale) => texts(locale).messages.sent),
    to: { roles },
    reference: null,
    href: hrefOf(outcome.next),
  })
  return outcome
}

/** The answer returns to whoever asked. */
export async function answerRequest(ctx: Ctx, id: string, version: number | null, answer: Answer): Done {
  const strange = await strangeIn<typeof answerFields>(ctx, answerReferences, answer)
  if (strange.length > 0) return refuse('notARecord', strange)
  const profile = receiversIn(await profileOf(ctx))
  const outcome = await decide(ctx, store, id, version, (request) => answered(request, answer, ctx.actor, ctx.now, profile))
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next)
  const { askedBy } = outcome.next.values
  if (askedBy !== null && askedBy !== ctx.actor.personId)
    await tell(ctx, {
      kind: 'agreementRequest.answered',
      title: inAll((locale) => texts(locale).messages.answered),
      to: { persons: [askedBy] },
      reference: null,
      href: hrefOf(outcome.next),
    })
  return outcome
}

const hrefOf = ({ id }: Request) => `/avtaleforesporsler/${id}`

async function follow(ctx: Ctx, request: Request): Promise<void> {
  const kind = request.values.kind ?? 'agreement'
  const specs = requestTasks(request, receiversIn(await profileOf(ctx)), (locale) => texts(locale).tasks[kind])
  const subject = { type: 'agreement_request', id: request.id, reference: null, href: hrefOf(request) }
  await syncTasks(ctx, subject, 'agreement_request.', specs)
}
