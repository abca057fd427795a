import { moduleRow } from '../../kernel/module.ts'
import { mailForgotten, mailInvitation, tellsOwner } from './commands.ts'
import { OutboxPanel, UnsentNotice } from './pages/outbox.tsx'
import { outbox } from './queries.ts'
import { routes } from './routes.tsx'
import { mailPart } from './settings.ts'
import { forgetToldTo } from './store-forgotten.ts'
import { mailPlaces } from './store-unlinked.ts'
import { texts } from './texts.ts'

export const messages = moduleRow({
  name: 'messages',
  routes,
  profile: mailPart,
  log: {
    words: texts,
    kinds: {
      'mail.sent': 'e-post',
      'mail.failed': 'e-post',
      'mail.uncertain': 'e-post',
      'mail.sentAgain': 'e-post',
      'mail.withheld': 'e-post',
    },
  },
  sealed: mailPlaces,
  reactions: {
    'account.passwordForgotten': [mailForgotten],
    'account.invited': [mailInvitation],
    'account.ownerTold': [tellsOwner],
    'person.forgotten': [forgetToldTo],
  },
  ways: [{ href: '/varsler', label: (locale) => texts(locale).title, may: () => true }],
  panels: {
    organisationFaults: [async (ctx, _, locale) => <UnsentNotice outbox={await outbox(ctx)} mails={ctx.house.mails} locale={locale} />],
    organisation: [async (ctx, _, locale) => <OutboxPanel outbox={await outbox(ctx)} now={ctx.now} locale={locale} />],
  },
})
