import { buffer } from 'node:stream/consumers'
import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Incoming } from '../../kernel/upload.ts'
import { attach, isPicture, openFile, removeFile } from './commands.ts'
import type { StoredFile } from './file.ts'
import { FilesPanel } from './pages/panel.tsx'
import { filesOf, findFile } from './queries.ts'
import { deleteFiles } from './store.ts'
import { texts } from './texts.ts'

export { removalHandler, scanHandler } from './jobs.ts'
export { clamd } from './jobs-scanner.ts'
export { fileRows, namesOfFiles } from './queries.ts'

/** The files of a record, for its page; nothing for those who may not see them. */
export async function filesPanel(ctx: Ctx, place: RecordKey, locale: Locale): Promise<ComponentChildren> {
  const [rights, files] = await Promise.all([ctx.house.attaches(ctx, place), filesOf(ctx, place)])
  return rights && <FilesPanel place={place} rights={rights} files={files} locale={locale} />
}

/** The same as a line of the page of a case; `unlessEmpty`: only where there are some. */
export async function filesLine(ctx: Ctx, place: RecordKey, locale: Locale, unlessEmpty = false): Promise<ComponentChildren> {
  const [rights, files] = await Promise.all([ctx.house.attaches(ctx, place), filesOf(ctx, place)])
  return rights && !(unlessEmpty && files.length === 0) && <FilesPanel place={place} rights={rights} files={files} folded locale={locale} />
}

/** How many files hang on a record now: those taken away do not count. */
export const filesHeld = async (ctx: Ctx, place: RecordKey): Promise<number> =>
  (await filesOf(ctx, place)).filter(({ removedAt }) => removedAt === null).length

/** Hangs one picture on a record, with what it says of who took it left in: it is taken away again. The caller has asked who may. */
export const attachPicture = (ctx: Ctx, place: RecordKey, file: Incoming) => attach(ctx, place, [file], texts('nb'))
export { isPicture }

/** Hangs what came in by itself, as with a mail, on a record: each in quarantine until the scanner has looked at it. */
export const attachAll = (ctx: Ctx, place: RecordKey, files: readonly Incoming[]) => attach(ctx, place, files, texts('nb'))
export { moveFiles } from './store.ts'

/** Takes away all that hangs on a record, content and names: nobody needs it any more. */
export async function removeAll(ctx: Ctx, place: RecordKey, reason: string): Promise<void> {
  for (const { id, removedAt } of await filesOf(ctx, place)) if (removedAt === null) await removeFile(ctx, id, reason)
}

/** All that hung on records that are gone themselves: the rows too, and the content when the transaction has. */
export async function forgetFiles(ctx: Ctx, type: string, ids: readonly string[]): Promise<void> {
  for (const id of await deleteFiles(ctx, type, ids))
    await ctx.house.enqueue(ctx.tx, 'file-removal', { organisationId: ctx.actor.organisationId, id })
}

/** A file with its content, handed out and noted; undefined where it is gone. Ask only where whoever asks may see its record. */
export async function contentOfFile(ctx: Ctx, id: string): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array } | undefined> {
  const file = await findFile(ctx, id)
  const opened = file && (await openFile(ctx, file))
  return file && opened?.ok ? { file, bytes: await buffer(opened.content) } : undefined
}
