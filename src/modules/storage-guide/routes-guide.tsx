import { emptyValues, parseWhole } from '../../kernel/fields.ts'
import { type Asked, get, madeId, nothing, one, type PostAnswer, page, post, preview, type Route, redirect } from '../../kernel/http.ts'
import { newId } from '../../kernel/ids.ts'
import { offersIn } from '../../kernel/reference.ts'
import { again, answered } from '../../kernel/road.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type After, refusedBy, unread } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { keepAssessment } from './commands.ts'
import { classes, classifyFields } from './fields.ts'
import { ClassifyPage, ReceivedDone, ReceivedPage, ReceivedSteps } from './pages/assess.tsx'
import { StorageGuidePage } from './pages/guide.tsx'
import { classifyReferences, places } from './queries.ts'
import { type Assessed, classify, mayKeep } from './rules.ts'
import type { Classified } from './storage-guide.ts'
import { texts } from './texts.ts'

const at = '/lagringsguide'
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).guide.title }]

async function drawGuide({ ctx, query, locale }: Asked) {
  const all = await places(ctx)
  const what = classes.find((one) => one === query.get('klasse')) ?? null
  const place = all.find(({ id }) => id === query.get('sted'))?.id ?? null
  return page(
    texts(locale).guide.title,
    <StorageGuidePage
      places={all}
      what={what}
      place={place}
      unsaid={what === null && query.has('sted')}
      mayKeep={mayKeep(ctx.actor)}
      locale={locale}
    />,
  )
}

async function drawClassify(asked: Asked, values: Classified, assessed: Assessed | null, after: After = {}) {
  const { ctx, locale, form } = asked
  return page(
    texts(locale).classifying.title,
    <ClassifyPage
      id={madeId(asked)}
      values={values}
      offers={await offersIn<typeof classifyFields>(ctx, classifyReferences, values, form)}
      assessed={assessed}
      locale={locale}
      {...after}
    />,
    crumbs(locale),
  )
}

/** The answer, or the answer kept with the processing activity that was chosen. Nothing else is kept. */
async function postClassify(asked: Asked): Promise<PostAnswer> {
  const { ctx, locale, form } = asked
  const labels = texts(locale).classify
  const read = parseWhole(classifyFields, form)
  if (!read.ok) return again(422, await drawClassify(asked, read.values, null, { refused: unread(asked, read.problems, labels) }))
  const assessed = classify(read.values)
  const { processing } = read.values
  if (one(form, 'knapp') !== 'lagre') return preview(await drawClassify(asked, read.values, assessed))
  if (processing === null || read.values.sends === 'nothing') {
    const field = processing === null ? 'processing' : 'sends'
    return again(422, await drawClassify(asked, read.values, assessed, { refused: unread(asked, [{ field, code: 'missing' }], labels) }))
  }
  const kept = () => redirect(`/behandlinger/${processing}`, texts(locale).classifying.kept)
  return answered(await keepAssessment(ctx, madeId(asked), read.values), {
    done: kept,
    nothingChanged: kept,
    refused: async (refusal, status) =>
      again(
        status,
        await drawClassify(asked, read.values, assessed, {
          refused: refusedBy(refusal, asked, (one) => uiTexts(one).refusals, labels),
        }),
      ),
  })
}

const neededIn = (said: string | null): 'yes' | 'no' | null => (said === 'ja' ? 'yes' : said === 'nei' ? 'no' : null)

async function drawSteps({ ctx, locale }: Asked, needed: 'yes' | 'no', after: After = {}) {
  const t = texts(locale).received
  return page(t.title, <ReceivedSteps needed={needed} places={await places(ctx)} locale={locale} {...after} />, crumbs(locale))
}

/** Not done before the e-mail is deleted in both places (S0-27). */
async function postReceived(asked: Asked): Promise<PostAnswer> {
  const { form, locale } = asked
  const needed = neededIn(one(form, 'trengs')) ?? 'no'
  if (one(form, 'slettet') === 'ja') return redirect(`${at}/mottatt-e-post/ferdig/${needed === 'yes' ? 'ja' : 'nei'}`)
  const { deleted, deletedMissing } = texts(locale).received
  const refused = unread(asked, [{ field: 'slettet', text: deletedMissing }], { slettet: { label: deleted } })
  return again(422, await drawSteps(asked, needed, { refused }))
}

export const guideRoutes: readonly Route[] = [
  get(at, 'signedIn', drawGuide),
  get(`${at}/klassifisering`, 'signedIn', (asked) => drawClassify(asked, emptyValues(classifyFields), null)),
  post(`${at}/klassifisering`, 'signedIn', postClassify),
  get(`${at}/mottatt-e-post`, 'signedIn', async (asked) => {
    const needed = neededIn(asked.query.get('trengs'))
    const { title } = texts(asked.locale).received
    return needed ? drawSteps(asked, needed) : page(title, <ReceivedPage locale={asked.locale} />, crumbs(asked.locale))
  }),
  post(`${at}/mottatt-e-post`, 'signedIn', postReceived),
  get(`${at}/mottatt-e-post/ferdig/:trengs`, 'signedIn', async ({ ctx, params, locale }) => {
    const needed = neededIn(params.trengs ?? null)
    if (!needed) return nothing
    return page(
      texts(locale).received.title,
      <ReceivedDone id={newId(ctx.now)} needed={needed === 'yes'} unit={ctx.actor.unitId} now={ctx.now} locale={locale} />,
      crumbs(locale),
    )
  }),
]
