import type { Agreement, Answers } from './agreement.ts'
import { type Question, signed } from './fields.ts'

/** A point that is missing, and the article that asks for it. `blocks`: the agreement is not in force without it. */
export type Gap = { readonly field: Question; readonly article: string; readonly blocks: boolean }

type Point = readonly [field: Question, article: string, when?: boolean]

/** What of Article 28 and its neighbours an agreement does not say yet, in the order of the articles. */
export function gapsOf(values: Answers): readonly Gap[] {
  const ours = values.ourRole === 'controller'
  const chain = values.subProcessing === 'specific' || values.subProcessing === 'general'
  const asked: readonly Point[] = [
    ['supplier', '28 (3)', ours],
    ['otherParty', '28 (3)', values.ourRole === 'processor'],
    ['conclusion', '28 (1)', ours],
    ['assessedOn', '28 (1)', ours],
    ['subProcessing', '28 (2)'],
    ['subProcessorNoticeDays', '28 (2)', values.subProcessing === 'general'],
    ['purpose', '28 (3)'],
    ['nature', '28 (3)'],
    ['dataSubjects', '28 (3)'],
    ['dataKinds', '28 (3)'],
    ['duration', '28 (3)'],
    ['instructions', '28 (3) (a)'],
    ['transfers', '28 (3) (a)'],
    ['transferBasis', '44', values.transfers === 'yes'],
    ['securityMeasures', '28 (3) (c), 32'],
    ['atEnd', '28 (3) (g)'],
    ['noticeHours', '33 (2)'],
  ]
  const promised: readonly Point[] = [
    ['confidentiality', '28 (3) (b)'],
    ['subProcessorDuties', '28 (4)', chain],
    ['assistsRights', '28 (3) (e)'],
    ['assistsSecurity', '28 (3) (f)'],
    ['auditRight', '28 (3) (h)'],
    ['warnsUnlawful', '28 (3)'],
  ]
  const wanted: readonly Point[] = [
    ['processings', '30 (1)', ours],
    ['responsible', '24'],
  ]
  const found = (points: readonly Point[], blocks: boolean, isGap: (field: Question) => boolean) =>
    points.flatMap(([field, article, when = true]): readonly Gap[] => (when && isGap(field) ? [{ field, article, blocks }] : []))
  return [
    ...found(asked, true, (field) => isOpen(values[field])),
    ...found(promised, true, (field) => values[field] !== 'yes'),
    ...found(wanted, false, (field) => isOpen(values[field])),
  ]
}
const isOpen = (answer: unknown): boolean => answer === null || (Array.isArray(answer) && answer.length === 0)

/** What must be said before anybody signs: all that the parties agree on. The assessment is ours alone, and comes before it is in force. */
export const unsaid = (values: Answers): readonly Gap[] => gapsOf(values).filter(({ field, blocks }) => blocks && signed.includes(field))

/** In force today: signed by both, and not run out (S2-43). */
export const holds = ({ status, endsOn }: Pick<Agreement['values'], 'status' | 'endsOn'>, today: string): boolean =>
  status === 'inForce' && (endsOn === null || endsOn >= today)

/** How it is with an agreement that somebody who processes for us must have (S2-42). */
export const coverages = ['covered', 'notCovered', 'expired', 'draft', 'missing'] as const
export type Coverage = (typeof coverages)[number]
type Stood = Pick<Agreement['values'], 'status' | 'endsOn'> & { readonly covers: boolean }

/** From the agreements with one supplier: the best of them says it. `covers`: it names the activity or system that is asked about. */
export function coverageOf(agreements: readonly Stood[], today: string): Coverage {
  const inForce = agreements.filter((one) => holds(one, today))
  if (inForce.some(({ covers }) => covers)) return 'covered'
  if (inForce.length > 0) return 'notCovered'
  if (agreements.some(({ status }) => status === 'draft')) return 'draft'
  return agreements.some(({ status }) => status === 'inForce') ? 'expired' : 'missing'
}

/** What a text names beside those who are chosen: one name a line, or between commas and "and". */
export function notChosen(said: string, chosen: readonly string[]): string {
  const plain = (name: string) => name.trim().replace(/\.$/, '').toLowerCase()
  if (chosen.length === 0) return said
  const known = chosen.map(plain)
  return said
    .split(/[,;\n]|\s(?:og|and)\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !known.includes(plain(part)))
    .join(', ')
}
