import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { registerCommands } from '../../register/commands.ts'
import { profileOf } from '../organisation/public.ts'
import { termFields } from './fields.ts'
import { termsNamed } from './queries.ts'
import { mayKeep, rules } from './rules.ts'
import { startTerms } from './start.ts'
import { store } from './store.ts'

export const { add: addTerm, edit: editTerm, takeBack } = registerCommands(store, rules, {})

/** The ready-made terms that are not there yet, by their names. Answers with how many came. */
export async function fetchTerms(ctx: Ctx): Promise<number> {
  if (!mayKeep(ctx.actor)) return 0
  await takeTurn(ctx, 'glossary:start')
  const { orgType } = await profileOf(ctx)
  const terms = startTerms(orgType)
  const there = await termsNamed(
    ctx,
    terms.map(({ name }) => name),
  )
  const taken = new Set(there.map(({ values }) => values.name?.toLowerCase()))
  let count = 0
  for (const values of terms.filter(({ name }) => !taken.has(name.toLowerCase())))
    if ((await addTerm(ctx, newId(ctx.now), { ...emptyValues(termFields), ...values, inUse: 'yes' })).ok) count += 1
  return count
}
