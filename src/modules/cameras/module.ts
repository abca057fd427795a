import { moduleRow } from '../../kernel/module.ts'
import { registerFinds } from '../../register/found.ts'
import { registerLog } from '../../register/module.ts'
import { countedViews } from '../../register/overview.ts'
import { filesPanel } from '../files/public.tsx'
import { reviewPanel, yearly } from '../reviews/public.tsx'
import { followDpia } from './commands.ts'
import { filesOfCamera, reviewOfCamera } from './queries.ts'
import { commented, linked, list, routes, versioned } from './routes.tsx'
import { mayAdd } from './rules.ts'
import { cameraPart } from './settings.ts'
import { texts } from './texts.ts'

export const cameras = moduleRow({
  name: 'cameras',
  mayBeLeftOut: true,
  routes,
  profile: cameraPart,
  log: registerLog('camera', '/kameraer', texts, { kinds: { documentMade: 'apnet' } }),
  places: [{ errand: 'registers', href: '/kameraer', label: (locale) => texts(locale).title, may: () => true }],
  ways: [
    { href: '/kameraer/nytt', label: (locale) => texts(locale).add, may: ({ actor }) => mayAdd(actor) },
    { href: '/kameraer/omrader', label: (locale) => texts(locale).areas.title, may: () => true },
  ],
  finds: registerFinds('camera', '/kameraer', 'name', (locale) => texts(locale).title),
  panels: {
    camera: [
      (ctx, id, locale) => reviewPanel(ctx, { type: 'camera', id }, locale),
      (ctx, id, locale) => filesPanel(ctx, { type: 'camera', id }, locale),
    ],
  },
  files: { camera: filesOfCamera },
  versions: { camera: versioned },
  named: { camera: (locale) => texts(locale).one },
  reviewed: { camera: reviewOfCamera },
  comments: { camera: commented },
  links: { camera: linked },
  overview: async (ctx, locale) => {
    const { unauthorised, changed } = texts(locale).counted
    return mayAdd(ctx.actor)
      ? countedViews(list, ctx, [
          { label: unauthorised, filters: { status: 'unauthorised' } },
          { label: changed, filters: { status: 'changed' } },
        ])
      : []
  },
  reactions: {
    ...yearly('camera', 'camera.removed'),
    // What waited for an assessment waits no more.
    'dpia.approved': [followDpia],
  },
})
