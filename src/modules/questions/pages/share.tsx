import type { FieldTexts } from '../../../kernel/fields.ts'
import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { shareFields } from '../fields.ts'
import type { Question, Sharing } from '../question.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly question: Question
  readonly sharing: Sharing
  readonly labels: FieldTexts<typeof shareFields>
  readonly offers: Offers<typeof shareFields>
  readonly locale: Locale
} & After

/** With one person or one role, and why. What the officer shares, whoever asked is told of. */
export function SharePage({ question, sharing, labels, offers, locale, refused, conflict }: Props) {
  const { share: t } = texts(locale)
  return (
    <FormFrame
      title={t.deed}
      lead={t.lead}
      save={t.button}
      back={`/sporsmal/${question.id}`}
      version={question.version}
      locale={locale}
      refused={refused}
      conflict={conflict}
    >
      <RecordForm
        fields={shareFields}
        texts={labels}
        values={sharing}
        offers={offers}
        raw={refused?.raw}
        problems={refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}
