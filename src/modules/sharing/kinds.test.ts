import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { modules } from '../../app/modules.ts'
import { ofKind } from '../../app/of-kind.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { type SharedKind, sharedKinds } from '../../kernel/shared.ts'
import type { Content } from '../../kernel/version.ts'
import { saveSubProcessor } from '../agreements/commands.ts'
import { makeAgreement } from '../agreements/factory.ts'
import { wholeAnswers as agreed } from '../agreements/factory-answers.ts'
import { subProcessorFields } from '../agreements/fields.ts'
import { makeDpia, makeMeasure as makeDpiaMeasure, makeScenario as makeDpiaScenario } from '../dpia/factory.ts'
import { wholeAnswers as assessed } from '../dpia/factory-answers.ts'
import { adoptNow, makePublished } from '../guidance/factory.ts'
import { takeOutScenario, writeScenario } from '../risks/commands.ts'
import { wholeAnswers as analysed, makeMeasure, makeRisk, makeScenario } from '../risks/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { share } from './commands.ts'
import { answer, take } from './commands-take.ts'
import { makeCircle, shareRecord } from './factory.ts'
import { snapshotOf, takenOf } from './queries.ts'
import { atSource, contentBy } from './rules-lines.ts'
import type { Shareables } from './sharing.ts'

const rows: Shareables = (type) =>
  ofKind(
    modules.map((one) => one.shared),
    type,
  )
/** That a record is decided is its own module's; here all stand as they are decided. */
const kinds: Shareables = (type) => {
  const of = rows(type)
  return of && { ...of, read: async (ctx, id) => ({ ...(await of.read(ctx, id)), ready: true }) as Awaited<ReturnType<typeof of.read>> }
}
const host = 'sandnes-administrator'
const member = 'sauda-administrator'

it('every kind has its row; none of them lets a person, a unit or a moment along', () => {
  const rows = sharedKinds.map((type) => [type, modules.find(({ shared }) => shared?.[type])?.shared?.[type]] as const)
  for (const [type, row] of rows) {
    expect(row, type).toBeDefined()
    for (const part of [row?.main, ...Object.values(row?.lines ?? {})])
      for (const field of part?.goes ?? []) {
        expect(part?.fields[field], `${type}.${field}`).toBeDefined()
        expect(['person', 'unit'], `${type}.${field}`).not.toContain(part?.references[field]?.to)
        // When an incident happened is one of its facts; all else tells when somebody worked.
        if (type !== 'deviation') expect(part?.fields[field]?.kind, `${type}.${field}`).not.toBe('instant')
      }
  }
})

describeExample('sharing: each kind of record', (db) => {
  let app: TestApp
  let circle: string
  beforeAll(async () => {
    app = await testApp(db())
    circle = await app.ctx(host, (ctx) => makeCircle(ctx, 'IKT-samarbeidet', 'sauda'))
  }, 60_000)
  afterAll(() => app.stop())

  const source = async (type: string, id: string) => ({ organisation: (await app.person(host)).organisationId, type, id })
  const shared = (ctx: Ctx, type: string, id: string) => shareRecord(ctx, kinds, { type, id }, { to: 'circle', circle })
  const taken = (type: string, id: string, name: string, due: string | null = null) =>
    app.ctx(member, async (ctx) => {
      const own = newId(ctx.now)
      const said = { edition: 1, name, unit: null, owner: (await app.person('sauda-leder')).personId, due }
      const outcome = await take(ctx, kinds, await source(type, id), own, said)
      if (!outcome.ok) throw new Error(`${outcome.why} ${outcome.fields.join()}`)
      return own
    })
  const read = async (slug: string, type: string, id: string) =>
    app.ctx(slug, async (ctx) => {
      const of = kinds(type)
      const found = await of?.read(ctx, id)
      if (!of || !found) throw new Error('gone')
      return { ...found, goes: await snapshotOf(ctx, of, found) }
    })
  /** Ours, with its lines by the ids that they have at the source. */
  const bySource = async (type: string, id: string, content: Content) => {
    const of = kinds(type)
    const lines = (await app.ctx(member, (ctx) => takenOf(ctx, { type, id })))?.lines
    if (!of || !lines) throw new Error('gone')
    return contentBy(of, atSource(lines), content)
  }
  const without = (type: string, content: Content) => ({ ...content, [type]: { ...content[type], name: null } })

  const make: Readonly<Record<Exclude<SharedKind, 'processing' | 'deviation'>, (ctx: Ctx, name?: string) => Promise<string>>> = {
    system: (ctx) =>
      makeSystem(ctx, { name: 'Fagsystemet', purpose: 'Journal', dataKinds: ['health'], inUse: 'yes', otherOverview: 'Vår egen' }),
    risk: async (ctx, name = 'ROS av fagsystemet') => {
      const id = await makeRisk(ctx, { ...analysed, name })
      const scenario = await makeScenario(ctx, id, { likelihood: '4' })
      await makeMeasure(ctx, id, { scenarios: [scenario], evidence: 'Vår egen', doneOn: '2026-02-01' })
      return id
    },
    dpia: async (ctx, name = 'DPIA av fagsystemet') => {
      const id = await makeDpia(ctx, { ...assessed, name })
      const scenario = await makeDpiaScenario(ctx, id)
      await makeDpiaMeasure(ctx, id, { scenarios: [scenario] })
      return id
    },
    agreement: async (ctx, name = 'Avtale om fagsystemet') => {
      const id = await makeAgreement(ctx, { ...agreed, name, subProcessing: 'general', archiveReference: 'Vår egen' })
      const line = {
        ...emptyValues(subProcessorFields),
        name: 'Skyen AS',
        service: 'Drift',
        country: 'Irland',
        inEea: 'yes',
        authorisedOn: '2026-01-01',
      } as const
      expect(await saveSubProcessor(ctx, id, null, newId(ctx.now), line)).toMatchObject({ ok: true })
      return id
    },
    article: (ctx) => makePublished(ctx, { name: 'Rutine for innsyn', kind: 'routine', bodyNb: 'Slik gjør du.', rank: 7 }),
  }

  it.each(Object.entries(make))('%s goes along whole and is a draft of the member’s own, with nothing of the host', async (type, made) => {
    const id = await app.ctx(host, async (ctx) => {
      const one = await made(ctx)
      await shared(ctx, type, one)
      return one
    })
    const due = type === 'risk' || type === 'dpia' ? '2026-09-01' : null
    const own = await taken(type, id, `Vår ${type}`, due)
    const [theirs, ours] = [await read(host, type, id), await read(member, type, own)]
    expect(without(type, await bySource(type, own, ours.goes))).toEqual(without(type, theirs.goes))
    expect(ours).toMatchObject({ name: `Vår ${type}`, owner: (await app.person('sauda-leder')).personId })
    const { personId } = await app.person(host)
    expect(JSON.stringify(ours.content)).not.toMatch(new RegExp(`Vår egen|${personId}`))
    if (due)
      expect(Object.entries(ours.content).find(([key]) => key.startsWith('measure'))?.[1]).toMatchObject({ dueOn: due, doneOn: null })
    const reallyReady = await app.ctx(member, async (ctx) => (await rows(type)?.read(ctx, own))?.ready)
    expect(reallyReady).toBe(false)
  })

  it('a line that came is taken in, one that went is taken out, and ours stand; a refusal in the middle undoes the whole', async () => {
    const made = await app.ctx(host, async (ctx) => {
      const id = await makeRisk(ctx, { ...analysed, name: 'Felles ROS' })
      const [first, second] = [await makeScenario(ctx, id, { name: 'Første' }), await makeScenario(ctx, id, { name: 'Andre' })]
      await shared(ctx, 'risk', id)
      return { id, first, second }
    })
    const own = await taken('risk', made.id, 'Vår ROS')
    await app.ctx(member, (ctx) => makeScenario(ctx, own, { name: 'Vårt eget' }))
    await app.ctx(host, async (ctx) => {
      await takeOutScenario(ctx, made.id, null, made.first)
      const third = await makeScenario(ctx, made.id, { name: 'Tredje' })
      await makeMeasure(ctx, made.id, { name: 'Nytt tiltak', scenarios: [third] })
      const before = (await kinds('risk')?.read(ctx, made.id))?.content[`scenario.${made.second}`]
      expect(await writeScenario(ctx, made.id, null, { ...before, id: made.second, likelihood: '3' } as never)).toMatchObject({ ok: true })
      await shared(ctx, 'risk', made.id)
    })
    const { version } = await read(member, 'risk', own)
    const at = (choice: 'accept' | 'keep') =>
      app.ctx(member, (ctx) => answer(ctx, kinds, { type: 'risk', id: own }, { edition: 2, version, choice: () => choice }))
    expect(await at('accept')).toMatchObject({ ok: true })
    const content = await bySource('risk', own, (await read(member, 'risk', own)).content)
    const named = Object.entries(content).filter(([key]) => key.includes('.'))
    expect(named.map(([, said]) => said.name).sort()).toEqual(['Andre', 'Nytt tiltak', 'Tredje', 'Vårt eget'])
    expect(content[`scenario.${made.second}`]).toMatchObject({ likelihood: '3' })
    expect(named.find(([, { name }]) => name === 'Nytt tiltak')?.[1]).toMatchObject({
      owner: (await app.person('sauda-leder')).personId,
      dueOn: '2026-06-02',
    })
  })

  it.each(['risk', 'dpia', 'agreement'] as const)(
    '%s is taken by one unit after the other, also of the organisation that shares it, each with lines of its own',
    async (type) => {
      const due = '2026-09-01'
      const takenFor = async (slug: string, from: Awaited<ReturnType<typeof source>>, unit: string | null, name: string) => {
        const own = newId(app.clock.now)
        // Whoever takes an assessment does not decide on it (S4-104): another owns it.
        const said = { edition: 1, name, unit, owner: (await app.person(`${slug.split('-')[0]}-leder`)).personId, due }
        const outcome = await app.ctx(slug, (ctx) => take(ctx, kinds, from, own, said))
        expect([name, outcome.ok ? 'taken' : outcome.why]).toEqual([name, 'taken'])
        return own
      }
      const linesOf = async (slug: string, id: string) =>
        Object.keys((await read(slug, type, id)).content).filter((key) => key.includes('.'))
      const id = await app.ctx(host, async (ctx) => {
        const one = await make[type](ctx, 'For flere enheter')
        await shared(ctx, type, one)
        return one
      })
      const from = await source(type, id)
      const units = await app.ctx(member, async ({ tx }) => tx.selectFrom('unit').select('id').orderBy('id').limit(2).execute())
      const all = [
        await takenFor(member, from, null, `Hele ${type}`),
        await takenFor(member, from, units[0]?.id ?? '', `Én ${type}`),
        await takenFor(member, from, units[1]?.id ?? '', `To ${type}`),
      ]
      const lines = [...(await Promise.all(all.map((one) => linesOf(member, one)))), await linesOf(host, id)]
      expect(lines[0]?.length).toBeGreaterThan(0)
      expect(lines.map((each) => each.length)).toEqual(lines.map(() => lines[0]?.length))
      expect(new Set(lines.flat()).size).toBe(lines.flat().length)
      // Shared with the units of one's own organisation.
      const ownId = await app.ctx(host, async (ctx) => {
        const one = await make[type](ctx, 'For egne enheter')
        await shareRecord(ctx, kinds, { type, id: one }, { to: 'own' })
        return one
      })
      const ours = await takenFor(host, await source(type, ownId), null, `Vår egen ${type}`)
      expect((await linesOf(host, ours)).length).toBe((await linesOf(host, ownId)).length)
      // What changes at the source reaches the line that began with it, in each of them, and nothing of the other's.
      if (type !== 'risk') return
      const [first = '', second = ''] = all
      const scenario = (await linesOf(host, id)).find((key) => key.startsWith('scenario')) ?? ''
      const before = (await read(host, 'risk', id)).content[scenario]
      await app.ctx(host, async (ctx) => {
        expect(await writeScenario(ctx, id, null, { ...before, id: scenario.slice(9), likelihood: '2' } as never)).toMatchObject({
          ok: true,
        })
        await shared(ctx, type, id)
      })
      const { version } = await read(member, type, second)
      const said = await app.ctx(member, (ctx) => answer(ctx, kinds, { type, id: second }, { edition: 2, version, choice: () => 'accept' }))
      expect(said).toMatchObject({ ok: true })
      const steps = async (one: string) =>
        Object.entries((await read(member, type, one)).content).flatMap(([key, { likelihood }]) =>
          key.startsWith('scenario') ? [likelihood] : [],
        )
      expect([await steps(first), await steps(second)]).toEqual([['4'], ['2']])
      const measure = Object.entries((await read(member, type, second)).content).find(([key]) => key.startsWith('measure'))?.[1]
      expect(measure?.scenarios).toEqual(
        (await linesOf(member, second)).filter((key) => key.startsWith('scenario')).map((key) => key.slice(9)),
      )
    },
  )

  it('a measure is not taken along without a day, and an analysis is never shared with everyone', async () => {
    const id = await app.ctx(host, async (ctx) => {
      const one = await makeRisk(ctx, { ...analysed, name: 'Sårbar' })
      await makeMeasure(ctx, one, { scenarios: [await makeScenario(ctx, one)] })
      const version = (await kinds('risk')?.read(ctx, one))?.version ?? 0
      expect(await share(ctx, kinds, { type: 'risk', id: one }, { version, audience: { to: 'everyone' }, note: null })).toMatchObject({
        why: 'onlyNamed',
      })
      await shared(ctx, 'risk', one)
      return one
    })
    await expect(taken('risk', id, 'Uten frist')).rejects.toThrow('dueMissing')
    const there = await app.ctx(member, (ctx) => ctx.tx.selectFrom('risk').select('id').where('name', '=', 'Uten frist').execute())
    expect(there).toEqual([])
  })

  it('a routine that is adopted falls back to a draft when a change of the source is accepted: it is adopted anew', async () => {
    const id = await app.ctx(host, async (ctx) => {
      const one = await makePublished(ctx, { name: 'Rutine for sletting', kind: 'routine', bodyNb: 'Slett hvert år.' })
      await shared(ctx, 'article', one)
      return one
    })
    const own = await taken('article', id, 'Vår rutine for sletting')
    await app.ctx(member, (ctx) => adoptNow(ctx, own))
    await app.ctx(host, async (ctx) => {
      const of = kinds('article')
      const before = await of?.read(ctx, id)
      expect(await of?.edit(ctx, id, before?.version ?? 0, { bodyNb: 'Slett hvert kvartal.' })).toMatchObject({ ok: true })
      await adoptNow(ctx, id)
      await shared(ctx, 'article', id)
    })
    const { version } = await read(member, 'article', own)
    const said = await app.ctx(member, (ctx) =>
      answer(ctx, rows, { type: 'article', id: own }, { edition: 2, version, choice: () => 'accept' }),
    )
    expect(said).toMatchObject({ ok: true })
    expect((await read(member, 'article', own)).content.article).toMatchObject({ bodyNb: 'Slett hvert kvartal.' })
    expect(await app.ctx(member, async (ctx) => (await rows('article')?.read(ctx, own))?.ready)).toBe(false)
  })
})
