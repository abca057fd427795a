import type { Fields } from '../../kernel/fields.ts'
import { known, meanings, scales, scorings } from './content.ts'

/** A name for the whole, and where it comes from: an older questionnaire is named with its date. */
export const questionnaireFields = {
  name: { kind: 'text', max: 160, required: true },
  source: { kind: 'text', max: 300 },
  sourceOn: { kind: 'date', past: true },
} as const satisfies Fields

/** The same words in three languages; what is not written is read in another of them. */
export const optionFields = {
  labelNb: { kind: 'text', max: 60, group: 'label' },
  labelNn: { kind: 'text', max: 60, group: 'label' },
  labelEn: { kind: 'text', max: 60, group: 'label' },
  meaning: { kind: 'choice', of: meanings, required: true, group: 'meaning' },
  hintNb: { kind: 'text', max: 300, group: 'hint' },
  hintNn: { kind: 'text', max: 300, group: 'hint' },
  hintEn: { kind: 'text', max: 300, group: 'hint' },
} as const satisfies Fields

export const sectionFields = {
  titleNb: { kind: 'text', max: 160, group: 'title' },
  titleNn: { kind: 'text', max: 160, group: 'title' },
  titleEn: { kind: 'text', max: 160, group: 'title' },
  introNb: { kind: 'text', max: 3000, long: true, group: 'intro' },
  introNn: { kind: 'text', max: 3000, long: true, group: 'intro' },
  introEn: { kind: 'text', max: 3000, long: true, group: 'intro' },
} as const satisfies Fields

export const questionFields = {
  textNb: { kind: 'text', max: 400, group: 'text' },
  textNn: { kind: 'text', max: 400, group: 'text' },
  textEn: { kind: 'text', max: 400, group: 'text' },
  scale: { kind: 'choice', of: scales, required: true, group: 'scoring' },
  scoring: { kind: 'choice', of: scorings, required: true, group: 'scoring' },
  reports: { kind: 'choice', of: ['yes', 'no'], group: 'scoring' },
  known: { kind: 'choice', of: known, group: 'scoring' },
  onlyIf: { kind: 'text', max: 40, group: 'condition' },
  onlyIfSays: { kind: 'choices', of: meanings, group: 'condition', sometimes: true },
  guidanceNb: { kind: 'text', max: 4000, long: true, group: 'guidance' },
  guidanceNn: { kind: 'text', max: 4000, long: true, group: 'guidance' },
  guidanceEn: { kind: 'text', max: 4000, long: true, group: 'guidance' },
  ruleNb: { kind: 'text', max: 2000, long: true, group: 'rule' },
  ruleNn: { kind: 'text', max: 2000, long: true, group: 'rule' },
  ruleEn: { kind: 'text', max: 2000, long: true, group: 'rule' },
  ruleSource: { kind: 'text', max: 300, group: 'rule' },
  ruleReadOn: { kind: 'date', past: true, group: 'rule' },
  historicNb: { kind: 'text', max: 2000, long: true, group: 'historic' },
  historicNn: { kind: 'text', max: 2000, long: true, group: 'historic' },
  historicEn: { kind: 'text', max: 2000, long: true, group: 'historic' },
} as const satisfies Fields

/** What a round is begun with. No unit chosen: all of them. */
export const campaignFields = {
  name: { kind: 'text', max: 160, required: true },
  year: { kind: 'whole', min: 2000, max: 2100, required: true },
  questionnaire: { kind: 'reference', required: true },
  units: { kind: 'references' },
  opensOn: { kind: 'date', required: true },
  dueOn: { kind: 'date', required: true },
  daysALevel: { kind: 'whole', unit: 'days', min: 0, max: 60 },
  contact: { kind: 'text', max: 160 },
} as const satisfies Fields
/** What may still be changed while units answer. */
export const openFields = {
  name: campaignFields.name,
  dueOn: campaignFields.dueOn,
  contact: campaignFields.contact,
} as const satisfies Fields

/** Of one question. The option is one of the edition's own; `which` options there are is no part of the program. */
export const answerFields = {
  option: { kind: 'text', max: 40 },
  comment: { kind: 'text', max: 2000, long: true, guard: true },
  reason: { kind: 'text', max: 2000, long: true, guard: true },
  follow: { kind: 'choice', of: ['action', 'acceptance'] },
  action: { kind: 'text', max: 1000, long: true, guard: true },
  owner: { kind: 'reference' },
  dueOn: { kind: 'date' },
  doneOn: { kind: 'date' },
  doneNote: { kind: 'text', max: 1000, long: true, guard: true },
} as const satisfies Fields

export const delegateFields = { delegate: { kind: 'reference' } } as const satisfies Fields
export const unitDueFields = { dueOn: { kind: 'date', required: true } } as const satisfies Fields
export const doneFields = { doneOn: { kind: 'date', required: true }, doneNote: answerFields.doneNote } as const satisfies Fields
export const forwardFields = {
  asked: { kind: 'reference', required: true },
  note: { kind: 'text', max: 1000, long: true, guard: true },
} as const satisfies Fields
