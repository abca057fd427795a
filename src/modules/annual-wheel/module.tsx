import type { Ctx } from '../../kernel/ctx.ts'
import { moduleRow, type Way } from '../../kernel/module.ts'
import type { Locale } from '../../kernel/texts.ts'
import { registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { TextLink } from '../../ui/page.tsx'
import { managementSweep } from './jobs.ts'
import { findDecision, findReview } from './queries.ts'
import { plannedByManagement } from './queries-planned.ts'
import { routes } from './routes.tsx'
import { versionedReports } from './routes-reports.tsx'
import { decisions, items, versionedReviews } from './routes-reviews.tsx'
import { decisionRules, dpoReportRules, itemRules, mayReadReviews, maySeeYear, reviewRules } from './rules.ts'
import { texts } from './texts.ts'

const at = '/ledelsens-gjennomgang'
const logs = [
  registerLog('management_review', at, (locale) => texts(locale).reviews),
  registerLog('management_review_item', '/ledelsessaker', (locale) => texts(locale).items),
  registerLog('management_decision', '/ledelsesvedtak', (locale) => texts(locale).decisions),
  registerLog('dpo_report', '/ombudsrapporter', (locale) => texts(locale).dpoReports),
]
const found = [
  registerFinds('management_review', at, 'name', () => ''),
  registerFinds('management_review_item', '/ledelsessaker', 'name', () => ''),
  registerFinds('management_decision', '/ledelsesvedtak', 'name', () => ''),
  registerFinds('dpo_report', '/ombudsrapporter', 'name', () => ''),
]
const way = (href: `/${string}`, label: (locale: Locale) => string, may: (actor: Ctx['actor']) => boolean): Way => ({
  href,
  label,
  may: ({ actor }) => may(actor),
})
const backToReview = async (ctx: Ctx, id: string, locale: Locale) => {
  const review = (await findDecision(ctx, id))?.values.review
  return review && (await findReview(ctx, review)) ? (
    <p>
      <TextLink href={`${at}/${review}`}>{texts(locale).decisions.back}</TextLink>
    </p>
  ) : null
}

/** The registers that the page of the year leads to; most are of `internal-control`. */
const registersOfYear = [
  ...['/systemgjennomganger', '/revisjoner', '/revisjonsfunn', '/tilsyn', '/krav', '/styringsdokumenter'],
  ...['/sikkerhetsmal', '/ovelser', '/aktiviteter', '/enhetsmoter', '/ombudsrapporter'],
]

export const annualWheel = moduleRow({
  name: 'annual-wheel',
  mayBeLeftOut: true,
  routes,
  log: {
    words: (locale) => ({
      events: Object.assign({}, ...logs.map(({ words }) => words(locale).events), {
        'system.reviewReminded': () => texts(locale).systems.remindedEvent,
        'system.reviewsBegun': () => texts(locale).systems.begunEvent,
      }),
    }),
    kinds: Object.assign({}, ...logs.map(({ kinds }) => kinds), { 'system.reviewReminded': 'own', 'system.reviewsBegun': 'own' }),
    own: { key: 'arshjul', label: (locale) => texts(locale).title },
  },
  places: [
    {
      errand: 'control',
      href: '/arshjul',
      label: (locale) => texts(locale).title,
      may: maySeeYear,
      stands: 'first',
      holds: registersOfYear,
    },
    {
      errand: 'control',
      href: at,
      label: (locale) => texts(locale).reviews.title,
      may: mayReadReviews,
      stands: 'first',
      holds: ['/ledelsessaker', '/ledelsesvedtak'],
    },
  ],
  ways: [
    way(`${at}/nytt`, (locale) => texts(locale).reviews.add, reviewRules.mayAdd),
    way('/ledelsessaker/nytt', (locale) => texts(locale).items.add, itemRules.mayAdd),
    way('/ledelsesvedtak', (locale) => texts(locale).decisions.title, mayReadReviews),
    way('/ledelsesvedtak/nytt', (locale) => texts(locale).decisions.add, decisionRules.mayAdd),
    way('/systemgjennomganger', (locale) => texts(locale).systems.title, maySeeYear),
    way('/ombudsrapporter', (locale) => texts(locale).dpoReports.title, mayReadReviews),
    way('/ombudsrapporter/nytt', (locale) => texts(locale).dpoReports.add, dpoReportRules.mayAdd),
  ],
  finds: {
    label: (locale) => texts(locale).reviews.title,
    hits: async (ctx, words, locale, most) => {
      if (!mayReadReviews(ctx.actor)) return []
      const all = []
      for (const one of found) all.push(...(await one.hits(ctx, words, locale, most)))
      return all.slice(0, most)
    },
    list: () => null,
  },
  panels: { management_decision: [backToReview] },
  versions: {
    management_review: versionedReviews,
    management_review_item: items.versioned,
    management_decision: decisions.versioned,
    dpo_report: versionedReports,
  },
  comments: { management_decision: decisions.commented },
  planned: [plannedByManagement],
  opens: {
    // The task of holding the next one is about none of them yet.
    management_review: async (ctx, id) =>
      id === ctx.actor.organisationId ? mayReadReviews(ctx.actor) : (await findReview(ctx, id)) !== undefined,
    management_decision: async (ctx, id) => (await findDecision(ctx, id)) !== undefined,
    dpo_report: async ({ actor }) => mayReadReviews(actor),
  },
  sweeps: () => [managementSweep],
})
