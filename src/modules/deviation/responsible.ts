import type { Actor } from '../../kernel/actor.ts'
import { holds } from '../../kernel/space.ts'
import type { Deviation, Measure } from './deviation.ts'
import { type Given, isTheirMeasure } from './space.ts'

type Owning = { readonly ownsSystem: boolean }

export type { Given } from './space.ts'

export const isGiven = ({ responsiblePerson, responsibleRole }: Given): boolean => responsiblePerson !== null || responsibleRole !== null

/** Whether a measure is this person's to do: the rule is the space's own. */
export const isTheirs = (measure: Given, deviation: Pick<Deviation, 'report'>, actor: Actor, standing: Owning): boolean =>
  holds(isTheirMeasure, { measure, deviation, standing }, actor)

/** Those of a case that are this person's. None before somebody has taken the case: whoever reports gives nobody work. */
export const theirs = (deviation: Deviation, actor: Actor, standing: Owning): readonly Measure[] =>
  ['open', 'proposed', 'closed'].includes(deviation.status)
    ? deviation.measures.filter((measure) => isTheirs(measure, deviation, actor, standing))
    : []

/** What was left to do when the case was proposed closed: the points of the memo's conclusion (S4-154). */
export const followUpPoints = ({ measures }: Pick<Deviation, 'measures'>): readonly Measure[] =>
  measures.filter((measure) => measure.state === 'planned')
