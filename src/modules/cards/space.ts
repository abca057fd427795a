import { type Actor, worksAs } from '../../kernel/actor.ts'
import { any, type Column, type Rule, says } from '../../kernel/space.ts'
import type { Card, Status } from './card.ts'
import { statuses } from './fields.ts'

const person = (name: 'holder' | 'leader'): Column<Card> => ({ at: `d.${name}_id`, type: 'uuid', of: ({ values }) => values[name] })
const status: Column<Card> = { at: 'd.status', type: 'text', of: ({ values }) => values.status }
const me = ({ personId }: Actor) => [personId]

export const isIssuer = (actor: Actor): boolean => worksAs(actor, 'cardIssuer')
/** What reaches the issuers: an order only when the leader has passed it on (S4-203). */
const reaching: readonly Status[] = statuses.filter((one) => one !== 'ordered' && one !== 'declined')

export const isSeen: Rule<Card, Actor> = any(
  says(person('holder'), me),
  says(person('leader'), me),
  says(status, (actor) => (isIssuer(actor) ? reaching : [])),
)
