import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Block, Document, Section } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { Decision, Item, Pack, Review } from '../annual-wheel.ts'
import { agenda, threeParts } from '../fields.ts'
import { texts } from '../texts.ts'
import { drawnPack, type Naming } from './pack.ts'

/** What the papers and the minutes of management's review are drawn from. */
export type ReviewMaterial = {
  readonly review: Review
  readonly pack: Pack
  readonly items: readonly Item[]
  readonly decisions: readonly Decision[]
  readonly naming: Naming
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
}

const text = (said: string): Block => ({ kind: 'text', text: said })

function frameOf(material: ReviewMaterial, reference: string, draft: boolean): Omit<Document, 'sections'> {
  const { review, naming, language, now, organisation, letterhead } = material
  const { values } = review
  const t = texts(language).reviews
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, language))
  return {
    kind: 'managementReview',
    language,
    title: values.name ?? t.one,
    reference,
    referenceIs: 'about',
    organisation,
    letterhead,
    draft,
    date: formatDate(localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.when, value: [day(values.heldOn), values.place].filter(Boolean).join(', ') },
      { label: t.period, value: `${day(values.periodFrom)} – ${day(values.periodTo)}` },
      { label: t.participants, value: values.participants.map(naming.person).join(', ') || t.nobody },
    ],
    signature: null,
  }
}

/** The ten items with what the registers say, and the items of its own: what is sent out before the meeting. */
export function papersDocument(material: ReviewMaterial): Document {
  const { review, pack, naming, language, items } = material
  const t = texts(language)
  const drawn = drawnPack(pack, naming, language)
  const ten = agenda.map((item, at): Section => {
    const note = review.values[`${item}Note`]
    return { heading: `${at + 1}. ${t.agenda[item]}`, blocks: [...drawn[item].blocks, ...(note ? [text(note)] : [])] }
  })
  return { ...frameOf(material, t.reviews.papers, review.values.frozenAt === null), sections: [...ten, ...ownItems(items)] }
}
const ownItems = (items: readonly Item[]): readonly Section[] =>
  items.map(({ values }, at) => ({
    heading: `${agenda.length + at + 1}. ${values.name ?? ''}`,
    blocks: values.content ? [text(values.content)] : [],
  }))

/** What was said and decided (S4-174, S4-175): the three parts, the three documents, the decisions, and what was noted to each item. */
export function minutesDocument(material: ReviewMaterial): Document {
  const { review, language, items } = material
  const t = texts(language)
  const { values } = review
  const parts = threeParts.map((name): Section => {
    const said = values[name]
    return { heading: t.reviews.fields[name].label, blocks: [said ? text(said) : { kind: 'missing', text: t.reviews.fields[name].label }] }
  })
  const notes = agenda.map((item, at): Section => {
    const note = values[`${item}Note`]
    return { heading: `${at + 1}. ${t.agenda[item]}`, blocks: [text(note ?? '–')] }
  })
  return {
    ...frameOf(material, t.reviews.minutes, values.state !== 'approved'),
    sections: [...parts, threeDocuments(material), decided(material), ...notes, ...ownItems(items)],
  }
}

function threeDocuments({ review: { values }, language }: ReviewMaterial): Section {
  const t = texts(language).reviews
  const rows = (['goals', 'strategy', 'organisation'] as const).map((one) => {
    const { label, choices } = t.fields[`${one}Decision`]
    const chosen = values[`${one}Decision`]
    return { label, value: [chosen ? choices[chosen] : '–', values[`${one}Reason`]].filter(Boolean).join('. ') }
  })
  return { heading: t.threeDocuments, blocks: [{ kind: 'facts', rows }] }
}

function decided({ decisions, naming, language }: ReviewMaterial): Section {
  const t = texts(language).decisions
  const rows = decisions.map(({ values }) => [
    values.name ?? '',
    values.owner ? naming.person(values.owner) : '–',
    values.dueOn ? formatDate(values.dueOn, language) : '–',
    values.closedOn ? t.closed : t.open,
  ])
  const head = [t.fields.name.label, t.columns.owner, t.fields.dueOn.label, t.status]
  return { heading: t.title, blocks: rows.length === 0 ? [text(t.none)] : [{ kind: 'table', caption: t.title, head, rows }] }
}
