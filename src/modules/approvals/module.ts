import { moduleRow } from '../../kernel/module.ts'
import { givenOf } from './queries.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

export const approvals = moduleRow({
  name: 'approvals',
  routes,
  log: {
    words: texts,
    kinds: {
      'approval.given': 'oppgaver',
      'approval.returned': 'oppgaver',
      'approval.withdrawn': 'oppgaver',
      'approval.handedOn': 'oppgaver',
      'approval.fell': 'oppgaver',
    },
  },
  keeps: async (ctx, subject) => (await givenOf(ctx, subject)).length > 0,
})
