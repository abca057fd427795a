import { describe, expect, it } from 'vitest'
import type { ApprovalPart } from '../../kernel/approval.ts'
import { inAll } from '../../kernel/texts.ts'
import type { Given, StandIn } from './approval.ts'
import { approvalTasks, fallen, handOn, mayApprove, say, standing, titleOf, withdraw } from './rules.ts'

const now = new Date('2026-03-02T08:00:00Z')
const part = (name: string, more: Partial<ApprovalPart> = {}): ApprovalPart => ({
  part: name,
  label: inAll(() => name),
  may: false,
  person: null,
  roles: ['ciso'],
  ...more,
})
const owner = part('owner', { may: true, person: 'me', roles: ['systemOwner'] })
const security = part('security')
const asked = { parts: [owner, security], restsOn: 'A', state: 'open', different: false } as const
const me = { personId: 'me', now }
const given = (more: Partial<Given> = {}): Given => ({
  ...{ id: 'g', part: 'security', verdict: 'approved', restsOn: 'A', reason: null, by: 'other', onBehalfOf: null, at: now, fell: null },
  ...more,
})
const yes = { id: 'n', part: 'owner', verdict: 'approved', reason: null } as const
const standIn: StandIn = { part: 'owner', person: 'deputy', by: 'me', at: now }

describe('what is said of a record', () => {
  it('S4-117 is whole when every part has approved, and not before', () => {
    expect(say(asked, [], [], yes, me)).toMatchObject({
      ok: true,
      next: { whole: false, said: { part: 'owner', by: 'me', onBehalfOf: null, restsOn: 'A', at: now, fell: null } },
      events: [{ type: 'approval.given', part: 'owner' }],
    })
    expect(say(asked, [given()], [], yes, me)).toMatchObject({ next: { whole: true } })
    expect(say(asked, [given({ verdict: 'returned', reason: 'x' })], [], yes, me)).toMatchObject({ next: { whole: false } })
  })

  it('counts only where it was said of what the record says now, and has not fallen', () => {
    const fell = { at: now, because: 'withdrawn' } as const
    expect(say(asked, [given({ restsOn: 'B' })], [], yes, me)).toMatchObject({ next: { whole: false } })
    expect(say(asked, [given({ fell })], [], yes, me)).toMatchObject({ next: { whole: false } })
    expect(standing([given(), given({ restsOn: 'B' }), given({ fell })], 'A')).toEqual([given()])
    expect(fallen([given(), given({ restsOn: 'B' }), given({ restsOn: 'B', fell })], 'A')).toEqual([given({ restsOn: 'B' })])
  })

  it('is said by whose part it is, or by whom they have let, on their behalf', () => {
    expect(say(asked, [], [], { ...yes, part: 'security' }, me)).toMatchObject({ why: 'notAllowed' })
    expect(say(asked, [], [], { ...yes, part: 'nobody' }, me)).toMatchObject({ why: 'notAllowed' })
    const others = { ...asked, parts: [part('owner'), security] }
    const deputy = { personId: 'deputy', now }
    expect(say(others, [], [], yes, deputy)).toMatchObject({ why: 'notAllowed' })
    expect(say(others, [], [standIn], yes, deputy)).toMatchObject({ next: { said: { by: 'deputy', onBehalfOf: 'me' } } })
    expect(say(others, [], [{ ...standIn, part: 'security' }], yes, deputy)).toMatchObject({ why: 'notAllowed' })
    expect(mayApprove(part('owner'), [standIn], 'deputy', {})).toBe(true)
    expect(mayApprove(part('owner'), [standIn], 'me', {})).toBe(false)
  })

  it('S4-104 is not handed to whoever drafted it, nor said by them for another', () => {
    const drafted = { ...asked, drafters: ['deputy', null] }
    expect(handOn(drafted, [], 'owner', 'deputy', me)).toMatchObject({ why: 'drafted', fields: ['person'] })
    expect(handOn(drafted, [], 'owner', 'another', me)).toMatchObject({ ok: true })
    const others = { ...drafted, parts: [part('owner'), security] }
    expect(say(others, [], [standIn], yes, { personId: 'deputy', now })).toMatchObject({ why: 'notAllowed' })
    expect(mayApprove(part('owner'), [standIn], 'deputy', drafted)).toBe(false)
  })

  it('nothing is approved while something is missing; it may be sent back, with a reason', () => {
    const incomplete = { ...asked, state: 'incomplete' } as const
    expect(say(incomplete, [], [], yes, me)).toMatchObject({ why: 'notReady' })
    expect(say(incomplete, [], [], { ...yes, verdict: 'returned' }, me)).toMatchObject({ why: 'reasonMissing', fields: ['reason'] })
    expect(say(incomplete, [], [], { ...yes, verdict: 'returned', reason: 'Formålet' }, me)).toMatchObject({
      next: { whole: false, said: { verdict: 'returned', reason: 'Formålet' } },
      events: [{ type: 'approval.returned', part: 'owner' }],
    })
    expect(say({ ...asked, state: 'closed' }, [], [], yes, me)).toMatchObject({ why: 'notNow' })
  })

  it('twice is once, and another answer replaces it', () => {
    const own = given({ part: 'owner', by: 'me' })
    expect(say(asked, [own], [], yes, me)).toMatchObject({ why: 'nothingChanged' })
    expect(say(asked, [own], [], { ...yes, verdict: 'returned', reason: 'x' }, me)).toMatchObject({ ok: true })
  })

  it('two parts of three are two persons too, and what one sends back is whole for nobody', () => {
    const three = { ...asked, parts: [owner, security, part('chief')], different: true }
    const chief = given({ id: 'c', part: 'chief', by: 'third' })
    expect(say(three, [given({ by: 'me' }), chief], [], yes, me)).toMatchObject({ why: 'onePartEach' })
    expect(say(three, [given(), chief], [], yes, me)).toMatchObject({ next: { whole: true } })
    expect(say(three, [given(), chief], [], { ...yes, verdict: 'returned', reason: 'x' }, me)).toMatchObject({ next: { whole: false } })
  })

  it('two parts are two persons where the record asks for it', () => {
    const both = { ...asked, parts: [owner, part('security', { may: true })], different: true }
    expect(say(both, [given({ by: 'me' })], [], yes, me)).toMatchObject({ why: 'onePartEach' })
    expect(say(both, [given({ by: 'other' })], [], yes, me)).toMatchObject({ next: { whole: true } })
    expect(say({ ...both, different: false }, [given({ by: 'me' })], [], yes, me)).toMatchObject({ next: { whole: true } })
    expect(say(both, [given({ by: 'me' })], [], { ...yes, verdict: 'returned', reason: 'x' }, me)).toMatchObject({ ok: true })
  })
})

describe('taken back, and handed on', () => {
  it('is taken back by whoever said it, as long as it is not whole', () => {
    const own = given({ part: 'owner', by: 'me' })
    expect(withdraw(asked, [own], 'owner', me)).toMatchObject({
      next: { id: 'g', fell: { at: now, because: 'withdrawn' } },
      events: [{ type: 'approval.withdrawn', part: 'owner' }],
    })
    expect(withdraw(asked, [given()], 'security', me)).toMatchObject({ why: 'notAllowed' })
    expect(withdraw(asked, [], 'owner', me)).toMatchObject({ why: 'nothingChanged' })
    expect(withdraw({ ...asked, state: 'closed' }, [own], 'owner', me)).toMatchObject({ why: 'notNow' })
  })

  it('is handed on by the holder alone, to another', () => {
    expect(handOn(asked, [], 'owner', 'deputy', me)).toMatchObject({
      next: { part: 'owner', person: 'deputy', by: 'me', at: now },
      events: [{ type: 'approval.handedOn', part: 'owner' }],
    })
    expect(handOn(asked, [standIn], 'owner', 'deputy', me)).toMatchObject({ why: 'nothingChanged' })
    expect(handOn(asked, [], 'owner', 'me', me)).toMatchObject({ why: 'notYourself', fields: ['person'] })
    expect(handOn(asked, [standIn], 'owner', 'me', me)).toMatchObject({ next: { person: 'me' } })
    for (const name of ['security', 'nobody']) expect(handOn(asked, [], name, 'deputy', me)).toMatchObject({ why: 'notAllowed' })
    expect(handOn({ ...asked, state: 'closed' }, [], 'owner', 'deputy', me)).toMatchObject({ why: 'notNow' })
  })
})

describe('the tasks of those who must approve', () => {
  const tasks = (state: 'open' | 'incomplete' | 'closed', all: readonly Given[] = [], standIns: readonly StandIn[] = []) =>
    approvalTasks(
      { ...asked, state, name: inAll(() => 'ROS') },
      all,
      standIns,
      (one) => `/g/${one}`,
      titleOf((one) => `Godkjenn ${one}`),
    )

  it('each has one until they have said it; a stand-in has it instead of the holder', () => {
    expect(tasks('open')).toMatchObject([
      { kind: 'approval.wanted', key: 'owner', personId: 'me', href: '/g/owner', title: { nb: 'Godkjenn owner' }, about: { nb: 'ROS' } },
      { key: 'security', roles: ['ciso'] },
    ])
    expect(
      approvalTasks(
        { ...asked, parts: [owner], name: inAll(() => 'ROS') },
        [],
        [],
        String,
        titleOf((one) => `Godkjenn ${one}`),
      ),
    ).toMatchObject([{ title: { nb: 'Godkjenn null' } }])
    expect(tasks('open')[1]).not.toHaveProperty('personId')
    expect(tasks('open', [], [standIn])[0]).toMatchObject({ personId: 'deputy', roles: ['systemOwner'] })
    expect(tasks('open', [given()]).map(({ key }) => key)).toEqual(['owner'])
    expect(tasks('open', [given({ verdict: 'returned' })]).map(({ key }) => key)).toEqual(['owner'])
    expect(tasks('open', [given({ restsOn: 'B' })])).toHaveLength(2)
    expect([tasks('incomplete'), tasks('closed')]).toEqual([[], []])
  })
})
