import { parseWhole } from '../../../kernel/fields.ts'
import {
  type Asked,
  get,
  notAllowed,
  nothing,
  one,
  type PostAnswer,
  post,
  preview,
  type Route,
  redirect,
  refusedTo,
  versionOf,
} from '../../../kernel/http.ts'
import { again, answered } from '../../../kernel/road.ts'
import { refusedBy, unread } from '../../../ui/refused.ts'
import { type CommandForm, casePage, forDeed, posted, refusals } from '../deed/routes-deed.tsx'
import type { CaseView } from '../queries.ts'
import { lookAtMerge, mergeCases, partCases } from './commands.ts'
import { mergeFields, otherChoice } from './fields.ts'
import { ConfirmMergePage, MergePage } from './pages/merge.tsx'
import { mergeChoices } from './queries.ts'
import { mergingTexts } from './texts.ts'

const merging: CommandForm<typeof mergeFields> = {
  fields: mergeFields,
  texts: (locale) => mergingTexts(locale).fields,
  draw: async (asked, view, after) => {
    const { ctx, locale, form } = asked
    const choices = await mergeChoices(ctx, view.deviation)
    const props = { view, choices, chosen: one(form, 'valg') || null, locale, now: ctx.now }
    return casePage(asked, view, mergingTexts(locale).title, <MergePage {...props} {...after} />)
  },
  command: ({ ctx, form }, id, { into }) => mergeCases(ctx, id, versionOf(form), into),
  saved: (locale) => mergingTexts(locale).saved,
  stands: () => ({ into: null }),
}

/** Chosen among those that are shown, or by its number. */
const chosenIn = (asked: Asked): Asked => {
  const among = one(asked.form, 'valg')
  return among && among !== otherChoice ? { ...asked, form: { ...asked.form, into: among } } : asked
}

/** First a look at both, then a yes: nothing is done by the choice alone. */
async function postMerge(sent: Asked, view: CaseView): Promise<PostAnswer> {
  const asked = chosenIn(sent)
  const { ctx, locale, form } = asked
  if (one(form, 'sikker') === 'ja') return posted(merging)(asked, view)
  const labels = mergingTexts(locale).fields
  const parsed = parseWhole(mergeFields, form)
  if (!parsed.ok) return again(422, await merging.draw(asked, view, { refused: unread(asked, parsed.problems, labels) }))
  const looked = await lookAtMerge(ctx, view, parsed.values.into)
  if (!looked.ok) {
    if (looked.why === 'notFound') return nothing
    if (looked.why === 'notAllowed') return notAllowed
    return again(422, await merging.draw(asked, view, { refused: refusedBy(looked, asked, refusals, labels) }))
  }
  const props = { view, ...looked.next, into: parsed.values.into, locale, now: ctx.now }
  return preview(casePage(asked, view, mergingTexts(locale).title, <ConfirmMergePage {...props} />))
}

const forMerging = forDeed('merge')
const forParting = forDeed('unmerge')

export const routes: readonly Route[] = [
  get('/avvik/:id/sammenslaing', 'signedIn', forMerging(merging.draw)),
  post('/avvik/:id/sammenslaing', 'signedIn', forMerging(postMerge)),
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
