import { moduleRow } from '../../kernel/module.ts'
import { reviewSweep } from './jobs.ts'
import { heldOf } from './queries.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

export const reviews = moduleRow({
  name: 'reviews',
  routes,
  log: { words: texts, kinds: { 'review.planned': 'oppgaver', 'review.held': 'oppgaver' } },
  keeps: async (ctx, subject) => (await heldOf(ctx, subject, 1)).length > 0,
  sweeps: () => [reviewSweep],
})
