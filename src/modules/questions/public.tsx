import type { ReactNode } from 'react'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { AdviserPanel } from './pages/adviser.tsx'
import { securityAdviser } from './queries-whom.ts'

export { sendQuestion } from './commands.ts'

/** The information security manager, and the way to ask (S4-084). `page`: where it is shown. */
export const adviserPanel = async (ctx: Ctx, page: string, locale: Locale): Promise<ReactNode> => (
  <AdviserPanel asked={await securityAdviser(ctx, locale)} page={page} locale={locale} />
)
