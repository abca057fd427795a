import { isEmpty } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { RecordView } from '../../../../ui/record-view.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { Deviation } from '../../deviation.ts'
import { reportFields } from '../../fields-report.ts'
import type { Profile } from '../../profile.ts'
import type { ReportOffers } from '../../queries-references.ts'
import { type Group, layout, type Question } from '../layout.ts'
import { texts } from '../texts.ts'
import { MeasureList } from './measures.tsx'

type AnswersProps = {
  readonly deviation: Pick<Deviation, 'report' | 'measures'>
  /** The questions that are asked in this case. */
  readonly shown: readonly Question[]
  readonly offers: ReportOffers
  readonly profile: Profile
  readonly locale: Locale
  /** Answers that must be given or mended before it can be sent. */
  readonly missing?: readonly string[]
  readonly changeHref?: (question: string) => string
  readonly level?: 2 | 3
}

/** What has been answered, under the form's headings. What nobody answered is left out: the page says how many they are. */
export const Answers = ({ deviation, shown, offers, profile, locale, missing = [], changeHref, level = 2 }: AnswersProps) => {
  const words = texts(locale)
  const isThere = (question: Question) => missing.includes(question) || !isEmpty(deviation.report[question])
  return layout.map(({ group, questions }) => {
    const answered = questions.filter((question) => shown.includes(question) && isThere(question))
    const measures = group === 'measures'
    if (answered.length === 0 && !measures) return null
    const edit = changeHref ? { href: changeHref(measures ? 'measure0.what' : (answered[0] ?? '')) } : undefined
    return (
      <Section key={group} title={words.groups[group as Group]} locale={locale} level={level} {...(measures && edit ? { edit } : {})}>
        {measures ? (
          <MeasureList measures={deviation.measures} profile={profile} locale={locale} />
        ) : (
          <RecordView
            fields={reportFields}
            texts={words.fields}
            values={deviation.report}
            shown={answered}
            missing={missing}
            offers={offers}
            locale={locale}
            {...(changeHref ? { changeHref } : {})}
          />
        )}
      </Section>
    )
  })
}

/** How many of the questions asked have no answer. */
export const unansweredIn = (deviation: Pick<Deviation, 'report'>, shown: readonly Question[]): number =>
  shown.filter((question) => isEmpty(deviation.report[question])).length
