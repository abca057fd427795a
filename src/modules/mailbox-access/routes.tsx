import { get, post, type Route } from '../../kernel/http.ts'
import { registerList } from '../../register/fielded.tsx'
import { listRoutes } from '../../register/list.tsx'
import { registerPages } from '../../register/pages.tsx'
import type { List } from '../../register/view.ts'
import { addMailboxAccess, editMailboxAccess } from './commands.ts'
import { mailboxFields } from './fields.ts'
import type { MailboxAccess } from './mailbox-access.ts'
import { findMailboxAccess, references, rowsSeen } from './queries.ts'
import { rules, seesSome } from './rules.ts'
import { texts } from './texts.ts'

const register = {
  at: '/innsyn-i-epost',
  subject: 'mailbox_access',
  rules,
  references,
  texts,
  name: 'name',
  find: findMailboxAccess,
  add: addMailboxAccess,
  edit: editMailboxAccess,
  list: { filters: { ground: 'grunnlag' }, sorts: { name: ['sort_key'] }, columns: ['ground', 'noticeOn', 'heldOn', 'noteOn', 'closedOn'] },
} as const
const pages = registerPages(register)
export const { versioned } = pages

/** Only those that the reader may see; and nothing of them is in the index of words. */
const { search: _, ...plain } = registerList({ ...register, fields: mailboxFields, mayAdd: rules.mayAdd })
const list: List<MailboxAccess> = {
  ...plain,
  rows: rowsSeen,
}

export const routes: readonly Route[] = [
  ...listRoutes(list, seesSome),
  get('/innsyn-i-epost/nytt', rules.mayAdd, pages.blank),
  post('/innsyn-i-epost/nytt', rules.mayAdd, pages.added),
  get('/innsyn-i-epost/:id', seesSome, pages.show),
  get('/innsyn-i-epost/:id/endring', seesSome, pages.edit),
  post('/innsyn-i-epost/:id/endring', seesSome, pages.edited),
]
