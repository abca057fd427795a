import { formatShort } from '../../../../kernel/calendar/words.ts'
import { emptyValues } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Button } from '../../../../ui/button.tsx'
import { Deadline } from '../../../../ui/deadline.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import type { Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import type { Inquiry } from '../../deviation.ts'
import { answerFields } from '../../fields-handling.ts'
import { texts } from '../../texts.ts'
import { handlingTexts } from '../texts.ts'

export type AnswerPageProps = {
  readonly reference: string
  readonly inquiry: Inquiry
  /** `handler`: writes down an answer that came by word. */
  readonly as: 'asked' | 'reporter' | 'handler'
  /** The case takes answers. */
  readonly open: boolean
  readonly locale: Locale
  readonly now: Date
  readonly refused?: Refused | undefined
}

/** One question, to one who may know: the question and the case's number, and nothing of the case (S4-138). */
export function AnswerPage({ reference, inquiry, as, open, locale, now, refused }: AnswerPageProps) {
  const t = handlingTexts(locale)
  const lead = { asked: t.answerPage.lead, reporter: t.answerPage.leadReporter, handler: t.answerPage.leadHandler }[as]
  return (
    <Stack gap="lg">
      {refused && <ErrorSummary errors={refused.errors} locale={locale} />}
      <PageHeading kicker={t.answerPage.kicker(reference)} title={t.answerPage.title} lead={lead} />
      {inquiry.dueAt && !inquiry.answeredAt && (
        <div>
          <Deadline due={inquiry.dueAt} now={now} locale={locale} chip />
        </div>
      )}
      <Section title={t.question.question.label} locale={locale} plain>
        <p className="v-question">{inquiry.question}</p>
      </Section>
      {inquiry.answeredAt ? (
        <Section title={t.answer.answer.label} locale={locale}>
          <Notice
            tone="success"
            locale={locale}
          >{`${t.answerPage.already} ${t.questions.answeredAt(formatShort(inquiry.answeredAt, locale))}.`}</Notice>
          <p className="v-question">{inquiry.answer}</p>
        </Section>
      ) : !open ? (
        <Notice locale={locale}>{texts(locale).refusals.closedToAnswers}</Notice>
      ) : (
        <Form>
          <RecordForm
            fields={answerFields}
            texts={t.answer}
            values={emptyValues(answerFields)}
            locale={locale}
            raw={refused?.raw}
            problems={refused?.problems}
          />
          <p className="v-soft">{t.answerPage.confidential}</p>
          <Button>{t.answerPage.save}</Button>
        </Form>
      )}
      {(inquiry.answeredAt !== null || !open) && <Written refused={refused} locale={locale} />}
      <GuardTexts locale={locale} />
    </Stack>
  )
}

/** Where there is no form to write in, what somebody had written is given back as it is. */
export const Written = ({ refused, locale }: { readonly refused: Refused | undefined; readonly locale: Locale }) => {
  const written = refused?.raw.answer
  if (typeof written !== 'string' || written.trim() === '') return null
  return (
    <Notice tone="warning" locale={locale}>
      <p>{handlingTexts(locale).answerPage.written}</p>
      <p data-text="">{written}</p>
    </Notice>
  )
}
