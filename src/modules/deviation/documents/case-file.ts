import type { Document } from '../../documents/public.ts'
import { clockRuns } from '../clock.ts'
import { handlingFields } from '../handling/fields.ts'
import { handlingTexts } from '../handling/texts.ts'
import { texts } from '../texts.ts'
import { assessmentSections, decisionSections } from './assessment.ts'
import { bare } from './bare.ts'
import { breachSections, breachSummary, lessonSections } from './breach.ts'
import { memoSections } from './memo.ts'
import type { Block, Papers, Row, Section } from './papers.ts'
import { reportSections } from './report.ts'
import { answeredRows, instant, nameOf, row, shortInstant } from './rows.ts'
import { words } from './words.ts'

/** All of the case in one document, for the archive and for whoever must read it from end to end. */
export const caseFileDocument = (papers: Papers): Document => {
  const w = words(papers.deviation.language)
  const { deviation } = papers
  const memo = Object.entries(deviation.closing).some(([name, text]) => name.startsWith('memo') && text !== null)
  return {
    ...bare(papers, 'caseFile', w.titles.caseFile, deviation.status !== 'closed'),
    summary: caseSummary(papers),
    sections: [
      ...under(w.short.report, reportSections(papers)),
      handlingSection(papers),
      ...inquirySections(papers),
      ...meetingSections(papers),
      ...(clockRuns(deviation) ? under(w.short.assessment, assessmentSections(papers)) : []),
      ...decisionSections(papers),
      ...(clockRuns(deviation) ? under(w.short.breach, breachSections(papers)) : []),
      ...under(w.short.breach, lessonSections(papers)),
      ...(memo ? under(w.short.memo, memoSections(papers)) : []),
      keptSection(papers),
      timelineSection(papers),
    ],
  }
}

/** Sections of another document, with its name before each heading. */
const under = (name: string, sections: readonly Section[]): readonly Section[] =>
  sections.map((section) => ({ ...section, heading: `${name} – ${section.heading}` }))

function caseSummary(papers: Papers): readonly Row[] {
  const { deviation } = papers
  const { language } = deviation
  const w = words(language).summary
  return [
    { label: w.status, value: texts(language).statuses[deviation.status] },
    row(w.received, instant(deviation.receivedAt, language), language),
    { label: w.channel, value: texts(language).channels[deviation.channel] },
    ...breachSummary(papers),
    ...(deviation.closedAt ? [row(w.closed, instant(deviation.closedAt, language), language)] : []),
  ]
}

function handlingSection(papers: Papers): Section {
  const { deviation } = papers
  const { language, handling, triage, takenBy, awareReason, closing } = deviation
  const w = words(language).handling
  const names = Object.keys(handlingFields) as (keyof typeof handlingFields)[]
  // Who was involved stays a field of the case: it may hold names, and the file travels (F5).
  const shown = names.filter((name) => name !== 'involved' || papers.profile.deviation.names === 'restricted')
  const rows: Row[] = [
    ...(takenBy ? [{ label: w.takenBy, value: nameOf(papers, takenBy) }] : []),
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

function inquirySections(papers: Papers): readonly Section[] {
  const { language, inquiries } = papers.deviation
  const w = words(language).handling
  if (inquiries.length === 0) return []
  const rows = inquiries.map((one) => ({
    // The reporter is never named, protected or not.
    label: `${one.toReporter ? w.toReporter : w.to(nameOf(papers, one.personId))}, ${instant(one.askedAt, language)}`,
    value: `${one.question}\n${one.answer ? w.answer(one.answer) : w.unanswered}`,
  }))
  return [{ heading: w.inquiries, blocks: [{ kind: 'facts', rows }] }]
}

/** The minutes of each meeting: who met, what was said, what was decided (G38). */
function meetingSections({ deviation: { language }, meetings }: Papers): readonly Section[] {
  const w = words(language).meetings
  return meetings.map(({ at, who, minutes, decisions }) => ({
    heading: `${w.heading}, ${instant(at, language)}`,
    blocks: [
      { kind: 'facts', rows: [row(w.who, who, language), row(w.minutes, minutes, language), row(w.decisions, decisions, language)] },
    ],
  }))
}

function keptSection(papers: Papers): Section {
  const { language } = papers.deviation
  const w = words(language).papers
  const kept = [...papers.kept.filter(({ kind }) => kind !== 'caseFile')]
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

function timelineSection({ deviation: { language }, happened }: Papers): Section {
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
