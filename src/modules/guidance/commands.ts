import { endOfDay, localDate } from '../../kernel/calendar/calendar.ts'
import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { takeTurn } from '../../kernel/once.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { inAll, type Locale } from '../../kernel/texts.ts'
import { syncApprovals } from '../approvals/public.tsx'
import { profileOf } from '../organisation/public.ts'
import { syncTasks } from '../tasks/public.ts'
import { askedOf, type Given } from './control-questions.ts'
import type { articleFields, retireFields } from './fields.ts'
import type { Adoption, Answers, Article, ArticleEvent, Published } from './guidance.ts'
import { byName } from './in-language.ts'
import { guidanceProfile } from './profile.ts'
import { references, retireReferences } from './queries.ts'
import { readersToSync, toConfirm } from './queries-confirmed.ts'
import { editionsOf, findPublished, isConfirmed } from './queries-published.ts'
import * as rules from './rules.ts'
import { publish, removeEdition, saveConfirmation, store, tick, withdraw } from './store.ts'
import { texts } from './texts.ts'

type Done = Promise<Outcome<Article, ArticleEvent>>

/** `startKey`: which of the ready-made texts it is; null for one that somebody writes. */
export async function addArticle(ctx: Ctx, id: string, values: Answers, startKey: string | null = null): Done {
  const outcome = await store.add(ctx, id, values as Article['values'], async (newId) => {
    const strange = await strangeIn<typeof articleFields>(ctx, references, values)
    return strange.length > 0 ? refuse('notARecord', strange) : rules.addArticle(newId, values, ctx.actor, startKey)
  })
  return followed(ctx, outcome)
}

export async function editArticle(ctx: Ctx, id: string, version: number | null, values: Answers): Done {
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof articleFields>(ctx, references, values, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const edited = (record: Article) => rules.editArticle(record, values, ctx.actor)
  return followed(ctx, await store.edit(ctx, id, version, { ...stands, ...values } as Article['values'], edited))
}

/** What follows when it has been approved (commands-approvals.ts). */
export const markReviewed = (ctx: Ctx, id: string, version: number | null): Done =>
  done(ctx, id, version, (record) => rules.markReviewed(record, ctx.actor, ctx.now))

/** In force for its readers; those who must confirm it have their tasks, and whoever confirmed the one before is asked again. */
export async function adoptArticle(ctx: Ctx, id: string, version: number | null, adoption: Adoption): Done {
  const outcome = await done(ctx, id, version, (record) => rules.adoptArticle(record, adoption, ctx.actor, ctx.now))
  if (!outcome.ok) return outcome
  await publish(ctx, outcome.next)
  await syncReaders(ctx, mostAtOnce)
  return outcome
}

/** `replacedBy`: the text that is in force in its place. */
export async function retireArticle(ctx: Ctx, id: string, version: number | null, replacedBy: string | null = null): Done {
  const stands = (await store.find(ctx, id))?.values
  const strange = await strangeIn<typeof retireFields>(ctx, retireReferences, { replacedBy }, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const outcome = await done(ctx, id, version, (record) => rules.retireArticle(record, replacedBy, ctx.actor, localDate(ctx.now)))
  if (!outcome.ok || !outcome.events.some(({ type }) => type === 'article.retired')) return outcome
  await withdraw(ctx, id)
  await syncReaders(ctx, mostAtOnce)
  return outcome
}

export async function deleteEdition(ctx: Ctx, id: string, edition: number): Done {
  const found = (await editionsOf(ctx, id)).find((one) => one.edition === edition)
  if (!found) return refuse('notFound')
  const outcome = await decide(ctx, store, id, null, (record) => rules.deleteEdition(record, found, ctx.actor, localDate(ctx.now)))
  if (outcome.ok) await removeEdition(ctx, id, edition)
  return outcome
}

/** "I have read it and will follow it." `edition`: the one that was on the page, in `locale`; `given`: the answers to what was asked there. */
export async function confirmArticle(
  ctx: Ctx,
  id: string,
  edition: number,
  locale: Locale,
  given: Given,
): Promise<Outcome<Published, ArticleEvent>> {
  await takeTurn(ctx, `confirm:${ctx.actor.personId}`)
  const published = await findPublished(ctx, id)
  if (!published) return refuse('notFound')
  const outcome = rules.confirmArticle(published, edition, (await isConfirmed(ctx, published)) !== null, {
    asked: askedOf(published.values, locale),
    given,
  })
  if (!outcome.ok) return outcome
  await saveConfirmation(ctx, outcome)
  await syncReader(ctx, ctx.actor.personId)
  return outcome
}

/** Ticks a point of one's own checklist, or takes the tick away: theirs alone, and in no log. */
export const tickPoint = (ctx: Ctx, article: string, on: boolean): Promise<void> => tick(ctx, article, on)

/** As many as get their task in the transaction that adopts; the rest have it within minutes (jobs.ts). */
const mostAtOnce = 300

/** Answers with those it has looked after. */
export async function syncReaders(ctx: Ctx, most: number, after = '00000000-0000-0000-0000-000000000000'): Promise<readonly string[]> {
  const { confirmDays } = guidanceProfile(await profileOf(ctx))
  const ids = await readersToSync(ctx, after, most, confirmDays)
  for (const id of ids) await syncReader(ctx, id)
  return ids
}

/** The tasks of one person: an article each that they must confirm. */
async function syncReader(ctx: Ctx, personId: string): Promise<void> {
  const { confirmDays } = guidanceProfile(await profileOf(ctx))
  const today = localDate(ctx.now)
  const specs = (await toConfirm(ctx, personId)).map(({ id, changedAt, dueOn, ...titled }) => ({
    kind: 'article.confirm',
    key: id,
    title: inAll((locale) => texts(locale).tasks.confirm),
    about: inAll((locale) => byName(titled, locale)),
    href: `/veiledning/${id}`,
    personId,
    roles: [],
    dueAt: endOfDay(rules.confirmBy(localDate(changedAt), dueOn, confirmDays, today)),
    remindAtHoursLeft: [72],
  }))
  await syncTasks(ctx, { type: 'article_reader', id: personId, reference: null, href: '/veiledning' }, 'article.', specs)
}

const done = async (ctx: Ctx, id: string, version: number | null, rule: (record: Article) => Outcome<Article, ArticleEvent>): Done =>
  followed(ctx, await decide(ctx, store, id, version, rule))

async function followed(ctx: Ctx, outcome: Outcome<Article, ArticleEvent>): Done {
  if (outcome.ok) await syncApprovals(ctx, { type: 'article', id: outcome.next.id })
  return outcome
}
