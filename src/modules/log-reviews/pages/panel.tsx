import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { LogReview } from '../log-review.ts'
import { texts } from '../texts.ts'

type Props = { readonly system: string; readonly reviews: readonly LogReview[]; readonly mayAdd: boolean; readonly locale: Locale }

/** On the page of a system: the last reviews of its log. */
export function ReviewsOfSystem({ system, reviews, mayAdd, locale }: Props) {
  const t = texts(locale)
  const { choices } = t.fields.result
  return (
    <Section title={t.title} locale={locale}>
      {reviews.length === 0 ? (
        <p>{t.noneOfSystem}</p>
      ) : (
        <TaskList
          tasks={reviews.map(({ id, values }) => ({
            name: values.name ?? t.one,
            href: `/loggkontroller/${id}`,
            hint: values.doneOn && formatDate(values.doneOn, locale),
            status: values.result && choices[values.result],
          }))}
        />
      )}
      {mayAdd && (
        <LinkButton href={`/loggkontroller/nytt?system=${system}`} variant="secondary">
          {t.add}
        </LinkButton>
      )}
    </Section>
  )
}
