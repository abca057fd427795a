import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Block, Document, Row, Section } from '../../documents/public.ts'
import { type Letterhead, shownNumber } from '../../organisation/public.ts'
import type { Agreement, SubProcessor } from '../agreement.ts'
import type { Question } from '../fields.ts'
import { texts } from '../texts.ts'
import { words } from './words.ts'

/** What an agreement is drawn from. `other`: the party that is not us. */
export type Material = {
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly number: string | null
  readonly letterhead: Letterhead
  readonly values: Agreement['values']
  readonly subProcessors: readonly SubProcessor[]
  readonly other: { readonly name: string | null; readonly number: string | null; readonly country: string | null }
  readonly processings: readonly string[]
  readonly systems: readonly string[]
}

type Named = { readonly name: string | null; readonly number: string | null; readonly country?: string | null }

/**
 * The agreement itself (Article 28(3)), in the order of DFØ's standard and in our own words: the general text, then annexes A to D. What
 * the record does not say is a gap in the document, never a sentence that promises nothing.
 */
export function agreementDocument(material: Material): Document {
  const { language, now, organisation, letterhead, values } = material
  const w = words(language)
  return {
    kind: 'processorAgreement',
    language,
    title: values.name ?? w.title,
    reference: values.archiveReference ?? '–',
    referenceIs: 'archive',
    organisation,
    letterhead,
    draft: values.status === 'draft',
    date: formatDate(values.inForceOn ?? localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [partyRow(w.controller, controllerOf(material), w.number), partyRow(w.processor, processorOf(material), w.number)],
    sections: [...general(material), ...annexes(material)],
    signature: { lines: signatures(material) },
  }
}

const ours = ({ organisation, number }: Material): Named => ({ name: organisation, number })
const controllerOf = (material: Material): Named => (material.values.ourRole === 'processor' ? material.other : ours(material))
const processorOf = (material: Material): Named => (material.values.ourRole === 'processor' ? ours(material) : material.other)
const partyRow = (label: string, { name, number, country }: Named, numberLabel: string): Row => ({
  label,
  value: name === null ? '–' : [name, number === null ? null : `${numberLabel} ${shownNumber(number)}`, country].filter(Boolean).join(', '),
})

/** A paragraph, where the record promises what it says; else the gap. */
function promise({ language, values }: Material, question: Question, text: string): Block {
  return values[question] === 'yes' ? { kind: 'text', text } : gap(language, question)
}
const gap = (language: Locale, question: Question): Block => ({ kind: 'missing', text: texts(language).fields[question].label })

function general(material: Material): readonly Section[] {
  const { language, values } = material
  const w = words(language).general
  const text = (said: string): Block => ({ kind: 'text', text: said })
  const { noticeHours, atEnd, duration, subProcessing, subProcessorNoticeDays, transfers } = values
  const chain = subProcessing === 'specific' || subProcessing === 'general'
  return [
    { heading: w.purpose.heading, blocks: [text(w.purpose.text)] },
    { heading: w.controller.heading, blocks: [text(w.controller.text)] },
    {
      heading: w.processor.heading,
      blocks: [
        text(w.processor.instructions),
        promise(material, 'confidentiality', w.processor.confidentiality),
        text(w.processor.security),
        promise(material, 'assistsRights', w.processor.rights),
        promise(material, 'assistsSecurity', w.processor.assists),
        promise(material, 'warnsUnlawful', w.processor.unlawful),
      ],
    },
    {
      heading: w.breach.heading,
      blocks: noticeHours === null ? [gap(language, 'noticeHours')] : [text(w.breach.text(noticeHours))],
    },
    {
      heading: w.subProcessors.heading,
      blocks: [
        subProcessing === null ? gap(language, 'subProcessing') : text(w.subProcessors[subProcessing](subProcessorNoticeDays)),
        ...(chain ? [promise(material, 'subProcessorDuties', w.subProcessors.duties)] : []),
      ],
    },
    {
      heading: w.transfers.heading,
      blocks: transfers === null ? [gap(language, 'transfers')] : [text(w.transfers[transfers])],
    },
    { heading: w.audit.heading, blocks: [promise(material, 'auditRight', w.audit.text)] },
    {
      heading: w.end.heading,
      blocks: [
        duration === null ? gap(language, 'duration') : text(w.end.duration(duration)),
        ...(values.endsOn === null ? [] : [text(w.end.until(formatDate(values.endsOn, language)))]),
        atEnd === null ? gap(language, 'atEnd') : text(w.end[atEnd]),
      ],
    },
    { heading: w.law.heading, blocks: [text(w.law.text)] },
  ]
}

function annexes(material: Material): readonly Section[] {
  const { language, values, subProcessors } = material
  const t = texts(language)
  const w = words(language)
  const chosen = (question: 'dataSubjects' | 'dataKinds'): Block => {
    const choices: Readonly<Record<string, string>> = t.fields[question].choices
    const items = values[question].map((one) => choices[one] ?? one)
    return items.length === 0 ? gap(language, question) : { kind: 'list', items }
  }
  const said = (question: 'purpose' | 'nature' | 'instructions' | 'securityMeasures'): Block => {
    const text = values[question]
    return text === null ? gap(language, question) : { kind: 'text', text }
  }
  const listed = (items: readonly string[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
  return [
    { heading: `${t.groups.annexA}. ${t.fields.purpose.label}`, blocks: [said('purpose')] },
    { heading: t.fields.nature.label, blocks: [said('nature')] },
    { heading: t.fields.dataSubjects.label, blocks: [chosen('dataSubjects')] },
    { heading: t.fields.dataKinds.label, blocks: [chosen('dataKinds')] },
    ...covers(material, w.covers, listed),
    {
      heading: t.groups.annexB ?? '',
      blocks: subProcessors.length === 0 ? [{ kind: 'text', text: w.noSubProcessors }] : [subProcessorTable(material)],
    },
    { heading: `${t.groups.annexC}. ${t.fields.instructions.label}`, blocks: [said('instructions')] },
    { heading: t.fields.securityMeasures.label, blocks: [said('securityMeasures')] },
    ...(values.transfers === 'yes' ? [transferSection(material)] : []),
    { heading: t.groups.annexD ?? '', blocks: [{ kind: 'text', text: values.changes ?? w.noChanges }] },
  ]
}

function covers(
  { processings, systems }: Material,
  w: { readonly heading: string },
  listed: (items: readonly string[]) => readonly Block[],
): readonly Section[] {
  const blocks = listed([...processings, ...systems])
  return blocks.length === 0 ? [] : [{ heading: w.heading, blocks }]
}

function transferSection({ language, values }: Material): Section {
  const { label, choices } = texts(language).fields.transferBasis
  return {
    heading: label,
    blocks: values.transferBasis === null ? [gap(language, 'transferBasis')] : [{ kind: 'text', text: choices[values.transferBasis] }],
  }
}

function subProcessorTable({ language, subProcessors }: Material): Block {
  const t = texts(language)
  const { name, service, country, transferBasis } = t.subProcessor
  return {
    kind: 'table',
    caption: t.show.subProcessors,
    head: [name.label, service.label, country.label, transferBasis.label],
    rows: subProcessors.map(({ values }) => [
      values.name ?? '',
      values.service ?? '',
      values.country ?? '',
      values.transferBasis === null ? '–' : transferBasis.choices[values.transferBasis],
    ]),
  }
}

/** A line for each party: who has signed, or where to. */
function signatures(material: Material): readonly string[] {
  const { language, values } = material
  const w = words(language)
  const line = (party: Named, signatory: string | null, on: string | null) =>
    on === null ? w.toSign(party.name ?? '……………………') : w.signed(party.name ?? '', signatory ?? '', formatDate(on, language))
  const us = line(ours(material), values.ourSignatory, values.ourSignedOn)
  const them = line(material.other, values.theirSignatory, values.theirSignedOn)
  return values.ourRole === 'processor' ? [them, us] : [us, them]
}
