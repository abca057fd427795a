import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { makeInForce } from '../agreements/factory.ts'
import { findAgreement } from '../agreements/public.ts'
import { saysOf } from '../approvals/factory.ts'
import { makeProcessing, wholeAnswers as wholeActivity } from '../processing/factory.ts'
import { editRisk } from '../risks/commands.ts'
import { makeRisk, makeScenario, wholeAnswers } from '../risks/factory.ts'
import { riskFields } from '../risks/fields.ts'
import { findRisk } from '../risks/public.ts'
import type { Answers } from '../risks/risk.ts'
import { makeSupplier } from '../suppliers/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { removeFromFilings } from './commands-removal.ts'
import { insertFiling } from './store.ts'

describeExample('archive: packages', (db) => {
  let app: TestApp
  let activity: string
  let risk: string
  let agreement: string
  let unit: string
  beforeAll(async () => {
    app = await testApp(db())
    const owner = (await app.person('sandnes-systemeier')).personId
    const responsible = (await app.person('sandnes-leder-helse')).personId
    unit = await app.ctx('sandnes-leder-helse', async ({ actor }) => actor.unitId ?? '')
    await app.ctx('sandnes-administrator', async (ctx) => {
      const system = await makeSystem(ctx, { owner, name: 'Journalen' })
      activity = await makeProcessing(ctx, { ...wholeActivity, name: 'Hjemmebesøk', unit, responsible, systems: [system] })
      risk = await makeRisk(ctx, { ...wholeAnswers, name: 'ROS for hjemmebesøk', unit, owner, systems: [system], processings: [activity] })
      await makeScenario(ctx, risk)
      const supplier = await makeSupplier(ctx, { name: 'Journal AS' })
      agreement = await makeInForce(ctx, { name: 'Avtale om journal', supplier, processings: [activity], archiveReference: null })
    })
    await says('sandnes-systemeier', 'risk', risk, 'owner')
    await says('sandnes-informasjonssikkerhetssjef', 'risk', risk, 'ciso')
    await says('sandnes-leder-helse', 'processing', activity, 'responsible')
  }, 120_000)
  afterAll(() => app.stop())

  const says = async (slug: string, type: string, id: string, part: string) =>
    expect([part, (await saysOf(await app.as(slug), { type, id }, part)).status]).toEqual([part, 303])
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const report = (kind = 'behandling', id = activity) => `/arkiv/etterlevelse/${kind}/${id}`
  const rowOf = (html: string, words: string) => html.split('<tr>').find((row) => row.includes(words)) ?? ''
  const packed = async (who: Client, documents: readonly string[]) => {
    const id = hidden((await who.get('/arkiv/pakker/ny')).text, 'id')
    return who.post('/arkiv/pakker/ny', { id, dokument: documents })
  }

  it('S0-13 the report of an activity has its ROS, agreement and decision with date and version, and flags that each lacks a reference', async () => {
    const leader = await app.as('sandnes-leder-helse')
    const page = (await leader.get(report())).text
    for (const words of [
      'Risikovurdering (ROS): ROS for hjemmebesøk',
      'Databehandleravtale: Avtale om journal',
      'Avgjørelse om behandling: Hjemmebesøk',
    ]) {
      const row = rowOf(page, words)
      expect([words, /\d{1,2}\. (februar|mars) 2026/.test(row), row.includes('Mangler arkivreferanse')]).toEqual([words, true, true])
      expect(/data-label="Versjon"[^>]*>\d+</.test(row)).toBe(true)
    }
    const pdf = await leader.get(`${report()}/etterlevelse-nb.pdf`)
    expect([pdf.status, pdf.text.startsWith('%PDF')]).toEqual([200, true])
    expect((await leader.get(`${report()}/etterlevelse-nn.docx`)).status).toBe(200)
    for (const slug of ['sandnes-ansatt', 'sauda-personvernombud'])
      expect([slug, (await (await app.as(slug)).get(report())).status]).toEqual([slug, 404])
  })

  it('S0-14 S0-13 the plan gives a ROS its folder, the package has the file there with its message, and the receipt closes it', async () => {
    const admin = await app.as('sandnes-administrator')
    const setting = '/innstillinger/arkivplan-risk'
    const form = (await admin.get(setting)).text
    const refused = await admin.post(setting, { version: hidden(form, 'version'), folder: 'ROS [aar]', access: 'exempt', ground: '' })
    expect([refused.status, refused.text.includes('Bruk bare [år]')]).toEqual([422, true])
    const saved = await admin.post(setting, {
      version: hidden(form, 'version'),
      folder: 'ROS/[år]',
      access: 'exempt',
      ground: 'offl. § 24 tredje ledd',
    })
    expect(saved.status).toBe(303)

    const owner = await app.as('sandnes-systemeier')
    expect((await packed(owner, [])).status).toBe(422)
    const made = await packed(owner, [risk, agreement])
    expect(made.status).toBe(303)
    const files = unzipSync((await owner.get(`${made.location}/arkivpakke.zip`)).bytes)
    const folder = Object.keys(files).filter((path) => path.startsWith('ROS/2026/'))
    expect(folder.map((path) => path.replace('ROS/2026/', '')).toSorted()).toEqual([
      expect.stringMatching(/^2026-03-02_risikovurdering-ros_ros-for-hjemmebesok_v\d+\.pdf$/),
      'arkivmelding.xml',
    ])
    const pdf = files[folder.find((path) => path.endsWith('.pdf')) ?? ''] ?? new Uint8Array()
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfaid')
    const message = Buffer.from(files['ROS/2026/arkivmelding.xml'] ?? []).toString()
    expect(message).toContain('<skjermingshjemmel>offl. § 24 tredje ledd</skjermingshjemmel>')
    expect(Buffer.from(files['sha256sums.txt'] ?? []).toString()).toContain(createHash('sha256').update(pdf).digest('hex'))
    // The same package is the same to the last byte.
    const again = await owner.get(`${made.location}/arkivpakke.zip`)
    expect(Object.keys(unzipSync(again.bytes))).toEqual(Object.keys(files))
    // Nobody opens a package with what they may not open.
    expect((await (await app.as('sandnes-anskaffelser')).get(`${made.location}/arkivpakke.zip`)).status).toBe(404)

    expect((await owner.get('/arkiv?arkiv=sent')).text).toContain('ROS for hjemmebesøk')
    const receipt = `${made.location}/kvittering`
    const version = hidden((await owner.get(receipt)).text, 'version')
    expect((await owner.post(receipt, { version, reference: '', receivedOn: '2026-03-02' })).status).toBe(422)
    expect((await owner.post(receipt, { version, reference: '26/1201-3', receivedOn: '2026-04-01' })).text).toContain(
      'kan ikke være fram i tid',
    )
    expect((await owner.post(receipt, { version, reference: '26/1201-3', receivedOn: '2026-03-02' })).status).toBe(303)
    const page = (await owner.get(report())).text
    for (const words of ['ROS for hjemmebesøk', 'Avtale om journal']) expect(rowOf(page, words)).toContain('26/1201-3')
    expect(rowOf(page, 'Avgjørelse om behandling')).toContain('Mangler arkivreferanse')
    // The agreement keeps its reference itself.
    const kept = await app.ctx('sandnes-administrator', async (ctx) => (await findAgreement(ctx, agreement))?.values.archiveReference)
    expect(kept).toBe('26/1201-3')
  })

  it('S0-13 what is changed after it was approved cannot be packed, and approved again the archive has an older version', async () => {
    await app.ctx('sandnes-administrator', async (ctx) => {
      const values = (await findRisk(ctx, risk))?.values ?? expect.unreachable('no analysis')
      const answers = Object.fromEntries(
        Object.keys(riskFields).map((name) => [name, values[name as keyof typeof values]]),
      ) as unknown as Answers
      expect(await editRisk(ctx, risk, null, { ...answers, about: 'Hele systemet, og appen.' })).toMatchObject({ ok: true })
    })
    const owner = await app.as('sandnes-systemeier')
    const refused = await packed(owner, [risk])
    expect([refused.status, refused.text.includes('endret etter at det ble godkjent')]).toEqual([422, true])
    app.clock.now = new Date('2026-03-02T08:30:00Z')
    await says('sandnes-systemeier', 'risk', risk, 'owner')
    await says('sandnes-informasjonssikkerhetssjef', 'risk', risk, 'ciso')
    expect(rowOf((await owner.get(report())).text, 'ROS for hjemmebesøk')).toContain('Arkivet har en eldre versjon')
    const given = await owner.post(`/arkiv/dokumenter/${risk}`, { reference: '26/1201-9' })
    expect(given.status).toBe(303)
    expect((await owner.get(given.location ?? '')).text).toContain('26/1201-9')
  })

  it('S1-42 what is taken out of a case is taken out of what its documents are called, and whoever took it out is told who has it', async () => {
    const caseId = newId(new Date('2026-03-01T10:00:00Z'))
    await app.ctx('sandnes-administrator', async (ctx) => {
      const one = {
        record_type: 'deviation',
        kind: 'memo',
        made_at: ctx.now,
        edition: 1,
        access: 'exempt',
        ground: null,
        kept: null,
      } as const
      await insertFiling(ctx, null, {
        ...one,
        id: newId(ctx.now),
        record_id: caseId,
        title: 'Brev til Testperson Ulv',
        reference: '26/7-1',
      })
      await insertFiling(ctx, null, {
        ...one,
        id: newId(ctx.now),
        record_id: newId(ctx.now),
        title: 'Om Ulv i en annen sak',
        reference: '26/8-1',
      })
    })
    const remove = (text: string) => text.replace('Testperson Ulv', '[fjernet]').replace('Ulv', '[fjernet]')
    const kept = await app.ctx('sandnes-administrator', (ctx) => removeFromFilings(ctx, caseId, remove, 'nb'))
    expect(kept).toEqual([{ what: 'navnet på et dokument som er sendt til arkivet', holder: expect.stringContaining('arkivet har') }])
    const titles = await app.ctx('sandnes-administrator', (ctx) =>
      ctx.tx.selectFrom('archive_filing').select('title').where('reference', 'in', ['26/7-1', '26/8-1']).orderBy('reference').execute(),
    )
    expect(titles.map(({ title }) => title)).toEqual(['Brev til [fjernet]', 'Om Ulv i en annen sak'])
    expect(await app.ctx('sandnes-administrator', (ctx) => removeFromFilings(ctx, caseId, remove, 'nb'))).toEqual([])
  })

  it('S4-094 the report of a unit has its activities, ROS, agreements, training and deviations, for its head', async () => {
    const page = (await (await app.as('sandnes-leder-helse')).get(report('enhet', unit))).text
    for (const words of ['Hjemmebesøk', 'ROS for hjemmebesøk', 'Avtale om journal', 'Opplæring', 'Avvik', 'Meldt til Datatilsynet'])
      expect(page).toContain(words)
    const others = await Promise.all(
      ['leder', 'ansatt', 'anskaffelser'].map(async (slug) => (await (await app.as(`sandnes-${slug}`)).get(report('enhet', unit))).status),
    )
    expect(others).toEqual([404, 404, 404])
    expect((await (await app.as('sauda-personvernombud')).get(report('enhet', unit))).status).toBe(404)
  })
})
