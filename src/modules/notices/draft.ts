import { formatDate, formatInstant } from '../../kernel/calendar/words.ts'
import { emptyValues, isEmpty, missing } from '../../kernel/fields.ts'
import { capital, type Locale } from '../../kernel/texts.ts'
import { type Deviation, documentationFields, type Profile, reportTexts, specialDataTypes } from '../deviation/public.ts'
import type { Details } from '../organisation/public.ts'
import { noticeFields } from './fields.ts'
import { letterWords } from './letter-words.ts'
import { type LetterLanguage, lastSent, type Message, type MessageTexts, type Notice, type NoticeKind, type NoticeTexts } from './notice.ts'
import type { Texts } from './texts.nb.ts'
import { texts } from './texts.ts'

/** Somebody to ask, as the directory has them. */
export type ContactPerson = { readonly name: string; readonly email: string | null }
/** All a draft is made from. */
export type DraftSource = {
  readonly deviation: Deviation
  readonly organisation: string
  readonly dpo: ContactPerson | null
  /** The leader of the affected unit, or the owner of the system (S4-166). */
  readonly leader: ContactPerson | null
  readonly controller: ContactPerson | null
  readonly details: Details
  readonly notices: readonly Notice[]
  readonly messages: readonly Message[]
  /** What the organisation says with its own words, in place of the standard text. */
  readonly ownWords: Profile['ownWords']
}

/**
 * A version of the notice as the case stands, in the case's language and in the order of Datatilsynet's form (S3-17). What the
 * case does not say is empty, never guessed; what an earlier version said and the case does not, is carried on.
 */
export function draftNoticeTexts(source: DraftSource, kind: NoticeKind): NoticeTexts {
  const { deviation, notices } = source
  const locale = deviation.language
  const t = texts(locale)
  const last = lastSent(notices)
  const contact = contactOf(source, t)
  const fromCase: NoticeTexts = {
    ...emptyValues(noticeFields),
    ...(kind === 'withdrawn' ? {} : factsOf(deviation, locale)),
    ...(kind === 'withdrawn' ? {} : { informed: informedState(deviation, source.messages, locale), furtherContact: contact }),
    contact,
    stepwise: stepwiseText(kind, last, t, locale),
    withdrawalReason: kind === 'withdrawn' ? noBreachReason(deviation) : null,
  }
  return last && kind !== 'withdrawn' ? carriedOn(fromCase, last.texts) : fromCase
}

/** Fills what is empty from the case, and leaves what somebody wrote. */
export const refilled = (written: NoticeTexts, fresh: NoticeTexts): NoticeTexts =>
  Object.fromEntries(Object.entries(written).map(([name, text]) => [name, text ?? fresh[name as keyof NoticeTexts]])) as NoticeTexts

/** Whether those affected have been told, in one sentence: part 7 of the notice follows the other track (S4-161). */
export function informedState(deviation: Deviation, messages: readonly Message[], locale: Locale): string {
  const t = texts(locale)
  const { subjectsTrack, subjectsInformedAt, decisions } = deviation
  if (subjectsTrack === 'informed' && subjectsInformedAt) {
    const ways = [...new Set(messages.flatMap((message) => (message.status === 'sent' ? message.channels : [])))]
    const how = ways.length > 0 ? t.draft.by(ways.map((way) => t.channels[way].toLowerCase()).join(', ')) : ''
    return t.draft.informed(formatInstant(subjectsInformedAt, locale), how)
  }
  if (subjectsTrack === 'notOwed') {
    const ground = decisions.findLast((decision) => decision.kind === 'subjects')?.ground ?? 'lowRisk'
    return t.draft.notInformed(t.subjects.grounds[ground])
  }
  if (messages.some((message) => message.status === 'signed')) return t.draft.signedNotSent
  if (messages.length > 0) return t.draft.willInform
  return subjectsTrack === 'owed' ? t.draft.letterNotBegun : t.draft.informUndecided
}

export const documentationGaps = ({ closing }: Pick<Deviation, 'closing'>): readonly string[] =>
  missing(documentationFields, closing as Parameters<typeof missing<typeof documentationFields>>[1])

/**
 * The message to those affected, in one language (S4-143). Only what the case holds as codes can be said in another language
 * than its own; what people wrote is carried over in the case's language alone.
 */
export function draftMessageTexts(source: DraftSource, language: LetterLanguage): MessageTexts {
  const { deviation, organisation, ownWords } = source
  const { report } = deviation
  const words = letterWords(language)
  const own = language === deviation.language
  const said = language === 'se' ? { letterStart: null, letterContact: null, letterEnd: null } : ownIn(ownWords, language)
  const discovered = deviation.awareAt ?? report.discoveredAt ?? deviation.receivedAt
  return {
    whatHappened: paragraphs([
      said.letterStart ?? (discovered ? words.weFound(discovered, organisation) : null),
      own ? report.whatHappened : null,
      language === 'se' ? null : dataAbout(deviation, language),
      said.letterStart ? null : words.sorry,
    ]),
    consequences: own ? report.consequencesSubjects : null,
    measures: own ? measuresIn(deviation, deviation.language) : null,
    advice: null,
    contacts: paragraphs([
      said.letterContact ?? lines([contactLine(words.dpo, source.dpo), contactLine(words.leader, source.leader)]),
      said.letterEnd ?? words.ask,
    ]),
  }
}

const ownIn = ({ letterStart, letterContact, letterEnd }: DraftSource['ownWords'], locale: Locale) => ({
  letterStart: letterStart[locale],
  letterContact: letterContact[locale],
  letterEnd: letterEnd[locale],
})

function dataAbout({ report }: Deviation, locale: Locale): string | null {
  const types = labels(reportTexts(locale).fields.dataTypes.choices, report.dataTypes)
  return types.length > 0 ? texts(locale).draft.dataAbout(types.map((type) => type.toLowerCase()).join('; ')) : null
}

function measuresIn(deviation: Deviation, locale: Locale): string | null {
  const t = texts(locale).draft
  const { done, planned, sideEffects } = measuresOf(deviation, locale)
  return paragraphs([
    done.length > 0 ? `${t.weHave}\n${listed(done)}` : null,
    planned.length + sideEffects.length > 0 ? `${t.weWill}\n${listed([...planned, ...sideEffects])}` : null,
  ])
}

function factsOf(deviation: Deviation, locale: Locale): Partial<NoticeTexts> {
  const { report } = deviation
  const t = texts(locale).draft
  const words = reportTexts(locale).fields
  const { done, planned, sideEffects } = measuresOf(deviation, locale)
  const cause = report.causeCode && report.causeCode !== 'unknown' ? words.causeCode.choices[report.causeCode] : null
  const unavailable = report.effects.includes('unavailable') ? [t.unavailable] : []
  const kinds = [...labels(words.breachKinds.choices, report.breachKinds), ...unavailable].map((kind) => kind.toLowerCase())
  const manner = report.breachManner ? ` (${t.manner[report.breachManner]})` : ''
  const affected = deviation.awareAt ? t.aware(formatInstant(deviation.awareAt, locale)) : null
  return {
    mainCause: sentences([cause && `${cause}.`, kinds.length > 0 ? t.kindOfBreach(kinds.join(', ') + manner) : null]),
    period: periodOf(deviation, locale),
    discovered: sentences([report.discoveredAt && t.discovered(formatInstant(report.discoveredAt, locale)), affected]),
    affected: countOf(deviation, locale),
    ...formAnswers(deviation, locale),
    whatHappened: report.whatHappened,
    howItArose: paragraphs([report.mainCause, report.processElement]),
    dataTypes: lines([...labels(words.dataTypes.choices, report.dataTypes), report.dataTypesOther]),
    relation: lines([...labels(words.relation.choices, report.relation), report.relationOther]),
    whereNow: paragraphs([report.whereNow, report.deletionConfirmed === 'yes' ? t.deleted : null]),
    consequences: consequencesOf(deviation, t.forOrganisation),
    measuresDone: paragraphs([
      deviation.handling.contained === 'yes' ? sentences([t.contained, deviation.handling.containment]) : null,
      listed(done),
    ]),
    measuresPlanned: listed(planned),
    measuresSideEffects: listed(sideEffects),
    documentation: documentationGaps(deviation).length === 0 ? t.documented : null,
  }
}

/**
 * For those affected first, then for the organisation (S1-39). What the organisation may lose does not stand there alone: the law asks for
 * the consequences to people (GDPR art. 33(3)(c)), and without them the part is still to be filled in.
 */
const consequencesOf = ({ report }: Deviation, forOrganisation: (words: string) => string): string | null =>
  report.consequencesSubjects &&
  paragraphs([report.consequencesSubjects, report.consequencesOrganisation && forOrganisation(report.consequencesOrganisation)])

/**
 * The short answers of Datatilsynet's form. What handling has not answered follows from the report only where the report says it outright:
 * a special category that was ticked, or children among those affected. Otherwise it is empty, and "no" is never guessed.
 */
function formAnswers({ handling, report }: Deviation, locale: Locale): Partial<NoticeTexts> {
  const t = texts(locale).draft
  const said = (answer: 'yes' | 'no' | 'unknown' | null, known = false) => (answer ? t.formAnswer[answer] : known ? t.formAnswer.yes : null)
  const count = handling.recordsCount
  return {
    records: handling.recordsKnown === 'unknown' ? t.recordsUnknown : count === null ? null : t.records(showWhole(count, locale)),
    specialCategories: said(
      handling.specialData,
      report.dataTypes.some((kind) => articleNine.some((special) => special === kind)),
    ),
    vulnerable: said(handling.vulnerable, report.relation.includes('pupils') || report.relation.includes('kindergartenChildren')),
    crossBorder: said(handling.crossBorder),
    processor: said(handling.processorInvolved),
  }
}

/** Criminal matters are GDPR art. 10, and no special category. */
const articleNine = specialDataTypes.filter((kind) => kind !== 'criminal')

/** Affected in words: exact, an interval, or said to be unknown; null where nobody has answered. */
export function countOf({ report }: Pick<Deviation, 'report'>, locale: Locale): string | null {
  const t = texts(locale).draft
  const { affectedKnown, affectedCount, affectedMax } = report
  if (affectedKnown === 'unknown') return t.countUnknown
  if (affectedCount === null) return null
  if (affectedKnown === 'interval' && affectedMax !== null)
    return t.between(showWhole(affectedCount, locale), showWhole(affectedMax, locale))
  return t.about(showWhole(affectedCount, locale))
}

function periodOf({ report }: Deviation, locale: Locale): string | null {
  const t = texts(locale).draft
  const { periodFrom, periodTo, periodState } = report
  const span = [periodFrom && t.from(formatInstant(periodFrom, locale)), periodTo && t.to(formatInstant(periodTo, locale))]
  const said = span.filter((one) => one !== null).join(' ')
  const state = periodState === 'ongoing' ? t.ongoing : periodState === 'ended' ? t.ended : null
  return sentences([said && `${capital(said)}.`, state]) ?? (periodState === 'unknown' ? t.periodUnknown : null)
}

type Measures = { readonly done: readonly string[]; readonly planned: readonly string[]; readonly sideEffects: readonly string[] }

function measuresOf({ measures }: Deviation, locale: Locale): Measures {
  const t = texts(locale).draft
  const say = ({ what, state, doneOn, dueOn }: Deviation['measures'][number]): string =>
    state === 'done' && doneOn
      ? t.doneOn(what ?? '', formatDate(doneOn, locale))
      : state === 'planned' && dueOn
        ? t.dueOn(what ?? '', formatDate(dueOn, locale))
        : (what ?? '')
  const of = (wanted: (measure: Deviation['measures'][number]) => boolean) => measures.filter(wanted).map(say)
  return {
    done: of((measure) => measure.state === 'done' && measure.purpose !== 'sideEffect'),
    planned: of((measure) => measure.state === 'planned' && measure.purpose !== 'sideEffect'),
    sideEffects: of((measure) => measure.purpose === 'sideEffect'),
  }
}

function stepwiseText(kind: NoticeKind, last: Notice | undefined, { draft }: Texts, locale: Locale): string | null {
  const before =
    last?.sentAt && kind !== 'preliminary'
      ? sentences([
          (kind === 'withdrawn' ? draft.withdraws : draft.supplements)(last.number, formatInstant(last.sentAt, locale)),
          last.reference && draft.withReference(last.reference),
        ])
      : null
  return kind === 'preliminary' ? draft.stepwise : before
}

const noBreachReason = (deviation: Deviation): string | null =>
  deviation.breach === 'no' ? (deviation.decisions.findLast((decision) => decision.kind === 'breach')?.reason ?? null) : null

/** A later version says what the case says now; where the case is silent, what was said before. */
const carriedOn = (fresh: NoticeTexts, before: NoticeTexts): NoticeTexts =>
  Object.fromEntries(
    Object.entries(fresh).map(([name, text]) => {
      const said = before[name as keyof NoticeTexts]
      if (name === 'stepwise' || name === 'lateReason' || name === 'withdrawalReason') return [name, text]
      return [name, name === 'contact' || name === 'furtherContact' ? (said ?? text) : (text ?? said)]
    }),
  ) as NoticeTexts

/**
 * Whom Datatilsynet may ask: the officer, else the leader of the unit, else the controller. Where an office stands empty the notice has a
 * contact all the same, and at last the organisation itself (GDPR art. 33(3)(b): "or other contact point").
 */
const contactOf = ({ dpo, leader, controller, organisation, details }: DraftSource, { draft }: Texts): string =>
  contactLine(draft.dpo, dpo) ??
  contactLine(draft.leader, leader) ??
  contactLine(draft.controller, controller) ??
  [organisation, details.telephone, details.email].filter(Boolean).join(', ')

const contactLine = (title: string, person: ContactPerson | null): string | null =>
  person && (person.email ? `${title}: ${person.name}, ${person.email}` : `${title}: ${person.name}`)

const figures = { nb: new Intl.NumberFormat('nb-NO'), nn: new Intl.NumberFormat('nn-NO'), en: new Intl.NumberFormat('en-GB') }
const showWhole = (whole: number, locale: Locale): string => figures[locale].format(whole)
const labels = <K extends string>(words: Readonly<Record<K, string>>, chosen: readonly K[]): readonly string[] =>
  chosen.map((one) => words[one])
const joined = (all: readonly (string | null | undefined | false)[], by: string): string | null =>
  all.filter((one) => one && !isEmpty(one)).join(by) || null
const sentences = (all: Parameters<typeof joined>[0]) => joined(all, ' ')
const lines = (all: Parameters<typeof joined>[0]) => joined(all, '\n')
const paragraphs = (all: Parameters<typeof joined>[0]) => joined(all, '\n\n')
const listed = (all: readonly string[]): string | null => (all.length === 0 ? null : all.map((one) => `– ${one}`).join('\n'))
