import type { Actor } from '../../kernel/actor.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { isEmpty } from '../../kernel/fields.ts'
import { registerRules } from '../../register/rules.ts'
import { mayAddProcessing, type ProcessingAnswers } from '../processing/public.ts'
import { consentNames, noticeFields } from './fields.ts'
import type { Answers, InformationNotice, NoticeEvent } from './information-notice.ts'

type Told = Pick<ProcessingAnswers, 'purpose' | 'storageTime' | 'basis'>

export const mayWrite = (actor: Actor): boolean => mayAddProcessing(actor)
export const rules = registerRules('information_notice', noticeFields, { mayAdd: mayWrite, mayEdit: (_, actor) => mayWrite(actor) })

/** Consent rests on what people were told: without all five answers it is not known that they knew what they agreed to (S2-33). */
export const asksConsent = ({ basis }: Pick<Told, 'basis'>): boolean => basis.includes('consent')
export const lacksConsent = (values: Pick<Answers, (typeof consentNames)[number]>): readonly string[] =>
  consentNames.filter((name) => isEmpty(values[name]))
export type ConsentState = 'notAsked' | 'incomplete' | 'whole'
/** `notices`: those of the activity. One that says it all is enough. */
export function consentState(processing: Pick<Told, 'basis'>, notices: readonly Pick<InformationNotice, 'values'>[]): ConsentState {
  if (!asksConsent(processing)) return 'notAsked'
  return notices.some(({ values }) => lacksConsent(values).length === 0) ? 'whole' : 'incomplete'
}

/** The three that must be told: why, which rights, and for how long (S4-008). */
export function lacksPart({ purpose, storageTime }: Told, { rights, whenGiven, whereGiven }: Answers): Refusal | null {
  if (purpose === null) return refuse('purposeMissing')
  if (storageTime === null) return refuse('storageMissing')
  if (rights === null) return refuse('rightsMissing', ['rights'])
  return whenGiven === null || whereGiven === null ? refuse('givenMissing', [whenGiven === null ? 'whenGiven' : 'whereGiven']) : null
}

export function publishNotice(
  record: InformationNotice,
  processing: Told,
  actor: Actor,
  now: Date,
): Outcome<InformationNotice, NoticeEvent> {
  if (!mayWrite(actor)) return refuse('notAllowed')
  const { values } = record
  const lacks = lacksPart(processing, values)
  if (lacks) return lacks
  if (asksConsent(processing) && lacksConsent(values).length > 0) return refuse('consentIncomplete', lacksConsent(values))
  if (values.status === 'published' && !isOutdated(record, processing)) return refuse('nothingChanged')
  const edition = (values.edition ?? 0) + 1
  const said = { saidPurpose: processing.purpose, saidStorageTime: processing.storageTime, saidRights: values.rights }
  const next = { ...values, ...said, status: 'published' as const, edition, publishedAt: now, publishedBy: actor.personId }
  return change<InformationNotice, NoticeEvent>({ ...record, values: next }, { type: 'information_notice.published', edition })
}

/** People were told something else than what the record says now. */
export const isOutdated = ({ values }: Pick<InformationNotice, 'values'>, { purpose, storageTime }: Told): boolean =>
  values.status === 'published' &&
  (values.saidPurpose !== purpose || values.saidStorageTime !== storageTime || values.saidRights !== values.rights)
