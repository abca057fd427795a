import { type Change, change, type Refusal, refuse } from '../../kernel/change.ts'
import type { Audience, Commented } from '../../kernel/comment.ts'
import { missing } from '../../kernel/fields.ts'
import type { RecordKey } from '../../kernel/ids.ts'
import type { Comment, CommentEvent } from './comment.ts'
import { commentFields, type Written } from './fields.ts'

type Done = Change<Comment, CommentEvent> | Refusal
type By = { readonly personId: string; readonly now: Date }

/** Whether this reader sees a comment; a withdrawn one too, so that it is seen that something was there. */
export const mayRead = ({ audience }: Comment, of: Commented): boolean => of.audiences.includes(audience)
/** Only whoever wrote it, and while they may still read it. */
export const mayChange = (comment: Comment, of: Commented, personId: string): boolean =>
  mayRead(comment, of) && comment.writtenBy === personId && comment.withdrawnAt === null

/** The audience where there is only one to choose. */
export const audienceFor = (of: Commented, said: Audience | null): Audience | null =>
  of.audiences.length === 1 ? (of.audiences[0] ?? null) : said

export function write(id: string, place: RecordKey, of: Commented, written: Written, by: By): Done {
  const wrong = wrongIn(of, written)
  if (wrong) return wrong
  const { text, audience, mentions } = written
  const next = { id, version: 1, place, audience: audience ?? 'handlers', text: text ?? '', mentions }
  return change<Comment, CommentEvent>(
    { ...next, writtenAt: by.now, writtenBy: by.personId, editedAt: null, withdrawnAt: null },
    { type: 'comment.added', audience: next.audience, mentions: mentions.length },
  )
}

/** Another text, other readers; that it was changed, and when, is seen. */
export function edit(comment: Comment, of: Commented, written: Written, by: By): Done {
  if (!mayChange(comment, of, by.personId)) return refuse('notAllowed')
  const wrong = wrongIn(of, written)
  if (wrong) return wrong
  const { text, audience, mentions } = written
  const isSame = text === comment.text && audience === comment.audience && mentions.join() === comment.mentions.join()
  if (isSame) return refuse('nothingChanged')
  return change<Comment, CommentEvent>(
    { ...comment, text: text ?? '', audience: audience ?? comment.audience, mentions, editedAt: by.now },
    { type: 'comment.edited', audience: audience ?? comment.audience, mentions: mentions.length },
  )
}

export function withdraw(comment: Comment, of: Commented, by: By): Done {
  if (comment.withdrawnAt !== null && comment.writtenBy === by.personId) return refuse('nothingChanged')
  if (!mayChange(comment, of, by.personId)) return refuse('notAllowed')
  return change<Comment, CommentEvent>({ ...comment, text: '', mentions: [], withdrawnAt: by.now }, { type: 'comment.withdrawn' })
}

function wrongIn(of: Commented, written: Written): Refusal | null {
  const gaps = missing(commentFields, written)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  return written.audience !== null && of.audiences.includes(written.audience) ? null : refuse('notAllowed')
}
