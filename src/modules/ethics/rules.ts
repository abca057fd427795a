import type { Actor } from '../../kernel/actor.ts'
import { yearIn } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { changed, missing } from '../../kernel/fields.ts'
import { holds } from '../../kernel/space.ts'
import { inAll } from '../../kernel/texts.ts'
import { goesFrom } from '../../kernel/workflow.ts'
import type { TaskSpec } from '../tasks/public.ts'
import type { Asking, Closing, Complaint, ComplaintEvent, Talk, TalkAsking, TalkEvent } from './complaint.ts'
import { askFields, closingFields } from './fields.ts'
import { isSeen } from './space.ts'
import { texts } from './texts.ts'
import { workflow } from './workflow.ts'

type Done = Outcome<Complaint, ComplaintEvent>
const happened = (next: Complaint, type: Exclude<ComplaintEvent['type'], 'ethics_complaint.refused'>): Done =>
  change<Complaint, ComplaintEvent>(next, { type } as ComplaintEvent)

export const maySee = (complaint: Complaint, actor: Actor): boolean => holds(isSeen, complaint, actor)
export const isWriter = ({ values }: Complaint, actor: Actor): boolean => values.writer === actor.personId
export const mayEdit = (complaint: Complaint, actor: Actor): boolean =>
  isWriter(complaint, actor) && goesFrom(workflow.edit, complaint.values.status)
export const mayReceive = ({ values, receives }: Complaint): boolean => receives && goesFrom(workflow.receive, values.status)
export const mayClose = ({ values, receives }: Complaint): boolean => receives && goesFrom(workflow.close, values.status)

const lacks = (asking: Asking): Refusal | null => {
  const gaps = missing(askFields, asking)
  return gaps.length > 0 ? refuse('incomplete', gaps) : null
}

export function draftComplaint(id: string, asking: Asking, actor: Actor, now: Date): Done {
  const standing = {
    ...{ status: 'draft' as const, year: null, number: null, writer: actor.personId, writtenAt: now, sentAt: null, receiverUnit: null },
    ...{ receivedBy: null, receivedAt: null, outcome: null, closedBy: null, closedAt: null },
  }
  return lacks(asking) ?? happened({ id, version: 1, values: { ...asking, ...standing }, receives: false }, 'ethics_complaint.drafted')
}

export function editComplaint(complaint: Complaint, asking: Asking, actor: Actor): Done {
  if (!isWriter(complaint, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.edit, complaint.values.status)) return refuse('sentAlready')
  const lacking = lacks(asking)
  if (lacking) return lacking
  if (changed(askFields, complaint.values, { ...complaint.values, ...asking }).length === 0) return refuse('nothingChanged')
  return happened({ ...complaint, values: { ...complaint.values, ...asking } }, 'ethics_complaint.edited')
}

/** What was begun and not sent is its writer's to throw away: nobody else has seen it. */
export function discardComplaint(complaint: Complaint, actor: Actor): Done {
  if (!isWriter(complaint, actor)) return refuse('notAllowed')
  return goesFrom(workflow.discard, complaint.values.status) ? happened(complaint, 'ethics_complaint.discarded') : refuse('sentAlready')
}

type Sending = { readonly receiverUnit: string | null; readonly number: number; readonly hasDocument: boolean }
/** In writing: as text, as a document, or both. It goes to one who leads, and is numbered in its own series. */
export function sendComplaint(complaint: Complaint, { receiverUnit, number, hasDocument }: Sending, actor: Actor, now: Date): Done {
  if (!isWriter(complaint, actor)) return refuse('notAllowed')
  if (!goesFrom(workflow.send, complaint.values.status)) return refuse('nothingChanged')
  const lacking = lacks(complaint.values)
  if (lacking) return lacking
  if (complaint.values.about === null && !hasDocument) return refuse('nothingSaid', ['about'])
  if (receiverUnit === null) return refuse('noReceiver', ['unit'])
  const values = { ...complaint.values, status: 'sent', receiverUnit, number, year: yearIn(now), sentAt: now } as const
  return happened({ ...complaint, values }, 'ethics_complaint.sent')
}

export function receiveComplaint(complaint: Complaint, actor: Actor, now: Date): Done {
  if (!complaint.receives) return refuse('notAllowed')
  if (!goesFrom(workflow.receive, complaint.values.status)) return refuse('nothingChanged')
  const values = { ...complaint.values, status: 'received', receivedBy: actor.personId, receivedAt: now } as const
  return happened({ ...complaint, values }, 'ethics_complaint.received')
}

/** What came of it is told to whoever complained. */
export function closeComplaint(complaint: Complaint, { outcome }: Closing, actor: Actor, now: Date): Done {
  if (!complaint.receives) return refuse('notAllowed')
  const gaps = missing(closingFields, { outcome })
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (!goesFrom(workflow.close, complaint.values.status))
    return refuse(complaint.values.outcome === outcome ? 'nothingChanged' : 'closedAlready')
  const received = complaint.values.receivedAt === null ? { receivedBy: actor.personId, receivedAt: now } : {}
  const values = { ...complaint.values, ...received, status: 'closed', outcome, closedBy: actor.personId, closedAt: now } as const
  return happened({ ...complaint, values }, 'ethics_complaint.closed')
}

/** It follows the office: whoever leads the unit has left, or the unit has no leader, and the one above has it. */
export function rerouteComplaint(complaint: Complaint, receiverUnit: string | null): Done {
  const { status } = complaint.values
  if (receiverUnit === null || receiverUnit === complaint.values.receiverUnit || status === 'draft') return refuse('nothingChanged')
  return happened({ ...complaint, values: { ...complaint.values, receiverUnit } }, 'ethics_complaint.rerouted')
}

type Place = { readonly id: string; readonly kind: string; readonly leaderId: string | null }
type Apart = { readonly writer: string; readonly aboutLeader: boolean }
/**
 * The unit whose leader gets it: the faculty or centre of the position, else the nearest above with a leader at work. Whoever it is about, and
 * whoever wrote it, does not get it: then it goes to the leader above. `chain`: the unit of the position and those above, the nearest first.
 */
export function receiverAmong(
  chain: readonly Place[],
  isAtWork: (person: string) => boolean,
  { writer, aboutLeader }: Apart,
): string | null {
  const at = chain.findIndex(({ kind }) => kind === 'faculty' || kind === 'centre')
  const led = chain.slice(Math.max(0, at)).filter(({ leaderId }) => leaderId !== null && isAtWork(leaderId))
  const accused = aboutLeader ? led[0]?.leaderId : null
  return led.find(({ leaderId }) => leaderId !== accused && leaderId !== writer)?.id ?? null
}

/** Whose head of studies is asked: all of the faculty or centre, and what lies above. */
export function unitsOfStudies(chain: readonly Place[], all: readonly (Place & { readonly path: readonly string[] })[]): readonly string[] {
  const house = chain.find(({ kind }) => kind === 'faculty' || kind === 'centre') ?? chain[0]
  if (!house) return []
  return [...new Set([...all.filter(({ path }) => path.includes(house.id)).map(({ id }) => id), ...chain.map(({ id }) => id)])]
}

/** The task of whoever leads, until it is closed. Nothing in it says what it is about, nor its number: a list of tasks may be seen. */
export function complaintTasks({ values }: Complaint, leader: string | null): readonly TaskSpec[] {
  if (values.status === 'draft' || values.status === 'closed' || leader === null) return []
  const title = inAll((locale) => texts(locale).tasks[values.status === 'sent' ? 'receive' : 'close'])
  return [{ kind: 'ethics_complaint.handle', title, roles: [], dueAt: null, personId: leader }]
}

export const maySeeTalk = ({ values }: Talk, actor: Actor): boolean => [values.writer, values.head].includes(actor.personId)
/** `heads`: the heads of studies of the unit today. */
export function askTalk(id: string, asking: TalkAsking, heads: readonly string[], actor: Actor, now: Date): Outcome<Talk, TalkEvent> {
  if (asking.head === null || !heads.includes(asking.head)) return refuse('notARecord', ['head'])
  const values = { ...asking, writer: actor.personId, askedAt: now, arrangedAt: null }
  return change<Talk, TalkEvent>({ id, version: 1, values }, { type: 'ethics_talk.asked' })
}
export function arrangeTalk(talk: Talk, actor: Actor, now: Date): Outcome<Talk, TalkEvent> {
  if (talk.values.head !== actor.personId) return refuse('notAllowed')
  if (talk.values.arrangedAt !== null) return refuse('nothingChanged')
  return change<Talk, TalkEvent>({ ...talk, values: { ...talk.values, arrangedAt: now } }, { type: 'ethics_talk.arranged' })
}
export const talkTasks = ({ values }: Talk): readonly TaskSpec[] =>
  values.arrangedAt !== null || values.head === null
    ? []
    : [{ kind: 'ethics_talk.arrange', title: inAll((locale) => texts(locale).tasks.talk), roles: [], dueAt: null, personId: values.head }]
