import { type Actor, roles as allRoles, hasRole, type Role } from '../../kernel/actor.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Refusal } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, type Fields, type FieldTexts, type Form, type Problem, parse, parseWhole } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { ErrorItem } from '../../ui/error-summary.tsx'
import type { Option } from '../../ui/field.tsx'
import { errorItems } from '../../ui/record-form.tsx'
import { fill } from '../../ui/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { addPerson, addUnit, editPerson, editUnit, endRole, giveRole, setActive } from './commands.ts'
import { personFields, roleEndFields, roleFields, unitFields } from './fields.ts'
import { DirectoryPage } from './pages/directory.tsx'
import { EditPage } from './pages/edit.tsx'
import { PeopleList } from './pages/list.tsx'
import { PersonPage } from './pages/person.tsx'
import { UnitsPage } from './pages/units.tsx'
import type { Person, Unit, UnitRecord } from './person.ts'
import { holders, peopleInUnits, personRows, persons, personsById, personWithRoles, unitRecord, units } from './queries.ts'
import { titleOf } from './rules-roles.ts'
import { texts } from './texts.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')
const mostShown = 200

const forPerson = door(async ({ ctx, params }) => (isId(params.id) && (await personWithRoles(ctx, params.id))) || nothing)
const forUnit = door(async ({ ctx, params }) => (isId(params.id) && (await unitRecord(ctx, params.id))) || nothing)

export const routes: readonly Route[] = [
  get('/personer', admin, getPeople),
  get('/personer/ny', admin, (asked) => newPersonPage(asked)),
  post('/personer', admin, postPerson),
  get('/personer/:id', admin, forPerson(personPage)),
  get('/personer/:id/rediger', admin, forPerson(editPersonPage)),
  post('/personer/:id', admin, forPerson(postEdit)),
  post('/personer/:id/roller', admin, forPerson(postRole)),
  post('/personer/:id/roller/:rolle/slutt', admin, forPerson(postRoleEnd)),
  post('/personer/:id/slutt', admin, forPerson(postLeaving)),
  post('/personer/:id/retur', admin, forPerson(postComingBack)),
  get('/enheter', admin, getUnits),
  get('/enheter/ny', admin, (asked) => newUnitPage(asked)),
  post('/enheter', admin, postUnit),
  get('/enheter/:id', admin, forUnit(editUnitPage)),
  post('/enheter/:id', admin, forUnit(postUnitEdit)),
  get('/roller', 'signedIn', getDirectory),
]

async function getPeople({ ctx, query, locale }: Asked) {
  const asked = query.get('rolle')
  const filter = {
    search: (query.get('sok') ?? '').trim().slice(0, 100),
    role: allRoles.find((role) => role === asked) ?? null,
    gone: query.get('vis') === 'sluttet',
  }
  const rows = await personRows(ctx, filter, mostShown + 1)
  const props = { rows: rows.slice(0, mostShown), more: rows.length > mostShown, filter, roles: await roleOptions(ctx, locale), locale }
  return page(texts(locale).people.title, <PeopleList {...props} />)
}

async function postPerson(asked: Asked) {
  const { ctx, form, locale } = asked
  const t = texts(locale)
  const { values, problems } = parse(personFields, form)
  if (problems.length > 0) return again(422, await newPersonPage(asked, unread(problems, t.person, locale)))
  return answered(await addPerson(ctx, values), {
    done: ({ id }) => redirect(`/personer/${id}`, t.said.added),
    refused: async (refusal, status) => again(status, await newPersonPage(asked, saidOf(refusal, t.person, locale))),
  })
}

async function postEdit(asked: Asked, person: Person) {
  const { ctx, form, locale } = asked
  const t = texts(locale)
  const { values, problems } = parse(personFields, form)
  if (problems.length > 0) return again(422, await editPersonPage(asked, person, unread(problems, t.person, locale)))
  return answered(await editPerson(ctx, person.id, versionOf(form), values), {
    done: () => redirect(`/personer/${person.id}`, t.said.saved),
    nothingChanged: () => redirect(`/personer/${person.id}`, t.wrong.nothingChanged),
    refused: async (refusal, status) => again(status, await editPersonPage(asked, person, saidOf(refusal, t.person, locale))),
  })
}

async function postRole(asked: Asked, person: Person) {
  const { ctx, form, locale } = asked
  const parsed = parseWhole(roleFields, form)
  if (!parsed.ok) return again(422, await personPage(asked, person, unread(parsed.problems, roleLabels(locale), locale)))
  const { unit: unitId, ...days } = parsed.values
  return answered(await giveRole(ctx, person.id, versionOf(form), { ...days, unitId }), {
    done: () => redirect(`/personer/${person.id}`, texts(locale).said.given),
    refused: async (refusal, status) => again(status, await personPage(asked, person, saidOf(refusal, roleLabels(locale), locale))),
  })
}

async function postRoleEnd(asked: Asked, person: Person) {
  const { ctx, form, locale, params } = asked
  if (!isId(params.rolle)) return nothing
  const parsed = parseWhole(roleEndFields, form)
  if (!parsed.ok) return again(422, await personPage(asked, person, unread(parsed.problems, roleLabels(locale), locale)))
  return answered(await endRole(ctx, person.id, versionOf(form), params.rolle, parsed.values.to), {
    done: () => redirect(`/personer/${person.id}`, texts(locale).said.ended),
    refused: async (refusal, status) => again(status, await personPage(asked, person, saidOf(refusal, roleLabels(locale), locale))),
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
  const { ctx, form, locale } = asked
  return answered(await setActive(ctx, person.id, versionOf(form), active), {
    done: () => redirect(`/personer/${person.id}`, said),
    refused: async (refusal, status) => again(status, await personPage(asked, person, saidOf(refusal, {}, locale))),
  })
}

async function personPage({ ctx, form, locale }: Asked, person: Person, wrong?: Wrong) {
  const options = await optionsOf(ctx)
  const props = { person, today: localDate(ctx.now), options, roles: await roleOptions(ctx, locale), locale }
  const body = <PersonPage {...props} errors={wrong?.errors ?? []} raw={wrong && form} />
  return page(person.values.name ?? '', body, crumbs(locale))
}

async function newPersonPage({ ctx, form, locale }: Asked, wrong?: Wrong) {
  const t = texts(locale)
  const kind = { title: t.people.add, action: '/personer', back: '/personer', fields: personFields, labels: t.person }
  const props = { ...kind, options: await optionsOf(ctx), values: emptyValues(personFields), version: null, locale, ...wrong }
  return page(kind.title, <EditPage {...props} raw={wrong && form} />, crumbs(locale))
}

async function editPersonPage({ ctx, form, locale }: Asked, person: Person, wrong?: Wrong) {
  const t = texts(locale)
  const here = `/personer/${person.id}`
  const kind = { title: t.show.edit, action: here, back: here, fields: personFields, labels: t.person }
  const props = {
    ...kind,
    options: await optionsOf(ctx),
    values: person.values,
    version: versionAfter(form, person, wrong),
    locale,
    ...wrong,
  }
  return page(kind.title, <EditPage {...props} raw={wrong && form} stored={wrong?.stale ? person.values : undefined} />, crumbs(locale))
}

async function getUnits({ ctx, locale }: Asked) {
  const all = await units(ctx)
  const leaders = await leadersOf(ctx, all)
  return page(texts(locale).units.title, <UnitsPage units={all} leaders={leaders} people={await peopleInUnits(ctx)} locale={locale} />)
}

async function postUnit(asked: Asked) {
  const { ctx, form, locale } = asked
  const t = texts(locale)
  const { values, problems } = parse(unitFields, form)
  if (problems.length > 0) return again(422, await newUnitPage(asked, unread(problems, t.unit, locale)))
  return answered(await addUnit(ctx, values), {
    done: () => redirect('/enheter', t.said.unitAdded),
    refused: async (refusal, status) => again(status, await newUnitPage(asked, saidOf(refusal, t.unit, locale))),
  })
}

async function postUnitEdit(asked: Asked, unit: UnitRecord) {
  const { ctx, form, locale } = asked
  const t = texts(locale)
  const { values, problems } = parse(unitFields, form)
  if (problems.length > 0) return again(422, await editUnitPage(asked, unit, unread(problems, t.unit, locale)))
  return answered(await editUnit(ctx, unit.id, versionOf(form), values), {
    done: () => redirect('/enheter', t.said.saved),
    nothingChanged: () => redirect('/enheter', t.wrong.nothingChanged),
    refused: async (refusal, status) => again(status, await editUnitPage(asked, unit, saidOf(refusal, t.unit, locale))),
  })
}

async function newUnitPage({ ctx, form, locale }: Asked, wrong?: Wrong) {
  const t = texts(locale)
  const kind = { title: t.units.add, action: '/enheter', back: '/enheter', fields: unitFields, labels: t.unit }
  const props = { ...kind, options: await optionsOf(ctx), values: emptyValues(unitFields), version: null, locale, ...wrong }
  return page(kind.title, <EditPage {...props} raw={wrong && form} />, unitCrumbs(locale))
}

async function editUnitPage({ ctx, form, locale }: Asked, unit: UnitRecord, wrong?: Wrong) {
  const t = texts(locale)
  const kind = { title: t.units.edit, action: `/enheter/${unit.id}`, back: '/enheter', fields: unitFields, labels: t.unit }
  const props = { ...kind, options: await optionsOf(ctx), values: unit.values, version: versionAfter(form, unit, wrong), locale, ...wrong }
  return page(kind.title, <EditPage {...props} raw={wrong && form} stored={wrong?.stale ? unit.values : undefined} />, unitCrumbs(locale))
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
  return page(texts(locale).directory.title, <DirectoryPage roles={roles} leaders={unitLeaders} locale={locale} />)
}

const leadersOf = (ctx: Ctx, all: readonly Unit[]) =>
  personsById(
    ctx,
    all.flatMap((unit) => unit.leaderId ?? []),
  )

/** Shown again, a form keeps the version its editor saw; only when what stands now is shown beside it, it has been seen too. */
const versionAfter = (form: Form, { version }: { readonly version: number }, wrong: Wrong | undefined): number =>
  wrong && !wrong.stale ? versionOf(form) : version

type Wrong = { readonly problems: readonly Problem[]; readonly errors: readonly ErrorItem[]; readonly stale?: boolean }
type Labels = Readonly<Record<string, { readonly label: string }>>

/** What could not be read, with a link to each question. */
const unread = <F extends Fields>(problems: readonly Problem[], labels: FieldTexts<F>, locale: Locale): Wrong => ({
  problems,
  errors: errorItems(problems, labels, locale),
})

/** The refusal of a rule, as links to the questions it is about. */
function saidOf({ why, fields }: Refusal, labels: Labels, locale: Locale): Wrong {
  const { wrong } = texts(locale)
  const say = wrong[why] ?? wrong.notAllowed ?? why
  const errors = (fields.length > 0 ? fields : ['innhold']).map((field) => ({
    href: `#${field}`,
    text: fill(say, { label: labels[field]?.label ?? '' }),
  }))
  const problems = why === 'missing' ? fields.map((field) => ({ field, code: 'missing' }) as const) : []
  return { problems, errors, stale: why === 'stale' }
}

const roleLabels = (locale: Locale) => {
  const { role, unit, from, to } = texts(locale).roles
  return { role: { label: role }, unit: { label: unit }, from: { label: from }, to: { label: to } }
}

const crumbs = (locale: Locale) => [{ href: '/personer', label: texts(locale).people.title }]
const unitCrumbs = (locale: Locale) => [{ href: '/enheter', label: texts(locale).units.title }]

/** Units with what lies above them, so that two "Barnehagen i sentrum" can be told apart by place. */
async function optionsOf(
  ctx: Ctx,
): Promise<{ readonly unit: readonly Option[]; readonly parent: readonly Option[]; readonly leader: readonly Option[] }> {
  const unit = (await units(ctx)).map(({ id, name, path }) => ({ value: id, label: `${'\u2003'.repeat(path.length - 1)}${name}` }))
  const leader = (await persons(ctx)).map(({ id, name }) => ({ value: id, label: name }))
  return { unit, parent: unit, leader }
}

async function roleOptions(ctx: Ctx, locale: Locale): Promise<readonly Option[]> {
  const profile = await profileOf(ctx)
  return allRoles.map((role: Role) => ({ value: role, label: titleOf(profile, role, locale) }))
}
