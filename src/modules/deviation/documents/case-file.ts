import type { Document } from '../../documents/public.ts'
import { clockRuns } from '../clock.ts'
import { handlingFields } from '../fields-handling.ts'
import { handlingTexts } from '../handling/texts.ts'
import { texts } from '../texts.ts'
import { assessmentSections, decisionSections } from './assessment.ts'
import { bare } from './bare.ts'
import { breachSections, breachSummary, lessonSections } from './breach.ts'
import type { Block, Material, Row, Section } from './material.ts'
import { addedSections, memoSections, regimeSections } from './memo.ts'
import { reportSections } from './report.ts'
import { answeredRows, caseTime, instant, nameOf, row, shortInstant } from './rows.ts'
import { words } from './words.ts'

/** All of the case in one document, for the archive and for whoever must read it from end to end. */
export const caseFileDocument = (material: Material): Document => {
  const w = words(material.deviation.language)
  const { deviation } = material
  const memo = Object.entries(deviation.closing).some(([name, text]) => name.startsWith('memo') && text !== null)
  return {
    ...bare(material, 'caseFile', w.titles.caseFile, deviation.status !== 'closed'),
    summary: caseSummary(material),
    sections: [
      ...under(w.short.report, reportSections(material)),
      handlingSection(material),
      ...inquirySections(material),
      ...meetingSections(material),
      ...commentSections(material),
      ...(clockRuns(deviation) ? under(w.short.assessment, assessmentSections(material)) : []),
      ...decisionSections(material),
      ...(clockRuns(deviation) ? under(w.short.breach, breachSections(material)) : []),
      ...under(w.short.breach, lessonSections(material)),
      ...(memo ? under(w.short.memo, memoSections(material)) : []),
      ...regimeSections(material),
      ...addedSections(material),
      keptSection(material),
      timelineSection(material),
    ],
  }
}

/** Sections of another document, with its name before each heading. */
const under = (name: string, sections: readonly Section[]): readonly Section[] =>
  sections.map((section) => ({ ...section, heading: `${name} – ${section.heading}` }))

function caseSummary(material: Material): readonly Row[] {
  const { deviation } = material
  const { language } = deviation
  const w = words(language).summary
  return [
    { label: w.status, value: texts(language).statuses[deviation.status] },
    row(w.received, caseTime(deviation, deviation.receivedAt, language), language),
    { label: w.channel, value: texts(language).channels[deviation.channel] },
    ...breachSummary(material),
    ...(deviation.closedAt ? [row(w.closed, instant(deviation.closedAt, language), language)] : []),
  ]
}

function handlingSection(material: Material): Section {
  const { deviation } = material
  const { language, handling, triage, takenBy, awareReason, closing } = deviation
  const w = words(language).handling
  const names = Object.keys(handlingFields) as (keyof typeof handlingFields)[]
  // Who was involved stays a field of the case: it may hold names, and the file travels (F5).
  const shown = names.filter((name) => name !== 'involved' || material.profile.deviation.names === 'restricted')
  const rows: Row[] = [
    ...(takenBy ? [{ label: w.takenBy, value: nameOf(material, takenBy) }] : []),
    ...answeredRows(handlingFields, handlingTexts(language).fields, handling, shown, language),
    ...(awareReason ? [{ label: w.awareReason, value: awareReason }] : []),
    ...(triage ? [{ label: w.triage, value: texts(language).triages[triage] }] : []),
    ...(closing.proposal ? [{ label: w.proposal, value: closing.proposal }] : []),
  ]
  return {
    heading: w.heading,
    blocks: rows.length > 0 ? [{ kind: 'facts', rows }] : [{ kind: 'text', text: words(language).empty }],
  }
}

function inquirySections(material: Material): readonly Section[] {
  const { language, inquiries } = material.deviation
  const w = words(language).handling
  if (inquiries.length === 0) return []
  const rows = inquiries.map((one) => ({
    // The reporter is never named, protected or not.
    label: `${one.toReporter ? w.toReporter : one.outside ? w.toOutside : w.to(nameOf(material, one.personId))}, ${instant(one.askedAt, language)}`,
    value: `${one.question}\n${one.answer ? w.answer(one.answer) : w.unanswered}`,
  }))
  return [{ heading: w.inquiries, blocks: [{ kind: 'facts', rows }] }]
}

const commentSections = ({ comments }: Material): readonly Section[] =>
  comments ? [{ heading: comments.heading, blocks: comments.items.map((text) => ({ kind: 'text', text })) }] : []

/** The minutes of each meeting: who met, what was said, what was decided (G38). */
function meetingSections({ deviation: { language }, meetings }: Material): readonly Section[] {
  const w = words(language).meetings
  return meetings.map(({ at, who, minutes, decisions }) => ({
    heading: `${w.heading}, ${instant(at, language)}`,
    blocks: [
      { kind: 'facts', rows: [row(w.who, who, language), row(w.minutes, minutes, language), row(w.decisions, decisions, language)] },
    ],
  }))
}

function keptSection(material: Material): Section {
  const { language } = material.deviation
  const w = words(language).material
  const kept = [...material.kept.filter(({ kind }) => kind !== 'caseFile')]
  const blocks: readonly Block[] =
    kept.length === 0
      ? [{ kind: 'text', text: w.none }]
      : [
          {
            kind: 'table',
            caption: '',
            head: w.head,
            rows: kept.map(({ title, number, at, sha256 }) => [title, String(number), shortInstant(at, language), sha256]),
          },
        ]
  return { heading: w.heading, blocks }
}

function timelineSection({ deviation: { language }, happened }: Material): Section {
  const w = words(language).timeline
  const rows = happened.map(({ at, what, who, byProtected }) => [
    shortInstant(at, language),
    what,
    byProtected ? w.protectedReporter : (who ?? w.system),
  ])
  return {
    heading: w.heading,
    blocks: [
      { kind: 'table', caption: '', head: w.head, rows },
      { kind: 'note', text: w.note },
    ],
  }
}
