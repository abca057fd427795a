import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { bokmalIn } from '../../../../test/support/bokmal.ts'
import { done, openCase, stored } from '../../../../test/support/cases.ts'
import { readyCase } from '../../../../test/support/closing.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { decideDeviation } from '../commands.ts'
import { documentationFields, lessonFields, memoFields } from '../fields-closing.ts'
import { countOrders } from '../rules.ts'
import { closeDeviation, proposeToClose, saveClosing } from './commands.ts'
import { writtenClosing } from './factory.ts'

const nothing: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys({ ...documentationFields, ...lessonFields, ...memoFields }).map((name) => [name, '']),
)

describeExample('The pages of closing', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 120_000)
  afterAll(() => app.stop())

  const dpo = () => app.as('sandnes-personvernombud')
  const fingerprint = async (who: Client, path: string) => /name="fingerprint" value="([^"]*)"/.exec((await who.get(path)).text)?.[1] ?? ''
  const version = async (id: string, preset: 'sandnes' | 'sauda' | 'oslomet' = 'sandnes') => String((await stored(app, preset, id)).version)
  const inNynorsk = async (slug: string, path: string) => {
    const who = await app.as(slug)
    return (await who.get(path)).text
  }

  describe('the documentation', () => {
    test('S3-06 S4-125 opens with suggestions that nobody has stored, and stores what is sent', async () => {
      const id = await readyCase(app, 'sandnes', { closing: {} })
      const who = await dpo()
      const path = `/avvik/${id}/dokumentasjon`
      const page = await who.get(path)
      expect(page.status).toBe(200)
      expect(page.text).toContain('En liste ble sendt til feil mottaker.')
      expect(page.text).toContain('Ingenting er lagret')
      for (const label of [
        'Omstendighetene rundt hendelsen',
        'Omfang (volum)',
        'Virkninger',
        'Hva vi har gjort for å rette opp',
        'Hva har vi lært?',
        'Hvilke rutiner endrer vi?',
      ])
        expect(page.text).toContain(label)
      expect((await stored(app, 'sandnes', id)).closing.circumstances).toBeNull()
      const answer = await who.post(path, {
        ...nothing,
        circumstances: 'Listen.',
        version: await version(id),
        fingerprint: await fingerprint(who, path),
      })
      expect([answer.status, answer.location]).toEqual([303, `/avvik/${id}/lukking`])
      expect((await stored(app, 'sandnes', id)).closing).toMatchObject({ circumstances: 'Listen.', volume: null })
      expect((await who.get(path)).text).not.toContain('Ingenting er lagret')
    })

    test('suggestions are fetched into empty fields only, keep what was written, and store nothing', async () => {
      const id = await readyCase(app, 'sandnes', { closing: {} })
      const who = await dpo()
      const answer = await who.post(`/avvik/${id}/dokumentasjon`, {
        ...nothing,
        circumstances: 'Mine egne ord.',
        gjor: 'hent',
        version: '1',
      })
      expect(answer.status).toBe(200)
      expect(answer.text).toContain('Mine egne ord.')
      expect(answer.text).not.toContain('En liste ble sendt til feil mottaker.')
      expect(answer.text).toContain('Antall berørte: 24.')
      expect((await stored(app, 'sandnes', id)).closing).toMatchObject({ circumstances: null, volume: null })
    })

    test('a text that cannot be stored comes back as it was written', async () => {
      const id = await readyCase(app, 'sandnes', { closing: {} })
      const who = await dpo()
      const form = { ...nothing, circumstances: 'x'.repeat(12_001), volume: 'Tjuefire.', version: await version(id) }
      const answer = await who.post(`/avvik/${id}/dokumentasjon`, form)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('href="#circumstances"')
      expect(answer.text).toContain('Tjuefire.')
      expect((await stored(app, 'sandnes', id)).closing.volume).toBeNull()
    })

    test('two who write the same get a page with both; one who writes another part does not', async () => {
      const id = await readyCase(app, 'sandnes', { closing: {} })
      const who = await dpo()
      const path = `/avvik/${id}/dokumentasjon`
      const seen = { version: await version(id), fingerprint: await fingerprint(who, path) }
      done(await app.ctx('sandnes-personvernombud', (ctx) => saveClosing(ctx, id, null, { memoBriefing: 'Kort.' })))
      expect((await who.post(path, { ...nothing, volume: 'Ti.', ...seen })).status).toBe(303)
      const conflict = await who.post(path, { ...nothing, volume: 'Tolv.', ...seen })
      expect(conflict.status).toBe(409)
      expect(conflict.text).toContain('Ti.')
      expect(conflict.text).toContain('Tolv.')
      const { fingerprint: next } = { fingerprint: /name="fingerprint" value="([^"]*)"/.exec(conflict.text)?.[1] ?? '' }
      expect((await who.post(path, { ...nothing, volume: 'Tolv.', version: await version(id), fingerprint: next })).status).toBe(303)
    })

    test('S1-42 the guard points out what has no place there', async () => {
      const id = await readyCase(app, 'sandnes', { closing: { ...writtenClosing, volume: 'Ring 98 76 54 32.' } })
      const page = await (await dpo()).get(`/avvik/${id}/dokumentasjon`)
      expect(page.text).toContain('id="volume-guard"')
      expect(page.text).not.toContain('id="circumstances-guard"')
    })
  })

  describe('the memo', () => {
    test('S4-147 S4-150 has six parts from the case, stores them, and is shown as it will be', async () => {
      const id = await readyCase(app, 'sandnes', { closing: {} })
      const who = await dpo()
      const path = `/avvik/${id}/notat`
      const page = await who.get(path)
      for (const name of Object.keys(memoFields)) expect(page.text).toContain(`name="${name}"`)
      expect(page.text).toContain('Når det skjedde: [fyll ut]')
      expect(page.text).toContain('står det «[fyll ut]»')
      expect(page.text).not.toContain('notat/1.svg')
      const memo = Object.fromEntries(Object.keys(memoFields).map((name) => [name, `Om ${name}`]))
      expect((await who.post(path, { ...memo, version: await version(id), fingerprint: await fingerprint(who, path) })).status).toBe(303)
      const saved = await who.get(path)
      expect(saved.text).toContain(`/avvik/${id}/dokumenter/notat/1.svg`)
      expect(saved.text).toContain('Verken melding til Datatilsynet eller brev til de berørte er sendt ennå.')
    })

    test('is not for a leader, who does not read the assessment', async () => {
      const id = await readyCase(app, 'sauda', { level: 'low', internal: true, closing: {} })
      expect((await (await app.as('sauda-leder')).get(`/avvik/${id}/notat`)).status).toBe(403)
    })
  })

  describe('closing', () => {
    test('S3-06 lists what is missing, with a way to each, and offers no closing', async () => {
      const id = await readyCase(app, 'sauda', { closing: { lessons: 'Lært.' } })
      const who = await app.as('sauda-personvernombud')
      const page = await who.get(`/avvik/${id}/lukking`)
      expect(page.text).toContain(`href="/avvik/${id}/dokumentasjon"`)
      expect(page.text).toContain(`href="/avvik/${id}/dokumentasjon#laerdom"`)
      expect(page.text).not.toContain('Lukk saka</button>')
      const refused = await who.post(`/avvik/${id}/lukking`, { version: await version(id, 'sauda') })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Manglar: Brotet er dokumentert')
      expect((await stored(app, 'sauda', id)).status).toBe('open')
    })

    test('S1-49 with a track open the page says which, and whose it is', async () => {
      const id = await openCase(app, 'oslomet')
      const page = await (await app.as('oslomet-sikkerhet')).get(`/avvik/${id}/lukking`)
      expect(page.text).toContain('Det er ikke avgjort om Datatilsynet skal ha melding.')
      const answer = await (await app.as('oslomet-sikkerhet')).post(`/avvik/${id}/lukking`, { version: await version(id, 'oslomet') })
      expect(answer.status).toBe(422)
    })

    test('S4-148 the data protection officer proposes, the controller reads the memo and closes', async () => {
      const id = await readyCase(app, 'sandnes')
      const officer = await dpo()
      expect((await officer.get(`/avvik/${id}/lukking`)).text).toContain('Foreslå at saken lukkes')
      expect((await officer.post(`/avvik/${id}/lukking`, { version: await version(id) })).status).toBe(403)
      const sent = await officer.post(`/avvik/${id}/forslag`, { proposal: 'Rutinen er endret.', version: await version(id) })
      expect([sent.status, sent.location]).toEqual([303, `/avvik/${id}`])
      expect((await officer.get(`/avvik/${id}/lukking`)).text).toContain('Den som avgjør: kommunedirektør')
      expect((await officer.post(`/avvik/${id}/notat`, { ...nothing, memoRules: 'Annet.' })).status).toBe(409)

      const controller = await app.as('sandnes-kommunedirektor')
      const page = await controller.get(`/avvik/${id}/lukking`)
      expect(page.text).toContain('Kan saken lukkes?')
      expect(page.text).toContain('Rutinen er endret.')
      expect(page.text).toContain(`/avvik/${id}/dokumenter/notat/1.svg`)
      expect(page.text).toContain('4 av 4 har signert')
      const closed = await controller.post(`/avvik/${id}/lukking`, { reason: 'Enig.', version: await version(id) })
      expect(closed.status).toBe(303)
      const after = await controller.get(`/avvik/${id}/lukking`)
      expect(after.text).toContain('Begrunnelsen: Enig.')
      expect(after.text).toContain('Kommunedirektør, Sandnes')
    })

    test('S4-159 whoever decides is offered no closing while an order from Datatilsynet is open, and is told so', async () => {
      const id = await readyCase(app, 'sandnes')
      done(await app.ctx('sandnes-personvernombud', (ctx) => proposeToClose(ctx, id, null, null)))
      const orders = (open: number) =>
        app.ctx('sandnes-personvern-gdpr', async (ctx) =>
          done(await decideDeviation(ctx, id, null, (deviation, by) => countOrders(deviation, open, by))),
        )
      const controller = await app.as('sandnes-kommunedirektor')
      await orders(1)
      const held = (await controller.get(`/avvik/${id}/lukking`)).text
      expect(held).not.toContain('Ja, lukk saken')
      expect(held).toContain('Saken kan ikke lukkes ennå')
      expect(held).toContain('Pålegg fra Datatilsynet er fulgt')
      expect(held).not.toContain('Dokumentasjonen er')
      expect(held).toContain('Nei, send saken tilbake')
      await orders(0)
      const free = (await controller.get(`/avvik/${id}/lukking`)).text
      expect(free).toContain('Ja, lukk saken')
      expect(free).not.toContain('Saken kan ikke lukkes ennå')
    })

    test('S4-148 "no" asks why, and sends the case back with the answer', async () => {
      const id = await readyCase(app, 'sandnes')
      done(await app.ctx('sandnes-personvernombud', (ctx) => proposeToClose(ctx, id, null, null)))
      const controller = await app.as('sandnes-kommunedirektor')
      const empty = await controller.post(`/avvik/${id}/retur`, { reason: ' ', version: await version(id) })
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('href="#returnReason"')
      const back = await controller.post(`/avvik/${id}/retur`, { reason: 'Rutinen må endres først.', version: await version(id) })
      expect(back.status).toBe(303)
      expect((await (await dpo()).get(`/avvik/${id}/lukking`)).text).toContain('Rutinen må endres først.')
    })

    test('one who decides on an old page sees the case as it stands, and nothing is closed', async () => {
      const id = await readyCase(app, 'oslomet')
      const stale = await (await app.as('oslomet-sikkerhet')).post(`/avvik/${id}/lukking`, { reason: 'Min begrunnelse.', version: '1' })
      expect(stale.status).toBe(409)
      expect(stale.text).toContain('Min begrunnelse.')
      expect((await stored(app, 'oslomet', id)).status).toBe('open')
    })

    test('S3-14 the leader reaches the page of an internal deviation, writes and closes; of another the leader reaches none', async () => {
      const id = await readyCase(app, 'sauda', { level: 'low', internal: true, closing: {} })
      const leader = await app.as('sauda-leder')
      // Nothing says that the case may be closed before all is in place.
      const said = async () => (await leader.get(`/avvik/${id}`)).text + (await leader.get(`/avvik/${id}/lukking`)).text
      const before = await said()
      for (const words of ['Saka er overlaten til deg', 'Internt avvik: saka er overlaten til deg']) expect(before).toContain(words)
      expect(before).not.toMatch(/[Dd]u kan lukke saka/)
      const form = { ...nothing, ...writtenClosing }
      const path = `/avvik/${id}/dokumentasjon`
      expect(
        (await leader.post(path, { ...form, version: await version(id, 'sauda'), fingerprint: await fingerprint(leader, path) })).status,
      ).toBe(303)
      const after = await said()
      for (const words of ['Du kan lukke saka', 'Internt avvik: du kan lukke saka']) expect(after).toContain(words)
      expect(after).not.toMatch(/[Ss]aka er overlaten til deg/)
      expect((await leader.post(`/avvik/${id}/lukking`, { version: await version(id, 'sauda') })).status).toBe(303)
      expect((await stored(app, 'sauda', id)).status).toBe('closed')
      const other = await readyCase(app, 'sauda')
      for (const path of ['lukking', 'dokumentasjon', 'notat']) expect((await leader.get(`/avvik/${other}/${path}`)).status).toBe(404)
      expect((await leader.post(`/avvik/${other}/lukking`, { version: '1' })).status).toBe(404)
    })

    test('a closed case is opened with a reason', async () => {
      const id = await readyCase(app, 'oslomet')
      done(await app.ctx('oslomet-sikkerhet', (ctx) => closeDeviation(ctx, id, null, null)))
      const who = await app.as('oslomet-sikkerhet')
      const path = `/avvik/${id}/gjenapning`
      expect((await who.get(path)).status).toBe(200)
      expect((await who.post(path, { reason: '', version: await version(id, 'oslomet') })).status).toBe(422)
      expect((await who.post(path, { reason: 'Det skjedde igjen.', version: await version(id, 'oslomet') })).status).toBe(303)
      expect((await stored(app, 'oslomet', id)).status).toBe('open')
      expect((await who.get(path)).status).toBe(409)
    })
  })

  test('S4-005 S4-154 from the closed case to what is left to do, and that it is done', async () => {
    const id = await readyCase(app, 'sandnes')
    const who = await dpo()
    const path = `/avvik/${id}/oppfolging`
    expect((await who.get(path)).status).toBe(409)
    expect((await who.get(`/avvik/${id}/tiltak`)).text).toContain('Tidligere skrevet: IT')
    await app.ctx('sandnes-personvernombud', async (ctx) => done(await proposeToClose(ctx, id, null, 'Nok.')))
    await app.ctx('sandnes-kommunedirektor', async (ctx) => done(await closeDeviation(ctx, id, null, 'Ja.')))
    expect((await who.get(`/avvik/${id}`)).text).toContain(`href="${path}"`)
    const page = await who.get(path)
    expect(page.text).toContain('Slå av autoutfylling')
    // Written in words before a role or a person could be chosen.
    expect(page.text).toContain('IT · Frist: 1. april 2026')
    const measure = /name="measure"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const late = await who.post(path, { measure, doneOn: '2026-12-24' })
    expect(late.status).toBe(422)
    expect(late.text).toContain('href="#doneOn"')
    expect(late.text).toContain('2026-12-24')
    expect((await who.post(path, { measure, doneOn: '' })).text).toContain('href="#doneOn"')
    const unshown = await who.post(path, { measure, doneOn: '2026-03-02', evidence: '' })
    expect([unshown.status, unshown.text.includes('href="#evidence"')]).toEqual([422, true])
    expect(unshown.text).toContain('Skriv hva som viser at tiltaket er gjort.')
    const shown = { measure, doneOn: '2026-03-02', evidence: 'Sak 26/118, skjermbilde av innstillingen' }
    expect((await who.post(path, shown)).location).toBe(`/avvik/${id}`)
    expect((await who.post(path, shown)).location).toBe(`/avvik/${id}`)
    expect((await who.get(`/avvik/${id}`)).text).toContain('Sak 26/118, skjermbilde av innstillingen')
    expect((await who.get(path)).text).toContain('Alle tiltakene er gjort.')
    expect((await who.get(`/avvik/${id}`)).text).not.toContain(`href="${path}"`)
  })

  describe('who comes in', () => {
    const paths = ['dokumentasjon', 'notat', 'lukking', 'gjenapning', 'oppfolging']
    test('the reporter is told that it is not theirs; other organisations and strangers find nothing', async () => {
      const id = await readyCase(app, 'sandnes')
      for (const path of paths) {
        expect((await (await app.as('sandnes-ansatt')).get(`/avvik/${id}/${path}`)).status, path).toBe(403)
        expect((await (await app.as('sauda-personvernombud')).get(`/avvik/${id}/${path}`)).status, path).toBe(404)
        expect((await app.stranger().get(`/avvik/${id}/${path}`)).status, path).toBe(303)
      }
      for (const path of ['lukking', 'forslag', 'retur', 'notat', 'dokumentasjon'])
        expect(
          (await (await app.as('sauda-personvernombud')).post(`/avvik/${id}/${path}`, { version: '1', reason: 'Nei.' })).status,
          path,
        ).toBe(404)
    })

    test('an address that is no case is no page', async () => {
      for (const path of paths) expect((await (await dpo()).get(`/avvik/tull/${path}`)).status).toBe(404)
    })
  })

  test('a nynorsk reader meets no bokmål on the pages of a case', async () => {
    const id = await readyCase(app, 'sauda', { closing: { lessons: 'Lært.' }, report: { whatHappened: 'Ei liste.' } })
    for (const path of ['dokumentasjon', 'notat', 'lukking', 'dokumenter', 'oppfolging']) {
      const text = (await inNynorsk('sauda-personvernombud', `/avvik/${id}/${path}`)).replace(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ')
      const ours = text.replaceAll(/Opplysningene kom til en fremmed\.|Kjent mottaker\.|Risikoen er ikke høy\.|Bekreftet\./g, '')
      expect(bokmalIn(ours), path).toEqual([])
    }
  })
})
