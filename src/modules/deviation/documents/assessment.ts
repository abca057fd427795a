import type { Document } from '../../documents/public.ts'
import { inOrder } from '../assessed.ts'
import { assessmentTexts } from '../assessment/texts.ts'
import type { Decision, Deviation, SignOff } from '../deviation.ts'
import { type Duty, duties, sourceOf, type Track } from '../duties.ts'
import { fellWords } from '../fell.ts'
import { assessmentFields } from '../fields-assessment.ts'
import { standingSignOffs } from '../rests.ts'
import { suggestLevel } from '../risk.ts'
import { assessmentOf, dutyRulesOf, severityOf } from '../risk-answers.ts'
import { texts } from '../texts.ts'
import { bare } from './bare.ts'
import type { Block, Material, Row, Section } from './material.ts'
import { affectedOf, answeredRows, caseTime, day, instant, nameOf, row, shortInstant, titlesOf } from './rows.ts'
import { words } from './words.ts'

/** The assessment of the risk: criteria, level, ENISA's working, the duties with their rules, sign-offs and decisions (G4). */
export const assessmentDocument = (material: Material): Document => ({
  ...bare(material, 'riskAssessment', words(material.deviation.language).titles.assessment, material.deviation.assessedAt === null),
  summary: assessmentSummary(material),
  sections: [...assessmentSections(material), ...decisionSections(material)],
})

function assessmentSummary(material: Material): readonly Row[] {
  const { deviation } = material
  const { language, assessedAt, assessedBy } = deviation
  const w = words(language)
  const line = (label: string, value: string | null) => row(label, value, language)
  return [
    line(w.summary.level, levelOf(material)),
    { label: w.summary.authority, value: texts(language).authorityTrack[deviation.authorityTrack] },
    { label: w.summary.subjects, value: texts(language).subjectsTrack[deviation.subjectsTrack] },
    line(w.summary.discovered, caseTime(deviation, deviation.report.discoveredAt, language)),
    ...(deviation.notifyBy ? [line(w.summary.notifyBy, withAssumed(instant(deviation.notifyBy, language), deviation))] : []),
    line(w.summary.affected, affectedOf(deviation.report, language)),
    line(w.summary.assessed, assessedAt && w.assessment.decided(nameOf(material, assessedBy), instant(assessedAt, language) ?? '')),
  ]
}

/** A deadline that nobody has said runs, says so wherever it stands. */
const withAssumed = (when: string | null, { notifyByAssumed, language }: Deviation): string | null =>
  when && notifyByAssumed ? `${when} (${words(language).summary.assumed})` : when

/** The level in a word; null until somebody has set it. */
export const levelOf = ({ deviation: { language, assessment } }: Material): string | null =>
  assessment.level && words(language).assessment.levels[assessment.level]

export function assessmentSections(material: Material): readonly Section[] {
  const { deviation } = material
  const w = words(deviation.language).assessment
  const { advice } = deviation.assessment
  return [
    { heading: w.criteria, blocks: [criteriaBlock(material)] },
    { heading: w.level, blocks: [{ kind: 'facts', rows: levelRows(material) }] },
    { heading: w.answers, blocks: [answersBlock(material)] },
    { heading: w.enisa, blocks: enisaBlocks(material) },
    { heading: w.duties, blocks: [{ kind: 'facts', rows: dutyRows(material) }] },
    ...(advice ? [{ heading: w.advice, blocks: [{ kind: 'text', text: advice } as const] }] : []),
    ...jointSections(material),
  ]
}

function criteriaBlock(material: Material): Block {
  const { ticks, language } = material.deviation
  const w = words(language).assessment
  const { criteria } = assessmentTexts(language)
  if (ticks.length === 0) return { kind: 'text', text: w.noCriteria }
  const ticked = inOrder(ticks.map((tick) => tick.criterion)).flatMap((criterion) => ticks.filter((tick) => tick.criterion === criterion))
  return {
    kind: 'list',
    items: ticked.map(({ criterion, by, at }) => w.ticked(`${criterion}. ${criteria[criterion]}`, nameOf(material, by), day(at, language))),
  }
}

function levelRows(material: Material): readonly Row[] {
  const { deviation } = material
  const { language, assessment } = deviation
  const w = words(language).assessment
  const rows = [
    { label: w.suggested, value: w.levels[suggestLevel(assessmentOf(deviation)).level] },
    row(w.chosen, levelOf(material), language),
    row(w.reason, assessment.levelReason, language),
  ]
  return assessment.h4Explanation ? [...rows, { label: 'H4', value: assessment.h4Explanation }] : rows
}

const answers = [
  'largeScale',
  'newTechnology',
  'newTechnologyComment',
  'effectAstray',
  'effectChanged',
  'effectLost',
  'dataEncrypted',
  'confidentiality',
  'integrity',
  'availability',
  'mayHarmRights',
  'certainty',
  'certaintyReasons',
] as const

function answersBlock({ deviation: { language, assessment } }: Material): Block {
  const rows = answeredRows(assessmentFields, assessmentTexts(language).fields, assessment, answers, language)
  return rows.length > 0 ? { kind: 'facts', rows } : { kind: 'text', text: words(language).assessment.notAssessed }
}

/** The score stands beside the judgement and decides nothing, and the document says so. */
function enisaBlocks({ deviation }: Material): readonly Block[] {
  const { language } = deviation
  const w = words(language).assessment
  const { enisa } = assessmentTexts(language)
  const severity = severityOf(deviation)
  if (!severity) return [{ kind: 'text', text: w.enisaNone }]
  const { working, score, band, flags } = severity
  return [
    {
      kind: 'facts',
      rows: [
        { label: w.enisaScore, value: `${enisa.score(score)}: ${enisa.band[band]}. ${enisa.meaning[band]}` },
        {
          label: w.enisaWorking,
          value: `${enisa.category[working.category]}: ${enisa.working(working.dpc, enisa.score(working.ei), enisa.score(working.circumstances), enisa.score(score))}`,
        },
      ],
    },
    ...flags.map((flag) => ({ kind: 'text', text: enisa.flag[flag] }) as const),
    { kind: 'note', text: enisa.note },
  ]
}

function dutyRows({ deviation, profile }: Material): readonly Row[] {
  const { language } = deviation
  const w = words(language)
  const owed = duties(assessmentOf(deviation), dutyRulesOf(profile))
  const t = assessmentTexts(language)
  const value = (track: Track, duty: Duty) =>
    [
      `${t.duty[track][duty.required]}.`,
      ...duty.because.map((why) => w.assessment.rule(t.because[why], t.law[sourceOf(track, why).law].reference)),
    ].join('\n')
  return [
    { label: w.summary.authority, value: value('authority', owed.authority) },
    { label: w.summary.subjects, value: value('subjects', owed.subjects) },
  ]
}

function jointSections(material: Material): readonly Section[] {
  const { deviation, profile } = material
  const { jointly } = profile.assessment
  if (jointly.length === 0) return []
  const { language } = deviation
  const signOffs = standingSignOffs(deviation)
  const w = words(language)
  const yesNo = (answer: 'yes' | 'no') => w.yesNo[answer]
  const rows = jointly.map((role) => {
    const signed = signOffs.find((one) => one.role === role)
    const title = titlesOf(material, [role])
    return signed
      ? [title, nameOf(material, signed.by), shortInstant(signed.at, language), yesNo(signed.notify), yesNo(signed.enough)]
      : [title, '', w.assessment.jointWaiting, '', '']
  })
  return [
    { heading: w.assessment.joint, blocks: [{ kind: 'table', head: w.assessment.jointHead, rows, caption: '' }] },
    ...inOrderOf(jointly, signOffs).map((one) => ({
      heading: w.assessment.jointSaid(titlesOf(material, [one.role])),
      blocks: [
        {
          kind: 'facts',
          rows: [
            { label: w.assessment.extent, value: one.extent },
            { label: w.assessment.severity, value: one.severity },
            { label: w.assessment.measures, value: one.measures },
            { label: w.assessment.notify, value: `${yesNo(one.notify)}. ${one.notifyReason}` },
            { label: w.assessment.enough, value: `${yesNo(one.enough)}. ${one.enoughReason}` },
          ],
        } as const,
      ],
    })),
  ]
}

/** As the profile names them, whoever signed first. */
const inOrderOf = (roles: readonly string[], signOffs: readonly SignOff[]): readonly SignOff[] =>
  roles.flatMap((role) => signOffs.filter((one) => one.role === role))

/** Who decided what, when and why: S1-44, S1-47, S4-148. */
export function decisionSections(material: Material): readonly Section[] {
  const { language, decisions } = material.deviation
  const w = words(language)
  if (decisions.length === 0) return [{ heading: w.assessment.decisions, blocks: [{ kind: 'text', text: w.assessment.noDecisions }] }]
  const rows = decisions.map((decision) => [
    w.decisionKinds[decision.kind],
    outcomeOf(decision, material),
    decision.outcome === 'fell' ? fellWords(decision, language) : (decision.reason ?? ''),
    w.assessment.decided(nameOf(material, decision.by), shortInstant(decision.at, language)),
  ])
  return [{ heading: w.assessment.decisions, blocks: [{ kind: 'table', head: w.assessment.decisionHead, rows, caption: '' }] }]
}

const outcomeOf = ({ outcome, ground }: Decision, { deviation: { language } }: Material): string => {
  const w = words(language)
  return [w.outcomes[outcome] ?? outcome, ...(ground ? [w.grounds[ground]] : [])].join('. ')
}
