import type { Outcome } from '../../kernel/change.ts'
import { emptyValues, type Values } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, one, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import * as commands from './commands-writing.ts'
import { type Scale, scales } from './content.ts'
import { questionnaireFields } from './fields.ts'
import { DeedPage } from './pages/deed.tsx'
import { QuestionnairePage } from './pages/questionnaire.tsx'
import { QuestionnairesPage } from './pages/questionnaires.tsx'
import { mayRun } from './permissions.ts'
import { allQuestionnaires, findQuestionnaire } from './queries.ts'
import type { Questionnaire, QuestionnaireEvent } from './questionnaire.ts'
import { refusals } from './routes-answering.tsx'
import { at, crumbsOf, isKey, option, question, reload, section } from './routes-parts.tsx'
import type { Taken } from './rules-writing.ts'
import { texts } from './texts.ts'

const drawAll = async ({ ctx, locale }: Asked) =>
  page(
    texts(locale).writing.title,
    <QuestionnairesPage all={await allQuestionnaires(ctx)} id={newId(ctx.now)} locale={locale} />,
    crumbsOf(locale).slice(0, 1),
  )

const forRecord = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findQuestionnaire(ctx, params.id))) || nothing)
const drawOne = async ({ ctx, locale }: Asked, record: Questionnaire, { refused }: After = {}) =>
  page(
    record.values.name ?? '',
    <QuestionnairePage record={record} newKey={keyFor(newId(ctx.now))} nextId={newId(ctx.now)} refused={refused} locale={locale} />,
    crumbsOf(locale).slice(0, 2),
  )

/** A key of one's own, out of an id: short enough for an address, and never one that is there. */
const keyFor = (id: string): string => `k${id.replaceAll('-', '').slice(-16)}`

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
    crumbsOf(locale),
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

const missing = async () => ({ ok: false, why: 'notFound', fields: [] }) as const
export const writingRoutes: readonly Route[] = [
  get(at, mayRun, drawAll),
  post(
    `${at}/arlig`,
    mayRun,
    begun(({ ctx }, id) => commands.beginStandard(ctx, id)),
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
