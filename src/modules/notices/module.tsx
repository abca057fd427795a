import { moduleRow } from '../../kernel/module.ts'
import { followCase } from './commands.ts'
import { removeFromNotices } from './commands-removal.ts'
import { NoticesPanel } from './pages/panel.tsx'
import { noticesView } from './queries.ts'
import { authorityContacts } from './queries-contacts.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

export const notices = moduleRow({
  name: 'notices',
  routes,
  log: {
    words: texts,
    kinds: {
      'notices.drafted': 'datatilsynet',
      'notices.edited': 'datatilsynet',
      'notices.discarded': 'datatilsynet',
      'notices.sent': 'datatilsynet',
      'notices.letterRegistered': 'datatilsynet',
      'notices.orderFollowed': 'datatilsynet',
      'notices.copied': 'datatilsynet',
      'notices.messageDrafted': 'berorte',
      'notices.messageEdited': 'berorte',
      'notices.messageDiscarded': 'berorte',
      'notices.messageSigned': 'berorte',
      'notices.signatureWithdrawn': 'berorte',
      'notices.signatureFell': 'berorte',
      'notices.messageSent': 'berorte',
      'notices.viewed': 'apnet',
      'notices.documentMade': 'apnet',
      'notices.refused': 'avvist',
    },
  },
  panels: {
    deviation: [
      // Null where this reader sees none of its notices.
      async (ctx, id, locale) => {
        const shown = await noticesView(ctx, id)
        return shown ? <NoticesPanel shown={shown} locale={locale} now={ctx.now} /> : null
      },
    ],
  },
  addenda: { deviation: [authorityContacts] },
  removals: { deviation: [removeFromNotices] },
  // What was signed about the case falls when the case says something else; a closed case has no task.
  reactions: {
    'deviation.edited': [followCase],
    'deviation.assessed': [followCase],
    'deviation.subjectsTrack': [followCase],
    'deviation.closed': [followCase],
    'deviation.reopened': [followCase],
  },
})
