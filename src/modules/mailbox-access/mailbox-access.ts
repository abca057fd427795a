import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { mailboxFields } from './fields.ts'

export type MailboxValues = Values<typeof mailboxFields>
export type MailboxAccess = Registered<typeof mailboxFields>
export type MailboxEvent = RegisterEvent<'mailbox_access'>
