import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { answeredSections } from '../../../register/answered.ts'
import type { Document } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import { processingFields } from '../fields.ts'
import type { Processing } from '../processing.ts'
import { texts } from '../texts.ts'

export type Material = {
  readonly language: Locale
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly record: Processing
  readonly offers: OffersByName
  /** The title of the role, or the name, of whoever approved it. */
  readonly approvedBy: string | null
  readonly now: Date
}

/** The decision that an activity is approved, with all that it was approved for: its entry in the record (Article 30). */
export function processingDocument({ language, organisation, letterhead, record, offers, approvedBy, now }: Material): Document {
  const { values } = record
  const t = texts(language)
  const approvedOn = formatDate(localDate(values.approvedAt ?? now), language)
  return {
    kind: 'processing',
    language,
    title: values.name ?? t.one,
    reference: `${record.version}`,
    referenceIs: 'version',
    organisation,
    letterhead,
    draft: values.status !== 'approved',
    date: approvedOn,
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.fields.status.label, value: values.status === null ? '–' : t.fields.status.choices[values.status] },
      { label: t.fields.approvedAt.label, value: approvedOn },
      ...(approvedBy === null ? [] : [{ label: t.fields.approvedBy.label, value: approvedBy }]),
    ],
    sections: answeredSections({ fields: processingFields, texts: t.fields, groups: t.groups ?? {}, values, offers, language }),
    signature: null,
  }
}
