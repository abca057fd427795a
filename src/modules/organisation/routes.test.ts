import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { timelineOf } from '../audit/public.ts'

describeExample('settings', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  it('say first what does not work as it should, then what may be set, by errand', async () => {
    const whole = (await (await app.as('sandnes-administrator')).get('/innstillinger')).text
    const text = whole.slice(whole.indexOf('<main'))
    const at = (words: string) => text.indexOf(words)
    const order = [
      'Ingen virusskanner er satt opp',
      '>Virksomheten<',
      '>Avvik og oppgaver<',
      '>Veiledning<',
      '>Registre<',
      '>Ansatte og tilgang<',
    ].map(at)
    expect(order.every((one) => one > 0)).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    // One question is asked in one place: each errand of the settings once.
    const places = [...text.matchAll(/<div class="v-places__body" id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(places).size).toBe(places.length)
  })

  it('show the administrator how the organisation is set up, in its own words', async () => {
    const sandnes = await (await app.as('sandnes-administrator')).get('/innstillinger')
    expect(sandnes.status).toBe(200)
    expect(sandnes.text).toContain('Sandnes kommune')
    expect(sandnes.text).toContain('Bare personvernombudet får vite hvem som meldte')
    expect(sandnes.text).toContain('personvernombud, informasjonssikkerhetssjef, kommunedirektør, systemeier')
    const sauda = await (await app.as('sauda-administrator')).get('/innstillinger')
    expect(sauda.text).toContain('Tekst: kva eit avvik er')
    expect(sauda.text).toContain('72 timar etter at brotet vart kjent')
  })

  it('are for the administrator alone', async () => {
    expect((await (await app.as('sandnes-personvernombud')).get('/innstillinger')).status).toBe(403)
    expect((await app.stranger().get('/innstillinger')).location).toBe('/logg-inn?til=%2Finnstillinger')
  })

  it('hold what stands on letters: written by the administrator, logged, with what is wrong said at its question', async () => {
    const admin = await app.as('sauda-administrator')
    const path = '/innstillinger/virksomheten'
    const form = await admin.get(path)
    expect(form.text).toContain('value="300000037"')
    const version = /name="version" value="(\d+)"/.exec(form.text)?.[1] ?? ''
    const values = {
      version,
      number: '974 760 674',
      address: 'Rådhusgata 1\n4200 Sauda',
      telephone: '52 00 00 00',
      email: 'post@sauda.example',
    }
    const wrong = await admin.post(path, values)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toMatch(/href="#number">[^<]*ikkje eit organisasjonsnummer/)
    expect(wrong.text).toContain('value="974 760 674"')
    expect((await admin.post(path, { ...values, number: '974 760 673' })).location).toBe('/innstillinger')
    const settings = await admin.get('/innstillinger')
    expect(settings.text).toContain('974\u00a0760\u00a0673')
    expect(settings.text).toContain('Rådhusgata 1')
    const log = await app.ctx('sauda-administrator', (ctx) => timelineOf(ctx, ctx.actor.organisationId))
    expect(log.filter(({ type }) => type === 'organisation.detailsEdited').at(-1)).toMatchObject({
      data: { fields: ['number', 'address', 'telephone'] },
    })
    const other = await admin.post(path, { ...values, number: '', telephone: '53 00 00 00' })
    expect(other.status).toBe(409)
    expect(other.text).toContain('52 00 00 00')
    expect((await (await app.as('sauda-personvernombud')).get(path)).status).toBe(403)
    expect((await (await app.as('sauda-personvernombud')).post(path, values)).status).toBe(403)
  })
})
