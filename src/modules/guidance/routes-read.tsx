import { localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Fields } from '../../kernel/fields.ts'
import { type Asked, get, notAllowed, nothing, one, page, post, type Route, redirect } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { door } from '../../kernel/road.ts'
import { searchedIn, searchFor } from '../../kernel/searched.ts'
import type { Locale } from '../../kernel/texts.ts'
import { TextLink } from '../../ui/page.tsx'
import { postedTo } from '../../ui/posted.tsx'
import type { After } from '../../ui/refused.ts'
import { uiTexts } from '../../ui/texts.ts'
import { profileOf } from '../organisation/public.ts'
import { personsById, unitsById } from '../people/public.ts'
import { sourcesShown } from '../sources/public.ts'
import { confirmArticle, tickPoint } from './commands.ts'
import { mayFetch } from './commands-start.ts'
import { answerName, askedOf } from './control-questions.ts'
import { audiences } from './fields.ts'
import type { Audience, Published, Retired } from './guidance.ts'
import { byName } from './in-language.ts'
import { ConfirmationPage, ConfirmationsPage } from './pages/confirmed.tsx'
import { LibraryPage, RoutinesPage } from './pages/library.tsx'
import { ChecklistPage, GapsPage } from './pages/own.tsx'
import { OldEditionPage, ReadPage } from './pages/read.tsx'
import { RetiredEditions, RetiredPage } from './pages/retired.tsx'
import { guidanceProfile } from './profile.ts'
import { checklist, findArticle, type Shelved, shelf, withoutRoutine } from './queries.ts'
import { overseen, readersIn, seesGaps, sharesOf } from './queries-confirmed.ts'
import { earlierConfirmations, findConfirmation } from './queries-earlier.ts'
import { foundIn, placeOf, seeksOf } from './queries-finds.ts'
import { editionsOf, findPublished, findRetired, isConfirmed } from './queries-published.ts'
import { isValid, mayAdd, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

const at = '/veiledning'
const crumbs = (locale: Locale) => [{ href: at, label: texts(locale).read.title }]

/** An article that is in force; whoever writes one that never was is led to where it is written. */
const open = async ({ ctx, params }: Asked) => (isId(params.id) && (await findPublished(ctx, params.id))) || nothing
const forReaders = door(open)

async function drawRead(asked: Asked, published: Published, after: After = {}) {
  const { ctx, locale } = asked
  const { values } = published
  const { search } = searchedIn(asked)
  const record = await findArticle(ctx, published.id)
  const profile = guidanceProfile(await profileOf(ctx))
  const unit = values.unit === null ? undefined : (await unitsById(ctx, [values.unit])).get(values.unit)
  const owner = values.owner === null ? undefined : (await personsById(ctx, [values.owner])).get(values.owner)
  return page(
    byName(values, locale),
    <ReadPage
      published={published}
      checkedOn={record?.values.checkedOn ?? null}
      confirmedAt={values.mustConfirm === 'yes' ? await isConfirmed(ctx, published) : null}
      unit={unit?.name ?? null}
      owner={owner?.name ?? null}
      sources={await sourcesShown(ctx, values.sources)}
      editions={await editionsOf(ctx, published.id)}
      staleMonths={profile.staleMonths}
      intranet={profile.intranet}
      found={search && { words: search.words, seeks: await seeksOf(ctx, search.words) }}
      may={{ edit: record !== undefined && mayEdit(record, ctx.actor), oversee: overseen(ctx.actor) !== null }}
      locale={locale}
      now={ctx.now}
      {...after}
    />,
    crumbs(locale),
  )
}

const chosenIn = (answer: string | undefined) => (answer && /^\d$/.test(answer) ? Number(answer) : null)
const postConfirm = postedTo<Published, Fields, Published>({
  fields: {},
  texts: () => ({}),
  refusals: (locale) => ({ ...uiTexts(locale).refusals, ...texts(locale).refusals }),
  reload: async ({ ctx }, before) => (await findPublished(ctx, before.id)) ?? before,
  draw: drawRead,
  command: ({ ctx, form, locale }, { id, values }) => {
    const given = askedOf(values, locale).map((_, at) => chosenIn(one(form, answerName(at))))
    return confirmArticle(ctx, id, Number(one(form, 'utgave')), locale, given)
  },
  done: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).read.confirmSaid),
  unchanged: ({ locale }, { id }) => redirect(`${at}/${id}`, texts(locale).read.confirmSaid),
})

/** Whoever kept the address of a text that is in force no longer is told so, and not that the page does not exist. */
async function drawRetired({ ctx, locale }: Asked, retired: Retired) {
  const { kind } = retired.values
  return page(
    byName(retired.values, locale),
    <RetiredPage retired={retired} at={at} kicker={kind ? texts(locale).fields.kind.choices[kind] : undefined} locale={locale}>
      <RetiredEditions id={retired.id} editions={await editionsOf(ctx, retired.id)} locale={locale} />
      {overseen(ctx.actor) !== null && (
        <p>
          <TextLink href={`${at}/${retired.id}/lest`}>{texts(locale).show.confirmed}</TextLink>
        </p>
      )}
    </RetiredPage>,
    crumbs(locale),
  )
}
const read = async (asked: Asked) => {
  const { ctx, params } = asked
  const published = await open(asked)
  if (!('kind' in published)) return drawRead(asked, published)
  const retired = isId(params.id) && (await findRetired(ctx, params.id))
  return retired ? drawRetired(asked, retired) : published
}

const forReadersOfOld = door(async (asked: Asked) => {
  const published = await open(asked)
  if (!('kind' in published)) return published
  return (isId(asked.params.id) && (await findRetired(asked.ctx, asked.params.id))) || nothing
})
const drawOld = forReadersOfOld(async ({ ctx, params, locale }: Asked, { id, values }) => {
  const old = (await editionsOf(ctx, id)).find(({ edition }) => String(edition) === params.nr)
  if (!old) return nothing
  if (old.replacedOn === null) return redirect(`${at}/${id}`)
  return page(byName(old.content, locale), <OldEditionPage id={id} old={old} locale={locale} />, [
    ...crumbs(locale),
    { href: `${at}/${id}`, label: byName(values, locale) },
  ])
})

const drawConfirmations = forReadersOfOld(async ({ ctx, query, locale }: Asked, text) => {
  const seen = overseen(ctx.actor)
  if (seen === null) return notAllowed
  const published = await findPublished(ctx, text.id)
  const shares = published ? await sharesOf(ctx, published, seen) : null
  const unit = shares?.find((share) => share.unit !== null && share.unit === query.get('enhet')) ?? null
  const readers = published && unit?.unit ? await readersIn(ctx, published, unit.unit) : []
  const earlier = await earlierConfirmations(ctx, text.id, seen)
  return page(texts(locale).show.confirmed, <ConfirmationsPage {...{ text, shares, unit, readers, earlier, locale }} />, [
    ...crumbs(locale),
    { href: `${at}/${text.id}`, label: byName(text.values, locale) },
  ])
})

const drawConfirmation = async ({ ctx, params, locale }: Asked) => {
  const confirmation = isId(params.id) ? await findConfirmation(ctx, params.id) : undefined
  if (!confirmation) return nothing
  const related = await ctx.house.related(ctx, { type: 'article_confirmation', id: confirmation.id }, locale)
  return page(texts(locale).confirmations.one, <ConfirmationPage {...{ confirmation, related, locale }} />, [
    ...crumbs(locale),
    { href: `${at}/${confirmation.article}`, label: byName(confirmation, locale) },
  ])
}

const namesOfUnits = async (ctx: Ctx, shelved: readonly Shelved[]) => {
  const ids = shelved.flatMap(({ values }) => values.unit ?? [])
  return new Map([...(await unitsById(ctx, [...new Set(ids)]))].map(([id, { name }]) => [id, name] as const))
}

async function drawLibrary({ ctx, query, locale }: Asked) {
  const today = localDate(ctx.now)
  const all = (await shelf(ctx)).filter(({ values }) => isValid(values, today))
  const tips = all.filter(({ values }) => values.kind === 'tip')
  return page(
    texts(locale).read.title,
    <LibraryPage
      shelf={all}
      audience={audiences.find((one): one is Audience => one === query.get('for')) ?? null}
      tip={tips[Math.floor(ctx.now.getTime() / 86_400_000) % tips.length] ?? null}
      unitNames={await namesOfUnits(ctx, all)}
      mayStart={await mayFetch(ctx)}
      locale={locale}
    />,
  )
}

async function drawRoutines(asked: Asked) {
  const { ctx, locale } = asked
  const { search } = searchedIn(asked)
  const today = localDate(ctx.now)
  const all = (await shelf(ctx)).filter(({ values }) => values.kind === 'routine' && isValid(values, today))
  const hits = search ? await foundIn(ctx, search.words, 200) : null
  const routines = hits ? all.filter(({ id }) => hits.some((hit) => hit.id === id)) : all
  const seeks = search && (await seeksOf(ctx, search.words))
  return page(
    texts(locale).routines.title,
    <RoutinesPage
      routines={routines}
      unitNames={await namesOfUnits(ctx, routines)}
      places={search && seeks ? new Map(hits?.map((hit) => [hit.id, placeOf(hit, search, seeks, locale)])) : undefined}
      words={search?.words ?? ''}
      sealed={search?.sealed ?? null}
      mayGaps={seesGaps(ctx.actor)}
      locale={locale}
    />,
  )
}

/** What readers come to, each at an address of its own. */
export const readRoutes: readonly Route[] = [
  get(at, 'signedIn', drawLibrary),
  get(`${at}/:id`, 'signedIn', read),
  post(`${at}/:id/bekreftelse`, 'signedIn', forReaders(postConfirm)),
  get(`${at}/:id/utgaver/:nr`, 'signedIn', drawOld),
  get(`${at}/:id/lest`, 'signedIn', drawConfirmations),
  get('/lesebekreftelser/:id', 'signedIn', drawConfirmation),
  get('/huskeliste', 'signedIn', async ({ ctx, locale }) =>
    page(texts(locale).checklist.title, <ChecklistPage points={await checklist(ctx)} locale={locale} />),
  ),
  post(
    '/huskeliste/:id',
    'signedIn',
    forReaders(async ({ ctx, form, locale }: Asked, { id }) => {
      await tickPoint(ctx, id, one(form, 'gjort') !== 'nei')
      return redirect('/huskeliste', texts(locale).checklist.saved)
    }),
  ),
  get('/rutiner', 'signedIn', drawRoutines),
  post('/rutiner/sok', 'signedIn', async ({ ctx, form }) => {
    const search = searchFor(ctx, one(form, 'ord'))
    return redirect(search ? `/rutiner?ord=${search.sealed}` : '/rutiner')
  }),
  get('/rutiner/mangler', 'signedIn', async ({ ctx, locale }) => {
    if (!seesGaps(ctx.actor)) return notAllowed
    return page(
      texts(locale).gaps.title,
      <GapsPage
        systems={await withoutRoutine(ctx, 'system')}
        workProcesses={await withoutRoutine(ctx, 'work_process')}
        mayWrite={mayAdd(ctx.actor)}
        locale={locale}
      />,
      [{ href: '/rutiner', label: texts(locale).routines.title }],
    )
  }),
]
