import { type Asked, type Crumb, download, type GetAnswer, get, notAllowed, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { type Document, previewPages, type StoredDocument, storedDocuments, storedPdf } from '../documents/public.ts'
import { personsById } from '../people/public.ts'
import { audienceOf } from './casefile/audience.ts'
import { texts } from './closing/texts.ts'
import { makePdf, noteDocument } from './commands-documents.ts'
import { reference } from './deviation.ts'
import { allowedKinds, isFinal, kindOf, type PaperKind, slugs } from './documents/allowed.ts'
import { caseDocument } from './documents/documents.ts'
import { type CaseDocument, caseDocuments } from './documents/papers.ts'
import { plainText } from './documents/plain.ts'
import { DocumentPage } from './pages/document.tsx'
import { DocumentsPage, type MadeNow } from './pages/documents.tsx'
import { type CaseView, caseView } from './queries.ts'
import { papersOf } from './queries-documents.ts'
import { texts as reportTexts } from './report/texts.ts'
import { crumbsOf } from './routes-deed.tsx'

/** The file's address stands before the page's, which would take its ending for a part of the name. */
export const routes: readonly Route[] = [
  get('/avvik/:id/dokumenter', 'signedIn', getDocuments),
  get('/avvik/:id/dokumenter/:file{[a-z-]+\\.(?:pdf|txt)}', 'signedIn', getFile),
  get('/avvik/:id/dokumenter/:kind', 'signedIn', getDocument),
  get('/avvik/:id/dokumenter/:kind/:side{[0-9]+\\.svg}', 'signedIn', getPicture),
]

async function getDocuments(asked: Asked): Promise<GetAnswer> {
  const { ctx, locale } = asked
  const opened = await openPapers(asked)
  if ('no' in opened) return opened.no
  const { view, kinds } = opened
  const stored = (await storedDocuments(ctx, view.deviation.id)).filter(({ kind }) => (kinds as readonly string[]).includes(kind))
  const people = await personsById(ctx, [...new Set(stored.flatMap(({ createdBy }) => (createdBy ? [createdBy] : [])))])
  const made = caseDocuments.filter((kind) => kinds.includes(kind)).map((kind): MadeNow => ({ kind, state: stateOf(kind, view, stored) }))
  const kept = stored
    .map(({ kind, number, createdAt, createdBy }) => ({
      kind: kind as PaperKind,
      number,
      at: createdAt,
      by: (createdBy && people.get(createdBy)?.name) ?? null,
    }))
    .reverse()
  return page(
    texts(locale).documents.title,
    <DocumentsPage view={view} locale={locale} now={ctx.now} made={made} kept={kept} />,
    crumbsFor(asked, view),
  )
}

async function getDocument(asked: Asked): Promise<GetAnswer> {
  const { ctx, locale, params } = asked
  const found = await openDocument(asked, params.kind)
  if ('no' in found) return found.no
  const { view, kind, document, edition } = found
  const { pages } = await previewPages(document)
  await noteDocument(ctx, view, kind)
  const crumbs = [...crumbsFor(asked, view), { href: `/avvik/${view.deviation.id}/dokumenter`, label: texts(locale).documents.title }]
  return page(
    texts(locale).documents.kinds[kind],
    <DocumentPage
      view={view}
      locale={locale}
      now={ctx.now}
      kind={kind}
      document={document}
      pages={pages.length}
      edition={edition && { number: edition.number, at: edition.createdAt, sha256: edition.sha256 }}
    />,
    crumbs,
  )
}

/** The file itself. A finished one is given as it was kept, byte for byte. */
async function getFile(asked: Asked): Promise<GetAnswer> {
  const { ctx, params } = asked
  const [slug = '', ending = ''] = (params.file ?? '').split('.')
  const found = await openDocument(asked, slug)
  if ('no' in found) return found.no
  const { view, kind, document, edition } = found
  const name = fileName(view, kind, edition, ending)
  if (ending === 'txt') {
    await noteDocument(ctx, view, kind)
    return download(plainText(document), 'text/plain; charset=utf-8', name)
  }
  const kept = edition && (await storedPdf(ctx, view.deviation.id, edition.id))
  if (kept) await noteDocument(ctx, view, kind)
  return download(kept ?? (await makePdf(ctx, view, kind, document)), 'application/pdf', name)
}

/** One page as a picture, for the preview. It is noted only where the document had to be laid out for it. */
async function getPicture(asked: Asked): Promise<GetAnswer> {
  const { ctx, params } = asked
  const found = await openDocument(asked, params.kind)
  if ('no' in found) return found.no
  const { pages, made } = await previewPages(found.document)
  const side = Number.parseInt(params.side ?? '', 10)
  const picture = pages[side - 1]
  if (picture === undefined) return nothing
  if (made) await noteDocument(ctx, found.view, found.kind)
  return download(picture, 'image/svg+xml', fileName(found.view, found.kind, found.edition, 'svg'), true)
}

type Opened = { readonly view: CaseView; readonly kinds: readonly PaperKind[] }
type No = { readonly no: GetAnswer & { readonly kind: 'nothing' | 'notAllowed' } }

/** The case, and which of its documents are for whoever asks. */
async function openPapers({ ctx, params }: Asked): Promise<Opened | No> {
  const view = isId(params.id) ? await caseView(ctx, params.id) : undefined
  if (!view) return { no: nothing }
  const kinds = allowedKinds(view, audienceOf(view, ctx.actor))
  return kinds.length > 0 ? { view, kinds } : { no: notAllowed }
}

type Found = { readonly view: CaseView; readonly kind: PaperKind; readonly document: Document; readonly edition: StoredDocument | null }

/**
 * The document of the address: the edition asked for; else the finished one where the case stands so that it is final; else made
 * of the case as it is now.
 */
async function openDocument(asked: Asked, slug: string | undefined): Promise<Found | No> {
  const opened = await openPapers(asked)
  if ('no' in opened) return opened
  const { view, kinds } = opened
  const kind = kindOf(slug)
  if (!kind) return { no: nothing }
  if (!kinds.includes(kind)) return { no: notAllowed }
  const stored = (await storedDocuments(asked.ctx, view.deviation.id)).filter((one) => one.kind === kind)
  const wanted = asked.query.get('utgave')
  const edition =
    wanted !== null
      ? stored.find(({ number }) => String(number) === wanted)
      : isFinal(kind, view.deviation) || !isCaseDocument(kind)
        ? stored.at(-1)
        : undefined
  if (edition) return { view, kind, document: edition.content, edition }
  if (wanted !== null || !isCaseDocument(kind)) return { no: nothing }
  return { view, kind, document: caseDocument(kind, await papersOf(asked.ctx, view)), edition: null }
}

/** A reporter came from the own reports; the list of cases is not for them. */
const crumbsFor = ({ ctx, locale }: Asked, view: CaseView): readonly Crumb[] =>
  audienceOf(view, ctx.actor) === 'reporter'
    ? [{ href: '/avvik/mine', label: reportTexts(locale).mine.title }, ...crumbsOf(view, locale).slice(1)]
    : crumbsOf(view, locale)

const isCaseDocument = (kind: PaperKind): kind is CaseDocument => (caseDocuments as readonly string[]).includes(kind)

function stateOf(kind: CaseDocument, view: CaseView, stored: readonly StoredDocument[]): MadeNow['state'] {
  const { deviation } = view
  if (isFinal(kind, deviation) && stored.some((one) => one.kind === kind)) return 'final'
  if (kind === 'deviationReport') return deviation.status === 'draft' ? 'draft' : 'current'
  if (kind === 'riskAssessment') return deviation.assessedAt === null ? 'draft' : 'current'
  return isFinal(kind, deviation) ? 'current' : 'draft'
}

/** The case's number and the kind, and nothing of what the case says (S0-17). */
const fileName = ({ deviation }: CaseView, kind: PaperKind, edition: StoredDocument | null, ending: string): string =>
  `${reference(deviation) ?? 'utkast'}-${slugs[kind]}${edition ? `-utgave-${edition.number}` : ''}.${ending}`
