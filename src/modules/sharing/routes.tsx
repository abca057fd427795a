import type { Actor } from '../../kernel/actor.ts'
import { type Asked, get, nothing, page, type Route } from '../../kernel/http.ts'
import { isId } from '../../kernel/ids.ts'
import { sharedKinds } from '../../kernel/shared.ts'
import { organisationsById } from '../organisation/public.ts'
import { AnswerPage, AnswersPage, titleOf } from './pages/answers.tsx'
import { OursPage, WithUsPage } from './pages/lists.tsx'
import { sharedByUs, sharedWithUs } from './queries.ts'
import { incidentAnswers } from './queries-answers.ts'
import { circles } from './queries-circles.ts'
import { changesRoutes } from './routes-changes.tsx'
import { circleRoutes } from './routes-circles.tsx'
import { shareRoutes } from './routes-share.tsx'
import { takeRoutes } from './routes-take.tsx'
import { mayShare } from './rules.ts'
import type { Shareables } from './sharing.ts'
import { texts } from './texts.ts'

/** The kinds of record that somebody may take, or share: what is shared of them is shown. */
const kindsFor = (kinds: Shareables, actor: Actor): readonly string[] =>
  sharedKinds.filter((type) => {
    const of = kinds(type)
    return of?.sees(actor) && (of.takes(actor) || mayShare(actor))
  })
export const seesShared = (kinds: Shareables) => (actor: Actor) => kindsFor(kinds, actor).length > 0

/** What others have told of, and what was said to it. */
export const seesIncidents = (kinds: Shareables, actor: Actor): boolean => kinds('deviation')?.sees(actor) ?? false

export function routesOf(kinds: Shareables): readonly Route[] {
  const kindOf =
    ({ ctx, locale }: Asked) =>
    (type: string) =>
      ctx.house.kindOf(type, locale) ?? type
  const seesAnswers = (actor: Actor) => seesIncidents(kinds, actor)
  return [
    get('/delt', seesShared(kinds), async (asked) => {
      const { ctx, locale } = asked
      const own = (await organisationsById(ctx.tx, [ctx.actor.organisationId])).get(ctx.actor.organisationId)
      return page(
        texts(locale).title,
        <WithUsPage
          offered={await sharedWithUs(ctx, kindsFor(kinds, ctx.actor))}
          kindOf={kindOf(asked)}
          pageOf={(type, id) => `${kinds(type)?.at ?? ''}/${id}`}
          shortName={own?.slug ?? ''}
          shares={mayShare(ctx.actor)}
          answers={seesIncidents(kinds, ctx.actor)}
          locale={locale}
        />,
      )
    }),
    get('/delt/fra-oss', mayShare, async (asked) => {
      const { ctx, locale } = asked
      const t = texts(locale)
      const shared = await sharedByUs(ctx, kindsFor(kinds, ctx.actor))
      return page(t.ours, <OursPage shared={shared} circles={await circles(ctx)} kindOf={kindOf(asked)} locale={locale} />, [
        { href: '/delt', label: t.title },
      ])
    }),
    get('/delt/hendelser', seesAnswers, async ({ ctx, locale }) =>
      page(texts(locale).answers.title, <AnswersPage answers={await incidentAnswers(ctx)} locale={locale} />, [
        { href: '/delt', label: texts(locale).title },
      ]),
    ),
    get('/delt/hendelser/:id', seesAnswers, async ({ ctx, params, locale }) => {
      const [answer] = isId(params.id) ? await incidentAnswers(ctx, params.id) : []
      if (!answer) return nothing
      const related = await ctx.house.related(ctx, { type: 'sharing_told', id: answer.id }, locale)
      return page(titleOf(answer, locale), <AnswerPage {...{ answer, related, locale }} />, [
        { href: '/delt', label: texts(locale).title },
        { href: '/delt/hendelser', label: texts(locale).answers.title },
      ])
    }),
    ...circleRoutes,
    ...takeRoutes(kinds),
    ...shareRoutes(kinds),
    ...changesRoutes(kinds),
  ]
}
