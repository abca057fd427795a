import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import {
  type Asked,
  type GetAnswer,
  get,
  madeId,
  notAllowed,
  nothing,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { type OffersByName, offersIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { addProcessing, editProcessing } from './commands.ts'
import { processingFields } from './fields.ts'
import { isNeeded, nextStep, openStep, previousStep, type Step, steps, stepsFor, suggestionFor } from './guide.ts'
import { GuidePage } from './pages/guide.tsx'
import type { Answers, Processing } from './processing.ts'
import { findProcessing, likeProcessings, references, systemsOfUnit } from './queries.ts'
import { mayAdd, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

const at = '/behandlinger'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).title }]
const labelsOf = (locale: Locale) => texts(locale).fields as FieldTexts<Fields>

/** The name first: with it there is a draft, which every answer is saved in. */
const nameField = { name: processingFields.name }
type Begun = { readonly id: string; readonly values: Values<typeof nameField> }
async function drawBegin({ locale }: Asked, { id, values }: Begun, after: After = {}) {
  const t = texts(locale).guide
  return page(
    t.title,
    <GuidePage
      {...after}
      fields={nameField}
      labels={labelsOf(locale)}
      values={values}
      offers={{}}
      title={t.title}
      kicker={t.kicker}
      why={t.lead}
      article={null}
      suggestion={undefined}
      version={null}
      hidden={{ id }}
      action={`${at}/veiviser`}
      back={at}
      skip={null}
      previous={null}
      needed={false}
      locale={locale}
    />,
    crumbs(locale),
  )
}
const begun = (asked: Asked): Begun => ({ id: madeId(asked), values: emptyValues(nameField) })
const postBegin = postedTo<Begun, typeof nameField, Processing>({
  fields: nameField,
  texts: (locale) => ({ name: texts(locale).fields.name }),
  refusals,
  whole: true,
  draw: drawBegin,
  command: ({ ctx }, { id }, { name }) =>
    addProcessing(ctx, id, {
      ...emptyValues(processingFields),
      ...{ name, kind: 'administrative', ourRole: 'controller' },
      unit: ctx.actor.unitId ?? ctx.actor.leads[0] ?? null,
    }),
  done: (_, { id }, __, next) => redirect(`${at}/${next?.id ?? id}/veiviser/${steps[0].key}`),
  unchanged: (_, { id }) => redirect(`${at}/${id}/veiviser/${steps[0].key}`),
})

type Opened = { readonly record: Processing; readonly step: Step }
const opened = async ({ ctx, params }: Asked): Promise<Processing | typeof nothing | typeof notAllowed> => {
  const record = isId(params.id) ? await findProcessing(ctx, params.id) : undefined
  if (!record) return nothing
  return mayEdit(record, ctx.actor) && record.values.status !== 'ended' ? record : notAllowed
}
const forWriters = door(opened)
const forStep = door(async (asked: Asked): Promise<Opened | typeof nothing | typeof notAllowed> => {
  const record = await opened(asked)
  if ('kind' in record) return record
  const step = (steps as readonly Step[]).find(({ key }) => key === asked.params.steg)
  return step ? { record, step } : nothing
})

const one = ({ question }: Step): Fields => ({ [question]: processingFields[question] })
const only = ({ question }: Step, values: Answers): Values<Fields> => ({ [question]: values[question] }) as Values<Fields>
/** The one question is the heading of its page: the field has the same words, for those who hear it, and no hint beside the lead. */
function asHeading(step: Step, question: string, locale: Locale): FieldTexts<Fields> {
  const { hint: _, ...words } = texts(locale).fields[step.question] as FieldTexts<Fields>[string]
  return { [step.question]: { ...words, label: question } }
}
const offersOf = ({ ctx, form }: Asked, { record }: Opened): Promise<OffersByName> =>
  offersIn<typeof processingFields>(ctx, references, record.values, form)
const wayFrom = ({ record, step }: Opened, values: Answers): string => {
  const next = nextStep(values, step.key)
  return next ? `${at}/${record.id}/veiviser/${next.key}` : `${at}/${record.id}`
}

async function drawStep(asked: Asked, { record, step }: Opened, after: After = {}) {
  const { ctx, locale } = asked
  const t = texts(locale).guide
  const { values } = record
  const ofUnit = step.question === 'systems' && values.unit !== null ? await systemsOfUnit(ctx, values.unit) : []
  const all = stepsFor(values)
  const number = all.findIndex(({ key }) => key === step.key) + 1
  const question = t.questions[step.key as keyof typeof t.questions]
  const previous = previousStep(values, step.key)
  return page(
    question,
    <GuidePage
      {...after}
      fields={one(step)}
      labels={asHeading(step, question, locale)}
      values={only(step, values)}
      offers={await offersOf(asked, { record, step })}
      title={question}
      kicker={t.step(number, all.length)}
      why={t.why[step.key as keyof typeof t.why]}
      article={step.article}
      suggestion={suggestionFor(step.question, values, await likeProcessings(ctx, record.id), ofUnit)}
      version={record.version}
      hidden={{}}
      action={`${at}/${record.id}/veiviser/${step.key}`}
      back={`${at}/${record.id}`}
      skip={wayFrom({ record, step }, values)}
      previous={previous ? `${at}/${record.id}/veiviser/${previous.key}` : null}
      needed={isNeeded(step, values)}
      locale={locale}
    />,
    [...crumbs(locale), { href: `${at}/${record.id}`, label: values.name ?? '' }],
  )
}

const postStep = (asked: Asked, record: Opened) =>
  postedTo<Opened, Fields, Processing>({
    fields: one(record.step),
    texts: labelsOf,
    refusals,
    merges: true,
    version: (now) => now.record.version,
    stands: (now) => only(now.step, now.record.values),
    offers: offersOf,
    reload: async ({ ctx }, before) => ({ ...before, record: (await findProcessing(ctx, before.record.id)) ?? before.record }),
    draw: drawStep,
    command: ({ ctx, form }, { record: { id, values: stands } }, values) =>
      editProcessing(ctx, id, versionOf(form), { ...stands, ...(values as Partial<Answers>) }),
    done: ({ locale }, now, yours) => {
      const to = wayFrom(now, { ...now.record.values, ...(yours as Partial<Answers>) })
      return redirect(to, to.includes('/veiviser/') ? null : texts(locale).guide.finished)
    },
    unchanged: ({ locale }, now) => {
      const to = wayFrom(now, now.record.values)
      return redirect(to, to.includes('/veiviser/') ? null : texts(locale).guide.finished)
    },
  })(asked, record)

/** Back where one left: the first that is not answered, or the record. */
const resumed = forWriters(async (_: Asked, record): Promise<GetAnswer> => {
  const next = openStep(record.values)
  return redirect(next ? `${at}/${record.id}/veiviser/${next.key}` : `${at}/${record.id}`)
})

export const guideRoutes: readonly Route[] = [
  get(`${at}/veiviser`, mayAdd, (asked) => drawBegin(asked, begun(asked))),
  post(`${at}/veiviser`, mayAdd, (asked) => postBegin(asked, begun(asked))),
  get(`${at}/:id/veiviser`, 'signedIn', resumed),
  get(`${at}/:id/veiviser/:steg`, 'signedIn', forStep(drawStep)),
  post(`${at}/:id/veiviser/:steg`, 'signedIn', forStep(postStep)),
]
