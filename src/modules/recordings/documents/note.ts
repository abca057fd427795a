import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Document } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { Recording } from '../recording.ts'
import { texts } from '../texts.ts'

export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly record: Recording
  readonly unit: string
}

/** The note to the caseworker, for the case it belongs to (S4-196). A gap where nobody has written it. */
export function noteDocument({ language, now, organisation, letterhead, record, unit }: Material): Document {
  const t = texts(language)
  const { values } = record
  return {
    kind: 'recordingNote',
    ...{ language, organisation, letterhead, accessCode: null, recipient: null, signature: null },
    title: t.note.title,
    reference: values.caseReference ?? '',
    draft: values.note === null,
    date: formatDate(localDate(now), language),
    summary: [
      { label: t.fields.caseReference.label, value: values.caseReference ?? '–' },
      { label: t.fields.unit.label, value: unit },
      { label: t.fields.startedAt.label, value: values.startedAt === null ? '–' : formatInstant(values.startedAt, language) },
      { label: t.fields.complaint.label, value: values.complaint === null ? '–' : t.fields.complaint.choices[values.complaint] },
    ],
    sections: [
      {
        heading: t.fields.note.label,
        blocks: [values.note === null ? { kind: 'missing', text: t.note.missing } : { kind: 'text', text: values.note }],
      },
    ],
  }
}
