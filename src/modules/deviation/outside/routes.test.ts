import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { openCase } from '../../../../test/support/cases.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { heldBy } from '../../../../test/support/held.ts'
import { openMailbox } from '../../../../test/support/mailbox.ts'
import { mailHandler } from '../../messages/jobs.ts'
import { postTo } from '../../messages/jobs-smtp.ts'
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
  const ask = async (over: Readonly<Record<string, string>> = {}) => {
    asked += 1
    const inquiry = hidden((await officer.get(`/avvik/${id}/sporsmal`)).text, 'inquiry')
    const form = { inquiry, to: 'outside', address, question: `Når sluttet lekkasjen? (${asked})`, ...due, ...over }
    return { inquiry, form, answer: await officer.post(`/avvik/${id}/sporsmal`, form) }
  }
  /** What comes to the address: asked, sent by a real mail server, and the link in it. */
  const linked = async () => {
    const { inquiry, form, answer } = await ask()
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
