import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { plainValue } from '../../../ui/record-view.tsx'
import type { Block, Document } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { Delivery } from '../equipment.ts'
import { deliveryFields } from '../fields.ts'
import { isProved, mayHoldData } from '../rules-delivery.ts'
import { texts } from '../texts.ts'

export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly delivery: Delivery
  readonly name: string
  readonly offers: OffersByName
}

/** The delivery and the deletion of one device (G34): a draft until it is decided what became of it. */
export function proofDocument({ language, now, organisation, letterhead, delivery, name, offers }: Material): Document {
  const { proof: t, delivery: words } = texts(language)
  const { values } = delivery
  const facts = (...names: readonly (keyof typeof deliveryFields)[]): Block => ({
    kind: 'facts',
    rows: names
      .filter((one) => !isEmpty(values[one]))
      .map((one) => ({
        label: words[one].label,
        value: String(plainValue(deliveryFields[one], values[one], words[one], language, offers[one]) ?? ''),
      })),
  })
  const isEnded = values.status === 'reused' || values.status === 'scrapped'
  const missing = (text: string): Block => ({ kind: 'missing', text })
  return {
    kind: 'equipmentProof',
    ...{ language, organisation, letterhead, accessCode: null, recipient: null, signature: null },
    title: t.title,
    reference: name,
    referenceIs: 'about',
    draft: !isEnded,
    date: formatDate(localDate(values.endedAt ?? now), language),
    summary: [
      { label: words.kind.label, value: values.kind ? words.kind.choices[values.kind] : '–' },
      { label: words.storesData.label, value: values.storesData ? words.storesData.choices[values.storesData] : '–' },
      { label: t.result, value: isEnded && values.status ? words.status.choices[values.status] : t.noResult },
    ],
    sections: [
      { heading: t.delivery, blocks: [facts('unit', 'askedBy', 'agreedAt', 'agreedBy', 'receivedAt', 'receivedBy')] },
      {
        heading: t.erasure,
        blocks: [
          mayHoldData(values) || isProved(values)
            ? isProved(values)
              ? facts('method', 'tool', 'erasedOn', 'erasedBy')
              : missing(t.missing)
            : { kind: 'text', text: t.notNeeded },
        ],
      },
      {
        heading: t.result,
        blocks: [
          isEnded && values.status && values.endedAt
            ? {
                kind: 'text',
                text: `${words.status.choices[values.status]}, ${formatInstant(values.endedAt, language)}.`,
              }
            : missing(t.noResult),
        ],
      },
    ],
  }
}
