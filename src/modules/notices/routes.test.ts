import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { assessCase, openCase, stored } from '../../../test/support/cases.ts'
import { describeExample } from '../../../test/support/database.ts'
import { localInput } from '../../kernel/calendar/calendar.ts'
import type { Preset } from '../../kernel/profile.ts'
import { decideOnSubjects } from '../deviation/assessment/commands.ts'
import { profileOf } from '../deviation/public.ts'
import { saveProfile } from '../organisation/factory.ts'
import { saveDetails } from '../organisation/public.ts'
import { wholeMessage, wholeNotice } from './factory.ts'

const hours = (at: Date, n: number) => new Date(at.getTime() + n * 3_600_000)
const form = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])))
/** What a reader sees: the text of a page without its marks. */
const seen = (html: string) =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .replace(/\s+/g, ' ')

describeExample('The pages of notices', (db) => {
  let app: TestApp
  const people = {} as Record<'ombud' | 'ansatt' | 'gdpr' | 'gdpr2' | 'sandnesOmbud' | 'direktor' | 'sikkerhet' | 'ciso', Client>
  const slugs = {
    ombud: 'sauda-personvernombud',
    ansatt: 'sauda-ansatt',
    gdpr: 'sandnes-personvern-gdpr',
    gdpr2: 'sandnes-personvern-gdpr-2',
    sandnesOmbud: 'sandnes-personvernombud',
    direktor: 'sandnes-kommunedirektor',
    ciso: 'sandnes-informasjonssikkerhetssjef',
    sikkerhet: 'oslomet-sikkerhet',
  } as const
  /** Everyone signs in: a session does not live through hours. */
  const signIn = async () => {
    for (const [name, slug] of Object.entries(slugs)) people[name as keyof typeof people] = await app.as(slug)
  }
  /** Some hours later, and back. */
  const later = async (n: number, work: () => Promise<void>) => {
    const before = app.clock.now
    app.clock.now = hours(before, n)
    try {
      await signIn()
      await work()
    } finally {
      app.clock.now = before
      await signIn()
    }
  }
  beforeAll(async () => {
    app = await testApp(db())
    await signIn()
  }, 120_000)
  afterAll(() => app.stop())

  const owed = async (preset: Preset, level: 'medium' | 'high' = 'medium') => {
    const id = await openCase(app, preset, { affectedKnown: 'exact', affectedCount: 40 })
    const effects = preset === 'sandnes' ? ({ effectAstray: 'yes', effectChanged: 'no', effectLost: 'no' } as const) : {}
    await assessCase(app, preset, id, { level, levelReason: 'Mange.', largeScale: 'no', newTechnology: 'no', ...effects })
    return id
  }
  const make = async (who: Client, id: string, kind: string) => {
    const answer = await who.post(`/avvik/${id}/datatilsynet`, { kind })
    expect(answer.status).toBe(303)
    return answer.location ?? ''
  }
  const whole = async (who: Client, id: string, kind = 'complete') => {
    const at = await make(who, id, kind)
    const saved = await who.post(at, { version: '1', ...form(wholeNotice) })
    expect([saved.status, saved.status === 303 ? '' : seen(/ds-error-summary[\s\S]*?<\/ul>/.exec(saved.text)?.[0] ?? saved.text)]).toEqual([
      303,
      '',
    ])
    return at
  }
  const now = () => localInput(app.clock.now)
  const sending = (over: object = {}) => form({ version: 2, sentAt: now(), access: 'public', reference: 'AR1', ...over })

  describe('Datatilsynet', () => {
    test('S3-16 S3-17 only the DPO of Sauda sees how to make and register the notice; every field can be copied', async () => {
      const id = await owed('sauda')
      const track = await people.ombud.get(`/avvik/${id}/datatilsynet`)
      expect(track.text).toContain('value="complete"')
      expect(track.text).toContain('https://www.altinn.no/')
      const at = await whole(people.ombud, id)
      const sheet = await people.ombud.get(at)
      expect(seen(sheet.text)).toContain('Alle 19 felta er klare')
      expect(sheet.text).toContain(`${at}/sending`)
      for (const [name, text] of Object.entries(wholeNotice))
        if (text) {
          expect(sheet.text).toContain(`data-copy-target="svar-${name}"`)
          expect(sheet.text).toContain(text)
        }
      for (const path of [`/avvik/${id}/datatilsynet`, at, `${at}/sending`]) expect((await people.ansatt.get(path)).status).toBe(404)
      expect((await people.ansatt.post(`${at}/sending`, sending())).status).toBe(404)
    })

    test('the case has one row for Datatilsynet and one for those affected, with what was sent in them, and no third for both', async () => {
      const id = await owed('sauda')
      const at = await whole(people.ombud, id)
      const page = (await people.ombud.get(`/avvik/${id}`)).text
      const rows = page.split('<details class="v-places__one"').slice(1)
      const heading = (row: string) => /<h2[^>]*>([^<]*)/.exec(row)?.[1]
      expect(rows.filter((row) => row.includes(`href="${at}"`)).map(heading)).toEqual(['Datatilsynet'])
      expect(rows.map(heading).filter((title) => /Datatilsynet|råka/.test(title ?? ''))).toEqual(['Datatilsynet', 'Dei råka'])
    })

    test('S4-135 members of Personvern GDPR can; the DPO, the director and the security manager read, and cannot', async () => {
      const id = await owed('sandnes')
      for (const who of [people.sandnesOmbud, people.direktor, people.ciso]) {
        const page = await who.get(`/avvik/${id}/datatilsynet`)
        expect(page.status).toBe(200)
        expect(page.text).not.toContain('value="complete"')
        expect((await who.post(`/avvik/${id}/datatilsynet`, { kind: 'complete' })).status).toBe(403)
      }
      const at = await whole(people.gdpr, id)
      const read = await people.sandnesOmbud.get(at)
      expect(read.status).toBe(200)
      expect(read.text).not.toContain(`${at}/sending`)
      expect((await people.sandnesOmbud.get(`${at}/sending`)).status).toBe(403)
      expect((await people.sandnesOmbud.get(`${at}?endre`)).status).toBe(403)
      expect((await people.sandnesOmbud.post(`${at}/sending`, sending())).status).toBe(403)
      expect((await people.gdpr2.get(`${at}/sending`)).status).toBe(200)
      expect((await people.gdpr2.post(`${at}/sending`, sending())).status).toBe(303)
    })

    test('S4-134 the instruction of the profile is shown, with its link; changed, the new one is shown', async () => {
      const id = await owed('sandnes')
      const shown = async () => (await people.gdpr.get(`/avvik/${id}/datatilsynet`)).text
      expect(await shown()).toContain('Følg instruksen for melding til Datatilsynet')
      await app.ctx('sandnes-administrator', async (ctx) => {
        const profile = await profileOf(ctx)
        const instruction = { nb: 'Ring vakttelefonen først.', nn: 'Ring vakttelefonen fyrst.', en: 'Call first.' }
        const changed = { ...profile, authority: { ...profile.authority, instruction, link: 'https://www.datatilsynet.no/avvik' } }
        const saved = await saveProfile(ctx, changed)
        expect(saved.ok).toBe(true)
      })
      expect(await shown()).toContain('Ring vakttelefonen først.')
      expect(await shown()).toContain('https://www.datatilsynet.no/avvik')
      expect(await shown()).not.toContain('Følg instruksen for melding')
      for (const [sprak, words] of [
        ['nn', 'Ring vakttelefonen fyrst.'],
        ['en', 'Call first.'],
        ['nb', 'Ring vakttelefonen først.'],
      ] as const) {
        await people.gdpr.post('/sprak', { sprak, til: '/' })
        expect(await shown()).toContain(words)
      }
    })

    test('S4-136 after 72 hours the reason is asked for, and the case says that it was late', async () => {
      const id = await owed('sandnes')
      const at = await whole(people.gdpr, id)
      expect((await people.gdpr.get(`${at}/sending`)).text).not.toContain('name="lateReason"')
      // It was most likely sent just now.
      expect((await people.gdpr.get(`${at}/sending`)).text).toContain(`name="sentAt" value="${localInput(app.clock.now)}"`)
      await later(63, async () => {
        expect((await people.gdpr.get(`/avvik/${id}/datatilsynet`)).text).toContain('data-state="overdue"')
        expect((await people.gdpr.get(`${at}/sending`)).text).toContain('name="lateReason"')
        const refused = await people.gdpr.post(`${at}/sending`, sending())
        expect(refused.status).toBe(422)
        expect(seen(refused.text)).toContain('Meldingen er sendt etter fristen. Skriv hvorfor.')
        expect(refused.text).toContain('AR1')
        expect((await people.gdpr.post(`${at}/sending`, sending({ lateReason: 'Omfanget ble kjent sent.' }))).status).toBe(303)
        const late = await people.gdpr.get(`/avvik/${id}/datatilsynet`)
        expect(late.text).toContain('data-state="late"')
        expect(late.text).not.toContain('data-state="overdue"')
        expect(seen(late.text)).toContain('Meldt etter fristen')
      })
    })

    test('S4-137 an exemption is refused in Sandnes, and the text is read for personal data', async () => {
      const id = await owed('sandnes')
      const at = await whole(people.gdpr, id)
      expect((await people.gdpr.get(`${at}/sending`)).text).not.toContain('value="exempt"')
      const refused = await people.gdpr.post(`${at}/sending`, sending({ access: 'exempt', accessGround: 'offl. § 13' }))
      expect(refused.status).toBe(422)
      expect(seen(refused.text)).toContain('skal ikke unntas fra innsyn')
      expect(seen((await people.gdpr.get(at)).text)).not.toContain('Se over disse feltene')
      await people.gdpr.post(at, { version: '2', whatHappened: 'Det gjelder 15838530181.' })
      const sheet = await people.gdpr.get(at)
      expect(seen(sheet.text)).toMatch(/Se over disse feltene: Hva som har skjedd/)
      expect((await people.gdpr.get(`${at}?endre`)).text).toContain('whatHappened-guard')

      const elsewhere = await owed('sauda')
      const other = await whole(people.ombud, elsewhere)
      expect((await people.ombud.get(`${other}/sending`)).text).toContain('value="exempt"')
      expect((await people.ombud.post(`${other}/sending`, sending({ access: 'exempt', accessGround: 'offl. § 13' }))).status).toBe(303)
    })

    test('an identity number in a public notice: each part that holds one is named, with a link to where it is written', async () => {
      const id = await owed('sandnes')
      const at = await whole(people.gdpr, id)
      await people.gdpr.post(at, { version: '2', whatHappened: 'Det gjelder 15838530181.' })
      const refused = await people.gdpr.post(`${at}/sending`, sending({ version: '3', lateReason: 'Vi ventet på 15838530181.' }))
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(`href="${at}?endre#whatHappened"`)
      expect(refused.text).toContain('href="#lateReason"')
      expect((await people.gdpr.get(`${at}?endre`)).text).toContain('id="whatHappened"')
    })

    test('the organisation itself stands in the notice, ready to copy; what is missing is told to those who may mend it', async () => {
      const id = await owed('sauda')
      const at = await make(people.ombud, id, 'complete')
      const sheet = await people.ombud.get(at)
      expect(sheet.text).toMatch(/id="svar-virksomhet-number"[^>]*>300\u00a0000\u00a0037/)
      expect(seen(sheet.text)).not.toContain('Opplysningar om verksemda manglar')
      const details = { number: null, address: null, telephone: '00 00 00 00', email: null }
      await app.ctx('sauda-administrator', (ctx) => saveDetails(ctx, null, details))
      const told = await people.ombud.get(at)
      expect(seen(told.text)).toContain('Dette manglar og kjem ikkje med i brevhovudet: organisasjonsnummer og postadresse.')
      expect(seen(told.text)).toContain('Be administratoren')
      expect(told.text).not.toContain('href="/innstillinger/virksomheten"')
    })

    test('S1-50 a preliminary notice: met, preliminary, with what is owed', async () => {
      const id = await owed('oslomet')
      const at = await make(people.sikkerhet, id, 'preliminary')
      expect(seen((await people.sikkerhet.get(at)).text)).toMatch(/\d+ av 19 felt er klare/)
      const values = { version: '1', ...form({ ...wholeNotice, consequences: null }), stepwise: 'Mer kommer.' }
      const half = await people.sikkerhet.post(at, { ...values, 'owed0.what': 'Antallet', 'owed0.dueOn': '' })
      expect(half.status).toBe(422)
      expect(half.text).toContain('value="Antallet"')
      const noSuchDay = await people.sikkerhet.post(at, { ...values, 'owed0.what': 'Antallet', 'owed0.dueOn': '2026-02-30' })
      expect(noSuchDay.status).toBe(422)
      expect(noSuchDay.text).toMatch(/href="#owed0\.dueOn">[^<]*«Innen»/)
      expect((await people.sikkerhet.post(at, { ...values, 'owed0.what': 'Antallet', 'owed0.dueOn': '2026-04-30' })).status).toBe(303)
      expect((await people.sikkerhet.post(`${at}/sending`, sending())).status).toBe(303)
      const track = seen((await people.sikkerhet.get(`/avvik/${id}/datatilsynet`)).text)
      expect(track).toContain('Fristen er holdt (foreløpig)')
      expect(track).toContain('Dette skal ettersendes')
      expect(track).toContain('Antallet')

      const more = await make(people.sikkerhet, id, 'supplementary')
      const page = await people.sikkerhet.get(`${more}/sending`)
      const owedId = /name="supplies"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="supplies"/.exec(page.text)
      const supplies = owedId?.[1] ?? owedId?.[2] ?? ''
      await people.sikkerhet.post(more, { version: '1', consequences: 'Tap av kontroll.' })
      expect((await people.sikkerhet.post(`${more}/sending`, sending({ supplies }))).status).toBe(303)
      expect(seen((await people.sikkerhet.get(`/avvik/${id}/datatilsynet`)).text)).toContain('Alt som var lovet, er sendt.')
    })

    test('S4-159 the complete notice warns while the documentation is open, and is sent all the same', async () => {
      const id = await owed('sauda')
      const at = await whole(people.ombud, id)
      expect(seen((await people.ombud.get(at)).text)).toContain('Dokumentasjonen av brotet er ikkje ferdig')
      expect(seen((await people.ombud.get(`${at}/sending`)).text)).toContain('Dokumentasjonen av brotet er ikkje ferdig')
      expect((await people.ombud.post(`${at}/sending`, sending())).status).toBe(303)
    })

    test('S3-17 what is missing is marked and linked to where it is mended', async () => {
      const id = await owed('sauda')
      const at = await make(people.ombud, id, 'complete')
      const sheet = await people.ombud.get(at)
      expect(seen(sheet.text)).toMatch(/\d+ av 19 felt er klare/)
      expect(sheet.text).toContain(`/avvik/${id}/melding#consequencesSubjects`)
      expect(sheet.text).toContain(`/avvik/${id}/tiltak`)
      const refused = await people.ombud.post(`${at}/sending`, sending({ version: 1 }))
      expect(refused.status).toBe(422)
      expect(seen(refused.text)).toContain('Moglege konsekvensar for dei råka er ikkje fylt ut.')
      expect(refused.text).toContain(`href="${at}?endre#consequences">Moglege konsekvensar for dei råka er ikkje fylt ut.`)
    })

    test('S4-161 part 7 shows the state of the message to those affected', async () => {
      const id = await owed('sauda', 'high')
      const at = await make(people.ombud, id, 'complete')
      const sheet = await people.ombud.get(at)
      expect(seen(sheet.text)).toContain('Dei råka skal informerast. Brevet er ikkje starta på enno.')
      expect(sheet.text).toContain(`/avvik/${id}/berorte`)
    })

    test('S3-18 a copy: a processor is taken, a data subject answered with why not', async () => {
      const id = await owed('sauda')
      const at = await whole(people.ombud, id)
      expect((await people.ombud.get(`${at}/kopier`)).status).toBe(303)
      await people.ombud.post(`${at}/sending`, sending())
      const copy = (over: object) =>
        people.ombud.post(`${at}/kopier`, form({ party: 'Leverandøren AS', partyRole: 'processor', sentAt: now(), ...over }))
      const refused = await copy({ partyRole: 'dataSubject' })
      expect(refused.status).toBe(422)
      expect(seen(refused.text)).toContain('Dei får sitt eige brev')
      expect(refused.text).toContain('value="Leverandøren AS"')
      for (const bad of [{ party: 'x'.repeat(201) }, { partyRole: 'hest' }, { sentAt: 'i går' }, { party: '' }])
        expect((await copy(bad)).status).toBe(422)
      expect((await copy({})).status).toBe(303)
      expect(seen((await people.ombud.get(`/avvik/${id}/datatilsynet`)).text)).toContain('Leverandøren AS (databehandlar)')
    })

    test('S3-21 S4-142 S4-159 letters and contacts: what is missing is said until it comes, orders are followed', async () => {
      const id = await owed('sauda')
      const base = `/avvik/${id}/datatilsynet`
      const at = await whole(people.ombud, id)
      const letter = (over: object) => people.ombud.post(`${base}/brev`, form({ at: now(), content: 'Tekst fra tilsynet', ...over }))
      expect((await letter({ kind: 'answer' })).status).toBe(422)
      await people.ombud.post(`${at}/sending`, sending())
      expect(seen((await people.ombud.get(base)).text)).toContain('Svar manglar')
      for (const bad of [
        {},
        { kind: 'hest' },
        { kind: 'order' },
        { kind: 'contact' },
        { kind: 'answer', at: '2027-01-01T10:00' },
        { kind: 'answer', at: 'x' },
      ])
        expect([bad, (await letter(bad)).status]).toEqual([bad, 422])
      expect((await letter({ kind: 'answer', content: 'x'.repeat(8001) })).status).toBe(422)
      for (const good of [
        { kind: 'receipt' },
        { kind: 'answer' },
        { kind: 'order', dueOn: '2026-04-01' },
        { kind: 'contact', question: 'Er det et brudd?' },
      ])
        expect([good, (await letter(good)).status]).toEqual([good, 303])
      const track = await people.ombud.get(base)
      expect(seen(track.text)).not.toContain('manglar')
      expect(seen(track.text)).toContain('Spørsmål: Er det et brudd? Svar: Tekst fra tilsynet')
      const follow = /href="([^"]*\/oppfolging)"/.exec(track.text)?.[1] ?? ''
      expect(seen((await people.ombud.get(follow)).text)).toContain('Dokumentasjonen av brotet er ikkje ferdig')
      expect((await people.ombud.post(follow, form({ followedAt: now() }))).status).toBe(422)
      expect((await people.ombud.post(follow, form({ followedAt: now(), followedHow: 'Rutinen er endra.' }))).status).toBe(303)
      expect(seen((await people.ombud.get(base)).text)).toContain('Rutinen er endra.')
      // On the case itself: when, who, what was asked and what was answered; and in its events, without the words.
      const page = (await people.ombud.get(`/avvik/${id}`)).text
      expect(seen(page)).toContain(
        'Kontakt med Datatilsynet 02.03.2026 kl. 09.00 · Personvernombod, Sauda Spørsmål: Er det et brudd? Svar: Tekst fra tilsynet',
      )
      expect(seen(page.slice(page.indexOf('id="hendelser"')))).toContain(
        'Registrert: Kontakt med Datatilsynet, måndag 2. mars 2026 kl. 09.00',
      )
    })

    test('two who edit: the second sees both, and nothing is lost', async () => {
      const id = await owed('sauda')
      const at = await make(people.ombud, id, 'complete')
      await people.ombud.post(at, { version: '1', consequences: 'Den første.' })
      const second = await people.ombud.post(at, { version: '1', consequences: 'Den andre.' })
      expect(second.status).toBe(409)
      expect(second.text).toContain('Den første.')
      expect(second.text).toContain('Den andre.')
    })

    test('bad input is answered, never taken: too long, turned about, times that do not exist', async () => {
      const id = await owed('sauda')
      const at = await make(people.ombud, id, 'complete')
      for (const name of Object.keys(wholeNotice)) {
        const answer = await people.ombud.post(at, { version: '1', [name]: 'x'.repeat(9000) })
        expect([name, answer.status]).toEqual([name, 422])
        expect((await people.ombud.post(at, { version: '1', [name]: 'a\u202eb' })).status).toBe(422)
      }
      for (const sentAt of ['', 'x', '2026-02-30T10:00', '2026-03-29T02:30', '2027-01-01T10:00'])
        expect([sentAt, (await people.ombud.post(`${at}/sending`, sending({ version: 1, sentAt }))).status]).toEqual([sentAt, 422])
      expect((await people.ombud.post(`${at}/sending`, sending({ version: 1, access: 'hest' }))).status).toBe(422)
      expect((await people.ombud.post(`${at}/sending`, sending({ version: 1, reference: 'x'.repeat(200) }))).status).toBe(422)
      expect((await people.ombud.post(`/avvik/${id}/datatilsynet`, { kind: 'hest' })).location).toBe(`/avvik/${id}/datatilsynet`)
      for (const path of ['x', 'x.pdf', '00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000000.pdf'])
        expect((await people.ombud.get(`/avvik/${id}/datatilsynet/${path}`)).status).toBe(404)
    })

    test('the document: a draft before, the kept file after, its pages as pictures', async () => {
      const id = await owed('sauda')
      const at = await whole(people.ombud, id)
      const pdf = await people.ombud.get(`${at}.pdf`)
      expect(pdf.headers.get('content-type')).toBe('application/pdf')
      const svg = await people.ombud.get(`${at}/1.svg`)
      expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
      expect((await people.ombud.get(`${at}/99.svg`)).status).toBe(404)
      expect((await people.ansatt.get(`${at}.pdf`)).status).toBe(404)
      await people.ombud.post(`${at}/sending`, sending())
      const kept = await people.ombud.get(`${at}.pdf`)
      await later(5, async () => expect((await people.ombud.get(`${at}.pdf`)).text).toBe(kept.text))
      expect(kept.text).not.toBe(pdf.text)
      expect((await people.ombud.post(at, { version: '3', consequences: 'Endret.' })).status).toBe(422)
    })

    test('a draft is put away, and another begun', async () => {
      const id = await owed('sauda')
      const at = await make(people.ombud, id, 'complete')
      expect((await people.ombud.post(`${at}/forkasting`, { version: '1' })).location).toBe(`/avvik/${id}/datatilsynet`)
      expect(await make(people.ombud, id, 'preliminary')).not.toBe(at)
    })
  })

  describe('those affected', () => {
    test('S4-128 S4-143 S4-144 S4-145 from the age of the task to sent', async () => {
      const id = await owed('sandnes', 'high')
      const base = `/avvik/${id}/berorte`
      await later(5, async () => {
        expect(seen((await people.sandnesOmbud.get(base)).text)).toContain('Oppgaven har stått åpen i 5 timer.')
        expect((await people.gdpr.post(base, { language: 'nb' })).status).toBe(403)
        const at = (await people.sandnesOmbud.post(base, { language: 'nb' })).location ?? ''
        expect((await people.sandnesOmbud.post(base, { language: 'nb' })).location).toBe(base)
        expect(seen((await people.sandnesOmbud.get(at)).text)).toContain('Mangler: «Mulige konsekvenser for deg»')
        expect((await people.sandnesOmbud.post(at, { version: '1', ...form(wholeMessage) })).status).toBe(303)

        expect((await people.sandnesOmbud.get(at)).text).not.toContain(`${at}/signatur`)
        expect((await people.sandnesOmbud.post(`${at}/signatur`, { version: '2' })).status).toBe(403)
        const early = await people.sandnesOmbud.post(
          `${at}/sending`,
          form({ version: 2, channels: 'email', reach: 'Alle', told: 'unknown', sentAt: now() }),
        )
        expect(early.status).toBe(422)
        expect(seen(early.text)).toContain('Brevet er ikke signert ennå.')

        expect((await people.direktor.get(at)).text).toContain(`${at}/signatur`)
        expect((await people.direktor.post(`${at}/signatur`, { version: '2' })).status).toBe(303)
        expect(seen((await people.sandnesOmbud.get(at)).text)).toMatch(/Signert av Kommunedirektør, Sandnes[, ]+02\.03\.2026 kl\. 14\.00/)
        expect((await people.sandnesOmbud.get(`${at}?endre`)).status).toBe(303)
        const edit = await people.sandnesOmbud.post(at, { version: '3', ...form({ ...wholeMessage, advice: 'Bytt passord.' }) })
        expect(edit.status).toBe(422)
        expect(seen(edit.text)).toContain('Trekk signaturen')
        expect((await people.sandnesOmbud.post(`${at}/signatur/trekk`, { version: '3' })).status).toBe(303)
        expect((await people.sandnesOmbud.post(at, { version: '4', ...form({ ...wholeMessage, advice: 'Bytt passord.' }) })).status).toBe(
          303,
        )
        expect((await people.direktor.post(`${at}/signatur`, { version: '5' })).status).toBe(303)

        const send = (over: object) => {
          const { channels = ['email', 'pressRelease', 'otherWritten'], ...rest } = { ...over } as { channels?: readonly string[] }
          return people.sandnesOmbud.post(`${at}/sending`, {
            ...form({ version: 6, reach: 'Alle på listen', told: 'count', toldCount: 40, sentAt: now(), ...rest }),
            channels,
          })
        }
        for (const bad of [
          { channels: [] },
          { channels: ['hest'] },
          { reach: null },
          { told: null },
          { toldCount: 'mange' },
          { toldCount: -1 },
          { toldCount: null },
          { sentAt: null },
          { sentAt: '2027-01-01T10:00' },
        ])
          expect([bad, (await send(bad)).status]).toEqual([bad, 422])
        expect((await send({})).status).toBe(303)
        const page = seen((await people.sandnesOmbud.get(at)).text)
        expect(page).toContain('E-post, Pressemelding, Skriftlig på annen måte')
        expect(page).toContain('Bytt passord.')
        expect((await stored(app, 'sandnes', id)).subjectsTrack).toBe('informed')
        expect((await people.sandnesOmbud.get(`${at}.pdf`)).headers.get('content-type')).toBe('application/pdf')
        expect((await people.sandnesOmbud.get(`${at}/1.svg`)).status).toBe(200)
      })
    })

    test('S1-41 a decision not to inform is shown with its ground and reason, and no message is begun', async () => {
      const id = await owed('sauda', 'high')
      const decided = await app.ctx('sauda-personvernombud', (ctx) =>
        decideOnSubjects(ctx, id, null, 'notInform', 'unintelligible', 'Alt var kryptert.'),
      )
      expect(decided.ok).toBe(true)
      const page = await people.ombud.get(`/avvik/${id}/berorte`)
      expect(seen(page.text)).toContain('art. 34 nr. 3 bokstav a')
      expect(seen(page.text)).toContain('Alt var kryptert.')
      expect(page.text).not.toContain('name="language"')
      expect((await people.ombud.post(`/avvik/${id}/berorte`, { language: 'nn' })).location).toBe(`/avvik/${id}/berorte`)
    })

    test('bad input is answered; a stale save shows both; an unknown language makes nothing', async () => {
      const id = await owed('sandnes', 'high')
      const base = `/avvik/${id}/berorte`
      for (const language of ['se', 'fr']) expect((await people.sandnesOmbud.post(base, { language })).location).toBe(base)
      expect((await people.sandnesOmbud.get(base)).text).not.toContain('nordsamisk')
      const at = (await people.sandnesOmbud.post(base, { language: 'en' })).location ?? ''
      for (const name of Object.keys(wholeMessage))
        expect([name, (await people.sandnesOmbud.post(at, { version: '1', [name]: 'x'.repeat(9000) })).status]).toEqual([name, 422])
      await people.sandnesOmbud.post(at, { version: '1', ...form(wholeMessage) })
      const stale = await people.sandnesOmbud.post(at, { version: '1', ...form({ ...wholeMessage, measures: 'Noe annet.' }) })
      expect(stale.status).toBe(409)
      expect(stale.text).toContain('Noe annet.')
      expect(stale.text).toContain('Mottakeren har slettet listen.')
      const tooLong = await people.sandnesOmbud.post(at, { version: '1', ...form({ ...wholeMessage, measures: 'x'.repeat(9000) }) })
      expect(tooLong.status).toBe(409)
      expect(tooLong.text).toContain('Mottakeren har slettet listen.')
      expect((await people.sandnesOmbud.post(`${at}/sletting`, { version: '2' })).location).toBe(base)
      expect((await people.sandnesOmbud.get(at)).status).toBe(404)
    })
  })

  test('where the profile has it, a letter is begun in Northern Sámi, and its pages say that a native speaker must read it', async () => {
    const admin = await app.as('sandnes-administrator')
    const turn = async (sami: string) => {
      const page = (await admin.get('/innstillinger/sendere')).text
      const chosen = [...page.matchAll(/<input(?=[^>]*checked)[^>]*name="(senders|drafters|signers)"[^>]*value="([^"]*)"/g)]
      const values = Object.groupBy(chosen, ([, name = '']) => name)
      const lists = Object.fromEntries(Object.entries(values).map(([name, all]) => [name, (all ?? []).map(([, , value = '']) => value)]))
      const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
      expect((await admin.post('/innstillinger/sendere', { version, ...lists, sami })).status).toBe(303)
    }
    await turn('yes')
    const id = await owed('sandnes', 'high')
    const base = `/avvik/${id}/berorte`
    expect(seen((await people.sandnesOmbud.get(base)).text)).toContain('Lag brev på nordsamisk')
    const at = (await people.sandnesOmbud.post(base, { language: 'se' })).location ?? ''
    for (const [sprak, says] of [
      ['nn', 'Lat nokon som har nordsamisk som morsmål, lese brevet før de bruker det'],
      ['en', 'Have a native speaker of Northern Sámi read the letter before you use it'],
      ['nb', 'La noen som har nordsamisk som morsmål, lese brevet før dere bruker det'],
    ] as const) {
      await people.sandnesOmbud.post('/sprak', { sprak, til: '/' })
      for (const page of [at, `${at}?endre`]) expect((await people.sandnesOmbud.get(page)).text).toContain(says)
    }
    const page = (await people.sandnesOmbud.get(at)).text
    expect(page).toContain('<div lang="se">')
    for (const word of ['Mii lea dáhpáhuvvan', 'Mii šállošit dán.', 'Jus dus leat gažaldagat']) expect(page).toContain(word)
    // What somebody wrote in Norwegian about the case is not in it.
    expect(page).not.toContain('Bruddet gjelder')
    const { language, content } = await app.ctx('sandnes-personvernombud', ({ tx }) =>
      tx
        .selectFrom('subject_message')
        .select(['language', 'what_happened as content'])
        .where('deviation_id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect([language, content?.split('\n\n').length]).toEqual(['se', 2])
    for (const file of ['.pdf', '.docx', '/1.svg'])
      expect([file, (await people.sandnesOmbud.get(`${at}${file}`)).status]).toEqual([file, 200])
    expect((await people.sandnesOmbud.post(at, { version: '1', ...form(wholeMessage) })).status).toBe(303)
    expect((await people.direktor.post(`${at}/signatur`, { version: '2' })).status).toBe(303)
    const sent = { version: 3, channels: 'letter', reach: 'Alle', told: 'unknown', sentAt: now() }
    expect((await people.sandnesOmbud.post(`${at}/sending`, form(sent))).status).toBe(303)
    expect((await people.sandnesOmbud.get(at)).text).not.toContain('nordsamisk som morsmål')
    await turn('no')
  })

  test('a notice with signs that cannot be drawn says so beside its preview, and one without does not', async () => {
    const at = await make(people.ombud, await owed('sauda'), 'complete')
    const warned = async () =>
      seen((await people.ombud.get(at)).text)
        .match(/skulle ha stått: ([^.]*)\./)?.[1]
        ?.trim()
    await people.ombud.post(at, { version: '1', ...form(wholeNotice) })
    expect(await warned()).toBeUndefined()
    await people.ombud.post(at, { version: '2', ...form({ ...wholeNotice, whatHappened: 'Lista gjekk til 您的 您.' }) })
    expect(await warned()).toBe('您 的')
  })

  test('the nynorsk pages hold no bokmål', async () => {
    const id = await owed('sauda', 'high')
    const base = `/avvik/${id}`
    const at = await make(people.ombud, id, 'preliminary')
    const message = (await people.ombud.post(`${base}/berorte`, { language: 'nn' })).location ?? ''
    const pages = [
      `${base}/datatilsynet`,
      at,
      `${at}?endre`,
      `${at}/sending`,
      `${base}/datatilsynet/brev`,
      `${base}/berorte`,
      message,
      `${message}?endre`,
    ]
    for (const path of pages) {
      const page = await people.ombud.get(path)
      expect([path, page.status]).toEqual([path, 200])
      const words = seen(page.text.slice(page.text.indexOf('<main'))).replaceAll('En liste ble sendt til feil mottaker.', '')
      const bokmal =
        /\b(ikke|hva|hvem|hvor|hvordan|hvorfor|meldingen|berørte|fra|jeg|noen|sendes|være|bare|også|uten|eller ikke|utkastet er lagret|skal meldes)\b/i.exec(
          words,
        )
      expect([path, bokmal?.[0] ?? null]).toEqual([path, null])
    }
  })
})
