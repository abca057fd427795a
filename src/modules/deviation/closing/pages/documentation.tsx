import { clockRuns } from '../../clock.ts'
import { DeedPage, type DeedPageProps } from '../../deed/pages/deed.tsx'
import { closingPart, documentationFields, lessonFields } from '../../fields-closing.ts'
import { fingerprintOf } from '../../seen.ts'
import { texts } from '../texts.ts'
import { type Part, WritingForm, type WritingProps, WritingRead } from './writing.tsx'

export type DocumentationPageProps = Pick<DeedPageProps, 'view' | 'locale' | 'now' | 'refused' | 'conflict'> & {
  /** Null: to read only. */
  readonly writing: Pick<WritingProps, 'values' | 'suggested' | 'asked'> | null
}

/** The documentation of a breach, and what is learnt from it (S3-06, S3-07, S4-125). */
export const DocumentationPage = ({ writing, ...page }: DocumentationPageProps) => {
  const { view, locale, refused } = page
  const { deviation } = view
  const t = texts(locale).documentation
  const parts = documentationParts(page)
  return (
    <DeedPage {...page} title={documentationTitle(page)} lead={clockRuns(deviation) ? t.lead : undefined}>
      {writing ? (
        <WritingForm
          {...writing}
          id={deviation.id}
          version={deviation.version}
          stored={deviation.closing}
          fingerprint={fingerprintOf(
            closingPart(
              deviation.closing,
              parts.flatMap((part) => part.names),
            ),
          )}
          locale={locale}
          parts={parts}
          raw={refused?.raw}
          problems={refused?.problems}
          newNationalIdRule={view.profile.deviation.newNationalIdRule}
        />
      ) : (
        <WritingRead id={deviation.id} parts={parts} values={deviation.closing} locale={locale} />
      )}
    </DeedPage>
  )
}

export const documentationTitle = ({ view, locale }: Pick<DocumentationPageProps, 'view' | 'locale'>): string => {
  const t = texts(locale).documentation
  return clockRuns(view.deviation) ? t.title : t.titleNoBreach
}

const documentationParts = ({ view, locale }: Pick<DocumentationPageProps, 'view' | 'locale'>): readonly Part[] => {
  const t = texts(locale).documentation
  const four: Part = { title: t.four, names: Object.keys(documentationFields) as (keyof typeof documentationFields)[] }
  const lessons: Part = { title: t.lessons, names: Object.keys(lessonFields) as (keyof typeof lessonFields)[], id: 'laerdom' }
  return clockRuns(view.deviation) ? [four, lessons] : [lessons]
}
