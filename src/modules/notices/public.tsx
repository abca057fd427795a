import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { NoticesPanel } from './pages/panel.tsx'
import { noticesView } from './queries.ts'

export { followCase } from './commands.ts'
export { removeFromNotices } from './commands-removal.ts'
export type { NoticeEvent } from './notice.ts'
export { authorityContacts } from './queries-contacts.ts'

/** What the case's own page shows of its notices; null where this reader sees none. */
export async function noticesPanel(ctx: Ctx, caseId: string, locale: Locale) {
  const shown = await noticesView(ctx, caseId)
  return shown ? <NoticesPanel shown={shown} locale={locale} now={ctx.now} /> : null
}
