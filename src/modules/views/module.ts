import { moduleRow } from '../../kernel/module.ts'
import { routes } from './routes.tsx'
import { forgetViewsOf } from './store.ts'
import { texts } from './texts.ts'

export const views = moduleRow({
  name: 'views',
  routes,
  log: {
    words: texts,
    kinds: { 'view.added': 'oppsett', 'view.edited': 'oppsett', 'view.removed': 'oppsett', 'saved_view.refused': 'avvist' },
  },
  reactions: { 'person.forgotten': [forgetViewsOf] },
})
