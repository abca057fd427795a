import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { reportBy } from '../../../../test/support/cases.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { localInput } from '../../../kernel/calendar/calendar.ts'
import { hoursFrom, someMonday } from '../factory.ts'
import type { Report } from '../fields-report.ts'

describeDatabase('the words of a case in lists', (db) => {
  let app: TestApp
  let dpo: Client
  beforeAll(async () => {
    app = await testApp(db(), someMonday)
    dpo = await app.as('sauda-personvernombud')
  })
  afterAll(() => app.stop())

  const report = async (slug: string, whatHappened: string, over: Partial<Report> = {}): Promise<string> =>
    (await reportBy(app, slug, { categories: ['MISSENT_EMAIL'], whatHappened, ...over })).id
  const version = (page: string): string => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
  const found = async (who: Client, ord: string, id: string): Promise<boolean> =>
    (await who.get((await who.post('/avvik/sok', { ord })).location ?? '')).text.includes(`/avvik/${id}`)
  const row = (page: string, id: string): string => new RegExp(`<tr>(?:(?!</tr>).)*/avvik/${id}.*?</tr>`, 's').exec(page)?.[0] ?? ''

  it('tells three letters sent astray apart by the first words of their reports', async () => {
    const told = ['Vedtak om skuleskyss', 'Innkalling til møte', 'Karakterkort for 8B']
    const ids = await Promise.all([
      report('sauda-ansatt', `${told[0]} gjekk til naboen.`),
      report('sauda-ansatt', `${told[1]} gjekk til feil hus.`),
    ])
    const third = await report(
      'sauda-ansatt',
      `${told[2]} vart lagt i feil konvolutt. ${'Det er mykje meir å seie om dette. '.repeat(5)}Slutt.`,
    )
    const page = (await dpo.get('/avvik')).text
    for (const [at, id] of [...ids, third].entries()) expect(row(page, id)).toContain(told[at])
    expect(row(page, third)).not.toContain('Slutt.')
  })

  it('finds the words of the report, of the short name and of the category, each of them, in any case', async () => {
    const id = await report('sauda-ansatt', 'Ei ØKONOMILISTE låg att på Bussen.')
    const other = await report('sauda-ansatt', 'Ei anna liste.')
    expect(await found(dpo, 'økonomiliste', id)).toBe(true)
    expect(await found(dpo, 'økonomiliste', other)).toBe(false)
    expect(await found(dpo, 'bussen liste', id)).toBe(true)
    expect(await found(dpo, 'bussen toget', id)).toBe(false)
    expect(await found(dpo, '100 %', id)).toBe(false)
    await dpo.post(`/avvik/${id}/behandling`, {
      version: version((await dpo.get(`/avvik/${id}/behandling`)).text),
      shortName: 'Lista frå Åbø',
    })
    expect(await found(dpo, 'frå ÅBØ', id)).toBe(true)
    const category = /<h1[^>]*>([^<]+)</.exec((await dpo.get(`/avvik/${other}`)).text)?.[1]
    expect(category).toBeTruthy()
    expect(await found(dpo, category ?? '', other)).toBe(true)
  })

  it('S3-03 personal data astray is chosen as the kind, stored, shown in the case, and the list is narrowed to it', async () => {
    const astray = await report('sauda-ansatt', 'Ein journal låg på bussen.', { categories: ['SENSITIVE_ASTRAY'] })
    const other = await report('sauda-ansatt', 'Feil mottakar.', { categories: ['MISSENT_EMAIL'] })
    const both = await report('sauda-ansatt', 'Ein journal i feil e-post.', { categories: ['MISSENT_EMAIL', 'SENSITIVE_ASTRAY'] })
    expect((await dpo.get(`/avvik/${astray}`)).text).toContain('Sensitive personopplysningar på avvege')
    expect((await dpo.get(`/avvik/${other}`)).text).not.toContain('Sensitive personopplysningar på avvege')
    const narrowed = (await dpo.get('/avvik?kategori=SENSITIVE_ASTRAY')).text
    expect([astray, other, both].map((id) => narrowed.includes(`/avvik/${id}`))).toEqual([true, false, true])
  })

  it('the list is narrowed to the colleague who handles a case: by the name, with and without a script, and the address holds no name', async () => {
    const taken = await report('sauda-ansatt', 'Ei sak som blir teken.')
    const open = await report('sauda-ansatt', 'Ei sak som ingen har.')
    await dpo.post(`/avvik/${taken}/behandler`, { version: version((await dpo.get(`/avvik/${taken}`)).text) })
    const { personId } = await app.person('sauda-personvernombud')
    const field = (await dpo.get('/avvik?filtre=flere')).text
    expect(field).toContain('data-find="/personer/finn"')
    // Without a script the name is written whole; with one it is chosen.
    const written = await dpo.post('/avvik/sok', { 'behandler.find': 'personvernombod', behandler: '' })
    const chosen = await dpo.post('/avvik/sok', { behandler: personId })
    for (const { location = '' } of [written, chosen]) {
      expect(location).toContain(`behandler=${personId}`)
      expect(location?.toLowerCase()).not.toContain('personvernombod')
      const page = (await dpo.get(location ?? '')).text
      expect([taken, open].map((id) => page.includes(`/avvik/${id}`))).toEqual([true, false])
    }
    const nobody = await dpo.post('/avvik/sok', { 'behandler.find': 'Finst Ikkje' })
    expect((await dpo.get(nobody.location ?? '')).text).not.toContain(`/avvik/${taken}`)
    // Emptied, all are there again.
    const emptied = await dpo.post('/avvik/sok', { behandler: '', 'behandler.vist': 'x', 'behandler.er': personId })
    expect(emptied.location).not.toContain('behandler')
  })

  it('S3-03 the list is narrowed to personal data astray, whatever kind of incident it is', async () => {
    const astray = await report('sauda-ansatt', 'Ei liste hamna feil.', { effects: ['astray', 'lost'] })
    const lost = await report('sauda-ansatt', 'Ei liste er borte.', { effects: ['lost'] })
    const silent = await report('sauda-ansatt', 'Noko skjedde.', {})
    const nobody = await report('sauda-ansatt', 'Ein tom perm.', { effects: ['astray'], personalData: 'no' })
    const shown = async (query: string) => {
      const page = (await dpo.get(`/avvik?status=alle&${query}`)).text
      return [astray, lost, silent, nobody].map((id) => page.includes(`/avvik/${id}`))
    }
    expect(await shown('virkning=astray')).toEqual([true, false, false, false])
    expect(await shown('virkning=lost')).toEqual([true, true, false, false])
    expect(await shown('virkning=ingen')).toEqual([false, false, true, false])
    const page = (await dpo.get('/avvik?virkning=astray')).text
    expect(page).toMatch(/<select[^>]*name="virkning"/)
    expect(page).toContain('<option selected value="astray">På avvege</option>')
  })

  it('S4-138 S3-11 finds and shows no word to whoever is only asked, nor to anybody who may not see the case', async () => {
    const id = await report('sauda-ansatt', 'Ein gul perm er borte.')
    const asked = await app.as('sauda-leder-helse')
    expect(await found(asked, 'perm', id)).toBe(false)
    const page = (await dpo.get(`/avvik/${id}/sporsmal`)).text
    const to = (await app.person('sauda-leder-helse')).personId
    await dpo.post(`/avvik/${id}/sporsmal`, {
      version: version(page),
      to: 'person',
      person: to,
      role: 'leader',
      question: 'Kva veit du?',
      dueAt: localInput(hoursFrom(someMonday, 5)),
    })
    const list = row((await asked.get('/avvik')).text, id)
    expect(list).toContain('Spørsmål til deg')
    expect(list).not.toMatch(/perm|[Ee]-post/)
    expect(await found(asked, 'perm', id)).toBe(false)
    expect(await found(asked, 'e-post', id)).toBe(false)
    expect(await found(dpo, 'gul perm', id)).toBe(true)
    // To be told that it is in a narrowed list is to be told what it says.
    expect((await asked.get('/avvik?enhet=')).text).toContain(`/avvik/${id}`)
    for (const query of ['kategori=MISSENT_EMAIL', 'type=privacyDeviation', 'virkning=ingen', 'fra=2026-01-01'])
      expect((await asked.get(`/avvik?${query}`)).text, query).not.toContain(`/avvik/${id}`)
    for (const slug of ['sauda-ansatt', 'sauda-revisor', 'sandnes-personvernombud'])
      expect(await found(await app.as(slug), 'perm', id), slug).toBe(false)
  })
})
