import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Outcome } from '../../kernel/change.ts'
import { emptyValues, type Fields, type FieldTexts, type Values } from '../../kernel/fields.ts'
import {
  type Asked,
  get,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  page,
  post,
  type Route,
  redirect,
  versionOf,
} from '../../kernel/http.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { namesIn } from '../../kernel/reference.ts'
import { door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { mayTake } from '../../kernel/workflow.ts'
import { Next } from '../../ui/next.tsx'
import { Notice } from '../../ui/notice.tsx'
import { postedTo, pressedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import type { Action, Agreement, AgreementEvent, Party } from './agreement.ts'
import { confirmData, endAgreement, enterAgreement, renewAgreement, signAgreement, withdrawSignature } from './commands.ts'
import { dataFields, endFields, parties, type recordFields, signatureFields } from './fields.ts'
import { DeedForm } from './pages/form.tsx'
import { ShowAgreement } from './pages/show.tsx'
import { mayEdit, partsIn } from './permissions.ts'
import { auditsOf, findAgreement, recordReferences, restsOnOf, subProcessorsOf } from './queries.ts'
import { lineRoutes } from './routes-lines.tsx'
import type { Texts } from './texts.nb.ts'
import { texts } from './texts.ts'
import { workflow } from './workflow.ts'

const at = '/databehandleravtaler'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })

const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findAgreement(ctx, params.id))) || nothing
export const forReaders = door(open)
/** The page of a deed is for those who keep the agreement. */
const forKeepers = door(async (asked: Asked) => {
  const record = await open(asked)
  return 'kind' in record || mayEdit(record, asked.ctx.actor) ? record : notAllowed
})

export async function drawShow({ ctx, locale }: Asked, record: Agreement, { refused }: After = {}) {
  const { actor } = ctx
  const parts = partsIn(record, actor)
  const [subProcessors, audits, offers, related, steps] = await Promise.all([
    subProcessorsOf(ctx, record.id),
    auditsOf(ctx, record.id),
    namesIn<typeof recordFields>(ctx, recordReferences, record.values),
    ctx.house.related(ctx, { type: 'agreement', id: record.id }, locale),
    ctx.house.steps(ctx, { type: 'agreement', id: record.id }, locale),
  ])
  const may = (action: Action) => record.values.status !== null && mayTake(workflow[action], record.values.status, parts)
  return page(
    record.values.name ?? '',
    <ShowAgreement
      record={record}
      subProcessors={subProcessors}
      audits={audits}
      offers={offers}
      locale={locale}
      today={localDate(ctx.now)}
      newLine={newId(ctx.now)}
      may={{
        edit: mayEdit(record, actor) && record.values.status !== 'ended',
        sign: may('sign'),
        enter: may('enter'),
        end: may('end'),
        data: may('confirmData'),
        renew: may('renew'),
        subProcessors: may('subProcessors'),
        audits: may('audits'),
      }}
      refused={refused}
      next={<Next steps={steps ?? []} now={ctx.now} locale={locale} />}
      related={related}
    />,
    crumbs(locale),
  )
}

const crumbs = (locale: Locale, record?: Agreement) => [
  { href: at, label: texts(locale).title },
  ...(record ? [{ href: `${at}/${record.id}`, label: record.values.name ?? '' }] : []),
]

type Done = Promise<Outcome<Agreement, AgreementEvent>>
type Said = 'entered' | 'ended' | 'dataSaved' | 'signed' | 'withdrawn'

/** A deed of one press: done, or the page of the agreement again with the reason. */
const pressed = (said: Said, command: (asked: Asked, record: Agreement) => Done) =>
  forKeepers(
    pressedTo<Agreement, Agreement>({
      refusals,
      reload: async ({ ctx }, before) => (await findAgreement(ctx, before.id)) ?? before,
      draw: drawShow,
      command,
      said: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[said]),
    }),
  )
const seen = ({ form }: Asked) => versionOf(form)

type Asking<F extends Fields> = {
  readonly fields: F
  readonly words: (t: Texts) => FieldTexts<F>
  readonly title: (t: Texts) => string
  readonly said: Said
  readonly stands: (record: Agreement) => Values<F>
  readonly command: (asked: Asked, record: Agreement, values: Values<F>) => Done
}
/** A deed with questions of its own: its page, and what is posted to it. */
function asked<F extends typeof endFields | typeof dataFields>(deed: Asking<F>) {
  const draw = async ({ locale }: Asked, record: Agreement, after: After = {}) => {
    const t = texts(locale)
    const title = deed.title(t)
    const shared = { record, title, button: title, fields: deed.fields, texts: deed.words(t), version: record.version, locale, ...after }
    return page(title, <DeedForm {...shared} values={deed.stands(record)} />, crumbs(locale, record))
  }
  const posted = postedTo<Agreement, Fields, Agreement>({
    fields: deed.fields,
    texts: (locale) => deed.words(texts(locale)) as FieldTexts<Fields>,
    refusals,
    whole: true,
    version: ({ version }) => version,
    reload: async ({ ctx }, before) => (await findAgreement(ctx, before.id)) ?? before,
    draw,
    command: (same, record, values) => deed.command(same, record, values as Values<F>),
    done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[deed.said]),
    unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).show[deed.said]),
  })
  return { draw: forKeepers((same, record) => draw(same, record)), posted: forKeepers(posted) }
}
const ending = asked({
  fields: endFields,
  words: (t) => t.ending,
  title: (t) => t.show.end,
  said: 'ended',
  stands: () => emptyValues(endFields),
  command: ({ ctx, form }, { id }, values) => endAgreement(ctx, id, versionOf(form), values),
})
const data = asked({
  fields: dataFields,
  words: (t) => t.data,
  title: (t) => t.show.data,
  said: 'dataSaved',
  stands: ({ values: { dataAtEnd, dataAtEndOn, dataAtEndNote } }) => ({ dataAtEnd, dataAtEndOn, dataAtEndNote }),
  command: ({ ctx, form }, { id }, values) => confirmData(ctx, id, versionOf(form), values),
})

type Signing = { readonly record: Agreement; readonly party: Party; readonly restsOn: string }
const forSigning = door(async (same: Asked): Promise<Signing | typeof nothing | typeof notAllowed> => {
  const record = await open(same)
  const party = parties.find((known) => known === same.params.part)
  if ('kind' in record || !party) return nothing
  if (!mayEdit(record, same.ctx.actor)) return notAllowed
  return { record, party, restsOn: restsOnOf(record.values, await subProcessorsOf(same.ctx, record.id)) }
})
const drawSigning = async ({ locale }: Asked, { record, party, restsOn }: Signing, after: After = {}) => {
  const t = texts(locale)
  const title = t.show.sign[party]
  const lead = <Notice locale={locale}>{t.show.signaturesText}</Notice>
  const shared = { record, title, button: title, fields: signatureFields, texts: t.signature, hidden: { restsOn }, lead, locale, ...after }
  return page(title, <DeedForm {...shared} values={emptyValues(signatureFields)} />, crumbs(locale, record))
}
/** Signed by what the form showed, and not by the version: both parties at once are heard. */
const postSigning = postedTo<Signing, typeof signatureFields, Agreement>({
  fields: signatureFields,
  texts: (locale) => texts(locale).signature,
  refusals,
  whole: true,
  reload: async ({ ctx }, { record, party }) => {
    const now = (await findAgreement(ctx, record.id)) ?? record
    return { record: now, party, restsOn: restsOnOf(now.values, await subProcessorsOf(ctx, now.id)) }
  },
  draw: drawSigning,
  command: ({ ctx, form }, { record, party }, values) => signAgreement(ctx, record.id, one(form, 'restsOn'), party, values),
  done: ({ locale }, { record }) => redirect(`${at}/${record.id}`, texts(locale).show.signed),
  unchanged: ({ locale }, { record }) => redirect(`${at}/${record.id}`, texts(locale).show.signed),
})

async function renewed(same: Asked, record: Agreement): Promise<PostAnswer> {
  const id = one(same.form, 'id')
  if (!isId(id)) return nothing
  const renewing = postedTo<Agreement, Fields, Agreement>({
    fields: {},
    texts: () => ({}),
    refusals,
    draw: drawShow,
    command: ({ ctx }) => renewAgreement(ctx, record.id, id),
    done: ({ locale }, _, __, next) => redirect(`${at}/${next?.id ?? id}`, texts(locale).show.renewed),
    unchanged: ({ locale }) => redirect(`${at}/${id}`, texts(locale).show.renewed),
  })
  return renewing(same, record)
}

/** Each deed is a resource of its own. */
export const deedRoutes: readonly Route[] = [
  get(`${at}/:id/signatur/:part`, 'signedIn', forSigning(drawSigning)),
  post(`${at}/:id/signatur/:part`, 'signedIn', forSigning(postSigning)),
  post(
    `${at}/:id/signatur/:part/trekk`,
    'signedIn',
    forSigning((same, { record, party }) =>
      pressed('withdrawn', (again) => withdrawSignature(again.ctx, record.id, seen(again), party))(same),
    ),
  ),
  post(
    `${at}/:id/ikraft`,
    'signedIn',
    pressed('entered', (same, { id }) => enterAgreement(same.ctx, id, seen(same))),
  ),
  get(`${at}/:id/avslutning`, 'signedIn', ending.draw),
  post(`${at}/:id/avslutning`, 'signedIn', ending.posted),
  get(`${at}/:id/opplysninger`, 'signedIn', data.draw),
  post(`${at}/:id/opplysninger`, 'signedIn', data.posted),
  post(`${at}/:id/fornyelse`, 'signedIn', forKeepers(renewed)),
  ...lineRoutes,
]
