import type { Addendum, Ctx } from '../kernel/ctx.ts'
import type { Locale } from '../kernel/texts.ts'
import { authorityContacts } from '../modules/notices/public.tsx'

type Adds = (ctx: Ctx, id: string, language: Locale) => Promise<Addendum | null>

/** Sections that a later module adds to the documents of an earlier module's record, one row each, as related.tsx does to its page. */
const kinds: Readonly<Record<string, readonly Adds[]>> = { deviation: [authorityContacts] }

export const addenda = async (
  ctx: Ctx,
  { type, id }: { readonly type: string; readonly id: string },
  language: Locale,
): Promise<readonly Addendum[]> => {
  const found: Addendum[] = []
  // One after the other: they share one transaction.
  for (const add of kinds[type] ?? []) found.push(...[await add(ctx, id, language)].filter((one) => one !== null))
  return found
}
