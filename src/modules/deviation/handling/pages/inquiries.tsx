import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, LinkButton } from '../../../../ui/button.tsx'
import { Deadline } from '../../../../ui/deadline.tsx'
import { each } from '../../../../ui/each.ts'
import { Section } from '../../../../ui/section.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { TaskList } from '../../../../ui/task-list.tsx'
import { type Inquiry, reference } from '../../deviation.ts'
import type { CaseView } from '../../queries.ts'
import { whenShort } from '../../when.ts'
import { mayAnswer, unanswered } from '../rules.ts'
import { handlingTexts } from '../texts.ts'

type QuestionsProps = { readonly view: CaseView; readonly locale: Locale; readonly now: Date }
/** The cases that go on in this one: what was asked in them is answered there, and read here. */
type Merged = { readonly merged: readonly CaseView[] }

export const QuestionsState = ({ view, merged, locale }: Pick<QuestionsProps, 'view' | 'locale'> & Merged) => {
  const t = handlingTexts(locale).asked
  const all = [view, ...merged].flatMap(({ deviation }) => deviation.inquiries)
  const open = unanswered({ inquiries: all }).length
  if (open > 0) return <Tag tone="warning">{t.missing(open)}</Tag>
  const { length } = all
  return <span className="v-soft">{length === 0 ? t.noneYet : t.answered(length)}</span>
}

/** What has been asked, and the answers; what is still missing stands first (S1-46, S4-138). */
export function QuestionsRead(props: QuestionsProps & Merged) {
  const { view, merged, locale } = props
  const t = handlingTexts(locale).asked
  return (
    <>
      {view.deviation.inquiries.length === 0 ? <p className="v-soft">{t.none}</p> : <Inquiries {...props} />}
      <MergedInquiries merged={merged} locale={locale} now={props.now} />
      {view.actions.includes('ask') && (
        <Actions>
          <LinkButton href={`/avvik/${view.deviation.id}/sporsmal`} variant="secondary">
            {t.ask}
          </LinkButton>
        </Actions>
      )}
    </>
  )
}

export const MergedInquiries = ({ merged, locale, now }: Merged & Pick<QuestionsProps, 'locale' | 'now'>) =>
  each(
    merged.filter(({ deviation }) => deviation.inquiries.length > 0),
    (view) => (
      <Section title={handlingTexts(locale).questions.inMerged(reference(view.deviation) ?? '')} level={3} locale={locale} plain>
        <Inquiries view={view} locale={locale} now={now} />
      </Section>
    ),
  )

export function Inquiries({ view, locale, now }: QuestionsProps) {
  const t = handlingTexts(locale).asked
  const h = handlingTexts(locale)
  const byAge = (a: Inquiry, b: Inquiry) => a.askedAt.getTime() - b.askedAt.getTime()
  const open = unanswered(view.deviation).toSorted(byAge)
  const answered = view.deviation.inquiries.filter((one) => one.answeredAt !== null).toSorted(byAge)
  const whom = (inquiry: Inquiry) => {
    if (inquiry.toReporter) return t.toReporter
    if (inquiry.outside) return t.toOutside
    const role = inquiry.resourceRole && h.question.role.choices[inquiry.resourceRole as keyof typeof h.question.role.choices]
    const name = (inquiry.personId && view.names.get(inquiry.personId)) || ''
    return t.to(role ? `${name} (${role})` : name)
  }
  return (
    <TaskList
      tasks={[...open, ...answered].map((inquiry) => ({
        name: inquiry.question,
        href:
          inquiry.answeredAt === null && mayAnswer(inquiry, view.parts, '')
            ? `/avvik/${view.deviation.id}/sporsmal/${inquiry.id}`
            : undefined,
        hint: (
          <>
            {whom(inquiry)}
            {inquiry.answeredAt && ` · ${h.questions.answeredAt(whenShort(view.deviation, inquiry.answeredAt, locale))}`}
            {inquiry.answer && <p className="v-answer">{inquiry.answer}</p>}
          </>
        ),
        status: inquiry.answeredAt === null && <Tag tone="warning">{t.waiting}</Tag>,
        deadline: inquiry.answeredAt === null && inquiry.dueAt && <Deadline due={inquiry.dueAt} now={now} locale={locale} compact />,
      }))}
    />
  )
}
