import { registerRow } from '../../register/module.ts'
import { countedViews } from '../../register/overview.ts'
import { filesPanel } from '../files/public.tsx'
import { reviewPanel, yearly } from '../reviews/public.tsx'
import { sharedSystem } from './commands-shared.ts'
import { filesOfSystem, reviewOfSystem } from './queries-files.ts'
import { commented, imports, linked, listed, routes, versioned } from './routes.tsx'
import { fromTemplatePanel } from './routes-templates.tsx'
import { systemPart } from './settings.ts'
import { texts } from './texts.ts'

export const systems = registerRow('system', '/systemer', texts, {
  name: 'systems',
  menu: { errand: 'registers', stands: 'first' },
  routes,
  profile: systemPart,
  panels: {
    system: [
      fromTemplatePanel,
      (ctx, id, locale) => reviewPanel(ctx, { type: 'system', id }, locale),
      (ctx, id, locale) => filesPanel(ctx, { type: 'system', id }, locale),
    ],
  },
  ofUnit: (ctx, unit, locale) =>
    countedViews(listed, ctx, [{ label: texts(locale).counted.inUse, filters: { ownerUnit: unit, inUse: 'yes' } }]),
  files: { system: filesOfSystem },
  shared: { system: sharedSystem },
  versions: { system: versioned },
  reviewed: { system: reviewOfSystem },
  reactions: yearly('system'),
  comments: { system: commented },
  links: { system: linked },
  imports: { system: imports.step },
})
