import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Attaches, Ctx } from '../../kernel/ctx.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { audienceOf, type CaseView, caseView, lettersOfCase, reference, titleInAll } from '../deviation/public.ts'
import { kindName } from '../documents/public.ts'
import { filesHeld } from '../files/public.tsx'
import { profileOf } from '../organisation/public.ts'
import type { Documenteds } from './archive.ts'
import { noteTaken } from './commands.ts'
import { FolderPage, type Lacking } from './pages/folder.tsx'
import { apart, caseFolder, fileNameOf } from './plan.ts'
import { documentsIn } from './queries.ts'
import { contentOf } from './queries-content.ts'
import { zipped } from './queries-package.ts'
import { mayFile } from './rules.ts'
import { texts } from './texts.ts'

export type Folder = {
  readonly view: CaseView
  readonly name: string
  readonly asks: readonly Lacking[]
  readonly lacks: readonly Lacking[]
}
const letters: readonly Lacking[] = ['receipt', 'answer']

/** The folder of a case for those who have it whole; its name is the day it happened and its short name (S3-21). Read at the same time: the page of a case asks for it. */
export async function folderOfCase(ctx: Ctx, id: string): Promise<Folder | undefined> {
  const [view, ...held] = await Promise.all([caseView(ctx, id), ...letters.map((one) => filesHeld(ctx, { type: lettersOfCase[one], id }))])
  if (!view || !isWhole(view, ctx)) return undefined
  const { deviation } = view
  const happened = deviation.report.periodFrom ?? deviation.report.discoveredAt ?? deviation.createdAt
  const named = { title: reference(deviation) ?? '', about: deviation.handling.shortName, about_on: localDate(happened) }
  const asks = deviation.authorityNotifiedAt === null ? [] : letters
  return {
    view,
    asks,
    name: caseFolder({ ...named, made_at: happened, year: null, type: 'case' }),
    lacks: asks.filter((_, at) => held[at] === 0),
  }
}
const isWhole = (view: CaseView, { actor }: Ctx) => view.deviation.status !== 'draft' && audienceOf(view, actor) === 'full'

/** What comes from Datatilsynet is added by those who have the case whole, also when it is closed: the answer may come late. */
export async function lettersAttach(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const view = await caseView(ctx, id)
  if (!view || !isWhole(view, ctx)) return undefined
  return { page: `/avvik/${id}/mappe`, name: titleInAll(view.deviation), add: true, protectedBy: false }
}

export function folderRoutes(all: Documenteds): readonly Route[] {
  const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await folderOfCase(ctx, params.id))) || nothing)
  const documentsOf = (ctx: Ctx, { view }: Folder) => documentsIn(ctx, all, { records: [{ type: 'deviation', id: view.deviation.id }] })
  async function show({ ctx, locale }: Asked, folder: Folder) {
    const { id } = folder.view.deviation
    return page(
      texts(locale).folder.title,
      <FolderPage {...{ id, locale }} {...folder} documents={await documentsOf(ctx, folder)} mayFile={mayFile(ctx.actor)} />,
      [
        { href: '/avvik', label: texts(locale).folder.cases },
        { href: `/avvik/${id}`, label: reference(folder.view.deviation) ?? '' },
      ],
    )
  }
  /** All that is in the folder, in one file under its name. Who took it out is noted. */
  async function zip({ ctx }: Asked, folder: Folder): Promise<GetAnswer> {
    const { view, name } = folder
    const documents = await documentsOf(ctx, folder)
    const { locale } = await profileOf(ctx)
    const names = apart(documents.map((one) => fileNameOf(one, kindName(one.kind, locale) ?? one.kind)))
    const entries = []
    for (const [at, { id, record_type, record_id, kind }] of documents.entries()) {
      const kept = await all.of(record_type)?.keep(ctx, { id, recordId: record_id, kind })
      const content = kept && (await contentOf(ctx, kept))
      if (content) entries.push({ path: `${name}/${names[at]}`, bytes: content.bytes })
    }
    await noteTaken(ctx, { type: 'deviation', id: view.deviation.id }, { type: 'archive.folderTaken', about: 'deviation' })
    return download(zipped(entries, ctx.now), 'application/zip', `${reference(view.deviation) ?? 'sak'}-mappe.zip`)
  }
  return [get('/avvik/:id/mappe', 'signedIn', forReaders(show)), get('/avvik/:id/mappe.zip', 'signedIn', forReaders(zip))]
}
