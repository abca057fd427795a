import { type Role, roles } from '../../kernel/actor.ts'
import { emptyValues, type FieldTexts, type Values } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, one, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { unsealedAddress } from '../../register/saved.ts'
import type { Option } from '../../ui/field.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { profileOf, profiles } from '../organisation/public.ts'
import { titleOf } from '../people/public.ts'
import { changeView, removeView, saveView } from './commands.ts'
import { askedFields, viewFields } from './fields.ts'
import { EditPage } from './pages/edit.tsx'
import { findView } from './queries.ts'
import { mayChange, sharesWith } from './rules.ts'
import { texts } from './texts.ts'
import type { SavedView, ViewValues } from './view.ts'

/** The view that a list sent its reader here with: what its address says, sealed by the list. */
const forNew = door(async ({ ctx, query, form }: Asked) => {
  const sealed = one(form, 'av') || (query.get('av') ?? '')
  const said = unsealedAddress(ctx, sealed)
  if (!said) return nothing
  const values: ViewValues = { ...emptyValues(viewFields), opens: 'no', ...said, person: ctx.actor.personId }
  return { record: { id: madeId({ ctx, form }), version: 0, values }, sealed }
})
const forOwn = door(async ({ ctx, params }: Asked) => {
  const record = isId(params.id) ? await findView(ctx, params.id) : undefined
  return record && mayChange(record, ctx.actor) ? { record, sealed: null } : nothing
})
type Opened = { readonly record: SavedView; readonly sealed: string | null }

export const routes: readonly Route[] = [
  get('/visninger/ny', 'signedIn', forNew(editPage)),
  post('/visninger/ny', 'signedIn', (asked) => forNew(added)(asked)),
  get('/visninger/:id/endring', 'signedIn', forOwn(editPage)),
  post('/visninger/:id/endring', 'signedIn', (asked) => forOwn(edited)(asked)),
  post('/visninger/:id/fjerning', 'signedIn', forOwn(postRemoval)),
]

const form = {
  fields: askedFields,
  texts: (locale: Locale): FieldTexts<typeof askedFields> => {
    const { sharedWith, ...others } = texts(locale).fields
    // The page has the organisation's own titles; the few who changed the role at once are shown the usual ones.
    const titles = Object.fromEntries(roles.map((role) => [role, titleOf(profiles.sauda, role, locale)]))
    return { ...others, sharedWith: { ...sharedWith, choices: titles as Record<Role, string> } }
  },
  refusals: (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals }),
}
const addressOf = ({ values }: SavedView) => (values.query ? `${values.list}?${values.query}` : (values.list ?? '/'))
const answers = ({ values }: SavedView, yours: Values<typeof askedFields>): ViewValues => ({ ...values, ...yours })
const saved = ({ locale }: Asked, { record }: Opened) => redirect(addressOf(record), texts(locale).saved)

const added = postedTo<Opened, typeof askedFields, SavedView>({
  ...form,
  draw: editPage,
  command: ({ ctx }, { record }, yours) => saveView(ctx, record.id, answers(record, yours)),
  done: saved,
  unchanged: saved,
})

const edited = postedTo<Opened, typeof askedFields, SavedView>({
  ...form,
  merges: true,
  version: ({ record }) => record.version,
  stands: ({ record }) => record.values,
  reload: async ({ ctx }, before) => ({ ...before, record: (await findView(ctx, before.record.id)) ?? before.record }),
  draw: editPage,
  command: ({ ctx, form: posted }, { record }, yours) => changeView(ctx, record.id, versionOf(posted), answers(record, yours)),
  done: saved,
  unchanged: saved,
})

/** Its list stays as it is. */
async function postRemoval(asked: Asked, opened: Opened) {
  const { ctx, locale, form: posted } = asked
  const { list, name } = opened.record.values
  return answered(await removeView(ctx, opened.record.id, versionOf(posted)), {
    done: () => redirect(`${list}?visning=alle`, texts(locale).removed(name ?? '')),
    refused: async (refusal, status) => again(status, await editPage(asked, opened, { refused: refusedBy(refusal, asked, form.refusals) })),
  })
}

async function editPage({ ctx, locale }: Asked, { record, sealed }: Opened, after: After = {}) {
  const t = texts(locale)
  const profile = await profileOf(ctx)
  const stands = record.values.sharedWith
  const shared: readonly Option[] = [...new Set([...sharesWith(ctx.actor), ...(stands ? [stands] : [])])].map((role) => ({
    value: role,
    label: titleOf(profile, role, locale),
  }))
  const title = sealed === null ? t.editTitle : t.newTitle
  return page(
    title,
    <EditPage title={title} record={record} sealed={sealed} back={addressOf(record)} roles={shared} {...after} locale={locale} />,
  )
}
