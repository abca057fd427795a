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
  one,
  page,
  post,
  type Route,
  redirect,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { isLocale } from '../../kernel/texts.ts'
import { listRoutes } from '../../register/list.tsx'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { dataSubjects, dataSubjectsOf, organisationDetails, profileOf } from '../organisation/public.ts'
import { personsById, unitOptions, units } from '../people/public.ts'
import { askOnce, askRequest, registerRequest } from './commands.ts'
import { overviewDocument } from './documents/overview.ts'
import { askFields, registerFields } from './fields.ts'
import { list } from './list.tsx'
import { AskPage, ChoosePage, DocumentsPage, goesOn, RegisterPage } from './pages/ask.tsx'
import { OverviewPage } from './pages/overview.tsx'
import { requestProfile } from './profile.ts'
import { openOwn } from './queries.ts'
import { activitiesOn, overviewMaterial } from './queries-overview.ts'
import { at, crumbs, deedRoutes, drawShow, forReaders, refusals } from './routes-deeds.tsx'
import { openRoutes, posterOfForm } from './routes-open.tsx'
import { searchRoutes } from './routes-search.tsx'
import { mayReceive } from './rules.ts'
import type { Asking, Registering, SubjectRequest } from './subject-request.ts'
import { texts } from './texts.ts'

type Begun = { readonly id: string; readonly asking: Asking }
/** Whoever is signed in is asked for as little as can be: we know what they are called. */
async function begun(asked: Asked): Promise<Begun> {
  const { ctx } = asked
  const me = (await personsById(ctx, [ctx.actor.personId])).get(ctx.actor.personId)
  const known = { subjects: 'employees', actsFor: 'self', name: me?.name ?? null, contact: me?.email ?? null } as const
  return { id: madeId(asked), asking: { ...emptyValues(askFields), ...known } }
}
async function drawAsk(asked: Asked, { id, asking }: Begun, after: After = {}) {
  const { ctx, locale, query } = asked
  const t = texts(locale)
  const what = query.get('hva')
  if (what === 'dokumenter') {
    const { documentsLink } = requestProfile(await profileOf(ctx))
    const { email } = await organisationDetails(ctx)
    return page(t.documents.title, <DocumentsPage link={documentsLink} contact={email} locale={locale} />, crumbs(locale))
  }
  if (what !== 'egne' && asked.form.id === undefined)
    return page(t.choose.title, <ChoosePage at={`${at}/nytt`} officer={null} locale={locale} />, crumbs(locale))
  return page(
    t.askTitle,
    <AskPage id={id} asking={asking} action={`${at}/nytt?hva=egne`} back={at} open={await openOwn(ctx)} locale={locale} {...after} />,
    crumbs(locale),
  )
}
const postAsk = postedTo<Begun, typeof askFields, SubjectRequest>({
  fields: askFields,
  texts: (locale) => texts(locale).ask,
  refusals,
  whole: true,
  draw: drawAsk,
  command: ({ ctx, form }, { id }, values) =>
    one(form, goesOn) === 'yes' ? askRequest(ctx, id, values, 'signedIn') : askOnce(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).sent),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).sent),
})

type Registered = { readonly id: string; readonly values: Registering }
const forReceivers = door(async (asked: Asked): Promise<Registered | typeof notAllowed> => {
  if (!mayReceive(asked.ctx.actor, requestProfile(await profileOf(asked.ctx)))) return notAllowed
  return { id: madeId(asked), values: { ...emptyValues(registerFields), receivedOn: localDate(asked.ctx.now) } }
})
const drawRegister = ({ locale }: Asked, { id, values }: Registered, after: After = {}) =>
  page(texts(locale).register, <RegisterPage id={id} values={values} locale={locale} {...after} />, crumbs(locale))
const postRegister = postedTo<Registered, typeof registerFields, SubjectRequest>({
  fields: registerFields,
  texts: (locale) => texts(locale).registration,
  refusals,
  whole: true,
  draw: drawRegister,
  command: ({ ctx }, { id }, values) => registerRequest(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).said.registered),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).said.registered),
})

const wanted = ({ query }: Asked) => {
  const unit = query.get('enhet') ?? ''
  return { group: dataSubjects.find((one) => one === query.get('gruppe')) ?? null, unit: isId(unit) ? unit : null }
}
/** Everybody here may read what the record of processing says: the overview says the same of one group (S2-30). */
async function drawOverview(asked: Asked) {
  const { ctx, locale } = asked
  const { group, unit } = wanted(asked)
  const t = texts(locale)
  return page(
    t.overview.make,
    <OverviewPage
      group={group}
      unit={unit}
      groups={dataSubjectsOf((await profileOf(ctx)).orgType).map((value) => ({ value, label: t.ask.subjects.choices[value] }))}
      units={unitOptions(await units(ctx))}
      activities={group === null ? [] : await activitiesOn(ctx, group, unit)}
      locale={locale}
    />,
    crumbs(locale),
  )
}
async function overviewFile(asked: Asked): Promise<GetAnswer> {
  const { ctx, params } = asked
  const { group, unit } = wanted(asked)
  const [, language, ending] = /^oversikt-([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  if (!isLocale(language) || group === null) return nothing
  const made = overviewDocument(await overviewMaterial(ctx, group, unit, language, null))
  const file = `oversikt-${language}.${ending}`
  return ending === 'docx' ? download(await renderDocx(made), docxType, file) : download(renderPdf(made, ctx.now), 'application/pdf', file)
}

export const routes: readonly Route[] = [
  ...listRoutes(list, 'signedIn'),
  ...posterOfForm,
  get(`${at}/nytt`, 'signedIn', async (asked) => drawAsk(asked, await begun(asked))),
  post(`${at}/nytt`, 'signedIn', async (asked) => postAsk(asked, await begun(asked))),
  get(`${at}/registrering`, 'signedIn', forReceivers(drawRegister)),
  post(`${at}/registrering`, 'signedIn', forReceivers(postRegister)),
  get(`${at}/oversikt`, 'signedIn', drawOverview),
  get(`${at}/:file{[a-z-]+\\.(?:pdf|docx)}`, 'signedIn', overviewFile),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  ...searchRoutes,
  ...deedRoutes,
  ...openRoutes,
]
