import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { heldBy } from '../../../../test/support/held.ts'
import { openMailbox } from '../../../../test/support/mailbox.ts'
import { newId } from '../../../kernel/ids.ts'
import { identitySweep } from '../../identity/jobs.ts'
import { mailHandler } from '../../messages/jobs.ts'
import { postTo } from '../../messages/jobs-smtp.ts'
import { load } from '../store.ts'

/** Synthetic: the month has 80 added. */
const synthetic = '15838530181'
const at = '/meld/sandnes'
const dpo = 'sandnes-personvernombud'
const canary = { address: '203.0.113.177', agent: 'Kanarifugl/7.31 (gul)' }
const headers = { 'user-agent': canary.agent, 'x-forwarded-for': canary.address }
/** From a network of its own, so that nobody waits for another test. */
let networks = 0
const somewhere = () => {
  networks += 1
  return { ...headers, 'x-forwarded-for': `198.51.100.${networks}` }
}
/** Half a minute and some thousandths past: no row can have it by chance. */
const moment = new Date('2026-11-25T11:37:31.457Z')
const midnight = '2026-11-24T23:00:00.000Z'

describeExample('reporting without signing in', (db) => {
  let app: TestApp
  let stranger: () => Client
  const lines: string[] = []
  beforeAll(async () => {
    app = await testApp(db(), moment)
    stranger = app.fromOutside((line) => void lines.push(line))
    await turn('yes')
  }, 60_000)
  afterAll(() => app.stop())

  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const turn = async (openReport: 'yes' | 'no') => {
    const admin = await app.as('sandnes-administrator')
    const path = '/innstillinger/meld-uten-innlogging'
    return admin.post(path, { version: hidden((await admin.get(path)).text, 'version'), openReport })
  }
  const sent = async (
    browser: Client,
    values: Readonly<Record<string, string>> = {},
    from: Readonly<Record<string, string>> = somewhere(),
  ) => {
    const id = hidden((await browser.get(at, headers)).text, 'id')
    const form = { id, whatHappened: `En perm lå igjen på bussen ${id}.`, personalData: 'yes', ...values }
    return { form, answer: await browser.post(at, form, from) }
  }
  const codeOf = (html: string) => /([0-9A-Z]{5}-){3}[0-9A-Z]{5}/.exec(html)?.[0] ?? ''
  /** Reports, and answers with the code and the case. */
  const reported = async (values: Readonly<Record<string, string>> = {}, from?: Readonly<Record<string, string>>) => {
    const browser = stranger()
    const { answer, form } = await sent(browser, values, from)
    expect([answer.status, answer.location?.startsWith(`${at}/kvittering/`)]).toEqual([303, true])
    const code = codeOf((await browser.get(answer.location ?? '', headers)).text)
    const id = await app.ctx(dpo, async ({ tx }) => {
      const row = await tx.selectFrom('deviation').select('id').where('what_happened', '=', form.whatHappened).executeTakeFirst()
      return row?.id ?? ''
    })
    return { browser, code, id, form, receipt: answer.location ?? '' }
  }
  const openedWith = async (code: string, browser = stranger()) => (await browser.post(`${at}/sak`, { code }, headers)).location ?? ''

  it('is off until the organisation turns it on, and no organisation is the same answer', async () => {
    const browser = stranger()
    for (const of of ['/meld/uio', '/meld/finnes-ikke']) {
      for (const path of [of, `${of}/sak`, `${of}/kvittering/x`, `${of}/sak/x`])
        expect([path, (await browser.get(path)).status]).toEqual([path, 404])
      for (const path of [of, `${of}/sak`, `${of}/sak/x/y`])
        expect([path, (await browser.post(path, { whatHappened: 'x' })).status]).toEqual([path, 404])
    }
    expect((await (await app.as('sandnes-ansatt')).get('/innstillinger/meld-uten-innlogging')).status).toBe(403)
  })

  it('S4-131 six questions and one answer are enough; the case says that nobody signed in, and holds the day alone', async () => {
    const page = (await stranger().get(at)).text
    // Whose page it is: the name and the colours of the organisation, as they see them who are signed in; and the question before the rest.
    expect(/<title>([^<]*)/.exec(page)?.[1]).toBe('Meld avvik uten å logge inn – Sandnes kommune')
    expect([page.includes('v-brand__name">Sandnes kommune<'), page.includes(`class="v-brand" href="${at}"`)]).toEqual([true, true])
    expect(page).toMatch(/themes\/sandnes|sandnes[^"]*\.css/)
    expect(page.indexOf('Hva vi ikke lagrer')).toBeGreaterThan(page.indexOf('Send nå'))
    const names = [...page.matchAll(/name="([^"]+)"/g)].map(([, name]) => name ?? '')
    for (const name of ['whatHappened', 'affectedUnit', 'discoveredOn', 'personalData', 'periodState', 'serious'])
      expect([name, names.includes(name)]).toEqual([name, true])
    for (const name of ['reporterUnit', 'reporterLeader', 'contact', 'discoveredAt'])
      expect([name, names.includes(name)]).toEqual([name, false])
    const empty = await sent(stranger(), { whatHappened: '' })
    expect([empty.answer.status, empty.answer.text.includes('href="#whatHappened"')]).toEqual([422, true])
    const { id } = await reported({ serious: 'yes' })
    const found = await app.ctx(dpo, (ctx) => load(ctx, id))
    expect(found).toMatchObject({ channel: 'open', status: 'received', urgent: true })
    expect([found?.receivedAt, found?.createdAt, found?.report.discoveredAt].map((one) => one?.toISOString())).toEqual(
      Array(3).fill(midnight),
    )
    const shown = (await (await app.as(dpo)).get(`/avvik/${id}`)).text
    for (const word of ['Uten innlogging', 'Ingen vet hvem. Melderen følger saken med en kode']) expect(shown).toContain(word)
    expect((await (await app.as(dpo)).get('/oppgaver')).text).toContain(id)
    expect((await (await app.as('sandnes-ansatt')).get(`/avvik/${id}`)).status).toBe(404)
  })

  it('S4-131 a canary: address, browser and time of whoever reports are nowhere in database, log, files and mail', async () => {
    const { organisationId } = await app.person(dpo)
    const { browser, code, id } = await reported({ whatHappened: 'Kanarifuglen sang i arkivet.' }, headers)
    const place = await openedWith(code, browser)
    await browser.get(place, headers)
    const wrong = await browser.post(`${at}/sak`, { code: 'AAAAA-BBBBB-CCCCC-DDDDD' }, headers)
    expect(wrong.status).toBe(422)
    const box = await openMailbox()
    const mails = await app.ctx(dpo, ({ tx }) => tx.selectFrom('mail').select('id').where('created_at', '=', new Date(midnight)).execute())
    const post = postTo(`smtp://${box.host}:${box.port}`, { from: 'varde@prove.test' })
    for (const mail of mails)
      await mailHandler(app.inOrganisation, post, 'varde@prove.test')({ organisationId, id: mail.id }, { number: 1, last: false })
    expect(box.mails.length).toBeGreaterThan(0)
    const wired = box.mails.map(({ source }) => source).join('\n')
    await box.close()
    const held = await everything(organisationId)
    // The search itself finds what is there.
    expect(held).toContain('Kanarifuglen sang i arkivet.')
    for (const needle of [canary.address, canary.agent, 'Kanarifugl/', '203.0.113', code, code.replaceAll('-', '')])
      expect([needle, held.includes(needle), wired.includes(needle), lines.join('\n').includes(needle)]).toEqual([
        needle,
        false,
        false,
        false,
      ])
    expect(wired).not.toContain('Kanarifuglen sang')
    // Every row that names the case is of the day alone; of the mail nothing is left.
    expect(await namedBy(organisationId, id)).toEqual([])
    expect(id.slice(0, 13)).toBe(newId(new Date(midnight)).slice(0, 13))
  })

  it('S4-131 the handler asks, and whoever has the code answers; nobody is named, nothing of the handling is shown', async () => {
    const { id, code } = await reported()
    const officer = await app.as(dpo)
    expect((await officer.post(`/avvik/${id}/behandler`, { version: '1' })).status).toBe(303)
    const form = (await officer.get(`/avvik/${id}/sporsmal`)).text
    expect(form).toContain('Melderen leser spørsmålet med koden sin')
    const due = { dueAt: '2026-11-25T18:00', 'dueAt.dato': '2026-11-25', 'dueAt.tid': '18:00' }
    const ask = { inquiry: hidden(form, 'inquiry'), to: 'reporter', question: 'Hvilken buss var det?', ...due }
    expect((await officer.post(`/avvik/${id}/sporsmal`, ask)).status).toBe(303)
    await officer.post(`/avvik/${id}/behandling`, { version: '3', shortName: 'Internt navn', severity: 'serious' })
    const browser = stranger()
    const place = await openedWith(` ${code.toLowerCase().replaceAll('-', ' ')} `, browser)
    const shown = (await browser.get(place)).text
    expect([shown.includes('Hvilken buss var det?'), shown.includes('Under behandling')]).toEqual([true, true])
    for (const hiddenWord of ['Internt navn', 'En perm lå igjen', 'Personvernombud, Sandnes'])
      expect([hiddenWord, shown.includes(hiddenWord)]).toEqual([hiddenWord, false])
    const action = /action="(\/meld\/[^"]+)"/.exec(shown)?.[1] ?? ''
    const number = await browser.post(action, { answer: `Han heter ${synthetic}` })
    expect([number.status, number.text.includes('Ta ut fødselsnummeret'), number.text.includes(synthetic)]).toEqual([422, true, true])
    expect((await browser.post(action, { answer: '' })).status).toBe(422)
    const both = [await browser.post(action, { answer: 'Linje 11.' }), await browser.post(action, { answer: 'Linje 11.' })]
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect((await browser.post(action, { answer: 'Linje 12.' })).status).toBe(422)
    expect((await officer.get(`/avvik/${id}/sporsmal`)).text).toContain('Linje 11.')
    expect((await officer.get('/varsler')).text).toContain('Et spørsmål i avvikssaken er besvart')
    const by = await app.ctx(dpo, ({ tx }) =>
      tx
        .selectFrom('audit_event')
        .select(['actor_id', 'actor_kind'])
        .where('subject_id', '=', id)
        .where('type', '=', 'deviation.answered')
        .execute(),
    )
    expect(by).toEqual([{ actor_id: null, actor_kind: 'protected' }])
    const read = await browser.get(await openedWith(code, browser))
    expect(read.text).toContain('Linje 11.')
    // Somebody else's question is not there, nor is the page once its half hour is over; what was written then is not lost.
    const other = await reported()
    const theirs = action.replace(/\/sak\/[^/]+\//, `/sak/${(await openedWith(other.code)).split('/').at(-1)}/`)
    expect((await browser.post(theirs, { answer: 'x' })).status).toBe(404)
    app.clock.now = new Date(moment.getTime() + 45 * 60_000)
    const late = await browser.post(action, { answer: 'Skrevet lenge.' })
    expect([late.status, late.text.includes('Skrevet lenge.'), late.text.includes('Hvilken buss')]).toEqual([422, true, false])
    expect((await browser.get(place)).text).not.toContain('Hvilken buss')
    app.clock.now = moment
  })

  it('S4-136 whoever reported a case that was merged still answers, and is told in one voice where it stands; what is refused is given back', async () => {
    const [one, other] = [await reported(), await reported()]
    const officer = await app.as(dpo)
    const number = async (id: string) => /2026-\d{4}/.exec((await officer.get(`/avvik/${id}`)).text)?.[0] ?? ''
    const version = async (id: string) => String((await app.ctx(dpo, (ctx) => load(ctx, id)))?.version)
    const question = (inquiry: string, words: string, more = {}) => ({
      inquiry,
      to: 'reporter',
      question: words,
      dueAt: '2026-11-26T12:00',
      ...more,
    })
    const [before, after] = [newId(moment), newId(moment)]
    expect((await officer.post(`/avvik/${one.id}/sporsmal`, question(before, 'Hvilken linje?'))).status).toBe(303)
    const into = await number(other.id)
    expect((await officer.post(`/avvik/${one.id}/sammenslaing`, { version: await version(one.id), into, sikker: 'ja' })).status).toBe(303)
    // The one who asks chooses which of the reporters; the merged case leads there.
    expect((await officer.get(`/avvik/${one.id}/sporsmal`)).location).toBe(`/avvik/${other.id}/sporsmal`)
    const asking = (await officer.get(`/avvik/${other.id}/sporsmal`)).text
    for (const word of ['Hvilken melder?', 'Hvilken linje?', `value="${one.id}"`]) expect(asking).toContain(word)
    expect((await officer.post(`/avvik/${other.id}/sporsmal`, question(after, 'Hvilken dag?', { av: one.id }))).status).toBe(303)
    expect((await app.ctx(dpo, (ctx) => load(ctx, one.id)))?.inquiries).toHaveLength(2)
    const place = await openedWith(one.code, one.browser)
    const read = (await one.browser.get(place)).text
    expect([read.includes('Flere har meldt det samme'), read.includes('Lukket'), read.includes('Mottatt')]).toEqual([true, false, true])
    const answered = await one.browser.post(`${place}/${before}`, { answer: 'Linje 21.' })
    expect(answered.status).toBe(303)
    expect((await officer.get(`/avvik/${other.id}`)).text).toContain('Linje 21.')
    expect((await officer.get('/varsler')).text).toContain(`/avvik/${other.id}`)
    const again = await one.browser.post(`${place}/${before}`, { answer: 'Skrevet etterpå.' })
    expect([again.status, again.text.includes('Skrevet etterpå.')]).toEqual([422, true])
    // A case that is closed takes no answer, and says so with what was written.
    const alone = await reported()
    const late = newId(moment)
    expect((await officer.post(`/avvik/${alone.id}/sporsmal`, question(late, 'Hvem?'))).status).toBe(303)
    await app.ctx(dpo, ({ tx }) => tx.updateTable('deviation').set({ status: 'closed' }).where('id', '=', alone.id).execute())
    const shut = await alone.browser.post(`${await openedWith(alone.code, alone.browser)}/${late}`, { answer: 'Kom for sent.' })
    expect([shut.status, shut.text.includes('Kom for sent.'), shut.text.includes('tar ikke imot svar')]).toEqual([422, true, true])
  })

  it('S0-17 is held back once for an identity number, as the ordinary report is', async () => {
    const browser = stranger()
    const { form, answer } = await sent(browser, { whatHappened: `Listen hadde ${synthetic}.` })
    expect([answer.status, answer.text.includes('name="vakt"'), answer.text.includes(synthetic)]).toEqual([422, true, true])
    const masked = await browser.post(at, { ...form, vakt: 'skjul' }, headers)
    expect(masked.status).toBe(303)
    const words = await app.ctx(dpo, ({ tx }) => tx.selectFrom('deviation').select('what_happened').where('channel', '=', 'open').execute())
    expect(words.some(({ what_happened }) => what_happened?.startsWith('Listen hadde ['))).toBe(true)
    expect(words.some(({ what_happened }) => what_happened?.includes(synthetic))).toBe(false)
  })

  it('sent twice it is one case; with other words another; nonsense is said where it stands', async () => {
    const browser = stranger()
    const { form, answer } = await sent(browser)
    const counted = async () =>
      (await app.ctx(dpo, ({ tx }) => tx.selectFrom('deviation').select('id').where('channel', '=', 'open').execute())).length
    const before = await counted()
    const again = await Promise.all([1, 2].map(() => browser.post(at, form, somewhere())))
    expect(again.map(({ status }) => status)).toEqual([303, 303])
    const code = async (place: string | null) => codeOf((await browser.get(place ?? '')).text)
    expect(await code(again[0]?.location ?? '')).toBe(await code(answer.location))
    expect(await counted()).toBe(before)
    expect((await browser.post(at, { ...form, whatHappened: 'Noe annet.' }, somewhere())).status).toBe(303)
    expect(await counted()).toBe(before + 1)
    const theirs = (await app.ctx('uio-ansatt', async ({ actor }) => actor.unitId)) ?? ''
    const odd: readonly (readonly [string, string])[] = [
      ['affectedUnit', theirs],
      ['affectedUnit', 'x'],
      ['discoveredOn', '2026-02-31'],
      ['discoveredOn', '2027-01-01'],
      ['serious', 'kanskje'],
      ['whatHappened', 'x'.repeat(9000)],
    ]
    for (const [name, value] of odd) {
      const wrong = await browser.post(at, { ...form, id: newId(moment), [name]: value }, somewhere())
      expect([name, value.slice(0, 12), wrong.status]).toEqual([name, value.slice(0, 12), 422])
      expect([name, wrong.text.includes(`href="#${name}"`) || wrong.text.includes('href="#discoveredAt"')]).toEqual([name, true])
    }
  })

  it('whoever sends much waits, and what was written stands in the form; one more comes when half an hour has passed', async () => {
    const network = { ...headers, 'x-forwarded-for': '198.51.101.9' }
    const browser = stranger()
    const form = (n: number) => ({ id: newId(moment), whatHappened: `Melding ${n} fra samme nett.` })
    app.clock.now = new Date(midnight)
    for (let n = 0; n < 10; n++) expect([n, (await browser.post(at, form(n), network)).status]).toEqual([n, 303])
    const stopped = await browser.post(at, form(11), network)
    expect([stopped.status, stopped.headers.get('retry-after'), stopped.text.includes('Melding 11 fra samme nett.')]).toEqual([
      429,
      '1800',
      true,
    ])
    expect((await browser.post(at, form(12), { ...network, 'x-forwarded-for': '198.51.77.9' })).status).toBe(303)
    app.clock.now = new Date(Date.parse(midnight) + 30 * 60_000)
    expect([(await browser.post(at, form(13), network)).status, (await browser.post(at, form(14), network)).status]).toEqual([303, 429])
    app.clock.now = moment
  })

  it('S4-131 at the doors stands the day and how many; when it is over nothing does, and the same network has another mark', async () => {
    const network = { ...headers, 'x-forwarded-for': '198.51.102.7' }
    const doors = () =>
      app.ctx(dpo, ({ tx }) =>
        tx.selectFrom('sign_in_attempt').select(['bucket', 'window_start as at', 'failures']).where('bucket', 'like', 'open:%').execute(),
      )
    const before = new Set((await doors()).map(({ bucket }) => bucket))
    const { code, browser } = await reported({}, network)
    for (let n = 0; n < 2; n++) await browser.post(`${at}/sak`, { code }, network)
    const own = (await doors()).filter(({ bucket }) => !before.has(bucket))
    expect(own.map(({ at, failures }) => [at.toISOString(), failures]).sort()).toEqual([
      [midnight, 1],
      [midnight, 2],
    ])
    app.clock.now = new Date(Date.parse(midnight) + 24 * 3_600_000 + 60_000)
    await reported({}, network)
    const tomorrow = await doors()
    expect([tomorrow.length, own.some(({ bucket }) => tomorrow.some((one) => one.bucket === bucket))]).toEqual([1, false])
    app.clock.now = new Date(Date.parse(midnight) + 48 * 3_600_000)
    await identitySweep.run(await app.round(dpo))
    expect(await doors()).toEqual([])
    app.clock.now = moment
  })

  it('turned off again nothing is there, and the case stays with those who handle it', async () => {
    const { id, receipt } = await reported()
    expect((await turn('no')).status).toBe(303)
    expect([(await stranger().get(receipt)).status, (await stranger().get(at)).status]).toEqual([404, 404])
    expect((await (await app.as(dpo)).get(`/avvik/${id}`)).status).toBe(200)
    expect((await turn('yes')).status).toBe(303)
  })

  const everything = async (organisationId: string) => (await heldBy(db(), organisationId)).map(({ text }) => text).join('\n')
  /** The tables whose row names the case and says when it came nearer than by the day. */
  const namedBy = async (organisationId: string, id: string) =>
    (await heldBy(db(), organisationId))
      .filter(({ text }) => text.includes(id) && /11:37:31|12:37:31|37:31/.test(text))
      .map(({ name, text }) => [name, text])
})
