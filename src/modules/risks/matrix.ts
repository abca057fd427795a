import { steps } from './fields.ts'
import { criteria } from './profile.ts'
import type { Measure, Scenario } from './risk.ts'

export type Scale = '4' | '5'
export type Step = (typeof steps)[number]
export type Level = 'low' | 'medium' | 'high'
export type When = 'before' | 'after'
/** Whose consequence is looked at: the worst of the two, of those whom the data are about, of the organisation. */
export const whose = ['worst', 'subjects', 'organisation'] as const
export type Whose = (typeof whose)[number]

export const stepsOf = (scale: Scale): readonly Step[] => steps.slice(0, Number(scale))

/** Likelihood times consequence against the criteria of the scale. */
export function levelOf(scale: Scale, likelihood: Step, consequence: Step): Level {
  const risk = Number(likelihood) * Number(consequence)
  const { acceptable, unacceptable } = criteria[scale]
  return risk <= acceptable ? 'low' : risk >= unacceptable ? 'high' : 'medium'
}

export type Place = { readonly likelihood: Step; readonly consequence: Step }

/** Where a scenario stands. What was not judged again after the measures stands where it stood before them. */
export function placeOf(scenario: Scenario, when: When, of: Whose): Place | null {
  const after = when === 'after'
  const likelihood = (after ? scenario.likelihoodAfter : null) ?? scenario.likelihood
  const subjects = (after ? scenario.forSubjectsAfter : null) ?? scenario.forSubjects
  const organisation = (after ? scenario.forOrganisationAfter : null) ?? scenario.forOrganisation
  const consequence = of === 'subjects' ? subjects : of === 'organisation' ? organisation : worst(subjects, organisation)
  return likelihood === null || consequence === null ? null : { likelihood, consequence }
}
const worst = (one: Step | null, other: Step | null): Step | null =>
  one === null || other === null ? (one ?? other) : one > other ? one : other

/** The level of a scenario by its worst consequence. */
export function riskOf(scale: Scale, scenario: Scenario, when: When): Level | null {
  const place = placeOf(scenario, when, 'worst')
  return place && levelOf(scale, place.likelihood, place.consequence)
}

const judgedAgain = [
  ['likelihood', 'likelihoodAfter'],
  ['forSubjects', 'forSubjectsAfter'],
  ['forOrganisation', 'forOrganisationAfter'],
] as const
/**
 * Those that stand lower after the measures than before them, and that no measure points at: what should make them smaller is not there
 * (GDPR art. 32(1), 35(7)(d)). Of an analysis and of an impact assessment.
 */
export const unexplained = <S extends Scenario>(scenarios: readonly S[], measures: readonly Pick<Measure, 'scenarios'>[]): readonly S[] =>
  scenarios.filter(
    (scenario) =>
      judgedAgain.some(([before, after]) => {
        const [stood, stands] = [scenario[before], scenario[after]]
        return stood !== null && stands !== null && stands < stood
      }) && !measures.some((measure) => measure.scenarios.includes(scenario.id)),
  )

export type Cell = Place & { readonly level: Level; readonly ids: readonly string[] }
export type Row = { readonly likelihood: Step; readonly cells: readonly Cell[] }

/** The matrix: the most likely on top, the least serious to the left. Every scenario that is judged stands in one cell. */
export function matrixOf(scale: Scale, scenarios: readonly Scenario[], when: When, of: Whose): readonly Row[] {
  const placed = scenarios.map((scenario) => ({ id: scenario.id, place: placeOf(scenario, when, of) }))
  return stepsOf(scale)
    .toReversed()
    .map((likelihood) => ({
      likelihood,
      cells: stepsOf(scale).map((consequence) => ({
        likelihood,
        consequence,
        level: levelOf(scale, likelihood, consequence),
        ids: placed.flatMap(({ id, place }) => (place?.likelihood === likelihood && place.consequence === consequence ? [id] : [])),
      })),
    }))
}

/** How many scenarios are at each level. */
export const levelsOf = (scale: Scale, scenarios: readonly Scenario[], when: When): Readonly<Record<Level, number>> => {
  const all = scenarios.map((scenario) => riskOf(scale, scenario, when))
  const count = (level: Level) => all.filter((one) => one === level).length
  return { low: count('low'), medium: count('medium'), high: count('high') }
}

export type Protection = 'basic' | 'increased' | 'high' | 'veryHigh'
const protections: readonly Protection[] = ['basic', 'increased', 'high', 'veryHigh']

/**
 * How well the information must be secured, of the two factors: its content and the context it is processed in (S4-003). The same content
 * asks for one step more outside our own house, and null while one of the two is not answered.
 */
export function protectionOf(content: 'open' | 'internal' | 'protected' | 'strict' | null, context: string | null): Protection | null {
  if (content === null || context === null) return null
  const base = { open: 0, internal: 1, protected: 2, strict: 3 }[content]
  const more = content !== 'open' && context !== 'inHouse' ? 1 : 0
  return protections[Math.min(base + more, 3)] ?? null
}
