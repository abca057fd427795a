import type { Ctx } from '../../kernel/ctx.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  nothing,
  type PostAnswer,
  post,
  type Route,
  redirect,
  refusedTo,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Panel } from '../../kernel/module.ts'
import { answered } from '../../kernel/road.ts'
import { isLocale } from '../../kernel/texts.ts'
import { registerPages, versionedIn } from '../../register/pages.tsx'
import { uiTexts } from '../../ui/texts.ts'
import { docxType, renderDocx, renderPdf } from '../documents/public.ts'
import { letterheadFor, organisationDetails, organisationName } from '../organisation/public.ts'
import { findProcessing } from '../processing/public.ts'
import { addNotice, editNotice, publishNotice } from './commands.ts'
import { noticeDocument } from './documents/notice.ts'
import { noticeFields, recordFields } from './fields.ts'
import type { InformationNotice } from './information-notice.ts'
import { NoticesOf, StatePanel } from './pages/panels.tsx'
import { findNotice, noticesOf, recordReferences, references } from './queries.ts'
import { consentState, isOutdated, mayWrite, rules } from './rules.ts'
import { texts } from './texts.ts'

const at = '/informasjon'

const pages = registerPages({
  at,
  subject: 'information_notice',
  rules: { fields: noticeFields, mayAdd: mayWrite, mayEdit: (_, actor) => mayWrite(actor) },
  references,
  texts,
  name: 'name',
  find: findNotice,
  add: addNotice,
  edit: editNotice,
  blank: (_, query) => {
    const id = query?.get('behandling') ?? ''
    return { processing: isId(id) ? id : null }
  },
  list: { filters: { processing: 'behandling' }, sorts: { name: ['sort_key'] }, columns: ['processing', 'whenGiven', 'whereGiven'] },
})
export const versioned = versionedIn({
  at,
  subject: 'information_notice',
  fields: recordFields,
  references: recordReferences,
  texts,
  name: 'name',
  find: findNotice,
})

/** Under a notice: its three parts. */
export const statePanel: Panel = async (ctx, id, locale) => {
  const notice = await findNotice(ctx, id)
  const processing = notice?.values.processing ? await findProcessing(ctx, notice.values.processing) : undefined
  if (!notice || !processing) return null
  const consent = consentState(processing.values, [notice])
  return <StatePanel {...{ notice, consent, locale }} processing={processing.values} mayWrite={mayWrite(ctx.actor)} />
}

/** Under an activity: what people are told of it. */
export const noticesPanel: Panel = async (ctx, id, locale) => {
  const processing = await findProcessing(ctx, id)
  if (!processing) return null
  const own = (await noticesOf(ctx, [id])).get(id) ?? []
  const notices = own.map((notice) => ({ notice, outdated: isOutdated(notice, processing.values) }))
  const consent = consentState(processing.values, own)
  return <NoticesOf {...{ notices, consent, locale }} processing={id} mayWrite={mayWrite(ctx.actor)} />
}

async function postPublished({ ctx, params, form, locale }: Asked): Promise<PostAnswer> {
  const id = params.id ?? ''
  if (!isId(id)) return nothing
  const t = texts(locale)
  const said = () => redirect(`${at}/${id}`, t.panel.publishedSaid)
  const words: Readonly<Record<string, string>> = { ...uiTexts(locale).refusals, ...t.refusals }
  return answered(await publishNotice(ctx, id, versionOf(form)), {
    done: said,
    nothingChanged: said,
    refused: ({ why }) => refusedTo(`${at}/${id}`, words[why] ?? uiTexts(locale).refusals.stale),
  })
}

async function material(ctx: Ctx, notice: InformationNotice) {
  const processing = notice.values.processing ? await findProcessing(ctx, notice.values.processing) : undefined
  return processing?.values
}
async function file({ ctx, params }: Asked): Promise<GetAnswer> {
  const [, language, ending] = /^informasjon-([a-z]+)\.(pdf|docx)$/.exec(params.file ?? '') ?? []
  const notice = isId(params.id) ? await findNotice(ctx, params.id) : undefined
  const processing = notice && (await material(ctx, notice))
  if (!isLocale(language) || !processing) return nothing
  const made = noticeDocument({
    ...{ notice, processing, language, now: ctx.now, organisation: await organisationName(ctx) },
    letterhead: await letterheadFor(ctx, language),
    contact: (await organisationDetails(ctx)).email,
  })
  const name = `informasjon-${language}.${ending}`
  return ending === 'docx' ? download(await renderDocx(made), docxType, name) : download(renderPdf(made, ctx.now), 'application/pdf', name)
}

export const routes: readonly Route[] = [
  get(at, 'signedIn', pages.list),
  post(`${at}/sok`, 'signedIn', pages.searched),
  get(`${at}/utdrag/:form`, 'signedIn', pages.extract),
  get(`${at}/nytt`, rules.mayAdd, pages.blank),
  post(`${at}/nytt`, rules.mayAdd, pages.added),
  get(`${at}/:id/:file{[a-z-]+\\.(?:pdf|docx)}`, 'signedIn', file),
  get(`${at}/:id`, 'signedIn', pages.show),
  get(`${at}/:id/endring`, 'signedIn', pages.edit),
  post(`${at}/:id/endring`, 'signedIn', pages.edited),
  post(`${at}/:id/publisering`, mayWrite, postPublished),
]
