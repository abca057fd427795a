import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeSystem } from '../systems/factory.ts'
import { approveProcessing, editProcessing, endProcessing } from './commands.ts'
import { makeProcessing, wholeAnswers } from './factory.ts'
import { findProcessing } from './queries.ts'

describeExample('processing: the public edition', (db) => {
  let app: TestApp
  let id: string
  const at = '/personvern/sandnes/protokoll'
  const admin = 'sandnes-administrator'
  const hidden = 'SKJULT-KANARI'
  const open = async (path = at) => app.stranger().get(path)
  beforeAll(async () => {
    app = await testApp(db())
    id = await app.ctx(admin, async (ctx) =>
      makeProcessing(ctx, {
        ...wholeAnswers,
        name: 'Åpen behandling',
        purpose: 'Gi svar på søknader.',
        unit: ctx.actor.unitId,
        responsible: ctx.actor.personId,
        systems: [await makeSystem(ctx, { name: `${hidden} system` })],
        processors: `${hidden} AS`,
        securityMeasures: `${hidden} brannmur`,
        deletionRoutine: `${hidden} rutine`,
      }),
    )
    await app.ctx(admin, (ctx) => makeProcessing(ctx, { ...wholeAnswers, name: 'Utkast som ingen ser' }))
  }, 60_000)
  afterAll(() => app.stop())
  const turn = async (openEdition: 'yes' | 'no') => {
    const client = await app.as(admin)
    const version = /name="version" value="(\d+)"/.exec((await client.get('/innstillinger/behandlinger')).text)?.[1] ?? ''
    return (await client.post('/innstillinger/behandlinger', { version, notifies: 'no', permits: 'no', openEdition })).status
  }

  it('is not there until the organisation turns it on, and says no more than an organisation that is not there', async () => {
    expect((await open()).status).toBe(404)
    expect((await open()).text).toBe((await open('/personvern/ingen/protokoll')).text.replaceAll('ingen', 'sandnes'))
    expect(await turn('yes')).toBe(303)
    expect((await open()).status).toBe(200)
    expect((await open('/personvern/sauda/protokoll')).status).toBe(404)
  })
  it('G12 shows what is approved, as it was approved, and only what is meant for those outside', async () => {
    expect((await open()).text).not.toContain('Åpen behandling')
    expect((await open(`${at}/${id}`)).status).toBe(404)
    const approved = await app.ctx('sandnes-personvernombud', (ctx) => approveProcessing(ctx, id, null))
    expect(approved).toMatchObject({ ok: true })
    expect((await open()).text).toContain('Åpen behandling')
    expect((await open()).text).not.toContain('Utkast som ingen ser')
    const page = (await open(`${at}/${id}`)).text
    for (const said of ['Gi svar på søknader.', 'universitets- og høyskoleloven § 4-15', 'Slik det ble godkjent'])
      expect(page).toContain(said)
    const { name } = await app.ctx(admin, async ({ tx, actor }) =>
      tx
        .selectFrom('person')
        .select('name')
        .where('organisation_id', '=', actor.organisationId)
        .where('id', '=', actor.personId)
        .executeTakeFirstOrThrow(),
    )
    for (const kept of [hidden, name]) expect([kept, page.includes(kept), (await open()).text.includes(kept)]).toEqual([kept, false, false])
    // What is changed since stands out there as it was approved.
    await app.ctx(admin, async (ctx) => {
      const record = await findProcessing(ctx, id)
      if (record) await editProcessing(ctx, id, record.version, { ...record.values, purpose: 'Ikke godkjent ennå.' })
    })
    const after = (await open(`${at}/${id}`)).text
    expect([after.includes('Gi svar på søknader.'), after.includes('Ikke godkjent ennå.')]).toEqual([true, false])
  })
  it('another organisation has none of it, nonsense is not there, and what has ended or is turned off is gone', async () => {
    expect((await open(`/personvern/sauda/protokoll/${id}`)).status).toBe(404)
    for (const path of [`${at}/tull`, `${at}?side=99`]) expect((await open(path)).status).toBe(404)
    expect((await open(`${at}?side=-1`)).status).toBe(200)
    expect((await app.ctx('sandnes-personvernombud', (ctx) => endProcessing(ctx, id, null))).ok).toBe(true)
    expect((await open()).text).not.toContain('Åpen behandling')
    expect((await open(`${at}/${id}`)).status).toBe(404)
    expect(await turn('no')).toBe(303)
    expect((await open()).status).toBe(404)
  })
})
