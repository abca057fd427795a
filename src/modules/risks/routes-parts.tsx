import { takeOutMeasure, takeOutScenario, writeMeasure, writeScenario } from './commands.ts'
import { scenarioFields } from './fields.ts'
import { scenarioLibrary } from './library.ts'
import { findRisk, partsIn } from './queries.ts'
import { crumbs, open, refusals } from './routes-deeds.tsx'
import { partsPages } from './routes-of-parts.tsx'
import { mayEdit } from './rules.ts'
import { texts } from './texts.ts'

export const partsRoutes = partsPages({
  at: '/ros',
  one: (locale) => texts(locale).one,
  open,
  find: findRisk,
  mayEdit,
  crumbs,
  refusals,
  partsIn,
  scenarioFields,
  scenarioTexts: (locale) => texts(locale).scenario,
  library: scenarioLibrary,
  begun: ({ name, cause, touches }, locale) => ({ name: name[locale], cause, touches }),
  beside: ({ cause }, locale) => texts(locale).scenario.cause.choices[cause],
  writeScenario,
  writeMeasure,
  takeOutScenario,
  takeOutMeasure,
})
