import type { Ctx } from '../../kernel/ctx.ts'
import { registerShared, sharedLine } from '../../register/shared.ts'
import { type Measure, riskTexts, sharedMeasure, withinScale } from '../risks/public.ts'
import { addDpia, editDpia } from './commands.ts'
import { takeOutMeasure, takeOutScenario, writeMeasure, writeScenario } from './commands-parts.ts'
import type { Scenario } from './dpia.ts'
import { criteria, dpiaFields, namesOf, scenarioFields } from './fields.ts'
import { findDpia, references } from './queries.ts'
import { mayAdd, mayEdit, mayReadAll } from './rules.ts'
import { parts } from './store.ts'
import { texts } from './texts.ts'

/**
 * The description, the assessment of necessity and rights, what may happen and the measures go along. Each controller screens the risk, hears
 * its own data subjects, asks its own data protection officer and decides for itself (Article 35(1), 35(2) and 35(9)).
 */
export const sharedDpia = registerShared({
  at: '/dpia',
  subject: 'dpia',
  fields: dpiaFields,
  texts: (locale) => texts(locale).fields,
  references,
  goes: [
    ...(['name', 'about', 'processings', 'systems', 'risks', 'listItems'] as const),
    ...criteria,
    ...(['description', 'necessity', 'rights'] as const).flatMap(namesOf),
  ],
  find: findDpia,
  ready: ({ status }) => status === 'approved',
  ended: ({ status }) => status === 'ended',
  owner: 'owner',
  roles: ['privacyContact', 'dpo'],
  mayEdit,
  begins: ({ unit, owner }) => ({ unit, owner }),
  named: true,
  sees: mayReadAll,
  takes: mayAdd,
  add: addDpia,
  edit: editDpia,
  refusals: (locale) => texts(locale).refusals,
  lines: {
    parts: {
      scenario: sharedLine(
        {
          fields: scenarioFields,
          texts: (locale) => texts(locale).scenario,
          goes: Object.keys(scenarioFields) as (keyof typeof scenarioFields)[],
        },
        { title: (locale) => riskTexts(locale).show.scenario, name: 'name' },
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

const scaleOf = async (ctx: Ctx, id: string) => (await findDpia(ctx, id))?.values.scale ?? '5'
