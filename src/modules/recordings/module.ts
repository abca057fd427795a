import { moduleRow } from '../../kernel/module.ts'
import { registerLog } from '../../register/module.ts'
import { findRecording } from './queries.ts'
import { linked, routes, versioned } from './routes.tsx'
import { texts } from './texts.ts'

export const recordings = moduleRow({
  name: 'recordings',
  mayBeLeftOut: true,
  routes,
  log: registerLog('recording', '/opptak', texts, { kinds: { opened: 'apnet', noteMade: 'apnet' } }),
  places: [{ errand: 'registers', href: '/opptak', label: (locale) => texts(locale).title, may: () => true }],
  ways: [{ href: '/opptak/nytt', label: (locale) => texts(locale).add, may: () => true }],
  versions: { recording: versioned },
  links: { recording: linked },
  opens: { recording: async (ctx, id) => (await findRecording(ctx, id)) !== undefined },
})
