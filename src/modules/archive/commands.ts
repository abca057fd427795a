import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { LocalDate } from '../../kernel/calendar/calendar.ts'
import { type Refusal, refuse } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { takeTurn } from '../../kernel/once.ts'
import { profileOf as caseProfileOf } from '../deviation/public.ts'
import { kindName } from '../documents/public.ts'
import { profileOf } from '../organisation/public.ts'
import type { ArchiveEvent, Documenteds, DocumentRow } from './archive.ts'
import { accessOf, apart, fileNameOf, folderOf, isFile } from './plan.ts'
import { archivePlan } from './profile.ts'
import { documentsIn, filingsIn, findPackage } from './queries.ts'
import { contentOf } from './queries-content.ts'
import { wrongPick, wrongReceipt } from './rules.ts'
import { insertFiling, insertPackage, lockPackage, type NewFiling, note, setReceived } from './store.ts'

type Done = Promise<{ readonly ok: true; readonly next: null } | Refusal>
const done = { ok: true, next: null } as const

/** Finishes each document as it stands now, and hands them over together. `id`: the one its page made. */
export async function makePackage(ctx: Ctx, all: Documenteds, id: string, picked: readonly string[]): Done {
  // Two at once would finish the same documents twice: the second waits, and sees what the first has made.
  await takeTurn(ctx, 'archive_package')
  if (await findPackage(ctx, id)) return refuse('nothingChanged')
  const found = await documentsIn(ctx, all, { ids: picked })
  const wrong = wrongPick(picked, found, ctx.actor)
  if (wrong) return wrong
  const filings: NewFiling[] = []
  for (const document of found.toReversed()) {
    const one = await keptNow(ctx, all, document)
    if (!one) return refuse('notFinal', [`dokument-${document.id}`])
    filings.push(one)
    await setImmediate()
  }
  const named = [...Map.groupBy(filings, ({ kept }) => kept?.folder ?? '').values()].flatMap((inFolder) => {
    const names = apart(inFolder.map(({ kept }) => kept?.fileName ?? ''))
    return inFolder.map((one, at) => ({ ...one, kept: one.kept && { ...one.kept, fileName: names[at] ?? one.kept.fileName } }))
  })
  return (await insertPackage(ctx, id, named)) ? done : refuse('nothingChanged')
}

/** One document as it is handed over: finished, with its place by the plan and its access code. Null where the record has changed since. */
async function keptNow(ctx: Ctx, all: Documenteds, document: DocumentRow): Promise<NewFiling | null> {
  const kept = await all.of(document.record_type)?.keep(ctx, { id: document.id, recordId: document.record_id, kind: document.kind })
  const content = kept && (await contentOf(ctx, kept))
  if (!kept || !content) return null
  const profile = await profileOf(ctx)
  const plan = archivePlan(profile)
  const { authority } = await caseProfileOf(ctx)
  const called = kindName(document.kind, profile.locale) ?? document.kind
  const titled = isFile(document.kind) ? { ...document, title: called } : document
  return {
    ...document,
    ...accessOf(plan, document.type, authority.publicAccessLocked, content.accessCode),
    reference: null,
    kept: {
      ...{ where: kept.where, id: kept.id, folder: folderOf(plan, titled), fileName: fileNameOf(document, called) },
      sha256: createHash('sha256').update(content.bytes).digest(),
    },
  }
}

/** The receipt closes the loop: each document has its reference, and the record that keeps one itself is told. */
export async function receivePackage(ctx: Ctx, all: Documenteds, id: string, reference: string, receivedOn: LocalDate): Done {
  const locked = await lockPackage(ctx, id)
  const found = locked && (await findPackage(ctx, id))
  if (!found) return refuse('notFound')
  const wrong = wrongReceipt(receivedOn, found.madeAt, found.reference, ctx.actor, ctx.now)
  if (wrong) return wrong
  await setReceived(ctx, found, reference, receivedOn)
  for (const { recordType, recordId } of await filingsIn(ctx, id)) await all.of(recordType)?.filed?.(ctx, recordId, reference)
  return done
}

/** What was archived by hand has its reference written here. */
export async function referDocument(ctx: Ctx, all: Documenteds, { id }: Pick<DocumentRow, 'id'>, reference: string): Done {
  await takeTurn(ctx, `archive_filing ${id}`)
  const [document] = await documentsIn(ctx, all, { ids: [id] })
  if (!document) return refuse('notFound')
  if (document.reference === reference && document.state === 'filed') return refuse('nothingChanged')
  const { authority } = await caseProfileOf(ctx)
  const access = accessOf(archivePlan(await profileOf(ctx)), document.type, authority.publicAccessLocked)
  await insertFiling(ctx, null, { ...document, ...access, reference, kept: null })
  await note(ctx, { type: document.record_type, id: document.record_id }, { type: 'archive.referenced', about: document.kind })
  await all.of(document.record_type)?.filed?.(ctx, document.record_id, reference)
  return done
}

/** Who took out what: `about` says the kind of record. */
export const noteTaken = (ctx: Ctx, subject: { readonly type: string; readonly id: string }, event: ArchiveEvent): Promise<void> =>
  note(ctx, subject, event)
