import { newId } from '../../src/kernel/ids.ts'
import type { Preset } from '../../src/kernel/profile.ts'
import { decideOnAuthority, decideOnSubjects, signJointAssessment } from '../../src/modules/deviation/assessment/commands.ts'
import { saveClosing } from '../../src/modules/deviation/closing/commands.ts'
import { somePlannedMeasure, writtenClosing } from '../../src/modules/deviation/closing/factory.ts'
import { decideDeviation, decideWhetherBreach } from '../../src/modules/deviation/commands.ts'
import type { JointAnswers } from '../../src/modules/deviation/fields-assessment.ts'
import type { Closing } from '../../src/modules/deviation/fields-closing.ts'
import type { Report } from '../../src/modules/deviation/fields-report.ts'
import { saveHandling, saveMeasures, triageDeviation } from '../../src/modules/deviation/handling/commands.ts'
import { trackAuthority } from '../../src/modules/deviation/rules.ts'
import type { TestApp } from './app.ts'
import { assessCase, done, openCase, who } from './cases.ts'

/** Who closes in each of the example organisations, and who tells Datatilsynet. */
export const closers = {
  oslomet: { closer: 'oslomet-sikkerhet', sender: 'oslomet-sikkerhet' },
  uio: { closer: 'uio-universitetsdirektor', sender: 'uio-universitetsdirektor' },
  sauda: { closer: 'sauda-personvernombud', sender: 'sauda-personvernombud' },
  sandnes: { closer: 'sandnes-kommunedirektor', sender: 'sandnes-personvern-gdpr' },
} as const satisfies Readonly<Record<Preset, { readonly closer: string; readonly sender: string }>>

const four = [
  ['sandnes-personvernombud', 'dpo'],
  ['sandnes-informasjonssikkerhetssjef', 'ciso'],
  ['sandnes-kommunedirektor', 'controller'],
  ['sandnes-leder', 'systemOwner'],
] as const

type Way = {
  readonly level?: 'low' | 'medium'
  readonly report?: Partial<Report>
  readonly closing?: Partial<Closing>
  readonly internal?: true
}

/** A case with nothing left but its closing, by the real commands: medium is notified, low is not, with reasons. */
export async function readyCase(app: TestApp, preset: Preset, way: Way = {}): Promise<string> {
  const { level = 'medium', report = {}, closing = writtenClosing } = way
  const { assessor } = who[preset]
  const id = await openCase(app, preset, { affectedKnown: 'exact', affectedCount: 24, ...report })
  const handling = { severity: 'moderate', reality: 'Bekreftet.', extent: 'En klasse.', proposedMeasures: 'Lenke.' } as const
  done(await app.ctx(assessor, (ctx) => saveHandling(ctx, id, null, handling)))
  done(await app.ctx(assessor, (ctx) => saveMeasures(ctx, id, null, [{ ...somePlannedMeasure, id: newId(ctx.now) }])))
  done(await app.ctx(assessor, (ctx) => decideWhetherBreach(ctx, id, null, 'yes', 'Opplysningene kom til en fremmed.')))
  const noEffect = { effectAstray: 'no', effectChanged: 'no', effectLost: 'no' } as const
  if (level === 'medium') await assessCase(app, preset, id, { level, levelReason: 'Kjent mottaker.', ...noEffect }, ['M1'])
  else
    await assessCase(app, preset, id, { level, levelReason: 'Slettet.', certainty: 'certain', certaintyReasons: 'Slettet.', ...noEffect })
  if (preset === 'sandnes')
    for (const [slug, role] of four) done(await app.ctx(slug, (ctx) => signJointAssessment(ctx, id, null, role, jointAnswers(level))))
  if (level === 'medium')
    done(
      await app.ctx(closers[preset].sender, (ctx) =>
        decideDeviation(ctx, id, null, (deviation, by) => trackAuthority(deviation, 'notified', ctx.now, by)),
      ),
    )
  else done(await app.ctx(assessor, (ctx) => decideOnAuthority(ctx, id, null, 'notNotify', 'Ingen risiko.')))
  await app.ctx(assessor, (ctx) => decideOnSubjects(ctx, id, null, 'notInform', 'lowRisk', 'Risikoen er ikke høy.'))
  if (way.internal) done(await app.ctx(assessor, (ctx) => triageDeviation(ctx, id, null, 'internal')))
  if (Object.keys(closing).length > 0) done(await app.ctx(assessor, (ctx) => saveClosing(ctx, id, null, closing)))
  return id
}

const jointAnswers = (level: 'low' | 'medium'): JointAnswers => ({
  extent: 'En klasse.',
  severity: 'Middels.',
  measures: 'Lenke i stedet.',
  notify: level === 'medium' ? 'yes' : 'no',
  notifyReason: 'Artikkel 33.',
  enough: 'yes',
  enoughReason: 'Rutinen er endret.',
})
