import { change, type Refusal, refuse } from '../../kernel/change.ts'
import { changed, isEmpty } from '../../kernel/fields.ts'
import { mayTake } from '../../kernel/workflow.ts'
import { type By, changedSince, letterRests } from '../deviation/public.ts'
import { type MessageChannel, messageFields } from './fields.ts'
import type { LetterLanguage, Message, MessageTexts, NoticeEvent, NoticeFile } from './notice.ts'
import { messageGaps } from './parts.ts'
import { type NoticeOutcome, openCase } from './rules.ts'
import { draftMessageBy, type MessageAction, messageWorkflow } from './workflow.ts'

/** One open message a language; when it is sent, another can be written, for another group or a later word. */
export function draftMessage(file: NoticeFile, language: LetterLanguage, texts: MessageTexts, by: By): NoticeOutcome {
  const refusal = openCase(file.deviation, draftMessageBy, by)
  if (refusal) return refusal
  if (file.deviation.subjectsTrack === 'notOwed') return refuse('subjectsNotOwed')
  if (language === 'se' && !by.profile.subjectMessage.sami) return refuse('notNow')
  if (file.messages.some((one) => one.language === language && one.status !== 'sent')) return refuse('messageOpen', ['language'])
  const message: Message = {
    id: by.newId,
    version: 1,
    language,
    status: 'draft',
    createdAt: by.now,
    texts,
    signedBy: null,
    signedAt: null,
    channels: [],
    reach: null,
    toldCount: null,
    toldUnknown: false,
    sentAt: null,
    sentBy: null,
    documentId: null,
    restsOn: null,
  }
  return change({ ...file, messages: [...file.messages, message] }, { type: 'notices.messageDrafted', language })
}

export function editMessage(file: NoticeFile, id: string, version: number | null, texts: MessageTexts, by: By): NoticeOutcome {
  const message = found(file, id, 'edit', version, by)
  if ('ok' in message) return message
  const fields = changed(messageFields, message.texts, texts)
  if (fields.length === 0) return refuse('nothingChanged')
  return change(replaced(file, { ...message, texts }), { type: 'notices.messageEdited', language: message.language, fields })
}

/** A draft nobody needs. One that was signed is changed back first, so that the log says who took the signature away. */
export function discardMessage(file: NoticeFile, id: string, version: number | null, by: By): NoticeOutcome {
  const message = found(file, id, 'discard', version, by)
  if ('ok' in message) return message
  return change(
    { ...file, messages: file.messages.filter((one) => one !== message) },
    { type: 'notices.messageDiscarded', language: message.language },
  )
}

/** The controller signs what is finished, and the text stands (S4-144). */
export function signMessage(file: NoticeFile, id: string, version: number | null, by: By): NoticeOutcome {
  const message = found(file, id, 'sign', version, by)
  if ('ok' in message) return message
  const gaps = messageGaps(message.texts)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  const signed: Message = {
    ...message,
    status: 'signed',
    signedBy: by.actor.personId,
    signedAt: by.now,
    restsOn: letterRests(file.deviation),
  }
  return change(replaced(file, signed), { type: 'notices.messageSigned', language: message.language })
}

export function withdrawSignature(file: NoticeFile, id: string, version: number | null, by: By): NoticeOutcome {
  const message = found(file, id, 'withdrawSignature', version, by)
  if ('ok' in message) return message
  const draft: Message = { ...message, status: 'draft', signedBy: null, signedAt: null }
  return change(replaced(file, draft), { type: 'notices.signatureWithdrawn', language: message.language })
}

/** What the signed letter tells that the case no longer says. */
const signatureFell = ({ deviation }: NoticeFile, message: Message): readonly string[] =>
  message.status === 'signed' ? changedSince(message.restsOn, letterRests(deviation)) : []

/**
 * The case has changed: a letter that was signed about something else is to be read and signed again. Null: every signature stands.
 */
export function signaturesAfter(file: NoticeFile): NoticeOutcome | null {
  const fallen = file.messages.filter((message) => signatureFell(file, message).length > 0)
  const [first, ...rest] = fallen.map(
    (message): NoticeEvent => ({ type: 'notices.signatureFell', language: message.language, because: signatureFell(file, message) }),
  )
  if (!first) return null
  const messages = file.messages.map(
    (message): Message => (fallen.includes(message) ? { ...message, status: 'draft', signedBy: null, signedAt: null } : message),
  )
  return change({ ...file, messages }, first, ...rest)
}

export type MessageSending = {
  readonly channels: readonly MessageChannel[]
  readonly reach: string | null
  readonly told: 'count' | 'unknown' | null
  readonly toldCount: number | null
  readonly sentAt: Date | null
}

/** Sent: by which ways, how everyone is reached, to how many, when (S4-145). "Not known" is an answer, and 0 is never assumed. */
export function sendMessage(file: NoticeFile, id: string, version: number | null, sending: MessageSending, by: By): NoticeOutcome {
  const message = found(file, id, 'send', version, by)
  if ('ok' in message) return message
  const { channels, reach, told, toldCount, sentAt } = sending
  const empty = [
    ...(channels.length > 0 ? [] : ['channels']),
    ...(isEmpty(reach) ? ['reach'] : []),
    ...(told ? [] : ['told']),
    ...(told === 'count' && toldCount === null ? ['toldCount'] : []),
    ...(sentAt ? [] : ['sentAt']),
  ]
  if (!sentAt || empty.length > 0) return refuse('incomplete', empty)
  if (sentAt > by.now) return refuse('future', ['sentAt'])
  const { discoveredAt } = file.deviation.report
  if (discoveredAt && sentAt < discoveredAt) return refuse('sentBeforeDiscovered', ['sentAt'])
  if (signatureFell(file, message).length > 0) return refuse('signatureFell')
  if (message.signedAt && sentAt < wholeMinute(message.signedAt)) return refuse('beforeSignature', ['sentAt'])
  const sent: Message = {
    ...message,
    status: 'sent',
    channels,
    reach,
    toldCount: told === 'count' ? toldCount : null,
    toldUnknown: told === 'unknown',
    sentAt,
    sentBy: by.actor.personId,
  }
  return change(replaced(file, sent), { type: 'notices.messageSent', language: message.language, channels, at: sentAt.toISOString() })
}

/** A form gives whole minutes: sent in the minute of the signature is sent after it. */
const wholeMinute = (at: Date): Date => new Date(Math.floor(at.getTime() / 60_000) * 60_000)

function found(file: NoticeFile, id: string, action: MessageAction, version: number | null, by: By): Message | Refusal {
  const step = messageWorkflow[action]
  const refusal = openCase(file.deviation, step.by, by)
  if (refusal) return refusal
  const message = file.messages.find((one) => one.id === id)
  if (!message) return refuse('notFound')
  if (version !== null && version !== message.version) return refuse('stale')
  if ((action === 'sign' || action === 'send') && file.deviation.subjectsTrack === 'notOwed') return refuse('subjectsNotOwed')
  if (action === 'send' && message.status === 'draft') return refuse('notSigned')
  if (action === 'edit' && message.status === 'signed') return refuse('signed')
  return mayTake(step as Parameters<typeof mayTake>[0], message.status, by.parts) ? message : refuse('notNow')
}

const replaced = (file: NoticeFile, next: Message): NoticeFile => ({
  ...file,
  messages: file.messages.map((one) => (one.id === next.id ? next : one)),
})
