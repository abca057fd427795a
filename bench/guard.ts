import { emptyValues } from '../src/kernel/fields.ts'
import { reportFields } from '../src/modules/deviation/fields-report.ts'
import { profiles } from '../src/modules/deviation/presets.ts'
import { stopOf } from '../src/modules/deviation/report/stop.ts'
import { median } from './load.ts'

const line = 'Ring 412 34 567 om sak 2026-0001 den 17. november, fnr 158385 30181, og be om at lista blir sletta. '
const planned = { purpose: 'limit', state: 'planned', responsibleRole: null, responsiblePerson: null, responsible: null } as const

/**
 * Milliseconds of the processor that the personal-data guard takes to read a report of 100 kB on the server, half of it in fifty measures
 * (S1-42: at most 50).
 */
export function guardFigure(): { readonly milliseconds: number; readonly goal: number } {
  const report = { ...emptyValues(reportFields), whatHappened: line.repeat(500) }
  const measures = Array.from({ length: 50 }, () => ({
    ...planned,
    id: '',
    dueOn: null,
    doneOn: null,
    evidence: null,
    what: line.repeat(10).slice(0, 1000),
  }))
  const times = Array.from({ length: 15 }, () => {
    const from = process.cpuUsage()
    stopOf(report, profiles.sandnes, {}, measures)
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  })
  return { milliseconds: Math.round(median(times) * 10) / 10, goal: 50 }
}
