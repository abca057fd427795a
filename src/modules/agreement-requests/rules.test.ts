import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { profiles } from '../organisation/public.ts'
import type { Kind, Request } from './agreement-request.ts'
import { recordFields } from './fields.ts'
import { receiversIn } from './profile.ts'
import { answerRequest, kindsFor, mayAnswer, maySee, requestTasks, sendRequest } from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (roles: readonly Role[], more: Partial<Actor> = {}): Actor => ({
  ...{ personId: 'me', organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
  ...more,
})
const profile = receiversIn(profiles.uio)
const request = (kind: Kind, over: Partial<Request['values']> = {}): Request => ({
  id: 'r',
  version: 1,
  values: { ...emptyValues(recordFields), kind, counterpart: 'Skyen', about: 'Timeplan', askedBy: 'other', askedAt: now, ...over },
})

describe('who answers a request', () => {
  it('S2-44 an agreement is asked of the controller’s office, and the task is theirs', () => {
    expect(requestTasks(request('agreement'), profile, () => 'Svar')).toMatchObject([
      { kind: 'agreement_request.answer', roles: ['controller'] },
    ])
    expect(mayAnswer(request('agreement'), actor(['controller']), profile)).toBe(true)
    expect(mayAnswer(request('agreement'), actor(['procurement']), profile)).toBe(false)
    expect(receiversIn(profiles.sandnes).agreement).toEqual(['controller', 'gdprUnit'])
  })
  it('S4-111 help with drafting is asked of Procurement, or of whoever stands in where nobody has the role', () => {
    expect(requestTasks(request('drafting'), profile, () => 'Hjelp')).toMatchObject([{ roles: ['procurement'] }])
    expect(mayAnswer(request('drafting'), actor(['procurement']), profile)).toBe(true)
    expect(mayAnswer(request('drafting'), actor(['controller']), profile)).toBe(false)
    expect(mayAnswer(request('drafting'), actor(['controller'], { standsInFor: ['procurement'] }), profile)).toBe(true)
  })
  it('is read by whoever sent it, those who answer, and the officer', () => {
    expect(maySee(request('agreement', { askedBy: 'me' }), actor(['employee']), profile)).toBe(true)
    expect(maySee(request('agreement'), actor(['employee', 'leader', 'auditor']), profile)).toBe(false)
    expect(maySee(request('agreement'), actor(['controller']), profile)).toBe(true)
    expect(maySee(request('drafting'), actor(['controller']), profile)).toBe(false)
    expect(maySee(request('drafting'), actor(['dpo']), profile)).toBe(true)
    expect(kindsFor(actor(['dpo']), profile)).toEqual(['agreement', 'drafting'])
    expect(kindsFor(actor(['procurement']), profile)).toEqual(['drafting'])
  })
})

describe('sent and answered', () => {
  it('says with whom and about what', () => {
    const asking = { kind: 'agreement' as const, counterpart: 'Skyen', about: 'Timeplan', unit: null }
    expect(sendRequest('r', asking, actor(['employee']), now)).toMatchObject({
      ok: true,
      next: { values: { askedBy: 'me', answeredAt: null } },
      events: [{ type: 'agreement_request.sent' }],
    })
    for (const field of ['kind', 'counterpart', 'about'] as const)
      expect(sendRequest('r', { ...asking, [field]: null }, actor(['employee']), now)).toMatchObject({ why: 'incomplete', fields: [field] })
  })
  it('the task says with whom, and nothing where that is not known', () => {
    const about = (counterpart: string | null) => requestTasks(request('agreement', { counterpart }), profile, () => 'Svar')[0]?.about
    expect(about('Skyen')).toEqual({ nb: 'Skyen', nn: 'Skyen', en: 'Skyen' })
    expect(about(null)).toEqual({ nb: '', nn: '', en: '' })
  })
  it('once, by those it was sent to; then there is no task', () => {
    const answer = { answer: 'Avtalen er her.', agreement: null }
    expect(answerRequest(request('agreement'), answer, actor(['procurement']), now, profile)).toMatchObject({ why: 'notAllowed' })
    expect(answerRequest(request('agreement'), { ...answer, answer: null }, actor(['controller']), now, profile)).toMatchObject({
      why: 'incomplete',
      fields: ['answer'],
    })
    const done = answerRequest(request('agreement'), answer, actor(['controller']), now, profile)
    if (!done.ok) throw new Error(done.why)
    expect(done.events).toEqual([{ type: 'agreement_request.answered' }])
    expect(requestTasks(done.next, profile, () => 'Svar')).toEqual([])
    expect(answerRequest(done.next, answer, actor(['controller']), now, profile)).toMatchObject({ why: 'nothingChanged' })
    const other = actor(['controller'], { personId: 'second' })
    expect(answerRequest(done.next, answer, other, now, profile)).toMatchObject({ why: 'answeredAlready' })
    const changed = { ...answer, answer: 'Et annet svar.' }
    expect(answerRequest(done.next, changed, actor(['controller']), now, profile)).toMatchObject({ why: 'answeredAlready' })
  })
})
