import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Attaches, Ctx } from '../../kernel/ctx.ts'
import { type Asked, download, type GetAnswer, get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { type CaseView, caseView, lettersOfCase, reference, titleInAll } from '../deviation/public.ts'
import { kindName } from '../documents/public.ts'
import { filesHeld } from '../files/public.tsx'
import { profileOf } from '../organisation/public.ts'
import type { Documenteds, DocumentRow } from './archive.ts'
import { noteTaken } from './commands.ts'
import { FolderPage, type Lacking } from './pages/folder.tsx'
import { apart, caseFolder, fileNameOf } from './plan.ts'
import { documentsIn } from './queries.ts'
import { contentOf } from './queries-content.ts'
import { zipped } from './queries-zip.ts'
import { texts } from './texts.ts'

export type Folder = {
  readonly view: CaseView
  readonly name: string
  readonly documents: readonly DocumentRow[]
  readonly asks: readonly Lacking[]
  readonly lacks: readonly Lacking[]
  readonly mayAdd: boolean
}

/** The folder of a case for those who have it whole; its name is the day it happened and its short name (S3-21). */
export async function folderOfCase(ctx: Ctx, all: Documenteds, id: string): Promise<Folder | undefined> {
  const view = await caseView(ctx, id)
  const rights = view && (await ctx.house.attaches(ctx, { type: 'deviation', id }))
  if (!view || !rights) return undefined
  const { deviation } = view
  const happened = deviation.report.periodFrom ?? deviation.report.discoveredAt ?? deviation.createdAt
  const named = { title: reference(deviation) ?? '', about: deviation.handling.shortName, about_on: localDate(happened) }
  const asks: readonly Lacking[] = deviation.authorityNotifiedAt === null ? [] : ['receipt', 'answer']
  const held = await Promise.all(asks.map((one) => filesHeld(ctx, { type: lettersOfCase[one], id })))
  return {
    view,
    name: caseFolder({ ...named, made_at: happened, year: null, type: 'case' }),
    documents: await documentsIn(ctx, all, { records: [{ type: 'deviation', id }] }),
    asks,
    lacks: asks.filter((_, at) => held[at] === 0),
    mayAdd: true,
  }
}

/** What comes from Datatilsynet is added by those who have the case whole, also when it is closed: the answer may come late. */
export async function lettersAttach(ctx: Ctx, id: string): Promise<Attaches | undefined> {
  const view = await caseView(ctx, id)
  const rights = view && (await ctx.house.attaches(ctx, { type: 'deviation', id }))
  return rights && { page: `/avvik/${id}/mappe`, name: titleInAll(view.deviation), add: true, protectedBy: false }
}

export function folderRoutes(all: Documenteds): readonly Route[] {
  const forReaders = door(async ({ ctx, params }: Asked) => (isId(params.id) && (await folderOfCase(ctx, all, params.id))) || nothing)
  const show = ({ locale }: Asked, { view, ...folder }: Folder) =>
    page(texts(locale).folder.title, <FolderPage id={view.deviation.id} locale={locale} {...folder} />, [
      { href: '/avvik', label: texts(locale).folder.cases },
      { href: `/avvik/${view.deviation.id}`, label: reference(view.deviation) ?? '' },
    ])
  /** All that is in the folder, in one file under its name. Who took it out is noted. */
  async function zip({ ctx }: Asked, { view, name, documents }: Folder): Promise<GetAnswer> {
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
