import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { reportBy } from '../../../../test/support/cases.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { localInput } from '../../../kernel/calendar/calendar.ts'
import { emptyValues } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import { saveAssessment } from '../assessment/commands.ts'
import { decideWhetherBreach, takeCase } from '../commands.ts'
import { hoursFrom, must, someMonday } from '../factory.ts'
import { assessmentFields } from '../fields-assessment.ts'
import { type Report, reportFields } from '../fields-report.ts'
import { caseView } from '../queries.ts'
import { registerReport } from '../report/commands.ts'
import { saveHandling } from './commands.ts'

describeDatabase('the pages of handling', (db) => {
  let app: TestApp
  let dpo: Client
  beforeAll(async () => {
    app = await testApp(db(), someMonday)
    dpo = await app.as('sauda-personvernombud')
  })
  afterAll(() => app.stop())

  const report = async (slug = 'sauda-ansatt', over: Partial<Report> = {}): Promise<string> =>
    (await reportBy(app, slug, { whatHappened: 'En hemmelig liste kom bort.', discoveredAt: hoursFrom(someMonday, -1), ...over })).id
  const hidden = (page: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  /** The hidden parts of a form, as a browser sends them back. */
  const formOf = async (client: Client, path: string) => {
    const { text } = await client.get(path)
    return { version: hidden(text, 'version'), fingerprint: hidden(text, 'fingerprint'), inquiry: hidden(text, 'inquiry') }
  }
  const events = (id: string, type: string) =>
    app.ctx('sauda-personvernombud', (ctx) =>
      ctx.tx.selectFrom('audit_event').select('type').where('subject_id', '=', id).where('type', '=', type).execute(),
    )

  /** Assessed as low, so that it may be handed to the leader. */
  const assessLow = (id: string) =>
    app.ctx('sauda-personvernombud', async (ctx) => {
      const answers = {
        ...emptyValues(assessmentFields),
        largeScale: 'no',
        newTechnology: 'no',
        effectAstray: 'no',
        effectChanged: 'no',
        effectLost: 'yes',
        dataEncrypted: 'no',
        mayHarmRights: 'no',
        level: 'low',
        levelReason: 'To elevar, og lista er funnen.',
        certainty: 'certain',
        certaintyReasons: 'Ingen har sett lista.',
      } as const
      must(await saveAssessment(ctx, id, null, answers, [], true))
    })

  it('S3-24 stopping it is a page of three answers, open before anybody has assessed', async () => {
    const id = await report()
    const path = `/avvik/${id}/behandling/stans`
    const form = await formOf(dpo, path)
    expect((await dpo.post(path, form)).status).toBe(422)
    const saved = await dpo.post(path, { ...form, contained: 'partly', containment: 'Kontoen er sperra.' })
    expect([saved.status, saved.location]).toEqual([303, `/avvik/${id}`])
    const page = (await dpo.get(`/avvik/${id}`)).text
    expect(page).toContain('Kontoen er sperra.')
    expect(page).toMatch(/<h2[^>]*>Stans og behandling<\/h2>.*?Delvis stansa.*?<\/summary>/s)
  })

  it('S3-19 the way forward waits for severity and number, and what was written is kept on the page', async () => {
    const id = await report()
    const path = `/avvik/${id}/behandling`
    const form = await formOf(dpo, path)
    const refused = await dpo.post(path, { ...form, approach: 'Vi ber om sletting.' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Vi ber om sletting.')
    expect(refused.text).toContain('href="#severity"')
    const known = await report('sauda-ansatt', { affectedKnown: 'unknown' })
    const again = await dpo.post(`/avvik/${known}/behandling`, {
      ...(await formOf(dpo, `/avvik/${known}/behandling`)),
      severity: 'minor',
      approach: 'Vi ber om sletting.',
    })
    expect(again.status).toBe(303)
  })

  it('S4-023 a second editor of the same answers sees both; a double press is one change; another part is no conflict', async () => {
    const id = await report()
    const path = `/avvik/${id}/behandling`
    const form = await formOf(dpo, path)
    const contain = { ...(await formOf(dpo, `${path}/stans`)), contained: 'yes', containment: 'Sletta.' }
    const mine = { ...form, extent: 'Tolv elevar.' }
    expect((await dpo.post(path, mine)).status).toBe(303)
    expect((await dpo.post(path, mine)).status).toBe(303)
    expect(await events(id, 'deviation.edited')).toHaveLength(1)
    const late = await dpo.post(path, { ...form, extent: 'Tretti elevar.' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Tolv elevar.')
    expect(late.text).toContain('Tretti elevar.')
    const tooLong = await dpo.post(path, { ...form, extent: 'x'.repeat(5000) })
    expect(tooLong.status).toBe(409)
    expect(tooLong.text).toContain('Tolv elevar.')
    // The form on the page carries what stands now, so the next press is a choice made with open eyes.
    const chosen = { version: hidden(late.text, 'version'), fingerprint: hidden(late.text, 'fingerprint'), extent: 'Tretti elevar.' }
    expect((await dpo.post(path, chosen)).status).toBe(303)
    expect((await dpo.post(`${path}/stans`, contain)).status).toBe(303)
  })

  it('S4-023 of two editors at the very same moment one is saved, and the other sees both', async () => {
    const id = await report()
    const path = `/avvik/${id}/behandling`
    for (let round = 0; round < 6; round++) {
      const form = await formOf(dpo, path)
      const texts = ['Tolv', 'Tretti'].map((many) => `${many} elevar, runde ${round}.`)
      const answers = await Promise.all(texts.map((extent) => dpo.post(path, { ...form, extent })))
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
      const late = answers.find(({ status }) => status === 409)?.text
      for (const text of texts) expect(late).toContain(text)
    }
    expect(await events(id, 'deviation.edited')).toHaveLength(6)
  })

  it('S1-40 measures are added, changed and removed in one form', async () => {
    const id = await report()
    const path = `/avvik/${id}/tiltak`
    const rows = (form: Record<string, string>, ...whats: string[]) => ({
      ...form,
      ...Object.fromEntries(
        whats.flatMap((what, row) => [
          [`measure${row}.what`, what],
          [`measure${row}.purpose`, 'limit'],
        ]),
      ),
    })
    // What it is for decides where the notice names it, so those who handle the case are asked.
    const aimless = await dpo.post(path, { ...(await formOf(dpo, path)), 'measure0.what': 'Be om sletting' })
    expect(aimless.status).toBe(422)
    expect(aimless.text).toContain('href="#measure0.purpose"')
    expect((await dpo.post(path, rows(await formOf(dpo, path), 'Be om sletting', 'Endre rutinen'))).status).toBe(303)
    expect((await dpo.get(`/avvik/${id}`)).text).toContain('Endre rutinen')
    expect((await dpo.post(path, rows(await formOf(dpo, path), 'Be om sletting'))).status).toBe(303)
    expect((await dpo.get(`/avvik/${id}`)).text).not.toContain('Endre rutinen')
    const nameless = await dpo.post(path, { ...(await formOf(dpo, path)), 'measure0.responsibleRole': 'itHead' })
    expect(nameless.status).toBe(422)
    expect(nameless.text).toContain('href="#measure0.what"')
  })

  it('S4-023 two who edit the list of measures keep both; only the row that both have changed is asked about', async () => {
    const id = await report()
    const path = `/avvik/${id}/tiltak`
    /** The form as a browser posts it when nothing more is written. */
    const opened = async (): Promise<Record<string, string>> => {
      const { text } = await dpo.get(path)
      const whats = [...text.matchAll(/<textarea[^>]*name="(measure\d+\.what)"[^>]*>([^<]*)/g)].map(([, name = '', what = '']) => [
        name,
        what,
      ])
      const chosen = [...text.matchAll(/<select[^>]*name="(measure\d+\.purpose)".*?<\/select>/gs)].map(([list, name = '']) => [
        name,
        /<option[^>]*selected[^>]*value="(\w+)"|<option[^>]*value="(\w+)"[^>]*selected/.exec(list)?.slice(1).find(Boolean) ?? '',
      ])
      const own = [...text.matchAll(/name="(measure\d+\.id)" value="([^"]+)"/g)].map(([, name = '', one = '']) => [name, one])
      return {
        version: hidden(text, 'version'),
        fingerprint: hidden(text, 'fingerprint'),
        rows: hidden(text, 'rows'),
        ...Object.fromEntries([...whats, ...chosen, ...own]),
      }
    }
    const named = (form: Record<string, string>, row: number, what: string) => ({
      ...form,
      [`measure${row}.what`]: what,
      [`measure${row}.purpose`]: 'limit',
    })
    expect((await dpo.post(path, named(named(await opened(), 0, 'Be om sletting'), 1, 'Endre rutinen'))).status).toBe(303)
    const [one, other, third] = [await opened(), await opened(), await opened()]
    expect((await dpo.post(path, named(named(one, 0, 'Be om sletting i dag'), 2, 'Kurs for alle'))).status).toBe(303)
    expect((await dpo.post(path, named(named(other, 1, 'Endre rutinen no'), 2, 'Ring mottakaren'))).status).toBe(303)
    const measures = async () =>
      (await app.ctx('sauda-personvernombud', (ctx) => caseView(ctx, id)))?.deviation.measures.map(({ what }) => what)
    const all = ['Be om sletting i dag', 'Endre rutinen no', 'Kurs for alle', 'Ring mottakaren']
    expect(await measures()).toEqual(all)
    const met = await dpo.post(path, named(third, 0, 'Be om sletting straks'))
    expect(met.status).toBe(409)
    const table = /<table[\s\S]*?<\/table>/.exec(met.text)?.[0] ?? ''
    expect(table).toMatch(/Tiltak 1.*Be om sletting i dag.*Be om sletting straks/s)
    expect(table).not.toContain('Endre rutinen')
    expect(await measures()).toEqual(all)
    expect(met.text).toContain('Ring mottakaren</textarea>')
  })

  it('S4-154 S4-150 a measure is given to somebody who works here: they see it and nothing of the case, and the documents say the role', async () => {
    const id = await report()
    const path = `/avvik/${id}/tiltak`
    const nurse = await app.as('sauda-sykepleier')
    expect((await nurse.get(`/avvik/${id}/oppfolging`)).status).toBe(404)
    const row = { 'measure0.what': 'Slå av autoutfylling', 'measure0.purpose': 'prevent', 'measure0.state': 'planned' }
    const post = async (more: Record<string, string>) => dpo.post(path, { ...(await formOf(dpo, path)), ...row, ...more })
    const stranger = await post({ 'measure0.responsiblePerson': (await app.person('sandnes-it-sjef')).personId })
    expect(stranger.status).toBe(422)
    expect(stranger.text).toContain('href="#measure0.responsiblePerson"')
    expect((await post({ 'measure0.responsiblePerson': (await app.person('sauda-it-sjef')).personId })).status).toBe(303)
    expect((await app.ctx('sauda-personvernombud', (ctx) => caseView(ctx, id)))?.deviation.measures).toMatchObject([
      { responsibleRole: 'itHead' },
    ])
    const shown = (await dpo.get(`/avvik/${id}`)).text
    expect(shown).toContain('IT-sjef, Sauda, IT-sjef')
    const written = (await dpo.get(`/avvik/${id}/dokumenter/avviksmelding.txt`)).text
    expect(written).toContain('IT-sjef')
    expect(written).not.toContain('IT-sjef, Sauda')

    const { personId } = await app.person('sauda-sykepleier')
    expect((await post({ 'measure0.responsibleRole': '', 'measure0.responsiblePerson': personId })).status).toBe(303)
    // Nobody has taken the case yet: whoever reports gives nobody work.
    expect((await nurse.get(`/avvik/${id}/oppfolging`)).status).toBe(404)
    const news = async (client: Client) => (await client.get('/varsler')).text.split('Du har fått eit tiltak å gjere').length - 1
    expect(await news(nurse)).toBe(0)
    await app.ctx('sauda-personvernombud', (ctx) => takeCase(ctx, id, null))
    // A message and a task, both to the measure and to nothing else; a second save tells nobody again.
    expect(await news(nurse)).toBe(1)
    expect((await nurse.get('/varsler')).text).not.toContain('hemmelig liste')
    expect((await nurse.get('/oppgaver')).text).toContain(`/avvik/${id}/oppfolging`)
    const measures = (await app.ctx('sauda-personvernombud', (ctx) => caseView(ctx, id)))?.deviation.measures ?? []
    const own = { 'measure0.id': measures[0]?.id ?? '' }
    expect((await post({ ...own, 'measure0.responsiblePerson': personId, 'measure0.dueOn': '2026-04-01' })).status).toBe(303)
    expect(await news(nurse)).toBe(1)
    // The holders of a role are told in the same way, and whoever had it before has it no longer.
    const head = await app.as('sauda-it-sjef')
    expect((await post({ ...own, 'measure0.responsibleRole': 'itHead', 'measure0.responsiblePerson': '' })).status).toBe(303)
    expect(await news(head)).toBe(1)
    expect((await head.get('/oppgaver')).text).toContain(`/avvik/${id}/oppfolging`)
    expect((await nurse.get('/oppgaver')).text).not.toContain(`/avvik/${id}/oppfolging`)
    expect((await post({ ...own, 'measure0.responsibleRole': '', 'measure0.responsiblePerson': personId })).status).toBe(303)
    const page = await nurse.get(`/avvik/${id}/oppfolging`)
    expect(page.text).toContain('Slå av autoutfylling')
    for (const place of [`/avvik/${id}/oppfolging`, `/avvik/${id}`]) {
      const { status, text } = await nurse.get(place)
      expect(status).toBe(200)
      expect(text).toContain('Slå av autoutfylling')
      expect(text).not.toContain('hemmelig liste')
    }
    for (const closed of ['behandling', 'vurdering', 'tiltak', 'lukking', 'notat', 'dokumentasjon', 'dokumenter'])
      expect((await nurse.get(`/avvik/${id}/${closed}`)).status, closed).not.toBe(200)
    const measure = /name="measure"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    expect((await nurse.post(`/avvik/${id}/oppfolging`, { measure, doneOn: '2026-03-02', evidence: 'Avkryssa i lista' })).location).toBe(
      '/oppgaver',
    )
    expect((await dpo.get(`/avvik/${id}/dokumenter/avviksmelding.txt`)).text).toContain('Tilsett')
    expect((await dpo.get(`/avvik/${id}/dokumenter/avviksmelding.txt`)).text).not.toContain('Sjukepleiar, Sauda')
  })

  it('S1-46 S3-10 asks the reporter within the 72 hours; the answer is shown and nothing is missing any more', async () => {
    const id = await report()
    const path = `/avvik/${id}/sporsmal`
    const question = { ...(await formOf(dpo, path)), to: 'reporter', question: 'Var lista på papir?' }
    const late = await dpo.post(path, { ...question, dueAt: localInput(hoursFrom(someMonday, 80)) })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Var lista på papir?')
    const due = { ...question, dueAt: localInput(hoursFrom(someMonday, 20)) }
    expect((await dpo.post(path, due)).status).toBe(303)
    // The same press again asks nothing twice.
    expect((await dpo.post(path, due)).status).toBe(303)
    expect((await dpo.get(`/avvik/${id}`)).text).toContain('Eitt svar manglar')

    const teacher = await app.as('sauda-ansatt')
    const own = (await teacher.get(`/avvik/${id}`)).text
    expect(own).toContain('Var lista på papir?')
    const at = `${path}/${question.inquiry}`
    expect((await teacher.post(at, { answer: ' ' })).status).toBe(422)
    expect((await teacher.post(at, { answer: 'Ja, på papir.' })).status).toBe(303)
    expect((await teacher.post(at, { answer: 'Ja, på papir.' })).status).toBe(303)
    expect((await teacher.post(at, { answer: 'Nei.' })).status).toBe(409)
    const after = (await dpo.get(`/avvik/${id}`)).text
    expect(after).toContain('Ja, på papir.')
    expect(after).not.toContain('Eitt svar manglar')
    expect(await events(id, 'deviation.answered')).toHaveLength(1)
  })

  it('S4-138 somebody who may know sees the question and the number, and not a word of the case', async () => {
    const id = await report()
    const path = `/avvik/${id}/sporsmal`
    const { personId } = await app.person('sauda-it-sjef')
    const form = { ...(await formOf(dpo, path)), to: 'person', person: personId, role: 'it', question: 'Er disken kryptert?' }
    expect((await dpo.post(path, { ...form, dueAt: localInput(hoursFrom(someMonday, 20)) })).status).toBe(303)
    const manager = await app.as('sauda-it-sjef')
    for (const address of [`/avvik/${id}`, `${path}/${form.inquiry}`]) {
      const page = await manager.get(address)
      expect(page.status).toBe(200)
      expect(page.text).toContain('Er disken kryptert?')
      expect(page.text).not.toContain('hemmelig')
      expect(page.text).not.toContain('Lærar, Sauda')
    }
    for (const closed of ['behandling', 'tidspunkter', 'sporsmal', 'tiltak'])
      expect((await manager.get(`/avvik/${id}/${closed}`)).status).toBe(403)
    expect((await manager.post(`${path}/${form.inquiry}`, { answer: 'Ja.' })).status).toBe(303)
    // Somebody else's question is not there, and neither is one that does not exist.
    const nurse = await app.as('sauda-sykepleier')
    expect((await nurse.get(`${path}/${form.inquiry}`)).status).toBe(404)
    expect((await dpo.get(`${path}/${newId(someMonday)}`)).status).toBe(404)
    expect((await (await app.as('sandnes-personvernombud')).get(`${path}/${form.inquiry}`)).status).toBe(404)
  })

  it('S4-138 whoever may know is first in the list, and anybody at work may be asked; who asks is not in it', async () => {
    const id = await report()
    const path = `/avvik/${id}/sporsmal`
    const form = { ...(await formOf(dpo, path)), to: 'person', question: 'Kva veit du?', dueAt: localInput(hoursFrom(someMonday, 20)) }
    expect((await dpo.post(path, form)).text).toContain('href="#person"')
    const { text } = await dpo.get(path)
    const list = text.slice(text.indexOf('<select'), text.indexOf('</select>'))
    expect(list.indexOf('IT-sjef, Sauda')).toBeGreaterThan(0)
    expect(list).toMatch(/IT-sjef, Sauda.*Sjukepleiar, Sauda/s)
    expect(list).not.toContain((await app.person('sauda-personvernombud')).personId)
    const { personId } = await app.person('sauda-sykepleier')
    expect((await dpo.post(path, { ...form, person: personId })).status).toBe(303)
  })

  it('S4-131 a protected reporter is asked by the page of a case that never says who it is', async () => {
    const id = await report('sandnes-ansatt')
    const officer = await app.as('sandnes-personvernombud')
    const path = `/avvik/${id}/sporsmal`
    const form = {
      ...(await formOf(officer, path)),
      to: 'reporter',
      question: 'Når så du det?',
      dueAt: localInput(hoursFrom(someMonday, 20)),
    }
    expect((await officer.post(path, form)).status).toBe(303)
    const teacher = await app.as('sandnes-ansatt')
    expect((await teacher.post(`${path}/${form.inquiry}`, { answer: 'I går.' })).status).toBe(303)
    const page = (await officer.get(`/avvik/${id}`)).text
    expect(page).toContain('I går.')
    expect(page).not.toContain('Lærer, Sandnes')
  })

  it('S3-14 internal: the leader gets a task, sees the report, and may come to the closing; to Datatilsynet: cannot', async () => {
    const id = await report('sauda-ansatt', { affectedKnown: 'exact', affectedCount: 2 })
    const path = `/avvik/${id}/veivalg`
    const leader = await app.as('sauda-leder')
    await app.ctx('sauda-personvernombud', async (ctx) => {
      must(await takeCase(ctx, id, null))
      must(await saveHandling(ctx, id, null, { severity: 'minor' }))
      must(await decideWhetherBreach(ctx, id, null, 'yes', 'Lista kom bort.'))
    })
    const early = await dpo.post(path, { ...(await formOf(dpo, path)), triage: 'internal' })
    expect(early.status).toBe(422)
    await assessLow(id)
    expect((await leader.get(`/avvik/${id}`)).status).toBe(404)
    expect((await dpo.post(path, await formOf(dpo, path))).status).toBe(422)
    expect((await dpo.post(path, { ...(await formOf(dpo, path)), triage: 'internal' })).status).toBe(303)
    expect((await leader.get('/oppgaver')).text).toContain(`/avvik/${id}`)
    const told = await leader.get(`/avvik/${id}`)
    expect(told.status).toBe(200)
    expect(told.text).toContain('En hemmelig liste')
    expect(told.text).toContain(`/avvik/${id}/lukking`)
    expect(told.text).not.toContain('Ingen har sett lista.')

    expect((await dpo.post(path, { ...(await formOf(dpo, path)), triage: 'authority' })).status).toBe(303)
    expect((await leader.get(`/avvik/${id}`)).status).toBe(404)
    expect((await leader.get('/oppgaver')).text).not.toContain(`/avvik/${id}`)
  })

  it('S4-131 the leader who closes sees that the reporter is protected, and no name: not in the case, its document, or the log', async () => {
    const { personId } = await app.person('sauda-sykepleier')
    const id = newId(someMonday)
    await app.ctx('sauda-personvernombud', async (ctx) => {
      const given = { personalData: 'yes', whatHappened: 'En hemmelig liste kom bort.', affectedKnown: 'unknown' } as const
      const leader = await app.person('sauda-leder')
      const report = { ...emptyValues(reportFields), ...given, affectedUnit: ctx.actor.unitId, affectedLeader: leader.personId }
      const behalf = { channel: 'oral', receivedAt: someMonday, person: personId, outside: null, isProtected: true } as const
      must(await registerReport(ctx, id, { ...report, discoveredAt: hoursFrom(someMonday, -1) }, [], behalf))
      must(await takeCase(ctx, id, null))
      must(await saveHandling(ctx, id, null, { severity: 'minor' }))
      must(await decideWhetherBreach(ctx, id, null, 'yes', 'Lista kom bort.'))
    })
    await assessLow(id)
    const path = `/avvik/${id}/veivalg`
    expect((await dpo.post(path, { ...(await formOf(dpo, path)), triage: 'internal' })).status).toBe(303)
    const leader = await app.as('sauda-leder')
    const page = await leader.get(`/avvik/${id}`)
    expect(page.status).toBe(200)
    expect(page.text).toMatch(/<dt>Meldar<\/dt><dd[^>]*>Meldaren er verna/)
    const number = /2026-\d{4}/.exec(page.text)?.[0]
    const auditor = await app.as('sauda-revisor')
    const seen = [
      page,
      await leader.get(`/avvik/${id}/dokumenter/avviksmelding.txt`),
      await auditor.get(`/logg/utdrag/csv?gjelder=${number}`),
    ]
    for (const { status, text } of seen) {
      expect(status).toBe(200)
      expect(text).toMatch(new RegExp(`${number}|${id}`))
      expect(text).not.toContain('Sjukepleiar')
      expect(text).not.toContain(personId)
    }
    // The name is one that the pages do show where nobody is protected.
    const open = await report('sauda-sykepleier')
    expect((await dpo.get(`/avvik/${open}`)).text).toContain('Sjukepleiar')
  })

  it('S3-14 is no page where no leader may close', async () => {
    const id = await report('oslomet-ansatt')
    const team = await app.as('oslomet-sikkerhet')
    await app.ctx('oslomet-sikkerhet', (ctx) => takeCase(ctx, id, null))
    expect((await team.get(`/avvik/${id}/veivalg`)).status).toBe(409)
  })
})
