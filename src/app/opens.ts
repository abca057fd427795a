import type { Ctx } from '../kernel/ctx.ts'
import { opensCase } from '../modules/deviation/public.ts'

type Opens = (ctx: Ctx, id: string) => Promise<boolean>

/** Who may open a record of each kind, one row a kind: an earlier module that links to it asks here first, so no link leads nowhere. */
const kinds: Readonly<Record<string, Opens>> = { deviation: opensCase }

export const opens = async (ctx: Ctx, { type, id }: { readonly type: string; readonly id: string }): Promise<boolean> =>
  (await kinds[type]?.(ctx, id)) ?? false
