import { type Actor, workRoles } from '../../kernel/actor.ts'
import { all, any, type Column, empty, fact, has, type ListColumn, not, type Rule, says, some } from '../../kernel/space.ts'
import type { Deviation, Measure } from './deviation.ts'

/** What must be known beside the case itself to say which parts somebody plays. */
export type Standing = { readonly isReporter: boolean; readonly ownsSystem: boolean }

type Case = { readonly deviation: Deviation; readonly standing: Standing }
type Owning = { readonly deviation: Pick<Deviation, 'report'>; readonly standing: Pick<Standing, 'ownsSystem'> }
/** Who does a measure (S4-154): a person, a role, or what was written in words before either could be chosen. */
export type Given = Pick<Measure, 'responsiblePerson' | 'responsibleRole'>
type Theirs = Owning & { readonly measure: Given }

const me = ({ personId }: Actor) => [personId]
const words =
  (...all: readonly string[]) =>
  () =>
    all
const status: Column<Case> = { at: 'd.status', type: 'text', of: ({ deviation }) => deviation.status }
const leader: Column<Owning> = { at: 'd.affected_leader_id', type: 'uuid', of: ({ deviation }) => deviation.report.affectedLeader }
const accessRoles: ListColumn<Case> = { at: 'd.access_roles', type: 'text', of: ({ deviation }) => deviation.accessRoles }
const accessPersons: ListColumn<Case> = { at: 'd.access_persons', type: 'uuid', of: ({ deviation }) => deviation.accessPersons }
const person: Column<Theirs> = { at: 'm.responsible_person_id', type: 'uuid', of: ({ measure }) => measure.responsiblePerson }
const role: Column<Theirs> = { at: 'm.responsible_role', type: 'text', of: ({ measure }) => measure.responsibleRole }

const ownsSystem = fact<Owning, Actor>('ownsSystem', ({ standing }) => standing.ownsSystem)

/** A measure is this person's to do: by name; else by the role, the leader and the owner being those of the case. */
export const isTheirMeasure: Rule<Theirs, Actor> = any(
  says(person, me),
  all(
    empty(person),
    any(
      all(says(role, words('leader')), says(leader, me)),
      all(says(role, words('systemOwner')), ownsSystem),
      all(not(says(role, words('leader', 'systemOwner'))), says(role, workRoles)),
    ),
  ),
)

/** The case stands open to the roles and the people of its access list. */
export const isWorked: Rule<Case, Actor> = all(not(says(status, words('draft'))), any(has(accessRoles, workRoles), has(accessPersons, me)))

/**
 * The space of deviations: whether a case exists for somebody at all. Who reported it; those on its access list; and those who have a
 * measure to do, once somebody has taken the case: whoever reports gives nobody work.
 */
export const isSeen: Rule<Case, Actor> = any(
  isWorked,
  fact('isReporter', ({ standing }) => standing.isReporter),
  all(
    says(status, words('open', 'proposed', 'closed')),
    some<Case, Theirs, Actor>(
      'deviation_measure',
      'm',
      'deviation_id',
      ({ deviation, standing }) => deviation.measures.map((measure) => ({ measure, deviation, standing })),
      isTheirMeasure,
    ),
  ),
)

/** Those who have the case whole by their role: its documents and the files of its handling are theirs to read. */
export const isWhole: Rule<Case, Actor> = all(not(says(status, words('draft'))), has(accessRoles, workRoles))
