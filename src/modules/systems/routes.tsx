import type { Refusal } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues, type Form, parse } from '../../kernel/fields.ts'
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
import { isId, newId } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Options } from '../../ui/record-form.tsx'
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

export const routes: readonly Route[] = [
  get('/systemer', 'signedIn', async ({ ctx, locale }) =>
    page(texts(locale).title, <SystemList rows={await systems(ctx)} locale={locale} mayAdd={mayAdd(ctx.actor)} />),
  ),
  get('/systemer/nytt', mayAdd, async (asked) =>
    page(texts(asked.locale).newTitle, await editPage(asked, newPage(asked)), crumbs(asked.locale)),
  ),
  post('/systemer/nytt', mayAdd, async (asked) => {
    const { ctx, form } = asked
    const id = isId(one(form, 'id')) ? one(form, 'id') : newId(ctx.now)
    // The page made the id: a second press finds the system there.
    if (await findSystem(ctx, id)) return redirect(`/systemer/${id}`)
    const { values, problems } = parse(systemFields, form)
    if (problems.length > 0) return answer(asked, 422, { ...newPage(asked), id, raw: form, problems })
    const outcome = await addSystem(ctx, id, values)
    return outcome.ok
      ? redirect(`/systemer/${id}`, texts(asked.locale).saved)
      : refused(asked, outcome, { ...newPage(asked), id, raw: form })
  }),
  get('/systemer/:id', 'signedIn', async ({ ctx, locale, params }) => {
    const system = await findSystem(ctx, idOf(params))
    if (!system) return nothing
    const related = await ctx.house.related(ctx, { type: 'system', id: system.id }, locale)
    return page(
      system.values.name ?? '',
      <ShowSystem system={system} options={await options(ctx)} locale={locale} mayEdit={mayEdit(system, ctx.actor)} related={related} />,
      crumbs(locale),
    )
  }),
  get('/systemer/:id/endring', 'signedIn', async (asked) => {
    const system = await findSystem(asked.ctx, idOf(asked.params))
    if (!system) return nothing
    if (!mayEdit(system, asked.ctx.actor)) return notAllowed
    const shown = standingPage(asked, system)
    return page(shown.title, await editPage(asked, shown), crumbs(asked.locale, system))
  }),
  post('/systemer/:id/endring', 'signedIn', async (asked) => {
    const { ctx, form, locale } = asked
    const system = await findSystem(ctx, idOf(asked.params))
    if (!system) return nothing
    const { values, problems } = parse(systemFields, form)
    const again = { ...standingPage(asked, system), raw: form }
    if (problems.length > 0) return answer(asked, 422, { ...again, version: versionOf(form), problems })
    const outcome = await editSystem(ctx, system.id, versionOf(form), values)
    if (outcome.ok) return redirect(`/systemer/${system.id}`, texts(locale).saved)
    return refused(asked, outcome, outcome.why === 'stale' ? { ...again, standing: system } : again)
  }),
]

type Shown = Omit<EditProps, 'options' | 'locale'> & { readonly raw?: Form }

const idOf = (params: Asked['params']): string => (isId(params.id) ? params.id : '00000000-0000-0000-0000-000000000000')

const newPage = ({ ctx, locale }: Asked): Shown => ({
  title: texts(locale).newTitle,
  id: newId(ctx.now),
  back: '/systemer',
  version: null,
  values: { ...emptyValues(systemFields), inUse: 'yes', ownerUnit: ctx.actor.unitId },
})

const standingPage = ({ locale }: Asked, { id, version, values }: System): Shown => ({
  title: texts(locale).editTitle,
  id,
  back: `/systemer/${id}`,
  version,
  values,
})

const crumbs = (locale: Locale, system?: System) => [
  { href: '/systemer', label: texts(locale).title },
  ...(system ? [{ href: `/systemer/${system.id}`, label: system.values.name ?? '' }] : []),
]

const editPage = async ({ ctx, locale }: Asked, shown: Shown) => <EditSystem {...shown} options={await options(ctx)} locale={locale} />

const answer = async (asked: Asked, status: 409 | 422, shown: Shown): Promise<PostAnswer> =>
  pageWithErrors(status, shown.title, await editPage(asked, shown), crumbs(asked.locale))

function refused(asked: Asked, { why, fields }: Refusal, shown: Shown): Promise<PostAnswer> | PostAnswer {
  if (why === 'notAllowed') return notAllowed
  if (why === 'notFound') return nothing
  const refusal = why in texts(asked.locale).refusals ? (why as NonNullable<Shown['refusal']>) : 'incomplete'
  const problems =
    why === 'incomplete'
      ? fields.map((field) => ({ field, code: 'missing' as const }))
      : why === 'notARecord'
        ? fields.map((field) => ({ field, code: 'notARecord' as const }))
        : []
  return answer(asked, why === 'stale' ? 409 : 422, { ...shown, refusal, problems })
}

async function options(ctx: Ctx): Promise<Options> {
  const people = (await persons(ctx)).map(({ id, name }) => ({ value: id, label: name }))
  return { ownerUnit: (await units(ctx)).map(({ id, name }) => ({ value: id, label: name })), owner: people, superUser: people }
}
