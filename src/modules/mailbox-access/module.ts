import { moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { findMailboxAccess } from './queries.ts'
import { routes, versioned } from './routes.tsx'
import { mayAdd, seesSome } from './rules.ts'
import { openingsExpire } from './store-expiring.ts'
import { texts } from './texts.ts'

export const mailboxAccess = moduleRow({
  name: 'mailbox-access',
  mayBeLeftOut: true,
  routes,
  log: registerLog('mailbox_access', '/innsyn-i-epost', texts),
  places: [{ errand: 'staff', href: '/innsyn-i-epost', label: (locale) => texts(locale).title, may: seesSome }],
  ways: [{ href: '/innsyn-i-epost/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAdd(actor) }],
  versions: { mailbox_access: versioned },
  expiring: { mailbox_access: openingsExpire },
  opens: { mailbox_access: async (ctx, id) => (await findMailboxAccess(ctx, id)) !== undefined },
})
