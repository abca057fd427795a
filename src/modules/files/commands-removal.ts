import type { Ctx } from '../../kernel/ctx.ts'
import type { Kept, Removal } from '../../kernel/removal.ts'
import type { Locale } from '../../kernel/texts.ts'
import { filesOf } from './queries.ts'
import { setName } from './store.ts'
import { texts } from './texts.ts'

/** A text taken out of a case is taken out of the names of its files. What stands in them nobody has read: that is said (S1-42). */
export async function removeFromFiles(ctx: Ctx, caseId: string, remove: Removal, locale: Locale): Promise<readonly Kept[]> {
  const t = texts(locale)
  const files = []
  for (const type of ['deviation', 'report']) files.push(...(await filesOf(ctx, { type, id: caseId })).filter((file) => !file.removedAt))
  for (const file of files) {
    const name = remove(file.name)
    if (name !== file.name) await setName(ctx, file, name)
  }
  return files.length === 0 ? [] : [{ what: t.unread(files.length), holder: t.lookThrough, unread: true }]
}
