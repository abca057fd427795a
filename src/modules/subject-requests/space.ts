import { type Actor, hasRole, worksAs } from '../../kernel/actor.ts'
import { all, any, type Column, type Rule, says, some } from '../../kernel/space.ts'
import type { RequestProfile } from './profile.ts'
import type { Opened, Search } from './subject-request.ts'

// Who may know of a request, for the check and for the list (docs/decisions/0020). It tells who somebody is, and what they want to know.

type Who = { readonly personId: string; readonly leads: readonly string[]; readonly receives: boolean }

const column = (at: string, of: (request: Opened) => string | null): Column<Opened> => ({ at, type: 'uuid', of })
const me = (who: Who): readonly string[] => [who.personId]

const own: Rule<Opened, Who> = any(
  says(
    column('d.asked_by_id', ({ values }) => values.askedBy),
    me,
  ),
  says(
    column('d.responsible_id', ({ values }) => values.responsible),
    me,
  ),
  says(
    column('d.unit_id', ({ values }) => values.unit),
    (who) => who.leads,
  ),
  some<Opened, Search, Who>(
    'subject_request_search',
    's',
    'subject_request_id',
    ({ searches }) => searches,
    says<Search, Who>({ at: 's.searcher_id', type: 'uuid', of: ({ searcher }) => searcher }, me),
  ),
)

/** Those who receive requests, the data protection officer, whoever asked or has it to answer, the leader of its unit, and whoever looks in a system. */
export const whoIs = (actor: Actor, profile: RequestProfile): Who => ({
  personId: actor.personId,
  leads: actor.leads,
  receives: receivesAll(actor, profile),
})
export const receivesAll = (actor: Actor, { receivers }: RequestProfile): boolean => hasRole(actor, 'dpo') || worksAs(actor, ...receivers)
export const spaceOf = ({ receives }: Who): Rule<Opened, Who> => (receives ? all() : own)
