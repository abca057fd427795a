import { emptyValues } from '../../../../kernel/fields.ts'
import type { Offers } from '../../../../kernel/reference.ts'
import { Button } from '../../../../ui/button.tsx'
import { Radios } from '../../../../ui/field.tsx'
import { Form } from '../../../../ui/form.tsx'
import { GuardTexts } from '../../../../ui/guard-notice.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { Section } from '../../../../ui/section.tsx'
import { DeedPage } from '../../deed/pages/deed.tsx'
import { reporterWords } from '../../deed/pages/words.tsx'
import { reference } from '../../deviation.ts'
import { questionFields } from '../../fields-handling.ts'
import type { CaseView } from '../../queries.ts'
import { canBeAsked } from '../rules.ts'
import { handlingTexts } from '../texts.ts'
import type { EditProps } from './edit.tsx'
import { Inquiries, MergedInquiries } from './inquiries.tsx'

export type QuestionsPageProps = Omit<EditProps, 'conflict'> & {
  readonly offers: Offers<typeof questionFields>
  /** When an answer is usually wanted: within the 72 hours. */
  readonly dueAt: Date
  /** The question's id, made by the page: a double press asks once. */
  readonly inquiry: string
  /** The cases that were merged into this one: their reporters may be asked too. */
  readonly merged: readonly CaseView[]
  readonly whose: string
}

/** What is not known yet, and a form to ask for more (S1-46, S3-10, S4-138). */
export function QuestionsPage({ view, locale, now, refused, offers, dueAt, inquiry, merged, whose }: QuestionsPageProps) {
  const { deviation, reporter } = view
  const t = handlingTexts(locale)
  const reporters = [view, ...merged].filter((one) => canBeAsked(one.reporter))
  const options = reporters.map((one) => ({
    value: one.deviation.id,
    label: `${reporterWords(one, locale)} (${reference(one.deviation)})`,
  }))
  return (
    <DeedPage view={view} locale={locale} now={now} title={t.questions.title} lead={t.questions.lead} refused={refused}>
      {deviation.inquiries.length > 0 && (
        <Section title={t.questions.title} locale={locale} plain>
          <Inquiries view={view} locale={locale} now={now} />
        </Section>
      )}
      <MergedInquiries merged={merged} locale={locale} now={now} />
      <Section title={t.questions.ask} locale={locale} plain={deviation.inquiries.length === 0}>
        {reporter.kind === 'protected' && <Notice locale={locale}>{t.questions.protectedHint}</Notice>}
        {reporter.kind === 'code' && <Notice locale={locale}>{t.questions.codeHint}</Notice>}
        {reporters.length === 0 && <Notice locale={locale}>{t.questions.noReporter}</Notice>}
        <Form hidden={{ inquiry }}>
          {merged.length > 0 && options.length > 0 && (
            <Radios
              name="av"
              label={t.questions.whose}
              hint={t.questions.whoseHint}
              options={options}
              value={options.some(({ value }) => value === whose) ? whose : options[0]?.value}
            />
          )}
          <RecordForm
            fields={questionFields}
            texts={t.question}
            values={{ ...emptyValues(questionFields), to: reporters.length > 0 ? 'reporter' : 'person', dueAt }}
            offers={offers}
            locale={locale}
            raw={refused?.raw}
            problems={refused?.problems}
          />
          <Button>{t.questions.send}</Button>
        </Form>
        <GuardTexts locale={locale} />
      </Section>
    </DeedPage>
  )
}
