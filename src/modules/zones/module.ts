import { registerRow } from '../../register/module.ts'
import { commented, imports, linked, routes, versioned } from './routes.tsx'
import { texts } from './texts.ts'

export const zones = registerRow('premises_zone', '/soner', texts, {
  name: 'zones',
  routes,
  versions: { premises_zone: versioned },
  comments: { premises_zone: commented },
  links: { premises_zone: linked },
  imports: { premises_zone: imports.step },
})
