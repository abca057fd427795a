import { registerCommands } from '../../register/commands.ts'
import { references } from './queries.ts'
import { rules } from './rules.ts'
import { store } from './store.ts'

export const { add: addZone, edit: editZone, takeBack } = registerCommands(store, rules, references)
