import type { Actor } from '../../kernel/actor.ts'
import { change, type Outcome, refuse } from '../../kernel/change.ts'
import { type Measure, measureRefused, measureWritten, scenarioRefused } from '../risks/public.ts'
import type { Dpia, DpiaEvent, Scenario } from './dpia.ts'
import { scenarioFields } from './fields.ts'
import { type DpiaOutcome, mayWrite, touched } from './rules.ts'

type Part<T> = Outcome<{ readonly record: Dpia; readonly part: T }, DpiaEvent>

export function writeScenario(record: Dpia, before: Scenario | null, next: Scenario, actor: Actor, now: Date): Part<Scenario> {
  const refused = mayWrite(record, actor) ?? scenarioRefused(scenarioFields, record.values.scale ?? '5', before, next)
  if (refused) return refused
  return change<{ record: Dpia; part: Scenario }, DpiaEvent>(
    { record: touched(record, now), part: next },
    { type: before ? 'dpia.scenarioEdited' : 'dpia.scenarioAdded' },
  )
}

/** Whoever carries a measure out says so, also while the data protection officer has it: nothing that is read is changed. */
export function writeMeasure(record: Dpia, before: Measure | null, next: Measure, actor: Actor, now: Date): Part<Measure> {
  const { changesPlan, carriedOut } = measureWritten(before, next)
  const carries = before !== null && before.owner === actor.personId && !changesPlan
  const stopped = record.values.status === 'ended' ? refuse('notNow') : carries ? null : mayWrite(record, actor)
  const refused = stopped ?? measureRefused(before, next, now)
  if (refused) return refused
  return change<{ record: Dpia; part: Measure }, DpiaEvent>(
    { record: changesPlan ? touched(record, now) : record, part: next },
    { type: before === null ? 'dpia.measureAdded' : carriedOut ? 'dpia.measureDone' : 'dpia.measureEdited' },
  )
}

export function removePart(record: Dpia, type: 'dpia.scenarioRemoved' | 'dpia.measureRemoved', actor: Actor, now: Date): DpiaOutcome {
  return mayWrite(record, actor) ?? change<Dpia, DpiaEvent>(touched(record, now), { type })
}
