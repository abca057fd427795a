import type { Ctx } from '../../../kernel/ctx.ts'
import { timelineOf } from '../../audit/public.ts'
import { commentsInDocument } from '../../comments/public.tsx'
import { type StoredDocument, storedDocuments } from '../../documents/public.ts'
import { letterheadFor, organisationName } from '../../organisation/public.ts'
import { personsById } from '../../people/public.ts'
import type { Deviation } from '../deviation.ts'
import { meetingsOf } from '../meeting/queries.ts'
import { meetingTexts } from '../meeting/texts.ts'
import type { CaseView } from '../queries.ts'
import type { Happened, Kept, Material, Met } from './material.ts'
import { words } from './words.ts'

/** What the documents of a case are made of. Ask for a case that whoever asks may see whole, or make of it only what they may. */
export async function materialOf(ctx: Ctx, view: CaseView): Promise<Material> {
  const { deviation, profile, reporter, units, system } = view
  const events = (await timelineOf(ctx, deviation.id)).filter((event) => !unseen.includes(event.type))
  const people = await personsById(ctx, [...new Set(events.flatMap((event) => (event.actorId ? [event.actorId] : [])))])
  const stored = await storedDocuments(ctx, deviation.id)
  const happened = events.map(
    (event): Happened => ({
      at: event.at,
      what: ctx.house.sentence(event, deviation.language),
      who: isReporters(event, view)
        ? words(deviation.language).timeline.reporter
        : ((event.actorId && people.get(event.actorId)?.name) ?? null),
      byProtected: event.actorKind === 'protected',
    }),
  )
  return {
    deviation,
    profile,
    reporter: reporter.kind,
    names: view.names,
    units,
    system,
    organisation: await organisationName(ctx),
    letterhead: await letterheadFor(ctx, deviation.language),
    now: ctx.now,
    kept: stored.map(keptOf),
    happened,
    meetings: await metIn(ctx, deviation),
    comments: await commentsInDocument(ctx, { type: 'deviation', id: deviation.id }, deviation.language),
    addenda: await ctx.house.addenda(ctx, { type: 'deviation', id: deviation.id }, deviation.language),
  }
}

/** Who met, as roles: the file travels, and names need not (F5). */
async function metIn(ctx: Ctx, { id, language }: Deviation): Promise<readonly Met[]> {
  const meetings = await meetingsOf(ctx, id)
  const { callings } = meetingTexts(language)
  return meetings.map(({ at, participants, others, minutes, decisions }) => ({
    at,
    who: [...participants.map(({ as }) => callings[as]), others].filter(Boolean).join(', '),
    minutes,
    decisions,
  }))
}

export const keptOf = ({ id, kind, number, content, createdAt, sha256 }: StoredDocument): Kept => ({
  id,
  kind,
  number,
  title: content.title,
  at: createdAt,
  sha256,
})

/** Reading is in the log, not in the case; and a document that told of its own making would never be twice the same. */
const unseen = ['deviation.viewed', 'deviation.listed', 'deviation.exported', 'deviation.documentMade', 'deviation.refused']

/** What the reporter did as a reporter stands without the name: the report is about the act (S1-42). */
const isReporters = (
  event: { readonly at: Date; readonly actorId: string | null; readonly type: string; readonly data: Readonly<Record<string, unknown>> },
  { deviation, reporter }: CaseView,
): boolean =>
  reporter.kind === 'person' &&
  event.actorId === reporter.personId &&
  ((deviation.receivedAt !== null && event.at <= deviation.receivedAt) ||
    event.type === 'deviation.supplemented' ||
    (event.type === 'deviation.answered' && event.data.toReporter === true))
