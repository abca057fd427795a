import { partsPages } from '../risks/public.ts'
import { takeOutMeasure, takeOutScenario, writeMeasure, writeScenario } from './commands-parts.ts'
import { scenarioFields } from './fields.ts'
import { scenarioLibrary } from './library.ts'
import { findDpia, partsIn } from './queries.ts'
import { crumbs, open, refusals } from './routes-deeds.tsx'
import { mayWrite } from './rules.ts'
import { texts } from './texts.ts'

export const partsRoutes = partsPages({
  at: '/dpia',
  one: (locale) => texts(locale).one,
  open,
  find: findDpia,
  mayEdit: (record, actor) => mayWrite(record, actor)?.why !== 'notAllowed',
  crumbs,
  refusals,
  partsIn,
  scenarioFields,
  scenarioTexts: (locale) => texts(locale).scenario,
  library: scenarioLibrary,
  begun: (chosen, locale) => ({
    name: chosen.name[locale],
    cause: chosen.cause,
    harms: Object.values(scenarioLibrary).find(({ name }) => name === chosen.name)?.harms ?? [],
  }),
  beside: ({ cause }, locale) => texts(locale).scenario.cause.choices[cause],
  writeScenario,
  writeMeasure,
  takeOutScenario,
  takeOutMeasure,
})
