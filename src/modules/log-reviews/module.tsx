import type { Ctx } from '../../kernel/ctx.ts'
import { type Module, moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import type { LogKinds, Subjects } from '../audit/public.ts'
import type { Linkings } from '../links/public.tsx'
import { ReviewsOfSystem } from './pages/panel.tsx'
import { answersFor, findLogReview, reviewsOf } from './queries.ts'
import { ownLogAt, routesOf, versioned } from './routes.tsx'
import { answersForSome, mayAdd, mayKeep, maySee, seesSome } from './rules.ts'
import { texts } from './texts.ts'

/** What a case number means, what events are called, and how records hang together is the other modules'; the shell hands them in. */
export const logReviews = (subjects: Subjects<Ctx>, kinds: LogKinds, linkings: Linkings): Module =>
  moduleRow({
    name: 'log-reviews',
    mayBeLeftOut: true,
    routes: routesOf(subjects, kinds, linkings),
    log: registerLog('log_review', '/loggkontroller', texts),
    places: [
      { errand: 'log', href: '/loggkontroller', label: (locale) => texts(locale).title, may: seesSome },
      { errand: 'log', href: ownLogAt, label: (locale) => texts(locale).ownLog.nav, may: answersForSome },
    ],
    ways: [{ href: '/loggkontroller/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAdd(actor) }],
    panels: {
      system: [
        async (ctx, id, locale) => {
          const own = await answersFor(ctx, id)
          return maySee(own, ctx.actor) ? (
            <ReviewsOfSystem system={id} reviews={await reviewsOf(ctx, id)} mayAdd={mayKeep(own, ctx.actor)} locale={locale} />
          ) : null
        },
      ],
    },
    versions: { log_review: versioned },
    opens: { log_review: async (ctx, id) => (await findLogReview(ctx, id)) !== undefined },
  })
