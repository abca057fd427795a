import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { heldBy } from '../../../test/support/held.ts'
import { newId } from '../../kernel/ids.ts'
import { aboutIn } from './store.ts'

/** Half a minute and some thousandths past: no row can have it by chance. */
const moment = new Date('2026-11-25T11:37:31.457Z')
const midnight = '2026-11-24T23:00:00.000Z'
const front = '/personvern/sandnes/sporsmal'
const dpo = 'sandnes-personvernombud'

describeExample('questions without an account', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db(), moment)
    const admin = await app.as('sandnes-administrator')
    const version = hidden((await admin.get('/innstillinger/rad')).text, 'version')
    const turned = await admin.post('/innstillinger/rad', { version, mailbox: '', openForm: 'yes' })
    expect(turned.status).toBe(303)
  }, 60_000)
  afterAll(() => app.stop())

  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const idOf = (about: string) =>
    app.ctx(dpo, async (ctx) => {
      const rows = await ctx.tx.selectFrom('question').selectAll().execute()
      const said = await Promise.all(rows.map(async (row) => ({ id: row.id, about: await aboutIn(ctx, row) })))
      return said.filter((one) => one.about === about).map(({ id }) => id)
    })
  const asked = async (about: string) => {
    const browser = app.stranger()
    const page = hidden((await browser.get(front)).text, 'id')
    const sent = await browser.post(front, { id: page, about, contact: '' })
    expect(sent.status).toBe(303)
    const code = /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/.exec((await browser.get(sent.location ?? '')).text)?.[0] ?? ''
    return { browser, page, code }
  }

  it('S4-131 hold the day alone: no row that names one, nor its id, says when it came', async () => {
    await asked('Kanarifugl i arkivet?')
    const [id = ''] = await idOf('Kanarifugl i arkivet?')
    expect(id.slice(0, 13)).toBe(newId(new Date(midnight)).slice(0, 13))
    const { organisationId } = await app.person(dpo)
    const held = await heldBy(db(), organisationId)
    const naming = held.filter(({ text }) => text.includes(id))
    for (const name of ['question', 'audit_event', 'task', 'message', 'mail'])
      expect(
        naming.some((row) => row.name === `public.${name}`),
        name,
      ).toBe(true)
    const telling = /37:31|457/
    // What is sealed, and a mark, is drawn by lot, and may have any three signs in it.
    const inClear = (text: string) => text.replaceAll(id, '').replace(/[0-9a-f]{40,}/g, '')
    expect(naming.filter(({ text }) => telling.test(inClear(text)))).toEqual([])
    // Ids of rows are made of their time too: of the task, the messages, the mails and the lines of the log.
    const since = Date.parse(midnight) + 1000
    for (const { name, text } of naming)
      for (const [, high = '', low = ''] of text.matchAll(/([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/g))
        expect([name, Number.parseInt(high + low, 16) < since]).toEqual([name, true])
  })

  it('S4-131 who knows the id and the words of one does not come to its receipt; pressed twice it is one', async () => {
    const about = 'Hva har dere om meg?'
    const { browser, page, code } = await asked(about)
    const again = await browser.post(front, { id: page, about, contact: '' })
    expect((await browser.get(again.location ?? '')).text).toContain(code)
    const [id = '', ...others] = await idOf(about)
    expect(others).toEqual([])
    const other = app.stranger()
    const sent = await other.post(front, { id, about, contact: '' })
    expect((await other.get(sent.location ?? '')).text).not.toContain(code)
    expect(await idOf(about)).toHaveLength(2)
  })
})
