import type { Actor } from '../../kernel/actor.ts'
import { type LocalDate, localDate } from '../../kernel/calendar/calendar.ts'
import { change, type Outcome, type Refusal, refuse } from '../../kernel/change.ts'
import { changed } from '../../kernel/fields.ts'
import { registerRules } from '../../register/rules.ts'
import { recordFields, recordingFields } from './fields.ts'
import type { Answers, Archived, Recording, RecordingEvent } from './recording.ts'

export type RecordingOutcome = Outcome<Recording, RecordingEvent>

/** Whoever records writes it down: anybody who answers a telephone. */
export const mayAdd = (_: Actor): boolean => true
/** It is in the hands of whoever made it, of those who have access to it, and of who leads the unit. */
type Held = { readonly values: Pick<Answers, 'recordedBy' | 'access' | 'unit'> }
export const mayEdit = ({ values }: Held, actor: Actor): boolean =>
  values.recordedBy === actor.personId ||
  values.access.includes(actor.personId) ||
  (values.unit !== null && actor.leads.includes(values.unit))
export const mayArchive = (record: Recording, actor: Actor): boolean =>
  mayEdit(record, actor) || record.values.caseworker === actor.personId

/** What no recording may say: each refusal at the question that mends it. */
export function wrongIn(values: Answers): Refusal | null {
  const { kind, purposes, otherWhy, situation, complaint, told, notToldWhy, camera, note, caseworker, startedAt, eraseOn } = values
  if (purposes.includes('other') && otherWhy === null) return refuse('otherMissing', ['otherWhy'])
  if (kind === 'camera' && camera === null) return refuse('cameraMissing', ['camera'])
  if (kind === 'audio' && situation === null && !purposes.includes('other')) return refuse('situationMissing', ['situation'])
  if (situation === 'complaint' && complaint === null) return refuse('complaintMissing', ['complaint'])
  if (kind === 'audio' && told === null) return refuse('toldMissing', ['told'])
  // Whoever is not told is so only where telling is a risk in itself (S4-193).
  if (told === 'no' && notToldWhy === null) return refuse('riskMissing', ['notToldWhy'])
  if (note !== null && caseworker === null) return refuse('caseworkerMissing', ['caseworker'])
  return startedAt !== null && eraseOn !== null && eraseOn < localDate(startedAt) ? refuse('eraseBefore', ['eraseOn']) : null
}
const plain = registerRules('recording', recordFields, { mayAdd, mayEdit, refuses: wrongIn })

const nothingYet = {
  ...{ heldOn: null, holdReason: null, holdReviewOn: null, holdReviewer: null, holdReviewers: [], releasedOn: null },
  ...{ handedOn: null, handedTo: null, handedReference: null, archiveReference: null, erasedOn: null },
}
export const addRecording = (id: string, values: Answers, actor: Actor): RecordingOutcome =>
  plain.add(id, { ...nothingYet, ...values, status: 'kept' }, actor)

export function editRecording(record: Recording, values: Answers, actor: Actor): RecordingOutcome {
  if (record.values.status === 'erased') return mayEdit(record, actor) ? refuse('notNow') : refuse('notAllowed')
  const fields = changed(recordingFields, record.values, values)
  if (fields.length === 0) return mayEdit(record, actor) ? refuse('nothingChanged') : refuse('notAllowed')
  const outcome = plain.edit(record, { ...record.values, ...values }, actor)
  return outcome.ok ? change<Recording, RecordingEvent>(outcome.next, { type: 'recording.edited', fields }) : outcome
}

/** A complaint ought to have a note to the caseworker (S4-196): said, and never demanded. */
export const lacksNote = ({ situation, note }: Pick<Answers, 'situation' | 'note'>): boolean => situation === 'complaint' && note === null

export const set = (record: Recording, over: Partial<Recording['values']>, type: RecordingEvent['type']): RecordingOutcome =>
  change<Recording, RecordingEvent>({ ...record, values: { ...record.values, ...over } }, { type } as RecordingEvent)

/** The note is in the case and archive system. */
export function archiveNote(record: Recording, { archiveReference }: Archived, actor: Actor): RecordingOutcome {
  if (!mayArchive(record, actor)) return refuse('notAllowed')
  if (record.values.note === null || record.values.status === 'erased') return refuse('notNow')
  if (archiveReference === null) return refuse('incomplete', ['archiveReference'])
  if (archiveReference === record.values.archiveReference) return refuse('nothingChanged')
  return set(record, { archiveReference }, 'recording.archived')
}

/** What is left when the recording is gone: that it was there, and nothing that anybody said or of whom. Who may is asked where it is decided. */
export function erasedRecording(record: Recording, name: string, on: LocalDate): RecordingOutcome {
  if (record.values.status === 'erased') return refuse('nothingChanged')
  if (record.values.status === 'held') return refuse('isHeld')
  const gone = { otherWhy: null, notToldWhy: null, note: null, keepReason: null, caseReference: null, handedReference: null }
  return set(record, { ...gone, name, status: 'erased', erasedOn: on }, 'recording.erased')
}
