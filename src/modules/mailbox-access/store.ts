import { registerStore } from '../../register/store.ts'
import { mailboxFields } from './fields.ts'
import type { MailboxEvent } from './mailbox-access.ts'

export const store = registerStore<typeof mailboxFields, MailboxEvent>('mailbox_access', mailboxFields, { unique: null })
