import { record } from '../../kernel/audit.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { newId } from '../../kernel/ids.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { registerCommands } from '../../register/commands.ts'
import { profileOf } from '../organisation/public.ts'
import type { classifyFields } from './fields.ts'
import { classifyReferences, placesNamed, references } from './queries.ts'
import { mayKeep, rules } from './rules.ts'
import { startPlaces } from './start.ts'
import type { Classified } from './storage-guide.ts'
import { store } from './store.ts'

export const { add: addPlace, edit: editPlace, takeBack } = registerCommands(store, rules, references)

/** The places of the organisation's profile that are not there yet. Answers with how many came. */
export async function fetchPlaces(ctx: Ctx): Promise<number> {
  if (!mayKeep(ctx.actor)) return 0
  const { preset, locale } = await profileOf(ctx)
  const wanted = startPlaces(preset, locale)
  const there = await placesNamed(
    ctx,
    wanted.map(({ name }) => name),
  )
  let count = 0
  for (const values of wanted.filter(({ name }) => !there.some((one) => one.values.name?.toLowerCase() === name.toLowerCase())))
    if ((await addPlace(ctx, newId(ctx.now), values)).ok) count += 1
  return count
}

type Assessment = { readonly type: 'storage_place.assessed' }

/** Keeps what a sending was judged to be with the processing it is a part of (S0-30). Pressed twice: once. */
export async function keepAssessment(ctx: Ctx, id: string, values: Classified): Promise<Outcome<Classified, Assessment>> {
  const { processing, sends, content, reveals } = values
  if (processing === null || content === null || reveals === null || sends === null || sends === 'nothing') return refuse('notNow')
  const strange = await strangeIn<typeof classifyFields>(ctx, classifyReferences, values)
  if (strange.length > 0) return refuse('notARecord', strange)
  const { organisationId, personId } = ctx.actor
  const made = await ctx.tx
    .insertInto('sending_assessment')
    .values({
      ...{ organisation_id: organisationId, id, processing_id: processing, sends, content, reveals },
      ...{ assessed_by_id: personId, assessed_at: ctx.now },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return refuse('nothingChanged')
  const event: Assessment = { type: 'storage_place.assessed' }
  await record(ctx, { type: 'processing', id: processing }, [event])
  return { ok: true, next: values, events: [event] }
}
