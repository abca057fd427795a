import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { openCase } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { saidAt } from '../../kernel/keys.ts'
import { makeSystem } from '../systems/factory.ts'
import { commentPlace } from './store.ts'

describeExample('comments: pages', (db) => {
  let app: TestApp
  let system: string
  beforeAll(async () => {
    app = await testApp(db())
    system = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Barnehageportalen' }))
  }, 60_000)
  afterAll(() => app.stop())

  const id = (end: string) => `019a0000-0000-7000-8000-0000000000${end}`
  const rows = () =>
    app.ctx('sauda-administrator', async (ctx) => {
      const all = await ctx.tx.selectFrom('comment').selectAll().orderBy('written_at').execute()
      return Promise.all(all.map(async (row) => ({ ...row, text: (await saidAt(ctx, commentPlace, row)) ?? '' })))
    })
  const form = (end: string, text: string, over: object = {}) => ({ id: id(end), text, audience: 'all', ...over })
  const at = () => `/kommentarer/system/${system}/ny`

  it('a double press writes one comment; everyone who opens the system reads it, and those who keep it read theirs alone', async () => {
    const [admin, employee] = [await app.as('sauda-administrator'), await app.as('sauda-ansatt')]
    const both = await Promise.all([1, 2].map(() => admin.post(at(), form('a1', 'Leverandøren ringte.'))))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await rows()).toHaveLength(1)
    expect((await admin.post(at(), form('a2', 'Berre for oss.', { audience: 'handlers' }))).status).toBe(303)
    const seen = (await employee.get(`/systemer/${system}`)).text
    expect(seen).toContain('Leverandøren ringte.')
    expect(seen).not.toContain('Berre for oss.')
    expect((await admin.get(`/systemer/${system}`)).text).toContain('Berre for oss.')
    expect((await employee.get(`/kommentarer/${id('a2')}/endring`)).status).toBe(404)
    // Whoever does not keep it cannot write to those who do.
    expect((await employee.post(at(), form('a3', 'Smett inn', { audience: 'handlers' }))).status).toBe(303)
    expect((await rows()).filter((row) => row.id === id('a3')).map(({ audience }) => audience)).toEqual(['all'])
  })

  it('empty, and 20,000 signs, are answered in words and nothing is stored; what was written is still there', async () => {
    const admin = await app.as('sauda-administrator')
    const count = (await rows()).length
    const empty = await admin.post(at(), form('b1', '   '))
    const long = await admin.post(at(), form('b2', 'æ'.repeat(20_000)))
    expect([empty.status, long.status]).toEqual([422, 422])
    expect(empty.text).toContain('href="#text"')
    expect(long.text).toContain('ææææ')
    expect(await rows()).toHaveLength(count)
  })

  it('the guard reads along, with the words it says', async () => {
    const drawn = (await (await app.as('sauda-administrator')).get(at())).text
    expect(drawn).toMatch(/<textarea[^>]*name="text"[^>]*data-guard[ >]/)
    expect(drawn).toMatch(/<template data-guard-texts="\{/)
  })

  it('S1-42 without script a number that points somebody out is asked about before anybody reads it: hidden, or kept on purpose', async () => {
    const admin = await app.as('sauda-administrator')
    const text = 'Det gjeld 15838530181, ring henne.'
    const asked = await admin.post(at(), form('9a', text))
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Kommentaren er ikkje lagra enno')
    expect(asked.text).toContain(text)
    expect(asked.text).toMatch(/<button[^>]*value="skjul"/)
    expect(asked.text).toMatch(/<button[^>]*value="send"/)
    const stored = async (end: string) => (await rows()).find((row) => row.id === id(end))?.text
    expect(await stored('9a')).toBeUndefined()
    expect((await admin.post(at(), form('9a', text, { vakt: 'skjul' }))).status).toBe(303)
    expect(await stored('9a')).toBe('Det gjeld [fødselsnummer skjult], ring henne.')
    // An edit is asked about as well; whoever saw it pointed out while writing has been asked.
    const edit = `/kommentarer/${id('9a')}/endring`
    expect((await admin.post(edit, { version: '1', text, audience: 'all' })).status).toBe(422)
    expect((await admin.post(edit, { version: '1', text, audience: 'all', vakt: 'send' })).status).toBe(303)
    expect(await stored('9a')).toBe(text)
    expect((await admin.post(at(), form('9b', text, { vaktSett: '1' }))).status).toBe(303)
    expect(await stored('9b')).toBe(text)
  })

  it('somebody is mentioned by being found by name, and no list of people is drawn; those chosen before stay chosen', async () => {
    const admin = await app.as('sauda-administrator')
    const [officer, employee] = [await app.person('sauda-personvernombud'), await app.person('sauda-ansatt')]
    const boxes = (drawn: string) => [...drawn.matchAll(/<input[^>]*type="checkbox"[^>]*name="mentions"[^>]*>/g)].map(([box]) => box)
    const blank = (await admin.get(at())).text
    expect(boxes(blank)).toEqual([])
    expect(blank).toContain('name="mentions.find"')
    const found = await admin.post(at(), form('7a', 'Hei', { mentions: [officer.personId], 'mentions.find': 'lærar', finn: 'mentions' }))
    expect(found.status).toBe(200)
    expect(found.text).toContain('Hei')
    const drawn = boxes(found.text)
    expect(drawn.find((box) => box.includes(officer.personId))).toContain('checked')
    expect(drawn.find((box) => box.includes(employee.personId))).not.toContain('checked')
    expect((await rows()).some((row) => row.id === id('7a'))).toBe(false)
    // What no text can hold is left out, as in every other field, and is no fault of ours.
    const odd = await admin.post(
      at(),
      form('7a', 'Hei', { mentions: [officer.personId], 'mentions.find': 'lær\u0000ar', finn: 'mentions' }),
    )
    expect([odd.status, boxes(odd.text).some((box) => box.includes(employee.personId))]).toEqual([
      200,
      drawn.some((box) => box.includes(employee.personId)),
    ])
  })

  it('whoever wrote it edits it, seen with when; another tab is told; nobody else may', async () => {
    const admin = await app.as('sauda-administrator')
    await admin.post(at(), form('c1', 'Først'))
    const edited = await admin.post(`/kommentarer/${id('c1')}/endring`, { version: '1', text: 'Så', audience: 'all' })
    expect(edited.status).toBe(303)
    const stale = await admin.post(`/kommentarer/${id('c1')}/endring`, { version: '1', text: 'Sist', audience: 'all' })
    expect(stale.status).toBe(409)
    const shown = (await admin.get(`/systemer/${system}`)).text
    const mine = shown.slice(shown.indexOf(`id="kommentar-${id('c1')}"`)).split('</li>')[0] ?? ''
    expect(mine).toContain('<span class="v-line">Så</span>')
    expect(mine).toContain(' · Endra 02.03.2026')
    expect(shown).not.toContain('>Først<')
    expect(shown).not.toContain('>Sist<')
    const other = await app.as('sauda-personvernombud')
    expect((await other.get(`/kommentarer/${id('c1')}/endring`)).status).toBe(403)
    expect((await other.post(`/kommentarer/${id('c1')}/tilbaketrekking`, {})).status).toBe(403)
  })

  it('withdrawn twice is once: the text is gone from page and table, and by whom and when is seen', async () => {
    const admin = await app.as('sauda-administrator')
    await admin.post(at(), form('d1', 'Angrar meg'))
    for (let press = 0; press < 2; press += 1) expect((await admin.post(`/kommentarer/${id('d1')}/tilbaketrekking`, {})).status).toBe(303)
    const shown = (await admin.get(`/systemer/${system}`)).text
    expect(shown).not.toContain('Angrar meg')
    expect(shown).toContain('Administrator, Sauda trekte tilbake kommentaren')
    expect((await rows()).find((row) => row.id === id('d1'))?.text).toBe('')
  })

  it('a mention tells without content, and only somebody who may read the comment', async () => {
    const admin = await app.as('sauda-administrator')
    const officer = await app.person('sauda-personvernombud')
    const employee = await app.person('sauda-ansatt')
    const told = await admin.post(at(), form('e1', 'KANARI-55', { audience: 'handlers', mentions: [officer.personId] }))
    expect(told.status).toBe(303)
    const box = (await (await app.as('sauda-personvernombud')).get('/varsler')).text
    expect(box).toContain('Du er nemnd i ein kommentar')
    expect(box).not.toContain('KANARI-55')
    const closed = await admin.post(at(), form('e2', 'KANARI-56', { audience: 'handlers', mentions: [employee.personId] }))
    expect(closed.status).toBe(422)
    expect(closed.text).toContain('href="#mentions"')
    const stranger = await app.person('sandnes-ansatt')
    const strange = await admin.post(at(), form('e3', 'KANARI-57', { mentions: [stranger.personId] }))
    expect(strange.status).toBe(422)
    expect(strange.text).toContain('href="#mentions"')
    expect(strange.text).not.toContain('Sandnes')
    expect((await rows()).filter(({ text }) => text.startsWith('KANARI-5')).map(({ text }) => text)).toEqual(['KANARI-55'])
  })

  it('in a case those who have it whole talk; whoever reported and another organisation find no such page', async () => {
    const one = await openCase(app, 'sauda')
    const officer = await app.as('sauda-personvernombud')
    expect((await officer.post(`/kommentarer/deviation/${one}/ny`, { id: id('f1'), text: 'KANARI-77' })).status).toBe(303)
    expect((await officer.get(`/avvik/${one}`)).text).toContain('KANARI-77')
    const reporter = await app.as('sauda-ansatt')
    const own = await reporter.get(`/avvik/${one}`)
    expect(own.status).toBe(200)
    expect(own.text).not.toContain('KANARI-77')
    const before = (await rows()).length
    for (const slug of ['sauda-ansatt', 'sandnes-personvernombud']) {
      const client = await app.as(slug)
      expect([slug, (await client.get(`/kommentarer/deviation/${one}/ny`)).status]).toEqual([slug, 404])
      expect([slug, (await client.post(`/kommentarer/deviation/${one}/ny`, { id: id('f2'), text: 'Hei' })).status]).toEqual([slug, 404])
    }
    expect(await rows()).toHaveLength(before)
  })
})
