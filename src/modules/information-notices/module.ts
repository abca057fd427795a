import { moduleRow } from '../../kernel/module.ts'
import { registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { filesPanel } from '../files/public.tsx'
import { processingChanged } from './commands.ts'
import { findNotice } from './queries.ts'
import { noticesPanel, routes, statePanel, versioned } from './routes.tsx'
import { mayWrite } from './rules.ts'
import { texts } from './texts.ts'

export const informationNotices = moduleRow({
  name: 'information-notices',
  mayBeLeftOut: true,
  routes,
  log: registerLog('information_notice', '/informasjon', texts),
  places: [{ errand: 'registers', href: '/informasjon', label: (locale) => texts(locale).title, may: () => true, stands: 'last' }],
  ways: [{ href: '/informasjon/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayWrite(actor) }],
  finds: registerFinds('information_notice', '/informasjon', 'name', (locale) => texts(locale).title),
  panels: {
    information_notice: [statePanel, (ctx, id, locale) => filesPanel(ctx, { type: 'information_notice', id }, locale)],
    processing: [noticesPanel],
  },
  files: {
    information_notice: async (ctx, id) => {
      const record = await findNotice(ctx, id)
      const name = record?.values.name ?? ''
      return record && { page: `/informasjon/${id}`, name: { nb: name, nn: name, en: name }, add: mayWrite(ctx.actor), protectedBy: false }
    },
  },
  versions: { information_notice: versioned },
  opens: { information_notice: async (ctx, id) => (await findNotice(ctx, id)) !== undefined },
  reactions: { 'processing.edited': [processingChanged] },
})
