import type { Attaches, Ctx } from '../kernel/ctx.ts'
import { filesOfCase, filesOfReport } from '../modules/deviation/public.ts'
import { filesOfSystem } from '../modules/systems/public.ts'

type Rights = (ctx: Ctx, id: string) => Promise<Attaches | undefined>

/** Who may see the files of a record, and add to them, one row a kind of place; the rule is the module's that keeps the record. */
const places: Readonly<Record<string, Rights>> = {
  // What the reporter sends with the report is theirs to see as well; what those who handle add is not.
  report: filesOfReport,
  deviation: filesOfCase,
  system: filesOfSystem,
}

export const attaches = async (ctx: Ctx, { type, id }: { readonly type: string; readonly id: string }): Promise<Attaches | undefined> =>
  places[type]?.(ctx, id)
