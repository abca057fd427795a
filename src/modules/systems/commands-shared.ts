import { registerShared } from '../../register/shared.ts'
import { beginSystem, editSystem } from './commands.ts'
import { systemFields } from './fields.ts'
import { findSystem, references } from './queries.ts'
import { mayAdd, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

/** What a system in use is goes along. Who owns it, and that it is taken into use, are each organisation's own. */
export const sharedSystem = registerShared({
  at: '/systemer',
  subject: 'system',
  fields: systemFields,
  texts: (locale) => texts(locale).fields,
  references,
  goes: [
    ...(['name', 'purpose', 'suppliedBy', 'dataKinds', 'informationClasses', 'confidentiality', 'integrity', 'availability'] as const),
    ...(['standardMeasures', 'logsChanges', 'logsDeletions', 'logsSearches', 'logKept'] as const),
  ],
  find: findSystem,
  ready: ({ inUse }) => inUse === 'yes',
  owner: 'owner',
  roles: ['ciso', 'dpo'],
  mayEdit,
  begins: ({ unit, owner }) => ({ ownerUnit: unit, owner, inUse: 'no' }),
  takes: mayAdd,
  add: beginSystem,
  edit: editSystem,
  refusals: (locale) => texts(locale).refusals,
})
