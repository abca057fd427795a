import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { currentLogo, letterheadFor, logoById } from './queries.ts'

const here = '/innstillinger/logo'
const logo = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="30" height="10" fill="navy"/></svg>')

describeExample('the logo of the organisation', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  it('is uploaded by the administrator, shown as a picture, and stands on documents until it is removed', async () => {
    const admin = await app.as('sauda-administrator')
    expect((await admin.get(here)).text).not.toContain('<figure')
    expect((await admin.send(here, [{ name: 'logo.svg', content: logo }])).location).toBe('/innstillinger')
    const page = (await admin.get('/innstillinger')).text
    const [, path = ''] = /src="(\/innstillinger\/logo\/[^"]+)"/.exec(page) ?? []
    const picture = await admin.get(path)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
    const { lines, logo: placed } = await app.ctx('sauda-administrator', (ctx) => letterheadFor(ctx, 'nn'))
    expect(placed?.width).toBe(1134)
    expect(lines.length).toBeGreaterThan(1)
    expect((await admin.post(`${here}/fjerning`)).location).toBe('/innstillinger')
    expect(await app.ctx('sauda-administrator', currentLogo)).toBeNull()
    // A document made with it is made with it again.
    expect(await app.ctx('sauda-administrator', (ctx) => logoById(ctx, placed?.id ?? ''))).toMatchObject({ width: 1134 })
    const log = (await admin.get('/logg?hva=oppsett')).text
    expect(log).toContain('Logo på dokument bytt')
    expect(log).toContain('Logo på dokument fjerna')
  })

  it('is refused with what to do: no file, too large, no picture, a page under the name of a picture', async () => {
    const admin = await app.as('uio-administrator')
    const refused = async (name: string, content: Buffer) => {
      const answer = await admin.send(here, [{ name, content }])
      expect(answer.status).toBe(422)
      return /id="logo-error">([^<]+)/.exec(answer.text)?.[1]
    }
    expect(await refused('logo.png', Buffer.from('<!doctype html><script>alert(1)</script>'))).toContain('ikke et bilde vi kan tegne')
    expect(await refused('logo.png', Buffer.alloc(1_048_577))).toContain('for stort')
    expect(await refused('logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'))).toContain(
      'et annet sted',
    )
    expect((await admin.post(here)).status).toBe(422)
    expect((await admin.get(`${here}/x`)).status).toBe(404)
  })

  it('is the administrator’s alone to set, and another organisation’s is not there', async () => {
    const admin = await app.as('sandnes-administrator')
    await admin.send(here, [{ name: 'logo.svg', content: logo }])
    const id = (await app.ctx('sandnes-administrator', currentLogo))?.id ?? ''
    expect((await (await app.as('oslomet-administrator')).get(`${here}/${id}`)).status).toBe(404)
    const officer = await app.as('sandnes-personvernombud')
    for (const answer of [
      await officer.get(here),
      await officer.send(here, [{ name: 'a.svg', content: logo }]),
      await officer.post(`${here}/fjerning`),
    ])
      expect(answer.status).toBe(403)
  })
})
