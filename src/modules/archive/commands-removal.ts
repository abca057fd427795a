import type { Ctx } from '../../kernel/ctx.ts'
import type { Kept, Removal } from '../../kernel/removal.ts'
import type { Locale } from '../../kernel/texts.ts'
import { filingsOfRecord } from './queries.ts'
import { renameFiling } from './store.ts'
import { texts } from './texts.ts'

/**
 * A text taken out of a case is taken out of what its documents are called here. The name that stands in a package, or in the archive, nobody
 * here can change: that is said (S1-42).
 */
export async function removeFromFilings(ctx: Ctx, caseId: string, remove: Removal, locale: Locale): Promise<readonly Kept[]> {
  const held = (await filingsOfRecord(ctx, 'deviation', caseId)).filter(({ title }) => remove(title) !== title)
  for (const { id, title } of held) await renameFiling(ctx, id, remove(title))
  return held.length === 0 ? [] : [{ what: texts(locale).removal.named(held.length), holder: texts(locale).removal.holder }]
}
