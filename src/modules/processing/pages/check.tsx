import type { Offers } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { FormFrame } from '../../../ui/form-frame.tsx'
import { RecordForm } from '../../../ui/record-form.tsx'
import type { After } from '../../../ui/refused.ts'
import { checkFields } from '../fields.ts'
import type { Check, Point, Processing } from '../processing.ts'
import { texts } from '../texts.ts'

export type CheckProps = {
  readonly record: Processing
  readonly point: Point
  readonly check: Check
  readonly offers: Offers<typeof checkFields>
  readonly locale: Locale
} & After

/** One point of an activity, answered. */
export function CheckPage({ record, point, check, offers, locale, ...after }: CheckProps) {
  const t = texts(locale)
  const shared = { kicker: record.values.name ?? t.one, back: `/behandlinger/${record.id}`, locale, ...after }
  return (
    <FormFrame title={t.points[point]} {...shared} version={record.version}>
      <RecordForm
        fields={checkFields}
        texts={t.check}
        values={check}
        offers={offers}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>
  )
}
