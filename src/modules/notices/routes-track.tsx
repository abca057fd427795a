import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Fields, Values } from '../../kernel/fields.ts'
import {
  type Asked,
  download,
  get,
  notAllowed,
  nothing,
  type Page,
  page,
  type Redirect,
  type Route,
  redirect,
  refusedTo,
  versionOf,
} from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { answered, door } from '../../kernel/road.ts'
import { mayTake, type Step } from '../../kernel/workflow.ts'
import { type CommandRoad, type Offering, postedTo } from '../../ui/posted.tsx'
import type { Fault } from '../../ui/record-form.tsx'
import { type FormPage, refusalText } from '../../ui/refused.ts'
import { deviationTexts, type Part, reference } from '../deviation/public.ts'
import { type Document, docxType, renderDocx, renderPages, renderPdf, storedPdf } from '../documents/public.ts'
import { noteFetched } from './commands.ts'
import type { NoticeFile } from './notice.ts'
import { refusals, type Shown } from './pages/words.tsx'
import { type NoticesView, noticesView, storedNotice } from './queries.ts'
import type { NoticeOutcome } from './rules.ts'
import type { Texts } from './texts.nb.ts'
import { texts } from './texts.ts'

/** What is drafted, made into a document, and kept as it was sent: a notice or a message. */
type Paper = { readonly id: string; readonly status: string; readonly documentId: string | null }

/** One of the two tracks: the same road for what is said to Datatilsynet and to those affected. */
export type Track<P extends Paper> = {
  readonly base: string
  readonly href: (id: string, rest?: string) => string
  readonly title: (words: Texts) => string
  readonly papers: (file: NoticeFile) => readonly P[]
  readonly document: (shown: NoticesView, paper: P, now: Date) => Document
  /** Named by number and kind, and nothing of what it says (S0-17). Without its ending. */
  readonly fileName: (number: string | null, paper: P) => string
  /** What the log says was taken out. */
  readonly noted: string
}
type PaperStep = Step<string, Part>
export type Opened<P> = { readonly shown: NoticesView; readonly paper: P }

/** The case and what is said of it outside; there for nobody who does not have the case whole. */
export async function openNotices({ ctx, params }: Asked) {
  const shown = isId(params.id) ? await noticesView(ctx, params.id) : undefined
  return shown ?? nothing
}
export const forNotices = door(openNotices)

export const forPaper = <P extends Paper>(track: Track<P>) => door((asked) => openPaper(track, asked, asked.params.melding))

/** The page of a deed with one paper, for those whose deed it is; where it cannot be done now, the paper itself. */
export const forPaperTo = <P extends Paper>(track: Track<P>, step: PaperStep) =>
  door(async (asked) => {
    const opened = await openPaper(track, asked, asked.params.melding)
    return 'kind' in opened ? opened : (closedTo(track, opened, step) ?? opened)
  })

export function closedTo<P extends Paper>({ href }: Track<P>, opened: Opened<P>, step: PaperStep) {
  if (may(opened, step)) return null
  const { shown, paper } = opened
  return plays(shown, step.by) ? redirect(href(shown.view.deviation.id, `/${paper.id}`)) : notAllowed
}

/** The same answer shows the button and opens the page; the rule asks again. */
export const plays = ({ view }: NoticesView, parts: readonly Part[]): boolean => parts.some((part) => view.parts.has(part))
export const may = ({ shown, paper }: Opened<Paper>, step: PaperStep): boolean => mayTake(step, paper.status, shown.view.parts)

/** A paper as a file, and its pages as pictures. */
export const paperRoutes = <P extends Paper>(track: Track<P>): readonly Route[] => [
  get(
    `${track.base}/:fil{[0-9a-f-]+\\.(?:pdf|docx)}`,
    'signedIn',
    door((asked) => openPaper(track, asked, asked.params.fil?.split('.')[0]))(getFile(track)),
  ),
  get(`${track.base}/:melding/:side{[0-9]+\\.svg}`, 'signedIn', forPaper(track)(getPicture(track))),
]

const getFile =
  <P extends Paper>(track: Track<P>) =>
  async ({ ctx, params }: Asked, { shown, paper }: Opened<P>) => {
    const { deviation } = shown.view
    await noteFetched(ctx, deviation.id, track.noted)
    const name = track.fileName(reference(deviation), paper)
    if (params.fil?.endsWith('.docx')) {
      const words = (await storedNotice(ctx, paper)) ?? track.document(shown, paper, ctx.now)
      return download(await renderDocx(words), docxType, `${name}.docx`)
    }
    const kept = paper.documentId ? await storedPdf(ctx, deviation.id, paper.documentId) : undefined
    const bytes = kept ?? renderPdf(track.document(shown, paper, ctx.now), ctx.now)
    return download(bytes, 'application/pdf', `${name}.pdf`)
  }

const getPicture =
  <P extends Paper>(track: Track<P>) =>
  async ({ ctx, params }: Asked, opened: Opened<P>) => {
    const picture = (await pagesOf(track, ctx, opened))[Number.parseInt(params.side ?? '', 10) - 1]
    return picture ? download(picture, 'image/svg+xml', 'side.svg', true) : nothing
  }

/** The pages as they were sent, or as they would be now. */
export const pagesOf = async <P extends Paper>(track: Track<P>, ctx: Ctx, { shown, paper }: Opened<P>) =>
  renderPages((await storedNotice(ctx, paper)) ?? track.document(shown, paper, ctx.now))

/**
 * One form of what a door opens: a paper, a letter, an order. Not a form of the case: a letter has no version to hold it
 * against, a draft may be saved with gaps, and what is missing is the rule's to say.
 */
export type NoticesForm<R, F extends Fields> = FormPage<R, F> & {
  /** What is posted beside the fields, and cannot be read. */
  readonly odd?: (asked: Asked) => readonly Fault[]
  /** Whose form it is now: what cannot be read is said to them. To the others the command says why not. */
  readonly open: (record: R) => boolean
  /** The version that stands, where what is edited has one; and what it says now, where that was written here. */
  readonly version?: (record: R) => number
  readonly stands?: (record: R) => Values<F>
  readonly command: (asked: Asked, record: R, values: Values<F>) => Promise<NoticeOutcome>
  readonly done: (asked: Asked, record: R) => Redirect
}

/** What was posted to a form: put together with what stands, read, done, answered (ui/posted.tsx). */
export const posted = <R, F extends Fields>(to: NoticesForm<R, F> & Offering<R, F>) => {
  const road: CommandRoad<R, F, unknown> = {
    ...to,
    refusals,
    ...(to.stands && { merges: true as const }),
    unchanged: (asked, record) => ({ ...to.done(asked, record), said: null }),
  }
  return postedTo<R, F, unknown>(road as typeof road & Offering<R, F>)
}

/** The deeds that need no more than one press. */
export const pressed =
  <P extends Paper>(
    track: Track<P>,
    command: (ctx: Ctx, caseId: string, id: string, version: number) => Promise<NoticeOutcome>,
    said: (words: Texts) => string,
  ) =>
  async ({ ctx, form, locale }: Asked, { shown, paper }: Opened<P>) => {
    const { id } = shown.view.deviation
    const outcome = await command(ctx, id, paper.id, versionOf(form))
    return answered(outcome, {
      done: (next) => {
        const stands = track.papers(next).some((one) => one.id === paper.id && one.status !== 'discarded')
        return redirect(track.href(id, stands ? `/${paper.id}` : ''), said(texts(locale)))
      },
      refused: ({ why }) => refusedTo(track.href(id, `/${paper.id}`), refusalText(why, refusals(locale))),
    })
  }

/** A page of a track. `below`: the track it lies under; null: it is the track itself. */
export function noticesPage(
  { locale }: Asked,
  { view }: NoticesView,
  below: Pick<Track<never>, 'href' | 'title'> | null,
  title: string,
  body: ComponentChildren,
): Page {
  const { id } = view.deviation
  const number = reference(view.deviation) ?? ''
  return page(`${title} ${number}`, body, [
    { href: '/avvik', label: deviationTexts(locale).title },
    { href: `/avvik/${id}`, label: number },
    ...(below ? [{ href: below.href(id), label: below.title(texts(locale)) }] : []),
  ])
}

export const idOf = ({ view }: NoticesView): string => view.deviation.id
export const propsOf = ({ ctx, locale }: Asked, shown: NoticesView): Shown => ({ shown, locale, now: ctx.now })

async function openPaper<P extends Paper>({ papers }: Track<P>, asked: Asked, id: string | undefined) {
  const shown = await openNotices(asked)
  if ('kind' in shown) return shown
  const paper = papers(shown.file).find((one) => one.id === id)
  return paper ? { shown, paper } : nothing
}
