import { moduleRow } from '../../kernel/module.ts'

export const documents = moduleRow({
  name: 'documents',
  routes: [],
})
