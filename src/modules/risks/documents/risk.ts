import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { OffersByName } from '../../../kernel/reference.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { answeredSections } from '../../../register/answered.ts'
import type { Block, Document } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import { riskFields } from '../fields.ts'
import { riskOf, type Scale, unexplained } from '../matrix.ts'
import { decisionOf } from '../measure-words.ts'
import type { Analysis } from '../risk.ts'
import { texts } from '../texts.ts'

export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
  readonly analysis: Analysis
  readonly offers: OffersByName
  readonly names: ReadonlyMap<string, string>
}

/** The analysis as a document (G17): what it is about, what may happen and how likely, what is done, and what is left. */
export function riskDocument(material: Material): Document {
  const { language, now, organisation, letterhead, analysis, offers } = material
  const { values } = analysis.record
  const t = texts(language)
  return {
    kind: 'risk',
    language,
    title: values.name ?? t.one,
    reference: `${analysis.record.version}`,
    referenceIs: 'version',
    organisation,
    letterhead,
    draft: values.status !== 'approved',
    date: formatDate(localDate(values.approvedAt ?? now), language),
    accessCode: null,
    recipient: null,
    summary: [{ label: t.fields.status.label, value: values.status === null ? '–' : t.fields.status.choices[values.status] }],
    sections: [
      ...answeredSections({ fields: riskFields, texts: t.fields, groups: t.groups ?? {}, values, offers, language }),
      { heading: t.show.scenarios, blocks: scenarios(material) },
      { heading: t.show.measures, blocks: measures(material) },
    ],
    signature: null,
  }
}

function scenarios({ language, analysis: { record, scenarios: all, measures: planned } }: Material): readonly Block[] {
  const t = texts(language)
  if (all.length === 0) return [{ kind: 'text', text: '–' }]
  const level = (one: (typeof all)[number], when: 'before' | 'after') => {
    const found = riskOf((record.values.scale ?? '5') as Scale, one, when)
    return found === null ? '–' : t.levels[found]
  }
  const rows = all.map((one) => [one.name ?? '', level(one, 'before'), level(one, 'after')])
  return [
    { kind: 'table', caption: t.show.scenarios, head: [t.scenario.name.label, t.matrix.before, t.matrix.after], rows },
    ...unexplained(all, planned).map(({ name }): Block => ({ kind: 'missing', text: t.show.unexplained(name ?? '') })),
  ]
}

function measures({ language, names, analysis: { measures: all } }: Material): readonly Block[] {
  const t = texts(language)
  if (all.length === 0) return [{ kind: 'text', text: t.show.noMeasures }]
  const { name, owner, dueOn, doneOn, evidence } = t.measure
  const day = (date: string | null) => (date === null ? '–' : formatDate(date as `${number}-${number}-${number}`, language))
  const rows = all.map((one) => [
    ...[one.name ?? '', (one.owner && names.get(one.owner)) ?? '–', day(one.dueOn), day(one.doneOn)],
    ...[decisionOf(one, names, t, language), one.evidence ?? '–'],
  ])
  return [
    {
      kind: 'table',
      caption: t.show.measures,
      head: [name.label, owner.label, dueOn.label, doneOn.label, t.show.decision, evidence.label],
      rows,
    },
  ]
}
