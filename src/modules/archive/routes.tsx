import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import {
  type Asked,
  download,
  type GetAnswer,
  get,
  madeId,
  notAllowed,
  nothing,
  page,
  post,
  type Route,
  redirect,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { again, answered, door } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { listRoutes } from '../../register/list.tsx'
import { postedTo } from '../../ui/posted.tsx'
import { type After, refusedBy } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { profileOf as caseProfileOf } from '../deviation/public.ts'
import type { Linkings } from '../links/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { personsById } from '../people/public.ts'
import type { Documenteds, DocumentRow, Package } from './archive.ts'
import { called } from './called.ts'
import { makePackage, noteTaken, receivePackage, referDocument } from './commands.ts'
import { receiptFields, referenceFields } from './fields.ts'
import { documentList } from './list.tsx'
import { DocumentPage } from './pages/document.tsx'
import { NewPackage, PackagesPage, ReceiptPage, ShowPackage } from './pages/package.tsx'
import { accessOf, folderOf } from './plan.ts'
import { archivePlan } from './profile.ts'
import { documentsIn, filingsIn, filingsOf, findPackage, lastPackages, unfiled } from './queries.ts'
import { packageFile } from './queries-package.ts'
import { complianceRoutes } from './routes-compliance.tsx'
import { folderRoutes } from './routes-folder.tsx'
import { mayFile, mayRead, mostInPackage } from './rules.ts'
import { texts } from './texts.ts'

const at = '/arkiv'
const refusals = (locale: Locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals })
const crumbs = (locale: Locale, packages = false) => [
  { href: at, label: texts(locale).list.title },
  ...(packages ? [{ href: `${at}/pakker`, label: texts(locale).package.title }] : []),
]
const planOf = async (ctx: Ctx) => archivePlan(await profileOf(ctx))
/** So many packages are listed; older ones are found through their documents. */
const mostListed = 100

type Opened = { readonly document: DocumentRow }

export function routesOf(all: Documenteds, linkings: Linkings): readonly Route[] {
  const openDocument = async ({ ctx, params }: Asked) => {
    const [document] = isId(params.id) ? await documentsIn(ctx, all, { ids: [params.id] }) : []
    return document ? { document } : nothing
  }
  const forReaders = door(openDocument)
  const forFilers = door(async (asked: Asked) => (mayFile(asked.ctx.actor) ? openDocument(asked) : notAllowed))

  async function drawDocument({ ctx, locale }: Asked, { document }: Opened, after: After = {}) {
    const plan = await planOf(ctx)
    const { authority } = await caseProfileOf(ctx)
    const key = { id: document.id, recordId: document.record_id, kind: document.kind }
    return page(
      called(document.kind, document.title, locale),
      <DocumentPage
        document={document}
        href={all.of(document.record_type)?.href(key) ?? at}
        folder={folderOf(plan, document)}
        access={accessOf(plan, document.type, authority.publicAccessLocked)}
        filings={await filingsOf(ctx, document.id)}
        mayRefer={mayFile(ctx.actor)}
        locale={locale}
        {...after}
      />,
      crumbs(locale),
    )
  }
  const postReference = postedTo<Opened, typeof referenceFields, null>({
    fields: referenceFields,
    texts: (locale) => ({ reference: texts(locale).receipt.reference }),
    refusals,
    whole: true,
    draw: drawDocument,
    command: ({ ctx }, { document }, { reference }) => referDocument(ctx, all, document, reference ?? ''),
    done: ({ locale }, { document: { id } }) => redirect(`${at}/dokumenter/${id}`, texts(locale).said.referred),
    unchanged: ({ locale }, { document: { id } }) => redirect(`${at}/dokumenter/${id}`, texts(locale).said.referred),
  })

  /** `sak`: the documents of one record alone. */
  async function drawNew(asked: Asked, picked: readonly string[] | null, after: After = {}) {
    const { ctx, locale, query, form } = asked
    const asking = query.get('sak') ?? String(form.sak ?? '')
    const record = isId(asking) ? asking : null
    const documents = await unfiled(ctx, all, record, mostInPackage)
    const plan = await planOf(ctx)
    return page(
      texts(locale).package.make,
      <NewPackage
        id={madeId(asked)}
        documents={documents}
        picked={picked ?? documents.map(({ id }) => id)}
        folders={new Map(documents.map((one) => [one.id, folderOf(plan, one)]))}
        record={record}
        locale={locale}
        {...after}
      />,
      crumbs(locale, true),
    )
  }
  async function postNew(asked: Asked) {
    const { ctx, locale, form } = asked
    const id = madeId(asked)
    const picked = [form.dokument ?? []].flat().filter(isId)
    const done = () => redirect(`${at}/pakker/${id}`, texts(locale).said.made)
    return answered(await makePackage(ctx, all, id, picked), {
      done,
      nothingChanged: done,
      refused: async (refusal) => again(422, await drawNew(asked, picked, { refused: refusedBy(refusal, asked, refusals) })),
    })
  }

  const openPackage = async ({ ctx, params }: Asked) => (isId(params.id) && (await findPackage(ctx, params.id))) || nothing
  const forPackage = door(openPackage)
  /** All that is in it, where whoever asks may open all of it. */
  async function readable(ctx: Ctx, { id }: Package) {
    const filings = await filingsIn(ctx, id)
    const ids = [...new Set(filings.map(({ documentId }) => documentId))]
    const seen = await documentsIn(ctx, all, { ids })
    return ids.every((one) => seen.some((row) => row.id === one)) ? filings : null
  }
  async function showPackage({ ctx, locale }: Asked, made: Package) {
    const { help, link } = await planOf(ctx)
    return page(
      texts(locale).package.one,
      <ShowPackage
        made={made}
        by={(await personsById(ctx, [made.madeBy])).get(made.madeBy)?.name ?? null}
        filings={await readable(ctx, made)}
        mayReceive={mayFile(ctx.actor)}
        help={help[locale]}
        link={link}
        locale={locale}
      />,
      crumbs(locale, true),
    )
  }
  async function packageZip({ ctx }: Asked, made: Package): Promise<GetAnswer> {
    const filings = await readable(ctx, made)
    const file = filings && (await packageFile(ctx, { id: made.id, at: made.madeAt, filings }))
    if (!file) return nothing
    await noteTaken(ctx, { type: 'archive_package', id: made.id }, { type: 'archive_package.opened' })
    return download(file, 'application/zip', `arkivpakke-${localDate(made.madeAt)}.zip`)
  }
  const forReceivers = door(async (asked: Asked) => {
    const made = await openPackage(asked)
    return 'kind' in made || (await readable(asked.ctx, made)) ? made : notAllowed
  })
  const drawReceipt = ({ ctx, locale }: Asked, made: Package, after: After = {}) =>
    page(
      texts(locale).package.receipt,
      <ReceiptPage made={made} today={localDate(ctx.now)} locale={locale} {...after} />,
      crumbs(locale, true),
    )
  const postReceipt = postedTo<Package, typeof receiptFields, null>({
    fields: receiptFields,
    texts: (locale) => texts(locale).receipt,
    refusals,
    whole: true,
    version: ({ version }) => version,
    reload: async ({ ctx }, before) => (await findPackage(ctx, before.id)) ?? before,
    draw: drawReceipt,
    command: ({ ctx }, { id }, { reference, receivedOn }) =>
      receivePackage(ctx, all, id, reference ?? '', receivedOn ?? localDate(ctx.now)),
    done: ({ locale }, { id }) => redirect(`${at}/pakker/${id}`, texts(locale).said.received),
    unchanged: ({ locale }, { id }) => redirect(`${at}/pakker/${id}`, texts(locale).said.received),
  })

  return [
    ...listRoutes(documentList(all), mayRead),
    get(`${at}/dokumenter/:id`, mayRead, forReaders(drawDocument)),
    post(`${at}/dokumenter/:id`, mayFile, forFilers(postReference)),
    get(`${at}/pakker`, mayRead, async ({ ctx, locale }) =>
      page(texts(locale).package.title, <PackagesPage packages={await lastPackages(ctx, mostListed)} locale={locale} />, crumbs(locale)),
    ),
    get(`${at}/pakker/ny`, mayFile, (asked) => drawNew(asked, null)),
    post(`${at}/pakker/ny`, mayFile, postNew),
    get(`${at}/pakker/:id`, mayRead, forPackage(showPackage)),
    get(`${at}/pakker/:id/arkivpakke.zip`, mayRead, forPackage(packageZip)),
    get(`${at}/pakker/:id/kvittering`, mayFile, forReceivers(drawReceipt)),
    post(`${at}/pakker/:id/kvittering`, mayFile, forReceivers(postReceipt)),
    ...complianceRoutes(all, linkings),
    ...folderRoutes(all),
  ]
}
