import { emptyValues } from '../../../../kernel/fields.ts'
import type { Locale } from '../../../../kernel/texts.ts'
import { Actions, Button } from '../../../../ui/button.tsx'
import { Deadline } from '../../../../ui/deadline.tsx'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading, Stack } from '../../../../ui/page.tsx'
import { RecordForm } from '../../../../ui/record-form.tsx'
import { errorAt, type Refused } from '../../../../ui/refused.ts'
import { Section } from '../../../../ui/section.tsx'
import type { Inquiry } from '../../deviation.ts'
import { answerFields } from '../../fields-handling.ts'
import { outsideTexts } from '../texts.ts'

type Props = {
  readonly organisation: string
  readonly locale: Locale
  readonly inquiry: Inquiry
  readonly refused?: Refused | undefined
  /** The most that one file may hold, and how many may come. */
  readonly megabytes: number
  readonly files: number
  readonly now: Date
}

/** The question, what it is for and who reads the answer; nothing of the case, not even its number. */
export function OutsidePage({ organisation, inquiry, refused, megabytes, files, now, locale }: Props) {
  const t = outsideTexts(locale)
  const error = errorAt(refused, 'filer')
  return (
    <Stack gap="lg">
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading kicker={organisation} title={t.title} lead={t.lead(organisation)} />
      {inquiry.dueAt && (
        <div>
          <Deadline due={inquiry.dueAt} now={now} locale={locale} chip />
        </div>
      )}
      <Section title={t.question} locale={locale} plain>
        <p className="v-question">{inquiry.question}</p>
      </Section>
      <Notice locale={locale} title={t.what.title}>
        {t.what.text(organisation)}
      </Notice>
      <Form files>
        <RecordForm
          fields={answerFields}
          texts={t.answer}
          values={emptyValues(answerFields)}
          raw={refused?.raw}
          problems={refused?.problems}
          locale={locale}
        />
        <div className="ds-field">
          <label className="ds-label" htmlFor="filer">
            {t.files}
          </label>
          <div id="filer-hint" data-field="description">
            {t.filesHint(files, megabytes)}
          </div>
          {error && <p className="ds-validation-message">{error}</p>}
          <input
            className="ds-input"
            type="file"
            id="filer"
            name="filer"
            multiple
            aria-describedby="filer-hint"
            aria-invalid={error ? true : undefined}
          />
        </div>
        <Actions>
          <Button>{t.send}</Button>
        </Actions>
      </Form>
    </Stack>
  )
}

/** Where a link leads when it is over, and where one that never was leads: the same. */
export const OverPage = ({ written, locale }: { readonly written: string | null; readonly locale: Locale }) => {
  const { over } = outsideTexts(locale)
  return (
    <Stack gap="lg">
      <PageHeading title={over.title} lead={over.text} />
      {written && (
        <Notice tone="warning" title={over.written} locale={locale}>
          <p data-text="">{written}</p>
        </Notice>
      )}
    </Stack>
  )
}

/** The same for every organisation, and for none. */
export const AnsweredPage = ({ locale }: { readonly locale: Locale }) => {
  const { thanks } = outsideTexts(locale)
  return <PageHeading title={thanks.title} lead={thanks.text} />
}
