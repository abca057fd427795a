import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { plainValue } from '../../../ui/record-view.tsx'
import type { Document, Section } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { Camera, Gap } from '../camera.ts'
import { namesOf, partPages, type Question, recordFields } from '../fields.ts'
import { texts } from '../texts.ts'

export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly record: Camera
  readonly gaps: readonly Gap[]
  readonly offers: OffersByName
  /** Where whoever is filmed may ask. */
  readonly contact: string | null
  readonly responsible: { readonly overall: string; readonly running: string }
}

const bare = ({ language, organisation, letterhead, record, now }: Material) => ({
  ...{ language, organisation, letterhead, accessCode: null, recipient: null, signature: null },
  date: formatDate(localDate(record.values.approvedAt ?? now), language),
})

/** The camera and its approval (G30): a draft until it is approved; what is missing stands as a gap. */
export function cameraDocument(material: Material): Document {
  const { language, record, gaps, responsible } = material
  const { values } = record
  const t = texts(language)
  return {
    ...bare(material),
    kind: 'camera',
    title: values.name ?? t.one,
    reference: values.status === null ? t.one : t.fields.status.choices[values.status],
    referenceIs: 'state',
    draft: values.approvedAt === null || values.status === 'planned' || values.status === 'changed',
    summary: [
      { label: t.show.overall, value: responsible.overall },
      { label: t.show.running, value: responsible.running },
      { label: t.fields.decision.label, value: values.decision ?? t.show.notDecided },
    ],
    sections: Object.values(partPages).map((group) => answered(material, group, gaps)),
  }
}

function answered({ language, record, offers }: Material, group: string, gaps: readonly Gap[]): Section {
  const t = texts(language)
  const value = (name: Question) =>
    String(plainValue(recordFields[name], record.values[name], t.fields[name], language, offers[name]) ?? '')
  const shown = namesOf(group).filter((name) => name !== 'name' && name !== 'dpia' && !isEmpty(record.values[name]))
  return {
    heading: t.groups[group] ?? group,
    blocks: [
      ...(shown.length > 0
        ? [{ kind: 'facts' as const, rows: shown.map((name) => ({ label: t.fields[name].label, value: value(name) })) }]
        : []),
      ...gaps
        .filter(({ field }) => namesOf(group).includes(field))
        .map(({ because, field }) => ({ kind: 'missing' as const, text: t.gaps[because] || t.fields[field].label })),
    ],
  }
}

/** The sign: that it is filmed, who is responsible, what for, whether there is sound, and where to read more (Article 13). */
export function signDocument(material: Material): Document {
  const { language, organisation, record, contact } = material
  const { values } = record
  const t = texts(language)
  const said = values.purposes
    .map((one) => (one === 'other' ? (values.otherPurpose ?? '') : t.fields.purposes.choices[one]))
    .filter(Boolean)
  return {
    ...bare(material),
    kind: 'cameraSign',
    title: t.sign.title,
    reference: values.site ?? values.name ?? '',
    referenceIs: 'about',
    draft: false,
    summary: [
      { label: t.sign.controller, value: organisation },
      { label: t.sign.purpose, value: said.join('. ') },
      { label: t.sign.sound, value: values.sound === 'yes' ? t.sign.withSound : t.sign.withoutSound },
      ...(values.mode === 'live'
        ? [{ label: t.sign.kept, value: t.sign.notKept }]
        : values.retentionDays === null
          ? []
          : [{ label: t.sign.kept, value: t.sign.days(values.retentionDays) }]),
    ],
    sections: [
      {
        heading: t.sign.more,
        blocks: [{ kind: 'text', text: [values.signMore ?? t.sign.ask, contact].filter(Boolean).join('\n') }],
      },
    ],
  }
}
