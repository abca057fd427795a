import type { Outcome } from '../../kernel/change.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, one, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { type Locale, type Localised, locales } from '../../kernel/texts.ts'
import { type CommandRoad, postedTo } from '../../ui/posted.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import * as commands from './commands-writing.ts'
import { type Scale, scales } from './content.ts'
import { optionFields, questionFields, questionnaireFields, sectionFields } from './fields.ts'
import { DeedPage } from './pages/deed.tsx'
import { QuestionnairePage } from './pages/questionnaire.tsx'
import { QuestionnairesPage } from './pages/questionnaires.tsx'
import { mayRun } from './permissions.ts'
import { allQuestionnaires, findQuestionnaire } from './queries.ts'
import type { Questionnaire, QuestionnaireEvent } from './questionnaire.ts'
import { at as house, refusals } from './routes-answering.tsx'
import type { Taken } from './rules-writing.ts'
import { texts } from './texts.ts'

const at = `${house}/skjemaer`
const crumbs = (locale: Locale, record?: Questionnaire) => [
  { href: house, label: texts(locale).title },
  { href: at, label: texts(locale).writing.title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]

const drawAll = async ({ ctx, locale }: Asked) =>
  page(
    texts(locale).writing.title,
    <QuestionnairesPage all={await allQuestionnaires(ctx)} id={newId(ctx.now)} locale={locale} />,
    crumbs(locale).slice(0, 1),
  )

const forRecord = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findQuestionnaire(ctx, params.id))) || nothing)
const reload = async ({ ctx }: Asked, before: Questionnaire) => (await findQuestionnaire(ctx, before.id)) ?? before
const drawOne = async ({ ctx, locale }: Asked, record: Questionnaire, { refused }: After = {}) =>
  page(
    record.values.name ?? '',
    <QuestionnairePage record={record} newKey={keyFor(newId(ctx.now))} nextId={newId(ctx.now)} refused={refused} locale={locale} />,
    crumbs(locale).slice(0, 2),
  )

/** A key of one's own, out of an id: short enough for an address, and never one that is there. */
const keyFor = (id: string): string => `k${id.replaceAll('-', '').slice(-16)}`
const isKey = (text: string | undefined): text is string => text !== undefined && /^[a-zA-Z0-9]{1,40}$/.test(text)

/** One press on a questionnaire: done, or its page again with the reason. */
type Pressed = (asked: Asked, record: Questionnaire) => Promise<Outcome<Questionnaire, QuestionnaireEvent>>
const press = (
  said: keyof ReturnType<typeof texts>['writing']['said'],
  command: Pressed,
  to: (record: Questionnaire) => string = ({ id }) => `${at}/${id}`,
) =>
  forRecord(async (asked: Asked, record: Questionnaire): Promise<PostAnswer> => {
    const { locale } = asked
    return answered(await command(asked, record), {
      done: (next) => redirect(to(next), texts(locale).writing.said[said]),
      nothingChanged: () => redirect(`${at}/${record.id}`),
      refused: async (refusal, status) => {
        const words = { ...refusals(locale), ...texts(locale).writing.wants }
        const shown = refusal.why === 'notWhole' ? { ...refusal, why: refusal.fields[0] ?? refusal.why, fields: [] } : refusal
        return again(status, await drawOne(asked, await reload(asked, record), { refused: refusedBy(shown, asked, () => words) }))
      },
    })
  })
const seen = ({ form }: Asked) => versionOf(form)
const taken = ({ form }: Asked): Taken | null => {
  const [kind, key, scale] = one(form, 'hva').split(':')
  if (!isKey(key)) return null
  if (kind === 'section') return { section: key }
  if (kind === 'question') return { question: key }
  return kind === 'option' && scales.includes(scale as Scale) ? { option: [scale as Scale, key] } : null
}

/** Begun with one press. The id is made by the page, so a double press begins one. */
const begun =
  (command: (asked: Asked, id: string) => Promise<Outcome<Questionnaire, QuestionnaireEvent>>) =>
  async (asked: Asked): Promise<PostAnswer> => {
    const id = madeId(asked)
    const there = redirect(`${at}/${id}`, texts(asked.locale).writing.said.begun)
    return answered(await command(asked, id), { done: () => there, nothingChanged: () => there, refused: () => nothing })
  }

type Naming = { readonly id: string; readonly record: Questionnaire | null; readonly values: Values<typeof questionnaireFields> }
const drawNames = ({ locale }: Asked, { id, record, values }: Naming, after: After = {}) => {
  const t = texts(locale)
  const title = record ? t.writing.rename : t.writing.emptyTitle
  const form = { title, back: record ? `${at}/${id}` : at, version: record?.version ?? null, hidden: record ? {} : { id } }
  return page(
    title,
    <DeedPage {...form} fields={questionnaireFields} texts={t.questionnaire} values={values} locale={locale} {...after} />,
    crumbs(locale),
  )
}
const postNames = postedTo<Naming, typeof questionnaireFields, Questionnaire>({
  fields: questionnaireFields,
  texts: (locale) => texts(locale).questionnaire,
  refusals,
  whole: true,
  version: ({ record }) => record?.version ?? -1,
  stands: ({ values }) => values,
  draw: drawNames,
  command: ({ ctx, form }, { id, record }, values) =>
    record ? commands.renameQuestionnaire(ctx, id, versionOf(form), values) : commands.beginEmpty(ctx, id, values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).writing.said.saved),
  unchanged: (_, { id }) => redirect(`${at}/${id}`),
})
const blankNames = (asked: Asked): Naming => ({ id: madeId(asked), record: null, values: emptyValues(questionnaireFields) })
const namesOf = (record: Questionnaire): Naming => ({ id: record.id, record, values: record.values })

/** An option, a section or a question, by a key that the page made: one that is not there yet is begun. */
type PartOpened<F extends Fields> = {
  readonly record: Questionnaire
  readonly title: string
  readonly values: Values<F>
  readonly isNew: boolean
}
type Part<F extends Fields> = {
  readonly fields: F
  readonly texts: (locale: Locale) => FieldTexts<F>
  readonly open: (asked: Asked, record: Questionnaire) => Omit<PartOpened<F>, 'record'> | null
  readonly write: (asked: Asked, record: Questionnaire, values: Values<F>) => Promise<Outcome<Questionnaire, QuestionnaireEvent>>
}
function partPages<F extends Fields>(part: Part<F>) {
  const openPart = door(async (asked: Asked): Promise<PartOpened<F> | typeof nothing> => {
    const record = isId(asked.params.id) ? await findQuestionnaire(asked.ctx, asked.params.id) : undefined
    const opened = record?.status === 'draft' ? part.open(asked, record) : null
    return record && opened ? { ...opened, record } : nothing
  })
  const draw = ({ locale }: Asked, { record, title, values }: PartOpened<F>, after: After = {}) =>
    page(
      title,
      <DeedPage
        title={title}
        kicker={record.values.name ?? ''}
        back={`${at}/${record.id}`}
        version={record.version}
        fields={part.fields}
        texts={part.texts(locale)}
        values={values}
        groups={texts(locale).writing.groups}
        locale={locale}
        {...after}
      />,
      crumbs(locale, record),
    )
  const form: CommandRoad<PartOpened<F>, F, Questionnaire> = {
    fields: part.fields,
    texts: part.texts,
    refusals,
    merges: true,
    version: ({ record }) => record.version,
    stands: ({ values }) => values,
    reload: async (asked, before) => ({ ...before, record: await reload(asked, before.record) }),
    draw,
    command: (asked, { record }, values) => part.write(asked, record, values),
    done: ({ locale }, { record }) => redirect(`${at}/${record.id}`, texts(locale).writing.said.saved),
    unchanged: (_, { record }) => redirect(`${at}/${record.id}`),
  }
  // No question of a part points at a record, so there is nothing that its references may be.
  const posted = postedTo<PartOpened<F>, F, Questionnaire>(form as never)
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

const option = partPages<typeof optionFields>({
  fields: optionFields,
  texts: (locale) => texts(locale).option,
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
const section = partPages<typeof sectionFields>({
  fields: sectionFields,
  texts: (locale) => texts(locale).section,
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
const question = partPages<typeof questionFields>({
  fields: questionFields,
  texts: (locale) => texts(locale).question,
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
    }
    const values = { ...words, ...scoring, ruleSource: found?.ruleSource ?? null, ruleReadOn: found?.ruleReadOn ?? null }
    return {
      title: found?.text[locale] ?? texts(locale).writing.addQuestion,
      isNew: !found,
      values: values as unknown as Values<typeof questionFields>,
    }
  },
  write: (asked, { id }, values) =>
    commands.writeQuestion(asked.ctx, id, seen(asked), asked.params.del ?? '', asked.params.nokkel ?? '', values),
})

const missing = async () => ({ ok: false, why: 'notFound', fields: [] }) as const
export const writingRoutes: readonly Route[] = [
  get(at, mayRun, drawAll),
  post(
    `${at}/arlig`,
    mayRun,
    begun(({ ctx, locale }, id) => commands.beginStandard(ctx, id, locale)),
  ),
  get(`${at}/nytt`, mayRun, async (asked) => drawNames(asked, blankNames(asked))),
  post(`${at}/nytt`, mayRun, (asked) => postNames(asked, blankNames(asked))),
  get(`${at}/:id`, mayRun, forRecord(drawOne)),
  get(
    `${at}/:id/navn`,
    mayRun,
    forRecord(async (asked, record) => (record.status === 'draft' ? drawNames(asked, namesOf(record)) : nothing)),
  ),
  post(
    `${at}/:id/navn`,
    mayRun,
    forRecord((asked, record) => postNames(asked, namesOf(record))),
  ),
  get(`${at}/:id/svar/:skala/:nokkel`, mayRun, option.get),
  post(`${at}/:id/svar/:skala/:nokkel`, mayRun, option.post),
  get(`${at}/:id/deler/:nokkel`, mayRun, section.get),
  post(`${at}/:id/deler/:nokkel`, mayRun, section.post),
  get(`${at}/:id/deler/:del/sporsmal/:nokkel`, mayRun, question.get),
  post(`${at}/:id/deler/:del/sporsmal/:nokkel`, mayRun, question.post),
  post(
    `${at}/:id/fjern`,
    mayRun,
    press('removed', (asked, { id }) => {
      const what = taken(asked)
      return what ? commands.takeOut(asked.ctx, id, seen(asked), what) : missing()
    }),
  ),
  post(
    `${at}/:id/opp`,
    mayRun,
    press('moved', (asked, { id }) => {
      const what = taken(asked)
      return what && !('option' in what) ? commands.moveUp(asked.ctx, id, seen(asked), what) : missing()
    }),
  ),
  post(
    `${at}/:id/publisering`,
    mayRun,
    press('published', (asked, { id }) => commands.publishQuestionnaire(asked.ctx, id, seen(asked))),
  ),
  post(
    `${at}/:id/ut-av-bruk`,
    mayRun,
    press('retired', (asked, { id }) => commands.retireQuestionnaire(asked.ctx, id, seen(asked))),
  ),
  post(
    `${at}/:id/sletting`,
    mayRun,
    press(
      'discarded',
      (asked, { id }) => commands.discardQuestionnaire(asked.ctx, id, seen(asked)),
      () => at,
    ),
  ),
  post(
    `${at}/:id/utgave`,
    mayRun,
    press('begun', (asked, { id }) => commands.beginEdition(asked.ctx, id, madeId(asked))),
  ),
]
