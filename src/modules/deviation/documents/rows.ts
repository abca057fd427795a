import { localDate } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant, formatShort } from '../../../kernel/calendar/words.ts'
import { type Field, type Fields, type FieldTexts, isEmpty, type Values } from '../../../kernel/fields.ts'
import { capital } from '../../../kernel/texts.ts'
import type { Deviation, Measure } from '../deviation.ts'
import type { Report } from '../fields-report.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { isUnfinished } from '../unfinished.ts'
import { whenWords } from '../when.ts'
import type { Block, Material, Row } from './material.ts'
import { type CaseLanguage, words } from './words.ts'

type FieldText = { readonly label: string; readonly choices?: Readonly<Record<string, string>> }

/** A record's answers under their labels, those that are answered: a document is no form. */
export function answeredRows<F extends Fields>(
  fields: F,
  texts: FieldTexts<F>,
  values: Values<F>,
  shown: readonly (keyof F & string)[],
  language: CaseLanguage,
): readonly Row[] {
  return shown
    .filter((name) => !isEmpty(values[name]))
    .map((name) => {
      const text = texts[name] as FieldText
      return { label: text.label, value: plainValue(fields[name] as Field, values[name], text, language) }
    })
}

function plainValue(field: Field, value: unknown, text: FieldText, language: CaseLanguage): string {
  switch (field.kind) {
    case 'instant':
      return formatInstant(value as Date, language)
    case 'date':
      return formatDate(String(value), language)
    case 'choice':
      return text.choices?.[String(value)] ?? String(value)
    case 'choices':
      return inWords(
        (value as readonly string[]).map((one) => text.choices?.[one] ?? one),
        language,
      )
    default:
      return String(value)
  }
}

/** "Navn, fødselsnummer og helse"; parted by semicolons where one of them has a comma of its own. */
export const inWords = (all: readonly string[], language: CaseLanguage): string => {
  const each = all.map((one, at) => (at === 0 ? one : small(one)))
  return each.some((one) => one.includes(',')) ? each.join('; ') : listed(each, language)
}

const listed = (all: readonly string[], language: CaseLanguage): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${words(language).and} ${all.at(-1)}`

/** In the middle of a sentence. An abbreviation keeps its capitals. */
export const small = (text: string): string =>
  /^\p{Lu}\p{Ll}+(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** Asked and always shown; an empty answer is said. */
export const row = (label: string, value: string | null, language: CaseLanguage): Row => ({
  label,
  value: isEmpty(value) ? words(language).notAnswered : String(value),
})

/** For tables: "02.03.2026 kl. 09.00". */
export const shortInstant = (at: Date, language: CaseLanguage): string => formatShort(at, language)
export const instant = (at: Date | null, language: CaseLanguage): string | null => at && formatInstant(at, language)
/** A time of the case itself: of what came without signing in the day alone may be known. */
export const caseTime = (deviation: Pick<Deviation, 'channel'>, at: Date | null, language: CaseLanguage): string | null =>
  at && whenWords(deviation, at, language)
export const day = (at: Date, language: CaseLanguage): string => formatDate(localDate(at), language)

export function periodOf(report: Report, language: CaseLanguage): string | null {
  const { periodFrom, periodTo, periodState } = report
  const w = words(language).period
  const from = instant(periodFrom, language)
  const to = instant(periodTo, language)
  const span = from && to ? w.between(from, to) : from ? w.from(from) : to ? w.until(to) : null
  const state = periodState === 'ongoing' ? w.ongoing : periodState === 'ended' ? w.ended : periodState === 'unknown' ? w.endUnknown : null
  if (span === null) return state && capital(state)
  return state && !(to && periodState === 'ended') ? `${span}, ${state}` : span
}

export function affectedOf(report: Report, language: CaseLanguage): string | null {
  const { affectedKnown, affectedCount, affectedMax } = report
  const w = words(language)
  if (affectedCount !== null && affectedMax !== null) return w.people.between(figure(affectedCount), figure(affectedMax))
  if (affectedCount !== null) return w.people.exactly(figure(affectedCount))
  return affectedKnown === 'unknown' ? w.unknown : null
}

/** Data types and what was written besides. */
export const dataTypesOf = (report: Report, language: CaseLanguage): string | null =>
  both(report.dataTypes, reportTexts(language).fields.dataTypes.choices, report.dataTypesOther, language)

export const relationOf = (report: Report, language: CaseLanguage): string | null =>
  both(report.relation, reportTexts(language).fields.relation.choices, report.relationOther, language)

export const categoriesOf = (report: Report, language: CaseLanguage): string | null =>
  both(report.categories, reportTexts(language).fields.categories.choices, null, language)

/** The list of measures as a table, or the sentence that there are none. */
export function measuresTable(material: Material, caption: string): Block {
  const { measures, language } = material.deviation
  const w = words(language).measures
  if (measures.length === 0) return { kind: 'text', text: w.none }
  const { purpose, state } = reportTexts(language).measures
  return {
    kind: 'table',
    caption,
    head: [w.what, w.purpose, w.state, w.responsible, w.date],
    rows: measures.map((measure) => [
      measure.what ?? '',
      measure.purpose ? purpose.choices[measure.purpose] : words(language).notAnswered,
      measure.state ? state.choices[measure.state] : '',
      capital(whoInDocument(material, measure) ?? ''),
      measureDate(measure, language) ?? '',
    ]),
  }
}

/** The role stands, and never the name (S4-150); a person without one of the roles that work is sent to is an employee. */
export function whoInDocument(material: Material, { responsibleRole, responsiblePerson, responsible }: Measure): string | null {
  if (responsibleRole) return titlesOf(material, [responsibleRole])
  return responsiblePerson ? titlesOf(material, ['employee']) : responsible
}

export const measureDate = ({ state, doneOn, dueOn }: Measure, language: CaseLanguage): string | null => {
  const w = words(language).measures
  if (state === 'done' && doneOn) return w.done(formatDate(doneOn, language))
  return dueOn ? w.due(formatDate(dueOn, language)) : null
}

/** A written text; a paragraph that a suggestion left open is marked, so that nobody takes it for finished. */
export const written = (text: string | null, language: CaseLanguage): readonly Block[] =>
  isEmpty(text)
    ? [{ kind: 'missing', text: words(language).writeHere }]
    : String(text)
        .split(/\n{2,}/)
        .map((part) => ({ kind: isUnfinished(part) ? 'missing' : 'text', text: part }))

export const nameOf = (material: Material, id: string | null): string =>
  (id && material.names.get(id)) || words(material.deviation.language).assessment.somebody

/** A title in the organisation's own words, in the case's language. */
export const titlesOf = (material: Material, roles: readonly string[]): string =>
  listed(
    roles.map((role) => material.profile.titles[role as keyof typeof material.profile.titles]?.[material.deviation.language] ?? role),
    material.deviation.language,
  )

/** "1 234", with a space that does not break. */
const figure = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')

const both = (
  chosen: readonly string[],
  choices: Readonly<Record<string, string>>,
  other: string | null,
  language: CaseLanguage,
): string | null => {
  const all = [...chosen.map((one) => choices[one] ?? one), ...(other ? [other] : [])]
  return all.length === 0 ? null : inWords(all, language)
}
