import { type Outcome, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { decide } from '../../kernel/deed.ts'
import { strangeIn } from '../../kernel/reference.ts'
import { findProcessing } from '../processing/public.ts'
import { syncTasks } from '../tasks/public.ts'
import type { noticeFields } from './fields.ts'
import type { Answers, InformationNotice, NoticeEvent } from './information-notice.ts'
import { findNotice, noticesOf, references } from './queries.ts'
import { isOutdated, publishNotice as published, rules } from './rules.ts'
import { store } from './store.ts'
import { noticeTasks } from './tasks.ts'

type Done = Promise<Outcome<InformationNotice, NoticeEvent>>

const unpublished = {
  ...({ status: 'draft', edition: null, publishedAt: null, publishedBy: null } as const),
  ...{ saidPurpose: null, saidStorageTime: null, saidRights: null },
}

export async function addNotice(ctx: Ctx, id: string, given: Answers): Done {
  const strange = await strangeIn<typeof noticeFields>(ctx, references, given)
  if (strange.length > 0) return refuse('notARecord', strange)
  const values = { ...given, ...unpublished }
  return store.add(ctx, id, values, (newId) => {
    const outcome = rules.add(newId, given, ctx.actor)
    return outcome.ok ? { ...outcome, next: { ...outcome.next, values } } : outcome
  })
}

export async function editNotice(ctx: Ctx, id: string, version: number | null, given: Answers): Done {
  const stands = (await findNotice(ctx, id))?.values
  const strange = await strangeIn<typeof noticeFields>(ctx, references, given, stands)
  if (strange.length > 0) return refuse('notARecord', strange)
  const outcome = await store.edit(ctx, id, version, { ...(stands ?? unpublished), ...given }, (record) => {
    const edited = rules.edit(record, given, ctx.actor)
    return edited.ok ? { ...edited, next: { ...record, values: { ...record.values, ...given } } } : edited
  })
  if (outcome.ok) await follow(ctx, outcome.next)
  return outcome
}

export async function publishNotice(ctx: Ctx, id: string, version: number | null): Done {
  const processing = await processingOf(ctx, id)
  if (!processing) return refuse('notFound')
  const outcome = await decide(ctx, store, id, version, (record) => published(record, processing.values, ctx.actor, ctx.now))
  if (outcome.ok) await follow(ctx, outcome.next)
  return outcome
}

/** The activity says something else now: what people were told of it may be outdated. */
export async function processingChanged(ctx: Ctx, processing: string): Promise<void> {
  for (const notice of (await noticesOf(ctx, [processing])).get(processing) ?? []) await follow(ctx, notice)
}

async function processingOf(ctx: Ctx, id: string) {
  const processing = (await findNotice(ctx, id))?.values.processing
  return processing ? findProcessing(ctx, processing) : undefined
}

async function follow(ctx: Ctx, notice: InformationNotice): Promise<void> {
  const processing = notice.values.processing === null ? undefined : await findProcessing(ctx, notice.values.processing)
  const specs = processing ? noticeTasks(notice, isOutdated(notice, processing.values), processing.values.responsible) : []
  const subject = { type: 'information_notice', id: notice.id, reference: null, href: `/informasjon/${notice.id}` }
  await syncTasks(ctx, subject, 'information_notice.', specs)
}
