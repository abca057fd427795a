import type { Ctx } from '../../../kernel/ctx.ts'
import type { Fields, FieldTexts } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Versioned, VersionedPart } from '../../../kernel/version.ts'
import { personReference } from '../../people/public.ts'
import { assessmentTexts } from '../assessment/texts.ts'
import { audienceOf } from '../audience.ts'
import { texts as closingTexts } from '../closing/texts.ts'
import { recordReading } from '../commands-reading.ts'
import { reference } from '../deviation.ts'
import { handlingTexts } from '../handling/texts.ts'
import { caseView } from '../queries.ts'
import { reportReferences } from '../queries-references.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { titleOfCase } from '../title.ts'
import { partNamed, type VersionedPartName, versionedParts } from '../versions.ts'
import { overviewTexts } from './texts.ts'

/**
 * The history of a case, for those who have the case whole; whoever reads it is written down. Of a protected reporter it has not even
 * the unit (S4-131).
 */
export async function versionsOfCase(ctx: Ctx, id: string, locale: Locale): Promise<Versioned | undefined> {
  const view = await caseView(ctx, id)
  if (!view || view.deviation.status === 'draft' || audienceOf(view, ctx.actor) !== 'full') return undefined
  await recordReading(ctx, id, 'history')
  const isProtected = view.reporter.kind === 'protected'
  const part = (key: string): VersionedPart | undefined => {
    const name = partNamed(key)
    return name && partOf(name, isProtected, locale)
  }
  return {
    page: `/avvik/${id}`,
    name: [reference(view.deviation), titleOfCase(view.deviation, locale)].filter(Boolean).join(' · '),
    part,
  }
}

function partOf(name: VersionedPartName, isProtected: boolean, locale: Locale): VersionedPart {
  const { report, handling, assessment, closing } = overviewTexts(locale).page
  const t = assessmentTexts(locale)
  const { times } = overviewTexts(locale)
  const of = (title: string, fields: Fields, words: unknown, references: VersionedPart['references'] = {}): VersionedPart => ({
    title,
    fields,
    texts: words as FieldTexts<Fields>,
    references,
  })
  switch (name) {
    case 'report': {
      const { reporterUnit, reporterLeader, ...fields } = versionedParts.report
      return of(report.title, isProtected ? fields : versionedParts.report, reportTexts(locale).fields, reportReferences)
    }
    case 'handling':
      return of(handling.title, versionedParts.handling, handlingTexts(locale).fields)
    case 'assessment':
      return of(assessment.title, versionedParts.assessment, {
        ...t.fields,
        criteria: { label: t.pages.assess.criteria, choices: t.criteria },
      })
    case 'closing':
      return of(closing.title, versionedParts.closing, closingTexts(locale).fields)
    case 'times':
      return of(times.title, versionedParts.times, { ...times.aware, ...times.extent })
    case 'measure':
      return of(reportTexts(locale).groups.measures, versionedParts.measure, reportTexts(locale).measures, {
        responsiblePerson: personReference,
      })
  }
}
