import { registerRow } from '../../register/module.ts'
import { filesPanel } from '../files/public.tsx'
import { filesOfSystem } from './queries-files.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

export const systems = registerRow('system', '/systemer', texts, {
  name: 'systems',
  routes,
  panels: { system: [(ctx, id, locale) => filesPanel(ctx, { type: 'system', id }, locale)] },
  files: { system: filesOfSystem },
})
