import { type Actor, hasRole } from '../../kernel/actor.ts'
import { all, any, type Column, fact, type Rule, says } from '../../kernel/space.ts'
import type { Standing } from './employment.ts'

type Stood = { readonly person: string | null; readonly standing: Standing }

const person: Column<Stood> = { at: 'd.person_id', type: 'uuid', of: (record) => record.person }
const leadsPerson = fact<Stood, Actor>('leadsPerson', ({ standing }) => standing.leadsPerson)

export const overseesEmployment = (actor: Actor): boolean => hasRole(actor, 'admin', 'ciso')

/** The space of employment: the person, whoever leads them, and those who look after all; nobody else. */
export const isSeen = (actor: Actor): Rule<Stood, Actor> =>
  overseesEmployment(actor)
    ? all()
    : any(
        says(person, ({ personId }: Actor) => [personId]),
        leadsPerson,
      )
