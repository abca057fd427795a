import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import type { Change } from '../../kernel/change.ts'
import { fromRow, toRow } from '../../kernel/columns.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Store } from '../../kernel/deed.ts'
import { saidAt, sayAt } from '../../kernel/keys.ts'
import { sealedBeside } from '../../kernel/sealed.ts'
import { openedValues, type SealedFields, sealedColumns } from '../../kernel/sealed-fields.ts'
import { recordFields } from './fields.ts'
import type { Question, QuestionEvent, Share } from './question.ts'

const rows = (ctx: Ctx) => ctx.tx.selectFrom('question').selectAll().where('organisation_id', '=', ctx.actor.organisationId)
type Row = { readonly id: string; readonly version: number }

/** What is asked, what is answered, and where whoever has no account is reached: read by those who may open the question alone. */
const sealed = {
  about: sealedBeside('question', 'about', ['id']),
  answer: sealedBeside('question', 'answer', ['id']),
  contact: sealedBeside('question', 'contact', ['id']),
} as const satisfies SealedFields<Question['values']>
/** Why it is shared tells of it too. */
const reasonPlace = sealedBeside('question_share', 'reason', ['id'])
export const questionPlaces = [...Object.values(sealed), reasonPlace]

export const questionOf = async (ctx: Ctx, row: Row, shares: readonly Share[]): Promise<Question> => {
  const columns = row as Row & Record<string, unknown>
  return {
    id: row.id,
    version: row.version,
    values: await openedValues(ctx, sealed, columns, fromRow(recordFields, columns)),
    shares,
  }
}
/** What a question is about, of a row that somebody else has read. */
export const aboutIn = (ctx: Ctx, row: Readonly<Record<string, unknown>>) => saidAt(ctx, sealed.about, row)

const columnsOf = async (ctx: Ctx, { id, values }: Pick<Question, 'id' | 'values'>) => ({
  ...toRow(recordFields, values),
  ...(await sealedColumns(ctx, sealed, { id }, values)),
})

async function sharesOf(ctx: Ctx, id: string): Promise<readonly Share[]> {
  const found = await ctx.tx
    .selectFrom('question_share')
    .selectAll()
    .where('organisation_id', '=', ctx.actor.organisationId)
    .where('question_id', '=', id)
    .orderBy('id')
    .execute()
  return Promise.all(
    found.map(async (row) => ({
      ...{ id: row.id, person: row.person_id, role: row.role as Role | null, reason: (await saidAt(ctx, reasonPlace, row)) ?? '' },
      ...{ sharedAt: row.shared_at, endedAt: row.ended_at },
    })),
  )
}

export async function readQuestion(ctx: Ctx, id: string): Promise<Question | undefined> {
  const row = await rows(ctx).where('id', '=', id).executeTakeFirst()
  return row && questionOf(ctx, row, await sharesOf(ctx, id))
}

/** By the mark of the code that whoever asked without an account was given. */
export async function readMarked(ctx: Ctx, mark: string): Promise<Question | undefined> {
  const row = await rows(ctx).where('receipt_mark', '=', mark).executeTakeFirst()
  return row && questionOf(ctx, row, await sharesOf(ctx, row.id))
}

/** Those that people have, and that nobody has answered: for what follows when somebody leaves. */
export async function heldQuestions(ctx: Ctx): Promise<readonly Question[]> {
  const held = await rows(ctx)
    .where('office', 'is', null)
    .where('answered_at', 'is', null)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  return Promise.all(held.map((row) => questionOf(ctx, row, [])))
}

/** Who asks, and who answers, is named in no log: it is known to those who may open the question. Nothing of it is kept elsewhere. */
export const store: Store<Question, QuestionEvent> = {
  subject: 'question',
  by: 'protected',
  lock: async (ctx, id) => {
    const row = await rows(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
    return row && questionOf(ctx, row, await sharesOf(ctx, id))
  },
  apply: async (ctx, { next, events }) => {
    await ctx.tx
      .updateTable('question')
      .set({ ...(await columnsOf(ctx, next)), version: sql`version + 1` } as never)
      .where('organisation_id', '=', ctx.actor.organisationId)
      .where('id', '=', next.id)
      .execute()
    if (events.some(({ type }) => type === 'question.shared' || type === 'question.shareEnded')) await writeShares(ctx, next)
    await record(ctx, { type: 'question', id: next.id }, events, 'protected')
  },
}

/** False: it is there already, from a double press. */
export async function insertQuestion(ctx: Ctx, { next, events }: Change<Question, QuestionEvent>): Promise<boolean> {
  const row = { ...(await columnsOf(ctx, next)), organisation_id: ctx.actor.organisationId, id: next.id }
  const made = await ctx.tx
    .insertInto('question')
    .values(row as never)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return false
  await record(ctx, { type: 'question', id: next.id }, events, 'protected')
  return true
}

async function writeShares(ctx: Ctx, { id, shares }: Question): Promise<void> {
  for (const share of shares)
    await ctx.tx
      .insertInto('question_share')
      .values({
        ...{ organisation_id: ctx.actor.organisationId, id: share.id, question_id: id, person_id: share.person, role: share.role },
        ...(await sayAt(ctx, reasonPlace, { id: share.id }, share.reason)),
        ...{ shared_by_id: ctx.actor.personId, shared_at: share.sharedAt, ended_at: share.endedAt },
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet({ ended_at: share.endedAt }))
      .execute()
}
