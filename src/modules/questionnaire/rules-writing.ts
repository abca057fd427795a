import type { Actor } from '../../kernel/actor.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { Localised } from '../../kernel/texts.ts'
import { before, type Condition, type Content, meanings, type Option, type Question, type Scale, type Section, wantsOf } from './content.ts'
import type { optionFields, questionFields, questionnaireFields, sectionFields } from './fields.ts'
import { mayRun } from './permissions.ts'
import type { Questionnaire, QuestionnaireEvent } from './questionnaire.ts'

type Written = Outcome<Questionnaire, QuestionnaireEvent>
type Names = Values<typeof questionnaireFields>

/** What nobody has written yet: the two answers of the source (S2-02, S2-03), and no questions. */
export const blankContent = (scales: Content['scales']): Content => ({ scales, sections: [] })

type Begun = Pick<Questionnaire, 'id' | 'familyId' | 'edition' | 'content'> & { readonly names: Names }

export function begin({ id, familyId, edition, content, names }: Begun, actor: Actor): Written {
  if (!mayRun(actor)) return refuse('notAllowed')
  if (names.name === null) return refuse('incomplete', ['name'])
  return change<Questionnaire, QuestionnaireEvent>(
    { id, version: 1, familyId, edition, values: names, status: 'draft', content, publishedAt: null, publishedBy: null },
    { type: 'questionnaire.begun' },
  )
}

/** Only a draft is written in: what is published stands, since answers rest on it. */
const closed = (record: Questionnaire, actor: Actor): Refusal | null =>
  !mayRun(actor) ? refuse('notAllowed') : record.status === 'draft' ? null : refuse('published')

export function rename(record: Questionnaire, names: Names, actor: Actor): Written {
  const refused = closed(record, actor)
  if (refused) return refused
  if (names.name === null) return refuse('incomplete', ['name'])
  if (JSON.stringify(names) === JSON.stringify(record.values)) return refuse('nothingChanged')
  return change<Questionnaire, QuestionnaireEvent>({ ...record, values: names }, { type: 'questionnaire.edited', what: 'name' })
}

type Part = 'option' | 'section' | 'question'
const written = (record: Questionnaire, content: Content, what: Part): Written =>
  JSON.stringify(content) === JSON.stringify(record.content)
    ? refuse('nothingChanged')
    : change<Questionnaire, QuestionnaireEvent>({ ...record, content }, { type: 'questionnaire.edited', what })

/** The words in three languages; null where none of them is written. */
export const saidIn = (values: Readonly<Record<string, unknown>>, name: string): Localised | null => {
  const [nb, nn, en] = ['Nb', 'Nn', 'En'].map((language) => String(values[`${name}${language}`] ?? '').trim())
  const first = nb || nn || en
  return first ? { nb: nb || first, nn: nn || nb || first, en: en || first } : null
}
const none: Localised = { nb: '', nn: '', en: '' }

/** In its place where the key is there, last where it is not. */
const placed = <T extends { readonly key: string }>(all: readonly T[], one: T): readonly T[] =>
  all.some(({ key }) => key === one.key) ? all.map((other) => (other.key === one.key ? one : other)) : [...all, one]

export function writeOption(record: Questionnaire, scale: Scale, key: string, values: Values<typeof optionFields>, actor: Actor): Written {
  const refused = closed(record, actor)
  if (refused) return refused
  const label = saidIn(values, 'label')
  if (!label) return refuse('incomplete', ['labelNb'])
  if (values.meaning === null) return refuse('incomplete', ['meaning'])
  const option: Option = { key, meaning: values.meaning, label, hint: saidIn(values, 'hint') ?? none }
  const scales = { ...record.content.scales, [scale]: inOrder(placed(record.content.scales[scale], option)) }
  return written(record, { ...record.content, scales }, 'option')
}
/** From yes to no, and not knowing last, however they were added. */
const inOrder = (options: readonly Option[]): readonly Option[] =>
  options.toSorted((one, other) => meanings.indexOf(one.meaning) - meanings.indexOf(other.meaning))

export function writeSection(record: Questionnaire, key: string, values: Values<typeof sectionFields>, actor: Actor): Written {
  const refused = closed(record, actor)
  if (refused) return refused
  const title = saidIn(values, 'title')
  if (!title) return refuse('incomplete', ['titleNb'])
  const questions = record.content.sections.find((one) => one.key === key)?.questions ?? []
  const section: Section = { key, title, intro: saidIn(values, 'intro') ?? none, questions }
  return written(record, { ...record.content, sections: placed(record.content.sections, section) }, 'section')
}

export function writeQuestion(
  record: Questionnaire,
  sectionKey: string,
  key: string,
  values: Values<typeof questionFields>,
  actor: Actor,
): Written {
  const refused = closed(record, actor)
  if (refused) return refused
  const section = record.content.sections.find((one) => one.key === sectionKey)
  if (!section) return refuse('notFound')
  if (record.content.sections.some((other) => other.key !== sectionKey && other.questions.some((one) => one.key === key)))
    return refuse('notFound')
  const text = saidIn(values, 'text')
  const gaps = [...(text ? [] : ['textNb']), ...(values.scale === null ? ['scale'] : []), ...(values.scoring === null ? ['scoring'] : [])]
  if (!text || values.scale === null || values.scoring === null) return refuse('incomplete', gaps)
  const rule = saidIn(values, 'rule')
  // A statement of law says where it is written, and when it was read there.
  if (rule && (values.ruleSource === null || values.ruleReadOn === null))
    return refuse(
      'ruleWithoutSource',
      ['ruleSource', 'ruleReadOn'].filter((name) => values[name as 'ruleSource'] === null),
    )
  const condition = conditionIn(record.content, section.key, key, values)
  if (condition && 'ok' in condition) return condition
  const question: Question = {
    key,
    text,
    guidance: saidIn(values, 'guidance') ?? none,
    rule: rule ?? none,
    ruleSource: values.ruleSource,
    ruleReadOn: values.ruleReadOn,
    historic: saidIn(values, 'historic') ?? none,
    scale: values.scale,
    scoring: values.scoring,
    known: values.known,
    reports: values.reports === 'yes',
    condition,
  }
  const next = { ...section, questions: placed(section.questions, question) }
  return written(record, { ...record.content, sections: placed(record.content.sections, next) }, 'question')
}

/** What a question hangs on stands before it, and says which answers call for it. */
function conditionIn(
  content: Content,
  sectionKey: string,
  key: string,
  { onlyIf, onlyIfSays }: Pick<Values<typeof questionFields>, 'onlyIf' | 'onlyIfSays'>,
): Condition | null | Refusal {
  if (onlyIf === null) return null
  if (onlyIfSays.length === 0) return refuse('incomplete', ['onlyIfSays'])
  return before(content, sectionKey, key).some((one) => one.key === onlyIf)
    ? { question: onlyIf, says: onlyIfSays }
    : refuse('conditionLater', ['onlyIf'])
}

export type Taken = { readonly option: readonly [Scale, string] } | { readonly section: string } | { readonly question: string }

export function takeOut(record: Questionnaire, what: Taken, actor: Actor): Written {
  const refused = closed(record, actor)
  if (refused) return refused
  const { scales, sections } = record.content
  if ('option' in what) {
    const [scale, key] = what.option
    return written(record, { sections, scales: { ...scales, [scale]: scales[scale].filter((one) => one.key !== key) } }, 'option')
  }
  if ('section' in what) return written(record, { scales, sections: sections.filter(({ key }) => key !== what.section) }, 'section')
  const left = sections.map((section) => ({ ...section, questions: section.questions.filter(({ key }) => key !== what.question) }))
  return written(record, { scales, sections: left }, 'question')
}

/** One place up, among its own. The first stays first. */
export function moveUp(record: Questionnaire, what: { readonly section: string } | { readonly question: string }, actor: Actor): Written {
  const refused = closed(record, actor)
  if (refused) return refused
  const { scales, sections } = record.content
  if ('section' in what) return written(record, { scales, sections: raised(sections, what.section) }, 'section')
  return written(
    record,
    { scales, sections: sections.map((one) => ({ ...one, questions: raised(one.questions, what.question) })) },
    'question',
  )
}
const raised = <T extends { readonly key: string }>(all: readonly T[], key: string): readonly T[] => {
  const at = all.findIndex((one) => one.key === key)
  return at < 1 ? all : all.toSpliced(at - 1, 2, all[at] as T, all[at - 1] as T)
}

export function publish(record: Questionnaire, actor: Actor, now: Date): Written {
  const refused = closed(record, actor)
  if (refused) return refused
  const wants = wantsOf(record.content)
  if (wants.length > 0) return refuse('notWhole', wants)
  return change<Questionnaire, QuestionnaireEvent>(
    { ...record, status: 'published', publishedAt: now, publishedBy: actor.personId },
    { type: 'questionnaire.published' },
  )
}

/** No new round asks it; those that have, go on. */
export function retire(record: Questionnaire, actor: Actor): Written {
  if (!mayRun(actor)) return refuse('notAllowed')
  if (record.status !== 'published') return refuse(record.status === 'retired' ? 'nothingChanged' : 'notNow')
  return change<Questionnaire, QuestionnaireEvent>({ ...record, status: 'retired' }, { type: 'questionnaire.retired' })
}

/** A draft that nobody wants: no answer rests on it. */
export function discard(record: Questionnaire, actor: Actor): Written {
  return closed(record, actor) ?? change<Questionnaire, QuestionnaireEvent>(record, { type: 'questionnaire.discarded' })
}
