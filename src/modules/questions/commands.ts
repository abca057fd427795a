import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll } from '../../kernel/texts.ts'
import { tell } from '../messages/public.ts'
import { leaderOfPerson } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { askFields } from './fields.ts'
import { askReferences } from './queries.ts'
import type { Answer, Asking, Question, QuestionEvent } from './question.ts'
import { answerQuestion as answered, questionTasks, rolesFor, sendQuestion as sent } from './rules.ts'
import { store } from './store.ts'
import { texts } from './texts.ts'

type Done = Promise<Outcome<Question, QuestionEvent>>

/** `id`: the one its page made, so that a double press sends once. */
export async function sendQuestion(ctx: Ctx, id: string, asking: Asking): Done {
  const leader = asking.sentTo === 'leader' ? await leaderOfPerson(ctx, ctx.actor.personId) : undefined
  const outcome = await store.add(ctx, id, asking as Question['values'], async (newId) => {
    const strange = await strangeIn<typeof askFields>(ctx, askReferences, asking)
    return strange.length > 0 ? refuse('notARecord', strange) : sent(newId, asking, leader?.id ?? null, ctx.actor, ctx.now)
  })
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next)
  const { receiver, sentTo } = outcome.next.values
  await tell(ctx, {
    kind: 'question.sent',
    title: inAll((locale) => texts(locale).messages.sent),
    to: receiver === null ? { roles: rolesFor(sentTo ?? 'dpo') } : { persons: [receiver] },
    reference: null,
    href: hrefOf(outcome.next),
  })
  return outcome
}

/** The answer returns to whoever asked. */
export async function answerQuestion(ctx: Ctx, id: string, version: number | null, answer: Answer): Done {
  const outcome = await decide(ctx, store, id, version, (question) => answered(question, answer, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next)
  const { askedBy } = outcome.next.values
  if (askedBy !== null && askedBy !== ctx.actor.personId)
    await tell(ctx, {
      kind: 'question.answered',
      title: inAll((locale) => texts(locale).messages.answered),
      to: { persons: [askedBy] },
      reference: null,
      href: hrefOf(outcome.next),
    })
  return outcome
}

const hrefOf = ({ id }: Question) => `/sporsmal/${id}`

const follow = (ctx: Ctx, question: Question) =>
  syncTasks(
    ctx,
    { type: 'question', id: question.id, reference: null, href: hrefOf(question) },
    'question.',
    questionTasks(question, (locale) => texts(locale).tasks[question.values.kind ?? 'advice']),
  )
