import type { Document } from '../../documents/public.ts'
import { clockRuns } from '../clock.ts'
import { texts } from '../texts.ts'
import { levelOf } from './assessment.ts'
import { bare } from './bare.ts'
import type { Material, Row, Section } from './material.ts'
import { affectedOf, caseTime, dataTypesOf, instant, measuresTable, periodOf, relationOf, row, written } from './rows.ts'
import { words } from './words.ts'

/** The documentation that every breach must have: facts, effects and what was done (G3; GDPR art. 33(5), S3-06, S3-07). */
export const breachDocument = (material: Material): Document => ({
  ...bare(material, 'breachDocumentation', words(material.deviation.language).titles.breach, material.deviation.status !== 'closed'),
  summary: breachSummary(material),
  sections: [...breachSections(material), ...lessonSections(material)],
})

/** Where the case stands, for the head of a document. */
export function breachSummary(material: Material): readonly Row[] {
  const { deviation, units, system } = material
  const { language, report, breach } = deviation
  const w = words(language)
  const line = (label: string, value: string | null) => row(label, value, language)
  return [
    line(w.summary.unit, report.affectedUnit && (units.get(report.affectedUnit) ?? null)),
    ...(system ? [{ label: w.summary.system, value: system }] : []),
    line(w.summary.discovered, caseTime(deviation, report.discoveredAt, language)),
    ...(deviation.awareAt ? [line(w.summary.aware, instant(deviation.awareAt, language))] : []),
    line(w.summary.breach, breach && w.yesNo[breach]),
    line(w.summary.level, levelOf(material)),
    ...(clockRuns(deviation)
      ? [
          { label: w.summary.authority, value: trackOf(material, 'authority') },
          { label: w.summary.subjects, value: trackOf(material, 'subjects') },
        ]
      : []),
  ]
}

export function breachSections(material: Material): readonly Section[] {
  const { deviation } = material
  const { language, closing, report } = deviation
  const w = words(language)
  const line = (label: string, value: string | null) => row(label, value, language)
  return [
    { heading: w.breach.circumstances, blocks: written(closing.circumstances, language) },
    { heading: w.breach.volume, blocks: written(closing.volume, language) },
    { heading: w.breach.actualEffects, blocks: written(closing.actualEffects, language) },
    { heading: w.breach.correction, blocks: written(closing.correction, language) },
    {
      heading: w.breach.facts,
      blocks: [
        {
          kind: 'facts',
          rows: [
            line(w.report.period, periodOf(report, language)),
            line(w.report.affected, affectedOf(report, language)),
            line(w.report.relation, relationOf(report, language)),
            line(w.report.dataTypes, dataTypesOf(report, language)),
            line(w.report.whereNow, report.whereNow),
            line(w.breach.consequences, report.consequencesSubjects),
          ],
        },
        measuresTable(material, w.measures.caption),
        { kind: 'note', text: w.breach.note },
      ],
    },
  ]
}

/** What is learnt, what is changed (S4-125). */
export function lessonSections({ deviation: { language, closing } }: Material): readonly Section[] {
  const w = words(language).breach
  return [
    { heading: w.lessons, blocks: written(closing.lessons, language) },
    { heading: w.routineChange, blocks: written(closing.routineChange, language) },
    ...(closing.newSolution ? [{ heading: w.newSolution, blocks: written(closing.newSolution, language) }] : []),
  ]
}

/** Where a track stands, and since when. */
export function trackOf({ deviation }: Material, track: 'authority' | 'subjects'): string {
  const { language, authorityTrack, authorityNotifiedAt, subjectsTrack, subjectsInformedAt } = deviation
  const t = texts(language)
  const said = track === 'authority' ? t.authorityTrack[authorityTrack] : t.subjectsTrack[subjectsTrack]
  const at = instant(track === 'authority' ? authorityNotifiedAt : subjectsInformedAt, language)
  return at ? `${said}, ${at}` : said
}
