import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatShort } from '../../../kernel/calendar/words.ts'
import { isEmpty } from '../../../kernel/fields.ts'
import { plainValue } from '../../../ui/record-view.tsx'
import type { Block, Document, Row, Section } from '../../documents/public.ts'
import { decisionOf, riskOf, riskTexts, unexplained } from '../../risks/public.ts'
import type { Round } from '../dpia.ts'
import { namesOf, partPages, type Question, recordFields } from '../fields.ts'
import type { Material } from '../queries-document.ts'
import { asAnalysed, contentGaps, isHighAfter } from '../rules-rounds.ts'
import { screen } from '../screening.ts'
import { texts } from '../texts.ts'

/**
 * The assessment as a document (Article 35(7)): what was asked and answered, what may happen, what is done, what the data protection
 * officer advised and what became of it. What it must say and does not is a gap in the document.
 */
export function dpiaDocument(material: Material): Document {
  const { language, organisation, letterhead, all, now } = material
  const { values } = all.record
  const t = texts(language)
  const { outcome, because } = screen(values, all.likeApproved)
  const gaps = contentGaps(all).map(({ what }) => what as string)
  return {
    kind: 'dpia',
    language,
    title: values.name ?? t.one,
    reference: values.edition ? String(values.edition) : t.show.working,
    referenceIs: values.edition ? 'version' : 'state',
    organisation,
    letterhead,
    draft: values.status !== 'approved',
    date: formatDate(localDate(values.approvedAt ?? now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: t.fields.status.label, value: values.status === null ? '–' : t.fields.status.choices[values.status] },
      { label: t.groups.screening ?? '', value: `${t.screened[outcome]}. ${t.because[because]}` },
    ],
    sections: [
      ...Object.values(partPages).flatMap((group) => answered(material, group, gaps)),
      { heading: t.show.scenarios, blocks: scenarios(material, gaps.includes('scenarios')) },
      { heading: riskTexts(language).show.measures, blocks: measures(material) },
      { heading: t.show.rounds, blocks: rounds(material) },
      ...consulted(material),
      ...controlled(material),
      { heading: '', blocks: [{ kind: 'note', text: t.law.text }] },
    ],
    signature: null,
  }
}

const text = (said: string): Block => ({ kind: 'text', text: said })

function answered({ language, all, offers }: Material, group: string, gaps: readonly string[]): readonly Section[] {
  const t = texts(language)
  const shown = namesOf(group).filter((name) => name !== 'name' && (!isEmpty(all.record.values[name]) || gaps.includes(name)))
  const row = (name: Question): Row => {
    const { label, ...field } = t.fields[name] as { readonly label: string; readonly choices?: Readonly<Record<string, string>> }
    return {
      label,
      value: String(plainValue(recordFields[name], all.record.values[name], { label, ...field }, language, offers[name]) ?? ''),
    }
  }
  const rows = shown.filter((name) => !isEmpty(all.record.values[name])).map(row)
  const missing = shown.filter((name) => isEmpty(all.record.values[name]))
  const blocks: readonly Block[] = [
    ...(rows.length > 0 ? [{ kind: 'facts' as const, rows }] : []),
    ...missing.map((name) => ({ kind: 'missing' as const, text: t.fields[name].label })),
  ]
  return blocks.length === 0 ? [] : [{ heading: t.groups[group] ?? group, blocks }]
}

function scenarios({ language, all }: Material, isMissing: boolean): readonly Block[] {
  const t = texts(language)
  const risk = riskTexts(language)
  if (all.scenarios.length === 0) return isMissing ? [{ kind: 'missing', text: t.show.gapOf.scenarios }] : [text('–')]
  const level = (one: (typeof all.scenarios)[number], when: 'before' | 'after') => {
    const found = riskOf(all.record.values.scale ?? '5', asAnalysed(one), when)
    return found === null ? '–' : risk.levels[found]
  }
  return [
    {
      kind: 'table',
      caption: t.show.scenarios,
      head: [t.scenario.name.label, t.scenario.harms.label, risk.matrix.before, risk.matrix.after],
      rows: all.scenarios.map((one) => [
        one.name ?? '',
        one.harms.map((harm) => t.scenario.harms.choices[harm]).join(', ') || '–',
        level(one, 'before'),
        level(one, 'after'),
      ]),
    },
    ...unexplained(all.scenarios.map(asAnalysed), all.measures).map(
      ({ name }): Block => ({ kind: 'missing', text: risk.show.unexplained(name ?? '') }),
    ),
  ]
}

function measures({ language, all, names }: Material): readonly Block[] {
  const risk = riskTexts(language)
  if (all.measures.length === 0) return [text(risk.show.noMeasures)]
  const { name, owner, dueOn, doneOn, evidence } = risk.measure
  return [
    {
      kind: 'table',
      caption: risk.show.measures,
      head: [name.label, owner.label, dueOn.label, doneOn.label, risk.show.decision, evidence.label],
      rows: all.measures.map((one) => [
        one.name ?? '',
        one.owner === null ? '–' : (names.get(one.owner) ?? '–'),
        one.dueOn === null ? '–' : formatDate(one.dueOn, language),
        one.doneOn === null ? '–' : formatDate(one.doneOn, language),
        decisionOf(one, names, risk, language),
        one.evidence ?? '–',
      ]),
    },
  ]
}

/** All rounds, the first first: what was asked, what was advised, what was done with it. */
function rounds({ language, all, names }: Material): readonly Block[] {
  const t = texts(language)
  const { waivedBy, waivedAt, waivedReason } = all.record.values
  const who = (id: string | null) => (id === null ? undefined : names.get(id)) ?? t.show.somebody
  const said = (round: Round): readonly Block[] => [
    text(t.show.sentOn(formatShort(round.sentAt ?? new Date(0), language), who(round.sentBy))),
    ...(round.question === null ? [] : [text(`${t.send.question.label} ${round.question}`)]),
    ...(round.advisedAt === null || round.verdict === null
      ? [text(round.takenBackAt === null ? t.show.waits : t.show.takenBackOn(formatShort(round.takenBackAt, language)))]
      : [
          text(t.show.advisedOn(formatShort(round.advisedAt, language), who(round.advisedBy))),
          text(`${t.advice.verdict.label} ${t.advice.verdict.choices[round.verdict]}`),
          text(round.advice ?? ''),
          ...(round.consult === null ? [] : [text(`${t.advice.consult.label} ${t.advice.consult.choices[round.consult]}`)]),
        ]),
    ...(round.answer === null ? [] : [text(`${t.show.answered}: ${round.answer}`)]),
  ]
  const waived = waivedAt === null ? [] : [text(t.show.waived(who(waivedBy), formatShort(waivedAt, language))), text(waivedReason ?? '')]
  const blocks = [...all.rounds.toReversed().flatMap(said), ...waived]
  return blocks.length > 0 ? blocks : [{ kind: 'missing', text: t.show.gapOf.advice }]
}

function consulted({ language, all }: Material): readonly Section[] {
  const t = texts(language)
  const { consultedOn, consultationReference, consultationAnsweredOn, consultationAnswer } = all.record.values
  if (!isHighAfter(all) && consultedOn === null) return []
  if (consultedOn === null) return [{ heading: t.show.consultation, blocks: [{ kind: 'missing', text: t.show.gapOf.consultation }] }]
  return [
    {
      heading: t.show.consultation,
      blocks: [
        text(`${t.fields.consultedOn.label} ${formatDate(consultedOn, language)}`),
        ...(consultationReference === null ? [] : [text(`${t.fields.consultationReference.label}: ${consultationReference}`)]),
        ...(consultationAnsweredOn === null
          ? [{ kind: 'missing' as const, text: t.show.gapOf.consultation }]
          : [
              text(`${t.fields.consultationAnsweredOn.label} ${formatDate(consultationAnsweredOn, language)}`),
              text(consultationAnswer ?? ''),
            ]),
      ],
    },
  ]
}

function controlled({ language, controls }: Material): readonly Section[] {
  const t = texts(language)
  const blocks = controls.flatMap(({ controlledOn, result, findings }): readonly Block[] => [
    text(
      `${t.show.controlledOn(controlledOn === null ? '' : formatDate(controlledOn, language))}. ${t.control.result.label} ${result === null ? '' : t.control.result.choices[result]}`,
    ),
    text(findings ?? ''),
  ])
  return blocks.length === 0 ? [] : [{ heading: t.show.controls, blocks }]
}
