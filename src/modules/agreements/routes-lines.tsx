import { emptyValues } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, type PostAnswer, page, post, type Route, redirect, versionOf } from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { CertainButton } from '../../ui/certain.tsx'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import type { Agreement, Audit, SubProcessor } from './agreement.ts'
import { removeSubProcessor, saveAudit, saveSubProcessor } from './commands.ts'
import { auditFields, subProcessorFields } from './fields.ts'
import { DeedForm } from './pages/form.tsx'
import { mayEdit } from './permissions.ts'
import { auditsOf, findAgreement, subProcessorsOf } from './queries.ts'
import { texts } from './texts.ts'

const at = '/databehandleravtaler'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })

/** A line of an agreement, by the id that the page made: one that is not there yet is begun. */
type Opened<L> = { readonly record: Agreement; readonly id: string; readonly line: L | undefined }

const lineDoor = <L extends { readonly id: string }>(read: (ctx: Asked['ctx'], id: string) => Promise<readonly L[]>) =>
  door(async ({ ctx, params }: Asked): Promise<Opened<L> | typeof nothing | typeof notAllowed> => {
    const record = isId(params.id) ? await findAgreement(ctx, params.id) : undefined
    if (!record || !isId(params.linje)) return nothing
    if (!mayEdit(record, ctx.actor)) return notAllowed
    return { record, id: params.linje, line: (await read(ctx, record.id)).find(({ id }) => id === params.linje) }
  })
const forSubProcessor = lineDoor(subProcessorsOf)
const forAudit = lineDoor(auditsOf)

const crumbs = (locale: Locale, record: Agreement) => [
  { href: at, label: texts(locale).title },
  { href: `${at}/${record.id}`, label: record.values.name ?? '' },
]
const back = (locale: Locale, record: Agreement, said: 'subProcessorSaved' | 'removed' | 'auditSaved') =>
  redirect(`${at}/${record.id}`, texts(locale).show[said])
const again = async <L extends { readonly id: string }>(
  { ctx }: Asked,
  { record, id }: Opened<L>,
  read: (ctx: Asked['ctx'], id: string) => Promise<readonly L[]>,
): Promise<Opened<L>> => ({
  record: (await findAgreement(ctx, record.id)) ?? record,
  id,
  line: (await read(ctx, record.id)).find((one) => one.id === id),
})

const drawSubProcessor = async ({ locale }: Asked, { record, id, line }: Opened<SubProcessor>, after: After = {}) => {
  const t = texts(locale)
  const title = line?.values.name ?? t.show.addSubProcessor
  const remove = line && (
    <CertainButton action={`${at}/${record.id}/underdatabehandlere/${id}/fjern`} hidden={{ version: record.version }} locale={locale}>
      {t.show.remove}
    </CertainButton>
  )
  return page(
    title,
    <DeedForm
      record={record}
      title={title}
      button={uiTexts(locale).save}
      fields={subProcessorFields}
      texts={t.subProcessor}
      values={line?.values ?? emptyValues(subProcessorFields)}
      version={record.version}
      after={remove}
      locale={locale}
      {...after}
    />,
    crumbs(locale, record),
  )
}
const postSubProcessor = postedTo<Opened<SubProcessor>, typeof subProcessorFields, Agreement>({
  fields: subProcessorFields,
  texts: (locale) => texts(locale).subProcessor,
  refusals,
  whole: true,
  merges: true,
  version: ({ record }) => record.version,
  stands: ({ line }) => line?.values ?? emptyValues(subProcessorFields),
  reload: (asked, opened) => again(asked, opened, subProcessorsOf),
  draw: drawSubProcessor,
  command: ({ ctx, form }, { record, id }, values) => saveSubProcessor(ctx, record.id, versionOf(form), id, values),
  done: ({ locale }, { record }) => back(locale, record, 'subProcessorSaved'),
  unchanged: ({ locale }, { record }) => back(locale, record, 'subProcessorSaved'),
})
const removed = (asked: Asked, opened: Opened<SubProcessor>): Promise<PostAnswer> =>
  postedTo<Opened<SubProcessor>, Record<string, never>, Agreement>({
    fields: {},
    texts: () => ({}),
    refusals,
    version: ({ record }) => record.version,
    reload: (same, before) => again(same, before, subProcessorsOf),
    draw: drawSubProcessor,
    command: ({ ctx, form }, { record, id }) => removeSubProcessor(ctx, record.id, versionOf(form), id),
    done: ({ locale }, { record }) => back(locale, record, 'removed'),
    unchanged: ({ locale }, { record }) => back(locale, record, 'removed'),
  })(asked, opened)

const drawAudit = async ({ locale }: Asked, { record, line }: Opened<Audit>, after: After = {}) => {
  const t = texts(locale)
  return page(
    t.show.audit,
    <DeedForm
      record={record}
      title={t.show.audit}
      button={uiTexts(locale).save}
      fields={auditFields}
      texts={t.audit}
      values={line?.values ?? emptyValues(auditFields)}
      version={record.version}
      locale={locale}
      {...after}
    />,
    crumbs(locale, record),
  )
}
const postAudit = postedTo<Opened<Audit>, typeof auditFields, Agreement>({
  fields: auditFields,
  texts: (locale) => texts(locale).audit,
  refusals,
  whole: true,
  merges: true,
  version: ({ record }) => record.version,
  stands: ({ line }) => line?.values ?? emptyValues(auditFields),
  reload: (asked, opened) => again(asked, opened, auditsOf),
  draw: drawAudit,
  command: ({ ctx, form }, { record, id }, values) => saveAudit(ctx, record.id, versionOf(form), id, newId(ctx.now), values),
  done: ({ locale }, { record }) => back(locale, record, 'auditSaved'),
  unchanged: ({ locale }, { record }) => back(locale, record, 'auditSaved'),
})

export const lineRoutes: readonly Route[] = [
  get(`${at}/:id/underdatabehandlere/:linje`, 'signedIn', forSubProcessor(drawSubProcessor)),
  post(`${at}/:id/underdatabehandlere/:linje`, 'signedIn', forSubProcessor(postSubProcessor)),
  post(`${at}/:id/underdatabehandlere/:linje/fjern`, 'signedIn', forSubProcessor(removed)),
  get(`${at}/:id/kontroller/:linje`, 'signedIn', forAudit(drawAudit)),
  post(`${at}/:id/kontroller/:linje`, 'signedIn', forAudit(postAudit)),
]
