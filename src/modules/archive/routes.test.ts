import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { assessCase, openCase } from '../../../test/support/cases.ts'
import { describeDatabase } from '../../../test/support/database.ts'
import { localInput } from '../../kernel/calendar/calendar.ts'
import type { Preset } from '../../kernel/profile.ts'
import { saveHandling } from '../deviation/handling/commands.ts'
import { wholeNotice } from '../notices/factory.ts'

describeDatabase('archive: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), new Date('2024-05-06T08:00:00Z'))
  }, 120_000)
  afterAll(() => app.stop())

  const form = (values: object) =>
    Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])))
  /** A case of 3 May 2024 whose notice is sent, by those who send it in the organisation. */
  async function sentCase(preset: 'sauda' | 'sandnes', sender: Client) {
    const discoveredAt = new Date('2024-05-03T12:00:00Z')
    const id = await openCase(app, preset satisfies Preset, { affectedKnown: 'exact', affectedCount: 40, discoveredAt })
    const assessor = preset === 'sauda' ? 'sauda-personvernombud' : 'sandnes-personvern-gdpr'
    await app.ctx(assessor, (ctx) => saveHandling(ctx, id, null, { shortName: 'Kort namn' }))
    const effects = preset === 'sandnes' ? ({ effectAstray: 'yes', effectChanged: 'no', effectLost: 'no' } as const) : {}
    await assessCase(app, preset, id, { level: 'medium', levelReason: 'Mange.', largeScale: 'no', newTechnology: 'no', ...effects })
    expect((await sender.get(`/avvik/${id}`)).text).not.toContain('Svar manglar i mappa')
    const { location } = await sender.post(`/avvik/${id}/datatilsynet`, { kind: 'complete' })
    const at = location ?? ''
    expect((await sender.post(at, { version: '1', ...form(wholeNotice) })).status).toBe(303)
    const sending = { version: 2, sentAt: localInput(app.clock.now), access: 'public', reference: 'AR1' }
    expect((await sender.post(`${at}/sending`, form(sending))).status).toBe(303)
    return id
  }

  it('S3-21 the folder has the day and the short name, asks for receipt and answer until they are added, and comes as one file', async () => {
    const dpo = await app.as('sauda-personvernombud')
    const id = await sentCase('sauda', dpo)
    const at = `/avvik/${id}/mappe`
    const shown = (await dpo.get(`/avvik/${id}`)).text
    for (const words of ['2024-05-03_kort-namn', 'Svar manglar i mappa', 'Kvittering manglar i mappa']) expect(shown).toContain(words)
    const before = (await dpo.get(at)).text
    for (const words of ['2024-05-03_kort-namn', 'Svar manglar i mappa', `/filer/authority_answer/${id}/nye`])
      expect(before).toContain(words)

    const added = await dpo.send(`/filer/authority_receipt/${id}/nye`, [{ name: 'kvittering.txt', content: Buffer.from('Motteken.') }])
    expect([added.status, added.location]).toEqual([303, at])
    const between = (await dpo.get(at)).text
    expect([between.includes('Kvittering manglar i mappa'), between.includes('Svar manglar i mappa')]).toEqual([false, true])
    await dpo.send(`/filer/authority_answer/${id}/nye`, [{ name: 'Svar til Kari.txt', content: Buffer.from('Avslutta.') }])
    expect((await dpo.get(`/avvik/${id}`)).text).not.toContain('Svar manglar i mappa')

    const zip = await dpo.get(`${at}.zip`)
    const names = Object.keys(unzipSync(zip.bytes)).toSorted()
    expect(names).toEqual([
      '2024-05-03_kort-namn/2024-05-06_kvittering-fra-datatilsynet.txt',
      expect.stringMatching(/^2024-05-03_kort-namn\/2024-05-06_melding-til-datatilsynet_2024-\d{4}_v1\.pdf$/),
      '2024-05-03_kort-namn/2024-05-06_svar-fra-datatilsynet.txt',
    ])
    expect(zip.headers.get('content-disposition')).not.toContain('kort')
    for (const slug of ['sauda-ansatt', 'sauda-leder', 'sauda-administrator', 'sandnes-personvern-gdpr']) {
      const one = await app.as(slug)
      const statuses = await Promise.all(
        [at, `${at}.zip`, `/filer/authority_answer/${id}/nye`].map(async (path) => (await one.get(path)).status),
      )
      expect([slug, statuses]).toEqual([slug, [404, 404, 404]])
    }
  })

  it('S4-146 the documents of a case of 2024 go to "personvernombud 2024", exempt, and the notice is public', async () => {
    const sender = await app.as('sandnes-personvern-gdpr')
    const id = await sentCase('sandnes', sender)
    await sender.send(`/filer/deviation/${id}/nye`, [{ name: 'skjermbilde.txt', content: Buffer.from('Bilde.') }])
    const page = (await sender.get(`/arkiv/pakker/ny?sak=${id}`)).text
    const ids = [...page.matchAll(/name="dokument"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="dokument"/g)].map(
      ([, one, other]) => one ?? other ?? '',
    )
    expect(ids).toHaveLength(2)
    const made = await sender.post('/arkiv/pakker/ny', { id: crypto.randomUUID(), dokument: ids, sak: id })
    expect(made.status).toBe(303)
    const shown = (await sender.get(made.location ?? '')).text
    const row = (words: string) => shown.split('<tr>').find((one) => one.includes(words)) ?? ''
    expect(row('melding-til-datatilsynet')).toMatch(/personvernombud 2024\/[\s\S]*Offentlig</)
    expect(row('_fil.txt')).toMatch(/personvernombud 2024\/[\s\S]*Unntatt offentlighet, offl\. § 13, jf\. personopplysningsloven § 18/)
    const files = unzipSync((await sender.get(`${made.location}/arkivpakke.zip`)).bytes)
    const message = Buffer.from(files['personvernombud 2024/arkivmelding.xml'] ?? []).toString()
    expect(message).toContain('<tittel>personvernombud 2024</tittel>')
    expect(message.match(/<basisregistrering[\s\S]*?<\/basisregistrering>/g)?.map((one) => one.includes('<skjerming>'))).toEqual(
      expect.arrayContaining([true, false]),
    )
    expect(message).not.toContain('skjermbilde')
  })

  it('S0-13 the register shows each reader only what they may open: a case is nobody’s who does not work on it', async () => {
    const dpo = await app.as('sauda-personvernombud')
    const id = await sentCase('sauda', dpo)
    await dpo.send(`/filer/deviation/${id}/nye`, [{ name: 'KANARI-ARKIV.txt', content: Buffer.from('x') }])
    const finds = async (slug: string) => {
      const one = await app.as(slug)
      const pages = await Promise.all(['/arkiv', '/arkiv/utdrag/csv', '/arkiv/pakker/ny'].map(async (path) => (await one.get(path)).text))
      return pages.map((text) => text.includes('KANARI-ARKIV'))
    }
    expect(await finds('sauda-personvernombud')).toEqual([true, true, true])
    for (const slug of ['sauda-ansatt', 'sauda-leder', 'sauda-it-sjef', 'sauda-revisor', 'sauda-administrator', 'sandnes-personvernombud'])
      expect([slug, await finds(slug)]).toEqual([slug, [false, false, false]])
    expect((await (await app.as('sauda-ansatt')).get('/arkiv')).status).toBe(403)
    const mine = /\/arkiv\/dokumenter\/([0-9a-f-]{36})/.exec((await dpo.get(`/avvik/${id}/mappe`)).text)?.[1]
    for (const slug of ['sauda-it-sjef', 'sandnes-personvernombud'])
      expect([slug, (await (await app.as(slug)).get(`/arkiv/dokumenter/${mine}`)).status]).toEqual([slug, 404])
    expect((await dpo.post(`/arkiv/dokumenter/${mine}`, { reference: '' })).status).toBe(422)
  })
})
