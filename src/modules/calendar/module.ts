import { moduleRow } from '../../kernel/module.ts'
import { revokeFeedOf } from './commands.ts'
import { routes } from './routes.tsx'
import { forgetFeedsOf } from './store.ts'
import { texts } from './texts.ts'

export const calendar = moduleRow({
  name: 'calendar',
  routes,
  log: { words: texts, kinds: { 'calendar.feedMade': 'oppgaver', 'calendar.feedRevoked': 'oppgaver' } },
  places: [{ errand: 'tasks', href: '/kalender', label: (locale) => texts(locale).title, may: () => true, stands: 'last' }],
  reactions: { 'person.deactivated': [revokeFeedOf], 'person.forgotten': [forgetFeedsOf] },
  ways: [{ href: '/kalender/abonnement', label: (locale) => texts(locale).feed.title, may: () => true }],
})
