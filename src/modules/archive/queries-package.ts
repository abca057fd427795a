import { zipSync } from 'fflate'
import type { Ctx } from '../../kernel/ctx.ts'
import { organisationName, profileOf } from '../organisation/public.ts'
import { titleOf } from '../people/public.ts'
import type { Filing } from './archive.ts'
import { messageOf } from './message.ts'
import { contentOf } from './queries-content.ts'

type Made = { readonly id: string; readonly at: Date; readonly filings: readonly Filing[] }

/**
 * The package as a file: a folder each with its documents and the message that says what they are, and the sums that show that nothing has
 * changed on the way. Undefined where something of it is gone.
 */
export async function packageFile(ctx: Ctx, { id, at, filings }: Made): Promise<Uint8Array | undefined> {
  const entries: Entry[] = []
  const profile = await profileOf(ctx)
  const organisation = await organisationName(ctx)
  const responsible = titleOf(profile, 'dpo', profile.locale)
  for (const [folder, inFolder] of Map.groupBy(filings, (one) => one.folder ?? '')) {
    for (const { where, keptId, fileName } of inFolder) {
      const content = where && keptId ? await contentOf(ctx, { where, id: keptId }) : undefined
      if (!content) return undefined
      entries.push({ path: `${folder}/${fileName}`, bytes: content.bytes })
    }
    const message = messageOf(inFolder, { id, folder, organisation, responsible, at, locale: profile.locale })
    entries.push({ path: `${folder}/arkivmelding.xml`, bytes: Buffer.from(message) })
  }
  const sums = filings.map(({ sha256, folder, fileName }) => `${sha256}  ${folder}/${fileName}\n`).join('')
  return zipped([...entries, { path: 'sha256sums.txt', bytes: Buffer.from(sums) }], at)
}

type Entry = { readonly path: string; readonly bytes: Uint8Array }

/** One file of several. What is already packed is only stored. The same entries and time give the same bytes. */
export const zipped = (entries: readonly Entry[], at: Date): Uint8Array =>
  zipSync(Object.fromEntries(entries.map(({ path, bytes }) => [path, [bytes, { level: path.endsWith('.xml') ? 6 : 0, mtime: at }]])))
