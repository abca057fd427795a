import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { describeDatabase } from '../../../test/support/database.ts'
import type { Actor } from '../../kernel/actor.ts'
import { record } from '../../kernel/audit.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Form } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { askOf, drawn, played, staffOf, testHouse } from '../tasks/factory.ts'
import type { LogKinds } from './audit.ts'
import { timelineOf } from './public.ts'
import { auditRoutes } from './routes.tsx'

const now = new Date('2026-11-27T12:00:00Z')
const types: Readonly<Record<string, readonly string[]>> = {
  meldt: ['deviation.submitted'],
  lukket: ['deviation.closed', 'deviation.reopened'],
}
const kinds: LogKinds = {
  groups: () => [{ label: 'Sakene', options: Object.keys(types).map((value) => ({ value, label: value })) }],
  typesOf: (kind) => types[kind] ?? [],
}
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)

describeDatabase('The log', (db) => {
  const setUp = async () => {
    const house = { ...testHouse(), sentence: ({ type }: { readonly type: string }, locale: string) => `${type} in ${locale}` }
    const staff = await staffOf(db(), house, days(-100))
    const play = <T>(work: (ctx: Ctx) => Promise<T>, actor?: Actor, at = now) => played(db(), house, staff, at, work, actor)
    const [one, other] = [newId(now), newId(now)]
    const routes = auditRoutes(
      {
        idsOf: async (_, reference) => (reference === '2026/7' ? [one] : []),
        numbersOf: async (_, ids) => new Map(ids.includes(one) ? [[one, '2026-0007']] : []),
      },
      kinds,
    )
    const ask = (method: 'GET' | 'POST', address: string, form: Form = {}, at = now) =>
      askOf(db(), house, staff, at, routes)(method, address, staff.actor(staff.auditor, 'auditor'), form)
    const rows = async (address: string) =>
      drawn(await ask('GET', address))
        .split('<tbody>')[1]
        ?.split('<tr>')
        .slice(1) ?? []
    const happened = (subjectId: string, type: string, at = now, actor?: Actor) =>
      play((ctx) => record(ctx, { type: 'deviation', id: subjectId }, [{ type, ...{ fields: ['whatHappened'] } }]), actor, at)
    const lines = () => play((ctx) => ctx.tx.selectFrom('audit_event').selectAll().orderBy('at').execute())
    return { house, staff, play, one, other, routes, ask, rows, happened, lines }
  }

  test('S4-024 is searched by person, object and period', async () => {
    const { rows, happened, one, other, staff } = await setUp()
    const teacher = staff.actor(staff.teacher)
    await happened(one, 'deviation.submitted', days(-20), teacher)
    await happened(one, 'deviation.closed', days(-10), staff.actor(staff.dpo, 'dpo'))
    await happened(other, 'deviation.submitted', days(-5), teacher)

    expect(await rows('/logg?gjelder=2026/7')).toHaveLength(2)
    expect(await rows(`/logg?gjelder=${other}`)).toHaveLength(1)
    expect(await rows('/logg?gjelder=2026/8')).toHaveLength(0)
    expect(await rows(`/logg?person=${staff.teacher}`)).toHaveLength(2)
    expect(await rows(`/logg?person=${staff.teacher}&gjelder=2026/7`)).toHaveLength(1)
    expect(await rows('/logg?fra=2026-11-17&til=2026-11-17')).toHaveLength(1)
    expect(await rows('/logg?gjelder=2026/7&til=2026-11-06')).toHaveLength(0)
    expect(await rows('/logg?hendelse=meldt')).toHaveLength(2)
    expect((await rows('/logg?hendelse=lukket'))[0]).toContain('Personvernombod')
  })

  test('S4-024 a case is named by its number, and its lines are found by it; what has no number by its id', async () => {
    const { rows, happened, one, other } = await setUp()
    await happened(one, 'deviation.submitted')
    await happened(other, 'deviation.drafted', days(-1))
    const [numbered, bare] = await rows('/logg')
    expect(numbered).toContain('href="/logg?gjelder=2026-0007">Avvik 2026-0007')
    expect(bare).toContain(`href="/logg?gjelder=${other}">Avvik<`)
  })

  test('S4-024 a line cannot be changed or deleted by whatever serves the pages', async () => {
    const { happened, one, play } = await setUp()
    await happened(one, 'deviation.submitted')
    const attempts: ((ctx: Ctx) => Promise<unknown>)[] = [
      (ctx) => ctx.tx.updateTable('audit_event').set({ type: 'other' }).where('subject_id', '=', one).execute(),
      (ctx) => ctx.tx.deleteFrom('audit_event').where('subject_id', '=', one).execute(),
    ]
    for (const attempt of attempts) await expect(play(attempt)).rejects.toThrow('permission denied')
    expect(await play((ctx) => timelineOf(ctx, one))).toHaveLength(1)
  })

  test('S4-024 no address of the log changes a line', async () => {
    const { routes } = await setUp()
    expect(routes.map((route) => `${route.method} ${route.path}`)).toEqual(['GET /logg', 'POST /logg/sok', 'GET /logg/utdrag/:form'])
  })

  test('that it is read, and with which filters, is a line of its own, without what was searched for', async () => {
    const { ask, lines, happened, one, staff } = await setUp()
    await happened(one, 'deviation.submitted')
    await ask('GET', '/logg?gjelder=2026/7&hendelse=meldt', {}, days(1))
    await ask('GET', '/logg/utdrag/csv?gjelder=2026/7', {}, days(2))
    const own = (await lines()).filter((line) => line.type.startsWith('audit.'))
    expect(own).toMatchObject([
      { type: 'audit.searched', actor_id: staff.auditor, data: { filters: ['kind', 'subject'], hits: 1, more: false } },
      { type: 'audit.exported', actor_id: staff.auditor, data: { form: 'csv', filters: ['subject'], rows: 1 } },
    ])
    expect(JSON.stringify(own)).not.toContain('2026/7')
  })

  test('a name is written in the form and never stands in the address', async () => {
    const { ask, staff } = await setUp()
    const send = (form: Form) => ask('POST', '/logg/sok', form)
    expect(await send({ person: 'larar', fra: '01.11.2026' })).toMatchObject({ to: `/logg?fra=2026-11-01&person=${staff.teacher}` })
    expect(await send({ person: 'Kari' })).toMatchObject({ to: '/logg?person=ingen' })
    expect(await send({ person: '' })).toMatchObject({ to: '/logg?visning=alle' })
    expect(await send({ gjelder: '2026/7' })).toMatchObject({ to: '/logg?gjelder=2026%2F7' })
    // An identity number in the wrong field finds nothing, stands in the field again, and in no address.
    const wrong = await send({ gjelder: '01815012345' })
    if (wrong.kind !== 'redirect') throw new Error(wrong.kind)
    expect(wrong.to).toMatch(/^\/logg\?gjelder=[\w-]{100,}$/)
    const shown = drawn(await ask('GET', wrong.to))
    expect(shown).toContain('value="01815012345"')
    expect(shown).not.toContain('<tbody>')
    expect(shown.replaceAll('value="01815012345"', '')).not.toContain('01815012345')
    // Someone who has left is not found by name, but stays found where the page already showed them.
    expect(await send({ person: 'Borte', 'person.vist': 'Borte', 'person.er': staff.leader })).toMatchObject({
      to: `/logg?person=${staff.leader}`,
    })
  })

  test('page after page, each line comes once', async () => {
    const { rows, happened, one } = await setUp()
    for (let n = 0; n < 120; n++) await happened(one, `deviation.edited${n}`, new Date(now.getTime() - Math.floor(n / 7) * 1000))
    const seen: string[] = []
    let address: string | undefined = '/logg?gjelder=2026/7'
    for (let pages = 0; address && pages < 5; pages++) {
      const body: string[] = await rows(address)
      seen.push(...body.map((row) => /deviation\.edited\d+/.exec(row)?.[0] ?? row))
      address = /href="([^"]*etter=[^"]*)"/.exec(body.at(-1) ?? '')?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })

  test('the export holds what the page shows, in a form a spreadsheet cannot run', async () => {
    const { ask, happened, one, staff } = await setUp()
    await happened(one, '=cmd', now, staff.actor(staff.teacher))
    const columns = 'kolonner=what.who.subject.actorKind.type.id.data'
    const answer = await ask('GET', `/logg/utdrag/csv?gjelder=2026/7&${columns}`)
    if (answer.kind !== 'download') throw new Error(answer.kind)
    expect(answer).toMatchObject({ name: 'logg.csv', type: 'text/csv; charset=utf-8' })
    const [head, line] = (await text(answer.bytes as Readable)).split('\r\n')
    expect(head).toBe('Tidspunkt;Hva;Hvem;Gjelder;Type aktør;Hendelseskode;Id;Opplysninger')
    expect(line).toBe(`2026-11-27T12:00:00.000Z;'=cmd in nb;Larar;Avvik 2026-0007;person;'=cmd;${one};"{""fields"":[""whatHappened""]}"`)
  })

  test('a day is a whole day in Oslo, also the day of 25 hours; what cannot be read is not asked', async () => {
    const { rows, happened, one } = await setUp()
    const [first, last] = [new Date('2026-10-24T22:00:00Z'), new Date('2026-10-25T22:59:59Z')]
    for (const at of [new Date(first.getTime() - 1000), first, last, new Date(last.getTime() + 1000)])
      await happened(one, 'deviation.edited', at)
    expect(await rows('/logg?fra=2026-10-25&til=2026-10-25')).toHaveLength(2)
    expect((await rows('/logg?fra=30.02.2026&til=x&hendelse=tull&person=y&gjelder=z')).length).toBeGreaterThan(3)
  })

  test('S4-131 a protected reporter has no name in the log', async () => {
    const { rows, play, one, staff } = await setUp()
    await play(
      (ctx) => record(ctx, { type: 'deviation', id: one }, [{ type: 'deviation.submitted' }], 'protected'),
      staff.actor(staff.teacher),
    )
    const [row] = await rows('/logg?gjelder=2026/7')
    expect(row).toContain('Navnet vises ikke')
    expect(row).not.toContain('Larar')
    expect(await rows(`/logg?person=${staff.teacher}`)).toHaveLength(0)
  })

  test('whoever neither controls nor looks after the installation is not let in', async () => {
    const { routes, staff } = await setUp()
    for (const { may } of routes) {
      if (typeof may !== 'function') throw new Error('open')
      expect(may(staff.actor(staff.auditor, 'auditor'))).toBe(true)
      expect(may(staff.actor(staff.auditor, 'admin'))).toBe(true)
      expect(may(staff.actor(staff.dpo, 'dpo', 'leader', 'controller'))).toBe(false)
    }
  })

  test('lines of another organisation are not found, by nobody and nothing', async () => {
    const [ours, theirs] = [await setUp(), await setUp()]
    await ours.happened(ours.one, 'deviation.submitted')
    expect(await theirs.rows(`/logg?gjelder=${ours.one}`)).toHaveLength(0)
    expect(await theirs.play((ctx) => timelineOf(ctx, ours.one))).toEqual([])
  })

  test('the timeline of a record is told from its beginning', async () => {
    const { happened, play, one, staff } = await setUp()
    await happened(one, 'deviation.closed', days(2))
    await happened(one, 'deviation.submitted', days(1), staff.actor(staff.teacher))
    expect(await play((ctx) => timelineOf(ctx, one))).toMatchObject([
      { at: days(1), type: 'deviation.submitted', actorId: staff.teacher, actorKind: 'person', data: { fields: ['whatHappened'] } },
      { at: days(2), type: 'deviation.closed', actorId: null, actorKind: 'clockwork' },
    ])
  })
})
