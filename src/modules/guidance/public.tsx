import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { PrintTip } from './pages/own.tsx'
import { guidanceProfile } from './profile.ts'
import { printTips } from './queries.ts'

export { adoptStarted, fetchReadyMade } from './commands-start.ts'
export { articleReference, publishedFrom, routineReference } from './queries.ts'

/** Whether those outside may read what is written for them: then it lies under the organisation's front. */
export const readOpenly = async (ctx: Ctx): Promise<boolean> => guidanceProfile(await profileOf(ctx)).openEdition

/** The tip on print-outs, for a page that something is printed from (S0-15). */
export const printTip = async (ctx: Ctx, locale: Locale): Promise<ComponentChildren> => (
  <PrintTip tips={await printTips(ctx)} locale={locale} />
)
