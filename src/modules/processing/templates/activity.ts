import { emptyValues, isEmpty } from '../../../kernel/fields.ts'
import { type Both, inOrder, type Template, type Written } from '../../../register/templates/template.ts'
import { processingFields } from '../fields.ts'
import type { Answers } from '../processing.ts'
import { type Law, lawWords } from './law.ts'

/** An activity that many organisations have, in our own words. What is not certain is left out, and asked for by the record itself. */
export type Activity = {
  readonly area: string
  readonly name: Both
  readonly purpose: Both
  readonly about: Answers['dataSubjects']
  readonly data: Answers['dataKinds']
  readonly basis: Answers['basis']
  readonly law?: readonly Law[]
  readonly special?: Answers['specialBasis']
  readonly specialLaw?: readonly Law[]
  readonly recipients: Both
  readonly kept: Both
  readonly kind?: Answers['kind']
}
export type Activities = Readonly<Record<string, Activity>>

/** What it answers of the record's questions, in the language that the record is written in. */
export const answersOf = (activity: Activity, language: Written): Answers => ({
  ...emptyValues(processingFields),
  name: activity.name[language],
  purpose: activity.purpose[language],
  kind: activity.kind ?? 'administrative',
  ourRole: 'controller',
  dataSubjects: inOrder(processingFields.dataSubjects, activity.about),
  dataKinds: inOrder(processingFields.dataKinds, activity.data),
  basis: inOrder(processingFields.basis, activity.basis),
  lawReference: lawWords(activity.law ?? [], language),
  specialBasis: inOrder(processingFields.specialBasis, activity.special ?? []),
  specialReference: lawWords(activity.specialLaw ?? [], language),
  recipients: activity.recipients[language],
  storageTime: activity.kept[language],
})

export const templatesOf = (activities: Activities, language: Written): readonly Template<Answers>[] =>
  Object.entries(activities).map(([key, activity]) => {
    const values = answersOf(activity, language)
    return { key, area: activity.area, name: activity.name[language], says: activity.purpose[language], values }
  })

/** What a reader must look at: the words that stand as a template wrote them. */
const written = ['purpose', 'lawReference', 'specialReference', 'recipients', 'storageTime'] as const

/** Of a draft: the answers that are still a template's own. None where it did not begin with one, or all of it is written anew. */
export function stillFromTemplate(
  values: Pick<Answers, 'name' | (typeof written)[number]>,
  templates: readonly Template<Answers>[],
): readonly (typeof written)[number][] {
  const from = templates.find(
    (template) =>
      template.values.purpose === values.purpose ||
      (template.name.toLowerCase() === values.name?.toLowerCase() && template.values.storageTime === values.storageTime),
  )
  return from ? written.filter((field) => !isEmpty(values[field]) && values[field] === from.values[field]) : []
}
