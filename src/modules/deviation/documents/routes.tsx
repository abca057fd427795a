import { type Asked, type Crumb, download, get, notAllowed, nothing, page, type Route } from '../../../kernel/http.ts'
import { isId } from '../../../kernel/ids.ts'
import { door } from '../../../kernel/road.ts'
import {
  type Document,
  docxType,
  previewPages,
  renderDocx,
  type StoredDocument,
  storedDocuments,
  storedPdf,
} from '../../documents/public.ts'
import { printTip } from '../../guidance/public.tsx'
import { personsById } from '../../people/public.ts'
import { audienceOf } from '../audience.ts'
import { crumbsOf } from '../deed/routes-deed.tsx'
import { reference } from '../deviation.ts'
import { type CaseView, caseView } from '../queries.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { allowedKinds, type DocumentKind, isFinal, kindOf, slugs } from './allowed.ts'
import { makePdf, noteDocument } from './commands.ts'
import { caseDocument } from './documents.ts'
import { type CaseDocument, caseDocuments } from './material.ts'
import { DocumentPage } from './pages/document.tsx'
import { DocumentsPage, type MadeNow } from './pages/documents.tsx'
import { plainText } from './plain.ts'
import { materialOf } from './queries.ts'
import { paperTexts } from './texts.ts'

type Material = { readonly view: CaseView; readonly kinds: readonly DocumentKind[] }
type Paper = { readonly view: CaseView; readonly kind: DocumentKind; readonly document: Document; readonly edition: StoredDocument | null }
type Opened = { readonly paper: Paper }

const forPapers = door(openPapers)
const forPaper = door((asked) => openPaper(asked, asked.params.kind))
/** The name of a file is its kind and its ending. */
const forFile = door((asked) => openPaper(asked, asked.params.file?.split('.')[0]))

/** The file's address stands before the page's, which would take its ending for a part of the name. */
export const routes: readonly Route[] = [
  get('/avvik/:id/dokumenter', 'signedIn', forPapers(getDocuments)),
  get('/avvik/:id/dokumenter/:file{[a-z-]+\\.(?:pdf|docx|txt)}', 'signedIn', forFile(getFile)),
  get('/avvik/:id/dokumenter/:kind', 'signedIn', forPaper(getDocument)),
  get('/avvik/:id/dokumenter/:kind/:side{[0-9]+\\.svg}', 'signedIn', forPaper(getPicture)),
]

async function getDocuments(asked: Asked, { view, kinds }: Material) {
  const { ctx, locale } = asked
  const stored = (await storedDocuments(ctx, view.deviation.id)).filter(({ kind }) => (kinds as readonly string[]).includes(kind))
  const people = await personsById(ctx, [...new Set(stored.flatMap(({ createdBy }) => (createdBy ? [createdBy] : [])))])
  const made = caseDocuments.filter((kind) => kinds.includes(kind)).map((kind): MadeNow => ({ kind, state: stateOf(kind, view, stored) }))
  const kept = stored
    .map(({ kind, number, createdAt, createdBy }) => ({
      kind: kind as DocumentKind,
      number,
      at: createdAt,
      by: (createdBy && people.get(createdBy)?.name) ?? null,
    }))
    .reverse()
  const body = <DocumentsPage view={view} locale={locale} now={ctx.now} made={made} kept={kept} />
  const shown = (
    <>
      {body}
      {await printTip(ctx, locale)}
    </>
  )
  return page(paperTexts(locale).title, shown, crumbsFor(asked, view))
}

async function getDocument(asked: Asked, { paper: { view, kind, document, edition } }: Opened) {
  const { ctx, locale } = asked
  const { pages } = await previewPages(document)
  await noteDocument(ctx, view, kind)
  const crumbs = [...crumbsFor(asked, view), { href: `/avvik/${view.deviation.id}/dokumenter`, label: paperTexts(locale).title }]
  const body = (
    <DocumentPage
      view={view}
      locale={locale}
      now={ctx.now}
      kind={kind}
      document={document}
      pages={pages.length}
      edition={edition && { number: edition.number, at: edition.createdAt, sha256: edition.sha256 }}
    />
  )
  return page(paperTexts(locale).kinds[kind], body, crumbs)
}

/** The file itself. A finished one is given as it was kept, byte for byte. */
async function getFile({ ctx, params }: Asked, { paper: { view, kind, document, edition } }: Opened) {
  const ending = params.file?.split('.')[1] ?? ''
  const name = fileName(view, kind, edition, ending)
  if (ending !== 'pdf') {
    await noteDocument(ctx, view, kind)
    return ending === 'docx'
      ? download(await renderDocx(document), docxType, name)
      : download(plainText(document), 'text/plain; charset=utf-8', name)
  }
  const kept = edition && (await storedPdf(ctx, view.deviation.id, edition.id))
  if (kept) await noteDocument(ctx, view, kind)
  return download(kept ?? (await makePdf(ctx, view, kind, document)), 'application/pdf', name)
}

/** One page as a picture, for the preview. It is noted only where the document had to be laid out for it. */
async function getPicture({ ctx, params }: Asked, { paper: { view, kind, document, edition } }: Opened) {
  const { pages, made } = await previewPages(document)
  const picture = pages[Number.parseInt(params.side ?? '', 10) - 1]
  if (picture === undefined) return nothing
  if (made) await noteDocument(ctx, view, kind)
  return download(picture, 'image/svg+xml', fileName(view, kind, edition, 'svg'), true)
}

/** The case, and which of its documents are for whoever asks. */
async function openPapers({ ctx, params }: Asked) {
  const view = isId(params.id) ? await caseView(ctx, params.id) : undefined
  if (!view) return nothing
  const kinds = allowedKinds(view, audienceOf(view, ctx.actor))
  return kinds.length > 0 ? { view, kinds } : notAllowed
}

/**
 * The document of the address: the edition asked for; else the finished one where the case stands so that it is final; else made
 * of the case as it is now.
 */
async function openPaper(asked: Asked, slug: string | undefined) {
  const opened = await openPapers(asked)
  if ('kind' in opened) return opened
  const { view, kinds } = opened
  const kind = kindOf(slug)
  if (!kind) return nothing
  if (!kinds.includes(kind)) return notAllowed
  const stored = (await storedDocuments(asked.ctx, view.deviation.id)).filter((one) => one.kind === kind)
  const wanted = asked.query.get('utgave')
  const edition =
    wanted !== null
      ? stored.find(({ number }) => String(number) === wanted)
      : isFinal(kind, view.deviation) || !isCaseDocument(kind)
        ? stored.at(-1)
        : undefined
  const paper = { view, kind }
  if (edition) return { paper: { ...paper, document: edition.content, edition } }
  if (wanted !== null || !isCaseDocument(kind)) return nothing
  return { paper: { ...paper, document: caseDocument(kind, await materialOf(asked.ctx, view)), edition: null } }
}

/** A reporter came from the own reports; the list of cases is not for them. */
const crumbsFor = ({ ctx, locale }: Asked, view: CaseView): readonly Crumb[] =>
  audienceOf(view, ctx.actor) === 'reporter'
    ? [{ href: '/avvik/mine', label: reportTexts(locale).mine.title }, ...crumbsOf(view, locale).slice(1)]
    : crumbsOf(view, locale)

const isCaseDocument = (kind: DocumentKind): kind is CaseDocument => (caseDocuments as readonly string[]).includes(kind)

function stateOf(kind: CaseDocument, view: CaseView, stored: readonly StoredDocument[]): MadeNow['state'] {
  const { deviation } = view
  if (isFinal(kind, deviation) && stored.some((one) => one.kind === kind)) return 'final'
  if (kind === 'deviationReport') return deviation.status === 'draft' ? 'draft' : 'current'
  if (kind === 'riskAssessment') return deviation.assessedAt === null ? 'draft' : 'current'
  return isFinal(kind, deviation) ? 'current' : 'draft'
}

/** The case's number and the kind, and nothing of what the case says (S0-17). */
const fileName = ({ deviation }: CaseView, kind: DocumentKind, edition: StoredDocument | null, ending: string): string =>
  `${reference(deviation) ?? 'utkast'}-${slugs[kind]}${edition ? `-utgave-${edition.number}` : ''}.${ending}`
