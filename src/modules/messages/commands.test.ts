import { expect, test } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { played, type Staff, staffOf, testHouse } from '../tasks/factory.ts'
import { markRead } from './commands.ts'
import type { Notice } from './message.ts'
import { type Told, tell, unreadCount } from './public.ts'
import { myMessages, outbox } from './queries.ts'

const now = new Date('2026-11-27T12:00:00Z')
const later = new Date('2026-11-27T13:00:00Z')
const notice: Notice = {
  to: { roles: ['dpo'] },
  kind: 'deviation.received',
  title: { nb: 'Et avvik er meldt', nn: 'Eit avvik er meldt', en: 'A deviation has been reported' },
  reference: '2026/7',
  href: '/avvik/7',
}

describeDatabase('Telling people', (db) => {
  const setUp = async () => {
    const house = testHouse()
    const staff = await staffOf(db(), house, now)
    const play = <T>(work: Parameters<typeof played<T>>[4], actor?: Parameters<typeof played>[5], at = now) =>
      played(db(), house, staff, at, work, actor)
    return { house, staff, play, told: (more: Partial<Notice> = {}): Promise<Told> => play((ctx) => tell(ctx, { ...notice, ...more })) }
  }
  const mails = (play: Awaited<ReturnType<typeof setUp>>['play']) =>
    play((ctx) =>
      ctx.tx.selectFrom('mail').select(['address', 'language', 'title', 'reference', 'href', 'status']).orderBy('address').execute(),
    )
  const boxOf = (play: Awaited<ReturnType<typeof setUp>>['play'], staff: Staff, personId: string) =>
    play((ctx) => myMessages(ctx, 10, null), staff.actor(personId))

  test('reaches whoever holds the role today, in the product and by mail, in their own language', async () => {
    const { staff, play, told, house } = await setUp()
    expect(await told({ to: { roles: ['dpo'], persons: [staff.teacher, staff.leader] }, address: 'postmottak@prove.test' })).toMatchObject({
      mails: 4,
    })
    expect((await boxOf(play, staff, staff.dpo)).map((message) => message.title.nb)).toEqual(['Et avvik er meldt'])
    expect((await mails(play)).map((mail) => [mail.address?.split('@')[0], mail.language, mail.title])).toEqual([
      ['larar', 'nn', 'Eit avvik er meldt'],
      // Without a choice of their own: the organisation's language.
      ['leiar', 'nn', 'Eit avvik er meldt'],
      ['personvernombod', 'nb', 'Et avvik er meldt'],
      ['postmottak', 'nn', 'Eit avvik er meldt'],
    ])
    expect(house.enqueued.map((job) => job.queue)).toEqual(['mail', 'mail', 'mail', 'mail'])
  })

  test('S0-17 a round of reminders with no number to tell them apart is one mail that says how many, and as many messages', async () => {
    const { staff, play, told, house } = await setUp()
    const overdue = { ...notice, kind: 'task.overdue', reference: null, title: { nb: 'Over: Gjennomgå', nn: 'Over: Gå', en: 'Late' } }
    for (const n of [1, 2, 3]) await told({ ...overdue, href: `/systemer/${n}` })
    await told({ ...overdue, reference: '2026/8' })
    await play((ctx) => tell(ctx, { ...notice, ...overdue }), undefined, later)
    expect(await boxOf(play, staff, staff.dpo)).toHaveLength(5)
    const sent = await play((ctx) =>
      ctx.tx.selectFrom('mail').select(['title', 'reference', 'href', 'more']).orderBy('created_at').orderBy('id').execute(),
    )
    expect(sent.map(({ reference, href, more }) => [reference, href, more])).toEqual([
      [null, '/varsler', 2],
      ['2026/8', '/avvik/7', 0],
      [null, '/avvik/7', 0],
    ])
    expect(house.enqueued).toHaveLength(3)
  })

  test('each person once, and each mailbox once, whatever names and roles lead there', async () => {
    const { staff, play, told } = await setUp()
    const [dpo] = await mailboxes(staff.dpo)
    expect(await told({ to: { roles: ['dpo', 'dpo'], persons: [staff.dpo, staff.dpo] }, address: dpo?.toUpperCase() ?? null })).toEqual({
      persons: [staff.dpo],
      mails: 1,
    })
    expect(await boxOf(play, staff, staff.dpo)).toHaveLength(1)

    function mailboxes(id: string) {
      return play(async (ctx) => (await ctx.tx.selectFrom('person').select('email').where('id', '=', id).execute()).map((row) => row.email))
    }
  })

  test('a role that nobody holds: the administrator is told once a day of each case, however often something waits on it', async () => {
    const { staff, play, told } = await setUp()
    const vacant = { to: { roles: ['controller' as const] } }
    await play((ctx) => ctx.tx.updateTable('role_assignment').set({ role: 'admin' }).where('person_id', '=', staff.controller).execute())
    const heard = async () => (await boxOf(play, staff, staff.controller)).map(({ reference }) => reference)
    await told(vacant)
    await told(vacant)
    expect(await heard()).toEqual(['2026/7'])
    await told({ ...vacant, reference: '2026/8' })
    expect((await heard()).toSorted()).toEqual(['2026/7', '2026/8'])
    const midnight = new Date('2026-11-28T00:00:00+01:00')
    await play((ctx) => tell(ctx, { ...notice, ...vacant }), undefined, midnight)
    expect((await heard()).toSorted()).toEqual(['2026/7', '2026/7', '2026/8'])
  })

  test('someone without an address is told in the product only; the clockwork is not told at all', async () => {
    const { staff, play, told, house } = await setUp()
    await play((ctx) => ctx.tx.updateTable('person').set({ email: null }).where('id', '=', staff.teacher).execute())
    expect(await told({ to: { persons: [staff.teacher, '00000000-0000-7000-8000-000000000000'] } })).toEqual({
      persons: [staff.teacher],
      mails: 0,
    })
    expect(house.enqueued).toEqual([])
    // Nobody holds the role: whoever stands in is told.
    expect(await told({ to: { roles: ['cert'] } })).toEqual({ persons: [staff.dpo], mails: 1 })
  })

  test('nobody who has left is told, in the product or by mail; those named instead are', async () => {
    const { staff, play, told } = await setUp()
    await play((ctx) => ctx.tx.updateTable('person').set({ active: false }).where('id', 'in', [staff.teacher, staff.dpo]).execute())
    // The controller stands in for the officer who has left.
    expect(await told({ to: { persons: [staff.teacher], roles: ['dpo'] } })).toEqual({ persons: [staff.controller], mails: 1 })
    expect(await told({ to: { persons: [staff.teacher], instead: ['auditor'] } })).toMatchObject({ persons: [staff.auditor] })
    expect(await told({ to: { persons: [staff.leader], instead: ['auditor'] } })).toMatchObject({ persons: [staff.leader] })
    expect(await boxOf(play, staff, staff.teacher)).toEqual([])
  })

  test('a link out of the house is refused', async () => {
    const { told } = await setUp()
    await expect(told({ href: 'https://other.test/' })).rejects.toThrow('a path of Varde')
  })

  test('what happened not is not told: the notice goes with its transaction', async () => {
    const { staff, play } = await setUp()
    const undone = play(async (ctx) => {
      await tell(ctx, notice)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await boxOf(play, staff, staff.dpo)).toEqual([])
    expect(await mails(play)).toEqual([])
  })

  test('unread is counted for each alone, and only what was on the page is marked as read', async () => {
    const { staff, play, told, house } = await setUp()
    const dpo = staff.actor(staff.dpo, 'dpo')
    await told()
    await told()
    await played(db(), house, staff, later, (ctx) => tell(ctx, notice))
    const unread = (actor = dpo) => play((ctx) => unreadCount({ ...ctx, actor }), actor)
    expect(await unread()).toBe(3)
    expect(await unread(staff.actor(staff.teacher))).toBe(0)
    expect(await play((ctx) => markRead(ctx, now), staff.actor(staff.teacher))).toBe(0)
    expect(await play((ctx) => markRead(ctx, now), dpo)).toBe(2)
    expect(await unread()).toBe(1)
    expect((await boxOf(play, staff, staff.dpo)).map((message) => message.createdAt)).toEqual([later, now, now])
    expect(await play(outbox)).toEqual({ waiting: 3, untried: 3, uncertain: 0, failed: 0, oldestWaiting: now, lastFault: null })
  })
})
