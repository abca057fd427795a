import { emptyValues } from '../../../kernel/fields.ts'
import type { Preset } from '../../../kernel/profile.ts'
import { assess, decideAuthority, decideSubjects, signOff } from '../assessment/rules.ts'
import type { Deviation, Measure } from '../deviation.ts'
import type { Material } from '../documents/material.ts'
import { ids, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { type AssessmentAnswers, assessmentFields } from '../fields-assessment.ts'
import type { Closing } from '../fields-closing.ts'
import type { Report } from '../fields-report.ts'
import { editHandling, setMeasures, triage } from '../handling/rules.ts'
import { profiles } from '../presets.ts'
import { decideBreach, trackAuthority } from '../rules.ts'
import { editClosing } from './rules.ts'

/** Every text that closing asks for. */
export const writtenClosing = {
  circumstances: 'En liste ble sendt til feil mottaker.',
  volume: '24 personer, navn og fravær.',
  actualEffects: 'Mottakeren leste listen og slettet den.',
  correction: 'Mottakeren slettet e-posten.',
  lessons: 'Autoutfylling velger feil mottaker.',
  routineChange: 'Lister sendes som lenke.',
  memoBriefing: 'Kommunen fikk melding om avviket.',
  memoIncident: 'Hva som skjedde: en liste ble sendt feil.',
  memoRules: 'Personvernforordningen artikkel 33.',
  memoDiscussion: 'Mottakeren er kjent.',
  memoAssessment: 'Risikoen er middels.',
  memoConclusion: 'Avviket foreslås lukket.',
} as const satisfies Partial<Closing>

export const somePlannedMeasure: Measure = {
  id: '00000000-0000-7000-8000-000000000050',
  purpose: 'prevent',
  what: 'Slå av autoutfylling',
  state: 'planned',
  responsibleRole: null,
  responsiblePerson: null,
  responsible: 'IT',
  dueOn: '2026-04-01',
  doneOn: null,
  evidence: null,
}

type Path = {
  readonly level?: 'low' | 'medium'
  readonly report?: Partial<Report>
  readonly closing?: Partial<Closing>
  readonly enough?: 'yes' | 'no'
  readonly triage?: 'internal'
}

/** A case with nothing left but its closing, by the real steps: medium is notified, low is not, with reasons. */
export function makeReady(
  preset: Preset,
  { level = 'medium', report = {}, closing = writtenClosing, enough = 'yes', triage: way }: Path = {},
): Deviation {
  const { assessment, authority, closing: _ } = profiles[preset]
  const [assessor = 'dpo'] = assessment.assessors
  const [decider = 'dpo'] = assessment.deciders
  const [sender = 'dpo'] = authority.senders
  const counted: Partial<Report> = { affectedKnown: 'exact', affectedCount: 24, ...report }
  const as = (deviation: Deviation, role: typeof assessor) => makeBy(deviation, preset, [role], { ownsSystem: role === 'systemOwner' })

  let deviation = makeDeviation(preset, { status: 'open', report: counted })
  const handling = {
    ...deviation.handling,
    severity: 'moderate',
    reality: 'Bekreftet.',
    extent: 'En klasse.',
    proposedMeasures: 'Lenke.',
  } as const
  deviation = must(editHandling(deviation, handling, as(deviation, assessor)))
  deviation = must(setMeasures(deviation, [somePlannedMeasure], as(deviation, assessor)))
  deviation = must(decideBreach(deviation, 'yes', 'Opplysningene kom til en fremmed.', as(deviation, decider)))
  deviation = must(assess(deviation, answersOf(level), level === 'medium' ? ['M1'] : [], true, as(deviation, assessor)))
  for (const role of assessment.jointly) {
    const answers = { ...view, notify: level === 'medium' ? ('yes' as const) : ('no' as const), enough }
    deviation = must(signOff(deviation, role, answers, role === 'systemOwner', as(deviation, role)))
  }
  if (level === 'medium') deviation = must(trackAuthority(deviation, 'notified', someMonday, as(deviation, sender)))
  else deviation = must(decideAuthority(deviation, 'notNotify', 'Ingen risiko.', as(deviation, decider)))
  if (deviation.subjectsTrack !== 'notOwed')
    deviation = must(decideSubjects(deviation, 'notInform', 'lowRisk', 'Risikoen er ikke høy.', as(deviation, decider)))
  if (way) deviation = must(triage(deviation, way, as(deviation, assessor)))
  return must(editClosing(deviation, { ...deviation.closing, ...closing }, as(deviation, assessor)))
}

const view = {
  extent: 'En klasse.',
  severity: 'Middels.',
  measures: 'Lenke i stedet.',
  notifyReason: 'Artikkel 33.',
  enoughReason: 'Godt nok.',
}

const answersOf = (level: 'low' | 'medium'): AssessmentAnswers => ({
  ...emptyValues(assessmentFields),
  effectAstray: 'no',
  effectChanged: 'no',
  effectLost: 'no',
  dataEncrypted: 'no',
  mayHarmRights: 'no',
  largeScale: 'no',
  newTechnology: 'no',
  level,
  levelReason: 'Kjent mottaker, få opplysninger.',
  certainty: level === 'low' ? 'certain' : null,
  certaintyReasons: level === 'low' ? 'Mottakeren har slettet, og ingen andre har sett listen.' : null,
})

/** What the documents of such a case are made of. */
export const makeMaterial = (deviation: Deviation, preset: Preset, over: Partial<Material> = {}): Material => ({
  deviation,
  profile: profiles[preset],
  reporter: 'person',
  names: new Map([
    [ids.person, 'Saksbehandler Nordmann'],
    [ids.leader, 'Leder Nordmann'],
  ]),
  units: new Map([[ids.unit, 'Sentrum skole']]),
  system: null,
  organisation: 'Sandnes kommune',
  letterhead: { lines: [], logo: null, footer: null },
  now: someMonday,
  kept: [],
  happened: [],
  meetings: [],
  comments: null,
  addenda: [],
  ...over,
})
