import type { Outcome } from '../../kernel/change.ts'
import type { Fields, FieldTexts, Values } from '../../kernel/fields.ts'
import { type Asked, nothing, page, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { type Locale, type Localised, locales } from '../../kernel/texts.ts'
import { type CommandRoad, postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import * as commands from './commands-writing.ts'
import { before, type Scale, scales } from './content.ts'
import { optionFields, questionFields, sectionFields } from './fields.ts'
import { DeedPage } from './pages/deed.tsx'
import { findQuestionnaire } from './queries.ts'
import type { Questionnaire, QuestionnaireEvent } from './questionnaire.ts'
import { at as house, refusals } from './routes-answering.tsx'
import { texts } from './texts.ts'

// The pages where one answer, one section or one question of a draft is written.

export const at = `${house}/skjemaer`
export const crumbsOf = (locale: Locale, record?: Questionnaire) => [
  { href: house, label: texts(locale).title },
  { href: at, label: texts(locale).writing.title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]
export const reload = async ({ ctx }: Asked, stood: Questionnaire): Promise<Questionnaire> =>
  (await findQuestionnaire(ctx, stood.id)) ?? stood
/** A key of one's own is short enough for an address. */
export const isKey = (text: string | undefined): text is string => text !== undefined && /^[a-zA-Z0-9]{1,40}$/.test(text)
const seen = ({ form }: Asked) => versionOf(form)

/** An option, a section or a question, by a key that the page made: one that is not there yet is begun. */
type PartOpened<F extends Fields> = {
  readonly record: Questionnaire
  readonly title: string
  readonly values: Values<F>
  readonly isNew: boolean
}
type Part<F extends Fields> = {
  /** Which of them are asked may follow from the record: a first question hangs on no other. */
  readonly fields: (asked: Asked, record: Questionnaire) => F
  readonly texts: (asked: Asked, record: Questionnaire) => FieldTexts<F>
  readonly open: (asked: Asked, record: Questionnaire) => Omit<PartOpened<F>, 'record'> | null
  readonly write: (asked: Asked, record: Questionnaire, values: Values<F>) => Promise<Outcome<Questionnaire, QuestionnaireEvent>>
}
function partPages<F extends Fields>(part: Part<F>) {
  const openPart = door(async (asked: Asked): Promise<PartOpened<F> | typeof nothing> => {
    const record = isId(asked.params.id) ? await findQuestionnaire(asked.ctx, asked.params.id) : undefined
    const opened = record?.status === 'draft' ? part.open(asked, record) : null
    return record && opened ? { ...opened, record } : nothing
  })
  const draw = (asked: Asked, { record, title, values }: PartOpened<F>, after: After = {}) => {
    const { locale } = asked
    return page(
      title,
      <DeedPage
        title={title}
        kicker={record.values.name ?? ''}
        back={`${at}/${record.id}`}
        version={record.version}
        fields={part.fields(asked, record)}
        texts={part.texts(asked, record)}
        values={values}
        groups={texts(locale).writing.groups}
        locale={locale}
        {...after}
      />,
      crumbsOf(locale, record),
    )
  }
  const form = (asked: Asked, { record }: PartOpened<F>): CommandRoad<PartOpened<F>, F, Questionnaire> => ({
    fields: part.fields(asked, record),
    texts: () => part.texts(asked, record),
    refusals,
    merges: true,
    version: ({ record }) => record.version,
    stands: ({ values }) => values,
    reload: async (same, before) => ({ ...before, record: await reload(same, before.record) }),
    draw,
    command: (same, opened, values) => part.write(same, opened.record, values),
    done: ({ locale }, opened) => redirect(`${at}/${opened.record.id}`, texts(locale).writing.said.saved),
    unchanged: (_, opened) => redirect(`${at}/${opened.record.id}`),
  })
  // No question of a part points at a record, so there is nothing that its references may be.
  const posted = (asked: Asked, opened: PartOpened<F>) =>
    postedTo<PartOpened<F>, F, Questionnaire>(form(asked, opened) as never)(asked, opened)
  return { get: openPart(draw), post: openPart(posted) }
}

/** Three languages of one text, as the form has them. A text that is the same in two is written once. */
const inForm = (name: string, said: Localised | undefined) =>
  Object.fromEntries(
    locales.map((locale) => {
      const text = said?.[locale] ?? ''
      const same = locale !== 'nb' && text === said?.nb
      return [`${name}${locale.charAt(0).toUpperCase()}${locale.slice(1)}`, text === '' || same ? null : text]
    }),
  )

export const option = partPages<typeof optionFields>({
  fields: () => optionFields,
  texts: ({ locale }) => texts(locale).option,
  open: ({ params, locale }, record) => {
    const scale = scales.find((known) => known === params.skala)
    if (!scale || !isKey(params.nokkel)) return null
    const found = record.content.scales[scale].find(({ key }) => key === params.nokkel)
    const values = { ...inForm('label', found?.label), ...inForm('hint', found?.hint), meaning: found?.meaning ?? null }
    return { title: found?.label[locale] ?? texts(locale).writing.addOption, isNew: !found, values: values as Values<typeof optionFields> }
  },
  write: (asked, { id }, values) =>
    commands.writeOption(asked.ctx, id, seen(asked), asked.params.skala as Scale, asked.params.nokkel ?? '', values),
})
export const section = partPages<typeof sectionFields>({
  fields: () => sectionFields,
  texts: ({ locale }) => texts(locale).section,
  open: ({ params, locale }, record) => {
    if (!isKey(params.nokkel)) return null
    const found = record.content.sections.find(({ key }) => key === params.nokkel)
    const values = { ...inForm('title', found?.title), ...inForm('intro', found?.intro) }
    return {
      title: found?.title[locale] ?? texts(locale).writing.addSection,
      isNew: !found,
      values: values as Values<typeof sectionFields>,
    }
  },
  write: (asked, { id }, values) => commands.writeSection(asked.ctx, id, seen(asked), asked.params.nokkel ?? '', values),
})
/** What the question of this address may hang on. */
const earlierIn = ({ params }: Asked, { content }: Questionnaire) => before(content, params.del ?? '', params.nokkel ?? '')
export const question = partPages<typeof questionFields>({
  fields: (asked, record) => {
    const of = earlierIn(asked, record).map(({ key }) => key)
    const { onlyIf: _, onlyIfSays: says, ...always } = questionFields
    const hangs = of.length === 0 ? {} : { onlyIf: { kind: 'choice', of, group: 'condition' }, onlyIfSays: says }
    return { ...always, ...hangs } as unknown as typeof questionFields
  },
  texts: (asked, record) => {
    const t = texts(asked.locale).question
    const choices = Object.fromEntries(earlierIn(asked, record).map(({ key, number, text }) => [key, `${number} ${text[asked.locale]}`]))
    return { ...t, onlyIf: { ...t.onlyIf, choices } }
  },
  open: ({ params, locale }, record) => {
    const inside = record.content.sections.find(({ key }) => key === params.del)
    if (!inside || !isKey(params.nokkel)) return null
    const found = inside.questions.find(({ key }) => key === params.nokkel)
    const words = {
      ...inForm('text', found?.text),
      ...inForm('guidance', found?.guidance),
      ...inForm('rule', found?.rule),
      ...inForm('historic', found?.historic),
    }
    const scoring = {
      scale: found?.scale ?? 'covered',
      scoring: found?.scoring ?? 'straight',
      reports: found?.reports ? 'yes' : 'no',
      known: found?.known ?? null,
      onlyIf: found?.condition?.question ?? null,
      onlyIfSays: found?.condition?.says ?? [],
    }
    const values = { ...words, ...scoring, ruleSource: found?.ruleSource ?? null, ruleReadOn: found?.ruleReadOn ?? null }
    return {
      title: found?.text[locale] ?? texts(locale).writing.addQuestion,
      isNew: !found,
      values: values as unknown as Values<typeof questionFields>,
    }
  },
  // What the first question is not asked, it has no answer to.
  write: (asked, { id }, { onlyIf = null, onlyIfSays = [], ...values }) =>
    commands.writeQuestion(asked.ctx, id, seen(asked), asked.params.del ?? '', asked.params.nokkel ?? '', {
      ...values,
      onlyIf,
      onlyIfSays,
    }),
})
