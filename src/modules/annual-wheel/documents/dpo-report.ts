import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate } from '../../../kernel/calendar/words.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Document, Row, Section } from '../../documents/public.ts'
import type { Letterhead } from '../../organisation/public.ts'
import type { DpoCases, DpoReport } from '../annual-wheel.ts'
import { texts } from '../texts.ts'

type Material = {
  readonly report: DpoReport
  readonly cases: DpoCases
  readonly language: Locale
  readonly now: Date
  readonly organisation: string
  readonly letterhead: Letterhead
}

export function caseRows(cases: DpoCases, locale: Locale): readonly Row[] {
  const t = texts(locale).dpoReports
  return [
    { label: t.deviations, value: String(cases.deviations) },
    { label: t.open, value: String(cases.open) },
    { label: t.notified, value: String(cases.notified) },
    { label: t.questions, value: String(cases.questions) },
    { label: t.answered, value: String(cases.answered) },
    ...(cases.systems.length > 0 ? [{ label: t.systems, value: cases.systems.join(', ') }] : []),
  ]
}

/** The report of the data protection officer to the management group (S4-079): period, cases, advice. */
export function dpoReportDocument({ report, cases, language, now, organisation, letterhead }: Material): Document {
  const t = texts(language).dpoReports
  const { values } = report
  const day = (date: string | null) => (date === null ? '–' : formatDate(date, language))
  const said = (label: string, written: string | null): Section => ({
    heading: label,
    blocks: [written ? { kind: 'text', text: written } : { kind: 'missing', text: label }],
  })
  return {
    kind: 'dpoReport',
    language,
    title: `${t.one}: ${values.name ?? ''}`,
    reference: t.one,
    referenceIs: 'about',
    organisation,
    letterhead,
    draft: values.deliveredOn === null,
    date: formatDate(values.deliveredOn ?? localDate(now), language),
    accessCode: null,
    recipient: null,
    summary: [
      { label: texts(language).reviews.period, value: `${day(values.periodFrom)} – ${day(values.periodTo)}` },
      { label: t.fields.deliveredOn.label, value: values.deliveredOn ? day(values.deliveredOn) : t.notDelivered },
    ],
    sections: [
      {
        heading: t.cases,
        blocks: [
          { kind: 'facts', rows: caseRows(cases, language) },
          { kind: 'note', text: texts(language).pack.allCases },
        ],
      },
      said(t.fields.summary.label, values.summary),
      said(t.fields.advice.label, values.advice),
    ],
    signature: null,
  }
}
