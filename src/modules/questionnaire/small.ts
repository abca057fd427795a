import type { Content } from './content.ts'
import { isSmall } from './permissions.ts'
import type { Answers, Campaign, CampaignUnit } from './questionnaire.ts'

/** A round with its questions, all its units, and what those have answered: the options, and what is followed up, but no comment. */
export type Round = {
  readonly campaign: Campaign
  readonly content: Content
  readonly units: readonly CampaignUnit[]
  readonly answers: ReadonlyMap<string, Answers>
  /** Those with fewer people than the limit of the profile: their answers are not among these. */
  readonly small: ReadonlySet<string>
  readonly fewest: number
}

/**
 * Without what small units have answered: it is in no figure, neither by itself nor in a sum, so that nobody can work it out from what the
 * others answered. That they have sent is no answer, and stands.
 */
export function sparing(round: Omit<Round, 'small' | 'fewest'>, fewest: number): Round {
  const small = new Set(round.units.filter((unit) => isSmall(unit, fewest)).map(({ id }) => id))
  return { ...round, fewest, small, answers: new Map([...round.answers].filter(([id]) => !small.has(id))) }
}
