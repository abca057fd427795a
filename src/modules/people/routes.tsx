import { type Actor, roles as allRoles, hasRole, type Role } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, parseWhole } from '../../kernel/fields.ts'
import { type Asked, get, json, madeId, notAllowed, nothing, one, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import type { Profile } from '../../kernel/profile.ts'
import { namesIn, offersIn } from '../../kernel/reference.ts'
import { again, answered, door } from '../../kernel/road.ts'
import { isSameAgain } from '../../kernel/same.ts'
import type { Locale } from '../../kernel/texts.ts'
import { importTexts } from '../../register/import/texts.ts'
import { listRoutes } from '../../register/list.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { type After, type Refused, refusedBy, unread } from '../../ui/refused.ts'
import { onlyWhere, profileOf } from '../organisation/public.ts'
import { addPerson, addUnit, editPerson, editUnit, endRole, giveRole, setActive } from './commands.ts'
import { contactList } from './contacts/list.tsx'
import { fillFields, personFields, roleEndFields, roleFields, unitFields, unitFieldsOf } from './fields.ts'
import { list, roleOptions } from './list.tsx'
import { DirectoryPage } from './pages/directory.tsx'
import { EditPage } from './pages/edit.tsx'
import { EndingPage } from './pages/ending.tsx'
import { PersonPage } from './pages/person.tsx'
import { UnitsPage } from './pages/units.tsx'
import type { Assignment, Person, PersonValues, Unit, UnitRecord, UnitValues } from './person.ts'
import { peopleProfile } from './profile.ts'
import { emptiedBy, forgottenOn, holders, peopleInUnits, personsById, personWithRoles, unitRecord, units, unitsById } from './queries.ts'
import { fillReferences, findPeople, personReferences, roleReferences, unitReferences } from './queries-reference.ts'
import { personImports, unitImports } from './routes-import.tsx'
import { dayAfter } from './rules.ts'
import { titleOf } from './rules-roles.ts'
import { texts } from './texts.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')

const forPerson = door(async ({ ctx, params }) => (isId(params.id) && (await personWithRoles(ctx, params.id))) || nothing)
const forRole = door(async ({ params }) => {
  const role = allRoles.find((one) => one === params.rolle && one !== 'employee')
  return role ? { role } : nothing
})
const forUnit = door(async ({ ctx, params }) => (isId(params.id) && (await unitRecord(ctx, params.id))) || nothing)

export const routes: readonly Route[] = [
  ...listRoutes(list, admin),
  ...personImports.routes,
  ...unitImports.routes,
  get('/personer/ny', admin, (asked) => newPersonPage(asked, newId(asked.ctx.now))),
  post('/personer', admin, (asked) => addedPerson(asked, madeId(asked))),
  // For whoever chooses a person in a form: names never stand in an address.
  post('/personer/finn', 'signedIn', postFind),
  get('/personer/:id', admin, forPerson(personPage)),
  get('/personer/:id/rediger', admin, forPerson(editPersonPage)),
  post('/personer/:id', admin, (asked) => forPerson(editedPerson)(asked)),
  post('/personer/:id/roller', admin, forPerson(postRole)),
  get('/personer/:id/roller/:rolle/slutt', admin, forPerson(roleEndPage)),
  post('/personer/:id/roller/:rolle/slutt', admin, forPerson(postRoleEnd)),
  get('/personer/:id/slutt', admin, forPerson(leavingPage)),
  post('/personer/:id/slutt', admin, forPerson(postLeaving)),
  post('/personer/:id/retur', admin, forPerson(postComingBack)),
  get('/enheter', admin, getUnits),
  get('/enheter/ny', admin, (asked) => newUnitPage(asked, newId(asked.ctx.now))),
  post('/enheter', admin, (asked) => addedUnit(asked, madeId(asked))),
  get('/enheter/:id', admin, forUnit(editUnitPage)),
  post('/enheter/:id', admin, (asked) => forUnit(editedUnit)(asked)),
  ...onlyWhere((profile) => peopleProfile(profile).privacyContacts, listRoutes(contactList, 'signedIn')),
  get('/roller', 'signedIn', getDirectory),
  get('/roller/:rolle/gi', admin, forRole(fillPage)),
  post('/roller/:rolle/gi', admin, (asked) => forRole(filledRole)(asked)),
]

/** "It is one person's own", said under the question (S0-23). */
const ownAccount = (form: Asked['form']): boolean => one(form, 'ownAccount') !== ''

async function postFind({ ctx, form }: Asked) {
  const { found, more } = await findPeople(ctx, one(form, 'navn'))
  return json({ found: found.map(({ id, name, beside }) => ({ id, name, beside: beside ?? null })), more })
}

const personForm = {
  fields: personFields,
  texts: (locale: Locale) => texts(locale).person,
  refusals: (locale: Locale) => wrongs(locale),
}
const offeredTo = ({ ctx, form }: Asked, values: PersonValues) => offersIn<typeof personFields>(ctx, personReferences, values, form)

const addedPerson = postedTo<string, typeof personFields, Person>({
  ...personForm,
  draw: newPersonPage,
  command: ({ ctx, form }, id, values) => addPerson(ctx, values, null, id, ownAccount(form)),
  done: ({ locale }, id, _, person) => redirect(`/personer/${person?.id ?? id}`, texts(locale).said.added),
  unchanged: ({ locale }, id) => redirect(`/personer/${id}`, texts(locale).said.added),
})

const editedPerson = postedTo<Person, typeof personFields, Person>({
  ...personForm,
  merges: true,
  offers: (asked, { values }) => offeredTo(asked, values),
  version: ({ version }) => version,
  stands: ({ values }) => values,
  reload: async ({ ctx }, before) => (await personWithRoles(ctx, before.id)) ?? before,
  draw: editPersonPage,
  command: ({ ctx, form }, { id }, values) => editPerson(ctx, id, versionOf(form), values, ownAccount(form)),
  done: ({ locale }, { id }) => redirect(`/personer/${id}`, texts(locale).said.saved),
  unchanged: ({ locale }, { id }) => redirect(`/personer/${id}`, texts(locale).wrong.nothingChanged),
})

const unitForm = {
  fields: unitFields,
  texts: (locale: Locale) => texts(locale).unit,
  refusals: (locale: Locale) => wrongs(locale),
}
const offeredToUnit = ({ ctx, form }: Asked, values: UnitValues) => offersIn<typeof unitFields>(ctx, unitReferences, values, form)
const saidOfUnit = (said: (words: ReturnType<typeof texts>) => string) => (asked: Asked) => redirect('/enheter', said(texts(asked.locale)))

const addedUnit = postedTo<string, typeof unitFields, UnitRecord>({
  ...unitForm,
  draw: newUnitPage,
  command: ({ ctx }, id, values) => addUnit(ctx, values, id),
  done: saidOfUnit(({ said }) => said.unitAdded),
  unchanged: saidOfUnit(({ said }) => said.unitAdded),
})

const editedUnit = postedTo<UnitRecord, typeof unitFields, UnitRecord>({
  ...unitForm,
  merges: true,
  offers: (asked, { values }) => offeredToUnit(asked, values),
  version: ({ version }) => version,
  stands: ({ values }) => values,
  reload: async ({ ctx }, before) => (await unitRecord(ctx, before.id)) ?? before,
  draw: editUnitPage,
  command: ({ ctx, form }, { id }, values) => editUnit(ctx, id, versionOf(form), values),
  done: saidOfUnit(({ said }) => said.saved),
  unchanged: saidOfUnit(({ wrong }) => wrong.nothingChanged ?? ''),
})

async function postRole(asked: Asked, person: Person) {
  const { ctx, form, locale } = asked
  const parsed = parseWhole(roleFields, form)
  if (!parsed.ok) return again(422, await personPage(asked, person, unread(asked, parsed.problems, roleLabels(locale))))
  const { unit: unitId, to: lastDay, ...rest } = parsed.values
  const days = { ...rest, to: dayAfter(lastDay) }
  return answered(await giveRole(ctx, person.id, versionOf(form), { ...days, unitId }), {
    done: () => redirect(`/personer/${person.id}`, texts(locale).said.given),
    refused: async (refusal, status) => {
      const now = await personWithRoles(ctx, person.id)
      // Pressed twice: the second finds the role given, to the day.
      if (now?.assignments.some((one) => isSameAgain(one, { ...days, unitId })))
        return redirect(`/personer/${person.id}`, texts(locale).said.given)
      return again(status, await personPage(asked, person, refusedBy(refusal, asked, wrongs, roleLabels(locale))))
    },
  })
}

async function postRoleEnd(asked: Asked, person: Person) {
  const { ctx, form, locale, params } = asked
  if (!isId(params.rolle)) return nothing
  const parsed = parseWhole(roleEndFields, form)
  if (!parsed.ok) {
    const shown = await roleEndPage(asked, person, unread(asked, parsed.problems, roleLabels(locale)))
    return shown.kind === 'page' ? again(422, shown) : shown
  }
  return answered(await endRole(ctx, person.id, versionOf(form), params.rolle, parsed.values.to), {
    done: () => redirect(`/personer/${person.id}`, texts(locale).said.ended),
    refused: async (refusal, status) =>
      again(status, await personPage(asked, person, refusedBy(refusal, asked, wrongs, roleLabels(locale)))),
  })
}

/** Nobody takes themselves out. */
async function postLeaving(asked: Asked, person: Person) {
  return person.id === asked.ctx.actor.personId ? notAllowed : postActive(asked, person, false, texts(asked.locale).said.deactivated)
}

function postComingBack(asked: Asked, person: Person) {
  return postActive(asked, person, true, texts(asked.locale).said.reactivated)
}

async function postActive(asked: Asked, person: Person, active: boolean, said: string) {
  const { ctx, form } = asked
  return answered(await setActive(ctx, person.id, versionOf(form), active), {
    done: () => redirect(`/personer/${person.id}`, said),
    refused: async (refusal, status) =>
      again(status, await personPage(asked, (await personWithRoles(ctx, person.id)) ?? person, refusedBy(refusal, asked, wrongs))),
  })
}

/** Before somebody's work ends: what they have, who gets it, and which role becomes vacant. */
async function leavingPage(asked: Asked, person: Person) {
  if (person.id === asked.ctx.actor.personId || !person.active) return notAllowed
  const here = `/personer/${person.id}`
  return endingPage(asked, person, person.assignments, { role: null, action: `${here}/slutt` })
}

async function roleEndPage(asked: Asked, person: Person, refused?: Refused) {
  const { ctx, locale, params } = asked
  const found = person.assignments.find(({ id }) => id === params.rolle)
  if (!found) return nothing
  const title = titleOf(await profileOf(ctx), found.role, locale)
  const action = `/personer/${person.id}/roller/${found.id}/slutt`
  return endingPage(asked, person, [found], { role: { title, to: localDate(ctx.now) }, action }, refused)
}

async function endingPage(
  { ctx, locale }: Asked,
  person: Person,
  ended: readonly Assignment[],
  what: { readonly role: { readonly title: string; readonly to: string } | null; readonly action: string },
  refused?: Refused,
) {
  const profile = await profileOf(ctx)
  const emptied = (await emptiedBy(ctx, person.id, ended)).map(({ role, by }) => ({
    role,
    title: titleOf(profile, role, locale),
    by: by && profile.titles[by][locale],
  }))
  const related = await ctx.house.related(ctx, { type: what.role ? 'roleEnd' : 'leaving', id: person.id }, locale)
  const props = { ...what, name: person.values.name ?? '', version: person.version, back: `/personer/${person.id}`, emptied, related }
  const title = what.role ? texts(locale).ending.roleTitle(what.role.title) : texts(locale).ending.title
  return page(title, <EndingPage {...props} refused={refused} locale={locale} />, crumbs(locale))
}

/** The form that gives one role, from where the role is seen to be vacant. */
async function fillPage(asked: Asked, { role }: { readonly role: Role }, after: After = {}) {
  const { ctx, locale } = asked
  const title = texts(locale).ending.give(titleOf(await profileOf(ctx), role, locale))
  const values = { person: null, unit: null, from: localDate(ctx.now), to: null, reason: null }
  const kind = { title, action: `/roller/${role}/gi`, back: '/roller', fields: fillFields, labels: fillLabels(locale) }
  const props = { ...kind, offers: await offeredToFill(asked), values, version: null, locale }
  return page(title, <EditPage {...props} {...after} />, [{ href: '/roller', label: texts(locale).directory.title }])
}

const filledRole = postedTo<{ readonly role: Role }, typeof fillFields, Person>({
  fields: fillFields,
  texts: (locale) => fillLabels(locale),
  refusals: (locale) => wrongs(locale),
  offers: (asked) => offeredToFill(asked),
  whole: true,
  draw: fillPage,
  command: ({ ctx }, { role }, { person, unit: unitId, from, to, reason }) =>
    giveRole(ctx, person ?? '', null, { role, unitId, from: from ?? localDate(ctx.now), to: dayAfter(to), reason }),
  done: ({ locale }) => redirect('/roller', texts(locale).said.given),
})

const fillLabels = (locale: Locale) => {
  const { unit, unitHint, from, to, toHint, reason, reasonHint } = texts(locale).roles
  return {
    person: { label: texts(locale).ending.person },
    unit: { label: unit, hint: unitHint },
    from: { label: from },
    to: { label: to, hint: toHint },
    reason: { label: reason, hint: reasonHint },
  }
}

const offeredToFill = ({ ctx, form }: Asked) => offersIn<typeof fillFields>(ctx, fillReferences, {}, form)

async function personPage({ ctx, locale, form }: Asked, person: Person, refused?: Refused) {
  const offers = await namesIn<typeof personFields>(ctx, personReferences, person.values)
  const forRole = await offersIn<typeof roleFields>(ctx, roleReferences, {}, form)
  const held = await unitsById(
    ctx,
    person.assignments.flatMap(({ unitId }) => unitId ?? []),
  )
  const props = {
    person,
    today: localDate(ctx.now),
    offers,
    forRole,
    held,
    roles: await roleOptions(ctx, locale),
    own: person.id === ctx.actor.personId,
    forgottenOn: await forgottenOn(ctx, person.id),
    related: await ctx.house.related(ctx, { type: 'person', id: person.id }, locale),
    locale,
  }
  const body = <PersonPage {...props} refused={refused} />
  return page(person.values.name ?? '', body, crumbs(locale))
}

async function newPersonPage(asked: Asked, id: string, after: After = {}) {
  const { locale } = asked
  const t = texts(locale)
  const kind = { title: t.people.add, action: '/personer', back: '/personer', fields: personFields, labels: t.person }
  const values = emptyValues(personFields)
  const props = { ...kind, offers: await offeredTo(asked, values), id, values, version: null, locale }
  return page(kind.title, <EditPage {...props} {...after} />, crumbs(locale))
}

async function editPersonPage(asked: Asked, person: Person, after: After = {}) {
  const { locale } = asked
  const t = texts(locale)
  const here = `/personer/${person.id}`
  const kind = { title: t.show.edit, action: here, back: here, fields: personFields, labels: t.person }
  const props = { ...kind, offers: await offeredTo(asked, person.values), values: person.values, version: person.version, locale }
  return page(kind.title, <EditPage {...props} {...after} />, crumbs(locale))
}

async function getUnits({ ctx, locale }: Asked) {
  const all = await units(ctx)
  const leaders = await leadersOf(ctx, all)
  const props = { units: all, leaders, people: await peopleInUnits(ctx), importLabel: importTexts(locale).link, locale }
  return page(texts(locale).units.title, <UnitsPage {...props} />)
}

/** A department of a municipality is no institute. */
const unitLabels = ({ orgType }: Pick<Profile, 'orgType'>, locale: Locale) => {
  const { unit, units: t } = texts(locale)
  if (orgType === 'university') return unit
  return { ...unit, kind: { ...unit.kind, choices: { ...unit.kind.choices, department: t.department } } }
}

async function newUnitPage(asked: Asked, id: string, after: After = {}) {
  const { ctx, locale } = asked
  const t = texts(locale)
  const profile = await profileOf(ctx)
  const kind = {
    title: t.units.add,
    action: '/enheter',
    back: '/enheter',
    fields: unitFieldsOf(profile),
    labels: unitLabels(profile, locale),
  }
  // Begins under the organisation: few units are to stand beside it.
  const values = { ...emptyValues(unitFields), parent: (await units(ctx))[0]?.id ?? null }
  const props = { ...kind, offers: await offeredToUnit(asked, values), id, values, version: null, locale }
  return page(kind.title, <EditPage {...props} {...after} />, unitCrumbs(locale))
}

async function editUnitPage(asked: Asked, unit: UnitRecord, after: After = {}) {
  const { ctx, locale } = asked
  const profile = await profileOf(ctx)
  const t = texts(locale)
  const questions = { fields: unitFieldsOf(profile), labels: unitLabels(profile, locale) }
  const kind = { title: t.units.edit, action: `/enheter/${unit.id}`, back: '/enheter', ...questions }
  const props = { ...kind, offers: await offeredToUnit(asked, unit.values), values: unit.values, version: unit.version, locale }
  return page(kind.title, <EditPage {...props} {...after} />, unitCrumbs(locale))
}

async function getDirectory({ ctx, locale }: Asked) {
  const profile = await profileOf(ctx)
  const held = Map.groupBy(await holders(ctx), (holder) => holder.role)
  const all = await units(ctx)
  const leaders = await leadersOf(ctx, all)
  // Leaders have a list of their own below, by unit.
  const roles = allRoles.flatMap((role) => {
    const found = held.get(role)
    return found && role !== 'leader' ? [{ role, title: titleOf(profile, role, locale), holders: found }] : []
  })
  const unitLeaders = all.flatMap((unit) => {
    const name = unit.leaderId && leaders.get(unit.leaderId)?.name
    return name ? [{ unit: unit.name, name }] : []
  })
  const related = await ctx.house.related(ctx, { type: 'directory', id: ctx.actor.organisationId }, locale)
  return page(texts(locale).directory.title, <DirectoryPage roles={roles} leaders={unitLeaders} related={related} locale={locale} />)
}

const leadersOf = (ctx: Ctx, all: readonly Unit[]) =>
  personsById(
    ctx,
    all.flatMap((unit) => unit.leaderId ?? []),
  )

/** Why a change was refused. */
const wrongs = (locale: Locale): Readonly<Record<string, string>> => texts(locale).wrong

const roleLabels = (locale: Locale) => {
  const { role, unit, from, to, reason } = texts(locale).roles
  return { role: { label: role }, unit: { label: unit }, from: { label: from }, to: { label: to }, reason: { label: reason } }
}

const crumbs = (locale: Locale) => [{ href: '/personer', label: texts(locale).people.title }]
const unitCrumbs = (locale: Locale) => [{ href: '/enheter', label: texts(locale).units.title }]
