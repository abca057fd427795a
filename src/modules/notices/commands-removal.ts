import type { Ctx } from '../../kernel/ctx.ts'
import type { Kept, Removal } from '../../kernel/removal.ts'
import type { Locale } from '../../kernel/texts.ts'
import { caseView } from '../deviation/public.ts'
import { keptIn, withoutRemoved } from './removal.ts'
import { load, rewrite } from './store.ts'

/** A text taken out of the case is taken out of the drafts too; what is signed or sent stands, and who has it is told (S1-42). */
export async function removeFromNotices(ctx: Ctx, caseId: string, remove: Removal, locale: Locale): Promise<readonly Kept[]> {
  const view = await caseView(ctx, caseId)
  if (!view) return []
  const file = await load(ctx, view.deviation)
  await rewrite(ctx, withoutRemoved(file, remove), file)
  return keptIn(file, remove, locale)
}
