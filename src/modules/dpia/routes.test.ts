import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { readDocx } from '../../../test/support/read-docx.ts'
import { saysOf } from '../approvals/factory.ts'
import { editProcessing } from '../processing/commands.ts'
import { makeProcessing } from '../processing/factory.ts'
import { findProcessing } from '../processing/public.ts'
import { makeDpia, makeScenario } from './factory.ts'
import { wholeAnswers } from './factory-answers.ts'

describeExample('dpia: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const key = (n: string) => `019a0000-0000-7000-8000-0000000001${n}`
  const ids = async (slug: string) => (await app.person(slug)).personId
  const shown = async (slug: string, path: string) => (await (await app.as(slug)).get(path)).text
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  /** Opens the form of a deed and sends it, as a person does. */
  const does = async (slug: string, path: string, form: Readonly<Record<string, string>> = {}) => {
    const browser = await app.as(slug)
    const drawn = await browser.get(path)
    return drawn.status === 200 ? browser.post(path, { version: versionIn(drawn.text), ...form }) : drawn
  }
  const whole = async (over: Parameters<typeof makeDpia>[1] = {}, scenario: Parameters<typeof makeScenario>[2] = {}) => {
    const owner = await ids('sandnes-systemeier')
    return app.ctx('sandnes-administrator', async (ctx) => {
      const id = await makeDpia(ctx, { ...wholeAnswers, owner, ...over })
      await makeScenario(ctx, id, scenario)
      return id
    })
  }
  const approves = async (id: string, slug = 'sandnes-systemeier') => saysOf(await app.as(slug), { type: 'dpia', id }, 'riskOwner')
  const advice = { verdict: 'sound', advice: 'Risikoen er godt beskrevet.', consult: 'no' }

  it('S4-078 S4-080 a DPIA is not approved without the advice: the page says who has it, the officer advises, and the risk owner decides', async () => {
    const id = await whole({ name: 'Elevoppfølging' })
    expect(await shown('sandnes-systemeier', `/dpia/${id}`)).toContain('Råd fra personvernombudet om det som står her nå')
    expect((await approves(id)).status).not.toBe(303)
    expect((await does('sandnes-ansatt', `/dpia/${id}/sending`)).status).toBe(404)
    expect((await does('sandnes-systemeier', `/dpia/${id}/sending`, { question: 'Holder tiltakene?' })).status).toBe(303)
    expect(await shown('sandnes-systemeier', `/dpia/${id}`)).toContain('Nå har personvernombudet saken')
    expect((await approves(id)).status).not.toBe(303)
    for (const other of ['sandnes-systemeier', 'sandnes-kommunedirektor', 'sandnes-administrator', 'sandnes-leder'])
      expect((await does(other, `/dpia/${id}/rad`, advice)).status).toBe(403)
    expect(await shown('sandnes-personvernombud', '/oppgaver')).toContain('Gi råd om en DPIA')
    expect((await does('sandnes-personvernombud', `/dpia/${id}/rad`, advice)).status).toBe(303)
    const advised = await shown('sandnes-systemeier', `/dpia/${id}`)
    expect(advised).toContain('Risikoen er godt beskrevet.')
    expect(advised).toMatch(/Nå skal [^<]+ avgjøre/)
    // Nobody changes what the officer wrote: what is decided is the risk owner’s own field.
    for (const other of ['sandnes-leder', 'sandnes-kommunedirektor', 'sandnes-systemeier'])
      expect((await does(other, `/dpia/${id}/rad`, { ...advice, advice: 'Alt er i orden.' })).status).toBe(403)
    expect(await shown('sandnes-systemeier', `/dpia/${id}`)).not.toContain('Alt er i orden.')
    expect((await approves(id)).status).toBe(303)
    expect(await shown('sandnes-systemeier', `/dpia/${id}`)).toContain('Vurderingen er godkjent')
    expect((await does('sandnes-systemeier', `/dpia/${id}/kontroll`)).status).toBe(403)
    const found = { controlledOn: '2026-03-02', result: 'deviates', findings: 'Loggen er ikke slått på.' }
    expect((await does('sandnes-personvernombud', `/dpia/${id}/kontroll`, found)).status).toBe(303)
    const controlled = await shown('sandnes-systemeier', `/dpia/${id}`)
    expect(controlled).toContain('Loggen er ikke slått på.')
    expect(controlled).toContain('Under ny vurdering')
  })

  it('S4-080 the controller goes on without the advice with a reason, and nobody else does', async () => {
    const id = await whole()
    for (const other of ['sandnes-systemeier', 'sandnes-personvernombud', 'sandnes-administrator'])
      expect((await does(other, `/dpia/${id}/uten-rad`, { reason: 'Haster' })).status).toBe(403)
    expect((await does('sandnes-kommunedirektor', `/dpia/${id}/uten-rad`, { reason: '' })).status).toBe(422)
    const reason = 'Ombudet er borte, og barna må få hjelp nå.'
    expect((await does('sandnes-kommunedirektor', `/dpia/${id}/uten-rad`, { reason })).status).toBe(303)
    expect(await shown('sandnes-systemeier', `/dpia/${id}`)).toContain(reason)
    expect((await approves(id)).status).toBe(303)
  })

  it('high risk after the measures is not approved before Datatilsynet has answered', async () => {
    const id = await whole({}, { likelihood: '5', forSubjects: '5' })
    await does('sandnes-systemeier', `/dpia/${id}/sending`)
    await does('sandnes-personvernombud', `/dpia/${id}/rad`, { ...advice, consult: 'yes' })
    expect(await shown('sandnes-systemeier', `/dpia/${id}`)).toContain('Spør Datatilsynet før behandlingen starter')
    expect((await approves(id)).status).not.toBe(303)
    const at = `/dpia/${id}/forhandsdrofting`
    expect((await does('sandnes-systemeier', at, { consultedOn: '2026-02-01' })).status).toBe(303)
    const waits = await shown('sandnes-systemeier', `/dpia/${id}`)
    expect(waits).toContain('Nå venter vi på Datatilsynet')
    expect(waits).toContain('29. mars 2026')
    const answer = { consultedOn: '2026-02-01', consultationAnsweredOn: '2026-02-28', consultationAnswer: 'Kan starte med to tiltak til.' }
    expect((await does('sandnes-systemeier', at, answer)).status).toBe(303)
    expect((await approves(id)).status).toBe(303)
  })

  it('an activity shows its DPIA, and says when one is needed and none exists; a change of it marks the DPIA to be looked at again', async () => {
    const owner = await ids('sandnes-systemeier')
    const processing = await app.ctx('sandnes-administrator', (ctx) =>
      makeProcessing(ctx, {
        name: 'Helsejournal',
        dataKinds: ['health'],
        dataSubjects: ['patients'],
        responsible: owner,
        purpose: 'Gi helsehjelp.',
      }),
    )
    const page = await shown('sandnes-personvernombud', `/behandlinger/${processing}`)
    expect(page).toContain('Behandlingen trenger en DPIA, og ingen er startet.')
    expect(page).not.toContain('Vurder om DPIA trengs')
    expect(await shown('sandnes-personvernombud', '/dpia/mangler')).toContain('Helsejournal')
    const begun = await (await app.as('sandnes-systemeier')).post('/dpia/nytt/begynt', { processings: processing })
    expect(begun.text).toContain('Helsejournal')
    const made = await (await app.as('sandnes-systemeier')).post('/dpia/nytt', {
      id: key('01'),
      name: 'DPIA for journalen',
      processings: processing,
    })
    expect([made.status, made.location]).toEqual([303, `/dpia/${key('01')}`])
    expect(await shown('sandnes-personvernombud', `/behandlinger/${processing}`)).toContain('DPIA for journalen')
    expect(await shown('sandnes-personvernombud', '/dpia/mangler')).not.toContain('Helsejournal')
    await app.ctx('sandnes-administrator', async (ctx) => {
      const before = await findProcessing(ctx, processing)
      if (!before) throw new Error('no activity')
      expect(await editProcessing(ctx, processing, null, { ...before.values, recipients: 'NAV' })).toMatchObject({ ok: true })
    })
    expect(await shown('sandnes-systemeier', `/dpia/${key('01')}`)).toContain('ses på igjen')
  })

  it('those who do not take part see nothing of it: not the page, the list, the history, the document, nor on an activity', async () => {
    const processing = await app.ctx('sandnes-administrator', (ctx) => makeProcessing(ctx, { name: 'Åpen behandling' }))
    const id = await whole({ name: 'Kanari 4712', processings: [processing] })
    const employee = await app.as('sandnes-ansatt')
    for (const path of [
      ...[`/dpia/${id}`, `/dpia/${id}/endring/hva`, `/dpia/${id}/scenarioer/ny`, `/dpia/${id}/celle/for/1-2`],
      ...[`/historikk/dpia/${id}`, `/dpia/${id}/dpia-nb.pdf`, `/dpia/${id}/rad`],
    ])
      expect([403, 404], path).toContain((await employee.get(path)).status)
    expect((await employee.get('/dpia')).status).toBe(403)
    for (const path of [`/behandlinger/${processing}`, '/sok?q=Kanari']) expect((await employee.get(path)).text, path).not.toContain('4712')
    expect((await (await app.as('sauda-personvernombud')).get(`/dpia/${id}`)).status).toBe(404)
  })

  it('bad input and old pages are answered: a scale beyond, an empty name, a wrong part, another’s version', async () => {
    const id = await whole()
    const owner = await app.as('sandnes-systemeier')
    expect((await owner.post('/dpia/nytt', { id: key('02'), name: '' })).status).toBe(422)
    expect((await owner.get(`/dpia/${id}/endring/finnes-ikke`)).status).toBe(404)
    expect((await owner.get(`/dpia/${id}/celle/for/9-9`)).status).toBe(404)
    expect((await owner.get(`/dpia/${id}/dpia-xx.pdf`)).status).toBe(404)
    const wrong = await does('sandnes-systemeier', `/dpia/${id}/endring/forhandsvurdering`, {
      highRisk: 'yes',
      decision: 'dont',
      decisionReason: 'Nei',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Svarene viser at en DPIA må gjøres.')
    expect((await owner.post(`/dpia/${id}/ny-versjon`, { version: '99' })).status).toBe(409)
    expect(
      (await owner.post(`/dpia/${id}/scenarioer/ny`, { name: 'X', cause: 'routine', harms: 'control', likelihood: '9', forSubjects: '1' }))
        .status,
    ).toBe(422)
  })

  it('G18 the document is made in three languages as PDF/A and Word, with the advice and what is missing', async () => {
    const id = await whole({ name: 'Velferdsteknologi', necessary: null })
    await does('sandnes-systemeier', `/dpia/${id}/sending`, { question: 'Holder tiltakene?' })
    await does('sandnes-personvernombud', `/dpia/${id}/rad`, { ...advice, verdict: 'moreWork' })
    const reader = await app.as('sandnes-systemeier')
    for (const language of ['nb', 'nn', 'en']) {
      const pdf = await reader.get(`/dpia/${id}/dpia-${language}.pdf`)
      expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect(Buffer.from(pdf.bytes).toString('latin1')).toContain('pdfaid:part')
    }
    const word = await readDocx((await reader.get(`/dpia/${id}/dpia-nb.docx`)).bytes)
    for (const words of [
      'Velferdsteknologi',
      'Risikoen er godt beskrevet.',
      'Kjent av naboen',
      'Hvorfor er behandlingen nødvendig for formålet?',
    ])
      expect([...word.values()].join(' ')).toContain(words)
    expect(await shown('sandnes-administrator', '/logg')).toContain('Dokumentet til DPIA lastet ned')
  }, 60_000)
})
