import { type Actor, workRoles } from '../../kernel/actor.ts'
import { all, any, type Column, empty, has, type ListColumn, type Rule, says, some } from '../../kernel/space.ts'
import type { Question, Share } from './question.ts'

const column = <R>(at: string, type: Column<R>['type'], of: Column<R>['of']): Column<R> => ({ at, type, of })
const me = ({ personId }: Actor): readonly string[] => [personId]

const askedBy = column<Question>('d.asked_by_id', 'uuid', ({ values }) => values.askedBy)
const office = column<Question>('d.office', 'text', ({ values }) => values.office)
const receivers: ListColumn<Question> = { at: 'd.receivers_ids', type: 'uuid', of: ({ values }) => values.receivers }

const person = column<Share>('s.person_id', 'uuid', (share) => share.person)
const role = column<Share>('s.role', 'text', (share) => share.role)
const ended = column<Share>('s.ended_at', 'text', ({ endedAt }) => endedAt?.toISOString() ?? null)

/**
 * The space of a question (docs/decisions/0020): whoever asked; the people that it came to, or those who work as the role it lies with; and
 * those whom the data protection officer has shared it with. What lies with the officer is opened by no other role: not by the
 * administrator, not by the controller (S4-077).
 */
export const isSeen: Rule<Question, Actor> = any(
  says(askedBy, me),
  says(office, workRoles),
  has(receivers, me),
  some<Question, Share, Actor>(
    'question_share',
    's',
    'question_id',
    ({ shares }) => shares,
    all(empty(ended), any(says(person, me), says(role, workRoles))),
  ),
)
