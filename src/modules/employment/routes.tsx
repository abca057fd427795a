import { localDate } from '../../kernel/calendar/calendar.ts'
import { emptyValues } from '../../kernel/fields.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  madeId,
  notAllowed,
  nothing,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { offersIn } from '../../kernel/reference.ts'
import { answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { importable } from '../../register/import/importable.ts'
import { registerImport } from '../../register/import/routes.tsx'
import { listRoutes } from '../../register/list.tsx'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationName, profileOf } from '../organisation/public.ts'
import { personsAtWork, personsById, personsWithRoles } from '../people/public.ts'
import { addEmployment, changePosition, closeList, editEmployment, registerLeaving, takeBack, tickStep, untickStep } from './commands.ts'
import { checklistDocument } from './documents/checklist.ts'
import type { Checklist, Employment, EmploymentValues, PositionChange, StepAnswer } from './employment.ts'
import { changeFields, employmentFields, leaveFields, stepFields } from './fields.ts'
import { list } from './list.tsx'
import { ChangeForm, EmploymentForm, LeaveForm, StepForm } from './pages/form.tsx'
import { PasswordPage } from './pages/password.tsx'
import { ShowEmployment } from './pages/show.tsx'
import { leavingProfile } from './profile.ts'
import { checklistsOf, employmentsNumbered, factsOf, findEmployment, references, standingFor } from './queries.ts'
import { type By, mayAddSome, mayKeep, seesSome } from './rules.ts'
import { mayTick } from './rules-steps.ts'
import { type Step, stepNamed } from './steps.ts'
import { texts } from './texts.ts'

const at = '/ansettelser'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale, of?: { readonly id: string; readonly name: string }) => [
  { href: at, label: texts(locale).title },
  ...(of ? [{ href: `${at}/${of.id}`, label: of.name }] : []),
]

export const imports = registerImport(
  importable({
    at,
    subject: 'employment',
    fields: employmentFields,
    references,
    texts: (locale) => ({ title: texts(locale).title, fields: texts(locale).fields, refusals: texts(locale).refusals }),
    key: 'number',
    name: 'number',
    may: mayAddSome,
    keyed: employmentsNumbered,
    add: addEmployment,
    edit: editEmployment,
    takeBack,
  }),
)

type Opened = { readonly employment: Employment; readonly by: By; readonly name: string }
const open = async ({ ctx, params }: Asked): Promise<Opened | typeof nothing> => {
  const employment = isId(params.id) && (await findEmployment(ctx, params.id))
  if (!employment) return nothing
  const { person } = employment.values
  const by = { actor: ctx.actor, standing: await standingFor(ctx, person), profile: leavingProfile(await profileOf(ctx)) }
  return { employment, by, name: (person && (await personsById(ctx, [person])).get(person)?.name) || '' }
}
const forReaders = door(open)
const forKeepers = door(async (asked: Asked) => {
  const opened = await open(asked)
  return 'kind' in opened || mayKeep(opened.employment.values.person, opened.by) ? opened : notAllowed
})

type Begun = { readonly id: string; readonly version: number | null; readonly values: EmploymentValues; readonly name: string }
const begun = (asked: Asked): Begun => ({
  id: madeId(asked),
  version: null,
  name: '',
  values: { ...emptyValues(employmentFields), kind: 'employee', startsOn: localDate(asked.ctx.now) },
})
const standing = ({ employment, name }: Opened): Begun => ({
  id: employment.id,
  version: employment.version,
  values: employment.values,
  name,
})
const drawForm = async ({ ctx, locale, form }: Asked, { id, version, values, name }: Begun, after: After = {}) =>
  page(
    version === null ? texts(locale).newTitle : texts(locale).editTitle,
    <EmploymentForm
      {...{ id, version, values, locale }}
      kicker={name}
      offers={await offersIn<typeof employmentFields>(ctx, references, values, form)}
      {...after}
    />,
    crumbs(locale, version === null ? undefined : { id, name }),
  )
const form = {
  fields: employmentFields,
  texts: (locale: Locale) => texts(locale).fields,
  refusals,
  offers: ({ ctx, form: posted }: Asked, { values }: Begun) => offersIn<typeof employmentFields>(ctx, references, values, posted),
  draw: drawForm,
}
const saved = ({ locale }: Asked, id: string) => redirect(`${at}/${id}`, texts(locale).saved)
const postNew = postedTo<Begun, typeof employmentFields, Employment>({
  ...form,
  whole: true,
  command: ({ ctx }, { id }, values) => addEmployment(ctx, id, values),
  done: (asked, { id }, _, next) => saved(asked, next?.id ?? id),
  unchanged: (asked, { id }) => saved(asked, id),
})
const postEdit = postedTo<Begun, typeof employmentFields, Employment>({
  ...form,
  merges: true,
  version: ({ version }) => version ?? 0,
  stands: ({ values }) => values,
  reload: async ({ ctx }, before) => {
    const now = await findEmployment(ctx, before.id)
    return now ? { ...before, version: now.version, values: now.values } : before
  },
  command: ({ ctx, form: posted }, { id }, values) => editEmployment(ctx, id, versionOf(posted), values),
  done: (asked, { id }) => saved(asked, id),
  unchanged: (asked, { id }) => saved(asked, id),
})

const nobody: PositionChange = { day: null, position: null }
const drawChange = async ({ locale }: Asked, { employment, name }: Opened, after: After = {}) =>
  page(
    texts(locale).change.title,
    <ChangeForm id={employment.id} version={employment.version} name={name} values={nobody} locale={locale} {...after} />,
    crumbs(locale, { id: employment.id, name }),
  )
const postChange = postedTo<Opened, typeof changeFields, Employment>({
  fields: changeFields,
  texts: (locale) => texts(locale).change.fields,
  refusals,
  whole: true,
  version: ({ employment }) => employment.version,
  draw: drawChange,
  command: ({ ctx, form: posted }, { employment }, values) => changePosition(ctx, employment.id, versionOf(posted), values),
  done: ({ locale }, { employment }) => redirect(`${at}/${employment.id}`, texts(locale).change.saved),
  unchanged: ({ locale }, { employment }) => redirect(`${at}/${employment.id}`, texts(locale).change.saved),
})

const drawLeave = async ({ locale }: Asked, { employment, name }: Opened, after: After = {}) =>
  page(
    texts(locale).leave.title,
    <LeaveForm
      {...{ id: employment.id, version: employment.version, name, locale, ...after }}
      values={{ endsOn: employment.values.endsOn }}
    />,
    crumbs(locale, { id: employment.id, name }),
  )
const left = ({ locale }: Asked, { employment }: Opened) => redirect(`${at}/${employment.id}`, texts(locale).leave.saved)
const postLeave = postedTo<Opened, typeof leaveFields, Employment>({
  fields: leaveFields,
  texts: (locale) => texts(locale).leave.fields,
  refusals,
  whole: true,
  version: ({ employment }) => employment.version,
  draw: drawLeave,
  command: ({ ctx, form: posted }, { employment }, values) => registerLeaving(ctx, employment.id, versionOf(posted), values),
  done: left,
  unchanged: left,
})

async function show({ ctx, locale }: Asked, { employment, by, name }: Opened): Promise<GetAnswer> {
  const lists = await checklistsOf(ctx, employment.id)
  const people = lists.flatMap(({ closedBy, steps }) => [closedBy, ...Object.values(steps).map((done) => done.doneBy)])
  return page(
    name,
    <ShowEmployment
      {...{ employment, by, name, lists, locale }}
      facts={await factsOf(ctx, employment)}
      keeps={mayKeep(employment.values.person, by)}
      names={await personsById(ctx, [...new Set(people.filter((id) => id !== null))])}
      related={await ctx.house.related(ctx, { type: 'employment', id: employment.id }, locale)}
      held={await ctx.house.addenda(ctx, { type: 'employment', id: employment.id }, locale)}
      profile={by.profile}
      comesIn={(await personsAtWork(ctx, employment.values.person === null ? [] : [employment.values.person])).size > 0}
      today={localDate(ctx.now)}
    />,
    crumbs(locale),
  )
}

type OnList = Opened & { readonly checklist: Checklist }
const openList = async (asked: Asked): Promise<OnList | typeof nothing> => {
  const opened = await open(asked)
  if ('kind' in opened) return opened
  const checklist = (await checklistsOf(asked.ctx, opened.employment.id)).find(({ id }) => id === asked.params.liste)
  return checklist ? { ...opened, checklist } : nothing
}
const forList = door(openList)
type OnStep = OnList & { readonly step: Step }
const forStep = door(async (asked: Asked): Promise<OnStep | typeof nothing | typeof notAllowed> => {
  const opened = await openList(asked)
  if ('kind' in opened) return opened
  const step = stepNamed(opened.checklist.kind, asked.params.punkt ?? '')
  if (!step || step.from) return nothing
  return mayTick(step, { person: opened.employment.values.person }, opened.by) ? { ...opened, step } : notAllowed
})

const drawStep = async ({ ctx, locale }: Asked, { employment, name, step }: OnStep, after: After = {}) => {
  const values: StepAnswer = { doneOn: localDate(ctx.now), proof: null }
  const title = texts(locale).steps[step.key]
  return page(
    title,
    <StepForm id={employment.id} name={name} title={title} values={values} locale={locale} {...after} />,
    crumbs(locale, { id: employment.id, name }),
  )
}
const postStep = postedTo<OnStep, typeof stepFields, Checklist>({
  fields: stepFields,
  texts: (locale) => texts(locale).answer,
  refusals,
  whole: true,
  draw: drawStep,
  command: ({ ctx }, { employment, checklist, step }, values) => tickStep(ctx, employment.id, checklist.id, step.key, values),
  done: ({ locale }, { employment }) => redirect(`${at}/${employment.id}`, texts(locale).ticked),
  unchanged: ({ locale }, { employment }) => redirect(`${at}/${employment.id}`, texts(locale).ticked),
})

const why = (locale: Locale, code: string): string =>
  (refusals(locale) as Readonly<Record<string, string | undefined>>)[code] ?? uiTexts(locale).refusals.stale
async function postUntick({ ctx, locale }: Asked, { employment, checklist, step }: OnStep): Promise<PostAnswer> {
  const back = (said: string) => redirect(`${at}/${employment.id}`, said)
  const done = () => back(texts(locale).unticked)
  return answered(await untickStep(ctx, employment.id, checklist.id, step.key), {
    done,
    nothingChanged: done,
    refused: (refusal) => back(why(locale, refusal.why)),
  })
}
async function postClose({ ctx, locale }: Asked, { employment, checklist }: OnList): Promise<PostAnswer> {
  const back = (said: string) => redirect(`${at}/${employment.id}`, said)
  const done = () => back(texts(locale).closed)
  return answered(await closeList(ctx, employment.id, checklist.id), {
    done,
    nothingChanged: done,
    refused: (refusal) => back(why(locale, refusal.why)),
  })
}

async function checklistFile({ ctx, locale, params }: Asked, { employment, checklist, by }: OnList): Promise<GetAnswer> {
  const doers = Object.values(checklist.steps).map((done) => done.doneBy)
  const people = await personsById(ctx, [...new Set([...doers, employment.values.person].filter((id) => id !== null))])
  const made = checklistDocument({
    ...{ employment, list: checklist, profile: by.profile, language: locale, now: ctx.now },
    facts: await factsOf(ctx, employment),
    held: await ctx.house.addenda(ctx, { type: 'employment', id: employment.id }, locale),
    name: (id) => people.get(id)?.name ?? '',
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, locale),
  })
  return params.file?.endsWith('.docx')
    ? download(await renderDocx(made), docxType, 'sjekkliste.docx')
    : download(renderPdf(made, ctx.now), 'application/pdf', 'sjekkliste.pdf')
}

async function password({ ctx, locale }: Asked): Promise<GetAnswer> {
  const { serviceDesk } = leavingProfile(await profileOf(ctx))
  const contacts = await personsWithRoles(ctx, ['serviceDesk'])
  return page(texts(locale).password.title, <PasswordPage contacts={contacts} own={serviceDesk} locale={locale} />)
}

export const routes: readonly Route[] = [
  get('/passordhjelp', 'signedIn', password),
  ...imports.routes,
  ...listRoutes(list, seesSome),
  get(`${at}/nytt`, mayAddSome, (asked) => drawForm(asked, begun(asked))),
  post(`${at}/nytt`, mayAddSome, (asked): Promise<PostAnswer> => postNew(asked, begun(asked))),
  get(`${at}/:id`, 'signedIn', forReaders(show)),
  get(
    `${at}/:id/endring`,
    'signedIn',
    forKeepers((asked, opened) => drawForm(asked, standing(opened))),
  ),
  post(
    `${at}/:id/endring`,
    'signedIn',
    forKeepers((asked, opened): Promise<PostAnswer> => postEdit(asked, standing(opened))),
  ),
  get(`${at}/:id/ny-stilling`, 'signedIn', forKeepers(drawChange)),
  post(`${at}/:id/ny-stilling`, 'signedIn', forKeepers(postChange)),
  get(`${at}/:id/slutt`, 'signedIn', forKeepers(drawLeave)),
  post(`${at}/:id/slutt`, 'signedIn', forKeepers(postLeave)),
  get(`${at}/:id/lister/:liste/:file{sjekkliste\\.(?:pdf|docx)}`, 'signedIn', forList(checklistFile)),
  post(`${at}/:id/lister/:liste/lukking`, 'signedIn', forList(postClose)),
  get(`${at}/:id/lister/:liste/punkter/:punkt`, 'signedIn', forStep(drawStep)),
  post(`${at}/:id/lister/:liste/punkter/:punkt`, 'signedIn', forStep(postStep)),
  post(`${at}/:id/lister/:liste/punkter/:punkt/apning`, 'signedIn', forStep(postUntick)),
]
