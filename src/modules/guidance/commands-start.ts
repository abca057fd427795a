import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { takeTurn } from '../../kernel/once.ts'
import type { Locale } from '../../kernel/texts.ts'
import { mailProfile } from '../messages/public.ts'
import { profileOf } from '../organisation/public.ts'
import { addSource, sourcesNamed } from '../sources/public.ts'
import { addArticle, adoptArticle, markReviewed } from './commands.ts'
import { articleFields } from './fields.ts'
import { mayKeep } from './rules.ts'
import { readyMade } from './start/all.ts'
import type { ReadyMade } from './start/ready-made.ts'
import { type SourceKey, sourceIn, sources } from './start/sources.ts'

export type Offered = { readonly atOnce: readonly string[]; readonly drafts: readonly string[] }

/** Which of the ready-made texts the organisation has not fetched. */
async function unfetched(ctx: Ctx): Promise<readonly ReadyMade[]> {
  const rows = await ctx.tx
    .selectFrom('article')
    .select('start_key')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('start_key', 'is not', null)
    .execute()
  const fetched = new Set(rows.map((row) => row.start_key))
  const profile = await profileOf(ctx)
  // The tip on marked mail is for those who mark theirs (S0-18).
  const markedMail = mailProfile(profile).sensitive === 'marked'
  return readyMade({ orgType: profile.orgType, markedMail }).filter(({ key }) => !fetched.has(key))
}

export const mayFetch = async (ctx: Ctx): Promise<boolean> => mayKeep(ctx.actor) && (await unfetched(ctx)).length > 0

/** What the ready-made texts that are not there yet are called: those that one adoption puts in force, and those that ask for one each. */
export async function offeredTexts(ctx: Ctx, locale: Locale): Promise<Offered> {
  const titles = (texts: readonly ReadyMade[]) => texts.map(({ title }) => title[locale])
  const left = await unfetched(ctx)
  return { atOnce: titles(left.filter(({ inForce }) => inForce)), drafts: titles(left.filter(({ inForce }) => !inForce)) }
}

/**
 * The ready-made texts that are not there yet. Guidance and tips are in force at once where whoever fetches them says who has adopted them;
 * handbook and routines are drafts in any case, and so is all where nobody has. Pressed twice, or by two at once: each comes once. Answers with
 * how many came.
 */
export async function fetchReadyMade(ctx: Ctx, adoptedBy: string | null): Promise<number> {
  if (!mayKeep(ctx.actor)) return 0
  await takeTurn(ctx, 'guidance:start')
  const { locale } = await profileOf(ctx)
  const known = await fetchSources(ctx, locale)
  let count = 0
  for (const [at, text] of (await unfetched(ctx)).entries()) {
    const id = newId(ctx.now)
    const outcome = await addArticle(
      ctx,
      id,
      { ...valuesOf(text, known, at), name: text.title[locale], owner: ctx.actor.personId },
      text.key,
    )
    // One that the organisation has written under the same title stays as it is.
    if (!outcome.ok) continue
    count += 1
    if (!text.inForce || adoptedBy === null) continue
    await markReviewed(ctx, id, null)
    await adoptArticle(ctx, id, null, { adoptedBy, adoptedOn: localDate(ctx.now), minutes: null })
  }
  return count
}

/** A ready-made draft reviewed and adopted as it is, for example data. */
export async function adoptStarted(ctx: Ctx, key: string, by: { readonly adoptedBy: string; readonly minutes: string }): Promise<void> {
  const row = await ctx.tx
    .selectFrom('article')
    .select('id')
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('start_key', '=', key)
    .executeTakeFirst()
  if (!row) return
  await markReviewed(ctx, row.id, null)
  await adoptArticle(ctx, row.id, null, { ...by, adoptedOn: localDate(ctx.now) })
}

const valuesOf = (text: ReadyMade, known: ReadonlyMap<SourceKey, string>, at: number) => ({
  ...emptyValues(articleFields),
  kind: text.kind,
  audiences: text.audiences,
  rank: at + 1,
  mustConfirm: text.mustConfirm ? ('yes' as const) : ('no' as const),
  shownAt: text.shownAt ?? [],
  ...{ titleNb: text.title.nb, titleNn: text.title.nn, titleEn: text.title.en },
  ...{ bodyNb: text.body.nb, bodyNn: text.body.nn, bodyEn: text.body.en },
  sources: (text.sources ?? []).flatMap((key) => known.get(key) ?? []),
})

/** What the texts refer to: those that are there already are used as they are, in whichever language they are called. */
async function fetchSources(ctx: Ctx, locale: Locale): Promise<ReadonlyMap<SourceKey, string>> {
  const keys = Object.keys(sources) as SourceKey[]
  const namesOf = (key: SourceKey): readonly string[] => Object.values(sources[key].name)
  const there = await sourcesNamed(ctx, keys.flatMap(namesOf))
  const known = new Map<SourceKey, string>()
  for (const key of keys) {
    const found = there.find(({ values }) => namesOf(key).some((name) => name.toLowerCase() === values.name?.toLowerCase()))
    const id = found?.id ?? newId(ctx.now)
    if (!found) await addSource(ctx, id, sourceIn(key, locale))
    known.set(key, id)
  }
  return known
}
