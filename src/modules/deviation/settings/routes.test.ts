import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import { letterheadFor } from '../../organisation/public.ts'
import { settingsIn } from '../../organisation/settings/settings.ts'
import { reportFields } from '../fields-report.ts'
import { profiles } from '../presets.ts'
import { profileAt, profileOf } from '../queries-profile.ts'
import { sendReport } from '../report/commands.ts'

/** Synthetic: the month has 80 added. */
const synthetic = '15838530181'

describeExample('settings, errand by errand', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  })
  afterAll(() => app.stop())

  const dialogue = async (slug: string, part: string) => {
    const client = await app.as(slug)
    const version = async () => /name="version" value="(\d+)"/.exec((await client.get(`/innstillinger/${part}`)).text)?.[1] ?? ''
    return {
      client,
      version,
      save: async (form: Record<string, string | readonly string[]>) =>
        client.post(`/innstillinger/${part}`, { version: await version(), ...form }),
    }
  }

  it('every part that can be changed has a page of its own, and every link leads to one', async () => {
    const client = await app.as('oslomet-administrator')
    const links = [
      ...new Set([...(await client.get('/innstillinger')).text.matchAll(/href="(\/innstillinger\/[^"]+)"/g)].map(([, href]) => href ?? '')),
    ]
    expect(links.length).toBeGreaterThan(25)
    for (const href of links) expect((await client.get(href)).status, href).toBe(200)
    expect((await client.get('/innstillinger/noe-annet')).status).toBe(404)
    expect((await (await app.as('oslomet-rektor')).get(links[0] ?? '')).status).toBe(403)
  })

  it('a new receiver gets the next case; a case that has begun keeps the one it began with', async () => {
    const report = () =>
      app.ctx('sauda-ansatt', async (ctx) => {
        const values = {
          ...emptyValues(reportFields),
          caseType: 'itEquipment' as const,
          personalData: 'no' as const,
          affectedUnit: ctx.actor.unitId,
          categories: ['MISSENT_EMAIL' as const],
          whatHappened: 'Nettbrettet er borte.',
          discoveredAt: new Date(ctx.now.getTime() - 3_600_000),
        }
        const outcome = await sendReport(ctx, newId(ctx.now), 'form', values)
        if (!outcome.ok) throw new Error(`${outcome.why} ${outcome.fields.join()}`)
        return outcome.next
      })
    const begun = await report()
    const { save } = await dialogue('sauda-administrator', 'mottakere-itEquipment')
    expect((await save({ queue: ['cert'], tell: ['cert', 'ciso'], address: 'it@sauda.example' })).location).toBe('/innstillinger')
    const profile = await app.ctx('sauda-administrator', profileOf)
    expect(profile.deviation.routes.itEquipment).toEqual({ queue: ['cert'], tell: ['ciso', 'cert'], address: 'it@sauda.example' })
    expect(profile.deviation.routes.privacyDeviation).toEqual(profiles.sauda.deviation.routes.privacyDeviation)
    expect((await report()).queueRoles).toEqual(['cert'])
    const kept = await app.ctx('sauda-administrator', ({ tx }) =>
      tx.selectFrom('deviation').select(['queue_roles', 'profile_version']).where('id', '=', begun.id).executeTakeFirst(),
    )
    expect(kept).toEqual({ queue_roles: ['serviceDesk'], profile_version: 1 })
    // The new role is vacant in Sauda: the administrator has the task at once, not when the clock looks.
    const tasks = await app.ctx('sauda-administrator', ({ tx, actor }) =>
      tx
        .selectFrom('task')
        .select('key')
        .where('organisation_id', '=', actor.organisationId)
        .where('kind', '=', 'role.fill')
        .where('status', '=', 'open')
        .execute(),
    )
    expect(tasks.map(({ key }) => key)).toEqual(expect.arrayContaining(['cert', 'ciso']))
  })

  it('work without a role is refused, and nothing is saved; neither is a role that does no work in cases', async () => {
    const { save, version, client } = await dialogue('uio-administrator', 'avgjorere')
    const before = await version()
    const refused = await save({ assessors: ['cert'], deciders: ['cert'] })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('href="#closers"')
    expect((await save({ assessors: ['cert'], deciders: ['cert'], closers: ['admin'] })).status).toBe(422)
    expect(await version()).toBe(before)
    expect(
      (await client.post('/innstillinger/mottakere-privacyDeviation', { version: before, queue: 'cert', address: 'ikke en adresse' }))
        .status,
    ).toBe(422)
    expect(await version()).toBe(before)
  })

  it('two who change different parts keep both; the same question changed by both is asked about', async () => {
    const client = await app.as('sandnes-administrator')
    const openedIn = async (part: string) => {
      const { text } = await client.get(`/innstillinger/${part}`)
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]?.replaceAll('&quot;', '"') ?? ''
      return { version: hidden('version'), opened: hidden('opened') }
    }
    const profile = () => app.ctx('sandnes-administrator', profileOf)
    const [letters, again] = [await openedIn('sendere'), await openedIn('sendere')]
    const reminders = { ...(await openedIn('paminnelser')), first: '12', second: '48', third: '12', draft: '24' }
    expect((await client.post('/innstillinger/paminnelser', reminders)).location).toBe('/innstillinger')
    const first = { ...letters, senders: ['dpo'], drafters: ['dpo'], signers: ['controller'], sami: 'no' }
    expect((await client.post('/innstillinger/sendere', first)).location).toBe('/innstillinger')
    expect((await profile()).authority).toMatchObject({ remindAtHoursLeft: [48, 12], senders: ['dpo'] })
    // Each role that is chosen stands for itself: what both added is there.
    const second = { ...again, senders: ['gdprUnit', 'ciso'], drafters: ['dpo'], signers: ['controller'], sami: 'no' }
    expect((await client.post('/innstillinger/sendere', second)).location).toBe('/innstillinger')
    expect([...(await profile()).authority.senders].sort()).toEqual(['ciso', 'dpo'])

    const [one, other] = [await openedIn('tittel-ciso'), await openedIn('tittel-ciso')]
    const title = { nn: 'tryggleikssjef', en: 'security manager' }
    expect((await client.post('/innstillinger/tittel-ciso', { ...one, ...title, nb: 'sikkerhetssjef' })).location).toBe('/innstillinger')
    const met = await client.post('/innstillinger/tittel-ciso', { ...other, ...title, nb: 'CISO' })
    expect(met.status).toBe(409)
    expect(met.text).toContain('Lagret nå')
    expect((await profile()).titles.ciso.nb).toBe('sikkerhetssjef')
  })

  it('a title is the organisation’s own everywhere, and the log says which part was changed', async () => {
    const { save, client } = await dialogue('oslomet-administrator', 'tittel-dpo')
    expect((await save({ nb: 'personvernombudet vårt', nn: 'personvernombodet vårt', en: 'our officer' })).location).toBe('/innstillinger')
    expect((await client.get('/innstillinger')).text).toContain('personvernombudet vårt')
    const text = await dialogue('oslomet-administrator', 'tekst-urgency')
    expect((await text.save({ nb: 'straks', nn: '', en: 'now' })).status).toBe(422)
    expect((await text.save({ nb: 'straks', nn: 'straks', en: 'now' })).location).toBe('/innstillinger')
    const log = (await client.get('/logg?hva=oppsett')).text
    expect(log).toContain('Oppsettet endret (versjon 2): hva rollene heter')
    expect(log).toContain('Oppsettet endret (versjon 3): hvor raskt avvik skal meldes')
  })

  it('S4-129 of which reports the data protection officer is told is chosen in the settings; the log says who changed it', async () => {
    const { save, client } = await dialogue('uio-administrator', 'personvernombudet')
    expect((await client.get('/innstillinger')).text).toContain('href="/innstillinger/personvernombudet"')
    expect((await save({ notifyDpo: 'noen' })).status).toBe(422)
    const officer = await app.as('uio-personvernombud')
    const toldOf = async (serious: 'yes' | 'no') => {
      const id = await app.ctx('uio-ansatt', async (ctx) => {
        const values = {
          ...emptyValues(reportFields),
          ...{ caseType: 'privacyDeviation' as const, personalData: 'yes' as const, serious, affectedUnit: ctx.actor.unitId },
          ...{ categories: ['MISSENT_EMAIL' as const], whatHappened: 'Et brev.', discoveredAt: new Date(ctx.now.getTime() - 3_600_000) },
        }
        const sent = await sendReport(ctx, newId(ctx.now), 'form', values)
        if (!sent.ok) throw new Error(`${sent.why} ${sent.fields.join()}`)
        return sent.next.id
      })
      return (await officer.get('/varsler')).text.includes(`/avvik/${id}`)
    }
    expect([await toldOf('no'), await toldOf('yes')]).toEqual([false, false])
    expect((await save({ notifyDpo: 'serious' })).location).toBe('/innstillinger')
    expect([await toldOf('no'), await toldOf('yes')]).toEqual([false, true])
    expect((await save({ notifyDpo: 'all' })).location).toBe('/innstillinger')
    expect([await toldOf('no'), await toldOf('yes')]).toEqual([true, true])
    const log = (await client.get('/logg?hva=oppsett')).text
    const line = log.slice(log.indexOf('når personvernombudet får varsel')).split('</li>')[0] ?? ''
    expect(line).toContain('Administrator, UiO')
    expect((await (await app.as('uio-universitetsdirektor')).get('/innstillinger/personvernombudet')).status).toBe(403)
  })

  /** Set-up says that everything can be changed later: who receives, assesses together, decides, signs, is reminded, and the words. */
  it('S4-139 those who assess together are chosen in the settings, for new cases and not for one that has begun', async () => {
    const { save, client } = await dialogue('sandnes-administrator', 'felles-vurdering')
    const jointly = async () => (await app.ctx('sandnes-administrator', profileOf)).assessment.jointly
    expect((await client.get('/innstillinger')).text).toContain('href="/innstillinger/felles-vurdering"')
    expect((await client.get('/innstillinger/felles-vurdering')).text).toMatch(
      /<input[^>]*checked[^>]*value="systemOwner"|value="systemOwner"[^>]*checked/,
    )
    expect((await save({ jointly: ['systemOwner', 'dpo', 'cert'] })).location).toBe('/innstillinger')
    expect(await jointly()).toEqual(['dpo', 'systemOwner', 'cert'])
    expect((await save({})).location).toBe('/innstillinger')
    expect(await jointly()).toEqual([])
    expect((await client.get('/innstillinger')).text).toContain('vurderer alene')
    expect((await save({ jointly: ['admin'] })).status).toBe(422)
    expect((await client.get('/logg?hva=oppsett')).text).toContain('hvem vurderer sammen')
  })

  it('S1-19 S4-040 the links of the profile are where deviations are reported: of the web, with what they lead to, and the organisation’s to change', async () => {
    const page = async (slug: string) => (await (await app.as(slug)).get('/avvik/ny')).text
    expect(await page('oslomet-ansatt')).toMatch(
      /<a[^>]*href="https:\/\/www\.sikresiden\.no\/"[^>]*rel="noreferrer external"[^>]*>sikresiden\.no: Si fra/,
    )
    expect(await page('sandnes-ansatt')).toContain('Pulsen, under Hjelp i jobben')
    expect(await page('sauda-ansatt')).not.toContain('Sjå òg')
    const { save, client } = await dialogue('sandnes-administrator', 'lenker')
    const written = { firstText: 'Pulsen: Hjelp i jobben', firstAddress: 'https://pulsen.example/hjelp-i-jobben' }
    for (const firstAddress of [
      'javascript:alert(1)',
      'ftp://pulsen.example',
      'pulsen',
      'https://en:to@pulsen.example/',
      'https:pulsen.example',
    ]) {
      const refused = await save({ ...written, firstAddress })
      expect([refused.status, refused.text.includes('href="#firstAddress"')], firstAddress).toEqual([422, true])
    }
    expect((await save({ ...written, firstText: '' })).text).toContain('Skriv hva lenken fører til.')
    expect((await save(written)).location).toBe('/innstillinger')
    expect(await page('sandnes-ansatt')).toMatch(/href="https:\/\/pulsen\.example\/hjelp-i-jobben"[^>]*>Pulsen: Hjelp i jobben/)
    expect((await client.get('/logg?hva=oppsett')).text).toContain('lenker der avvik meldes')
  })

  it('the organisation writes its own words, in each language by itself; empty is the standard text, and a number that is somebody’s is refused', async () => {
    const report = await dialogue('oslomet-administrator', 'tekst-melding')
    const officer = await app.as('oslomet-ansatt')
    expect((await report.client.get('/innstillinger')).text).toContain('ingen egen tekst')
    const stopped = await report.save({
      nb: `Ring 41 81 00 00 om det haster. Mitt nummer er ${synthetic}.`,
      nn: '',
      en: '',
    })
    expect(stopped.status).toBe(422)
    expect(stopped.text).toMatch(/href="#nb">[^<]*Ta ut fødselsnummeret/)
    expect((await report.save({ nb: 'Ring 41 81 00 00 om det haster.', nn: '', en: 'Call 41 81 00 00.' })).location).toBe('/innstillinger')
    expect((await officer.get('/avvik/ny')).text).toContain('Ring 41 81 00 00 om det haster.')
    await officer.post('/sprak', { sprak: 'nn', til: '/' })
    expect((await officer.get('/avvik/ny')).text).not.toContain('41 81 00 00')
    const foot = await dialogue('oslomet-administrator', 'tekst-dokument')
    await foot.save({ nb: 'OsloMet – storbyuniversitetet.', nn: '', en: '' })
    const at = (language: 'nb' | 'nn') => app.ctx('oslomet-administrator', (ctx) => letterheadFor(ctx, language))
    expect([(await at('nb')).footer, (await at('nn')).footer]).toEqual(['OsloMet – storbyuniversitetet.', null])
    expect((await foot.client.get('/logg?hva=oppsett')).text).toContain('tekst nederst på dokumenter')
  })

  it('what differs from the setup and what each version changed is read in words, and a case keeps the version it began with', async () => {
    const { save, client } = await dialogue('uio-administrator', 'plikter')
    const page = async () => (await client.get('/innstillinger/versjoner')).text
    const before = (await app.ctx('uio-administrator', profileOf)).assessment.dutyTable
    expect(before.low.authority).toBe('exception')
    expect((await save({ unlikely: 'exception', low: 'yes', mediumSubjects: 'yes', manyPersons: '200' })).location).toBe('/innstillinger')
    const read = await page()
    expect(read).toContain('Hva som følger av risikoen: Lav risiko: skal Datatilsynet ha melding?')
    expect(read).toMatch(/Slik er forslaget[\s\S]*Ja, med mindre det er nesten sikkert[\s\S]*Ja, alltid/)
    expect(read).toContain('da virksomheten ble satt opp')
    const first = await app.ctx('uio-administrator', (ctx) => profileAt(ctx, 1))
    expect(first.assessment.dutyTable).toEqual(before)
    // What the law demands is not a choice.
    expect((await save({ unlikely: 'yes', low: 'no', mediumSubjects: 'no', manyPersons: '200' })).status).toBe(422)
    expect((await (await app.as('uio-universitetsdirektor')).get('/innstillinger/versjoner')).status).toBe(403)
  })

  it('the language that was chosen at set-up can be changed', async () => {
    const { save } = await dialogue('uio-administrator', 'sprak')
    expect((await save({ locale: 'en' })).status).toBe(422)
    expect((await save({ locale: 'nn' })).location).toBe('/innstillinger')
    expect((await app.ctx('uio-administrator', profileOf)).locale).toBe('nn')
  })

  it('whatever a preset sends work to or says is in a part that can be changed', async () => {
    const rolesIn = (value: unknown, at: string): readonly string[] =>
      Array.isArray(value)
        ? [at]
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([name, one]) => rolesIn(one, at ? `${at}.${name}` : name))
          : []
    const all = [...new Set(Object.values(profiles).flatMap((profile) => rolesIn(profile, '')))]
    const touched = new Set<string>()
    for (const setting of settingsIn(app.house.profileParts).values()) {
      const before = profiles.sandnes
      const empty = Object.fromEntries(
        Object.entries(setting.fields).map(([name, field]) => [name, field.kind === 'choices' ? [] : field.kind === 'whole' ? 1 : 'nn']),
      )
      const after = setting.write(before, empty as never)
      for (const at of all) {
        const read = (profile: object) =>
          JSON.stringify(at.split('.').reduce<unknown>((one, name) => (one as Record<string, unknown>)[name], profile))
        if (read(after) !== read(before)) touched.add(at)
      }
    }
    expect(all.filter((at) => !touched.has(at))).toEqual([])
  })
})
