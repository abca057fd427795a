import { formatInstant } from '../../../kernel/calendar/words.ts'
import { capital } from '../../../kernel/texts.ts'
import type { Document } from '../../documents/public.ts'
import { regimeDeadlines } from '../regime-clock.ts'
import { regimeTexts } from '../regimes/texts.ts'
import { levelOf } from './assessment.ts'
import { bare } from './bare.ts'
import { trackOf } from './breach.ts'
import type { Kept, Material, Row, Section } from './material.ts'
import { day, row, titlesOf, written } from './rows.ts'
import { words } from './words.ts'

/** The memo in six parts, with what was sent in the case attached (G7, S4-147, S4-149 to S4-154). */
export const memoDocument = (material: Material): Document => {
  const { deviation } = material
  const draft = deviation.status !== 'proposed' && deviation.status !== 'closed'
  return {
    ...bare(material, 'memo', words(deviation.language).titles.memo, draft),
    summary: memoSummary(material),
    sections: [...memoSections(material), ...regimeSections(material), ...addedSections(material), attachmentSection(material)],
  }
}

function memoSummary(material: Material): readonly Row[] {
  const { deviation, profile, units } = material
  const { language, report } = deviation
  const w = words(language).summary
  return [
    { label: w.to, value: capital(titlesOf(material, profile.closing.deciders)) },
    { label: w.from, value: capital(titlesOf(material, profile.assessment.assessors)) },
    ...(deviation.handling.shortName ? [{ label: w.about, value: deviation.handling.shortName }] : []),
    row(w.unit, report.affectedUnit && (units.get(report.affectedUnit) ?? null), language),
    row(w.level, levelOf(material), language),
    { label: w.authority, value: trackOf(material, 'authority') },
    { label: w.subjects, value: trackOf(material, 'subjects') },
  ]
}

export function memoSections({ deviation: { language, closing } }: Material): readonly Section[] {
  const w = words(language).memo
  return [
    { heading: w.briefing, blocks: written(closing.memoBriefing, language) },
    { heading: w.incident, blocks: written(closing.memoIncident, language) },
    { heading: w.rules, blocks: written(closing.memoRules, language) },
    { heading: w.discussion, blocks: written(closing.memoDiscussion, language) },
    { heading: w.assessment, blocks: written(closing.memoAssessment, language) },
    { heading: w.conclusion, blocks: written(closing.memoConclusion, language) },
  ]
}

/** What else it had to be told by, each with when it was due and when it was done; nothing where the organisation is under no other rules. */
export function regimeSections({ deviation, profile }: Pick<Material, 'deviation' | 'profile'>): readonly Section[] {
  const { language, regimes } = deviation
  const t = regimeTexts(language)
  const at = (when: Date) => formatInstant(when, language)
  return regimes.map((one) => {
    const steps = regimeDeadlines(one, profile).map(({ step, due, done }) => ({
      label: one.regime === 'processor' ? t.controllerStep : t.steps[step],
      value: [t.dueAt(at(due)), done && t.doneAt(at(done)), done && done > due && t.late].filter(Boolean).join(', '),
    }))
    const known = one.knownAt ? [{ label: t.known, value: at(one.knownAt) }] : []
    const blocks: Section['blocks'] = [
      { kind: 'text', text: [t.leads[one.regime], one.applies === 'no' ? `${t.doesNot}.` : null, one.reason].filter(Boolean).join('\n\n') },
      { kind: 'facts', rows: [...known, ...steps] },
    ]
    return { heading: t.names[one.regime], blocks }
  })
}

/** What was sent to Datatilsynet and to those affected: it goes with the memo by itself (S4-147). */
export const attachmentsOf = ({ kept }: Pick<Material, 'kept'>): readonly Kept[] =>
  kept.filter(({ kind }) => kind === 'authorityNotice' || kind === 'subjectMessage')

/** Under their own headings, after what the case says itself: what others have written is not the writer's to change. */
export const addedSections = ({ addenda }: Material): readonly Section[] =>
  addenda.map(({ heading, items }) => ({ heading, blocks: items.map((text) => ({ kind: 'text', text })) }))

function attachmentSection(material: Material): Section {
  const { language } = material.deviation
  const w = words(language).memo
  const attached = attachmentsOf(material)
  if (attached.length === 0) return { heading: w.attachments, blocks: [{ kind: 'text', text: w.noAttachments }] }
  const items = attached.map(({ kind, number, at }) =>
    w.attachment(kind === 'authorityNotice' ? w.authorityNotice : w.subjectMessage, number, day(at, language)),
  )
  return { heading: w.attachments, blocks: [{ kind: 'list', items }] }
}
