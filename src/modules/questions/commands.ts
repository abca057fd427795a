import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { newId } from '../../kernel/ids.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { isSameAgain } from '../../kernel/same.ts'
import { inAll } from '../../kernel/texts.ts'
import { type Notice, tell } from '../messages/public.ts'
import { personsAtWork } from '../people/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { askFields, shareFields } from './fields.ts'
import { askReferences, findQuestion, shareReferences } from './queries.ts'
import { peopleBehind, receiversOf } from './queries-contacts.ts'
import type { Answer, Asking, Question, QuestionEvent, Sharing } from './question.ts'
import * as rules from './rules.ts'
import { heldQuestions, insertQuestion, readQuestion, store } from './store.ts'
import { texts } from './texts.ts'

export type Done = Promise<Outcome<Question, QuestionEvent>>
type More = { readonly page: string | null; readonly follows: string | null }

/** `id`: the one its page made, so that a double press sends once. `page`: where it was asked from; `follows`: the one it goes on from. */
export async function sendQuestion(ctx: Ctx, id: string, asking: Asking, more: More = { page: null, follows: null }): Done {
  const { kind, sentTo, about, unit } = asking
  const strange = await strangeIn<typeof askFields>(ctx, askReferences, asking)
  if (strange.length > 0) return refuse('notARecord', strange)
  const stands = await readQuestion(ctx, id)
  if (stands && rules.isAsker(stands, ctx.actor) && isSameAgain(stands.values, { kind, sentTo, about, unit }))
    return refuse('nothingChanged')
  const to = await receiversOf(ctx, sentTo ?? 'dpo', ctx.actor.personId)
  const { people } = await peopleBehind(ctx, to)
  const before = more.follows === null ? undefined : await findQuestion(ctx, more.follows)
  const outcome = rules.sendQuestion(
    stands ? newId(ctx.now) : id,
    { ...asking, unit: unit ?? ctx.actor.unitId },
    to,
    {
      ...{ askedBy: ctx.actor.personId, askerGroup: rules.groupOf(ctx.actor), page: more.page },
      follows: before && rules.isAsker(before, ctx.actor) ? before.id : null,
    },
    people.map((person) => person.id),
    ctx.now,
  )
  if (!outcome.ok) return outcome
  if (!(await insertQuestion(ctx, outcome))) return refuse('nothingChanged')
  await arrived(ctx, outcome.next)
  return outcome
}

/** It has come to somebody: their task, and a message that says nothing of what it is. */
export async function arrived(ctx: Ctx, question: Question): Promise<void> {
  await follow(ctx, question)
  const { receivers, office } = question.values
  const to = office === null ? { persons: receivers, instead: ['dpo'] as const } : { roles: [office] }
  // A mail would keep when it went: of what somebody without an account asks, nothing finer than the day stays.
  await told(ctx, question, 'sent', to, question.values.receiptMark === null ? {} : { leavesNothing: true })
}

/** The answer returns to whoever asked. */
export async function answerQuestion(ctx: Ctx, id: string, version: number | null, answer: Answer): Done {
  const outcome = await decide(ctx, store, id, version, (question) => rules.answerQuestion(question, answer, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  await follow(ctx, outcome.next)
  await toldAsker(ctx, outcome.next, 'answered')
  return outcome
}

export async function closeQuestion(ctx: Ctx, id: string, version: number | null): Done {
  const outcome = await decide(ctx, store, id, version, (question) => rules.closeQuestion(question, ctx.actor, ctx.now))
  if (outcome.ok) await follow(ctx, outcome.next)
  return outcome
}

/** The officer lets one person or one role read it; whoever asked is told, and sees with whom and why. */
export async function shareQuestion(ctx: Ctx, id: string, version: number | null, sharing: Sharing): Done {
  const strange = await strangeIn<typeof shareFields>(ctx, shareReferences, sharing)
  if (strange.length > 0) return refuse('notARecord', strange)
  const outcome = await decide(ctx, store, id, version, (question) =>
    rules.shareQuestion(question, newId(ctx.now), sharing, ctx.actor, ctx.now),
  )
  if (!outcome.ok) return outcome
  const { person, role } = sharing
  await told(ctx, outcome.next, 'shared', person === null ? { roles: role === null ? [] : [role] } : { persons: [person] })
  await toldAsker(ctx, outcome.next, 'sharedYours')
  return outcome
}

export async function endShare(ctx: Ctx, id: string, shareId: string, version: number | null): Done {
  const outcome = await decide(ctx, store, id, version, (question) => rules.endShare(question, shareId, ctx.actor, ctx.now))
  if (outcome.ok) await toldAsker(ctx, outcome.next, 'sharedYours')
  return outcome
}

/** Somebody has left, or is no longer a privacy contact: what they had comes to those who are asked today. */
export async function rerouteQuestions(ctx: Ctx): Promise<void> {
  const held = await heldQuestions(ctx)
  const atWork = await personsAtWork(ctx, [...new Set(held.flatMap(({ values }) => values.receivers))])
  for (const question of held) {
    const { receivers, sentTo, askedBy } = question.values
    if (sentTo !== 'privacyContact' && receivers.every((id) => atWork.has(id))) continue
    const today = await receiversOf(ctx, sentTo ?? 'dpo', askedBy)
    const asked: readonly string[] = today.persons
    const still = receivers.filter((id) => atWork.has(id) && (sentTo !== 'privacyContact' || asked.includes(id)))
    if (!rules.rerouteQuestion(question, still, today).ok) continue
    const moved = await decide(ctx, store, question.id, null, (one) => rules.rerouteQuestion(one, still, today))
    if (!moved.ok) continue
    if (still.length > 0) await follow(ctx, moved.next)
    else await arrived(ctx, moved.next)
  }
}

const hrefOf = ({ id }: Question) => `/sporsmal/${id}`
type Word = 'sent' | 'answered' | 'shared' | 'sharedYours'

const told = (ctx: Ctx, question: Question, word: Word, to: Notice['to'], how: Pick<Notice, 'leavesNothing'> = {}) =>
  tell(ctx, {
    ...how,
    kind: `question.${word}`,
    title: inAll((locale) => texts(locale).messages[word]),
    to,
    reference: null,
    href: hrefOf(question),
  })

async function toldAsker(ctx: Ctx, question: Question, word: Word): Promise<void> {
  const { askedBy } = question.values
  if (askedBy !== null && askedBy !== ctx.actor.personId) await told(ctx, question, word, { persons: [askedBy] })
}

const follow = (ctx: Ctx, question: Question) =>
  syncTasks(
    ctx,
    { type: 'question', id: question.id, reference: null, href: hrefOf(question) },
    'question.',
    rules.questionTasks(question, (locale) => texts(locale).tasks[question.values.kind ?? 'advice']),
  )
