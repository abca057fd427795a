import { describe, expect, it } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import { makeActor } from '../deviation/factory.ts'
import { threatened } from './factory-answers.ts'
import { handOverFields, recordFields } from './fields.ts'
import type { Held, Recording } from './recording.ts'
import { endHold, handOverRecording, holdRecording, mayHold, moveHold } from './rules-hold.ts'
import { mayRead } from './space.ts'

const now = new Date('2026-03-02T08:00:00Z')
const [unit, first, second, third] = ['2', '3', '4', '5'].map((n) => `019a0000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
]
const maker = makeActor(['employee'])
const by = (personId: string) => ({ actor: makeActor(['employee'], { personId }), now })
const recording = (over: Partial<Recording['values']> = {}): Recording => ({
  ...{ id: '019a0000-0000-7000-8000-000000000001', version: 2 },
  values: {
    ...{ ...emptyValues(recordFields), ...threatened, unit, recordedBy: maker.personId, access: [maker.personId] },
    ...{ status: 'held', heldOn: '2026-02-20', holdReason: 'crime', holdReviewOn: '2026-04-01', holdReviewer: first },
    ...{ holdReviewers: [first, second], ...over },
  },
})
const one = (over: Partial<Held> = {}): Held => ({
  ...{ id: 'a', reason: 'crime', reviewOn: '2026-04-01', reviewer: first, since: '2026-02-20', endedOn: null },
  ...over,
})
const other = one({ id: 'b', reason: 'accident', reviewOn: '2026-05-01', reviewer: second })

describe('S4-199 the reasons of a hold', () => {
  it('is given a later day by whoever looks at it, and by nobody else; it stays held', () => {
    const later = { holdReviewOn: '2026-06-01', holdReviewer: first }
    expect(moveHold(recording(), [one(), other], 'a', later, by(first))).toMatchObject({
      next: { values: { status: 'held', holdReviewOn: '2026-05-01', holdReason: 'accident', holdReviewer: second } },
      events: [{ type: 'recording.holdMoved' }],
    })
    expect(moveHold(recording(), [one(), other], 'a', later, by(second))).toMatchObject({ why: 'notAllowed' })
    expect(moveHold(recording(), [one(), other], 'a', later, by(third))).toMatchObject({ why: 'notAllowed' })
    expect(moveHold(recording(), [one()], 'a', { ...later, holdReviewOn: '2026-03-02' }, by(first))).toMatchObject({ why: 'dayPast' })
    expect(moveHold(recording(), [one()], 'a', { ...later, holdReviewOn: null }, by(first))).toMatchObject({ why: 'incomplete' })
    expect(moveHold(recording(), [one()], 'a', { holdReviewOn: '2026-04-01', holdReviewer: first }, by(first))).toMatchObject({
      why: 'nothingChanged',
    })
    expect(moveHold(recording(), [one({ endedOn: '2026-03-01' }), other], 'a', later, { actor: maker, now })).toMatchObject({
      why: 'holdOver',
    })
  })

  it('has a second reason beside the first, also by whoever looks at it, from the day that it was held', () => {
    const more = { holdReason: 'accident', holdReviewOn: '2026-03-20', holdReviewer: third } as const
    expect(holdRecording(recording(), [one()], more, { id: 'c', ...by(first) })).toMatchObject({
      next: { values: { status: 'held', heldOn: '2026-02-20', holdReviewOn: '2026-03-20', holdReviewers: [first, third] } },
    })
    expect(holdRecording(recording(), [one()], more, { id: 'c', ...by(third) })).toMatchObject({ why: 'notAllowed' })
    expect(mayHold(recording(), [one({ endedOn: '2026-03-01' })], by(first).actor)).toBe(false)
    expect(mayRead(recording(), by(second).actor)).toBe(true)
  })

  it('is free when all have ended, and not before; whoever looks at one ends that one', () => {
    expect(endHold(recording(), [one(), other], 'a', by(first))).toMatchObject({
      next: { values: { status: 'held', holdReason: 'accident', releasedOn: null } },
      events: [{ type: 'recording.holdEnded' }],
    })
    expect(endHold(recording(), [one(), other], 'b', by(first))).toMatchObject({ why: 'notAllowed' })
    expect(endHold(recording(), [one(), other], null, { actor: maker, now })).toMatchObject({ why: 'whichHold' })
    expect(endHold(recording(), [one({ endedOn: '2026-03-01' }), other], 'b', by(second))).toMatchObject({
      next: { values: { status: 'kept', releasedOn: '2026-03-02', holdReviewOn: null } },
      events: [{ type: 'recording.released' }],
    })
  })

  it('given to the police while another reason stands, it is held until that has ended too', () => {
    const given = { ...emptyValues(handOverFields), handedOn: '2026-03-01', handedTo: 'Politidistriktet' }
    const handed = handOverRecording(recording(), [one(), other], given, maker, now)
    expect(handed).toMatchObject({ next: { values: { status: 'held', handedOn: '2026-03-01' } } })
    const ended = endHold(recording({ handedOn: '2026-03-01' }), [one({ endedOn: '2026-03-01' }), other], 'b', by(second))
    expect(ended).toMatchObject({ next: { values: { status: 'handedOver' } } })
  })
})
