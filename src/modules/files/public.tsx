import type { ReactNode } from 'react'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import { FilesPanel } from './pages/panel.tsx'
import { filesOf } from './queries.ts'

export { removalHandler, scanHandler } from './jobs.ts'
export { clamd } from './jobs-scanner.ts'

/** The files of a record, for its page; nothing for those who may not see them. */
export async function filesPanel(ctx: Ctx, place: RecordKey, locale: Locale): Promise<ReactNode> {
  const [rights, files] = await Promise.all([ctx.house.attaches(ctx, place), filesOf(ctx, place)])
  return rights && <FilesPanel place={place} rights={rights} files={files} locale={locale} />
}

/** The same as a line of the page of a case; `unlessEmpty`: only where there are some. */
export async function filesLine(ctx: Ctx, place: RecordKey, locale: Locale, unlessEmpty = false): Promise<ReactNode> {
  const [rights, files] = await Promise.all([ctx.house.attaches(ctx, place), filesOf(ctx, place)])
  return rights && !(unlessEmpty && files.length === 0) && <FilesPanel place={place} rights={rights} files={files} folded locale={locale} />
}
