import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { openCase } from '../../../../test/support/cases.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { heldBy } from '../../../../test/support/held.ts'
import { openMailbox } from '../../../../test/support/mailbox.ts'
import { record } from '../../../kernel/audit.ts'
import { mailHandler } from '../../messages/jobs.ts'
import { postTo } from '../../messages/jobs-smtp.ts'
import { unsealLetter } from '../../messages/store-unlinked.ts'
import { type Deviation, reference } from '../deviation.ts'
import { must } from '../factory.ts'
import { outsideSweep } from '../handling/jobs-outside.ts'
import { mergeCases } from '../merging/commands.ts'
import { load } from '../store.ts'

const dpo = 'sandnes-personvernombud'
const address = 'leverandor@ute.test'
/** Synthetic: the month has 80 added. */
const synthetic = '15838530181'

describeExample('a question to somebody without an account', (db) => {
  let app: TestApp
  let officer: Client
  let id: string
  let organisationId: string
  beforeAll(async () => {
    app = await testApp(db())
    organisationId = (await app.person(dpo)).organisationId
    id = await openCase(app, 'sandnes')
    officer = await app.as(dpo)
  }, 120_000)
  afterAll(() => app.stop())

  let asked = 0
  const due = { dueAt: '2026-03-03T08:00', 'dueAt.dato': '2026-03-03', 'dueAt.tid': '08:00' }
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const ask = async (over: Readonly<Record<string, string>> = {}, of = id) => {
    asked += 1
    const inquiry = hidden((await officer.get(`/avvik/${of}/sporsmal`)).text, 'inquiry')
    const form = { inquiry, to: 'outside', address, question: `Når sluttet lekkasjen? (${asked})`, ...due, ...over }
    return { inquiry, form, answer: await officer.post(`/avvik/${of}/sporsmal`, form) }
  }
  /** What comes to the address: asked, sent by a real mail server, and the link in it. */
  const linked = async (of = id) => {
    const { inquiry, form, answer } = await ask({}, of)
    expect(answer.status).toBe(303)
    const box = await openMailbox()
    const rows = await app.ctx(dpo, ({ tx }) => tx.selectFrom('mail').select('id').where('kind', '=', 'deviation.askedOutside').execute())
    const send = mailHandler(app.inOrganisation, postTo(`smtp://${box.host}:${box.port}`, { from: 'varde@prove.test' }), 'varde@prove.test')
    for (const row of rows) await send({ organisationId, id: row.id }, { number: 1, last: false })
    const [mail] = box.mails
    await box.close()
    return { inquiry, form, mail, link: /\/svar\/sandnes\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '' }
  }

  it('the mail holds a link and nothing of the case; nothing that is kept holds the link or the address', async () => {
    const { mail, link, form } = await linked()
    expect([mail?.to, mail?.headers.subject]).toEqual([[address], 'Varde: Sandnes kommune har et spørsmål til deg'])
    const number = (await app.ctx(dpo, (ctx) => load(ctx, id)))?.number
    for (const word of ['lekkasjen', `${number}`.padStart(4, '0')]) expect([word, mail?.text.includes(word)]).toEqual([word, false])
    const held = (await heldBy(db(), organisationId)).map(({ text }) => text).join('\n')
    for (const needle of [address, link.split('/').at(-1) ?? '']) expect([needle, held.includes(needle)]).toEqual([needle, false])
    const page = (await app.stranger().get(link)).text
    for (const word of [form.question, 'Hva svaret brukes til', 'Sandnes kommune']) expect(page).toContain(word)
    expect(page).not.toContain('En liste ble sendt')
    for (const wrong of [`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`, link.replace('sandnes', 'sauda'), '/svar/sandnes/x'])
      expect([wrong, (await app.stranger().get(wrong)).text.includes('Lenken gjelder ikke lenger')]).toEqual([wrong, true])
    expect((await ask({ address: '' })).answer.status).toBe(422)
    expect((await ask({ address: 'ingen adresse' })).answer.status).toBe(422)
  })

  it('one answer, with files in quarantine, stands on the case; then the link is over', async () => {
    const { inquiry, link } = await linked()
    const browser = app.stranger()
    expect((await browser.post(link, { answer: '' })).status).toBe(422)
    const number = await browser.post(link, { answer: `Han heter ${synthetic}` })
    expect([number.status, number.text.includes('Ta ut fødselsnummeret')]).toEqual([422, true])
    const sent = await browser.send(link, [{ name: 'logg.txt', content: Buffer.from('Slutt kl. 11') }], { answer: 'Klokka elleve.' })
    expect([sent.status, sent.location]).toEqual([303, '/svar/sandnes/takk'])
    expect((await browser.get('/svar/sandnes/takk')).text).toContain('Takk for svaret')
    const again = await browser.send(link, [{ name: 'mer.txt', content: Buffer.from('mer') }], { answer: 'En gang til.' })
    expect([again.text.includes('Lenken gjelder ikke lenger'), again.text.includes('En gang til.')]).toEqual([true, true])
    const shown = (await officer.get(`/avvik/${id}`)).text
    for (const word of ['Klokka elleve.', 'logg.txt', 'Til noen utenfor']) expect(shown).toContain(word)
    expect(shown).not.toContain('mer.txt')
    expect((await officer.get('/varsler')).text).toContain('Et spørsmål i avvikssaken er besvart')
    const rows = await app.ctx(dpo, ({ tx }) => tx.selectFrom('deviation_outsider').select('inquiry_id').execute())
    expect(rows.map((row) => row.inquiry_id)).not.toContain(inquiry)
  })

  it('whom it was sent to is deleted however the question ends, and when the mail is given up', async () => {
    const kept = async () =>
      (await app.ctx(dpo, ({ tx }) => tx.selectFrom('deviation_outsider').select('inquiry_id').execute())).map((row) => row.inquiry_id)
    const byHand = await ask()
    expect(await kept()).toContain(byHand.inquiry)
    expect((await officer.post(`/avvik/${id}/sporsmal/${byHand.inquiry}`, { answer: 'Sagt på telefon.' })).status).toBe(303)
    expect(await kept()).not.toContain(byHand.inquiry)
    const late = await ask()
    const round = await app.round(dpo)
    await outsideSweep.run(round)
    expect(await kept()).toContain(late.inquiry)
    const now = app.clock.now
    app.clock.now = new Date(now.getTime() + 14 * 86_400_000)
    await outsideSweep.run(await app.round(dpo))
    expect(await kept()).not.toContain(late.inquiry)
    app.clock.now = now
    const closed = await ask()
    expect(await kept()).toContain(closed.inquiry)
    await app.ctx(dpo, (ctx) => record(ctx, { type: 'deviation', id }, [{ type: 'deviation.closed' }]))
    expect(await kept()).toEqual([])
    // The mail server refuses the address for good: the outbox does not keep it.
    const given = await ask()
    const box = await openMailbox()
    box.answer('reject')
    const waiting = await app.ctx(dpo, ({ tx }) =>
      tx.selectFrom('mail').select('id').where('kind', '=', 'deviation.askedOutside').where('status', '=', 'waiting').execute(),
    )
    const send = mailHandler(app.inOrganisation, postTo(`smtp://${box.host}:${box.port}`, { from: 'varde@prove.test' }), 'varde@prove.test')
    for (const row of waiting) await send({ organisationId, id: row.id }, { number: 1, last: true })
    await box.close()
    expect(given.answer.status).toBe(303)
    const left = await app.ctx(dpo, async (ctx) => {
      const rows = await ctx.tx.selectFrom('mail').select(['id', 'status', 'sealed']).where('kind', '=', 'deviation.askedOutside').execute()
      return Promise.all(rows.map(async (row) => [row.status, row.sealed && (await unsealLetter(ctx, row.id, row.sealed)).address]))
    })
    expect(left.length).toBeGreaterThan(0)
    for (const one of left) expect(one).toEqual(['failed', null])
  })

  it('of a case that went on in another the link leads there, for as long as that one is open', async () => {
    const merged = async () => {
      const one = await openCase(app, 'sandnes')
      const other = await openCase(app, 'sandnes')
      const { link, inquiry } = await linked(one)
      const number = await app.ctx(dpo, async (ctx) => reference((await load(ctx, other)) as Deviation) ?? '')
      must(await app.ctx(dpo, (ctx) => mergeCases(ctx, one, null, number)))
      return { one, other, link, inquiry }
    }
    const goes = await merged()
    expect((await app.stranger().get(goes.link)).text).toContain('Når sluttet lekkasjen?')
    const sent = await app.stranger().send(goes.link, [{ name: 'logg.txt', content: Buffer.from('Slutt') }], { answer: 'Klokka tolv.' })
    expect(sent.location).toBe('/svar/sandnes/takk')
    const shown = (await officer.get(`/avvik/${goes.other}`)).text
    for (const word of ['Klokka tolv.', 'logg.txt']) expect([word, shown.includes(word)]).toEqual([word, true])
    const over = await merged()
    await app.ctx(dpo, async (ctx) => {
      await ctx.tx.updateTable('deviation').set({ status: 'closed' }).where('id', '=', over.other).execute()
      await record(ctx, { type: 'deviation', id: over.other }, [{ type: 'deviation.closed' }])
    })
    expect((await app.stranger().get(over.link)).text).toContain('Lenken gjelder ikke lenger')
    const rows = await app.ctx(dpo, ({ tx }) => tx.selectFrom('deviation_outsider').select('inquiry_id').execute())
    expect(rows.map((row) => row.inquiry_id)).not.toContain(over.inquiry)
  })

  it('nobody learns by these addresses which organisations use the installation', async () => {
    const body = (answer: { readonly text: string }) => /<main[\s\S]*<\/main>/.exec(answer.text)?.[0]
    const links = ['takk', 'x', 'A'.repeat(43)]
    for (const link of links) {
      const [known, none] = [await app.stranger().get(`/svar/sandnes/${link}`), await app.stranger().get(`/svar/finnes-ikke/${link}`)]
      expect([link, none.status, body(none)]).toEqual([link, known.status, body(known)])
      expect([link, known.text.includes('Sandnes')]).toEqual([link, false])
    }
    for (let n = 0; n < 22; n++) {
      const [known, none] = [
        await app.stranger().post(`/svar/sandnes/${'A'.repeat(43)}`, { answer: 'Hei' }),
        await app.stranger().post(`/svar/finnes-ikke/${'A'.repeat(43)}`, { answer: 'Hei' }),
      ]
      expect([n, none.status, body(none)]).toEqual([n, known.status, body(known)])
    }
  })

  it('ends by time, and when the case is closed; whoever handles it may write the answer down themselves', async () => {
    const { link } = await linked()
    const now = app.clock.now
    app.clock.now = new Date(now.getTime() + 15 * 86_400_000)
    expect((await app.stranger().post(link, { answer: 'For sent.' })).text).toContain('Lenken gjelder ikke lenger')
    app.clock.now = now
    const other = await linked()
    expect((await officer.post(`/avvik/${id}/sporsmal/${other.inquiry}`, { answer: 'Sagt på telefon.' })).status).toBe(303)
    expect((await app.stranger().get(other.link)).text).toContain('Lenken gjelder ikke lenger')
    await app.ctx(dpo, ({ tx }) => tx.updateTable('deviation').set({ status: 'closed' }).where('id', '=', id).execute())
    expect((await app.stranger().post(link, { answer: 'Lukket.' })).text).toContain('Lenken gjelder ikke lenger')
  })
})
