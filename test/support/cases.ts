import { emptyValues } from '../../src/kernel/fields.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { Preset } from '../../src/kernel/profile.ts'
import type { Criterion } from '../../src/modules/deviation/assessed.ts'
import { saveAssessment } from '../../src/modules/deviation/assessment/commands.ts'
import { takeCase } from '../../src/modules/deviation/commands.ts'
import type { Deviation } from '../../src/modules/deviation/deviation.ts'
import { type AssessmentAnswers, assessmentFields } from '../../src/modules/deviation/fields-assessment.ts'
import { type Report, reportFields } from '../../src/modules/deviation/fields-report.ts'
import { sendReport } from '../../src/modules/deviation/report/commands.ts'
import type { DeviationOutcome } from '../../src/modules/deviation/rules.ts'
import { load } from '../../src/modules/deviation/store.ts'
import { type Task, tasksOf } from '../../src/modules/tasks/public.ts'
import type { TestApp } from './app.ts'

/** Who does what in each of the example organisations. */
export const who = {
  oslomet: { reporter: 'oslomet-ansatt', assessor: 'oslomet-sikkerhet', leader: 'oslomet-leder' },
  uio: { reporter: 'uio-ansatt', assessor: 'uio-cert', leader: 'uio-leder' },
  sauda: { reporter: 'sauda-ansatt', assessor: 'sauda-personvernombud', leader: 'sauda-leder' },
  sandnes: { reporter: 'sandnes-ansatt', assessor: 'sandnes-personvernombud', leader: 'sandnes-leder' },
} as const satisfies Readonly<Record<Preset, { readonly reporter: string; readonly assessor: string; readonly leader: string }>>

/** A report that somebody sends of their own unit: what is affected are personal data, discovered two hours before. */
export const reportBy = (app: TestApp, slug: string, over: Partial<Report> = {}, at: Date = app.clock.now): Promise<Deviation> =>
  app.ctx(slug, async (ctx) => {
    const report: Report = {
      ...emptyValues(reportFields),
      personalData: 'yes',
      affectedUnit: ctx.actor.unitId,
      whatHappened: 'En liste ble sendt til feil mottaker.',
      discoveredAt: new Date(at.getTime() - 2 * 3_600_000),
      ...over,
    }
    return done(await sendReport({ ...ctx, now: at }, newId(at), 'form', report))
  })

/** Sent by an employee about the employee's own unit, discovered ten hours ago, and taken by whoever assesses. Answers its id. */
export async function openCase(app: TestApp, preset: Preset, over: Partial<Report> = {}): Promise<string> {
  const { reporter, assessor } = who[preset]
  const discoveredAt = new Date(app.clock.now.getTime() - 10 * 3_600_000)
  const { id } = await reportBy(app, reporter, { caseType: 'privacyDeviation', categories: ['MISSENT_EMAIL'], discoveredAt, ...over })
  done(await app.ctx(assessor, (ctx) => takeCase(ctx, id, null)))
  return id
}

export const answersWith = (over: Partial<AssessmentAnswers>): AssessmentAnswers => ({ ...emptyValues(assessmentFields), ...over })

/** Finishes an assessment as the organisation's assessor. */
export const assessCase = async (
  app: TestApp,
  preset: Preset,
  id: string,
  over: Partial<AssessmentAnswers>,
  ticked: readonly Criterion[] = [],
): Promise<Deviation> => {
  // The scale is asked once sensitive data are ticked.
  const answers = answersWith(ticked.includes('M2') ? { largeScale: 'no', ...over } : over)
  return done(await app.ctx(who[preset].assessor, (ctx) => saveAssessment(ctx, id, null, answers, ticked, true)))
}

/** A case as it is stored. */
export const stored = (app: TestApp, preset: Preset, id: string): Promise<Deviation> =>
  app.ctx(who[preset].assessor, async (ctx) => {
    const found = await load(ctx, id)
    if (!found) throw new Error(`there is no case ${id}`)
    return found
  })

/** The open tasks of a case now, by kind. */
export const openTasksOf = (app: TestApp, preset: Preset, id: string): Promise<readonly Task[]> =>
  app.ctx(who[preset].assessor, async (ctx) => (await tasksOf(ctx, id)).filter((task) => task.status === 'open'))

/** The next state, or the refusal as an error. */
export function done(outcome: DeviationOutcome): Deviation {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why} ${outcome.fields.join(', ')}`)
  return outcome.next
}
