import type { Ctx } from '../../kernel/ctx.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import { type Content, rewriteVersion } from '../../kernel/version.ts'
import { versionsOf } from './queries.ts'

/** What a removed text leaves in one answer of an old version. */
export type Rewrite = (part: string, field: string, text: string) => string

/** Takes a removed text out of every version of a record (S1-42): who saved, and when, stands. */
export async function removeFromVersions(ctx: Ctx, place: RecordKey, rewrite: Rewrite): Promise<void> {
  for (const { version, content } of await versionsOf(ctx, place, mostVersions)) {
    const cleaned = rewritten(content, rewrite)
    if (JSON.stringify(cleaned) === JSON.stringify(content)) continue
    await rewriteVersion(ctx, place, { version, content: cleaned })
  }
}
/** All of them: no record is edited so often. */
const mostVersions = 1_000_000

const rewritten = (content: Content, rewrite: Rewrite): Content =>
  Object.fromEntries(
    Object.entries(content).map(([part, answers]) => [
      part,
      Object.fromEntries(
        Object.entries(answers).map(([field, kept]) => [field, typeof kept === 'string' ? rewrite(part, field, kept) : kept]),
      ),
    ]),
  )
