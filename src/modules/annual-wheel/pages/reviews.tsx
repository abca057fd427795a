import { type LocalDate, localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading, TextLink } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Decision, Review } from '../annual-wheel.ts'
import { texts } from '../texts.ts'

type Names = ReadonlyMap<string, { readonly name: string }>
type Props = {
  readonly reviews: readonly Review[]
  /** Whether any has approved minutes. */
  readonly isHeld: boolean
  readonly due: LocalDate
  readonly decisions: readonly Decision[]
  readonly names: Names
  readonly mayAdd: boolean
  readonly now: Date
  readonly locale: Locale
}

/** When the next review is due, those that were held, and what they decided that is not done. */
export function ReviewsPage({ reviews, isHeld, due, decisions, names, mayAdd, now, locale }: Props) {
  const { reviews: t, decisions: d } = texts(locale)
  const today = localDate(now)
  const add = mayAdd ? (
    <LinkButton href="/ledelsens-gjennomgang/nytt" icon="plus">
      {t.add}
    </LinkButton>
  ) : null
  return (
    <>
      <PageHeading title={t.title} lead={t.lead} actions={reviews.length > 0 && add} />
      <Notice tone={due < today ? 'danger' : 'info'} locale={locale}>
        {(!isHeld ? t.first : due < today ? t.overdue : t.due)(formatDate(due, locale))}
      </Notice>
      {reviews.length === 0 ? (
        <Empty title={t.none} action={add}>
          {t.noneText}
        </Empty>
      ) : (
        <Section title={t.all} locale={locale} plain>
          <TaskList
            tasks={reviews.map((review) => ({
              name: review.values.name ?? '',
              href: `/ledelsens-gjennomgang/${review.id}`,
              deadline: formatDate(review.values.heldOn ?? '', locale),
              status: <ReviewStatus review={review} today={today} locale={locale} />,
            }))}
          />
        </Section>
      )}
      {decisions.length > 0 && (
        <Section title={d.earlier} locale={locale}>
          <DecisionList {...{ decisions, names, today, locale }} />
          <p>
            <TextLink href="/ledelsesvedtak">{d.title}</TextLink>
          </p>
        </Section>
      )}
    </>
  )
}

export function ReviewStatus({ review, today, locale }: { readonly review: Review; readonly today: LocalDate; readonly locale: Locale }) {
  const t = texts(locale).reviews
  const { state, heldOn } = review.values
  const choices = t.fields.state.choices
  if (state === 'approved')
    return (
      <StatusTag tone="success" done>
        {choices.approved}
      </StatusTag>
    )
  return (heldOn ?? '') < today ? <StatusTag tone="warning">{t.held}</StatusTag> : <StatusTag tone="info">{choices.planned}</StatusTag>
}

type DecisionsProps = { readonly decisions: readonly Decision[]; readonly names: Names; readonly today: LocalDate; readonly locale: Locale }
export function DecisionList({ decisions, names, today, locale }: DecisionsProps) {
  const t = texts(locale).decisions
  const statusOf = ({ values: { closedOn, dueOn } }: Decision) =>
    closedOn !== null ? (
      <StatusTag tone="success" done>
        {t.closed}
      </StatusTag>
    ) : (dueOn ?? '') < today ? (
      <StatusTag tone="danger">{t.late}</StatusTag>
    ) : (
      <StatusTag tone="info">{t.open}</StatusTag>
    )
  return (
    <TaskList
      tasks={decisions.map((decision) => ({
        name: decision.values.name ?? '',
        href: `/ledelsesvedtak/${decision.id}`,
        hint: (decision.values.owner && names.get(decision.values.owner)?.name) || undefined,
        deadline: decision.values.dueOn ? formatDate(decision.values.dueOn, locale) : undefined,
        status: statusOf(decision),
      }))}
    />
  )
}
