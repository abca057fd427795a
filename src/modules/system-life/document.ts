import { localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Document } from '../documents/public.ts'
import type { Letterhead } from '../organisation/public.ts'
import type { Life } from './system-life.ts'
import { texts } from './texts.ts'

/** The requirements that were chosen, for a tender (S4-114), with what is asked of privacy by design and by default (S4-113). */
export function requirementsDocument(
  { values }: Life,
  name: string,
  {
    language,
    now,
    organisation,
    letterhead,
  }: { readonly language: Locale; readonly now: Date; readonly organisation: string; readonly letterhead: Letterhead },
): Document {
  const t = texts(language)
  const { choices } = t.procurement.requirements
  const said = [
    { heading: t.procurement.byDesign.label, text: values.byDesign },
    { heading: t.procurement.byDefault.label, text: values.byDefault },
  ]
  return {
    kind: 'requirements',
    language,
    title: t.requirementsTitle,
    reference: '',
    organisation,
    letterhead,
    draft: false,
    date: formatDate(localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [{ label: t.need.name.label, value: name }],
    sections: [
      { heading: t.procurement.requirements.label, blocks: [{ kind: 'list', items: values.requirements.map((one) => choices[one]) }] },
      ...said.flatMap(({ heading, text }) => (text === null ? [] : [{ heading, blocks: [{ kind: 'text' as const, text }] }])),
    ],
    signature: null,
  }
}
