import type { Fields, FieldTexts } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { FormOfAny } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { Numbered } from '../content.ts'
import type { Answers, CampaignUnit, Forward } from '../questionnaire.ts'
import { texts } from '../texts.ts'
import { Guidance } from './beside.tsx'

export type AskedProps = After & {
  readonly unit: CampaignUnit
  readonly answers: Answers
  readonly forward: Forward
  readonly question: Numbered
  readonly by: string
  readonly fields: Fields
  readonly labels: FieldTexts<Fields>
  readonly open: boolean
  readonly locale: Locale
}

/** One question for whoever knows: who asks, what they say, and the answers to choose from (S2-55). */
export function AskedPage({ unit, forward, question, by, fields, labels, open, locale, refused }: AskedProps) {
  const t = texts(locale).asked
  return (
    <>
      <ErrorSummary errors={refused?.errors ?? []} locale={locale} />
      <PageHeading title={t.title} kicker={by} lead={t.lead(unit.name)} />
      {forward.note && <SummaryList locale={locale} items={[{ label: t.note, value: forward.note, text: true }]} />}
      {open ? (
        <Form>
          <FormOfAny
            fields={fields}
            texts={labels}
            values={{ option: null, comment: null }}
            raw={refused?.raw}
            problems={refused?.problems}
            locale={locale}
          />
          <Guidance question={question} locale={locale} />
          <Actions>
            <Button>{t.answer}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice locale={locale}>{t.over}</Notice>
      )}
    </>
  )
}
