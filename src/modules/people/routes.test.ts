import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { units } from './queries.ts'

describeExample('pages of people', (db) => {
  let app: TestApp
  let admin: Client
  beforeAll(async () => {
    app = await testApp(db())
    admin = await app.as('sandnes-administrator')
  })
  afterAll(() => app.stop())
  const versionOn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  const added = async (name: string) => {
    const answer = await admin.post('/personer', { name, email: '', unit: '', leader: '', locale: '' })
    expect(answer.status).toBe(303)
    return answer.location ?? ''
  }

  // First: those below give the same role to others.
  it('lead from what somebody leaves vacant to giving the role, and say what no unit means there', async () => {
    const { personId } = await app.person('sandnes-personvernombud')
    const { text } = await admin.get(`/personer/${personId}/slutt`)
    expect(text).toMatch(/<li>Personvernombud\. [^<]* <a[^>]*href="\/roller\/dpo\/gi"[^>]*>Gi rollen Personvernombud<\/a><\/li>/)
    expect((await admin.get('/roller/dpo/gi')).text).toContain('Velger du ingenting, gjelder rollen hele virksomheten.')
  })

  it('list everyone, and find by name, role and whether they have left', async () => {
    const all = await admin.get('/personer')
    expect(all.status).toBe(200)
    expect(all.text).toContain('Personvernombud, Sandnes')
    expect(all.text).not.toContain(', Sauda')
    const searched = async (words: string) => admin.get((await admin.post('/personer/sok', { ord: words })).location ?? '')
    const found = await searched('PERSONVERNOMB')
    expect(found.text).toContain('Personvernombud, Sandnes')
    expect(found.text).not.toContain('Lærer, Sandnes')
    const byRole = await admin.get('/personer?rolle=gdprUnit')
    expect(byRole.text.match(/Personvern GDPR(, nr\. 2)?, Sandnes/g)).toHaveLength(2)
    expect((await searched('%')).text).toContain('Ingenting passer')
    expect((await admin.get('/personer?vis=sluttet')).text).toContain('Ingenting passer')
  })

  it('offer the roles that the organisation has a use for, each by a name of its own', async () => {
    const offered = async (slug: string) => {
      const { text } = await (await app.as(slug)).get('/personer')
      return [...(/<select[^>]*name="rolle"[^>]*>(.*?)<\/select>/.exec(text)?.[1] ?? '').matchAll(/<option value="(\w+)"[^>]*>([^<]+)</g)]
    }
    const municipality = await offered('sauda-administrator')
    const words = municipality.map(([, , word]) => word)
    expect(words).toContain('Leiar')
    expect(new Set(words).size).toBe(words.length)
    const university = ['studyHead', 'cert', 'centralAssessor']
    expect(municipality.map(([, role]) => role).filter((role) => university.includes(role ?? ''))).toEqual([])
    expect((await offered('uio-administrator')).map(([, role]) => role)).toEqual(
      expect.arrayContaining(['studyHead', 'cert', 'controller']),
    )
    const { personId } = await app.person('sauda-ansatt')
    expect((await (await app.as('sauda-administrator')).get(`/personer/${personId}`)).text).not.toContain('value="studyHead"')
  })

  it('S2-27 ask of the archive at Sikt where there is research, and not in a municipality', async () => {
    const asks = async (slug: string) => (await (await app.as(slug)).get('/enheter/ny')).text.includes('Sikt')
    expect([await asks('oslomet-administrator'), await asks('sauda-administrator'), await asks('sandnes-administrator')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('S0-23 a mailbox’s address is questioned at the person, and taken when it is said to be one person’s', async () => {
    const admin = await app.as('uio-administrator')
    const id = /name="id" value="([^"]+)"/.exec((await admin.get('/personer/ny')).text)?.[1] ?? ''
    const values = { id, name: 'Resepsjonen', email: 'post@uio.example' }
    const asked = await admin.post('/personer', values)
    expect(asked.status).toBe(422)
    expect(asked.text).toMatch(/href="#name">[^<]*En konto er for én person/)
    expect(asked.text).toMatch(/href="#email">[^<]*En konto er for én person/)
    expect(asked.text).toContain('name="ownAccount"')
    expect(asked.text).toContain('value="post@uio.example"')
    expect((await admin.get('/personer/ny')).text).not.toContain('name="ownAccount"')
    expect((await admin.post('/personer', { ...values, ownAccount: 'ja' })).location).toBe(`/personer/${id}`)
  })

  it('S0-23 add a person with a name of its own, and ask for no identity number', async () => {
    const form = await admin.get('/personer/ny')
    expect(form.text).toContain('Bruk aldri fødselsnummer')
    expect(form.text).not.toMatch(/name="[^"]*(identity|fodselsnummer|personnummer)/i)
    const empty = await admin.post('/personer', { name: ' ', email: 'ikke en adresse' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Fyll ut «Navn».')
    expect(empty.text).toContain('ikke en adresse')
    const where = await added('Vikar, Sandnes')
    expect((await admin.get(where)).text).toContain('Vikar, Sandnes')
  })

  it('S2-46 S4-069 give and end a role with dates and a reason, and say what is wrong with them', async () => {
    const reason = 'Vikar mens ombudet er i permisjon'
    const where = await added('Stedfortreder, Sandnes')
    const wrong = await admin.post(`${where}/roller`, { version: '1', role: 'dpo', unit: '', from: '2026-03-02', to: '2026-03-01', reason })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('Rollen kan ikke slutte før den begynner.')
    expect(wrong.text).toContain('value="2026-03-01"')
    expect((await admin.post(`${where}/roller`, { version: '1', role: 'keiser', from: 'i morgen' })).text).toContain(
      'Velg et av svarene i «Rolle».',
    )
    const given = { version: '1', role: 'dpo', unit: '', from: '2026-03-02', to: '' }
    // S2-46: without the need at work it is not given, neither here nor from where the role is seen to be vacant.
    const unreasoned = await admin.post(`${where}/roller`, given)
    expect([unreasoned.status, unreasoned.text.includes('href="#reason"')]).toEqual([422, true])
    const vacant = await admin.post('/roller/dpo/gi', { person: where.split('/').at(-1) ?? '', unit: '', from: '2026-03-02', to: '' })
    expect([vacant.status, vacant.text.includes('href="#reason"')]).toEqual([422, true])
    expect((await admin.get(where)).text).not.toContain('Gjelder nå')
    expect((await admin.post(`${where}/roller`, { ...given, reason })).status).toBe(303)
    const shown = await admin.get(where)
    expect(shown.text).toContain('Gjelder nå')
    expect(shown.text).toContain(reason)
    const end = /href="([^"]+\/roller\/[^"]+\/slutt)"/.exec(shown.text)?.[1] ?? ''
    expect((await admin.post(end, { version: '2', to: '2026-03-02' })).status).toBe(303)
    expect((await admin.get(where)).text).not.toContain('Gjelder nå')
  })

  it('S4-069 a role for one day is from and to that day, here as where a role is seen to be vacant: it holds then, and its page says so', async () => {
    const where = await added('Dagsvikar, Sandnes')
    const day = { unit: '', from: '2026-03-02', to: '2026-03-02', reason: 'Vikar for en dag' }
    expect((await admin.post(`${where}/roller`, { version: '1', role: 'dpo', ...day })).status).toBe(303)
    const person = where.split('/').at(-1) ?? ''
    expect((await admin.post('/roller/ciso/gi', { person, ...day })).status).toBe(303)
    const shown = (await admin.get(where)).text
    expect(shown.match(/<td[^>]*>2\. mars 2026<\/td><td[^>]*>2\. mars 2026<\/td>/g)).toHaveLength(2)
    expect(shown.match(/Gjelder nå/g)).toHaveLength(2)
    expect(shown).toContain('Til og med')
  })

  it('S4-069 S4-070 S4-071 S4-072 show everyone who holds which role, and the leader of each unit', async () => {
    const teacher = await app.as('sandnes-ansatt')
    const directory = await teacher.get('/roller')
    expect(directory.status).toBe(200)
    for (const name of [
      'Kommunedirektør',
      'Medlem av ledergruppen',
      'Personvernombud',
      'Informasjonssikkerhetssjef',
      'Digitalisering- og IT-sjef',
      'Virksomhetsleder',
    ])
      expect(directory.text).toContain(`${name}, Sandnes`)
    expect(directory.text).toMatch(/Barneskolen i sentrum<\/dt><dd>Rektor, Sandnes/)
  })

  it.each([
    ['S4-067', 'controller', 'Kommunedirektør'],
    ['S4-069', 'dpo', 'Personvernombud'],
    ['S4-070', 'ciso', 'Informasjonssikkerhetssjef'],
    ['S4-071', 'itHead', 'Digitalisering- og IT-sjef'],
  ])(
    '%s the role %s is given to a person with dates, stands in the directory as %s, and is gone from it when it is taken',
    async (row, role, title) => {
      const name = `Innehaver ${row}, Sandnes`
      const where = await added(name)
      const directory = async () => {
        const { text } = await (await app.as('sandnes-ansatt')).get('/roller')
        return [...text.matchAll(/<dt>([^<]*)<\/dt><dd>((?:(?!<\/dd>).)*)<\/dd>/gs)]
          .filter(([, , held]) => held?.includes(name))
          .map(([, dt]) => dt)
      }
      const before = app.clock.now
      const given = { version: '1', role, unit: '', from: '2026-03-02', to: '2026-03-10', reason: 'Prosjekt' }
      expect((await admin.post(`${where}/roller`, given)).status).toBe(303)
      expect((await admin.get(where)).text).toContain('10. mars 2026')
      expect(await directory()).toEqual([title])
      // The last day with it is the one that was written, to its end.
      app.clock.now = new Date('2026-03-10T22:30:00Z')
      expect(await directory()).toEqual([title])
      app.clock.now = new Date('2026-03-10T23:30:00Z')
      expect(await directory()).toEqual([])
      app.clock.now = new Date('2026-03-03T08:00:00Z')
      admin = await app.as('sandnes-administrator')
      const end = /href="([^"]+\/roller\/[^"]+\/slutt)"/.exec((await admin.get(where)).text)?.[1] ?? ''
      expect((await admin.post(end, { version: '2', to: '2026-03-03' })).status).toBe(303)
      expect(await directory()).toEqual([])
      app.clock.now = before
      admin = await app.as('sandnes-administrator')
    },
  )

  it('stop the second of two editors, and show both what was saved and what was written', async () => {
    const where = await added('Rediger, Sandnes')
    const version = versionOn((await admin.get(`${where}/rediger`)).text)
    expect((await admin.post(where, { version, name: 'Lagret først, Sandnes' })).status).toBe(303)
    const second = await admin.post(where, { version, name: 'Skrevet sist, Sandnes' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Lagret nå')
    expect(second.text).toContain('Lagret først, Sandnes')
    expect(second.text).toContain('value="Skrevet sist, Sandnes"')
    expect((await admin.post(where, { version: versionOn(second.text), name: 'Skrevet sist, Sandnes' })).status).toBe(303)
  })

  it('do not let an administrator leave by mistake', async () => {
    const { personId } = await app.person('sandnes-administrator')
    expect((await admin.post(`/personer/${personId}/slutt`, { version: '2' })).status).toBe(403)
    const where = await added('Slutter, Sandnes')
    expect((await admin.post(`${where}/slutt`, { version: '1' })).status).toBe(303)
    expect((await admin.get(where)).text).toContain('Er tilbake')
  })

  it('show the tree of units, and change it', async () => {
    const units = await admin.get('/enheter')
    expect(units.text).toContain('IT Servicedesk')
    expect(units.text).toMatch(/Oppvekst skole.*Skolen ved fjorden/s)
    expect(units.text).not.toContain('Ny skole')
    const made = await admin.post('/enheter', { name: 'Ny skole', kind: 'school', parent: '', leader: '' })
    expect(made.location).toBe('/enheter')
    for (const wrong of [
      { name: '', kind: 'school' },
      { name: 'Et slott', kind: 'slott' },
    ])
      expect((await admin.post('/enheter', { ...wrong, parent: '', leader: '' })).status).toBe(422)
    const after = (await admin.get('/enheter')).text
    expect(after).toContain('Ny skole')
    expect(after).not.toContain('Et slott')
  })

  it('are the administrator’s own organisation’s, and nobody else’s', async () => {
    const { personId } = await app.person('sauda-ansatt')
    for (const path of [`/personer/${personId}`, `/personer/${personId}/rediger`, '/personer/tull', `/enheter/${personId}`])
      expect((await admin.get(path)).status, path).toBe(404)
    expect((await admin.post(`/personer/${personId}`, { version: '1', name: 'Overtatt' })).status).toBe(404)
    const teacher = await app.as('sandnes-ansatt')
    for (const path of ['/personer', '/personer/ny', '/enheter']) expect((await teacher.get(path)).status, path).toBe(403)
    expect((await teacher.post('/personer', { name: 'Snik' })).status).toBe(403)
  })

  it('take bad input without falling: too long, control characters, markup, wrong ids', async () => {
    const bad = [
      { name: 'x'.repeat(121) },
      { name: 'skjult\u202Etekst' },
      { name: 'A', unit: 'ikke-en-id' },
      { name: 'A', leader: '00000000-0000-7000-8000-000000000001' },
      { name: 'A', locale: 'tysk' },
    ]
    for (const form of bad) expect((await admin.post('/personer', form)).status, JSON.stringify(form)).toBe(422)
    const where = await added('<script>alert(1)</script>')
    expect((await admin.get(where)).text).not.toContain('<script>alert(1)')
  })

  it('S0-33 the directory lists every unit and its contact, says where it is inherited from, and is searched', async () => {
    const teacher = await app.as('oslomet-leder')
    const all = await app.ctx('oslomet-leder', units)
    const { text } = await teacher.get('/personvernkontakter')
    for (const { name } of all) expect(text).toContain(`>${name}<`)
    const mine = /Min personvernkontakt.*?<\/section>/s.exec(text)?.[0] ?? ''
    expect(mine).toContain('Personvernkontakt, OsloMet')
    expect(mine).toContain('Arvet fra Fakultet for lærerutdanning og internasjonale studier')
    expect((await teacher.get('/roller')).text).toContain('href="/personvernkontakter"')
    const found = async (word: string) =>
      (await teacher.get((await teacher.post('/personvernkontakter/sok', { ord: word })).location ?? '')).text
    const institute = await found('grunnskole- og faglærer')
    expect(institute).toContain('>Institutt for grunnskole- og faglærerutdanning<')
    expect(institute).not.toContain('>Seksjon for informasjonssikkerhet og personvern<')
    // By the contact’s name: also those who inherit it.
    expect(await found('Personvernkontakt, OsloMet')).toContain('>Institutt for grunnskole- og faglærerutdanning<')
    const none = (await teacher.get('/personvernkontakter?kontakt=ingen')).text
    expect(none).toContain('>Seksjon for informasjonssikkerhet og personvern<')
    expect(none).not.toContain('>Institutt for grunnskole- og faglærerutdanning<')
    const own = (await teacher.get('/personvernkontakter?kontakt=egen')).text
    expect(own).toContain('>Fakultet for lærerutdanning og internasjonale studier<')
    expect(own).not.toContain('>Institutt for grunnskole- og faglærerutdanning<')
    expect((await teacher.get('/personvernkontakter?kontakt=arvet')).text).toContain('>Institutt for grunnskole- og faglærerutdanning<')
    expect((await (await app.as('sandnes-ansatt')).get('/roller')).text).not.toContain('href="/personvernkontakter"')
    expect((await (await app.as('sandnes-ansatt')).get('/personvernkontakter')).text).not.toContain('OsloMet')
  })
})
