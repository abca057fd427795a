import { registerShared } from '../../register/shared.ts'
import { addProcessing, editProcessing } from './commands.ts'
import { processingFields } from './fields.ts'
import { findProcessing, references } from './queries.ts'
import { mayAdd, mayEdit } from './rules.ts'
import { texts } from './texts.ts'

/** What an approved activity says of itself goes along. Who answers for it, how it was judged, and what the authority was told are each organisation's own. */
export const sharedProcessing = registerShared({
  at: '/behandlinger',
  subject: 'processing',
  fields: processingFields,
  texts: (locale) => texts(locale).fields,
  references,
  goes: [
    ...(['name', 'purpose', 'kind', 'ourRole', 'kindsOfUse', 'medium', 'workProcesses', 'systems', 'processors', 'processedBy'] as const),
    ...(['dataSubjects', 'dataKinds', 'sources', 'basis', 'lawReference', 'specialBasis', 'specialReference'] as const),
    ...(['recipients', 'transfers', 'safeguards', 'storageTime', 'deletionRoutine', 'erase', 'archive'] as const),
    ...(['securityMeasures', 'confidentiality', 'integrity', 'availability'] as const),
  ],
  find: findProcessing,
  ready: ({ status }) => status === 'approved',
  ended: ({ status }) => status === 'ended',
  owner: 'responsible',
  roles: ['dpo'],
  mayEdit,
  begins: ({ unit, owner }) => ({ unit, responsible: owner }),
  takes: mayAdd,
  add: addProcessing,
  edit: editProcessing,
  refusals: (locale) => texts(locale).refusals,
})
