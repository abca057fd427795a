import type { Ctx } from '../../kernel/ctx.ts'
import { get, post, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { registerList } from '../../register/fielded.tsx'
import { listRoutes } from '../../register/list.tsx'
import { registerPages } from '../../register/pages.tsx'
import type { List } from '../../register/view.ts'
import { type LogKinds, logList, type Subjects } from '../audit/public.ts'
import type { Linkings } from '../links/public.tsx'
import { addLogReview, editLogReview } from './commands.ts'
import { logReviewFields } from './fields.ts'
import type { LogReview } from './log-review.ts'
import { findLogReview, ownLines, references, rowsSeen } from './queries.ts'
import { answersForSome, mayAdd, rules, seesSome } from './rules.ts'
import { texts } from './texts.ts'

const at = '/loggkontroller'
export const ownLogAt = '/systemlogg'

const register = {
  at,
  subject: 'log_review',
  rules,
  references,
  texts,
  name: 'name',
  find: findLogReview,
  add: addLogReview,
  edit: editLogReview,
  blank: (actor: { readonly personId: string }, query?: URLSearchParams) => ({
    system: isId(query?.get('system')) ? query.get('system') : null,
    by: actor.personId,
  }),
  list: {
    filters: { system: 'system', reason: 'grunn', result: 'resultat' },
    sorts: { doneOn: ['done_on'], name: ['sort_key'] },
    columns: ['system', 'periodFrom', 'periodTo', 'reason', 'result', 'doneOn'],
  },
} as const
const pages = registerPages(register)
export const { versioned } = pages

/** Only those that the reader may see, the newest first; and nothing of them is in the index of words. */
const { search: _, ...plain } = registerList({ ...register, fields: logReviewFields, mayAdd })
export const list: List<LogReview> = { ...plain, rows: rowsSeen, opensBy: () => ({ sort: 'doneOn', falling: true }) }

export const routesOf = (subjects: Subjects<Ctx>, kinds: LogKinds, linkings: Linkings): readonly Route[] => [
  ...listRoutes(
    logList(subjects, kinds, { at: ownLogAt, seen: (ctx) => ownLines(linkings, ctx), texts: (locale) => texts(locale).ownLog }),
    answersForSome,
  ),
  ...listRoutes(list, seesSome),
  get(`${at}/nytt`, mayAdd, pages.blank),
  post(`${at}/nytt`, mayAdd, pages.added),
  get(`${at}/:id`, seesSome, pages.show),
  get(`${at}/:id/endring`, mayAdd, pages.edit),
  post(`${at}/:id/endring`, mayAdd, pages.edited),
]
