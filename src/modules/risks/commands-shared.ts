import type { Ctx } from '../../kernel/ctx.ts'
import { registerShared, sharedLine } from '../../register/shared.ts'
import { addRisk, editRisk, takeOutMeasure, takeOutScenario, writeMeasure, writeScenario } from './commands.ts'
import { measureFields, riskFields, scenarioFields } from './fields.ts'
import { findRisk, references } from './queries.ts'
import type { Measure, Scenario } from './risk.ts'
import { mayAdd, mayEdit, mayReadAll } from './rules.ts'
import { withinScale } from './rules-parts.ts'
import { parts } from './store.ts'
import { texts } from './texts.ts'

/** What is done about it goes along; who does it and by when is each organisation's own. */
export const sharedMeasure = sharedLine(
  {
    fields: measureFields,
    texts: (locale) => texts(locale).measure,
    goes: ['name', 'kind', 'effect', 'scenarios'],
    own: ({ owner, due }) => ({ owner, dueOn: due }),
  },
  { title: (locale) => texts(locale).ofZone.measure, name: 'name' },
)

/**
 * What may happen, how bad the source found it, and the measures go along. Each organisation assesses for itself: its analysis is a draft until
 * its own have approved it, and its risk owner accepts what is left.
 */
export const sharedRisk = registerShared({
  at: '/ros',
  subject: 'risk',
  fields: riskFields,
  texts: (locale) => texts(locale).fields,
  references,
  goes: [
    ...(['name', 'about', 'area', 'systems', 'processings', 'purpose', 'dataAccount', 'dataSubjects', 'dataKinds'] as const),
    ...(['content', 'context', 'confidentiality', 'integrity', 'availability', 'standardMeasures', 'otherMeasures'] as const),
  ],
  find: findRisk,
  ready: ({ status }) => status === 'approved',
  ended: ({ status }) => status === 'ended',
  owner: 'owner',
  roles: ['ciso'],
  mayEdit,
  begins: ({ unit, owner }) => ({ unit, owner, reason: 'new' }),
  named: true,
  sees: mayReadAll,
  takes: mayAdd,
  add: addRisk,
  edit: editRisk,
  refusals: (locale) => texts(locale).refusals,
  lines: {
    parts: {
      scenario: sharedLine(
        {
          fields: scenarioFields,
          texts: (locale) => texts(locale).scenario,
          goes: Object.keys(scenarioFields) as (keyof typeof scenarioFields)[],
        },
        { title: (locale) => texts(locale).show.scenario, name: 'name' },
      ),
      measure: sharedMeasure,
    },
    read: parts.content,
    write: async (ctx, id, version, { part, id: key }, answers) => {
      if (part === 'scenario')
        return answers
          ? writeScenario(ctx, id, version, { ...withinScale(answers, await scaleOf(ctx, id)), id: key } as Scenario)
          : takeOutScenario(ctx, id, version, key)
      return answers ? writeMeasure(ctx, id, version, { ...answers, id: key } as Measure) : takeOutMeasure(ctx, id, version, key)
    },
  },
})

const scaleOf = async (ctx: Ctx, id: string) => (await findRisk(ctx, id))?.values.scale ?? '5'
