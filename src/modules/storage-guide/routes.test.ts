import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { newId } from '../../kernel/ids.ts'
import { reportTexts } from '../deviation/public.ts'
import { makeProcessing } from '../processing/factory.ts'
import { texts } from './texts.ts'

describeExample('storage-guide: pages', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
    for (const slug of ['oslomet-administrator', 'sandnes-personvernombud', 'sauda-personvernombud'])
      expect((await (await app.as(slug)).post('/lagringssteder/ferdige')).status).toBe(303)
  }, 60_000)
  afterAll(() => app.stop())
  const at = '/lagringsguide'
  const placeId = async (slug: string, name: string) => {
    const { text } = await (await app.as(slug)).get(at)
    return new RegExp(`<option value="([0-9a-f-]{36})">${name}</option>`).exec(text)?.[1] ?? ''
  }
  const answerOf = (text: string) => /<div id="svar">(.*?)<\/div><\/div>/s.exec(text)?.[1]?.replace(/<[^>]+>/g, ' ') ?? ''

  it('S0-20 the helper says no to the home area at OsloMet, and yes at Sandnes', async () => {
    const osloMet = await app.as('oslomet-ansatt')
    const no = answerOf((await osloMet.get(`${at}?klasse=personal&sted=${await placeId('oslomet-ansatt', 'Hjemmeområde')}`)).text)
    expect(no).toContain('Nei, du kan ikke lagre personopplysninger på Hjemmeområde.')
    const stick = await placeId('oslomet-ansatt', 'Minnepinne uten kryptering')
    expect(answerOf((await osloMet.get(`${at}?klasse=personal&sted=${stick}`)).text)).toContain('Nei, du kan ikke lagre')
    const sandnes = await app.as('sandnes-ansatt')
    const yes = answerOf((await sandnes.get(`${at}?klasse=personal&sted=${await placeId('sandnes-ansatt', 'Hjemmeområde')}`)).text)
    expect(yes).toContain('Ja, du kan lagre personopplysninger på Hjemmeområde.')
  })

  it('S4-013 all five classes of information are set on a system, on a governing document and on a place of the guide', async () => {
    const five = { public: 'Åpen', internal: 'Intern', exempt: 'Fortrolig (unntatt offentlighet)', personal: 'Personopplysninger' }
    const all = { ...five, sensitive: 'Sensitive opplysninger' }
    const officer = await app.as('sandnes-personvernombud')
    const [system, document, place] = [1, 2, 3].map(() => newId(app.clock.now))
    const written = { informationClasses: Object.keys(all) }
    const admin = await app.as('sandnes-administrator')
    expect((await admin.post('/systemer/nytt', { id: system ?? '', name: 'Med fem klasser', inUse: 'no', ...written })).status).toBe(303)
    const paper = { id: document ?? '', name: 'Mål', kind: 'goals', inForce: 'yes', ...written }
    expect((await officer.post('/styringsdokumenter/nytt', paper)).status).toBe(303)
    const verdicts = Object.fromEntries(Object.keys(all).map((one) => [one, 'allowed']))
    const shelf = { id: place ?? '', name: 'Skapet', inUse: 'yes', recommendedFor: Object.keys(all), ...verdicts }
    expect((await officer.post('/lagringssteder/nytt', shelf)).status).toBe(303)
    for (const page of [`/systemer/${system}`, `/styringsdokumenter/${document}`, `/lagringssteder/${place}`]) {
      const { text } = await officer.get(page)
      for (const word of Object.values(all)) expect([page, word, text.includes(word)]).toEqual([page, word, true])
    }
  })

  it('S0-21 for what is confidential it recommends a shared area with restricted access', async () => {
    const said = answerOf((await (await app.as('oslomet-ansatt')).get(`${at}?klasse=exempt&sted=`)).text)
    expect(said).toContain('Fellesområde med begrenset tilgang')
    // A place that is allowed on a condition is named with it.
    const sensitive = answerOf((await (await app.as('sandnes-ansatt')).get(`${at}?klasse=sensitive&sted=`)).text)
    expect(sensitive).toMatch(/Fellesområde \([^)]+\)/)
    const unsaid = (await (await app.as('oslomet-ansatt')).get(`${at}?sted=`)).text
    expect(unsaid).toContain('Velg hva du skal lagre.')
  })

  it('S4-052 the helper of Sandnes lists the places that a leader is to make it possible to store in', async () => {
    const { text } = await (await app.as('sandnes-leder')).get(at)
    for (const place of ['Fagsystemene', 'Hjemmeområde', 'Fellesområde', 'Teams', 'SharePoint', 'OneDrive'])
      expect(text).toContain(`>${place}</option>`)
  })

  it('S0-29 S0-30 a sending that reveals a patient is to be encrypted, one that does not is not; the answer is kept on the processing', async () => {
    const browser = await app.as('sandnes-ansatt')
    const ask = (over: Record<string, string>) =>
      browser.post(`${at}/klassifisering`, { sends: 'email', content: 'internal', reveals: 'yes', ...over })
    expect((await ask({})).text).toContain('Sensitivt: krypter')
    expect((await ask({ sends: 'survey' })).text).toContain('må krypteres')
    const plain = (await ask({ sends: 'survey', reveals: 'no' })).text
    expect([plain.includes('Det er ikke krav om kryptering'), plain.includes('Sensitivt: krypter')]).toEqual([true, false])
    const bare = await ask({ reveals: '' })
    expect([bare.status, bare.text.includes('href="#reveals"')]).toEqual([422, true])
    const processing = await app.ctx('sandnes-personvernombud', (ctx) => makeProcessing(ctx))
    const unsaid = await ask({ sends: 'survey', knapp: 'lagre' })
    expect([unsaid.status, unsaid.text.includes('href="#processing"')]).toEqual([422, true])
    const kept = await ask({ sends: 'survey', processing, knapp: 'lagre' })
    expect([kept.status, kept.location]).toEqual([303, `/behandlinger/${processing}`])
    expect((await browser.get(`/behandlinger/${processing}`)).text).toContain('Vurderte utsendinger')
  })

  it('S0-26 with what is not needed the step of storing is left out; deletion and the report remain, and the report is begun', async () => {
    const browser = await app.as('oslomet-ansatt')
    const no = (await browser.get(`${at}/mottatt-e-post?trengs=nei`)).text
    const { store, delete: deletion, report } = texts('nb').received
    expect([store, deletion, report].map((step) => no.includes(step))).toEqual([false, true, true])
    const yes = (await browser.get(`${at}/mottatt-e-post?trengs=ja`)).text
    expect(yes).toContain(store)
    expect(yes).toContain('Fellesområde med begrenset tilgang')
    const done = (await browser.get(`${at}/mottatt-e-post/ferdig/nei`)).text
    const known = Object.fromEntries(
      [...(/action="\/avvik\/ny".*?<\/form>/s.exec(done)?.[0] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const begun = await browser.post('/avvik/ny', known)
    expect(begun.status).toBe(303)
    const check = (await browser.get((begun.location ?? '').replace('/skjema', '/kontroll'))).text
    expect(check).toContain('Jeg fikk en e-post med sensitive personopplysninger')
    expect(check).toContain(reportTexts('nb').fields.categories.choices.UNENCRYPTED_SENSITIVE_EMAIL)
  })

  it('S0-27 the guide is not finished before it is ticked that the e-mail is deleted in both places', async () => {
    const browser = await app.as('oslomet-ansatt')
    const refused = await browser.post(`${at}/mottatt-e-post`, { trengs: 'ja' })
    expect([refused.status, refused.text.includes('href="#slettet"')]).toEqual([422, true])
    const done = await browser.post(`${at}/mottatt-e-post`, { trengs: 'ja', slettet: 'ja' })
    expect([done.status, done.location]).toEqual([303, `${at}/mottatt-e-post/ferdig/ja`])
  })

  it('S0-28 the text for the sender is a new message that has no room for what came, and warns against replying', async () => {
    for (const locale of ['nb', 'nn', 'en'] as const) {
      const { reply, noReply } = texts(locale).received
      expect(reply).not.toMatch(/[{}<>[\]_…]|\.\.\.|\bRe:|\bSV:/)
      expect(noReply.length).toBeGreaterThan(10)
    }
    const page = (await (await app.as('oslomet-ansatt')).get(`${at}/mottatt-e-post?trengs=nei`)).text
    expect(page).toContain(texts('nb').received.reply)
    expect(page).not.toContain('<textarea')
  })

  it('an employee changes no place, and another organisation has its own', async () => {
    const employee = await app.as('oslomet-ansatt')
    expect((await employee.get('/lagringssteder/nytt')).status).toBe(403)
    expect((await employee.post('/lagringssteder/ferdige')).status).toBe(403)
    const id = await placeId('oslomet-ansatt', 'Hjemmeområde')
    expect((await (await app.as('uio-administrator')).get(`/lagringssteder/${id}`)).status).toBe(404)
    expect((await (await app.as('uio-ansatt')).get(at)).text).toContain('Lagringsguiden er tom')
  })

  it('an empty list that says to fetch what is ready has the button that does, first among its deeds', async () => {
    const admin = await app.as('uio-administrator')
    for (const [path, deed] of [
      ['/lagringssteder', '/lagringssteder/ferdige'],
      ['/artikler', '/artikler/ferdige'],
      ['/veiledning', '/artikler/ferdige'],
    ] as const) {
      const box = (await admin.get(path)).text.split('class="v-empty"')[1] ?? ''
      expect([path, /(action="[^"]+"|href="[^"]+")/.exec(box)?.[1]]).toEqual([
        path,
        `${path === '/lagringssteder' ? 'action' : 'href'}="${deed}"`,
      ])
      expect([path, box.split('</main>')[0]?.match(/class="ds-button"(?![^>]*data-variant="(secondary|tertiary)")/g)?.length]).toEqual([
        path,
        1,
      ])
    }
    // Whoever may not has no such button, and what fills itself is nobody's to fill.
    expect((await (await app.as('uio-ansatt')).get('/lagringssteder')).text).not.toContain('/lagringssteder/ferdige')
    expect((await (await app.as('uio-ansatt')).get('/sletting')).text).not.toContain('Det gjør de som har ansvaret')
  })
})
