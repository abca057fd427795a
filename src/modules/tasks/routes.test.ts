import { expect, test } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { askOf, drawn, played, staffOf, testHouse } from './factory.ts'
import { myTasks, syncTasks } from './public.ts'
import { routes } from './routes.tsx'

const now = new Date('2026-11-27T12:00:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)

describeDatabase('My tasks', (db) => {
  test('shows what is mine, how long is left, what is overdue, and where it is done', async () => {
    const house = testHouse()
    const staff = await staffOf(db(), house, now)
    const ask = askOf(db(), house, staff, now, routes)
    const title = (nb: string) => ({ nb, nn: nb, en: nb })
    const subject = { type: 'deviation', id: newId(now), reference: '2026/7', href: '/avvik/7' }
    await played(db(), house, staff, now, (ctx) =>
      syncTasks(ctx, subject, 'deviation.', [
        { kind: 'deviation.assess', title: title('Vurder avviket'), roles: ['dpo'], dueAt: hours(52) },
        { kind: 'deviation.answer', title: title('Svar på spørsmålet'), personId: staff.dpo, roles: ['dpo'], dueAt: hours(-3) },
        { kind: 'deviation.contain', title: title('Begrens skaden'), roles: ['leader'], dueAt: null },
      ]),
    )
    const page = drawn(await ask('GET', '/oppgaver', staff.actor(staff.dpo, 'dpo')))
    expect(page).toMatch(/Svar på spørsmålet.*Vurder avviket/s)
    expect(page).toContain('href="/avvik/7"')
    expect(page).toContain('2026/7')
    expect(page).toContain('52 timer igjen')
    expect(page).toContain('data-state="overdue"')
    expect(page).toContain('Fristen har gått ut for 1 oppgave.')
    expect(page).not.toContain('Begrens skaden')
    expect(drawn(await ask('GET', '/oppgaver', staff.actor(staff.auditor)))).toContain('Du har ingen oppgaver nå')
    const found = async (address: string) => {
      const rows = drawn(await ask('GET', address, staff.actor(staff.dpo, 'dpo'))).split('<tbody>')[1] ?? ''
      return ['Svar på spørsmålet', 'Vurder avviket'].filter((task) => rows.includes(task))
    }
    expect(await found('/oppgaver?frist=over')).toEqual(['Svar på spørsmålet'])
    expect(await found('/oppgaver?til=meg')).toEqual(['Svar på spørsmålet'])
    const search = async (ord: string) => {
      const answer = await ask('POST', '/oppgaver/sok', staff.actor(staff.dpo, 'dpo'), { ord })
      return found(answer.kind === 'redirect' ? answer.to : answer.kind)
    }
    expect(await search('VURDER')).toEqual(['Vurder avviket'])
    expect(await search('2026/7')).toHaveLength(2)
    expect(await search('nb')).toEqual([])
  })

  test('what a case or an impact assessment asks without a day lies before training that is due in weeks, and after what is overdue', async () => {
    const house = testHouse()
    const staff = await staffOf(db(), house, now)
    const ask = askOf(db(), house, staff, now, routes)
    const task = (kind: string, nb: string, dueAt: Date | null) => ({
      ...{ kind, title: { nb, nn: nb, en: nb }, personId: staff.dpo, roles: ['dpo' as const], dueAt },
    })
    const subject = (type: string) => ({ type, id: newId(now), reference: null, href: '/' })
    await played(
      db(),
      house,
      staff,
      now,
      async (ctx) => {
        await syncTasks(ctx, subject('article'), 'article.', [
          task('article.confirm', 'Les og bekreft', hours(14 * 24)),
          task('article.review', 'Se gjennom', null),
        ])
        await syncTasks(ctx, subject('dpia'), 'dpia.', [task('dpia.advise', 'Gi råd om en DPIA', null)])
        await syncTasks(ctx, subject('deviation'), 'deviation.', [
          task('deviation.contain', 'Stans og begrens skaden', null),
          task('deviation.answer', 'Svar på spørsmålet', hours(-3)),
        ])
        expect((await myTasks(ctx, 50)).map(({ title }) => title.nb)).toEqual([
          ...['Svar på spørsmålet', 'Gi råd om en DPIA', 'Stans og begrens skaden'],
          ...['Les og bekreft', 'Se gjennom'],
        ])
      },
      staff.actor(staff.dpo, 'dpo'),
    )
    const page = drawn(await ask('GET', '/oppgaver', staff.actor(staff.dpo, 'dpo')))
    expect(page).toMatch(/Svar på spørsmålet.*Gi råd om en DPIA.*Stans og begrens skaden.*Les og bekreft.*Se gjennom/s)
    expect(page.match(/Så snart som mulig/g)).toHaveLength(2)
  })
})
