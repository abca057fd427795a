import { type Actor, hasRole } from '../../kernel/actor.ts'
import { all, any, fact, type Rule } from '../../kernel/space.ts'
import type { Standing } from './access.ts'

type Stood = { readonly standing: Standing }

const leadsPerson = fact<Stood, Actor>('leadsPerson', ({ standing }) => standing.leadsPerson)
const ownsSystem = fact<Stood, Actor>('ownsSystem', ({ standing }) => standing.ownsSystem)

/** Those who look after access for all. */
export const overseesAccess = (actor: Actor): boolean => hasRole(actor, 'admin', 'ciso')

/** The space of access: leaders see those they lead, owners those who have access to their system, overseers all; nobody else. */
export const isSeen = (actor: Actor): Rule<Stood, Actor> => (overseesAccess(actor) ? all() : any(leadsPerson, ownsSystem))
