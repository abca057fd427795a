import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { profileOf } from '../queries.ts'

const here = '/innstillinger/profil'
const bytes = (text: string) => new TextEncoder().encode(text)
const hidden = (text: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

describeExample('the settings as a file', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())
  const look = async (slug: string, text: string) => (await app.as(slug)).send(here, [{ name: 'oppsett.json', content: bytes(text) }])

  it('taken out and brought in again changes nothing, and brought in elsewhere what is seen first', async () => {
    const file = (await (await app.as('sandnes-administrator')).get(`${here}/fil`)).text
    expect(JSON.parse(file)).toMatchObject({ varde: 'settings', preset: 'sandnes', settings: { sprak: { locale: 'nb' } } })
    expect((await look('sandnes-administrator', file)).text).toContain('Det er ingenting å endre')

    const admin = await app.as('sauda-administrator')
    const before = await app.ctx('sauda-administrator', (ctx) => profileOf(ctx))
    const seen = await look('sauda-administrator', file)
    expect(seen.status).toBe(200)
    expect(seen.text).toContain('Ingenting er lagra enno')
    expect(await app.ctx('sauda-administrator', (ctx) => profileOf(ctx))).toEqual(before)
    const posted = { version: hidden(seen.text, 'version'), profil: hidden(seen.text, 'profil') }
    expect((await admin.post(`${here}/lagring`, posted)).status).toBe(303)
    const after = await app.ctx('sauda-administrator', (ctx) => profileOf(ctx))
    expect([before.locale, after.locale, after.preset]).toEqual(['nn', 'nb', 'sauda'])
    // Pressed twice it is one version.
    expect((await admin.post(`${here}/lagring`, posted)).location).toBe('/innstillinger')
    expect(await app.ctx('sauda-administrator', async (ctx) => ctx.actor.profileVersion)).toBe(Number(posted.version) + 1)
  })

  it('refuses what is no such file, names what it cannot take, and is the administrator’s alone', async () => {
    const admin = 'uio-administrator'
    for (const text of [
      '',
      'ikke json',
      '[]',
      '{"varde":"settings"}',
      '{"varde":"settings","preset":"uio","settings":[]}',
      'x'.repeat(300_000),
    ])
      expect([text.slice(0, 20), (await look(admin, text)).status]).toEqual([text.slice(0, 20), 422])
    const odd = {
      sprak: { locale: 'tysk' },
      ukjent: { a: 1 },
      __proto__: { x: 1 },
      arkiv: { accessCode: 'x'.repeat(999) },
    }
    const seen = await look(admin, JSON.stringify({ varde: 'settings', preset: 'uio', settings: odd }))
    expect(seen.status).toBe(200)
    for (const words of ['Hvilket språk virksomheten bruker', 'Hvor dokumentene arkiveres', 'Ett spørsmål som ikke finnes her'])
      expect(seen.text).toContain(words)
    // One message, with the reason at each: not that there is nothing to change.
    expect(seen.text).toContain('Ingenting fra filen kan tas med')
    expect(seen.text).not.toContain('Det er ingenting å endre')
    expect(seen.text).toMatch(/<li>Hvilket språk virksomheten bruker: [^<]+<\/li>/)
    expect(seen.text).toMatch(/<li>Hvor dokumentene arkiveres: [^<]*er for lang[^<]*<\/li>/)
    expect((await look('uio-ansatt', '{}')).status).toBe(403)
    expect((await (await app.as('uio-ansatt')).get(`${here}/fil`)).status).toBe(403)
    expect((await (await app.as('uio-ansatt')).post(`${here}/lagring`, { version: '1', profil: '{}' })).status).toBe(403)
  })

  it('a file that was made to break what reads it is refused, and one with a mark before its text is read', async () => {
    const admin = 'uio-administrator'
    const plain = (await (await app.as(admin)).get(`${here}/fil`)).text
    const file = JSON.parse(plain)
    const deep = (open: string, shut: string) => `${open.repeat(60_000)}1${shut.repeat(60_000)}`
    for (const answer of ['{"toString":1}', '{"inni":1}', '[{"toString":1}]', '[["ja"]]', deep('[', ']'), deep('{"a":', '}')]) {
      const text = JSON.stringify({ ...file, settings: { ...file.settings, sprak: { locale: 'HER' } } }).replace('"HER"', answer)
      expect([answer.slice(0, 20), (await look(admin, text)).status]).toEqual([answer.slice(0, 20), 422])
    }
    expect((await look(admin, `\ufeff${plain}`)).text).toContain('Det er ingenting å endre')
  })

  it('work is never left with nobody: such a file is refused whole', async () => {
    const admin = await app.as('uio-administrator')
    const file = JSON.parse((await admin.get(`${here}/fil`)).text)
    const emptied = Object.fromEntries(
      Object.entries(file.settings as Record<string, Record<string, unknown>>).map(([address, answers]) => [
        address,
        Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, Array.isArray(answer) ? [] : answer])),
      ]),
    )
    const seen = await look('uio-administrator', JSON.stringify({ ...file, settings: emptied }))
    const posted = { version: hidden(seen.text, 'version'), profil: hidden(seen.text, 'profil') }
    const saved = await admin.post(`${here}/lagring`, posted)
    expect([saved.status, saved.text.includes('Noen må alltid ha denne oppgaven')]).toEqual([422, true])
  })
})
