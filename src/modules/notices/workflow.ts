import type { Workflow } from '../../kernel/workflow.ts'
import type { Part } from '../deviation/public.ts'
import type { MessageStatus, NoticeStatus } from './notice.ts'

/** A version of the notice. Those whom the profile names as senders prepare it and register it; nobody else (S3-16, S4-135). */
export const noticeWorkflow = {
  edit: { from: ['draft'], to: 'same', by: ['sender'] },
  discard: { from: ['draft'], to: 'discarded', by: ['sender'] },
  send: { from: ['draft'], to: 'sent', by: ['sender'] },
  copy: { from: ['sent'], to: 'same', by: ['sender'] },
} as const satisfies Workflow<NoticeStatus, string, Part>

/** A message: drafted, signed by the controller, then sent (S4-143, S4-144). Signing freezes the text; changing it takes the signature back first. */
export const messageWorkflow = {
  edit: { from: ['draft'], to: 'same', by: ['drafter'] },
  discard: { from: ['draft'], to: 'same', by: ['drafter'] },
  sign: { from: ['draft'], to: 'signed', by: ['signer'] },
  withdrawSignature: { from: ['signed'], to: 'draft', by: ['signer', 'drafter'] },
  send: { from: ['signed'], to: 'sent', by: ['drafter', 'signer'] },
} as const satisfies Workflow<MessageStatus, string, Part>

export type NoticeAction = keyof typeof noticeWorkflow
export type MessageAction = keyof typeof messageWorkflow

/** Deeds on the case as a whole. Letters come long after a case is closed, and are still to be registered (S3-21). */
export const draftNoticeBy: readonly Part[] = ['sender']
export const draftMessageBy: readonly Part[] = ['drafter']
export const registerLetterBy: readonly Part[] = ['sender', 'assessor', 'decider']
