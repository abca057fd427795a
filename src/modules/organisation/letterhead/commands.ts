import { readFile } from 'node:fs/promises'
import { refuse } from '../../../kernel/change.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Incoming } from '../../../kernel/upload.ts'
import { type LogoRefusal, logoBytes } from '../logo.ts'
import { type Drawn, drawnLogo } from './commands-picture.ts'
import { setLogo } from './store.ts'

/** What was uploaded, drawn anew; or why not. Before the transaction that keeps it (`askFirst` in kernel/http.ts). */
export async function readLogo(file: Incoming | undefined): Promise<Drawn | LogoRefusal> {
  if (!file || file.size === 0) return 'noFile'
  return file.size > logoBytes ? 'tooLarge' : drawnLogo(await readFile(file.path))
}

/** Takes it as the organisation's logo. */
export async function saveLogo(ctx: Ctx, made: Drawn | LogoRefusal) {
  if (typeof made === 'string') return refuse(made, ['logo'])
  await setLogo(ctx, made)
  return { ok: true as const, next: made }
}

export const removeLogo = (ctx: Ctx) => setLogo(ctx, null)
