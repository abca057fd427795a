import type { Actor } from '../../kernel/actor.ts'
import { addDays, addMonths, type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { changed, emptyValues, missing } from '../../kernel/fields.ts'
import { mayTake } from '../../kernel/workflow.ts'
import { registerRules } from '../../register/rules.ts'
import type { Action, Agreement, AgreementEvent, Answers, Audit, DataAtEnd, Ending, Party, Signature, SubProcessor } from './agreement.ts'
import {
  agreementFields,
  auditFields,
  dataFields,
  endFields,
  recordFields,
  signatureFields,
  signed,
  standingFields,
  subProcessorFields,
} from './fields.ts'
import { gapsOf, unsaid } from './gaps.ts'
import { mayAdd, mayEdit, partsIn } from './permissions.ts'
import { workflow } from './workflow.ts'

type AgreementOutcome = Outcome<Agreement, AgreementEvent>
type Values = Agreement['values']

const plain = registerRules('agreement', recordFields, { mayAdd, mayEdit, refuses: wrong })

/** An agreement of the wrong kind of party is none, and what was assessed as conditional says on which conditions. */
function wrong({ ourRole, supplier, otherParty, conclusion, conditions }: Answers): Refusal | null {
  if (ourRole === 'processor' && supplier !== null) return refuse('supplierIsForController', ['supplier'])
  if (ourRole === 'controller' && otherParty !== null) return refuse('otherIsForProcessor', ['otherParty'])
  return conclusion === 'conditions' && conditions === null ? refuse('conditionsMissing', ['conditions']) : null
}

const unsigned = { ourSignatory: null, ourSignedOn: null, theirSignatory: null, theirSignedOn: null } as const
const blankStanding: Pick<Values, keyof typeof standingFields> = { ...emptyValues(standingFields), status: 'draft' }

export const addAgreement = (id: string, values: Answers, actor: Actor): AgreementOutcome =>
  plain.add(id, { ...blankStanding, ...values, registeredBy: actor.personId }, actor)

/** What was signed stands: in a draft a signature falls with it, and what is in force is renewed instead. */
export function editAgreement(record: Agreement, values: Answers, actor: Actor): AgreementOutcome {
  const { status } = record.values
  if (!mayEdit(record, actor)) return refuse('notAllowed')
  const fields = changed(agreementFields, record.values, values)
  const touched = fields.filter((name) => signed.includes(name))
  if (touched.length > 0 && status !== 'draft') return refuse('signedStands', touched)
  const emptied = fields.filter((name) => (name === 'conclusion' || name === 'assessedOn') && values[name] === null)
  if (emptied.length > 0 && status === 'inForce') return refuse('assessmentStands', emptied)
  const outcome = plain.edit(record, { ...record.values, ...values }, actor)
  return outcome.ok ? fallen({ ...record, values: outcome.next.values }, touched.length > 0, { type: 'agreement.edited', fields }) : outcome
}

const isSigned = ({ ourSignedOn, theirSignedOn }: Values): boolean => ourSignedOn !== null || theirSignedOn !== null

/** What happened, and that what somebody had signed is no longer what stands. */
function fallen(next: Agreement, touched: boolean, event: AgreementEvent): AgreementOutcome {
  if (!touched || next.values.status !== 'draft' || !isSigned(next.values)) return change<Agreement, AgreementEvent>(next, event)
  return change<Agreement, AgreementEvent>({ ...next, values: { ...next.values, ...unsigned } }, event, {
    type: 'agreement.signaturesFell',
  })
}

const gate = (record: Agreement, action: Action, actor: Actor): Refusal | null => {
  const parts = partsIn(record, actor)
  if (parts.size === 0) return refuse('notAllowed')
  return record.values.status !== null && mayTake(workflow[action], record.values.status, parts) ? null : refuse('notNow')
}

const signatureIn = (party: Party, { signatory, signedOn }: Signature) =>
  party === 'ours' ? { ourSignatory: signatory, ourSignedOn: signedOn } : { theirSignatory: signatory, theirSignedOn: signedOn }
export const signatureOf = (party: Party, values: Values): Signature =>
  party === 'ours'
    ? { signatory: values.ourSignatory, signedOn: values.ourSignedOn }
    : { signatory: values.theirSignatory, signedOn: values.theirSignedOn }

/** One party has signed. Nobody signs what does not say yet what the law asks. */
export function signAgreement(record: Agreement, party: Party, signature: Signature, actor: Actor, now: Date): AgreementOutcome {
  const refused = gate(record, 'sign', actor)
  if (refused) return refused
  const gaps = missing(signatureFields, signature)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (signature.signedOn !== null && signature.signedOn > localDate(now)) return refuse('signedLater', ['signedOn'])
  if (unsaid(record.values).length > 0) return refuse('answersMissing')
  const before = signatureOf(party, record.values)
  if (changed(signatureFields, before, signature).length === 0) return refuse('nothingChanged')
  if (before.signedOn !== null) return refuse('signedAlready', ['signatory'])
  const next = { ...record, values: { ...record.values, ...signatureIn(party, signature) } }
  return change<Agreement, AgreementEvent>(next, { type: 'agreement.signed', party })
}

/** It was written down wrongly. */
export function withdrawSignature(record: Agreement, party: Party, actor: Actor): AgreementOutcome {
  const refused = gate(record, 'sign', actor)
  if (refused) return refused
  if (signatureOf(party, record.values).signedOn === null) return refuse('nothingChanged')
  const next = { ...record, values: { ...record.values, ...signatureIn(party, emptyValues(signatureFields)) } }
  return change<Agreement, AgreementEvent>(next, { type: 'agreement.signatureWithdrawn', party })
}

/** Why it is not in force: what the law asks is not said (Article 28), the processor is not fit (28(1)), or one has not signed (28(9)). */
export function whyNotInForce(values: Values, today: LocalDate): Refusal | null {
  if (unsaid(values).length > 0) return refuse('answersMissing')
  if (gapsOf(values).some(({ blocks }) => blocks)) return refuse('assessmentMissing')
  if (values.conclusion === 'unsound') return refuse('notSound')
  if (values.ourSignedOn === null || values.theirSignedOn === null) return refuse('signatureMissing')
  return values.endsOn !== null && values.endsOn < today ? refuse('endPassed', ['endsOn']) : null
}

/** In force from the day that the last of them signed. */
export function enterAgreement(record: Agreement, actor: Actor, now: Date): AgreementOutcome {
  const refused = gate(record, 'enter', actor) ?? whyNotInForce(record.values, localDate(now))
  if (refused) return refused
  const days = [record.values.ourSignedOn, record.values.theirSignedOn].flatMap((day) => day ?? [])
  const next = { ...record, values: { ...record.values, status: 'inForce' as const, inForceOn: days.sort().at(-1) ?? null } }
  return change<Agreement, AgreementEvent>(next, { type: 'agreement.inForce' })
}

export function endAgreement(record: Agreement, ending: Ending, actor: Actor, now: Date): AgreementOutcome {
  const refused = gate(record, 'end', actor)
  if (refused) return refused
  const gaps = missing(endFields, ending)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (ending.endedOn !== null && ending.endedOn > localDate(now)) return refuse('endedLater', ['endedOn'])
  const { inForceOn } = record.values
  if (ending.endedOn !== null && inForceOn !== null && ending.endedOn < inForceOn) return refuse('endedFirst', ['endedOn'])
  return change<Agreement, AgreementEvent>(
    { ...record, values: { ...record.values, ...ending, status: 'ended' } },
    // A draft that is given up was never in force: nothing else need be looked at again for it.
    { type: 'agreement.ended', fields: inForceOn === null ? [] : ['status'] },
  )
}

/**
 * The one that took its place is in force: this one ends. With the same party the data go on under the other, and nothing that hangs on it
 * need be looked at; with another party it has ended as any other, and what became of the data must be said (Article 28(3)(g)).
 */
export function replaceAgreement({ id, version, values }: Agreement, by: Values, now: Date): AgreementOutcome {
  if (values.status !== 'inForce') return refuse('notNow')
  const same = values.ourRole === by.ourRole && values.supplier === by.supplier && values.otherParty === by.otherParty
  const ended = { ...values, status: 'ended', endedOn: localDate(now), endReason: same ? 'replaced' : 'serviceEnded' } as const
  return change<Agreement, AgreementEvent>(
    { id, version, values: ended },
    same ? { type: 'agreement.replaced' } : { type: 'agreement.ended', fields: ['status'] },
  )
}

/** Ended, and nobody has said what became of the data (Article 28(3)(g)). */
export const dataOpen = ({ status, endReason, inForceOn, dataAtEndOn }: Values): boolean =>
  status === 'ended' && endReason !== 'replaced' && inForceOn !== null && dataAtEndOn === null

export function confirmData(record: Agreement, data: DataAtEnd, actor: Actor, now: Date): AgreementOutcome {
  const refused = gate(record, 'confirmData', actor)
  if (refused) return refused
  const gaps = missing(dataFields, data)
  if (gaps.length > 0) return refuse('incomplete', gaps)
  if (data.dataAtEndOn !== null && data.dataAtEndOn > localDate(now)) return refuse('confirmedLater', ['dataAtEndOn'])
  const { dataAtEnd, dataAtEndOn, dataAtEndNote } = record.values
  if (changed(dataFields, { dataAtEnd, dataAtEndOn, dataAtEndNote }, data).length === 0) return refuse('nothingChanged')
  return change<Agreement, AgreementEvent>({ ...record, values: { ...record.values, ...data } }, { type: 'agreement.dataConfirmed' })
}

/** The draft that is to take its place: the same answers, unsigned, to be read through (S4-121). `name`: one that is free. */
export function renewAgreement(record: Agreement, id: string, name: string, actor: Actor): AgreementOutcome {
  const refused = gate(record, 'renew', actor)
  if (refused) return refused
  const values = {
    ...record.values,
    ...blankStanding,
    name,
    replaces: record.id,
    registeredBy: actor.personId,
    endsOn: null,
    archiveReference: null,
  }
  return change<Agreement, AgreementEvent>({ id, version: 1, values }, { type: 'agreement.added' }, { type: 'agreement.renewed' })
}

/** A line of annex B. A transfer out of the EEA says what it rests on (Article 44). */
export function saveSubProcessor(
  record: Agreement,
  line: SubProcessor['values'],
  before: SubProcessor['values'] | undefined,
  actor: Actor,
  now: Date,
) {
  const refused = gate(record, 'subProcessors', actor)
  if (refused) return refused
  if (record.values.subProcessing === 'none') return refuse('noSubProcessors')
  if (line.inEea === 'no' && line.transferBasis === null) return refuse('basisMissing', ['transferBasis'])
  const wrong = wrongAnswer(line, localDate(now))
  if (wrong) return wrong
  if (before && changed(subProcessorFields, before, line).length === 0) return refuse('nothingChanged')
  return fallen(record, true, { type: 'agreement.subProcessorSaved' })
}

/** Nobody answers a notice that never came, or before it came; and an objection says what it is about. */
function wrongAnswer({ noticedOn, answer, answeredOn, objection }: SubProcessor['values'], today: LocalDate): Refusal | null {
  if (noticedOn !== null && noticedOn > today) return refuse('noticedLater', ['noticedOn'])
  if (answer === null) return null
  if (noticedOn === null) return refuse('noticeMissing', ['noticedOn'])
  if (answeredOn === null) return refuse('answerDayMissing', ['answeredOn'])
  if (answeredOn < noticedOn || answeredOn > today) return refuse('answeredOff', ['answeredOn'])
  return answer === 'objected' && objection === null ? refuse('objectionMissing', ['objection']) : null
}

/**
 * The last day to object to a sub-processor that we have been told of: general authorisation gives the controller the opportunity to object
 * (Article 28(2)), for as many days as the agreement says. Null where no time runs.
 */
export function objectBy(
  { subProcessing, subProcessorNoticeDays }: Pick<Answers, 'subProcessing' | 'subProcessorNoticeDays'>,
  { noticedOn }: Pick<SubProcessor['values'], 'noticedOn'>,
): LocalDate | null {
  return subProcessing === 'general' && subProcessorNoticeDays !== null && noticedOn !== null
    ? addDays(noticedOn, subProcessorNoticeDays)
    : null
}

export function removeSubProcessor(record: Agreement, before: SubProcessor['values'] | undefined, actor: Actor): AgreementOutcome {
  const refused = gate(record, 'subProcessors', actor)
  if (refused) return refused
  return before ? fallen(record, true, { type: 'agreement.subProcessorRemoved' }) : refuse('nothingChanged')
}

/** An audit is planned, then held; what was held says what was found. */
export function saveAudit(
  record: Agreement,
  audit: Audit['values'],
  before: Audit['values'] | undefined,
  actor: Actor,
  now: Date,
): AgreementOutcome {
  const refused = gate(record, 'audits', actor)
  if (refused) return refused
  if (audit.heldOn !== null && audit.heldOn > localDate(now)) return refuse('heldLater', ['heldOn'])
  if (audit.heldOn !== null && audit.finding === null) return refuse('findingMissing', ['finding'])
  if (before && changed(auditFields, before, audit).length === 0) return refuse('nothingChanged')
  const held = audit.heldOn !== null && before?.heldOn !== audit.heldOn
  return change<Agreement, AgreementEvent>(record, { type: held ? 'agreement.auditHeld' : 'agreement.auditPlanned' })
}

/** When the next is planned by itself: one has just been held, the agreement says how often, and none is planned. */
export function nextAudit(
  { values }: Agreement,
  audit: Audit['values'],
  before: Audit['values'] | undefined,
  others: readonly Audit[],
): Audit['values'] | null {
  const held = audit.heldOn
  if (held === null || before?.heldOn === held || values.auditEveryMonths === null) return null
  if (others.some((one) => one.values.heldOn === null)) return null
  return { plannedOn: addMonths(held, values.auditEveryMonths), heldOn: null, finding: null, action: null }
}
