import type { Actor } from '../../kernel/actor.ts'
import { all, any, type Column, fact, not, type Rule, says } from '../../kernel/space.ts'
import type { Complaint } from './complaint.ts'

const status: Column<Complaint> = { at: 'd.status', type: 'text', of: ({ values }) => values.status }
const writer: Column<Complaint> = { at: 'd.writer_id', type: 'uuid', of: ({ values }) => values.writer }

/**
 * The space of complaints of research ethics: whoever wrote one, and, once it is sent, whoever leads the unit that it was sent to. No role
 * opens it: not the data protection officer, not the administrator, not the auditor.
 */
export const isSeen: Rule<Complaint, Actor> = any(
  says(writer, ({ personId }) => [personId]),
  all(
    not(says(status, () => ['draft'])),
    fact('receives', ({ receives }) => receives),
  ),
)
