import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { makeSystem } from '../systems/factory.ts'
import { addSystem } from '../systems/public.ts'
import { addSupplier, editSupplier } from './commands.ts'
import { makeSupplier } from './factory.ts'
import { supplierFields } from './fields.ts'
import { findSupplier, supplierReference } from './queries.ts'

describeExample('suppliers: commands', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const officer = 'sandnes-personvernombud'
  const blank = { ...emptyValues(supplierFields), processesData: 'yes' as const, inUse: 'yes' as const }

  it('a number stands once, however it is written, and is kept as nine digits', async () => {
    await app.ctx(officer, async (ctx) => {
      const id = await makeSupplier(ctx, { name: 'Nummer en', organisationNumber: 'NO 974 760 673 MVA' })
      expect((await findSupplier(ctx, id))?.values.organisationNumber).toBe('974760673')
      const second = await addSupplier(ctx, newId(ctx.now), { ...blank, name: 'Nummer to', organisationNumber: '974 760 673' })
      expect(second).toMatchObject({ ok: false, why: 'numberTaken', fields: ['organisationNumber'] })
      const third = await makeSupplier(ctx, { name: 'Nummer tre' })
      expect(await editSupplier(ctx, third, 1, { ...blank, name: 'Nummer tre', organisationNumber: '974760673' })).toMatchObject({
        ok: false,
        why: 'numberTaken',
      })
      expect(
        await editSupplier(ctx, id, 1, { ...blank, name: 'Nummer en', organisationNumber: '974760673', country: 'Norge' }),
      ).toMatchObject({
        ok: true,
      })
    })
  })

  it('two who add the same number at once: one supplier stands', async () => {
    const both = await Promise.all(
      ['Samtidig A', 'Samtidig B'].map((name) =>
        app.ctx(officer, (ctx) => addSupplier(ctx, newId(ctx.now), { ...blank, name, organisationNumber: '910000020' })),
      ),
    )
    expect(both.map((one) => (one.ok ? 'added' : one.why)).sort()).toEqual(['added', 'numberTaken'])
  })

  it('another organisation’s supplier is not to be had, and its number is not in the way', async () => {
    const foreign = await app.ctx('uio-personvernombud', (ctx) => makeSupplier(ctx, { name: 'Deres', organisationNumber: '300000010' }))
    await app.ctx(officer, async (ctx) => {
      expect(await findSupplier(ctx, foreign)).toBeUndefined()
      await makeSupplier(ctx, { name: 'Vår', organisationNumber: '300000010' })
    })
    await app.ctx('sandnes-administrator', async (ctx) => {
      expect(await addSystem(ctx, newId(ctx.now), { ...systemOf('Fremmed'), suppliedBy: foreign })).toMatchObject({
        ok: false,
        why: 'notARecord',
        fields: ['suppliedBy'],
      })
    })
  })

  it('one that is out of use is not chosen anew, and keeps its name where it stands', async () => {
    const id = await app.ctx(officer, (ctx) => makeSupplier(ctx, { name: 'Den gamle' }))
    const system = await app.ctx('sandnes-administrator', (ctx) => makeSystem(ctx, { name: 'På det gamle', suppliedBy: id }))
    await app.ctx(officer, (ctx) => editSupplier(ctx, id, 1, { ...blank, name: 'Den gamle', inUse: 'no' }))
    await app.ctx(officer, async (ctx) => {
      const choices = await supplierReference.choices(ctx)
      expect(choices !== 'tooMany' && choices.some((one) => one.id === id)).toBe(false)
    })
    expect((await (await app.as('sandnes-ansatt')).get(`/systemer/${system}`)).text).toContain('Den gamle')
  })
})

const systemOf = (name: string) => ({
  ...{
    name,
    purpose: null,
    ownerUnit: null,
    owner: null,
    superUser: null,
    technicalResponsible: null,
    suppliedBy: null,
    dataKinds: [],
    informationClasses: [],
    confidentiality: null,
    integrity: null,
    availability: null,
    standardMeasures: [],
    ...{ logsChanges: null, logsDeletions: null, logsSearches: null, logKept: null, otherOverview: null },
    inUse: 'yes' as const,
  },
})
