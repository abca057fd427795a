import type { Fields } from '../../kernel/fields.ts'
import type { Reference } from '../../kernel/reference.ts'
import { fingerprint } from '../../kernel/seal.ts'
import { personReference } from '../people/public.ts'
import { planOf, scenarioFields } from './fields.ts'
import type { Measure, Scenario } from './risk.ts'
import { texts } from './texts.ts'

type Named = { readonly id: string; readonly name: string | null }

/** What the scenarios and the plan of measures say, in a few letters: what an acceptance and an approval rest on. */
export const fingerprintOf = <S extends { readonly id: string }>(
  fields: Fields,
  scenarios: readonly S[],
  measures: readonly Measure[],
): string =>
  fingerprint(
    JSON.stringify([
      scenarios.map((one) => [one.id, ...Object.keys(fields).map((name) => one[name as keyof S])]),
      measures.map((one) => [one.id, ...planOf.map((name) => one[name])]),
    ]),
  )
export const planFingerprint = (scenarios: readonly Scenario[], measures: readonly Measure[]): string =>
  fingerprintOf(scenarioFields, scenarios, measures)

/** The scenarios of one record, for its measures: a measure is against those, and no other's. */
export function scenarioReference(scenarios: readonly Named[]): Reference {
  const all = scenarios.map(({ id, name }) => ({ id, name: name ?? '' }))
  return {
    to: 'risk_scenario',
    choices: async () => all,
    named: async (_, ids) => new Map(all.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one])),
    called: async (_, names) => all.flatMap((one) => names.filter((name) => name === one.name).map((as) => ({ ...one, as }))),
    gone: (locale) => texts(locale).ended,
  }
}
export const measureReferences = (scenarios: readonly Named[]) => ({
  scenarios: scenarioReference(scenarios),
  owner: personReference,
  decidedBy: personReference,
})
