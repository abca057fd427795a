import type { Ctx } from '../kernel/ctx.ts'
import type { Kept, Removal } from '../kernel/removal.ts'
import type { Locale } from '../kernel/texts.ts'
import { removeFromNotices } from '../modules/notices/public.tsx'

type Removes = (ctx: Ctx, id: string, remove: Removal, locale: Locale) => Promise<readonly Kept[]>

/** What later modules keep of an earlier module's record in words that people wrote, one row each: a redaction reaches it too (S1-42). */
const kinds: Readonly<Record<string, readonly Removes[]>> = { deviation: [removeFromNotices] }

export const remove = async (
  ctx: Ctx,
  { type, id }: { readonly type: string; readonly id: string },
  removal: Removal,
  locale: Locale,
): Promise<readonly Kept[]> => {
  const kept: Kept[] = []
  // One after the other: they share one transaction.
  for (const removes of kinds[type] ?? []) kept.push(...(await removes(ctx, id, removal, locale)))
  return kept
}
