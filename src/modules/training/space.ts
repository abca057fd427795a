import type { Actor } from '../../kernel/actor.ts'
import { hasRole } from '../../kernel/actor.ts'
import { all, any, type Column, type Rule, says } from '../../kernel/space.ts'
import type { PlanLine } from './training.ts'

// Who sees a person's training: the person, whoever leads them, the super user of the system it is about, and whoever coordinates.

/** Those who keep the plan for the whole organisation. */
export const mayCoordinate = (actor: Actor): boolean => hasRole(actor, 'ciso', 'dpo', 'privacyAdviser')

type Seen = Pick<PlanLine, 'personId' | 'unitId' | 'leaderId' | 'superUserId'>
const column = (at: string, of: Column<Seen>['of']): Column<Seen> => ({ at: `d.${at}`, type: 'uuid', of })
const self = (actor: Actor) => [actor.personId]

export const trainingSeenBy = (actor: Actor): Rule<Seen, Actor> =>
  mayCoordinate(actor)
    ? all()
    : any(
        says(
          column('person_id', (line) => line.personId),
          self,
        ),
        says(
          column('unit_id', (line) => line.unitId),
          ({ leads }) => leads,
        ),
        says(
          column('leader_id', (line) => line.leaderId),
          self,
        ),
        says(
          column('super_user_id', (line) => line.superUserId),
          self,
        ),
      )
