import type { Refusal } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, parse } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Options } from '../../ui/record-form.tsx'
import { refusedBy, unread } from '../../ui/refused.ts'
import { persons, units } from '../people/public.ts'
import { addSystem, editSystem } from './commands.ts'
import { systemFields } from './fields.ts'
import { type EditProps, EditSystem } from './pages/edit.tsx'
import { SystemList } from './pages/list.tsx'
import { ShowSystem } from './pages/show.tsx'
import { findSystem, systems } from './queries.ts'
import { mayAdd, mayEdit } from './rules.ts'
import type { System } from './system.ts'
import { texts } from './texts.ts'

const forReaders = door(openSystem)
const forKeepers = door(async (asked) => {
  const system = await openSystem(asked)
  return 'kind' in system || mayEdit(system, asked.ctx.actor) ? system : notAllowed
})

export const routes: readonly Route[] = [
  get('/systemer', 'signedIn', getList),
  get('/systemer/nytt', mayAdd, (asked) => newPage(asked)),
  post('/systemer/nytt', mayAdd, postNew),
  get('/systemer/:id', 'signedIn', forReaders(getSystem)),
  get('/systemer/:id/endring', 'signedIn', forKeepers(editPage)),
  post('/systemer/:id/endring', 'signedIn', forKeepers(postEdit)),
]

async function openSystem({ ctx, params }: Asked) {
  return (isId(params.id) && (await findSystem(ctx, params.id))) || nothing
}

async function getList({ ctx, locale }: Asked) {
  return page(texts(locale).title, <SystemList rows={await systems(ctx)} locale={locale} mayAdd={mayAdd(ctx.actor)} />)
}

async function getSystem({ ctx, locale }: Asked, system: System) {
  const related = await ctx.house.related(ctx, { type: 'system', id: system.id }, locale)
  const props = { system, options: await options(ctx), locale, related, mayEdit: mayEdit(system, ctx.actor) }
  return page(system.values.name ?? '', <ShowSystem {...props} />, crumbs(locale))
}

async function postNew(asked: Asked) {
  const { ctx, form, locale } = asked
  const id = isId(one(form, 'id')) ? one(form, 'id') : newId(ctx.now)
  const { values, problems } = parse(systemFields, form)
  if (problems.length > 0) return again(422, await newPage(asked, { id, refused: unread(asked, problems, texts(locale).fields) }))
  return answered(await addSystem(ctx, id, values), {
    done: (system) => redirect(`/systemer/${system.id}`, texts(locale).saved),
    nothingChanged: () => redirect(`/systemer/${id}`, texts(locale).saved),
    refused: async (refusal, status) => again(status, await newPage(asked, { id, refused: refusedTo(asked, refusal) })),
  })
}

async function postEdit(asked: Asked, system: System) {
  const { ctx, form, locale } = asked
  const { values, problems } = parse(systemFields, form)
  if (problems.length > 0)
    return again(422, await editPage(asked, system, { refused: unread(asked, problems, texts(locale).fields), version: versionOf(form) }))
  return answered(await editSystem(ctx, system.id, versionOf(form), values), {
    done: () => redirect(`/systemer/${system.id}`, texts(locale).saved),
    refused: async (refusal, status) => {
      const standing = status === 409 && { standing: system }
      return again(status, await editPage(asked, system, { refused: refusedTo(asked, refusal), ...standing }))
    },
  })
}

/** What differs when a form is shown again. */
type After = Partial<Pick<EditProps, 'id' | 'version' | 'refused' | 'standing'>>

async function newPage({ ctx, locale }: Asked, after: After = {}) {
  const title = texts(locale).newTitle
  const values = { ...emptyValues(systemFields), inUse: 'yes' as const, ownerUnit: ctx.actor.unitId }
  const props = { title, id: newId(ctx.now), back: '/systemer', version: null, values, options: await options(ctx), locale }
  return page(title, <EditSystem {...props} {...after} />, crumbs(locale))
}

async function editPage({ ctx, locale }: Asked, system: System, after: After = {}) {
  const title = texts(locale).editTitle
  const props = { ...system, title, back: `/systemer/${system.id}`, options: await options(ctx), locale }
  return page(title, <EditSystem {...props} {...after} />, crumbs(locale, system))
}

const refusedTo = (asked: Asked, refusal: Refusal) =>
  refusedBy(refusal, asked, (locale) => texts(locale).refusals, texts(asked.locale).fields)

const crumbs = (locale: Locale, system?: System) => [
  { href: '/systemer', label: texts(locale).title },
  ...(system ? [{ href: `/systemer/${system.id}`, label: system.values.name ?? '' }] : []),
]

async function options(ctx: Ctx): Promise<Options> {
  const people = (await persons(ctx)).map(({ id, name }) => ({ value: id, label: name }))
  return { ownerUnit: (await units(ctx)).map(({ id, name }) => ({ value: id, label: name })), owner: people, superUser: people }
}
