import { registerCommands } from '../../register/commands.ts'
import { rules } from './rules.ts'
import { store } from './store.ts'

export const { add: addSource, edit: editSource, takeBack } = registerCommands(store, rules, {})
