import type { Happening } from '../../kernel/change.ts'
import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { noticeFields, recordFields } from './fields.ts'

export type Answers = Values<typeof noticeFields>
export type InformationNotice = Registered<typeof recordFields>
export type NoticeEvent =
  | RegisterEvent<'information_notice'>
  | (Happening & { readonly type: 'information_notice.published'; readonly edition: number })
