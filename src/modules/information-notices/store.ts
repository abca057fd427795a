import { registerStore } from '../../register/store.ts'
import { recordFields } from './fields.ts'
import type { NoticeEvent } from './information-notice.ts'

export const store = registerStore<typeof recordFields, NoticeEvent>('information_notice', recordFields, {
  unique: 'name',
  approved: 'information_notice.published',
})
