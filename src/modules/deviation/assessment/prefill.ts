import type { DataSubject } from '../../organisation/public.ts'
import type { Criterion } from '../assessed.ts'
import type { AssessmentAnswers } from '../fields-assessment.ts'
import type { Category, dataTypes, Report } from '../fields-report.ts'
import { specialDataTypes } from '../fields-report.ts'

/** Why the report points to a criterion: the words for each stand at it. */
export type HintReason =
  | 'category'
  | 'dataTypes'
  | 'affectedCount'
  | 'children'
  | 'guardians'
  | 'patients'
  | 'childWelfare'
  | 'socialServices'
  | 'protectedAddress'
  | 'identityNumber'
  | 'password'
  | 'account'
  | 'specialTeaching'
  | 'schoolEnvironment'
  | 'wordChildren'
  | 'wordChildWelfare'
  | 'wordAddress'
  | 'wordIdentityNumber'
export type Hint = { readonly criterion: Criterion; readonly because: HintReason }

type Suggestion = { readonly ticked: readonly Hint[]; readonly hints: readonly Hint[] }
type Told = Pick<Report, 'categories' | 'dataTypes' | 'affectedCount' | 'affectedMax'> &
  Partial<Pick<Report, 'relation' | 'whatHappened' | 'dataTypesOther'>>

/**
 * What the report already says about the risk: ticks to begin with (S1-04, S1-36), which the assessor may take away again, and hints that
 * tick nothing but ask (S3-37). `manyPersons` is the organisation's figure. A criterion may come twice, once for each reason.
 */
export function suggestFromReport(report: Told, manyPersons: number): Suggestion {
  const ticked: Hint[] = []
  const hints: Hint[] = []
  const point = (to: Hint[], because: HintReason, ...criteria: readonly Criterion[]) =>
    to.push(...criteria.map((criterion) => ({ criterion, because })))
  if (report.categories.some((c) => SENSITIVE_CATEGORIES.includes(c))) point(ticked, 'category', 'M2')
  if (report.dataTypes.some((t) => specialDataTypes.some((s) => s === t))) point(ticked, 'dataTypes', 'M2')
  for (const kind of report.dataTypes) {
    const says = OF_KIND[kind]
    point(ticked, says?.because ?? 'dataTypes', ...(says?.ticks ?? []))
    point(hints, says?.because ?? 'dataTypes', ...(says?.asks ?? []))
  }
  for (const people of report.relation ?? []) {
    const says = OF_PEOPLE[people]
    point(ticked, says?.because ?? 'children', ...(says?.ticks ?? []))
    point(hints, says?.because ?? 'children', ...(says?.asks ?? []))
  }
  if (report.categories.includes('NATIONAL_ID_EXPOSED') && !report.dataTypes.includes('nationalId')) point(ticked, 'identityNumber', 'M7')
  const text = [report.whatHappened, report.dataTypesOther].filter(Boolean).join(' ')
  for (const { words, because, asks } of IN_WORDS) if (words.test(text)) point(hints, because, ...asks)
  const affected = Math.max(report.affectedCount ?? 0, report.affectedMax ?? 0)
  if (affected > manyPersons) point(hints, 'affectedCount', 'M5')
  return { ticked: once(ticked), hints: once(hints).filter((one) => !ticked.some((tick) => tick.criterion === one.criterion)) }
}

/** What the assessor need not answer twice: encryption begins with the answer of the report (S1-18). */
export const answersFromReport = (answers: AssessmentAnswers, { encrypted }: Pick<Report, 'encrypted'>): AssessmentAnswers =>
  answers.dataEncrypted === null && encrypted !== null ? { ...answers, dataEncrypted: encrypted } : answers

/** The categories that say in their own name that the data are sensitive. */
const SENSITIVE_CATEGORIES: readonly Category[] = ['SENSITIVE_ASTRAY', 'UNENCRYPTED_SENSITIVE_EMAIL', 'RECEIVED_OTHERS_SENSITIVE']

type Says = { readonly because: HintReason; readonly ticks?: readonly Criterion[]; readonly asks?: readonly Criterion[] }

/** M4 vulnerable people, M7 identity theft, M8 financial loss, M10 confidential information (S3-36, S3-39, S3-40, S3-42). */
const OF_KIND: Readonly<Partial<Record<(typeof dataTypes)[number], Says>>> = {
  nationalId: { because: 'identityNumber', ticks: ['M7'] },
  protectedAddress: { because: 'protectedAddress', ticks: ['M4', 'M10'], asks: ['H4'] },
  childWelfare: { because: 'childWelfare', ticks: ['M4', 'M10'], asks: ['M2'] },
  socialServices: { because: 'socialServices', ticks: ['M10'], asks: ['M4', 'M2'] },
  schoolEnvironment: { because: 'schoolEnvironment', ticks: ['M4', 'M10'], asks: ['M2'] },
  specialTeaching: { because: 'specialTeaching', ticks: ['M4', 'M10'], asks: ['M2'] },
  password: { because: 'password', asks: ['M7'] },
  accountNumber: { because: 'account', asks: ['M7', 'M8'] },
}

/** A kind of people among whom there are children, or others who cannot look after their own interests. */
const OF_PEOPLE: Readonly<Partial<Record<DataSubject, Says>>> = {
  pupils: { because: 'children', ticks: ['M4'] },
  kindergartenChildren: { because: 'children', ticks: ['M4'] },
  guardians: { because: 'guardians', asks: ['M4'] },
  patients: { because: 'patients', ticks: ['M4'] },
  serviceRecipients: { because: 'patients', asks: ['M4'] },
}

/** What the text names and nobody has ticked is asked about. Norwegian of both standards, and the endings people use. */
const IN_WORDS: readonly { readonly words: RegExp; readonly because: HintReason; readonly asks: readonly Criterion[] }[] = [
  { words: /(?<!\p{L})(?:barn(?!evern|e?lege)\p{L}*|elev\p{L}*|foresatt\p{L}*|føresett\p{L}*)/iu, because: 'wordChildren', asks: ['M4'] },
  { words: /(?<!\p{L})barnevern\p{L}*/iu, because: 'wordChildWelfare', asks: ['M4', 'M10', 'M2'] },
  {
    words:
      /(?<!\p{L})(?:kode|sperregrad)\s*[67](?!\d)|(?<!\p{L})(?:strengt\s+)?(?:fortrolig|fortruleg|skjult|sperra|sperret)\p{L}*\s+adresse/iu,
    because: 'wordAddress',
    asks: ['M4', 'M10', 'H4'],
  },
  { words: /(?<!\p{L})(?:fødselsn(?:umme)?r|personn(?:umme)?r|fnr|d-nummer)/iu, because: 'wordIdentityNumber', asks: ['M7'] },
]

const once = (all: readonly Hint[]): readonly Hint[] =>
  all.filter((one, at) => all.findIndex((other) => other.criterion === one.criterion && other.because === one.because) === at)
