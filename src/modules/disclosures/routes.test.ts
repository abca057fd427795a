import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeSystem } from '../systems/factory.ts'
import { makeExtract, makeRule } from './factory.ts'

describeExample('disclosures: pages', (db) => {
  let app: TestApp
  let system = ''
  beforeAll(async () => {
    app = await testApp(db())
    const owner = await app.person('sandnes-systemeier')
    system = await app.ctx('sandnes-administrator', async (ctx) => {
      const made = await makeSystem(ctx, { name: 'Lønnssystem', owner: owner.personId })
      await makeRule(ctx, made)
      return made
    })
  }, 60_000)
  afterAll(() => app.stop())
  const at = '/utlevering'
  const ask = (over: Record<string, string> = {}) => ({
    ...{ name: 'Adresser', system, unit: '', recipientKind: 'company', recipient: 'Forsikring AS', dataKinds: 'contact' },
    ...{ purposeKind: 'service', purpose: 'Gruppeforsikring', legalBasis: '', until: '2026-12-31' },
    ...over,
  })

  it('S2-38 the first question is who is to have it: to the person no approval is needed, to a company the form begins', async () => {
    const employee = await app.as('sandnes-ansatt')
    const first = (await employee.get(`${at}/nytt`)).text
    for (const one of ['own', 'subject', 'representative', 'other']) expect(first).toContain(`href="/utlevering/nytt?mottaker=${one}"`)
    expect(first).toContain('også kalt eksport')
    for (const one of ['own', 'subject', 'representative']) {
      const page = (await employee.get(`${at}/nytt?mottaker=${one}`)).text
      expect([one, page.includes('Du trenger ingen godkjenning'), page.includes('name="system"')]).toEqual([one, true, false])
    }
    expect((await employee.get(`${at}/nytt?mottaker=other`)).text).toContain('name="system"')
  })

  it('S2-34 S2-36 S2-37 asked, marked outside routine, stated, and decided by the owner alone', async () => {
    const employee = await app.as('sandnes-ansatt')
    const empty = await employee.post(`${at}/nytt?mottaker=other`, ask({ recipient: '' }))
    expect([empty.status, empty.text.includes('href="#recipient"')]).toEqual([422, true])
    const sent = await employee.post(`${at}/nytt?mottaker=other`, ask({ purposeKind: 'research' }))
    expect(sent.status).toBe(303)
    const shown = (await employee.get(sent.location ?? '')).text
    expect(shown).toContain('Utenfor rutine')
    expect(shown).toContain('Venter på uttalelse')
    expect(shown).not.toContain('Avgjør utleveringen')
    const controller = await app.as('sandnes-kommunedirektor')
    expect((await controller.get('/oppgaver')).text).toContain('Uttal deg om en utlevering')
    expect((await controller.post(`${sent.location}/avgjorelse`, { version: '1', decision: 'approved', reason: 'x' })).status).toBe(403)
    const owner = await app.as('sandnes-systemeier')
    const early = await owner.post(`${sent.location}/avgjorelse`, { version: '1', decision: 'approved', reason: 'x' })
    expect([early.status, early.text.includes('må uttale seg først')]).toEqual([422, true])
    expect((await controller.post(`${sent.location}/uttalelse`, { version: '1', statement: 'Bare adresser.' })).status).toBe(303)
    expect((await owner.get('/varsler')).text).toContain('Du har fått en uttalelse om en utlevering')
    const stale = await owner.post(`${sent.location}/avgjorelse`, { version: '1', decision: 'approved', reason: 'x' })
    expect(stale.status).toBe(409)
    expect((await owner.post(`${sent.location}/avgjorelse`, { version: '2', decision: 'approved', reason: 'Greit.' })).status).toBe(303)
    const done = (await employee.get(sent.location ?? '')).text
    expect(done).toContain('Bare adresser.')
    expect(done).toContain('Systemeier, Sandnes')
    expect(done).toContain('Registrer at mottakeren har slettet')
    const gone = { version: '3', deletedOn: '2026-03-02', deletionProof: 'Bekreftet i brev.' }
    expect((await employee.post(`${sent.location}/sletting`, gone)).status).toBe(303)
    expect((await employee.get(at)).text).toContain('Slettet hos mottakeren')
  })

  it('S2-40 an extract without approval says that it may be a deviation, and is begun as one with one press', async () => {
    const employee = await app.as('sandnes-ansatt')
    const id = await app.ctx('sandnes-ansatt', async (ctx) => makeExtract(ctx, system, ctx.actor.unitId ?? '', null))
    const shown = (await employee.get(`/uttrekk/${id}`)).text
    expect(shown).toContain('uten godkjenning. Det kan være et avvik.')
    expect(shown).toContain(`action="/uttrekk/${id}/avvik"`)
    const [, made] = /action="\/uttrekk\/[^"]*\/avvik"[^>]*><input[^>]*name="id" value="([^"]+)"/.exec(shown) ?? []
    const [begun, again] = [
      await employee.post(`/uttrekk/${id}/avvik`, { id: made ?? '' }),
      await employee.post(`/uttrekk/${id}/avvik`, { id: made ?? '' }),
    ]
    expect(again.location).toBe(begun.location)
    expect([begun.status, begun.location]).toEqual([303, expect.stringMatching(/^\/avvik\/[0-9a-f-]+\/skjema$/)])
    const draft = await app.ctx('sandnes-ansatt', ({ tx, actor }) =>
      tx
        .selectFrom('deviation')
        .select(['status', 'what_happened'])
        .where('organisation_id', '=', actor.organisationId)
        .where('id', '=', begun.location?.split('/')[2] ?? '')
        .executeTakeFirst(),
    )
    expect(draft).toMatchObject({ status: 'draft', what_happened: expect.stringContaining('uten systemeiers godkjenning: Adresseliste') })
  })

  it('another organisation learns nothing of it, and rules are kept by those who keep systems', async () => {
    const employee = await app.as('sandnes-ansatt')
    const sent = await employee.post(`${at}/nytt?mottaker=other`, ask({ name: 'Bare oss' }))
    const other = await app.as('uio-systemeier')
    for (const path of ['', '/avgjorelse', '/tvil', '/uttalelse', '/sletting'])
      expect([path, (await other.get(`${sent.location}${path}`)).status]).toEqual([path, 404])
    expect((await other.get(at)).text).not.toContain('Bare oss')
    expect((await employee.get('/utleveringsregler/nytt')).status).toBe(403)
    expect((await employee.get('/utleveringsgodkjennere/nytt')).status).toBe(403)
  })

  it('whoever asked, decides or is heard adds files and takes them away; everybody else reads them', async () => {
    const employee = await app.as('sandnes-ansatt')
    const sent = await employee.post(`${at}/nytt?mottaker=other`, ask({ name: 'Med vedlegg' }))
    const id = /[0-9a-f-]{36}/.exec(sent.location ?? '')?.[0] ?? ''
    const path = `/filer/disclosure/${id}/nye`
    const may = async (slug: string) => [
      (await (await app.as(slug)).get(`${at}/${id}`)).status,
      (await (await app.as(slug)).get(path)).status,
    ]
    expect(await may('sandnes-ansatt')).toEqual([200, 200])
    expect(await may('sandnes-systemeier')).toEqual([200, 200])
    for (const slug of ['sandnes-helsefagarbeider', 'sandnes-revisor']) expect([slug, await may(slug)]).toEqual([slug, [200, 403]])
  })
})
