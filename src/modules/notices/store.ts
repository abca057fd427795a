import { type Selectable, sql } from 'kysely'
import type { Schema } from '../../db/types.ts'
import { record } from '../../kernel/audit.ts'
import type { Change } from '../../kernel/change.ts'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Deviation, Rests } from '../deviation/public.ts'
import { type MessageChannel, messageFields, noticeFields } from './fields.ts'
import type { Copy, Letter, Message, Notice, NoticeEvent, NoticeFile, Owed } from './notice.ts'

/** All that has been drafted, sent and received in one case. The lock is the case's own row. */
export async function load(ctx: Ctx, deviation: Deviation): Promise<NoticeFile> {
  const of = (table: Table) => sql`(select coalesce(json_agg(x order by x.id), '[]') from ${sql.table(table)} x
    where x.organisation_id = ${deviation.organisationId} and x.deviation_id = ${deviation.id}) as ${sql.ref(table)}`
  const found = await sql<Lists>`select ${sql.join(tables.map(of))}`.execute(ctx.tx)
  const rows = <T extends Table>(table: T) => (found.rows[0]?.[table] ?? []).map((row) => dated<T>(row))
  return {
    deviation,
    notices: rows('authority_notice')
      .map(noticeOf)
      .sort((a, b) => a.number - b.number),
    owed: rows('notice_owed')
      .map(owedOf)
      .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1)),
    letters: rows('authority_letter')
      .map(letterOf)
      .sort((a, b) => a.at.getTime() - b.at.getTime()),
    copies: rows('notice_copy').map(copyOf),
    messages: rows('subject_message').map(messageOf),
  }
}

/** Whether anything at all is drafted, sent or received in a case. */
export async function hasAny(ctx: Ctx, caseId: string): Promise<boolean> {
  const of = (table: Table) =>
    sql`exists (select from ${sql.table(table)} where organisation_id = ${ctx.actor.organisationId} and deviation_id = ${caseId})`
  const { rows } = await sql<{ any: boolean }>`select (${sql.join(
    ['authority_notice', 'authority_letter', 'subject_message'].map((table) => of(table as Table)),
    sql` or `,
  )}) as any`.execute(ctx.tx)
  return rows[0]?.any ?? false
}

// Five lists in one statement. JSON has no instants: the columns that hold one are named at, or end in _at.
const tables = ['authority_notice', 'notice_owed', 'authority_letter', 'notice_copy', 'subject_message'] as const
type Table = (typeof tables)[number]
type Lists = Readonly<Record<Table, readonly Readonly<Record<string, unknown>>[]>>
const dated = <T extends Table>(row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value !== null && /(^|_)at$/.test(name) ? new Date(String(value)) : value]),
  ) as unknown as Selectable<Schema[T]>

/** Writes what differs, and logs it on the case: its timeline tells of the notices too. */
export async function apply(ctx: Ctx, { next, events }: Change<NoticeFile, NoticeEvent>, before: NoticeFile): Promise<void> {
  for (const notice of fresh(next.notices, before.notices)) await putNotice(ctx, next, notice, sameId(before.notices, notice))
  await putOwed(ctx, next, before)
  for (const letter of fresh(next.letters, before.letters)) await putLetter(ctx, next, letter, sameId(before.letters, letter))
  for (const copy of fresh(next.copies, before.copies)) await insertCopy(ctx, next, copy)
  for (const message of fresh(next.messages, before.messages)) await putMessage(ctx, next, message, sameId(before.messages, message))
  for (const gone of before.messages.filter((message) => !sameId(next.messages, message))) await deleteDraft(ctx, next, gone)
  await record(ctx, { type: 'deviation', id: next.deviation.id }, events)
}

/** Texts without what was removed from the case, and no event of their own: the case's log has it (S1-42). */
export async function rewrite(ctx: Ctx, next: NoticeFile, before: NoticeFile): Promise<void> {
  for (const notice of fresh(next.notices, before.notices)) await putNotice(ctx, next, notice, sameId(before.notices, notice))
  for (const message of fresh(next.messages, before.messages)) await putMessage(ctx, next, message, sameId(before.messages, message))
  for (const owed of fresh(next.owed, before.owed))
    await ctx.tx
      .updateTable('notice_owed')
      .set({ what: owed.what })
      .where('organisation_id', '=', next.deviation.organisationId)
      .where('id', '=', owed.id)
      .execute()
}

const fresh = <T>(next: readonly T[], before: readonly T[]): readonly T[] => next.filter((one) => !before.includes(one))
const sameId = <T extends { readonly id: string }>(all: readonly T[], one: T): T | undefined => all.find((other) => other.id === one.id)
const keyOf = ({ deviation }: NoticeFile) => ({ organisation_id: deviation.organisationId, deviation_id: deviation.id })

async function putNotice(ctx: Ctx, file: NoticeFile, notice: Notice, before: Notice | undefined): Promise<void> {
  const row = {
    ...toRow(noticeFields, notice.texts),
    status: notice.status,
    sent_at: notice.sentAt,
    registered_at: notice.registeredAt,
    registered_by: notice.registeredBy,
    external_reference: notice.reference,
    document_id: notice.documentId,
  }
  if (!before) {
    const { id, number, kind, language, createdAt } = notice
    const made = { ...keyOf(file), ...row, id, number, kind, language, created_at: createdAt }
    await ctx.tx
      .insertInto('authority_notice')
      .values(made as never)
      .execute()
    return
  }
  // What has been sent is what Datatilsynet has: no deed and no fault of ours may change it.
  const done = await ctx.tx
    .updateTable('authority_notice')
    .set({ ...row, version: before.version + 1 } as never)
    .where('organisation_id', '=', file.deviation.organisationId)
    .where('id', '=', notice.id)
    .where('status', '<>', 'sent')
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new Error('A notice that has been sent cannot be changed')
}

async function putOwed(ctx: Ctx, file: NoticeFile, before: NoticeFile): Promise<void> {
  if (file.owed === before.owed) return
  const gone = before.owed.filter((one) => !sameId(file.owed, one)).map((one) => one.id)
  if (gone.length > 0)
    await ctx.tx
      .deleteFrom('notice_owed')
      .where('organisation_id', '=', file.deviation.organisationId)
      .where('supplied_at', 'is', null)
      .where('id', 'in', gone)
      .execute()
  for (const { id, what, dueAt, suppliedBy, suppliedAt } of fresh(file.owed, before.owed)) {
    const row = { what, due_at: dueAt, supplied_by: suppliedBy, supplied_at: suppliedAt }
    await ctx.tx
      .insertInto('notice_owed')
      .values({ ...keyOf(file), id, ...row })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(row))
      .execute()
  }
}

async function putLetter(ctx: Ctx, file: NoticeFile, letter: Letter, before: Letter | undefined): Promise<void> {
  const { id, kind, at, reference, question, content, dueAt, followedAt, followedHow, registeredBy } = letter
  const followed = { followed_at: followedAt, followed_how: followedHow }
  if (before) {
    const { organisationId } = file.deviation
    await ctx.tx.updateTable('authority_letter').set(followed).where('organisation_id', '=', organisationId).where('id', '=', id).execute()
    return
  }
  await ctx.tx
    .insertInto('authority_letter')
    .values({ ...keyOf(file), ...followed, id, kind, at, reference, question, content, due_at: dueAt, registered_by: registeredBy })
    .execute()
}

const insertCopy = (ctx: Ctx, file: NoticeFile, { id, noticeId, party, partyRole, sentAt, sentBy }: Copy) =>
  ctx.tx
    .insertInto('notice_copy')
    .values({ ...keyOf(file), id, notice_id: noticeId, party, party_role: partyRole, sent_at: sentAt, sent_by: sentBy })
    .execute()

async function putMessage(ctx: Ctx, file: NoticeFile, message: Message, before: Message | undefined): Promise<void> {
  const row = {
    ...toRow(messageFields, message.texts),
    status: message.status,
    signed_by: message.signedBy,
    signed_at: message.signedAt,
    channels: [...message.channels],
    reach: message.reach,
    told_count: message.toldCount,
    told_unknown: message.toldUnknown,
    sent_at: message.sentAt,
    sent_by: message.sentBy,
    document_id: message.documentId,
    rests_on: message.restsOn && JSON.stringify(message.restsOn),
  }
  if (!before) {
    const { id, language, createdAt } = message
    const made = { ...keyOf(file), ...row, id, language, created_at: createdAt }
    await ctx.tx
      .insertInto('subject_message')
      .values(made as never)
      .execute()
    return
  }
  const done = await ctx.tx
    .updateTable('subject_message')
    .set({ ...row, version: before.version + 1 } as never)
    .where('organisation_id', '=', file.deviation.organisationId)
    .where('id', '=', message.id)
    .where('status', '<>', 'sent')
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw new Error('A message that has been sent cannot be changed')
}

const deleteDraft = (ctx: Ctx, file: NoticeFile, { id }: Message) =>
  ctx.tx
    .deleteFrom('subject_message')
    .where('organisation_id', '=', file.deviation.organisationId)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .execute()

const noticeOf = (row: Selectable<Schema['authority_notice']>): Notice => ({
  id: row.id,
  version: row.version,
  number: row.number,
  kind: row.kind,
  status: row.status,
  language: row.language,
  createdAt: row.created_at,
  texts: fromRow(noticeFields, row),
  sentAt: row.sent_at,
  registeredAt: row.registered_at,
  registeredBy: row.registered_by,
  reference: row.external_reference,
  documentId: row.document_id,
})

const owedOf = (row: Selectable<Schema['notice_owed']>): Owed => ({
  id: row.id,
  what: row.what,
  dueAt: row.due_at,
  suppliedBy: row.supplied_by,
  suppliedAt: row.supplied_at,
})

const letterOf = (row: Selectable<Schema['authority_letter']>): Letter => ({
  id: row.id,
  kind: row.kind,
  at: row.at,
  reference: row.reference,
  question: row.question,
  content: row.content,
  dueAt: row.due_at,
  followedAt: row.followed_at,
  followedHow: row.followed_how,
  registeredBy: row.registered_by,
})

const copyOf = (row: Selectable<Schema['notice_copy']>): Copy => ({
  id: row.id,
  noticeId: row.notice_id,
  party: row.party,
  partyRole: row.party_role,
  sentAt: row.sent_at,
  sentBy: row.sent_by,
})

const messageOf = (row: Selectable<Schema['subject_message']>): Message => ({
  id: row.id,
  version: row.version,
  language: row.language,
  status: row.status,
  createdAt: row.created_at,
  texts: fromRow(messageFields, row),
  signedBy: row.signed_by,
  signedAt: row.signed_at,
  channels: row.channels as readonly MessageChannel[],
  reach: row.reach,
  toldCount: row.told_count,
  toldUnknown: row.told_unknown,
  sentAt: row.sent_at,
  sentBy: row.sent_by,
  documentId: row.document_id,
  restsOn: row.rests_on as Rests | null,
})
