import type { Outcome } from '../../kernel/change.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { namesIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { registerList } from '../../register/fielded.tsx'
import { listRoutes } from '../../register/list.tsx'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { FormFrame } from '../../ui/form-frame.tsx'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import { RecordForm } from '../../ui/record-form.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { mayAddRisk } from '../risks/public.ts'
import { addChange, approveChange, editChange, withdrawChange } from './commands.ts'
import { changeFields, recordFields, withdrawFields } from './fields.ts'
import { ShowChange } from './pages/show.tsx'
import { analysisFor, findChange, heard, recordReferences, references } from './queries.ts'
import { mayAdd, mayDecide, mayEdit } from './rules.ts'
import type { SystemChange, SystemChangeEvent } from './system-change.ts'
import { texts } from './texts.ts'

const at = '/systemendringer'
const shared = { at, subject: 'system_change', texts, name: 'name' } as const

export const list = registerList({
  ...shared,
  fields: recordFields,
  references: recordReferences,
  mayAdd,
  list: {
    filters: { system: 'system', size: 'storrelse', status: 'status', owner: 'ansvarlig' },
    sorts: { sizedAt: ['sized_at'], name: ['sort_key'] },
    columns: ['system', 'size', 'plannedOn', 'owner', 'status'],
    needed: ['owner'],
  },
})

const pages = registerPages({
  ...shared,
  rules: { fields: changeFields, mayAdd, mayEdit },
  references,
  find: findChange,
  add: addChange,
  edit: editChange,
  blank: (_, query) => ({ system: systemIn(query) }),
  list: { filters: { system: 'system' }, sorts: { name: ['sort_key'] }, columns: [] },
})
export const { commented, linked } = pages
export const versioned = versionedIn({ ...shared, fields: recordFields, references: recordReferences, find: findChange })

/** The system whose page one came from. */
function systemIn(query: URLSearchParams | undefined): string | null {
  const id = query?.get('system')
  return isId(id) ? id : null
}

const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale, record?: SystemChange) => [
  { href: at, label: texts(locale).title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]
const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await findChange(ctx, params.id))) || nothing)
const mayWithdraw = (record: SystemChange, { actor }: Asked['ctx']) =>
  mayDecide(record, actor) || (record.values.status === 'open' && record.values.registeredBy === actor.personId)

async function drawShow({ ctx, locale }: Asked, record: SystemChange, { refused }: After = {}) {
  const [analysis, spoke, names, related] = await Promise.all([
    analysisFor(ctx, record),
    heard(ctx, record),
    namesIn<typeof recordFields>(ctx, recordReferences, record.values),
    ctx.house.related(ctx, { type: 'system_change', id: record.id }, locale),
  ])
  const { actor } = ctx
  return page(
    record.values.name ?? '',
    <ShowChange
      {...{ record, analysis, names, related, refused, locale }}
      heard={spoke}
      may={{
        edit: mayEdit(record, actor),
        decide: mayDecide(record, actor),
        withdraw: mayWithdraw(record, ctx),
        analyse: mayAddRisk(actor),
      }}
    />,
    crumbs(locale),
  )
}

const posted = (command: (asked: Asked, record: SystemChange) => Promise<Outcome<SystemChange, SystemChangeEvent>>) =>
  pressedTo<SystemChange, SystemChange>({
    refusals,
    reload: async ({ ctx }, before) => (await findChange(ctx, before.id)) ?? before,
    draw: drawShow,
    command,
    said: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show.approved),
  })

const forWithdrawers = door(async (asked: Asked) => {
  const record = isId(asked.params.id) ? await findChange(asked.ctx, asked.params.id) : undefined
  if (!record) return nothing
  return mayWithdraw(record, asked.ctx) ? record : notAllowed
})
const drawWithdraw = async ({ locale }: Asked, record: SystemChange, after: After = {}) =>
  page(
    texts(locale).show.withdraw,
    <FormFrame
      title={texts(locale).show.withdraw}
      kicker={record.values.name ?? ''}
      back={`${at}/${record.id}`}
      version={record.version}
      locale={locale}
      {...after}
    >
      <RecordForm
        fields={withdrawFields}
        texts={texts(locale).withdraw}
        values={emptyValues(withdrawFields)}
        raw={after.refused?.raw}
        problems={after.refused?.problems}
        locale={locale}
      />
    </FormFrame>,
    crumbs(locale, record),
  )
const postWithdraw = postedTo<SystemChange, typeof withdrawFields, SystemChange>({
  fields: withdrawFields,
  texts: (locale) => texts(locale).withdraw,
  refusals,
  whole: true,
  version: ({ version }) => version,
  reload: async ({ ctx }, before) => (await findChange(ctx, before.id)) ?? before,
  draw: drawWithdraw,
  command: ({ ctx, form }, { id }, { reason }) => withdrawChange(ctx, id, versionOf(form), reason),
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show.withdrawn),
})

export const routes: readonly Route[] = [
  ...listRoutes(list, 'signedIn'),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  get(`${at}/:id`, 'signedIn', forReaders(drawShow)),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
  post(`${at}/:id/godkjenning`, 'signedIn', forReaders(posted(({ ctx, form }, { id }) => approveChange(ctx, id, versionOf(form))))),
  get(`${at}/:id/trekking`, 'signedIn', forWithdrawers(drawWithdraw)),
  post(`${at}/:id/trekking`, 'signedIn', forWithdrawers(postWithdraw)),
]
