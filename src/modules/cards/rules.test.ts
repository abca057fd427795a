import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import type { Card, Deed } from './card.ts'
import { recordFields } from './fields.ts'
import {
  cardTasks,
  isHeld,
  isOut,
  isSpare,
  maySee,
  moveCard,
  openDeeds,
  orderCard,
  registerCard,
  replaceCard,
  returnBy,
  stopReturn,
} from './rules.ts'
import { deactivateLoan, handInLoan, isLate, isLoanOut, lendCard, loanTasks, loseLoan, mayReadLoans } from './rules-loan.ts'

const now = new Date('2026-03-02T08:00:00Z')
const actor = (personId: string, ...roles: readonly Role[]): Actor => ({
  ...{ personId, organisationId: 'o', roles, unitId: null, leads: [], profileVersion: 1 },
})
const [holder, leader, issuer] = [actor('holder'), actor('leader', 'leader'), actor('issuer', 'cardIssuer')]
const card = (over: Partial<Card['values']> = {}): Card => ({
  id: 'c',
  version: 1,
  values: {
    ...emptyValues(recordFields),
    uses: ['access'],
    delivery: 'mail',
    holder: 'holder',
    leader: 'leader',
    status: 'ordered',
    ...over,
  },
})
const free = { leader: null, taken: false }
const order = { uses: ['access', 'print', 'identification'], zones: null, delivery: 'mail', replaces: null } as const
const next = (outcome: ReturnType<typeof moveCard>): Card => (outcome.ok ? outcome.next : expect.unreachable(outcome.why))
const kinds = (one: Card) => cardTasks(one).map(({ kind }) => kind)

describe('an ID card', () => {
  it('S4-203 is not ordered without a photo, and reaches the issuers when the leader has passed it on', () => {
    const parts = { photos: 1, leader: 'leader' }
    expect(orderCard('c', order, { ...parts, photos: 0 }, holder, now)).toMatchObject({ why: 'noPhoto', fields: ['photo'] })
    const ordered = next(orderCard('c', order, parts, holder, now))
    expect([maySee(ordered, issuer), maySee(ordered, leader), maySee(ordered, holder)]).toEqual([false, true, true])
    expect(maySee(ordered, actor('x', 'admin', 'dpo', 'leader'))).toBe(false)
    expect(moveCard(ordered, 'produce', { cardNumber: '1' }, issuer, now)).toMatchObject({ ok: false })
    expect(moveCard(ordered, 'passOn', {}, holder, now)).toMatchObject({ why: 'notAllowed' })
    const passed = next(moveCard(ordered, 'passOn', {}, leader, now))
    expect([maySee(passed, issuer), kinds(ordered), kinds(passed)]).toEqual([true, ['id_card.passOn'], ['id_card.produce']])
    expect(orderCard('c', order, { ...parts, leader: null }, holder, now)).toMatchObject({ next: { values: { status: 'passed' } } })
  })

  it('S4-204 is made with a number, and then sent or ready, and received', () => {
    const passed = card({ status: 'passed' })
    expect(moveCard(passed, 'produce', {}, issuer, now)).toMatchObject({ fields: ['cardNumber'] })
    const produced = next(moveCard(passed, 'produce', { cardNumber: '17' }, issuer, now))
    expect(produced.values).toMatchObject({ status: 'produced', producedAt: now, cardNumber: '17' })
    const sent = next(moveCard(produced, 'deliver', {}, issuer, now))
    expect(sent.values).toMatchObject({ status: 'sent', deliveredAt: now })
    const fetched = { ...produced, values: { ...produced.values, delivery: 'collect' as const } }
    expect(next(moveCard(fetched, 'deliver', {}, issuer, now)).values.status).toBe('ready')
    expect(next(moveCard(sent, 'receive', {}, holder, now)).values).toMatchObject({ status: 'active', receivedAt: now })
  })

  it.each([['S4-200', 'access'] as const, ['S4-201', 'print'] as const, ['S4-202', 'identification'] as const])(
    '%s is registered with the use %s, alone and with the others',
    (_, use) => {
      const issue = { holder: 'holder', cardNumber: '1', uses: [use], zones: 'Rådhuset' }
      expect(next(registerCard('c', issue, free, issuer, now)).values).toMatchObject({ uses: [use], status: 'active' })
      expect(next(registerCard('c', { ...issue, uses: ['access', 'print', 'identification'] }, free, issuer, now)).values.uses).toContain(
        use,
      )
      expect(registerCard('c', { ...issue, uses: [] }, free, issuer, now)).toMatchObject({ fields: ['uses'] })
      expect(registerCard('c', issue, free, leader, now)).toMatchObject({ why: 'notAllowed' })
    },
  )

  it('S4-207 whoever has another card in use is not told to order a new one', () => {
    const lost = next(moveCard(card({ status: 'active' }), 'reportLoss', {}, holder, now))
    const other = (status: Card['values']['status']) => ({ ...card({ status }), id: 'other' })
    expect(isSpare(lost, [lost, other('active')])).toBe(true)
    expect(isSpare(lost, [lost, other('returned'), other('lost'), other('ordered')])).toBe(false)
    expect(cardTasks(lost, true).map(({ kind }) => kind)).toEqual(['id_card.deactivate'])
  })

  it('S4-207 a lost card has two timed tasks until it is deactivated and a new one ordered', () => {
    const lost = next(moveCard(card({ status: 'active' }), 'reportLoss', {}, holder, now))
    expect(cardTasks(lost)).toMatchObject([
      { kind: 'id_card.deactivate', roles: ['cardIssuer'], dueAt: new Date('2026-03-03T08:00:00Z') },
      { kind: 'id_card.reorder', personId: 'holder', dueAt: new Date('2026-03-05T08:00:00Z'), href: '/id-kort/ny' },
    ])
    expect(moveCard(lost, 'deactivate', {}, holder, now)).toMatchObject({ why: 'notAllowed' })
    const shut = next(moveCard(lost, 'deactivate', {}, issuer, new Date('2026-03-02T09:30:00Z')))
    expect([shut.values.status, shut.values.deactivatedAt, kinds(shut)]).toEqual([
      'deactivated',
      new Date('2026-03-02T09:30:00Z'),
      ['id_card.reorder'],
    ])
    expect(kinds(next(replaceCard(shut, now)))).toEqual([])
    expect(replaceCard(card({ status: 'active' }), now)).toMatchObject({ why: 'nothingChanged' })
  })

  it.each([
    [
      'over the night when summer time begins: 24 hours, by the clock an hour later',
      '2026-03-28T12:00:00Z',
      '2026-03-29T12:00:00Z',
      '2026-03-31T12:00:00Z',
    ],
    ['over the night when summer time ends', '2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z', '2026-10-27T22:30:00Z'],
    ['on Christmas Eve: it waits for nobody’s holiday', '2026-12-24T15:00:00Z', '2026-12-25T15:00:00Z', '2026-12-27T15:00:00Z'],
    ['on 28 February of a leap year', '2028-02-28T08:00:00Z', '2028-02-29T08:00:00Z', '2028-03-02T08:00:00Z'],
  ])('S4-207 lost %s', (_, lostAt, deactivated, ordered) => {
    const due = cardTasks(card({ status: 'lost', lostAt: new Date(lostAt) })).map(({ kind, dueAt }) => [kind, dueAt])
    expect(due).toEqual([
      ['id_card.deactivate', new Date(deactivated)],
      ['id_card.reorder', new Date(ordered)],
    ])
  })

  it('S4-205 goes to the leader on the last working day, on to the issuers, and is received: three dates, in that order', () => {
    const days = ['2026-03-31', '2026-04-01', '2026-04-02'].map((day) => new Date(`${day}T08:00:00Z`))
    const active = card({ status: 'active' })
    expect(moveCard(active, 'startReturn', {}, leader, now)).toMatchObject({ fields: ['leavesOn'] })
    const leaving = next(moveCard(active, 'startReturn', { leavesOn: '2026-03-31' }, leader, now))
    expect(cardTasks(leaving)).toMatchObject([{ kind: 'id_card.handIn', personId: 'leader', dueAt: new Date('2026-03-31T22:00:00Z') }])
    for (const deed of ['forward', 'takeBack'] as const)
      expect(openDeeds(leaving, deed === 'forward' ? leader : issuer)).not.toContain(deed)
    const handed = next(moveCard(leaving, 'handIn', {}, leader, days[0] ?? now))
    const forwarded = next(moveCard(handed, 'forward', {}, leader, days[1] ?? now))
    const back = next(moveCard(forwarded, 'takeBack', {}, issuer, days[2] ?? now))
    expect([back.values.handedInAt, back.values.forwardedAt, back.values.returnedAt, back.values.status]).toEqual([...days, 'returned'])
    expect([kinds(handed), kinds(forwarded), kinds(back)]).toEqual([['id_card.forward'], ['id_card.takeBack'], []])
    expect(returnBy(active, '2026-03-31', 'leader', now)).toMatchObject({ next: { values: { leavesOn: '2026-03-31', leader: 'leader' } } })
    expect(returnBy(leaving, '2026-03-31', 'leader', now)).toMatchObject({ why: 'nothingChanged' })
    expect(next(stopReturn(leaving)).values.leavesOn).toBeNull()
    for (const one of [active, handed, back]) expect(stopReturn(one)).toMatchObject({ why: 'nothingChanged' })
    // Nobody leads whoever leaves: the issuers get the card back themselves, and it is nobody's who is not there.
    const led = next(returnBy(active, '2026-03-31', null, now))
    expect(cardTasks(led)).toMatchObject([{ kind: 'id_card.handIn', roles: ['cardIssuer'] }])
    expect([led, leaving].map((one) => openDeeds(one, issuer).includes('handIn'))).toEqual([true, false])
    expect(cardTasks(next(moveCard(led, 'handIn', {}, issuer, now)))).toMatchObject([{ kind: 'id_card.forward', roles: ['cardIssuer'] }])
  })

  it('each deed is done by whom it belongs to, and once', () => {
    const all: readonly Deed[] = ['passOn', 'decline', 'produce', 'deliver', 'receive', 'deactivate', 'handIn', 'forward', 'takeBack']
    for (const deed of all) expect([deed, moveCard(card({ status: 'returned' }), deed, {}, actor('x'), now).ok]).toEqual([deed, false])
    expect(moveCard(card({ status: 'passed' }), 'passOn', {}, leader, now)).toMatchObject({ why: 'nothingChanged' })
  })
})

describe('a loan card', () => {
  it('S4-208 is lent and taken in by the Service office, and is late the day after', () => {
    const office = actor('office', 'serviceOffice')
    expect(lendCard('l', { holder: 'holder', cardNumber: 'L1' }, false, holder, now)).toMatchObject({ why: 'notAllowed' })
    expect(lendCard('l', { holder: 'holder', cardNumber: 'L1' }, true, office, now)).toMatchObject({
      why: 'isLent',
      fields: ['cardNumber'],
    })
    const loan = lendCard('l', { holder: 'holder', cardNumber: 'L1' }, false, office, now)
    if (!loan.ok) throw new Error(loan.why)
    expect([
      isLate(loan.next, now),
      isLate(loan.next, new Date('2026-03-02T22:30:00Z')),
      isLate(loan.next, new Date('2026-03-02T23:30:00Z')),
    ]).toEqual([false, false, true])
    const back = handInLoan(loan.next, office, now)
    if (!back.ok) throw new Error(back.why)
    expect(isLate(back.next, new Date('2026-04-02T08:00:00Z'))).toBe(false)
    expect(handInLoan(back.next, office, now)).toMatchObject({ why: 'nothingChanged' })
  })
})

const said = (outcome: ReturnType<typeof moveCard> | ReturnType<typeof lendCard>) =>
  outcome.ok ? outcome.events.map(({ type }) => type).join(' ') : [outcome.why, ...outcome.fields].join(' ')
const stranger = actor('x', 'employee')

describe('what is open, of a card', () => {
  const leaves = { status: 'active', leavesOn: '2026-03-31' } as const
  const [handedInAt, forwardedAt] = [now, now]
  it.each<[string, Partial<Card['values']>, readonly Deed[], readonly Deed[], readonly Deed[]]>([
    // what it is, what its holder does, what the leader does, what an issuer does
    ['ordered', { status: 'ordered' }, [], ['passOn', 'decline'], []],
    ['declined', { status: 'declined' }, [], [], []],
    ['passed on', { status: 'passed' }, [], [], ['produce']],
    ['made', { status: 'produced' }, [], [], ['deliver']],
    ['sent', { status: 'sent' }, ['receive', 'reportLoss'], ['reportLoss'], ['receive', 'reportLoss']],
    ['ready to be fetched', { status: 'ready' }, ['receive', 'reportLoss'], ['reportLoss'], ['receive', 'reportLoss']],
    ['in use', { status: 'active' }, ['reportLoss'], ['reportLoss', 'startReturn'], ['reportLoss', 'startReturn']],
    ['lost', { status: 'lost' }, [], [], ['deactivate']],
    ['lost by whoever is to leave', { ...leaves, status: 'lost' }, [], [], ['deactivate']],
    ['to be handed in', leaves, ['reportLoss'], ['reportLoss', 'startReturn', 'handIn'], ['reportLoss', 'startReturn']],
    ['handed in', { ...leaves, handedInAt }, ['reportLoss'], ['reportLoss', 'forward'], ['reportLoss']],
    ['on its way to the issuers', { ...leaves, handedInAt, forwardedAt }, ['reportLoss'], ['reportLoss'], ['reportLoss', 'takeBack']],
    ['returned', { ...leaves, status: 'returned', handedInAt, forwardedAt }, [], [], []],
  ])('S4-205 one that is %s', (_, over, ...byWhom) => {
    expect([holder, leader, issuer].map((who) => openDeeds(card(over), who))).toEqual(byWhom)
    expect(openDeeds(card(over), stranger)).toEqual([])
  })
  it('S4-205 where nobody leads, the issuers hand it in and on', () => {
    expect(openDeeds(card({ ...leaves, leader: null }), issuer)).toContain('handIn')
    expect(openDeeds(card({ ...leaves, leader: null, handedInAt }), issuer)).toContain('forward')
  })
  it.each<[Card['values']['status'], boolean, boolean]>([
    // in somebody's hand; had, or coming
    ['ordered', false, true],
    ['declined', false, false],
    ['passed', false, true],
    ['produced', false, true],
    ['sent', true, true],
    ['ready', true, true],
    ['active', true, true],
    ['lost', false, true],
    ['deactivated', false, false],
    ['returned', false, false],
  ])('one that is %s is in hand: %s, is held: %s', (status, out, held) => {
    expect([isOut(card({ status })), isHeld(card({ status }))]).toEqual([out, held])
  })
})

describe('what a deed says', () => {
  const sound = { photos: 1, leader: 'leader' }
  const issue = { holder: 'holder', cardNumber: '1', uses: ['access' as const], zones: null }
  it.each<[string, () => ReturnType<typeof moveCard>, string]>([
    ['ordered', () => orderCard('c', order, sound, holder, now), 'id_card.ordered'],
    ['ordered for no use', () => orderCard('c', { ...order, uses: [] }, sound, holder, now), 'incomplete uses'],
    ['registered', () => registerCard('c', issue, free, issuer, now), 'id_card.registered'],
    ['registered with another’s number', () => registerCard('c', issue, { ...free, taken: true }, issuer, now), 'isAnothers cardNumber'],
    ['registered without a number', () => registerCard('c', { ...issue, cardNumber: null }, free, issuer, now), 'incomplete cardNumber'],
    ['passed on', () => moveCard(card(), 'passOn', {}, leader, now), 'id_card.passedOn'],
    ['made without a number', () => moveCard(card({ status: 'passed' }), 'produce', {}, issuer, now), 'incomplete cardNumber'],
    ['to be returned on no day', () => moveCard(card({ status: 'active' }), 'startReturn', {}, leader, now), 'incomplete leavesOn'],
    [
      'to be returned on the same day',
      () => moveCard(card({ status: 'active', leavesOn: '2026-03-31' }), 'startReturn', { leavesOn: '2026-03-31' }, leader, now),
      'nothingChanged',
    ],
    ['returned by the clock when it is lost', () => returnBy(card({ status: 'lost' }), '2026-03-31', 'leader', now), 'nothingChanged'],
    ['kept after all', () => stopReturn(card({ status: 'active', leavesOn: '2026-03-31' })), 'id_card.returnStopped'],
    ['kept after all when it is lost', () => stopReturn(card({ status: 'lost', leavesOn: '2026-03-31' })), 'nothingChanged'],
    ['replaced', () => replaceCard(card({ status: 'deactivated', lostAt: now }), now), 'id_card.replaced'],
    ['replaced again', () => replaceCard(card({ status: 'deactivated', lostAt: now, replacedAt: now }), now), 'nothingChanged'],
  ])('%s', (_, deed, expected) => {
    expect(said(deed())).toBe(expected)
  })
  it('S4-203 a leader declines an order, and there is nothing more to do', () => {
    const declined = next(moveCard(card(), 'decline', {}, leader, now))
    expect([declined.values.status, kinds(declined)]).toEqual(['declined', []])
  })
  it('a step of a card that is leaving is not held back by its last day', () => {
    const given = { leavesOn: '2026-03-31' }
    expect(said(moveCard(card({ status: 'active', ...given }), 'handIn', given, leader, now))).toBe('id_card.handedIn')
  })
  it('a loss is told of to the leader of today, and to the one there was where nobody says', () => {
    const lost = (given: { leader?: string | null }) =>
      next(moveCard(card({ status: 'active' }), 'reportLoss', given, holder, now)).values.leader
    expect([lost({}), lost({ leader: 'new' }), lost({ leader: null })]).toEqual(['leader', 'new', null])
  })
  it('what is replaced is else as it was', () => {
    const lost = card({ status: 'deactivated', lostAt: now })
    expect(next(replaceCard(lost, now)).values).toEqual({ ...lost.values, replacedAt: now })
  })
})

describe('whose task a card is', () => {
  const leaves = { status: 'active', leavesOn: '2026-03-31', handedInAt: now } as const
  it.each<[string, Partial<Card['values']>, object | null]>([
    ['made', { status: 'produced' }, { kind: 'id_card.deliver', roles: ['cardIssuer'] }],
    ['sent', { status: 'sent' }, { kind: 'id_card.receive', roles: [], personId: 'holder' }],
    ['ready', { status: 'ready' }, { kind: 'id_card.receive', roles: [], personId: 'holder' }],
    ['ordered where nobody leads', { status: 'ordered', leader: null }, null],
    ['in use', { status: 'active' }, null],
    ['handed in', leaves, { kind: 'id_card.forward', roles: [], personId: 'leader' }],
    ['sent on', { ...leaves, forwardedAt: now }, { kind: 'id_card.takeBack', roles: ['cardIssuer'] }],
  ])('S4-204 one that is %s', (_, over, task) => {
    expect(cardTasks(card(over))).toMatchObject(task ? [task] : [])
  })
  it('a task has its words in each language, and an address only where the deed is elsewhere', () => {
    const [task] = cardTasks(card({ status: 'sent' }))
    for (const word of Object.values(task?.title ?? { nb: '' })) expect(word).not.toBe('')
    expect(task?.title.nb).toEqual(expect.any(String))
    expect(task).not.toHaveProperty('href')
  })
  it('S4-207 a card is no spare of itself', () => {
    const one = card({ status: 'active' })
    expect(isSpare(one, [one])).toBe(false)
  })
})

describe('what a loan says', () => {
  const office = actor('office', 'serviceOffice')
  const lending = { holder: 'holder', cardNumber: 'L1' }
  const loan = { id: 'l', version: 1, values: { ...lending, lentAt: now, handedInAt: null, lostAt: null, deactivatedAt: null } }
  it('S4-208 read by the Service office and the issuers', () => {
    expect([office, issuer, leader, stranger].map(mayReadLoans)).toEqual([true, true, false, false])
  })
  it('S4-208 lent with a number to somebody, and taken in by the office', () => {
    expect(said(lendCard('l', lending, false, office, now))).toBe('loan_card.lent')
    expect(said(lendCard('l', { ...lending, holder: null }, false, office, now))).toBe('incomplete holder')
    expect(handInLoan(loan, office, now)).toMatchObject({
      next: { values: { ...lending, lentAt: now, handedInAt: now } },
      events: [{ type: 'loan_card.handedIn' }],
    })
    expect(said(handInLoan(loan, issuer, now))).toBe('notAllowed')
  })
  it('a lost loan is said to be so by whoever has it, the office and the issuers; it is late no more, and is deactivated within a day', () => {
    for (const by of [holder, office, issuer])
      expect(loseLoan(loan, by, now)).toMatchObject({ next: { values: { lostAt: now } }, events: [{ type: 'loan_card.lossReported' }] })
    expect(said(loseLoan(loan, stranger, now))).toBe('notAllowed')
    const lost = { ...loan, values: { ...loan.values, lostAt: now } }
    expect(said(loseLoan(lost, holder, now))).toBe('nothingChanged')
    expect(said(loseLoan({ ...loan, values: { ...loan.values, handedInAt: now } }, holder, now))).toBe('notNow')
    const later = new Date('2026-03-05T08:00:00Z')
    expect([isLate(loan, later), isLate(lost, later), isLoanOut(loan), isLoanOut(lost)]).toEqual([true, false, true, false])
    expect(loanTasks(lost)).toMatchObject([
      { kind: 'loan_card.deactivate', roles: ['cardIssuer'], dueAt: new Date('2026-03-03T08:00:00Z') },
    ])
    expect([said(deactivateLoan(lost, office, now)), said(deactivateLoan(loan, issuer, now))]).toEqual(['notAllowed', 'notNow'])
    const done = deactivateLoan(lost, issuer, later)
    expect(done).toMatchObject({ next: { values: { deactivatedAt: later } } })
    expect(done.ok && [loanTasks(done.next), said(deactivateLoan(done.next, issuer, later))]).toEqual([[], 'nothingChanged'])
    // Found again, it is handed in; the task stays until it is deactivated.
    expect(handInLoan(lost, office, later)).toMatchObject({ next: { values: { handedInAt: later, lostAt: now } } })
  })
})
