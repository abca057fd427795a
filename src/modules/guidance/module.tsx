import { moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { filesPanel } from '../files/public.tsx'
import { reviewPanel, yearly } from '../reviews/public.tsx'
import { approvalsOfArticle, reviewOfArticle } from './commands-approvals.ts'
import { sharedArticle } from './commands-shared.ts'
import { mayFetch } from './commands-start.ts'
import { readerSweep } from './jobs.ts'
import { PrintTip } from './pages/own.tsx'
import { findArticle, printTips } from './queries.ts'
import { seesGaps } from './queries-confirmed.ts'
import { findConfirmation } from './queries-earlier.ts'
import { filesOfArticle } from './queries-files.ts'
import { findsGuidance } from './queries-finds.ts'
import { commented, linked, routes, versioned } from './routes.tsx'
import { mayAdd } from './rules.ts'
import { guidancePart } from './settings.ts'
import { forgetTicksOf, noteReview } from './store.ts'
import { confirmationsExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

export const guidance = moduleRow({
  name: 'guidance',
  routes,
  profile: guidancePart,
  log: registerLog('article', '/artikler', texts),
  places: [
    { errand: 'guidance', href: '/veiledning', label: (locale) => texts(locale).read.title, may: () => true },
    { errand: 'guidance', href: '/rutiner', label: (locale) => texts(locale).routines.title, may: () => true },
    { errand: 'guidance', href: '/huskeliste', label: (locale) => texts(locale).checklist.title, may: () => true },
    { errand: 'guidance', href: '/artikler', label: (locale) => texts(locale).title, may: mayAdd, stands: 'last' },
  ],
  ways: [
    { href: '/artikler/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAdd(actor) },
    { href: '/artikler/ferdige', label: (locale) => texts(locale).start.button, may: mayFetch },
    { href: '/artikler/lenker', label: (locale) => texts(locale).links.title, may: ({ actor }) => mayAdd(actor) },
    { href: '/rutiner/mangler', label: (locale) => texts(locale).gaps.title, may: ({ actor }) => seesGaps(actor) },
  ],
  finds: findsGuidance,
  panels: {
    article: [
      (ctx, id, locale) => reviewPanel(ctx, { type: 'article', id }, locale),
      (ctx, id, locale) => filesPanel(ctx, { type: 'article', id }, locale),
    ],
    deviation: [async (ctx, _, locale) => <PrintTip tips={await printTips(ctx)} onPaper locale={locale} />],
  },
  links: { article: linked },
  files: { article: filesOfArticle },
  shared: { article: sharedArticle },
  versions: { article: versioned },
  comments: { article: commented },
  opens: {
    article: async (ctx, id) => (await findArticle(ctx, id)) !== undefined,
    article_confirmation: async (ctx, id) => (await findConfirmation(ctx, id)) !== undefined,
    article_reader: async (ctx, id) => id === ctx.actor.personId,
  },
  named: { article: (locale) => texts(locale).one },
  reviewed: { article: reviewOfArticle },
  approvals: { article: approvalsOfArticle },
  reactions: {
    ...yearly('article', 'article.retired'),
    'person.forgotten': [forgetTicksOf],
    'review.held': [async (ctx, id) => void (await noteReview(ctx, id))],
  },
  expiring: { article_confirmation: confirmationsExpire },
  sweeps: () => [readerSweep],
})
