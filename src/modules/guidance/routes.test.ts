import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { makeProcessing } from '../processing/factory.ts'
import { reviewSweep } from '../reviews/jobs.ts'
import { sourceFields } from '../sources/fields.ts'
import { addSource } from '../sources/public.ts'
import { adoptNow, makeArticle, makePublished } from './factory.ts'

describeExample('guidance: pages', (db) => {
  let app: TestApp
  const keepers = { oslomet: 'oslomet-administrator', sandnes: 'sandnes-personvernombud', sauda: 'sauda-personvernombud' } as const
  beforeAll(async () => {
    app = await testApp(db())
    for (const slug of Object.values(keepers))
      expect((await (await app.as(slug)).post('/artikler/ferdige', { adoptedBy: 'Ledergruppen' })).status).toBe(303)
    // The handbook and the routine of Sandnes are reviewed and adopted by the management group.
    for (const key of ['handbook', 'deviationRoutine']) {
      const id = await startedAs(key)
      await app.ctx(keepers.sandnes, (ctx) => adoptNow(ctx, id))
    }
  }, 120_000)
  afterAll(() => app.stop())

  it('what is all fetched asks nothing more, and the search from anywhere leads to it no longer', async () => {
    const officer = await app.as(keepers.sandnes)
    expect((await officer.get('/artikler/ferdige')).location).toBe('/artikler')
    const hits = (slug: string) =>
      app.ctx(slug, async (ctx) => JSON.stringify(await ctx.house.waysTo(ctx, 'ferdige tekstene', 'nb')).includes('/artikler/ferdige'))
    expect([await hits(keepers.sandnes), await hits('uio-personvernombud')]).toEqual([false, true])
  })

  const startedAs = async (key: string, slug: string = keepers.sandnes) =>
    app.ctx(slug, async ({ tx, actor }) => {
      const found = await tx
        .selectFrom('article')
        .select('id')
        .where('organisation_id', '=', actor.organisationId)
        .where('start_key', '=', key)
        .executeTakeFirstOrThrow()
      return found.id
    })
  const read = async (slug: string, key: string, keeper: string) =>
    (await (await app.as(slug)).get(`/veiledning/${await startedAs(key, keeper)}`)).text
  const plain = (html: string) =>
    html
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')
  const find = async (slug: string, words: string) => {
    const browser = await app.as(slug)
    const found = await browser.post('/sok', { ord: words })
    return (await browser.get(found.location ?? '')).text
  }

  it('the address of a text that is in force no longer says so, since when, and what stands instead; one that never was is not there', async () => {
    const [old, next, draft] = await app.ctx(keepers.sandnes, async (ctx) => [
      await makePublished(ctx, { name: 'Gammel rutine', kind: 'routine', bodyNb: 'Slik var det.', audiences: ['resident'] }),
      await makePublished(ctx, { name: 'Ny rutine', kind: 'routine', bodyNb: '# Ansvar\n\nSlik er det.' }),
      await makeArticle(ctx, { name: 'Aldri vedtatt', kind: 'routine' }),
    ])
    const links = `[den gamle](/veiledning/${old}) [ansvaret](/veiledning/${next}#del-ansvar) [fristen](/veiledning/${next}#del-frist) [utkastet](/veiledning/${draft})`
    const own = `# Del to\n\n${links} [her](#del-to) [der](#del-tre) [ute](https://varde.example/veiledning/${newId(app.clock.now)})`
    const linking = await app.ctx(keepers.sandnes, (ctx) => makePublished(ctx, { name: 'Med lenker', bodyNb: own }))
    const keeper = await app.as(keepers.sandnes)
    const asked = await keeper.get(`/artikler/${old}/avslutning`)
    expect([asked.text.includes('Hva gjelder i stedet?'), asked.text.includes('Med lenker')]).toEqual([true, true])
    expect((await keeper.post(`/artikler/${old}/avslutning`, { version: '3', replacedBy: draft })).status).toBe(422)
    const press = { version: '3', replacedBy: next }
    expect((await Promise.all([1, 2].map(() => keeper.post(`/artikler/${old}/avslutning`, press)))).map(({ status }) => status)).toEqual([
      303, 303,
    ])
    const reader = await app.as('sandnes-ansatt')
    const gone = await reader.get(`/veiledning/${old}`)
    expect([gone.status, plain(gone.text).includes('gjelder ikke lenger. Den ble tatt ut av bruk 2. mars 2026')]).toEqual([200, true])
    expect([gone.text.includes(`href="/veiledning/${next}"`), gone.text.includes('Slik var det.')]).toEqual([true, false])
    expect((await reader.get(`/veiledning/${old}/utgaver/1`)).text).toContain('Slik var det.')
    expect((await reader.get(`/veiledning/${draft}`)).status).toBe(404)
    expect((await (await app.as(keepers.sauda)).get(`/veiledning/${old}`)).status).toBe(404)
    // Whoever looks after texts has the links that lead nowhere, and those alone.
    const list = plain((await keeper.get('/artikler/lenker')).text)
    for (const [words, leads] of [
      ['den gamle', true],
      ['ansvaret', false],
      ['fristen', true],
      ['utkastet', true],
      ['her', false],
      ['der', true],
      ['ute', false],
    ] as const)
      expect([words, list.includes(`«${words}» (Bokmål)`)]).toEqual([words, leads])
    expect(list).toContain('fører til «Gammel rutine», som ikke gjelder lenger. Dette gjelder i stedet: Ny rutine')
    expect((await keeper.get(`/artikler/${linking}`)).text).toContain('Lenker som ikke fører fram')
    expect((await reader.get('/artikler/lenker')).status).toBe(403)
    // Said later, when something else is in force.
    const later = await app.ctx(keepers.sandnes, (ctx) => makePublished(ctx, { name: 'Enda nyere', kind: 'routine' }))
    expect((await keeper.post(`/artikler/${old}/avslutning`, { version: '4', replacedBy: later })).status).toBe(303)
    expect((await reader.get(`/veiledning/${old}`)).text).toContain(`href="/veiledning/${later}"`)
  })

  it('S0-01 an employee has the article on the list, with its eight sections, each at an address of its own', async () => {
    const employee = await app.as('oslomet-ansatt')
    expect((await employee.get('/veiledning?for=employee')).text).toContain('Personvern ved saksbehandling i systemer og tjenester')
    const text = await read('oslomet-ansatt', 'casework', keepers.oslomet)
    const wanted = ['ansvar', 'opplaering', 'huske', 'dokumentasjon', 'sikkerhetstips', 'e-post', 'nytt-system', 'personvernkontakter']
    for (const section of wanted) {
      expect([section, text.includes(`id="del-${section}"`)]).toEqual([section, true])
      expect(text).toContain(`href="#del-${section}"`)
    }
    expect(text.match(/<details/g)?.length).toBeGreaterThanOrEqual(8)
  })

  it('S4-040 an article leads to the guidelines on the intranet: by name from the start, and by address once that is set', async () => {
    expect(await read('sandnes-ansatt', 'handbook', keepers.sandnes)).toContain('Mer på intranettet: Pulsen, under Hjelp i jobben')
    const admin = await app.as('sandnes-administrator')
    const set = async (intranetAddress: string) => {
      const version = /name="version" value="(\d+)"/.exec((await admin.get('/innstillinger/veiledning')).text)?.[1] ?? ''
      const text = { intranetText: 'Pulsen, under Hjelp i jobben', intranetAddress }
      const form = { version, staleMonths: '12', confirmDays: '14', ...text, openEdition: 'no' }
      return (await admin.post('/innstillinger/veiledning', form)).status
    }
    expect(await set('javascript:alert(1)')).toBe(422)
    expect(await set('https://pulsen.example/hjelp')).toBe(303)
    const linked = /href="https:\/\/pulsen\.example\/hjelp"[^>]*>Pulsen, under Hjelp i jobben/
    expect(await read('sandnes-ansatt', 'handbook', keepers.sandnes)).toMatch(linked)
    // Where the profile names no intranet, nothing is said of one.
    expect(await read('oslomet-ansatt', 'casework', keepers.oslomet)).not.toContain('Mer på intranettet')
  })

  it('S0-04 whoever is at a faculty and whoever is central sees the statement and accepts it with a date; a processing on paper is registered', async () => {
    const id = await startedAs('responsibility', keepers.oslomet)
    for (const slug of ['oslomet-ansatt', 'oslomet-saksbehandler']) {
      const browser = await app.as(slug)
      expect(plain((await browser.get(`/veiledning/${id}`)).text)).toContain('Du har et selvstendig ansvar')
      expect((await browser.post(`/veiledning/${id}/bekreftelse`, { utgave: '1' })).status).toBe(303)
      expect((await browser.get(`/veiledning/${id}`)).text).toContain('Du bekreftet utgave 1 2. mars 2026.')
      expect((await browser.post(`/veiledning/${id}/bekreftelse`, { utgave: '1' })).status).toBe(303)
    }
    await app.ctx('oslomet-administrator', async (ctx) => {
      const processing = await makeProcessing(ctx, { medium: 'manual' })
      expect(processing).toMatch(/^[0-9a-f-]{36}$/)
    })
  })

  it('S0-12 the checklist has a point for each rule from documentation to privacy contacts; a tick is its owner’s alone', async () => {
    const browser = await app.as('oslomet-saksbehandler')
    const { text } = await browser.get('/huskeliste')
    const points = [
      ...[
        'Arkiver vurderinger',
        'Hent utskriften',
        'Lås inn dokumenter',
        'Krypter sensitiv',
        'Merk intern e-post',
        'Bruk andre kjennetegn',
      ],
      ...['minnepinne', 'fellesområder', 'Lås skjermen', 'Brukeren din', 'passordene', 'reglene for e-post', 'Lagre trygt og slett'],
      ...['Ikke svar', 'hva e-posten røper', 'undersøkelser', 'Avklar behovet', 'personvernkontakten'],
    ]
    for (const point of points) expect([point, text.includes(point)]).toEqual([point, true])
    const id = await startedAs('tip-lock-screen', keepers.oslomet)
    expect((await browser.post(`/huskeliste/${id}`, { gjort: 'ja' })).status).toBe(303)
    expect((await browser.get('/huskeliste')).text).toContain('1 av 18 er gjort')
    expect((await (await app.as('oslomet-ansatt')).get('/huskeliste')).text).toContain('0 av 18 er gjort')
    await browser.post(`/huskeliste/${id}`, { gjort: 'nei' })
    expect((await browser.get('/huskeliste')).text).toContain('0 av 18 er gjort')
  })

  it('S4-033 the lock of the screen is a point of the employee’s checklist and can be ticked', async () => {
    const browser = await app.as('sandnes-ansatt')
    expect(plain((await browser.get('/huskeliste')).text)).toContain('Lås eller logg ut av PC-en, nettbrettet og telefonen')
    await browser.post(`/huskeliste/${await startedAs('tip-lock-screen')}`, { gjort: 'ja' })
    expect((await browser.get('/huskeliste')).text).toContain('1 av 17 er gjort')
  })

  it.each(['lås', 'dokumenter'])('S0-16 the tip about locking up is found by «%s»', async (words) => {
    expect(await find('oslomet-ansatt', words)).toContain('Lås inn dokumenter')
  })

  describe('the handbook', () => {
    it('S4-001 opens with its chapters, and a word in a part of a chapter is found and leads there', async () => {
      const text = await read('sandnes-ansatt', 'handbook', keepers.sandnes)
      const chapters = [
        'Innledning',
        'Informasjonssikkerhet for alle ansatte',
        'Informasjonssikkerhet for ledere',
        'Organisering og ansvar',
        'Internkontroll',
      ]
      const at = chapters.map((chapter) => text.search(new RegExp(`<h2[^>]*>${chapter}<`)))
      expect(at.every((place) => place > 0)).toBe(true)
      expect(at.toSorted((a, b) => a - b)).toEqual(at)
      expect(plain(text)).toContain('Kamera, lydopptak og ID-kort')
      const hits = await find('sandnes-ansatt', 'kameraovervåking')
      const href = new RegExp(`/veiledning/${await startedAs('handbook')}\\?ord=[\\w-]+#del-kamera`).exec(hits)?.[0] ?? ''
      // Whoever follows it has the part open, without a script, and the words marked; others of the article stay folded.
      const employee = await app.as('sandnes-ansatt')
      const found = (await employee.get(href.split('#')[0] ?? '')).text
      expect(found).toMatch(/<details[^>]*open[^>]*><summary>[^<]*<\/summary><div[^>]*><div id="del-kamera"/)
      expect(found).toMatch(/id="del-kamera".*<mark>[Kk]ameraovervåking\w*<\/mark>/)
      expect(found).toContain('<details class="ds-details v-details"><summary>')
      expect(found).toContain('Ordene du søkte etter, er merket: kameraovervåking.')
      // The words are for whoever wrote them: another who is sent the address reads the text as it is.
      const other = (await (await app.as('sandnes-personvernombud')).get(href.split('#')[0] ?? '')).text
      expect([other.includes('<mark>'), other.includes('id="del-kamera"')]).toEqual([false, true])
    })
    it('S4-002 S4-041 says that access and protection belong together, and what mobile devices are for', async () => {
      const text = plain(await read('sandnes-ansatt', 'handbook', keepers.sandnes))
      expect(text).toContain('Tilgang til informasjon og sikring av informasjon er ikke to interesser som står mot hverandre')
      expect(text).toContain('der noen må kunne nås, ha beredskap eller arbeide fleksibelt, og som verktøy i arbeidsdagen')
    })
    it('S4-029 has all four rules on the password', async () => {
      const text = plain(await read('sandnes-ansatt', 'handbook', keepers.sandnes))
      for (const rule of [
        'Hold passordet hemmelig for andre',
        'Lær det utenat',
        'Ikke skriv det ned',
        'Bruk aldri andres brukernavn og passord',
      ])
        expect(text).toContain(rule)
    })
    it('S4-030 is found by «unike passord»', async () => {
      expect(plain(await read('sandnes-ansatt', 'handbook', keepers.sandnes))).toContain('Bruk unike passord i systemene våre')
      expect(await find('sandnes-ansatt', 'unike passord')).toContain(`/veiledning/${await startedAs('handbook')}`)
    })
    it.each([
      ['S4-034', 'handbook', 'jobben å gjøre', 'skal ha med jobben å gjøre'],
      ['S4-038', 'equipment', 'retningslinjene', 'Du skal følge retningslinjene for programmer, utstyr og tjenester'],
      ['S4-075', 'handbook', 'infrastruktur', 'Alle ansatte skal følge reglene for informasjonssikkerhet'],
    ])('%s stands in the text, is found by the search, and is part of what is confirmed', async (_, key, words, says) => {
      const text = await read('sandnes-ansatt', key, keepers.sandnes)
      expect(plain(text)).toContain(says)
      expect(text).toContain('Jeg har lest og vil følge dette')
      expect(await find('sandnes-ansatt', words)).toContain(`/veiledning/${await startedAs(key)}`)
    })
    it('S4-042 leads from mobile devices to the part on equipment', async () => {
      const text = await read('sandnes-ansatt', 'handbook', keepers.sandnes)
      expect(/id="del-mobile".*?href="#del-it-utstyr"/s.test(text)).toBe(true)
      expect(text).toContain('id="del-it-utstyr"')
    })
    it('S4-012 is put in force with who adopted it, the date and the minutes, and refused without', async () => {
      const id = await startedAs('handbook', keepers.sauda)
      const dpo = await app.as(keepers.sauda)
      const versionNow = () =>
        app.ctx(keepers.sauda, ({ tx }) => tx.selectFrom('article').select('version').where('id', '=', id).executeTakeFirstOrThrow())
      const refused = await dpo.post(`/artikler/${id}/vedtak`, {
        version: String((await versionNow()).version),
        adoptedBy: 'Kommunedirektørens leiargruppe',
        adoptedOn: '2026-03-01',
        minutes: 'Sak 2/26',
      })
      expect([refused.status, refused.text.includes('Teksten må kvalitetssikrast')]).toEqual([422, true])
      const form = (await dpo.get(`/godkjenninger/article/${id}/reviewer`)).text
      const restsOn = /name="restsOn" value="([^"]*)"/.exec(form)?.[1] ?? ''
      const said = await dpo.post(`/godkjenninger/article/${id}/reviewer`, { restsOn, verdict: 'approved', reason: '' })
      expect(said.status).toBe(303)
      const { version } = await versionNow()
      const bare = await dpo.post(`/artikler/${id}/vedtak`, {
        version: String(version),
        adoptedBy: '',
        adoptedOn: '2026-03-01',
        minutes: '',
      })
      expect([bare.status, bare.text.includes('href="#adoptedBy"')]).toEqual([422, true])
      const whole = { version: String(version), adoptedBy: 'Leiargruppa', adoptedOn: '2026-03-01', minutes: 'Sak 2/26' }
      expect((await dpo.post(`/artikler/${id}/vedtak`, whole)).status).toBe(303)
      const employee = await app.as('sauda-ansatt')
      expect((await employee.get(`/veiledning/${id}`)).text).toMatch(/Vedteken av Leiargruppa 1\. mars 2026, Sak 2\/26/)
      expect((await employee.get('/oppgaver')).text).toContain('Handbok i informasjonstryggleik')
    })
  })

  it('S2-09 S4-018 a leader sees the share of each unit, and who has confirmed and who has not, of their own', async () => {
    const id = await startedAs('handbook')
    const employee = await app.as('sandnes-ansatt')
    expect((await employee.get(`/veiledning/${id}/lest`)).status).toBe(403)
    expect((await employee.post(`/veiledning/${id}/bekreftelse`, { utgave: '1' })).status).toBe(303)
    const leader = await app.as('sandnes-leder')
    const page = (await leader.get(`/veiledning/${id}/lest`)).text
    expect(page).toMatch(/\d+ %/)
    const unit = /enhet=([0-9a-f-]{36})/.exec(page)?.[1]
    const names = plain((await leader.get(`/veiledning/${id}/lest?enhet=${unit}`)).text)
    expect(names).toMatch(/Ikke bekreftet/)
    expect(names).toContain('2. mars 2026')
  })

  it('S4-016 an article can be for each group, and the list shows it for that group', async () => {
    const form = (await (await app.as(keepers.sandnes)).get('/artikler/nytt')).text
    for (const group of ['employee', 'pupil', 'partner', 'resident']) expect(form).toContain(`value="${group}"`)
    await app.ctx(keepers.sandnes, (ctx) =>
      makePublished(ctx, { name: 'For alle grupper', audiences: ['employee', 'pupil', 'partner', 'resident'] }),
    )
    const browser = await app.as('sandnes-ansatt')
    for (const group of ['employee', 'pupil', 'partner', 'resident'])
      expect([group, (await browser.get(`/veiledning?for=${group}`)).text.includes('For alle grupper')]).toEqual([group, true])
    expect((await browser.get('/veiledning?for=leader')).text).not.toContain('For alle grupper')
  })

  it('S0-25 the administrator gives the two pages on e-mail their addresses, and both stand in the article', async () => {
    const admin = await app.as('oslomet-administrator')
    const wanted = ['Sikkerhetsinstruks 2-9', 'Bruk av e-post']
    const rows = await app.ctx('oslomet-administrator', ({ tx, actor }) =>
      tx
        .selectFrom('source')
        .select(['id', 'name'])
        .where('organisation_id', '=', actor.organisationId)
        .where('name', 'in', wanted)
        .execute(),
    )
    expect(await read('oslomet-ansatt', 'casework', keepers.oslomet)).not.toContain('Sikkerhetsinstruks 2-9</a>')
    for (const { id, name } of rows) {
      const values = {
        version: '1',
        name,
        level: 'page',
        address: `https://ansatt.example/${id}`,
        chapter: '',
        checkedOn: '',
        inUse: 'yes',
      }
      expect((await admin.post(`/regelverk/${id}/endring`, values)).status).toBe(303)
    }
    const text = await read('oslomet-ansatt', 'casework', keepers.oslomet)
    for (const { id, name } of rows) expect(text).toContain(`href="https://ansatt.example/${id}">${name}</a>`)
    expect(rows.length).toBe(2)
  })

  it('S0-31 S1-25 S2-50 what is linked stands under «Se også» once it has an address; with none there is no heading', async () => {
    const bare = await app.ctx(keepers.sandnes, (ctx) => makePublished(ctx, { name: 'Uten lenker' }))
    const browser = await app.as('sandnes-ansatt')
    expect((await browser.get(`/veiledning/${bare}`)).text).not.toContain('Se også')
    const source = await app.ctx(keepers.sandnes, async (ctx) => {
      const id = newId(ctx.now)
      await addSource(ctx, id, { ...emptyValues(sourceFields), name: 'Egen håndbok', level: 'handbook', inUse: 'yes' })
      return id
    })
    const linked = await app.ctx(keepers.sandnes, (ctx) => makePublished(ctx, { name: 'Med lenke', sources: [source] }))
    expect((await browser.get(`/veiledning/${linked}`)).text).not.toContain('Se også')
    const dpo = await app.as(keepers.sandnes)
    const saved = (address: string, version: string) =>
      dpo.post(`/regelverk/${source}/endring`, {
        version,
        name: 'Egen håndbok',
        level: 'handbook',
        address,
        inUse: 'yes',
        chapter: '',
        checkedOn: '',
      })
    expect((await saved('https://intranett.example/handbok', '1')).status).toBe(303)
    const page = (await browser.get(`/veiledning/${linked}`)).text
    expect(page).toMatch(/Se også.*href="https:\/\/intranett\.example\/handbok"[^>]*>Egen håndbok/s)
    expect((await saved('', '2')).status).toBe(303)
    expect((await browser.get(`/veiledning/${linked}`)).text).not.toContain('Se også')
    const bad = await saved('javascript:alert(1)', '3')
    expect([bad.status, bad.text.includes('href="#address"')]).toEqual([422, true])
  })

  it('S2-68 S4-211 says when it was published and last changed; the edition before can be read', async () => {
    const id = await app.ctx(keepers.sandnes, (ctx) => makePublished(ctx, { name: 'Med datoer', bodyNb: 'Slik var det' }))
    app.clock.now = new Date('2026-03-20T08:00:00Z')
    await app.ctx(keepers.sandnes, async (ctx) => {
      const { findArticle } = await import('./queries.ts')
      const { editArticle } = await import('./commands.ts')
      const record = await findArticle(ctx, id)
      if (!record) throw new Error('gone')
      await editArticle(ctx, id, null, { ...record.values, bodyNb: 'Slik er det' })
      await adoptNow(ctx, id)
    })
    const browser = await app.as('sandnes-ansatt')
    const now = plain((await browser.get(`/veiledning/${id}`)).text)
    expect(now).toContain('Publisert 2. mars 2026')
    expect(now).toContain('Sist endret 20. mars 2026')
    expect(now).toContain('Slik er det')
    const before = plain((await browser.get(`/veiledning/${id}/utgaver/1`)).text)
    expect(before).toContain('Slik var det')
    expect(before).toContain('Den gjaldt til 20. mars 2026.')
    expect((await browser.get(`/veiledning/${id}/utgaver/9`)).status).toBe(404)
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('S3-01 an article that nobody has looked through for 366 days says so; after a review it does not', async () => {
    const id = await app.ctx(keepers.sandnes, (ctx) => makePublished(ctx, { name: 'Gammel tekst' }))
    const said = 'Teksten er ikke gjennomgått på over ett år'
    app.clock.now = new Date('2027-03-03T08:00:00Z')
    expect((await (await app.as('sandnes-ansatt')).get(`/veiledning/${id}`)).text).toContain(said)
    await reviewSweep.run(await app.round(keepers.sandnes))
    expect((await (await app.as(keepers.sandnes)).get('/oppgaver')).text).toContain('Gammel tekst')
    const dpo = await app.as(keepers.sandnes)
    const made = /name="id" value="([^"]*)"/.exec((await dpo.get(`/gjennomganger/article/${id}/ny`)).text)?.[1] ?? ''
    const held = await dpo.post(`/gjennomganger/article/${id}/ny`, { id: made, heldOn: '2027-03-03', found: 'Stemmer.', nextOn: '' })
    expect(held.status).toBe(303)
    expect((await (await app.as('sandnes-ansatt')).get(`/veiledning/${id}`)).text).not.toContain(said)
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('S2-63 the report page leads to the routine for deviations', async () => {
    const id = await startedAs('deviationRoutine')
    const { text } = await (await app.as('sandnes-ansatt')).get('/avvik/ny')
    expect(text).toContain(`href="/veiledning/${id}"`)
    expect((await (await app.as('sandnes-ansatt')).get(`/veiledning/${id}`)).text).toContain('Rutine for avvik')
  })

  it('what an editor writes is seen before it is saved, on the page as it stands, and nothing is saved', async () => {
    const id = await app.ctx(keepers.sandnes, (ctx) => makeArticle(ctx, { name: 'Forhåndsvist', bodyNb: 'Før' }))
    const dpo = await app.as(keepers.sandnes)
    const seen = await dpo.post(`/artikler/${id}/endring/bokmal`, {
      version: '1',
      titleNb: '',
      bodyNb: '## Del\n\n**Etter** <script>alert(1)</script>',
      knapp: 'vis',
    })
    expect(seen.status).toBe(200)
    expect(seen.text).toMatch(/data-preview.*<strong>Etter<\/strong>/s)
    expect(/data-preview.*<script>alert/s.test(seen.text)).toBe(false)
    expect((await dpo.get(`/artikler/${id}/endring/bokmal`)).text).toContain('>Før</textarea>')
    expect((await (await app.as('sandnes-ansatt')).post(`/artikler/${id}/endring/bokmal`, { version: '1', bodyNb: 'x' })).status).toBe(403)
  })

  it('an employee writes nothing, another organisation has none of it, and what is no number is no edition', async () => {
    const id = await startedAs('handbook')
    const employee = await app.as('sandnes-ansatt')
    for (const path of ['/artikler/nytt', `/artikler/${id}/vedtak`, '/rutiner/mangler'])
      expect([path, (await employee.get(path)).status]).toEqual([path, 403])
    expect((await employee.post('/artikler/ferdige', { adoptedBy: 'Ledergruppen' })).status).toBe(403)
    const stranger = await app.as('uio-administrator')
    for (const path of [`/veiledning/${id}`, `/artikler/${id}`, `/veiledning/${id}/lest`, `/veiledning/${id}/utgaver/1`])
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404])
    expect((await employee.post(`/veiledning/${id}/bekreftelse`, { utgave: 'x' })).status).toBe(422)
    expect((await employee.get('/veiledning/x')).status).toBe(404)
  })

  it('asks a few questions before a text is confirmed, says which answer is wrong, and keeps what was chosen', async () => {
    const checkNb = 'Hvem skal vite det først?\n- Avisen\n+ Lederen\n\nNår?\n+ Med en gang\n- Neste uke'
    const id = await app.ctx(keepers.sandnes, (ctx) => makePublished(ctx, { mustConfirm: 'yes', checkNb }))
    const employee = await app.as('sandnes-ansatt')
    expect(plain((await employee.get(`/veiledning/${id}`)).text)).toContain('Svar først på dette. Hvem skal vite det først? Avisen Lederen')
    const at = `/veiledning/${id}/bekreftelse`
    const wrong = await employee.post(at, { utgave: '1', svar1: '1', svar2: '1' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('href="#svar2"')
    expect(wrong.text).not.toContain('href="#svar1"')
    expect(wrong.text).toMatch(/name="svar1"[^>]*checked[^>]*value="1"|name="svar1" value="1"[^>]*checked/)
    for (const odd of [{}, { svar1: 'x', svar2: '0' }, { svar1: '', svar2: '-1' }])
      expect((await employee.post(at, { utgave: '1', ...odd })).status).toBe(422)
    expect((await employee.post(at, { utgave: '1', svar1: '1', svar2: '0' })).status).toBe(303)
    expect((await employee.get(`/veiledning/${id}`)).text).toContain('Du bekreftet utgave 1')
  })

  it('lies open for those outside where the organisation says so: their texts alone, valid today, without names', async () => {
    const [open, inside, past] = await app.ctx(keepers.sandnes, async (ctx) => [
      await makePublished(ctx, {
        name: 'Slik deler du trygt',
        audiences: ['resident'],
        bodyNb: 'Bruk eDialog.',
        owner: ctx.actor.personId,
      }),
      await makePublished(ctx, { name: 'Bare for ansatte', audiences: ['employee', 'leader'], bodyNb: 'Internt.' }),
      await makePublished(ctx, { name: 'Gjaldt i fjor', audiences: ['pupil'], validUntil: '2025-12-31' }),
    ])
    const admin = await app.as('sandnes-administrator')
    const front = '/personvern/sandnes/veiledning'
    const stranger = app.stranger()
    expect((await stranger.get(front)).status).toBe(404)
    const settings = (await admin.get('/innstillinger/veiledning')).text
    const version = /name="version" value="(\d+)"/.exec(settings)?.[1] ?? ''
    const said = { version, staleMonths: '12', confirmDays: '14', intranetText: '', intranetAddress: '', openEdition: 'yes' }
    expect((await admin.post('/innstillinger/veiledning', said)).status).toBe(303)
    const list = (await stranger.get(front)).text
    expect(list).toContain('Slik deler du trygt')
    for (const hidden of ['Bare for ansatte', 'Gjaldt i fjor', 'Personvern ved saksbehandling']) expect(list).not.toContain(hidden)
    const page = (await stranger.get(`${front}/${open}`)).text
    expect(page).toContain('Bruk eDialog.')
    expect(page).not.toMatch(/Ansvarlig|Rediger|Vedtatt av|Personvernombud, Sandnes/)
    for (const path of [
      `${front}/${inside}`,
      `${front}/${past}`,
      `/personvern/uio/veiledning/${open}`,
      '/personvern/uio/veiledning',
      `${front}/x`,
    ])
      expect([path, (await stranger.get(path)).status]).toEqual([path, 404])
  })

  it('S0-15 the tip on print-outs is in the library with its reason, and stands where a case is printed', async () => {
    expect(plain(await read('sandnes-ansatt', 'tip-print', keepers.sandnes))).toContain(
      'Da blir ikke utskrifter med personopplysninger liggende på kopirommet',
    )
    const { openCase } = await import('../../../test/support/cases.ts')
    const id = await openCase(app, 'sandnes')
    const dpo = await app.as(keepers.sandnes)
    const papers = plain((await dpo.get(`/avvik/${id}/dokumenter`)).text)
    expect(papers).toContain('Skal du skrive ut?')
    expect(papers).toContain('Bruk pullprint der det finnes')
    // On the page of the case it stands on paper alone.
    expect((await dpo.get(`/avvik/${id}`)).text).toMatch(/<aside class="v-tip v-on-paper"[^>]*>.*Bruk pullprint/s)
  })
})
