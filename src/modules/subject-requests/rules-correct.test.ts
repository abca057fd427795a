import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { profiles } from '../organisation/public.ts'
import { someAsking } from './factory-answers.ts'
import { requestProfile } from './profile.ts'
import { receiveRequest } from './rules.ts'
import { correctRequest, mayCorrect } from './rules-correct.ts'
import type { Correcting, SubjectRequest } from './subject-request.ts'

const now = new Date('2026-03-10T08:00:00Z')
const profile = requestProfile(profiles.sauda)
const own = { ...profile, days: 14 }
const actor = (...roles: readonly Role[]): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
})
const receiver = actor('controller')
const from = { reference: 'K-2026-0001', channel: 'letter', receivedOn: '2026-03-02', askedBy: null } as const
const received = (over: Partial<SubjectRequest['values']> = {}, by = profile): SubjectRequest => {
  const outcome = receiveRequest('r', someAsking, from, by, now)
  if (!outcome.ok) throw new Error(outcome.why)
  return { ...outcome.next, values: { ...outcome.next.values, ...over } }
}
const said = (over: Partial<Correcting> = {}): Correcting => ({
  ...{ ...someAsking, channel: 'letter', receivedOn: '2026-03-02', correctReason: 'Poststempelet sier noe annet.' },
  ...over,
})
const told = { extendReason: 'Mange systemer.', extendToldOn: '2026-03-09', extendedAt: now, dueOn: '2026-06-02' } as const

describe('S2-31 a request that was written in wrong', () => {
  it('is corrected, and is to be answered a month from the right day, with what was changed in the log', () => {
    expect(correctRequest(received(), said({ receivedOn: '2026-02-19' }), receiver, now, profile)).toMatchObject({
      ok: true,
      next: { values: { receivedOn: '2026-02-19', dueOn: '2026-03-19' } },
      events: [{ type: 'subject_request.corrected', fields: ['receivedOn'] }],
    })
    // A month from 4 March is the Saturday of Easter: the Tuesday after it.
    expect(correctRequest(received(), said({ receivedOn: '2026-03-04' }), receiver, now, profile)).toMatchObject({
      next: { values: { dueOn: '2026-04-07' } },
    })
  })

  it('keeps the limit it was received under, whatever the organisation has set since', () => {
    const right = said({ receivedOn: '2026-03-04' })
    expect(correctRequest(received({}, own), right, receiver, now, profile)).toMatchObject({ next: { values: { dueOn: '2026-03-18' } } })
    expect(correctRequest(received(), right, receiver, now, own)).toMatchObject({ next: { values: { dueOn: '2026-04-07' } } })
    expect(correctRequest(received(), said({ right: 'erasure' }), receiver, now, own)).toMatchObject({
      next: { values: { right: 'erasure', dueOn: '2026-04-07' } },
    })
  })

  it('has its extension still where that was told within the month of the right day, and the month alone where it was not', () => {
    const right = (receivedOn: string) => correctRequest(received(told), said({ receivedOn }), receiver, now, profile)
    expect(right('2026-02-09')).toMatchObject({ next: { values: { dueOn: '2026-05-11', extendedAt: now } } })
    expect(right('2026-02-05')).toMatchObject({ next: { values: { dueOn: '2026-03-05', extendedAt: null, extendReason: null } } })
    expect(right('2026-03-10')).toMatchObject({ ok: false, why: 'receivedAfterTold', fields: ['receivedOn'] })
  })

  it('asks anew who it is, where the name, the contact or whom they ask for was wrong', () => {
    const confirmed = received({ identity: 'inPerson', identifiedAt: now, identifiedBy: 'me' })
    const of = (over: Partial<Correcting>) => {
      const outcome = correctRequest(confirmed, said(over), receiver, now, profile)
      return outcome.ok && outcome.next.values.identifiedAt
    }
    expect([of({ name: 'En annen' }), of({ contact: 'Et annet sted' }), of({ actsFor: 'guardian' })]).toEqual([null, null, null])
    expect([of({ right: 'erasure' }), of({ receivedOn: '2026-03-01' })]).toEqual([now, now])
  })

  it.each([
    [
      'by somebody who does not receive requests',
      () => correctRequest(received(), said({ right: 'erasure' }), actor('dpo'), now, profile),
      'notAllowed',
    ],
    [
      'of what whoever asked has written',
      () => correctRequest(received({ channel: 'signedIn' }), said(), receiver, now, profile),
      'notWrittenIn',
    ],
    ['from the open form', () => correctRequest(received({ channel: 'open' }), said(), receiver, now, profile), 'notWrittenIn'],
    ['that is answered', () => correctRequest(received({ status: 'answered' }), said(), receiver, now, profile), 'answeredAlready'],
    ['that was sent on', () => correctRequest(received({ status: 'sentOn' }), said(), receiver, now, profile), 'answeredAlready'],
    ['without a reason', () => correctRequest(received(), said({ correctReason: null }), receiver, now, profile), 'incomplete'],
    ['to a day to come', () => correctRequest(received(), said({ receivedOn: '2026-03-11' }), receiver, now, profile), 'receivedInFuture'],
    ['to what it says', () => correctRequest(received(), said(), receiver, now, profile), 'nothingCorrected'],
    ['with an identity number', () => correctRequest(received(), said({ name: '13097248022' }), receiver, now, profile), 'identityNumber'],
    [
      'with an identity number in the reason',
      () => correctRequest(received(), said({ right: 'erasure', correctReason: '13097248022' }), receiver, now, profile),
      'identityNumber',
    ],
  ])('is not corrected %s', (_, deed, why) => expect(deed()).toMatchObject({ ok: false, why }))

  it('offers the form to those alone who may send it', () => {
    expect([mayCorrect(received(), receiver, profile), mayCorrect(received(), actor('dpo'), profile)]).toEqual([true, false])
    expect(mayCorrect(received({ channel: 'signedIn' }), receiver, profile)).toBe(false)
    expect(mayCorrect(received({ status: 'answered' }), receiver, profile)).toBe(false)
  })
})
