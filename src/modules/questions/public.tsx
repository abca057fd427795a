import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Locale } from '../../kernel/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { AdviserPanel } from './pages/adviser.tsx'
import { adviceProfile } from './profile.ts'
import { securityAdviser } from './queries-whom.ts'

export { sendQuestion } from './commands.ts'

/** Whether somebody without an account may ask the data protection officer (S4-076): then their form lies under the organisation's front. */
export const asksOpenly = async (ctx: Ctx): Promise<boolean> => adviceProfile(await profileOf(ctx)).openForm

/** The information security manager, and the way to ask (S4-084). `page`: where it is shown. */
export const adviserPanel = async (ctx: Ctx, page: string, locale: Locale): Promise<ComponentChildren> => (
  <AdviserPanel asked={await securityAdviser(ctx, locale)} page={page} locale={locale} />
)
