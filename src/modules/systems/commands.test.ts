import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { leaderOfUnit, units } from '../people/public.ts'
import { addSystem, editSystem } from './commands.ts'
import { makeSystem } from './factory.ts'
import { systemFields } from './fields.ts'
import { systemOwner, systemReference } from './queries.ts'
import { store } from './store.ts'

describeExample('systems: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const asAdmin = 'sandnes-administrator'
  const blank = { ...emptyValues(systemFields), inUse: 'yes' as const }

  it('S4-100 a new system in a unit has the leader of the unit as owner, unless another is named', async () => {
    await app.ctx(asAdmin, async (ctx) => {
      const unit = (await units(ctx)).find((one) => one.name === 'Hjemmetjenesten')
      const leader = unit && (await leaderOfUnit(ctx, unit.id))
      const id = await makeSystem(ctx, { ownerUnit: unit?.id ?? null })
      expect(leader).toBeDefined()
      expect(await systemOwner(ctx, id)).toBe(leader?.id)
      const school = (await units(ctx)).find((one) => one.name === 'Barneskolen i sentrum')
      const principal = school && (await leaderOfUnit(ctx, school.id))
      expect(principal?.id).not.toBe(leader?.id)
      expect(await systemOwner(ctx, await makeSystem(ctx, { name: 'Skolens', ownerUnit: school?.id ?? null }))).toBe(principal?.id)
      const named = { name: 'Med egen eier', ownerUnit: school?.id ?? null, owner: leader?.id ?? null }
      expect(await systemOwner(ctx, await makeSystem(ctx, named))).toBe(leader?.id)
    })
  })
  it('a name stands once, in any letters', async () => {
    await app.ctx(asAdmin, async (ctx) => {
      await makeSystem(ctx, { name: 'Timeplanen' })
      expect(await addSystem(ctx, newId(ctx.now), { ...blank, name: 'TIMEPLANEN' })).toMatchObject({ ok: false, why: 'nameTaken' })
    })
  })
  it("another organisation's people and units are not to be had", async () => {
    const foreign = await app.person('sauda-personvernombud')
    await app.ctx(asAdmin, async (ctx) => {
      expect(await addSystem(ctx, newId(ctx.now), { ...blank, name: 'Fremmed', owner: foreign.personId })).toMatchObject({
        ok: false,
        why: 'notARecord',
        fields: ['owner'],
      })
    })
  })
  it('S4-023 a second editor of the same version is told, and nothing is overwritten', async () => {
    const id = await app.ctx(asAdmin, (ctx) => makeSystem(ctx, { name: 'Kartet' }))
    const first = await app.ctx(asAdmin, async (ctx) => editSystem(ctx, id, 1, { ...blank, name: 'Kartet', purpose: 'Første' }))
    const second = await app.ctx(asAdmin, async (ctx) => editSystem(ctx, id, 1, { ...blank, name: 'Kartet', purpose: 'Andre' }))
    expect(first.ok).toBe(true)
    expect(second).toMatchObject({ ok: false, why: 'stale' })
    expect((await app.ctx(asAdmin, (ctx) => store.find(ctx, id)))?.values.purpose).toBe('Første')
  })
  it('a system out of use is not offered in forms', async () => {
    await app.ctx(asAdmin, async (ctx) => {
      const id = await makeSystem(ctx, { name: 'Gammelt', inUse: 'no' })
      expect(((await systemReference.choices(ctx)) as readonly { id: string }[]).some((option) => option.id === id)).toBe(false)
    })
  })
})
