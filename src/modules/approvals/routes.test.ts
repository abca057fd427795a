import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { units } from '../people/public.ts'
import { editProcessing } from '../processing/commands.ts'
import { makeProcessing, wholeAnswers } from '../processing/factory.ts'
import { findProcessing } from '../processing/queries.ts'
import { restsOnIn, saysOf } from './factory.ts'

describeExample('approvals: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 180_000)
  afterAll(() => app.stop())

  const made = (name: string) =>
    app.ctx('sauda-personvernombud', async (ctx) => {
      const unit = (await units(ctx))[0]?.id ?? null
      const { personId: responsible } = await app.person('sauda-leder')
      return makeProcessing(ctx, { ...wholeAnswers, name, unit, responsible })
    })
  const subject = (id: string) => ({ type: 'processing', id })
  const at = (id: string) => `/godkjenninger/processing/${id}/responsible`

  it('S4-053 whoever answers for a record has the task, reads, approves; the page says who did and when', async () => {
    const id = await made('Godkjennes')
    const leader = await app.as('sauda-leder')
    expect((await leader.get('/oppgaver')).text).toContain(at(id))
    const form = await leader.get(at(id))
    expect(form.text).toContain(`href="/behandlinger/${id}"`)
    expect((await leader.post(at(id), { restsOn: restsOnIn(form.text) })).status).toBe(422)
    const done = await saysOf(leader, subject(id), 'responsible')
    expect([done.status, done.location]).toEqual([303, `/behandlinger/${id}#godkjenning`])
    const page = (await leader.get(`/behandlinger/${id}`)).text
    expect(page).toContain('Godkjent</span> av Rektor, Sauda 02.03.2026 kl. 09.00')
    expect((await leader.get('/oppgaver')).text).not.toContain(at(id))
  })

  it('who only reads is told no; another organisation’s record, a part and a kind that are not there are not found', async () => {
    const id = await made('Leses')
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get(at(id))).status).toBe(403)
    expect((await employee.post(at(id), { verdict: 'approved' })).status).toBe(403)
    expect((await employee.get(`/behandlinger/${id}`)).text).not.toContain(at(id))
    const leader = await app.as('sauda-leder')
    const stranger = await app.as('sandnes-personvernombud')
    for (const end of ['', '/stedfortreder']) expect((await stranger.get(`${at(id)}${end}`)).status).toBe(404)
    expect((await stranger.post(`${at(id)}/tilbaketrekking`)).status).toBe(404)
    expect((await leader.get(`/godkjenninger/processing/${id}/noe`)).status).toBe(404)
    expect((await leader.get(`/godkjenninger/tull/${id}/responsible`)).status).toBe(404)
    expect((await leader.get('/godkjenninger/processing/tull/responsible')).status).toBe(404)
  })

  it('sent back without a reason is asked why, and nothing that was written is lost; with one it stands on the page', async () => {
    const id = await made('Sendes tilbake')
    const leader = await app.as('sauda-leder')
    const silent = await saysOf(leader, subject(id), 'responsible', { verdict: 'returned', reason: ' ' })
    expect([silent.status, silent.text.includes('Skriv kva som må rettast.')]).toEqual([422, true])
    expect((await saysOf(leader, subject(id), 'responsible', { verdict: 'returned', reason: 'Lagringstida må med.' })).status).toBe(303)
    expect((await leader.get(`/behandlinger/${id}`)).text).toContain('Lagringstida må med.')
    const withdrawn = await leader.post(`${at(id)}/tilbaketrekking`, { restsOn: restsOnIn((await leader.get(at(id))).text) })
    expect(withdrawn.status).toBe(303)
    expect((await leader.get(`/behandlinger/${id}`)).text).toContain('Trekt tilbake')
  })

  it('the record was changed while the form was open: told so, with what was written; approved it falls when an answer is another', async () => {
    const id = await made('Endres')
    const leader = await app.as('sauda-leder')
    const restsOn = restsOnIn((await leader.get(at(id))).text)
    const edit = (storageTime: string) =>
      app.ctx('sauda-personvernombud', async (ctx) => {
        const record = await findProcessing(ctx, id)
        await editProcessing(ctx, id, record?.version ?? 0, { ...wholeAnswers, ...record?.values, storageTime } as never)
      })
    await edit('To år')
    const stale = await leader.post(at(id), { restsOn, verdict: 'returned', reason: 'Husk arkivet.' })
    expect([stale.status, stale.text.includes('Husk arkivet.')]).toEqual([409, true])
    expect((await saysOf(leader, subject(id), 'responsible')).status).toBe(303)
    await edit('Tre år')
    const page = (await leader.get(`/behandlinger/${id}`)).text
    expect(page).toContain('Gjeld ikkje lenger: innhaldet vart endra')
    expect((await saysOf(leader, subject(id), 'responsible')).status).toBe(303)
  })

  it('handed on to another, who approves on behalf of', async () => {
    const id = await made('Gis videre')
    const leader = await app.as('sauda-leder')
    const { personId } = await app.person('sauda-ansatt')
    const form = await leader.get(`${at(id)}/stedfortreder`)
    const restsOn = restsOnIn(form.text)
    expect((await leader.post(`${at(id)}/stedfortreder`, { restsOn, person: '' })).status).toBe(422)
    expect((await leader.post(`${at(id)}/stedfortreder`, { restsOn, person: personId })).status).toBe(303)
    const employee = await app.as('sauda-ansatt')
    expect((await employee.get('/oppgaver')).text).toContain(at(id))
    expect((await employee.get(`${at(id)}/stedfortreder`)).status).toBe(403)
    expect((await saysOf(employee, subject(id), 'responsible')).status).toBe(303)
    expect((await leader.get(`/behandlinger/${id}`)).text).toMatch(/på vegner av/)
  })
})
