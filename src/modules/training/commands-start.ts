import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import { publishedFrom } from '../guidance/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { addRequirement } from './commands.ts'
import { requirementFields } from './fields.ts'
import { mayCoordinate } from './rules.ts'
import { readyMade } from './start.ts'
import { requirementStore } from './store.ts'

/** The ready-made requirements that are not there yet: pressed twice, each comes once. Answers with how many came. */
export async function fetchRequirements(ctx: Ctx): Promise<number> {
  if (!mayCoordinate(ctx.actor)) return 0
  await takeTurn(ctx, 'training:start')
  const { locale } = await profileOf(ctx)
  const handbook = await publishedFrom(ctx, 'handbook')
  const names = readyMade.map(({ name }) => name[locale])
  const there = new Set((await requirementStore.keyed(ctx, names)).map(({ values }) => values.name?.toLowerCase()))
  let count = 0
  for (const { name, description, ...values } of readyMade) {
    if (there.has(name[locale].toLowerCase())) continue
    const outcome = await addRequirement(ctx, newId(ctx.now), {
      ...emptyValues(requirementFields),
      ...values,
      ...{ name: name[locale], description: description[locale], appliesTo: 'everybody', dueDays: 30, inForce: 'yes' },
      article: values.about === 'handbook' ? (handbook ?? null) : null,
    })
    if (outcome.ok) count += 1
  }
  return count
}
