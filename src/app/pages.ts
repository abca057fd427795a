import { modules } from './modules.ts'
import { type Pages, pagesOf } from './pages-of.ts'

let known: Pages | undefined

/** The pages of Varde, worked out once: the modules are the same for as long as the process runs. */
export const pages = (): Pages => {
  known ??= pagesOf(modules.flatMap(({ routes }) => routes))
  return known
}
