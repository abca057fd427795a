import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { answeredSections } from '../../../register/answered.ts'
import type { Document, Row } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import { processingFields, standingFields } from '../fields.ts'
import type { Processing } from '../processing.ts'
import { texts } from '../texts.ts'

type Material = {
  readonly language: Locale
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly controller: string
  readonly officers: readonly string[]
  readonly records: readonly Pick<Processing, 'id' | 'values'>[]
  readonly offers: OffersByName
  readonly now: Date
}

/** The record of processing as one document, an activity a section (Article 30; G12): what a supervisory authority is handed. */
export function registerDocument(material: Material): Document {
  const { language, organisation, letterhead, controller, officers, records, now } = material
  const t = texts(language)
  return {
    kind: 'processingRegister',
    language,
    title: t.register.title,
    reference: '',
    organisation,
    letterhead,
    draft: false,
    date: formatDate(localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.show.controller, value: controller },
      { label: t.show.officerOf, value: officers.length > 0 ? officers.join(', ') : t.show.nobodyHolds },
      { label: t.register.count, value: String(records.length) },
      { label: t.register.law, value: t.register.lawText },
    ],
    sections: records.map((record, at) => ({
      heading: `${at + 1}. ${record.values.name ?? ''}`,
      blocks: [{ kind: 'facts' as const, rows: rowsOf(material, record) }],
    })),
    signature: null,
  }
}

const asked = { ...processingFields, status: { ...standingFields.status, group: 'what' } } as const

function rowsOf({ language, offers }: Material, { values }: Material['records'][number]): readonly Row[] {
  const t = texts(language)
  const sections = answeredSections({
    fields: asked,
    texts: t.fields,
    groups: t.groups ?? {},
    values: { ...values, name: null },
    offers,
    language,
  })
  return sections.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows))
}
