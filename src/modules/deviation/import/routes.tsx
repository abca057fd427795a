import { type Actor, worksAs } from '../../../kernel/actor.ts'
import type { FieldTexts } from '../../../kernel/fields.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { importable } from '../../../register/import/importable.ts'
import { registerImport } from '../../../register/import/routes.tsx'
import { assessmentTexts } from '../assessment/texts.ts'
import { texts as closingTexts } from '../closing/texts.ts'
import { oldCaseFields } from '../fields-import.ts'
import { handlingTexts } from '../handling/texts.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { texts } from '../texts.ts'
import { alsoCalled } from './called.ts'
import { addOldCase, editOldCase, takeBackOld, withoutIdentifiers } from './commands.ts'
import { casesNumbered, references } from './queries.ts'
import { importTexts } from './texts.ts'

/** Those who answer for the register: a whole file is read, so nobody imports who would not see the cases in it. */
export const mayImport = (actor: Actor): boolean => worksAs(actor, 'dpo', 'gdprUnit', 'centralAssessor', 'cert')

/** The questions are called here as everywhere else; those that only an old register has, by words of their own. */
function fieldTexts(locale: Locale): FieldTexts<typeof oldCaseFields> {
  const { caseType, personalData, affectedUnit, system, categories, causeCode, mainCause, affectedCount, ...report } =
    reportTexts(locale).fields
  const { whatHappened, consequencesSubjects } = report
  const { shortName, severity } = handlingTexts(locale).fields
  return {
    ...{
      caseType,
      personalData,
      affectedUnit,
      system,
      categories,
      causeCode,
      mainCause,
      affectedCount,
      whatHappened,
      consequencesSubjects,
    },
    ...{ shortName, severity, level: assessmentTexts(locale).fields.level, correction: closingTexts(locale).fields.correction },
    ...importTexts(locale).fields,
  }
}

export const imports = registerImport(
  importable({
    at: '/avvik',
    subject: 'deviation',
    fields: oldCaseFields,
    references,
    texts: (locale) => ({ title: texts(locale).title, fields: fieldTexts(locale), refusals: importTexts(locale).refusals }),
    key: 'externalReference',
    name: 'externalReference',
    may: mayImport,
    keyed: casesNumbered,
    blank: () => ({ ended: 'closed' }),
    add: addOldCase,
    edit: editOldCase,
    takeBack: takeBackOld,
    alsoCalled,
    kept: withoutIdentifiers,
    how: (locale) => importTexts(locale).how,
  }),
)
export const routes = imports.routes
