import { yearIn } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { newId } from '../../kernel/ids.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { isSameAgain } from '../../kernel/same.ts'
import { inAll } from '../../kernel/texts.ts'
import { filesHeld, removeAll } from '../files/public.tsx'
import { tell } from '../messages/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { Asking, Closing, Complaint, ComplaintEvent, Talk, TalkAsking, TalkEvent } from './complaint.ts'
import type { askFields } from './fields.ts'
import { askReferences, headsOfStudies, leaderNow, placeOf, receiverUnitOf } from './queries.ts'
import * as rules from './rules.ts'
import { deleteDraft, insertComplaint, insertTalk, nextNumber, openComplaints, readComplaint, readTalk, store, talkStore } from './store.ts'
import { texts } from './texts.ts'

type Done = Promise<Outcome<Complaint, ComplaintEvent>>

/** Where a message leads: an address that says nothing of what it is, since it stands in an e-mail too. */
const quiet = '/fortrolig'

const strange = async (ctx: Ctx, asking: Asking, stands?: Asking) => {
  const fields = await strangeIn<typeof askFields>(ctx, askReferences, asking, stands)
  return fields.length > 0 ? refuse('notARecord', fields) : null
}

/** `id`: the one its page made, so that a double press begins once. */
export async function draftComplaint(ctx: Ctx, id: string, asking: Asking): Done {
  const wrong = await strange(ctx, asking)
  if (wrong) return wrong
  const stands = await readComplaint(ctx, id)
  if (stands && rules.isWriter(stands, ctx.actor) && isSameAgain({ ...stands.values }, { ...asking })) return refuse('nothingChanged')
  const outcome = rules.draftComplaint(stands ? newId(ctx.now) : id, asking, ctx.actor, ctx.now)
  return !outcome.ok || (await insertComplaint(ctx, outcome)) ? outcome : refuse('nothingChanged')
}

export async function editComplaint(ctx: Ctx, id: string, version: number | null, asking: Asking): Done {
  const before = await readComplaint(ctx, id)
  return (
    (await strange(ctx, asking, before?.values)) ??
    decide(ctx, store, id, version, (complaint) => rules.editComplaint(complaint, asking, ctx.actor))
  )
}

/** It is gone, with its files; the log keeps that there was one. */
export async function discardComplaint(ctx: Ctx, id: string, version: number | null): Done {
  const outcome = await decide(ctx, store, id, version, (complaint) => rules.discardComplaint(complaint, ctx.actor))
  if (!outcome.ok) return outcome
  await removeAll(ctx, placeOf(id), texts('nb').discarded)
  await deleteDraft(ctx, id)
  return outcome
}

/** To whoever leads the faculty or centre: their task, and a message that tells nothing of what it is. */
export async function sendComplaint(ctx: Ctx, id: string, version: number | null): Done {
  const before = await store.lock(ctx, id)
  if (!before) return refuse('notFound')
  const receiverUnit = await receiverUnitOf(ctx, before)
  const hasDocument = (await filesHeld(ctx, placeOf(id))) > 0
  const asked = rules.sendComplaint(before, { receiverUnit, number: 1, hasDocument }, ctx.actor, ctx.now)
  const number = asked.ok && (version === null || version === before.version) ? await nextNumber(ctx, yearIn(ctx.now)) : 1
  const outcome = await decide(ctx, store, id, version, (complaint) =>
    rules.sendComplaint(complaint, { receiverUnit, number, hasDocument }, ctx.actor, ctx.now),
  )
  if (outcome.ok) await tellLeader(ctx, outcome.next)
  return outcome
}

export async function receiveComplaint(ctx: Ctx, id: string, version: number | null): Done {
  const outcome = await decide(ctx, store, id, version, (complaint) => rules.receiveComplaint(complaint, ctx.actor, ctx.now))
  if (outcome.ok) await tellWriter(ctx, outcome.next)
  return outcome
}

export async function closeComplaint(ctx: Ctx, id: string, version: number | null, closing: Closing): Done {
  const outcome = await decide(ctx, store, id, version, (complaint) => rules.closeComplaint(complaint, closing, ctx.actor, ctx.now))
  if (outcome.ok) await tellWriter(ctx, outcome.next)
  return outcome
}

/** A leader has come or gone: what lies open follows the office. */
export async function rerouteComplaints(ctx: Ctx): Promise<void> {
  for (const complaint of await openComplaints(ctx)) {
    if (await leaderNow(ctx, complaint.values.receiverUnit)) await follow(ctx, complaint)
    else {
      const receiverUnit = await receiverUnitOf(ctx, complaint)
      if (receiverUnit === null || receiverUnit === complaint.values.receiverUnit) continue
      const moved = await decide(ctx, store, complaint.id, null, (one) => rules.rerouteComplaint(one, receiverUnit))
      if (moved.ok) await tellLeader(ctx, moved.next)
    }
  }
}

async function tellLeader(ctx: Ctx, complaint: Complaint): Promise<void> {
  await follow(ctx, complaint)
  const leader = await leaderNow(ctx, complaint.values.receiverUnit)
  if (leader)
    await tell(ctx, {
      kind: 'ethics.sent',
      title: inAll((locale) => texts(locale).messages.sent),
      to: { persons: [leader.id] },
      reference: null,
      href: quiet,
    })
}

async function tellWriter(ctx: Ctx, complaint: Complaint): Promise<void> {
  await follow(ctx, complaint)
  const { writer } = complaint.values
  if (writer !== null)
    await tell(ctx, {
      kind: 'ethics.answered',
      title: inAll((locale) => texts(locale).messages.answered),
      to: { persons: [writer] },
      reference: null,
      href: quiet,
      // The outbox and the box of messages would name whoever wrote.
      unlinked: true,
    })
}

async function follow(ctx: Ctx, complaint: Complaint): Promise<void> {
  const leader = await leaderNow(ctx, complaint.values.receiverUnit)
  const subject = { type: 'ethics_complaint', id: complaint.id, reference: null, href: `/forskningsetikk/klager/${complaint.id}` }
  await syncTasks(ctx, subject, 'ethics_complaint.', rules.complaintTasks(complaint, leader?.id ?? null))
}

/** Asks the head of studies for a conversation. It is no step of the complaint, and nothing waits for it (S1-52). */
export async function askTalk(ctx: Ctx, id: string, asking: TalkAsking): Promise<Outcome<Talk, TalkEvent>> {
  if (await readTalk(ctx, id)) return refuse('nothingChanged')
  const heads = asking.unit === null ? [] : await headsOfStudies(ctx, asking.unit)
  const outcome = rules.askTalk(
    id,
    asking,
    heads.map((head) => head.id),
    ctx.actor,
    ctx.now,
  )
  if (!outcome.ok) return outcome
  if (!(await insertTalk(ctx, outcome))) return refuse('nothingChanged')
  await followTalk(ctx, outcome.next)
  await tell(ctx, {
    kind: 'ethics.talk',
    title: inAll((locale) => texts(locale).messages.talk),
    to: { persons: [outcome.next.values.head ?? ''] },
    reference: null,
    href: `/forskningsetikk/samtaler/${id}`,
  })
  return outcome
}

export async function arrangeTalk(ctx: Ctx, id: string, version: number | null): Promise<Outcome<Talk, TalkEvent>> {
  const outcome = await decide(ctx, talkStore, id, version, (talk) => rules.arrangeTalk(talk, ctx.actor, ctx.now))
  if (outcome.ok) await followTalk(ctx, outcome.next)
  return outcome
}

const followTalk = (ctx: Ctx, talk: Talk) =>
  syncTasks(
    ctx,
    { type: 'ethics_talk', id: talk.id, reference: null, href: `/forskningsetikk/samtaler/${talk.id}` },
    'ethics_talk.',
    rules.talkTasks(talk),
  )
