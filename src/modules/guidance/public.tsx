import type { ReactNode } from 'react'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { PrintTip } from './pages/own.tsx'
import { printTips } from './queries.ts'

export { adoptStarted, fetchReadyMade } from './commands-start.ts'
export { articleReference, publishedFrom, routineReference } from './queries.ts'

/** The tip on print-outs, for a page that something is printed from (S0-15). */
export const printTip = async (ctx: Ctx, locale: Locale): Promise<ReactNode> => <PrintTip tips={await printTips(ctx)} locale={locale} />
