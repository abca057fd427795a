import { type Actor, roles as allRoles, hasRole, type Role } from '../../kernel/actor.ts'
import { localDate, parseDate } from '../../kernel/calendar/calendar.ts'
import type { Refusal } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, type Problem, parse } from '../../kernel/fields.ts'
import {
  type Asked,
  get,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  pageWithErrors,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { ErrorItem } from '../../ui/error-summary.tsx'
import type { Option } from '../../ui/field.tsx'
import { errorItems } from '../../ui/record-form.tsx'
import { fill } from '../../ui/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { addPerson, addUnit, editPerson, editUnit, endRole, giveRole, setActive } from './commands.ts'
import { personFields, unitFields } from './fields.ts'
import { DirectoryPage } from './pages/directory.tsx'
import { EditPage } from './pages/edit.tsx'
import { PeopleList } from './pages/list.tsx'
import { PersonPage } from './pages/person.tsx'
import { UnitsPage } from './pages/units.tsx'
import type { Person } from './person.ts'
import { holders, peopleInUnits, personRows, persons, personsById, personWithRoles, unitRecord, units } from './queries.ts'
import { titleOf } from './rules-roles.ts'
import { texts } from './texts.ts'

const admin = (actor: Actor) => hasRole(actor, 'admin')
const mostShown = 200

export const routes: readonly Route[] = [
  get('/personer', admin, async ({ ctx, query, locale }) => {
    const asked = query.get('rolle')
    const filter = {
      search: (query.get('sok') ?? '').trim().slice(0, 100),
      role: allRoles.find((role) => role === asked) ?? null,
      gone: query.get('vis') === 'sluttet',
    }
    const rows = await personRows(ctx, filter, mostShown + 1)
    const props = { rows: rows.slice(0, mostShown), more: rows.length > mostShown, filter, roles: await roleOptions(ctx, locale), locale }
    return page(texts(locale).people.title, <PeopleList {...props} />)
  }),

  get('/personer/ny', admin, async (asked) => page(texts(asked.locale).people.add, await newPerson(asked), crumbs(asked.locale))),
  post('/personer', admin, async (asked) => {
    const { values, problems } = parse(personFields, asked.form)
    const t = texts(asked.locale)
    const outcome = problems.length > 0 ? null : await addPerson(asked.ctx, values)
    if (outcome?.ok) return redirect(`/personer/${outcome.next.id}`, t.said.added)
    const wrong = wrongOf(problems, outcome, t.person, asked.locale)
    return pageWithErrors(422, t.people.add, await newPerson(asked, wrong), crumbs(asked.locale))
  }),

  get('/personer/:id', admin, async (asked) => {
    const person = await personAsked(asked)
    return person ? page(person.values.name ?? '', await personPage(asked, person), crumbs(asked.locale)) : nothing
  }),
  get('/personer/:id/rediger', admin, async (asked) => {
    const person = await personAsked(asked)
    return person ? page(texts(asked.locale).show.edit, await personForm(asked, person), crumbs(asked.locale)) : nothing
  }),
  post('/personer/:id', admin, async (asked) => {
    const { ctx, form, locale } = asked
    const person = await personAsked(asked)
    if (!person) return nothing
    const t = texts(locale)
    const { values, problems } = parse(personFields, form)
    const outcome = problems.length > 0 ? null : await editPerson(ctx, person.id, versionOf(form), values)
    if (outcome?.ok || outcome?.why === 'nothingChanged')
      return redirect(`/personer/${person.id}`, outcome.ok ? t.said.saved : t.wrong.nothingChanged)
    const wrong = wrongOf(problems, outcome, t.person, locale)
    const body = await personForm(asked, person, wrong, outcome?.why === 'stale')
    return pageWithErrors(outcome?.why === 'stale' ? 409 : 422, t.show.edit, body, crumbs(locale))
  }),

  post('/personer/:id/roller', admin, async (asked) => {
    const { ctx, form, locale } = asked
    const person = await personAsked(asked)
    if (!person) return nothing
    const role = allRoles.find((known) => known === one(form, 'role'))
    const from = parseDate(one(form, 'from'))
    const to = one(form, 'to') === '' ? null : parseDate(one(form, 'to'))
    const unitId = one(form, 'unit') || null
    const problems: Problem[] = [
      ...(role ? [] : [{ field: 'role', code: 'notAChoice' } as const]),
      ...(from.ok ? [] : [{ field: 'from', code: 'notDate' } as const]),
      ...(to === null || to.ok ? [] : [{ field: 'to', code: 'notDate' } as const]),
      ...(unitId === null || isId(unitId) ? [] : [{ field: 'unit', code: 'notARecord' } as const]),
    ]
    const given =
      role && from.ok && (to === null || to.ok) && problems.length === 0 ? { role, unitId, from: from.date, to: to?.date ?? null } : null
    const outcome = given && (await giveRole(ctx, person.id, versionOf(form), given))
    if (outcome?.ok) return redirect(`/personer/${person.id}`, texts(locale).said.given)
    return refused(asked, person, wrongOf(problems, outcome, roleLabels(locale), locale))
  }),
  post('/personer/:id/roller/:rolle/slutt', admin, async (asked) => {
    const { ctx, form, locale, params } = asked
    const person = await personAsked(asked)
    const to = parseDate(one(form, 'to'))
    if (!person || !isId(params.rolle)) return nothing
    if (!to.ok) return refused(asked, person, wrongOf([{ field: 'to', code: 'notDate' }], null, roleLabels(locale), locale))
    const outcome = await endRole(ctx, person.id, versionOf(form), params.rolle, to.date)
    if (outcome.ok) return redirect(`/personer/${person.id}`, texts(locale).said.ended)
    return refused(asked, person, wrongOf([], outcome, roleLabels(locale), locale))
  }),
  post('/personer/:id/slutt', admin, (asked) => changeActive(asked, false)),
  post('/personer/:id/retur', admin, (asked) => changeActive(asked, true)),

  get('/enheter', admin, async ({ ctx, locale }) => {
    const all = await units(ctx)
    const leaders = await personsById(
      ctx,
      all.flatMap((unit) => unit.leaderId ?? []),
    )
    return page(texts(locale).units.title, <UnitsPage units={all} leaders={leaders} people={await peopleInUnits(ctx)} locale={locale} />)
  }),
  get('/enheter/ny', admin, async (asked) => page(texts(asked.locale).units.add, await newUnit(asked), unitCrumbs(asked.locale))),
  post('/enheter', admin, async (asked) => {
    const { values, problems } = parse(unitFields, asked.form)
    const t = texts(asked.locale)
    const outcome = problems.length > 0 ? null : await addUnit(asked.ctx, values)
    if (outcome?.ok) return redirect('/enheter', t.said.unitAdded)
    const wrong = wrongOf(problems, outcome, t.unit, asked.locale)
    return pageWithErrors(422, t.units.add, await newUnit(asked, wrong), unitCrumbs(asked.locale))
  }),
  get('/enheter/:id', admin, async (asked) => {
    const body = await unitForm(asked)
    return body ? page(texts(asked.locale).units.edit, body, unitCrumbs(asked.locale)) : nothing
  }),
  post('/enheter/:id', admin, async (asked) => {
    const { ctx, form, locale, params } = asked
    if (!isId(params.id)) return nothing
    const t = texts(locale)
    const { values, problems } = parse(unitFields, form)
    const outcome = problems.length > 0 ? null : await editUnit(ctx, params.id, versionOf(form), values)
    if (outcome?.ok || outcome?.why === 'nothingChanged') return redirect('/enheter', outcome.ok ? t.said.saved : t.wrong.nothingChanged)
    const body = await unitForm(asked, wrongOf(problems, outcome, t.unit, locale), outcome?.why === 'stale')
    return body ? pageWithErrors(outcome?.why === 'stale' ? 409 : 422, t.units.edit, body, unitCrumbs(locale)) : nothing
  }),

  get('/roller', 'signedIn', async ({ ctx, locale }) => {
    const profile = await profileOf(ctx)
    const held = Map.groupBy(await holders(ctx), (holder) => holder.role)
    const all = await units(ctx)
    const leaders = await personsById(
      ctx,
      all.flatMap((unit) => unit.leaderId ?? []),
    )
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
  }),
]

type Wrong = { readonly problems: readonly Problem[]; readonly errors: readonly ErrorItem[] }
type Labels = Readonly<Record<string, { readonly label: string }>>

/** Problems of reading, and the refusal of a rule, as links to the fields. */
function wrongOf(problems: readonly Problem[], outcome: Refusal | { ok: true } | null, labels: Labels, locale: Locale): Wrong {
  const read = errorItems(problems, labels as never, locale)
  if (!outcome || outcome.ok) return { problems, errors: read }
  const say = texts(locale).wrong[outcome.why] ?? texts(locale).wrong.notAllowed ?? outcome.why
  const fields = outcome.fields.length > 0 ? outcome.fields : ['innhold']
  const errors = fields.map((field) => ({ href: `#${field}`, text: fill(say, { label: labels[field]?.label ?? '' }) }))
  const missing = outcome.why === 'missing' ? outcome.fields.map((field) => ({ field, code: 'missing' }) as const) : []
  return { problems: missing, errors: [...read, ...errors] }
}

const roleLabels = (locale: Locale): Labels => {
  const t = texts(locale).roles
  return { role: { label: t.role }, unit: { label: t.unit }, from: { label: t.from }, to: { label: t.to } }
}

const crumbs = (locale: Locale) => [{ href: '/personer', label: texts(locale).people.title }]
const unitCrumbs = (locale: Locale) => [{ href: '/enheter', label: texts(locale).units.title }]

const personAsked = ({ ctx, params }: Asked): Promise<Person | undefined> =>
  isId(params.id) ? personWithRoles(ctx, params.id) : Promise.resolve(undefined)

async function changeActive(asked: Asked, active: boolean): Promise<PostAnswer> {
  const { ctx, form, locale } = asked
  const person = await personAsked(asked)
  if (!person) return nothing
  if (person.id === ctx.actor.personId && !active) return notAllowed
  const outcome = await setActive(ctx, person.id, versionOf(form), active)
  const { said } = texts(locale)
  if (outcome.ok) return redirect(`/personer/${person.id}`, active ? said.reactivated : said.deactivated)
  return refused(asked, person, wrongOf([], outcome, {}, locale))
}

async function refused(asked: Asked, person: Person, { errors }: Wrong): Promise<PostAnswer> {
  return pageWithErrors(422, person.values.name ?? '', await personPage(asked, person, errors), crumbs(asked.locale))
}

async function personPage({ ctx, form, locale }: Asked, person: Person, errors: readonly ErrorItem[] = []) {
  const options = await optionsOf(ctx)
  const props = { person, today: localDate(ctx.now), options, roles: await roleOptions(ctx, locale), errors, locale }
  return <PersonPage {...props} raw={errors.length > 0 ? form : undefined} />
}

async function newPerson({ ctx, form, locale }: Asked, wrong?: Wrong) {
  const t = texts(locale)
  const raw = wrong ? form : undefined
  const props = {
    title: t.people.add,
    action: '/personer',
    back: '/personer',
    fields: personFields,
    labels: t.person,
    version: null,
    raw,
    locale,
    ...wrong,
  }
  return <EditPage {...props} values={emptyValues(personFields)} options={await optionsOf(ctx)} />
}

async function personForm({ ctx, form, locale }: Asked, person: Person, wrong?: Wrong, stale = false) {
  const t = texts(locale)
  const here = `/personer/${person.id}`
  const options = await optionsOf(ctx)
  const props = { title: t.show.edit, action: here, back: here, fields: personFields, labels: t.person, options, locale, ...wrong }
  return (
    <EditPage
      {...props}
      values={person.values}
      version={person.version}
      raw={wrong ? form : undefined}
      stored={stale ? person.values : undefined}
    />
  )
}

async function newUnit({ ctx, form, locale }: Asked, wrong?: Wrong) {
  const t = texts(locale)
  const raw = wrong ? form : undefined
  const props = {
    title: t.units.add,
    action: '/enheter',
    back: '/enheter',
    fields: unitFields,
    labels: t.unit,
    version: null,
    raw,
    locale,
    ...wrong,
  }
  return <EditPage {...props} values={emptyValues(unitFields)} options={await optionsOf(ctx)} />
}

async function unitForm({ ctx, form, locale, params }: Asked, wrong?: Wrong, stale = false) {
  const unit = isId(params.id) ? await unitRecord(ctx, params.id) : undefined
  if (!unit) return undefined
  const t = texts(locale)
  const options = await optionsOf(ctx)
  const props = {
    title: t.units.edit,
    action: `/enheter/${unit.id}`,
    back: '/enheter',
    fields: unitFields,
    labels: t.unit,
    options,
    locale,
    ...wrong,
  }
  return (
    <EditPage
      {...props}
      values={unit.values}
      version={unit.version}
      raw={wrong ? form : undefined}
      stored={stale ? unit.values : undefined}
    />
  )
}

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
