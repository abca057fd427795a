import type { Actor } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import {
  type Asked,
  type GetAnswer,
  get,
  madeId,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  refusedTo,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { listRoutes } from '../../register/list.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { nameIn } from '../../ui/reference-field.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import { systemOwner } from '../systems/public.ts'
import type { Access, Granting } from './access.ts'
import { askRemoval, confirmAccess, grantAccess, removeAccess } from './commands.ts'
import { grantFields, type recordFields, removalFields } from './fields.ts'
import { list } from './list.tsx'
import { GrantPage } from './pages/grant.tsx'
import { HeldAccess } from './pages/held.tsx'
import { OverviewPage } from './pages/overview.tsx'
import { OwnSystems } from './pages/own.tsx'
import { AccessPanel } from './pages/panel.tsx'
import { ShowAccess } from './pages/show.tsx'
import { accessProfile } from './profile.ts'
import { accessesSeen, findAccess, grantReferences, recordReferences, standingFor, systemsUsedBy } from './queries.ts'
import { confirmationWaits, grantsByPlace, mayBeConfirmed, mayGrantSome } from './rules.ts'
import { overseesAccess } from './space.ts'
import { texts } from './texts.ts'

const at = '/tilganger'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).title }]

type Begun = { readonly id: string; readonly values: Granting }
const chosen = (query: URLSearchParams, key: string) => {
  const id = query.get(key)
  return isId(id) ? id : null
}
/** Begun with what its page belongs to: a system, a zone, a person. */
const begun = (asked: Asked): Begun => ({
  id: madeId(asked),
  values: {
    ...emptyValues(grantFields),
    system: chosen(asked.query, 'system'),
    zone: chosen(asked.query, 'sone'),
    person: chosen(asked.query, 'person'),
    fromDate: localDate(asked.ctx.now),
  },
})

const forGrantors = door(async (asked: Asked) => {
  const { ctx } = asked
  const form = begun(asked)
  const owns = form.values.system !== null && (await systemOwner(ctx, form.values.system)) === ctx.actor.personId
  return owns || mayGrantSome(ctx.actor, accessProfile(await profileOf(ctx))) ? form : notAllowed
})
const drawGrant = async ({ ctx, locale, form }: Asked, { id, values }: Begun, after: After = {}) =>
  page(
    texts(locale).newTitle,
    <GrantPage
      id={id}
      values={values}
      offers={await offersIn<typeof grantFields>(ctx, grantReferences, values, form)}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
const postGrant = postedTo<Begun, typeof grantFields, Access>({
  fields: grantFields,
  texts: (locale) => texts(locale).grant,
  refusals,
  whole: true,
  offers: ({ ctx, form }, { values }) => offersIn<typeof grantFields>(ctx, grantReferences, values, form),
  draw: drawGrant,
  command: ({ ctx }, { id }, values) => grantAccess(ctx, id, values),
  done: ({ locale }, { id }, _, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).granted),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).granted),
})

const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findAccess(ctx, params.id))) || nothing)
const drawShow = async ({ ctx, locale }: Asked, access: Access, after: After = {}) => {
  const names = await namesIn<typeof recordFields>(ctx, recordReferences, access.values)
  const standing = await standingFor(ctx, access.values)
  const what = [names.system, names.zone].flatMap((one) => one.choices).map(({ name }) => name)
  return page(
    [...what, access.values.role].filter(Boolean).join(', '),
    <ShowAccess
      access={access}
      names={names}
      mayConfirm={(standing.leadsPerson || overseesAccess(ctx.actor)) && mayBeConfirmed(access, localDate(ctx.now))}
      related={await ctx.house.related(ctx, { type: 'access_grant', id: access.id }, locale)}
      today={localDate(ctx.now)}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
}
const postRemoval = postedTo<Access, typeof removalFields, Access>({
  fields: removalFields,
  texts: (locale) => texts(locale).removal,
  refusals,
  whole: true,
  version: ({ version }) => version,
  stands: ({ values: { removedOn, removalProof } }) => ({ removedOn, removalProof }),
  by: ({ values }) => values.removedBy,
  reload: async ({ ctx }, before) => (await findAccess(ctx, before.id)) ?? before,
  draw: drawShow,
  command: ({ ctx, form }, { id }, values) => removeAccess(ctx, id, versionOf(form), values),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).removed),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).removed),
})

/** A deed of one press: back to where it was pressed. */
const pressed = (command: typeof confirmAccess, said: 'confirmed' | 'askedRemoval') =>
  forReaders(async ({ ctx, form, locale }: Asked, { id }): Promise<PostAnswer> => {
    const back = one(form, 'fra') === 'oversikt' ? `${at}/oversikt` : `${at}/${id}`
    const done = () => redirect(back, texts(locale)[said])
    return answered(await command(ctx, id), {
      done,
      nothingChanged: done,
      refused: ({ why }) => refusedTo(back, refusals(locale)[why as 'removedAlready'] ?? uiTexts(locale).refusals.stale),
    })
  })

const namesOfPeople = (ctx: Ctx, all: readonly Access[]) =>
  personsById(ctx, [...new Set(all.flatMap(({ values }) => [values.person, values.grantedBy]).filter((id) => id !== null))])

async function overview({ ctx, locale }: Asked): Promise<GetAnswer> {
  if (ctx.actor.leads.length === 0 && !overseesAccess(ctx.actor)) return notAllowed
  const profile = accessProfile(await profileOf(ctx))
  const today = localDate(ctx.now)
  const all = (await accessesSeen(ctx, { led: true })).filter((access) => access.values.removedOn === null)
  const people = await namesOfPeople(ctx, all)
  const names = await namesIn<typeof recordFields>(ctx, recordReferences, ...all.map(({ values }) => values))
  const called = (id: string | null) => [names.system, names.zone].flatMap(({ choices }) => choices).find((one) => one.id === id)?.name
  const grouped = [...Map.groupBy(all, ({ values }) => values.person ?? '')].map(([person, accesses]) => ({
    person,
    name: people.get(person)?.name ?? '',
    lines: accesses.map((access) => ({
      access,
      what: called(access.values.system) ?? called(access.values.zone) ?? '',
      due: confirmationWaits(access, profile.confirmMonths, today),
      open: mayBeConfirmed(access, today),
    })),
  }))
  const inOrder = grouped.sort((a, b) => a.name.localeCompare(b.name, 'nb'))
  const t = texts(locale).overview
  const title = overseesAccess(ctx.actor) ? t.all : t.title
  return page(
    title,
    <OverviewPage
      title={title}
      people={inOrder}
      months={profile.confirmMonths}
      today={today}
      mayGrant={mayGrantSome(ctx.actor, profile)}
      locale={locale}
    />,
    crumbs(locale),
  )
}

/** Under a system or a zone: those with access that the reader may see; nothing for those who see none and give none. */
const panelOf =
  (kind: 'system' | 'zone'): Panel =>
  async (ctx, id, locale) => {
    const owns = kind === 'system' && (await systemOwner(ctx, id)) === ctx.actor.personId
    if (!owns && !grantsByPlace(ctx.actor) && !overseesAccess(ctx.actor)) return null
    const all = await accessesSeen(ctx, { [kind]: id })
    const people = await namesOfPeople(ctx, all)
    const called = (person: string | null) => people.get(person ?? '')?.name ?? ''
    const lines = all.map((access) => ({ access, name: called(access.values.person), grantedBy: called(access.values.grantedBy) }))
    const may = owns || mayGrantSome(ctx.actor, accessProfile(await profileOf(ctx)))
    const add = may ? `${at}/nytt?${kind === 'system' ? 'system' : 'sone'}=${id}` : null
    return <AccessPanel lines={lines} add={add} today={localDate(ctx.now)} locale={locale} />
  }
export const systemPanel = panelOf('system')
export const zonePanel = panelOf('zone')

/** Who has a list at all: those who lead or own, and those who oversee. An owner without the role has it on the page of the system. */
export const seesSome = (actor: Actor): boolean => grantsByPlace(actor) || overseesAccess(actor)

export const routes: readonly Route[] = [
  ...listRoutes(list, seesSome),
  get(`${at}/oversikt`, 'signedIn', overview),
  get(`${at}/nytt`, 'signedIn', forGrantors(drawGrant)),
  post(`${at}/nytt`, 'signedIn', (asked): Promise<PostAnswer> => postGrant(asked, begun(asked))),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  post(`${at}/:id/fjerning`, 'signedIn', forReaders(postRemoval)),
  post(`${at}/:id/bekreftelse`, 'signedIn', pressed(confirmAccess, 'confirmed')),
  post(`${at}/:id/fjerningsonske`, 'signedIn', pressed(askRemoval, 'askedRemoval')),
]

/** What somebody who leaves may use: those that whoever takes them out may see. */
export async function heldPanel(ctx: Ctx, person: string, locale: Locale) {
  const held = (await accessesSeen(ctx, { person })).filter(({ values }) => values.removedOn === null)
  const names = await namesIn<typeof grantFields>(ctx, grantReferences, ...held.map(({ values }) => values))
  const whatOf = ({ system, zone, role }: Access['values']) =>
    [nameIn(names.system, system, locale) ?? nameIn(names.zone, zone, locale), role].filter(Boolean).join(', ')
  return <HeldAccess held={held.map(({ id, values }) => ({ id, what: whatOf(values) }))} locale={locale} />
}

/** One's own page is one's own alone. */
export async function ownSystemsPanel(ctx: Ctx, id: string, locale: Locale) {
  return id === ctx.actor.personId ? <OwnSystems systems={await systemsUsedBy(ctx, id)} locale={locale} /> : null
}
