import { type Actor, hasRole } from '../../kernel/actor.ts'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import { all, fact, holds, type Rule } from '../../kernel/space.ts'
import { registerRules } from '../../register/rules.ts'
import { mailboxFields } from './fields.ts'
import type { MailboxValues } from './mailbox-access.ts'

type Stood = { readonly leadsPerson: boolean }
const oversees = (actor: Actor): boolean => hasRole(actor, 'admin', 'ciso')
/** Whoever leads the employee, and those who look after all; nobody else. */
export const isSeen = (actor: Actor): Rule<Stood, Actor> =>
  oversees(actor) ? all() : fact<Stood, Actor>('leadsPerson', (record) => record.leadsPerson)
export const maySee = (leadsPerson: boolean, actor: Actor): boolean => holds(isSeen(actor), { leadsPerson }, actor)
export const seesSome = (actor: Actor): boolean => actor.leads.length > 0 || oversees(actor)
export const mayAdd = (actor: Actor): boolean => actor.leads.length > 0 || hasRole(actor, 'admin')

/** A written note is owed where the employee was not told beforehand or was not there, alone or by a representative (§ 3). */
export const owesNote = ({ noticeOn, presence }: Pick<MailboxValues, 'noticeOn' | 'presence'>): boolean =>
  noticeOn === null || (presence !== 'present' && presence !== 'represented')

/** In the order of the regulation: the ground, then the notice or why there was none, then what was done, then the note, then it is closed. */
function refuses(values: MailboxValues): Refusal | null {
  const { noticeOn, noNotice, heldOn, presence, method, opened, result, noteOn, closedOn } = values
  if (heldOn !== null && noticeOn === null && noNotice === null) return refuse('noticeFirst', ['noticeOn'])
  if (heldOn !== null && noticeOn !== null && noticeOn > heldOn) return refuse('noticeAfter', ['noticeOn'])
  if (heldOn !== null && presence === null) return refuse('presenceMissing', ['presence'])
  if (noteOn !== null && (heldOn === null || noteOn < heldOn)) return refuse('noteBefore', ['noteOn'])
  if (closedOn === null) return null
  if (heldOn === null || closedOn < heldOn) return refuse('closedBefore', ['closedOn'])
  const gaps = Object.entries({ method, opened, result }).flatMap(([name, text]) => (text === null ? [name] : []))
  if (gaps.length > 0) return refuse('resultMissing', gaps)
  return owesNote(values) && noteOn === null ? refuse('noteMissing', ['noteOn']) : null
}

export const rules = registerRules('mailbox_access', mailboxFields, { mayAdd, mayEdit: (_, actor) => seesSome(actor), refuses })

/** What has not happened yet is not registered; and nobody registers it of themselves, or of those they do not lead. */
export function wrongFor(values: MailboxValues, leadsPerson: boolean, actor: Actor, now: Date): Refusal | null {
  if (values.person === actor.personId) return refuse('ownMailbox', ['person'])
  if (!maySee(leadsPerson, actor)) return refuse('notYours', ['person'])
  const today: LocalDate = localDate(now)
  const late = (['heldOn', 'noteOn', 'closedOn'] as const).filter((name) => (values[name] ?? '') > today)
  return late.length > 0 ? refuse('future', late) : null
}
