import type { Answers, ScenarioAnswers } from './dpia.ts'
import { dpiaFields, namesOf } from './fields.ts'

const told = Object.fromEntries(
  ['description', 'necessity', 'rights']
    .flatMap(namesOf)
    .map((name) => [name, dpiaFields[name].kind === 'text' ? 'Slik det er beskrevet.' : []]),
) as Partial<Answers>

/** All that must be answered before it can be decided, but who owns it and what may happen. */
export const wholeAnswers: Partial<Answers> = {
  ...told,
  about: 'Hele løsningen.',
  highRisk: 'yes',
  decision: 'do',
  decisionReason: 'Mange barn og sensitive opplysninger.',
  dataSubjects: ['pupils'],
  dataKinds: ['health'],
  viewsSought: 'yes',
  viewsHow: 'Møte med elevrådet.',
  viewsSaid: 'De vil vite hvem som ser hva.',
  viewsFollowed: 'Vi viser det i løsningen.',
}
export const smallScenario: Partial<ScenarioAnswers> = { likelihood: '1', forSubjects: '2' }
