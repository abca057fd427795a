import { expect, test } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { askOf, drawn, played, staffOf, testHouse } from '../tasks/factory.ts'
import { tell } from './public.ts'
import { routes } from './routes.tsx'

const now = new Date('2026-11-27T12:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

describeDatabase('My notices', (db) => {
  const setUp = async () => {
    const house = testHouse()
    const staff = await staffOf(db(), house, now)
    const ask = askOf(db(), house, staff, now, routes)
    const told = (n: number) =>
      played(db(), house, staff, minutes(n), (ctx) => {
        const title = { nb: `Nytt ${n}.`, nn: `Nytt ${n}.`, en: `News ${n}.` }
        return tell(ctx, { to: { persons: [staff.dpo] }, kind: 'x', title, reference: `2026/${n}`, href: `/avvik/${n}` })
      })
    return { ask, told, dpo: staff.actor(staff.dpo, 'dpo'), other: staff.actor(staff.leader, 'leader') }
  }

  test('shows mine and nobody else’s, newest first, and marks as read what was on the page', async () => {
    const { ask, told, dpo, other } = await setUp()
    await told(1)
    await told(2)
    const page = drawn(await ask('GET', '/varsler', dpo))
    expect(page).toMatch(/Nytt 2\..*Nytt 1\./s)
    expect(page.match(/Ulest/g)).toHaveLength(2)
    expect(drawn(await ask('GET', '/varsler', other))).toContain('Du har ingen varsler')

    await told(3)
    const shown = /name="tilOgMed" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(await ask('POST', '/varsler/lest', other, { tilOgMed: shown })).toMatchObject({ to: '/varsler', said: null })
    expect(await ask('POST', '/varsler/lest', dpo, { tilOgMed: shown })).toMatchObject({
      to: '/varsler',
      said: '2 varsler er merket som lest.',
    })
    expect(drawn(await ask('GET', '/varsler', dpo)).match(/Ulest/g)).toHaveLength(1)
    expect(await ask('POST', '/varsler/lest', dpo, { tilOgMed: 'x' })).toMatchObject({ said: null })
  })

  test('page after page, each comes once', async () => {
    const { ask, told, dpo } = await setUp()
    for (let n = 0; n < 70; n++) await told(Math.floor(n / 3))
    const first = drawn(await ask('GET', '/varsler', dpo))
    const next = /href="(\/varsler\?etter=[^"]+)"/.exec(first)?.[1] ?? ''
    const second = drawn(await ask('GET', next.replaceAll('&amp;', '&'), dpo))
    expect(first.match(/Ulest/g)).toHaveLength(50)
    expect(second.match(/Ulest/g)).toHaveLength(20)
    expect(second).toContain('Nytt 0.')
    expect(second).not.toContain('Nytt 22.')
  })
})

describeDatabase('Mail that may have come', (db) => {
  test('is sent again by the administrator alone', async () => {
    const house = testHouse()
    const staff = await staffOf(db(), house, now)
    const ask = askOf(db(), house, staff, now, routes)
    const title = { nb: 'Nytt', nn: 'Nytt', en: 'News' }
    await played(db(), house, staff, now, (ctx) =>
      tell(ctx, { to: { persons: [staff.dpo] }, kind: 'x', title, reference: null, href: '/' }),
    )
    await played(db(), house, staff, now, (ctx) => ctx.tx.updateTable('mail').set({ status: 'uncertain' }).execute())
    const statuses = () => played(db(), house, staff, now, (ctx) => ctx.tx.selectFrom('mail').select('status').execute())
    const route = routes.find((one) => one.path === '/varsler/usikre')
    const may = route?.may
    expect(typeof may === 'function' && may(staff.actor(staff.dpo, 'dpo'))).toBe(false)
    expect(typeof may === 'function' && may(staff.actor(staff.dpo, 'admin'))).toBe(true)
    house.enqueued.length = 0
    expect(await ask('POST', '/varsler/usikre', staff.actor(staff.dpo, 'admin'))).toMatchObject({ kind: 'redirect', to: '/innstillinger' })
    expect(await statuses()).toEqual([{ status: 'waiting' }])
    expect(house.enqueued).toHaveLength(1)
  })
})
