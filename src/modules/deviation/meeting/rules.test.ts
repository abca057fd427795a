import { describe, expect, it } from 'vitest'
import { emptyValues } from '../../../kernel/fields.ts'
import { hoursFrom, ids, makeBy, makeDeviation, must, someMonday } from '../factory.ts'
import { type Meeting, meetingFields, minutesFields } from './fields.ts'
import { type Called, callMeeting, isCalled, keepMinutes } from './rules.ts'

const deviation = makeDeviation('sauda', { status: 'open' })
const by = makeBy(deviation, 'sauda', ['dpo'])
const called: Called = {
  ...emptyValues(meetingFields),
  at: hoursFrom(someMonday, 24),
  participants: [{ person: ids.leader, as: 'leader' }],
}
const meeting: Meeting = {
  ...emptyValues(minutesFields),
  ...called,
  at: hoursFrom(someMonday, 24),
  id: ids.system,
  calledBy: by.actor.personId,
  minutesAt: null,
  minutesBy: null,
}
const said = { minutes: 'Vi gjekk gjennom saka.', decisions: 'Slå av autoutfylling.' }

describe('S3-20 a case meeting', () => {
  it('is called by those who handle the case, with a time and somebody to meet; the log says how many, and never who', () => {
    const outcome = callMeeting(deviation, called, by)
    expect(outcome).toMatchObject({ ok: true, events: [{ type: 'deviation.meetingCalled', people: 1 }] })
    expect(JSON.stringify(outcome.ok && outcome.events)).not.toContain(ids.leader)
    expect(callMeeting(deviation, { ...called, at: null }, by)).toMatchObject({ why: 'incomplete', fields: ['at'] })
    expect(callMeeting(deviation, { ...called, participants: [] }, by)).toMatchObject({ why: 'incomplete', fields: ['participants'] })
    expect(callMeeting(deviation, { ...called, participants: [], others: 'leverandøren' }, by)).toMatchObject({ ok: true })
    for (const role of ['employee', 'auditor', 'admin'] as const)
      expect(callMeeting(deviation, called, makeBy(deviation, 'sauda', [role], { personId: ids.owner }))).toMatchObject({
        why: 'notAllowed',
      })
    expect(callMeeting({ ...deviation, status: 'closed' }, called, by)).toMatchObject({ why: 'notNow' })
  })

  it('has minutes once, and what is to be done joins the list of actions', () => {
    const action = {
      id: ids.owner,
      purpose: 'prevent',
      what: 'Slå av',
      state: 'planned',
      responsibleRole: null,
      responsiblePerson: null,
      responsible: 'IT',
      dueOn: null,
      doneOn: null,
      evidence: null,
    } as const
    const before = { ...action, id: ids.system, what: 'Be om sletting', state: 'done' } as const
    const next = must(keepMinutes({ ...deviation, measures: [before] }, meeting, said, [action], by))
    expect(next.measures).toEqual([before, action])
    expect(must(keepMinutes({ ...deviation, measures: [before] }, meeting, said, [], by)).measures).toEqual([before])
    expect(keepMinutes(deviation, meeting, { ...said, minutes: null }, [], by)).toMatchObject({ why: 'incomplete', fields: ['minutes'] })
    const kept = { ...meeting, ...said, minutesAt: someMonday }
    expect(keepMinutes(deviation, kept, said, [], by)).toMatchObject({ why: 'nothingChanged' })
    expect(keepMinutes(deviation, kept, { ...said, minutes: 'Noko anna.' }, [], by)).toMatchObject({ why: 'notNow' })
  })

  it('is there for those who are called, and for no others', () => {
    expect([isCalled(meeting, ids.leader), isCalled(meeting, ids.owner)]).toEqual([true, false])
  })
})
