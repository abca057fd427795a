import type { Values } from '../../kernel/fields.ts'
import { registerShared, sharedLine } from '../../register/shared.ts'
import { addAgreement, editAgreement, removeSubProcessor, saveSubProcessor } from './commands.ts'
import { agreementFields, namesOf, subProcessorFields } from './fields.ts'
import { mayAdd, mayEdit } from './permissions.ts'
import { findAgreement, references, subProcessorsOf } from './queries.ts'
import { texts } from './texts.ts'

const line = 'subProcessor'

/**
 * What is agreed goes along: whom with, and the annexes with their sub-processors. Each organisation judges the processor, signs and archives
 * for itself (Article 28(1) and 28(3)).
 */
export const sharedAgreement = registerShared({
  at: '/databehandleravtaler',
  subject: 'agreement',
  fields: agreementFields,
  texts: (locale) => texts(locale).fields,
  references,
  goes: ['name', 'ourRole', 'supplier', 'processings', 'systems', ...(['annexA', 'annexB', 'annexC', 'annexD'] as const).flatMap(namesOf)],
  find: findAgreement,
  ready: ({ status }) => status === 'inForce',
  ended: ({ status }) => status === 'ended',
  owner: 'responsible',
  roles: ['gdprUnit', 'dpo'],
  mayEdit,
  begins: ({ unit, owner }) => ({ unit, responsible: owner }),
  takes: mayAdd,
  add: addAgreement,
  edit: editAgreement,
  refusals: (locale) => texts(locale).refusals,
  lines: {
    parts: {
      [line]: sharedLine(
        {
          fields: subProcessorFields,
          texts: (locale) => texts(locale).subProcessor,
          goes: ['name', 'service', 'country', 'inEea', 'transferBasis'],
        },
        { title: (locale) => texts(locale).show.subProcessor, name: 'name' },
      ),
    },
    read: async (ctx, id) => Object.fromEntries((await subProcessorsOf(ctx, id)).map((one) => [`${line}.${one.id}`, one.values])),
    write: (ctx, id, version, { id: key }, answers) =>
      answers
        ? saveSubProcessor(ctx, id, version, key, answers as Values<typeof subProcessorFields>)
        : removeSubProcessor(ctx, id, version, key),
  },
})
