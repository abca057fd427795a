import { moduleRow } from '../../kernel/module.ts'
import { routes } from './routes.tsx'
import { texts } from './texts.ts'

export const dataFlow = moduleRow({
  name: 'data-flow',
  routes,
  places: [{ errand: 'registers', href: '/dataflyt', label: (locale) => texts(locale).title, may: () => true, stands: 'last' }],
})
