import { get, post, type Route, redirect, refusedTo, versionOf } from '../../../kernel/http.ts'
import { answered } from '../../../kernel/road.ts'
import { type CommandForm, casePage, forDeed, posted, refusals } from '../deed/routes-deed.tsx'
import { mergeCases, partCases } from './commands.ts'
import { mergeFields } from './fields.ts'
import { MergePage } from './pages/merge.tsx'
import { mergingTexts } from './texts.ts'

const merging: CommandForm<typeof mergeFields> = {
  fields: mergeFields,
  texts: (locale) => mergingTexts(locale).fields,
  draw: (asked, view, after) => {
    const { ctx, locale } = asked
    return casePage(asked, view, mergingTexts(locale).title, <MergePage view={view} locale={locale} now={ctx.now} {...after} />)
  },
  command: ({ ctx, form }, id, { into }) => mergeCases(ctx, id, versionOf(form), into),
  saved: (locale) => mergingTexts(locale).saved,
  stands: () => ({ into: null }),
}

const forMerging = forDeed('merge')
const forParting = forDeed('unmerge')

export const routes: readonly Route[] = [
  get('/avvik/:id/sammenslaing', 'signedIn', forMerging(merging.draw)),
  post('/avvik/:id/sammenslaing', 'signedIn', forMerging(posted(merging))),
  post(
    '/avvik/:id/sammenslaing/angre',
    'signedIn',
    forParting(async ({ ctx, form, locale }, { deviation: { id } }) =>
      answered(await partCases(ctx, id, versionOf(form)), {
        done: () => redirect(`/avvik/${id}`, mergingTexts(locale).parted),
        refused: ({ why }) => refusedTo(`/avvik/${id}`, refusals(locale)[why] ?? ''),
      }),
    ),
  ),
]
