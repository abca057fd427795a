import type { Ctx } from '../../kernel/ctx.ts'
import type { KeptIn } from '../../kernel/documented.ts'
import { storedFile } from '../documents/public.ts'
import { contentOfFile } from '../files/public.tsx'

export type Content = { readonly bytes: Uint8Array; readonly accessCode: string | null }

/** What a document says, byte for byte; undefined where it is gone. Ask only where whoever asks may open it. */
export async function contentOf(ctx: Ctx, { where, id }: KeptIn): Promise<Content | undefined> {
  if (where === 'files') {
    const found = await contentOfFile(ctx, id)
    return found && { bytes: found.bytes, accessCode: null }
  }
  const found = await storedFile(ctx, id)
  return found && { bytes: found.pdf, accessCode: found.content.accessCode }
}
