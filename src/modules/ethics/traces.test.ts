import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { inOrganisations } from '../../db/transaction.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { logSweep } from '../audit/jobs.ts'
import { addPerson } from '../people/commands.ts'
import { loadActor, units } from '../people/public.ts'
import { receiveComplaint } from './commands.ts'
import { makeComplaint } from './factory.ts'

const employees = 12
const minute = 60_000

/**
 * S1-51 with the whole log in hand, as an auditor has it: twelve sign in some minutes apart, and every second one writes a complaint right
 * afterwards and takes out the list of their own. Whoever joins the lines by nearness in time and by order finds them no better than by guessing.
 */
describeExample('ethics: the log does not lead to whoever wrote', (db) => {
  let app: TestApp
  const wrote = new Map<string, string>()
  const people: string[] = []
  beforeAll(async () => {
    app = await testApp(db())
    const unit = await app.ctx(
      'oslomet-ansatt',
      async (ctx) => (await units(ctx)).find(({ name }) => name === 'Handelshøyskolen')?.id ?? '',
    )
    for (let n = 0; n < employees; n++) {
      const slug = `oslomet-sporlos-${n}`
      const values = { name: `Sporløs ${n}, OsloMet`, email: `sporlos${n}@oslomet.example`, unit, leader: null, locale: null }
      const made = await app.ctx('oslomet-administrator', (ctx) => addPerson(ctx, values, slug))
      if (!made.ok) throw new Error(made.why)
      people.push(made.next.id)
    }
    for (let turn = 0; turn < employees; turn++) {
      const n = (turn * 5 + 3) % employees
      app.clock.now = new Date(app.clock.now.getTime() + 3 * minute)
      const browser = await app.as(`oslomet-sporlos-${n}`)
      app.clock.now = new Date(app.clock.now.getTime() + 85)
      if (turn % 2 === 0) {
        const writer = people[n] ?? ''
        wrote.set(await by(writer, (ctx) => makeComplaint(ctx, { unit })), writer)
        expect((await browser.get('/forskningsetikk/klager/utdrag/csv')).status).toBe(200)
      } else await browser.get('/varsler')
      await browser.post('/logg-ut')
    }
  }, 240_000)
  afterAll(() => app.stop())

  /** As somebody who has come since the test began. */
  const by = async <T>(personId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const { organisationId } = await app.person('oslomet-ansatt')
    return inOrganisations(db(), [organisationId], async (tx) => {
      const signed = await loadActor(tx, organisationId, personId, app.clock.now)
      if (!signed) throw new Error(`${personId} cannot act`)
      return work({ tx, actor: signed.actor, now: app.clock.now, house: app.house })
    })
  }
  const lines = () =>
    app.ctx('oslomet-revisor', ({ tx }) =>
      tx.selectFrom('audit_event').select(['at', 'actor_id', 'subject_id', 'type']).orderBy('id').execute(),
    )
  type Line = Awaited<ReturnType<typeof lines>>[number]
  const isNamed = ({ actor_id }: Line) => actor_id !== null && people.includes(actor_id)
  /** How many complaints whose writer is among those nearest to it; one of so many that are as near counts for its part. */
  const found = (all: readonly Line[], distance: (one: Line, other: Line) => number): number =>
    [...wrote].reduce((sum, [id, writer]) => {
      const sent = all.find((line) => line.subject_id === id && line.type === 'ethics_complaint.sent')
      if (!sent) throw new Error('A complaint is not in the log.')
      const near = people.map((person) =>
        Math.min(...all.filter((line) => line.actor_id === person).map((line) => distance(sent, line)), 1e15),
      )
      const least = Math.min(...near)
      const nearest = people.filter((_, at) => near[at] === least)
      return sum + (nearest.includes(writer) ? 1 / nearest.length : 0)
    }, 0)

  it('S1-51 neither while it is day nor when its lines are written, by time or by order; the list they take out names nobody', async () => {
    const day = await lines()
    app.clock.now = new Date(app.clock.now.getTime() + 24 * 60 * minute)
    await logSweep.run(await app.round('oslomet-revisor'))
    const after = await lines()
    expect(new Set(after.filter(isNamed).map(({ actor_id }) => actor_id)).size).toBe(employees)
    for (const all of [day, after]) {
      // Six guesses at one in twelve.
      expect(found(all, (one, other) => Math.abs(one.at.getTime() - other.at.getTime()))).toBeLessThan(2.5)
      expect(found(all, (one, other) => Math.abs(all.indexOf(one) - all.indexOf(other)))).toBeLessThan(2.5)
    }
    const taken = after.filter(({ type }) => type === 'ethics_complaint.exported')
    expect([taken.length, taken.filter(({ actor_id }) => actor_id !== null)]).toEqual([employees / 2, []])
  })

  it('S1-51 neither the outbox nor the box of messages says whom the answer is to', async () => {
    const [id = ''] = [...wrote.keys()]
    const received = await Promise.all(
      ['fakultetsleder', 'rektor', 'it-sjef', 'leder'].map((slug) => app.ctx(`oslomet-${slug}`, (ctx) => receiveComplaint(ctx, id, null))),
    )
    expect(received.filter(({ ok }) => ok)).toHaveLength(1)
    const held = await app.ctx('oslomet-administrator', async ({ tx }) => ({
      mails: await tx.selectFrom('mail').selectAll().where('kind', 'like', 'ethics.%').execute(),
      messages: await tx.selectFrom('message').selectAll().where('kind', '=', 'ethics.answered').execute(),
    }))
    const text = JSON.stringify(held)
    for (const writer of wrote.values()) expect([id, text.includes(writer)]).toEqual([id, false])
    expect(text).not.toContain('sporlos')
    expect([held.messages.length, held.mails.some(({ kind }) => kind === 'ethics.answered')]).toEqual([1, true])
  })

  it('S4-024 the log says in words what a line is about', async () => {
    const log = (await (await app.as('oslomet-revisor')).get('/logg')).text
    expect(log).toContain('Fortrolige henvendelser')
    expect(log).not.toMatch(/>\s*ethics_\w+/)
  })
})
