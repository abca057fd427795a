import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Document, Row, Section } from '../../documents/public.ts'
import type { DataSubject, Letterhead } from '../../organisation/public.ts'
import { type ProcessingAnswers, processingTexts } from '../../processing/public.ts'
import { texts } from '../texts.ts'

/** One activity as it is told to whoever it is about. */
export type Described = { readonly values: ProcessingAnswers; readonly unit: string | null; readonly systems: readonly string[] }
export type OverviewMaterial = {
  readonly language: Locale
  readonly now: Date
  readonly group: DataSubject
  /** The case it belongs to; null: made for nobody in particular. */
  readonly reference: string | null
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly contact: string | null
  readonly activities: readonly Described[]
}

/** All that the organisation does with personal data on a group of people (GDPR Article 15(1) (a) to (h)): G14. */
export function overviewDocument(material: OverviewMaterial): Document {
  const { language, now, group, reference, organisation, letterhead, contact, activities } = material
  const t = texts(language)
  const groupName = t.ask.subjects.choices[group]
  return {
    kind: 'subjectOverview',
    language,
    title: t.overview.document(groupName),
    reference: reference ?? t.overview.title,
    organisation,
    letterhead,
    draft: false,
    date: formatDate(localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.ask.subjects.label, value: groupName },
      { label: t.overview.count, value: String(activities.length) },
      ...(contact === null ? [] : [{ label: t.overview.contact, value: contact }]),
    ],
    sections: [
      ...(activities.length === 0 ? [{ heading: '', blocks: [{ kind: 'text', text: t.overview.nothing } as const] }] : []),
      ...activities.map((one) => activitySection(one, language)),
      { heading: t.overview.rightsTitle, blocks: [{ kind: 'list', items: [...t.overview.rights] }] },
    ],
    signature: null,
  }
}

function activitySection({ values, unit, systems }: Described, language: Locale): Section {
  const { fields } = processingTexts(language)
  const chosen = (choices: Readonly<Record<string, string>>, keys: readonly string[]) => keys.map((key) => choices[key] ?? key).join(', ')
  const said: readonly (readonly [string, string | null])[] = [
    [fields.purpose.label, values.purpose],
    [fields.unit.label, unit],
    [fields.dataKinds.label, chosen(fields.dataKinds.choices, values.dataKinds)],
    [fields.sources.label, values.sources],
    [fields.basis.label, chosen(fields.basis.choices, values.basis)],
    [fields.lawReference.label, values.lawReference],
    [fields.recipients.label, values.recipients],
    [fields.transfers.label, values.transfers && fields.transfers.choices[values.transfers]],
    [fields.safeguards.label, values.safeguards],
    [fields.storageTime.label, values.storageTime],
    [fields.systems.label, systems.join(', ')],
  ]
  const rows: readonly Row[] = said.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  const missing = (['purpose', 'storageTime', 'recipients'] as const).filter((name) => values[name] === null)
  return {
    heading: values.name ?? '',
    blocks: [
      { kind: 'facts', rows },
      ...missing.map((name) => ({ kind: 'missing', text: texts(language).overview.lacks(fields[name].label) }) as const),
    ],
  }
}
