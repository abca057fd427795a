import { registerRow } from '../../register/module.ts'
import { commented, imports, linked, routes, versioned } from './routes.tsx'
import { texts } from './texts.ts'

export const sources = registerRow('source', '/regelverk', texts, {
  name: 'sources',
  routes,
  versions: { source: versioned },
  comments: { source: commented },
  links: { source: linked },
  imports: { source: imports.step },
})
