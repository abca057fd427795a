import { readFile } from 'node:fs/promises'
import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Incoming } from '../../../kernel/upload.ts'
import { logoBytes } from '../logo.ts'
import { drawnLogo } from './commands-picture.ts'
import { setLogo } from './store.ts'

/** Takes what was uploaded as the organisation's logo, drawn anew. */
export async function saveLogo(ctx: Ctx, file: Incoming | undefined) {
  if (!file || file.size === 0) return refuse('noFile', ['logo'])
  if (file.size > logoBytes) return refuse('tooLarge', ['logo'])
  const made = await drawnLogo(await readFile(file.path))
  if (typeof made === 'string') return refuse(made, ['logo'])
  await setLogo(ctx, made)
  return { ok: true as const, next: made }
}

export const removeLogo = (ctx: Ctx) => setLogo(ctx, null)
