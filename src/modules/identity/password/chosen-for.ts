import { carried, carry, type Use } from '../../../kernel/carried.ts'
import type { Ctx } from '../../../kernel/ctx.ts'

// The address of whoever has just chosen a password, for the page where they sign in.

const use: Use = { name: 'chosen for', whose: 'a browser', minutes: 15 }

export const sealAddress = (ctx: Pick<Ctx, 'house' | 'now'>, email: string): string => carry(ctx, use, email)
export const openAddress = (ctx: Pick<Ctx, 'house' | 'now'>, kept: string | null): string | undefined => carried(ctx, use, kept)
