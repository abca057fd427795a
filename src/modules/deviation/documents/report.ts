import { isEmpty } from '../../../kernel/fields.ts'
import type { Document } from '../../documents/public.ts'
import { type Report, reportFields } from '../fields-report.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { texts } from '../texts.ts'
import { bare } from './bare.ts'
import type { Block, Material, Row, Section } from './material.ts'
import { affectedOf, answeredRows, caseTime, categoriesOf, dataTypesOf, measuresTable, nameOf, periodOf, relationOf, row } from './rows.ts'
import { words } from './words.ts'

/** The form of fifteen points in its three parts (G1, S1-26). It has no reporter: the report is about the act (S1-42, S1-43, S4-131). */
export const reportDocument = (material: Material): Document => ({
  ...bare(material, 'deviationReport', words(material.deviation.language).titles.report, material.deviation.status === 'draft'),
  summary: reportSummary(material),
  sections: reportSections(material),
})

export function reportSections(material: Material): readonly Section[] {
  const { deviation } = material
  const { language, report } = deviation
  const w = words(language).report
  const line = (label: string, value: string | null) => row(label, value, language)
  const redacted: readonly Block[] = deviation.redactedFields.length > 0 ? [{ kind: 'note', text: w.redacted }] : []
  const more = moreRows(report, material)
  return [
    { heading: w.contact, blocks: [{ kind: 'facts', rows: contactRows(material) }] },
    {
      heading: w.description,
      blocks: [
        {
          kind: 'facts',
          rows: [
            line(w.mainCause, report.mainCause),
            line(w.period, periodOf(report, language)),
            line(w.discoveredAt, caseTime(material.deviation, report.discoveredAt, language)),
            line(w.affected, affectedOf(report, language)),
            line(w.whatHappened, report.whatHappened),
            line(w.dataTypes, dataTypesOf(report, language)),
            line(w.relation, relationOf(report, language)),
            line(w.whereNow, report.whereNow),
          ],
        },
        ...redacted,
      ],
    },
    {
      heading: w.consequences,
      blocks: [
        {
          kind: 'facts',
          rows: [line(w.forOrganisation, report.consequencesOrganisation), line(w.forSubjects, report.consequencesSubjects)],
        },
        measuresTable(material, w.measures),
        { kind: 'facts', rows: informRows(report, material) },
      ],
    },
    ...(more.length > 0 ? [{ heading: w.more, blocks: [{ kind: 'facts', rows: more } as const] }] : []),
  ]
}

function reportSummary({ deviation, system }: Material): readonly Row[] {
  const { language, report } = deviation
  const w = words(language).summary
  const t = texts(language)
  const rows: Row[] = [
    row(w.received, caseTime(deviation, deviation.receivedAt, language), language),
    { label: w.channel, value: t.channels[deviation.channel] },
  ]
  if (report.caseType) rows.push({ label: w.caseType, value: t.caseTypes[report.caseType] })
  if (system) rows.push({ label: w.system, value: system })
  if (report.externalReference) rows.push({ label: w.externalReference, value: report.externalReference })
  return rows
}

/** The reporter's own unit and leader may point at a protected reporter, so they are covered too (S4-131). */
function contactRows(material: Material): readonly Row[] {
  const { deviation, units, profile } = material
  const { language, report } = deviation
  const w = words(language)
  const leader = (id: string | null) => (id ? nameOf(material, id) : null)
  const rows = [
    row(w.report.affectedUnit, report.affectedUnit && (units.get(report.affectedUnit) ?? null), language),
    row(w.report.affectedLeader, leader(report.affectedLeader), language),
  ]
  if (material.reporter === 'code') {
    const unknown = texts(language).reporterWithCode
    return [...rows, { label: w.report.reporterUnit, value: unknown }, { label: w.report.reporterLeader, value: unknown }]
  }
  if (material.reporter === 'none' && !report.reporterUnit && !report.reporterLeader) {
    const nobody = texts(language).noReporter
    return [...rows, { label: w.report.reporterUnit, value: nobody }, { label: w.report.reporterLeader, value: nobody }]
  }
  if (material.reporter === 'protected' || profile.deviation.reporterProtection !== 'none')
    return [
      ...rows,
      { label: w.report.reporterUnit, value: w.protectedReporter },
      { label: w.report.reporterLeader, value: w.protectedReporter },
    ]
  return [
    ...rows,
    row(w.report.reporterUnit, report.reporterUnit && (units.get(report.reporterUnit) ?? null), language),
    row(w.report.reporterLeader, leader(report.reporterLeader), language),
  ]
}

function informRows(report: Report, { deviation: { language } }: Material): readonly Row[] {
  const w = words(language)
  const yesNo = (answer: 'yes' | 'no' | 'unsure' | null) => answer && w.yesNo[answer]
  const sent = report.informSent === 'yes' && report.informSentOn ? sentOn(report, language) : yesNo(report.informSent)
  const rows = [row(w.report.inform, yesNo(report.informNeeded), language), row(w.report.informSent, sent, language)]
  return isEmpty(report.informReason) ? rows : [...rows, row(w.report.informReason, report.informReason, language)]
}

const sentOn = (report: Report, language: 'nb' | 'nn'): string => {
  const [sent] = answeredRows(reportFields, reportTexts(language).fields, report, ['informSentOn'], language)
  return `${words(language).yes}, ${sent?.value ?? ''}`
}

/** What some categories ask besides the fifteen points (S1-05 to S1-18, S3-04, S4-126). */
const besides = [
  'directlyAffected',
  'processElement',
  'causeCode',
  'personalData',
  'breachKinds',
  'breachManner',
  'effects',
  'incidentKind',
  'serious',
  'device',
  'deletionConfirmed',
  'exposedBy',
  'ruleBroken',
  'measureFault',
  'openDataAffects',
  'publishedFault',
  'itemTypes',
  'encrypted',
] as const

function moreRows(report: Report, { deviation: { language } }: Material): readonly Row[] {
  const categories = categoriesOf(report, language)
  const { fields } = reportTexts(language)
  return [
    ...(categories ? [{ label: fields.categories.label, value: categories }] : []),
    ...answeredRows(reportFields, fields, report, besides, language),
  ]
}
