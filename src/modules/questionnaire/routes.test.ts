import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { employed } from '../../../test/support/employed.ts'
import { readDocx, wordsOf } from '../../../test/support/read-docx.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { localDate } from '../../kernel/calendar/calendar.ts'
import { formatDate } from '../../kernel/calendar/words.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { makeAccess } from '../access/factory.ts'
import { makeCamera } from '../cameras/factory.ts'
import { decideDisclosure } from '../disclosures/commands.ts'
import { makeDisclosure, makeExtract, makeRule } from '../disclosures/factory.ts'
import { makePublished } from '../guidance/factory.ts'
import { adoptStarted, fetchReadyMade } from '../guidance/public.tsx'
import { makeNotice } from '../information-notices/factory.ts'
import { personsById, unitRecord, unitsNamed } from '../people/queries.ts'
import { checkProcessing } from '../processing/commands.ts'
import { makeProcessing } from '../processing/factory.ts'
import { makeMeasure, makeRisk } from '../risks/factory.ts'
import { addSource } from '../sources/public.ts'
import { answerRequest, assignRequest } from '../subject-requests/commands.ts'
import { makeSubjectRequest } from '../subject-requests/factory.ts'
import { makeSystem } from '../systems/factory.ts'
import { makeCompletion, makeRequirement } from '../training/factory.ts'
import { closeCampaign } from './commands.ts'
import { saveAnswers } from './commands-answering.ts'
import { beginStandard, publishQuestionnaire, writeQuestion } from './commands-writing.ts'
import { answersFor, makeCampaign, makeQuestionnaire, sendUnit, unitNamed } from './factory.ts'
import { questionFields } from './fields.ts'
import type { CampaignUnit } from './questionnaire.ts'
import { unitAddress } from './tasks.ts'

const three = ['Institutt for informatikk', 'USIT', 'Det medisinske fakultet']

describeExample('questionnaire: pages', (db) => {
  let app: TestApp
  let campaign: string
  const unit: Record<string, CampaignUnit> = {}
  const ids = async (...names: readonly string[]) =>
    app.ctx('uio-personvernombud', async (ctx) => {
      const found = await unitsNamed(ctx, names)
      return names.flatMap((name) => found.find(({ values }) => values.name === name)?.id ?? [])
    })
  const one = (name: string): CampaignUnit => unit[name] as CampaignUnit
  const at = (name: string) => unitAddress(one(name))
  /** A round of its own, for a test that must not find what others have answered. */
  const round = async (names: readonly string[] = three) => {
    const units = await ids(...names)
    return app.ctx('uio-personvernombud', async (ctx) => {
      const id = await makeCampaign(ctx, { units })
      const of = new Map<string, CampaignUnit>()
      for (const name of names) of.set(name, await unitNamed(ctx, id, name))
      return { id, of: (name: string) => of.get(name) as CampaignUnit }
    })
  }
  const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  const page = async (slug: string, path: string) => (await (await app.as(slug)).get(path)).text
  const posted = async (browser: Client, path: string, form: Readonly<Record<string, string | readonly string[]>> = {}) =>
    browser.post(path, { version: versionIn((await browser.get(path)).text), ...form })

  beforeAll(async () => {
    app = await testApp(db())
    const units = await ids(...three)
    campaign = await app.ctx('uio-personvernombud', (ctx) => makeCampaign(ctx, { units, contact: 'internkontroll@uio.example' }))
    await app.ctx('uio-personvernombud', async (ctx) => {
      for (const name of three) unit[name] = await unitNamed(ctx, campaign, name)
    })
  }, 120_000)
  afterAll(() => app.stop())

  it('S2-01 a round of three units is started on the page, opens, and each has its task', async () => {
    const dpo = await app.as('uio-personvernombud')
    const questionnaire = await app.ctx('uio-personvernombud', makeQuestionnaire)
    expect((await dpo.get('/internkontroll/ny')).text).toContain(questionnaire)
    const id = '019a0000-0000-7000-8000-000000000101'
    const form = {
      id,
      name: 'Internkontroll 2024',
      year: '2024',
      questionnaire,
      units: await ids(...three),
      opensOn: '2026-03-02',
      dueOn: '2026-03-20',
      daysALevel: '0',
    }
    expect((await dpo.post('/internkontroll/ny', { ...form, dueOn: '2026-02-01' })).status).toBe(422)
    expect(await dpo.post('/internkontroll/ny', form)).toMatchObject({ status: 303, location: `/internkontroll/${id}` })
    const round = (await dpo.get(`/internkontroll/${id}`)).text
    expect(round).toContain('Planlagt')
    const version = versionIn(round)
    expect((await dpo.post(`/internkontroll/${id}/apning`, { version })).status).toBe(303)
    const tasks = await app.ctx('uio-personvernombud', (ctx) =>
      ctx.tx
        .selectFrom('task')
        .innerJoin('campaign_unit', 'campaign_unit.id', 'task.subject_id')
        .select('task.id')
        .where('campaign_unit.campaign_id', '=', id)
        .where('task.status', '=', 'open')
        .execute(),
    )
    expect(tasks).toHaveLength(3)
    expect(await page('uio-leder', '/oppgaver')).toContain('Svar på den årlige internkontrollen')
    expect((await (await app.as('uio-ansatt')).get('/internkontroll/ny')).status).toBe(403)
  })

  it('S2-02 S2-04 S2-07 S2-08 S2-12 S2-14 S2-64 each question has its number, guidance, answers with their help, and a comment; the contact stands above', async () => {
    const leader = await app.as('uio-leder')
    const texts: string[] = []
    for (const part of [2, 3, 4, 5, 6, 7, 8, 9]) texts.push((await leader.get(`${at('Institutt for informatikk')}/del/${part}`)).text)
    const all = texts.join('\n')
    for (const number of '2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 3.5 4.1 4.2 4.3 5.1 5.2 5.3 6.1 6.2 6.3 6.4 6.5 7.1 8.1 8.2 9.1'.split(' '))
      expect(all).toMatch(new RegExp(`<legend[^>]*>${number.replace('.', '\\.')} `))
    expect(all.match(/<summary>Veiledning<\/summary>/g)).toHaveLength(24)
    expect(all.match(/name="\w+_comment"/g)).toHaveLength(24)
    expect(all.match(/Du er så godt som sikker på at «ja, dette stemmer for min enhet»/g)).toHaveLength(22)
    for (const text of texts) expect(text).toContain('internkontroll@uio.example')
    expect(texts[0]).toContain('Universitetsdirektøren har det overordnede ansvaret')
    // S2-08 Beside 2.1 stands who it is today.
    expect(texts[0]).toContain('Universitetsdirektør: Universitetsdirektør, UiO')
    expect(texts[0]).toContain('Meldeplikten til Datatilsynet og kravet om konsesjon falt bort 20. juli 2018')
    expect(texts[0]).toContain('Lest 1. august 2026')
    expect(texts[0]).toContain('I 2016 meldte man til personvernombudet eller NSD')
  })

  it('S2-19 S2-25 S2-41 beside a question stand the unit’s own activities, and no other unit’s', async () => {
    const [mine, theirs] = await ids('Institutt for informatikk', 'USIT')
    const names = await app.ctx('uio-administrator', async (ctx) => {
      await makeProcessing(ctx, { name: 'Egen helsesak', unit: mine ?? null, dataKinds: ['name', 'health'], processors: 'Kanari AS' })
      await makeProcessing(ctx, { name: 'Andres sak', unit: theirs ?? null })
      return 'made'
    })
    expect(names).toBe('made')
    const mapping = await page('uio-leder', `${at('Institutt for informatikk')}/del/3`)
    expect(mapping).toContain('Egen helsesak')
    expect(mapping).not.toContain('Andres sak')
    expect(mapping).toContain('mangler tillatelse')
    expect(await page('uio-leder', `${at('Institutt for informatikk')}/del/5`)).toContain(
      'Kanari AS: Egen helsesak</a> <span class="v-soft">mangler avtale',
    )
    expect(await page('uio-it-sjef', `${at('USIT')}/del/3`)).not.toContain('Egen helsesak')
  })

  it('saved as one writes, half or whole; what cannot be read is named and the rest is kept', async () => {
    const leader = await app.as('uio-leder')
    const part = `${at('Institutt for informatikk')}/del/2`
    const version = versionIn((await leader.get(part)).text)
    const saved = await leader.post(`${part}/lagring`, {
      version,
      responsible_option: 'covered',
      responsible_comment: 'Vi vet det',
      training_dueOn: 'i morgen',
    })
    expect(saved.status).toBe(200)
    expect(JSON.parse(saved.text)).toMatchObject({ version: Number(version) + 1, fields: ['training_dueOn'] })
    const again = (await leader.get(part)).text
    expect(again).toContain('Vi vet det')
    expect(again).toContain('1 av 24 spørsmål besvart')
    expect((await leader.post(`${part}/lagring`, { version: '1', responsible_option: 'notCovered' })).status).toBe(409)
    expect((await leader.post(part, { version: versionIn(again), responsible_option: 'perhaps' })).status).toBe(422)
    expect(
      await leader.post(part, { version: versionIn(again), responsible_option: 'covered', responsible_comment: 'Vi vet det' }),
    ).toMatchObject({
      status: 303,
      location: `${at('Institutt for informatikk')}/del/3`,
    })
  })

  it('others see nothing of it and change nothing; bad addresses are not there', async () => {
    const employee = await app.as('uio-ansatt')
    const here = at('Institutt for informatikk')
    for (const path of [here, `${here}/del/2`, `${here}/sending`, `${here}/ansvar`, `${here}/gjennomgang`, `/internkontroll/${campaign}`])
      expect([path, (await employee.get(path)).status]).toEqual([path, 404])
    expect((await employee.post(`${here}/del/2`, { version: '1' })).status).toBe(404)
    expect((await employee.get(`/internkontroll/${campaign}/rapport`)).status).toBe(403)
    expect((await employee.get('/internkontroll/skjemaer')).status).toBe(403)
    const leader = await app.as('uio-leder')
    expect((await leader.get(at('USIT'))).status).toBe(404)
    expect((await leader.get(`${here}/del/10`)).status).toBe(404)
    expect((await leader.get(`${here}/del/1x`)).status).toBe(404)
    const other = await app.as('sauda-personvernombud')
    for (const path of [here, `/internkontroll/${campaign}`, `/internkontroll/${campaign}/rapport`])
      expect((await other.get(path)).status).toBe(404)
    expect((await (await app.as('uio-personvernombud')).post(`${here}/del/2`, { version: '1' })).status).toBe(403)
  })

  it('S2-55 S2-56 the leader sends a question on, whoever knows answers, and the answer goes back in', async () => {
    const leader = await app.as('uio-leder')
    const here = at('Institutt for informatikk')
    const { personId } = await app.person('uio-it-sjef')
    const id = '019a0000-0000-7000-8000-000000000201'
    const section = await posted(leader, `${here}/del/6`, { videre: 'spor:measures' })
    expect(section.location).toBe(`${here}/videre/measures`)
    const sent = await leader.post(`${here}/videre/measures`, { id, asked: personId, note: 'Vet du dette?' })
    expect([sent.status, sent.location]).toEqual([303, `${here}/del/6#measures`])
    const who = await app.as('uio-it-sjef')
    expect((await who.get('/oppgaver')).text).toContain(`/internkontroll/spurt/${id}`)
    const asked = (await who.get(`/internkontroll/spurt/${id}`)).text
    expect(asked).toContain('Vet du dette?')
    expect((await leader.get(`/internkontroll/spurt/${id}`)).status).toBe(404)
    expect((await who.get(here)).status).toBe(404)
    expect((await who.post(`/internkontroll/spurt/${id}`, {})).status).toBe(422)
    expect((await who.post(`/internkontroll/spurt/${id}`, { option: 'covered', comment: 'Brannmur og adgangskort' })).status).toBe(303)
    expect((await leader.get(`${here}/del/6`)).text).toContain('Brannmur og adgangskort')
    expect((await who.get('/oppgaver')).text).not.toContain(`/internkontroll/spurt/${id}`)
    expect((await who.post(`/internkontroll/spurt/${id}`, { option: 'notCovered' })).status).toBe(303)
    expect((await leader.get(`${here}/del/6`)).text).toMatch(/id="measures_option"[^>]*checked/)
  })

  it('S2-63 beside the questions on deviations is the way to the routine, as it is on the report page', async () => {
    await app.ctx('uio-personvernombud', async (ctx) => {
      await fetchReadyMade(ctx, 'Universitetsdirektøren')
      await adoptStarted(ctx, 'deviationRoutine', { adoptedBy: 'Universitetsdirektøren', minutes: 'Sak 12/26' })
    })
    const href = async (path: string) =>
      /href="(\/veiledning\/[^"]+)"[^>]*>Les rutinen for avvik/.exec(await page('uio-it-sjef', path))?.[1]
    const routine = await href('/avvik/ny')
    expect(routine).toBeDefined()
    expect(await href(`${at('USIT')}/del/8`)).toBe(routine)
    expect(await page('uio-it-sjef', routine ?? '')).toContain('Rutine for avvik')
  })

  it('S2-65 a yes lowers the coverage, and opens a report that is filled in with what is known', async () => {
    const chief = await app.as('uio-it-sjef')
    const part = `${at('USIT')}/del/8`
    await app.ctx('uio-it-sjef', async (ctx) => saveAnswers(ctx, one('USIT').id, null, await answersFor(ctx, one('USIT'))))
    expect((await chief.get(part)).text).toContain('Meld avviket nå')
    const videre = /value="(meld:unreported:[^"]+)"/.exec((await chief.get(part)).text)?.[1] ?? ''
    const answers = { routine_option: 'covered', unreported_option: 'yes', unreported_comment: 'Liste sendt feil', videre }
    const reported = await posted(chief, part, answers)
    // Pressed twice without script: one draft.
    expect((await posted(chief, part, answers)).location).toBe(reported.location)
    expect(reported.status).toBe(303)
    expect(reported.location).toMatch(/^\/avvik\/[0-9a-f-]{36}\/skjema$/)
    const report = await chief.get(reported.location ?? '')
    const described = await chief.get(`${reported.location}?del=beskrivelse`)
    expect(report.text + described.text).toContain('Liste sendt feil')
    const sent = await posted(chief, `${at('USIT')}/sending`, { unit: one('USIT').unitId })
    expect(sent.status).toBe(303)
    const line = await page('uio-personvernombud', `/internkontroll/${campaign}/rapport`)
    expect(line).toContain('96')
    expect(line).toMatch(/8\.2 [^<]*<\/th><td[^>]*>0 %/)
  })

  it('S2-05 the unit is filled in, and without it nothing is sent', async () => {
    const leader = await app.as('uio-leder')
    const here = at('Institutt for informatikk')
    const { unitId } = one('Institutt for informatikk')
    const check = (await leader.get(`${here}/sending`)).text
    expect(check).toMatch(new RegExp(`selected value="${unitId}"`))
    expect(check).toContain('svar mangler')
    expect((await posted(leader, `${here}/sending`, { unit: unitId })).status).toBe(422)
    await app.ctx('uio-leder', async (ctx) => {
      const own = one('Institutt for informatikk')
      const duty = {
        option: 'notCovered',
        reason: 'Ny enhet',
        follow: 'action',
        action: 'Hold kurs',
        owner: (await app.person('uio-ansatt')).personId,
        dueOn: '2026-06-01',
      } as const
      const advice = { option: 'notCovered', reason: 'Vi er to', follow: 'acceptance' } as const
      await saveAnswers(ctx, own.id, null, await answersFor(ctx, own, { duty, advice }))
    })
    const refused = await posted(leader, `${here}/sending`, { unit: '' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Velg hvilken enhet svarene gjelder.')
    expect((await posted(leader, `${here}/sending`, { unit: unitId })).location).toBe(here)
    expect((await leader.get('/oppgaver')).text).not.toContain(here)
  })

  it('an action is a task of its owner until it is done; who owns it sees the action and nothing else', async () => {
    const owner = await app.as('uio-ansatt')
    const action = `${at('Institutt for informatikk')}/tiltak/duty`
    expect((await owner.get('/oppgaver')).text).toContain(action)
    expect((await owner.get(action)).text).toContain('Hold kurs')
    expect((await owner.get(at('Institutt for informatikk'))).status).toBe(404)
    expect((await (await app.as('uio-it-sjef')).get(action)).status).toBe(404)
    expect((await owner.post(action, { doneOn: '2026-04-01' })).status).toBe(422)
    expect((await owner.post(action, { doneOn: '2026-03-01', doneNote: 'Holdt' })).status).toBe(303)
    expect((await owner.get('/oppgaver')).text).not.toContain(action)
    expect(await page('uio-personvernombud', `/internkontroll/${campaign}/rapport`)).toMatch(/Hold kurs[\s\S]*Gjort/)
  })

  it('S2-07 S2-10 S2-12 S2-14 S2-21 S2-24 S2-25 S2-27 S2-30 S2-32 S2-33 S2-35 S2-40 S2-41 S2-51 S2-53 S2-54 S2-56 S2-57 S2-60 S2-64 S2-67 every answer is in the unit’s line of the report', async () => {
    const own = await round()
    const informatics = own.of('Institutt for informatikk')
    await app.ctx('uio-leder', (ctx) =>
      sendUnit(ctx, informatics.id, {
        advice: { option: 'notCovered', reason: 'x', follow: 'acceptance' },
        duty: { option: 'notCovered', reason: 'x', follow: 'acceptance' },
        licence: { option: 'yes', comment: 'Registeret' },
      }),
    )
    const dpo = await app.as('uio-personvernombud')
    const csv = (await dpo.get(`/internkontroll/${own.id}/rapport-nb.csv`)).text
    const [head, ...lines] = csv.trim().split(/\r?\n/)
    expect(head?.split(';').length).toBe(28)
    const mine = lines.find((text) => text.includes('Institutt for informatikk')) ?? ''
    expect(mine.match(/Helt dekket/g)).toHaveLength(20)
    expect(mine.match(/Ikke dekket/g)).toHaveLength(2)
    expect(mine).toMatch(/;Ja;/)
    expect(mine).toContain(';91;')
    expect(lines).toHaveLength(3)
    // The workbook has the same lines, and a sheet with what is followed up: all of it, by unit, with how it goes.
    const { sheets } = await readXlsx((await dpo.get(`/internkontroll/${own.id}/rapport-nb.xlsx`)).bytes)
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Enhetene', 4],
      ['Tiltak', 3],
    ])
    const read = readPdf((await dpo.get(`/internkontroll/${own.id}/rapport-nb.pdf`)).bytes).pages.join('')
    expect(read.replace(/\s+/g, '')).toMatch(/Instituttforinformatikk91%2\.1,2\.2,3\.1/)
  })

  it('S2-06 no name and no address of those who answered is in the report, its files or the log; the administrator of the round alone sees them', async () => {
    const own = await round()
    await app.ctx('uio-leder', (ctx) => sendUnit(ctx, own.of('Institutt for informatikk').id))
    const dpo = await app.as('uio-personvernombud')
    const shown = (await dpo.get(`/internkontroll/${own.id}`)).text
    expect(shown).toContain('Hvem som har svart')
    expect(shown).toContain('Instituttleder, UiO')
    const names = /Instituttleder|leder@uio/
    const bare = (text: string) => text.replace(/<header[\s\S]*?<\/header>/, '')
    const report = `/internkontroll/${own.id}`
    expect(bare((await dpo.get(`${report}/rapport`)).text)).not.toMatch(names)
    expect((await dpo.get(`${report}/rapport-nb.csv`)).text).not.toMatch(names)
    expect(readPdf((await dpo.get(`${report}/rapport-nn.pdf`)).bytes).pages.join('')).not.toMatch(names)
    for (const file of ['rapport-en.docx', 'rapport-nb.xlsx'])
      expect([file, (await dpo.get(`${report}/${file}`)).status]).toEqual([file, 200])
    const director = await page('uio-universitetsdirektor', report)
    expect(director).not.toContain('Hvem som har svart')
    expect(bare(director)).not.toMatch(names)
    const log = await page('uio-revisor', '/logg')
    expect(log).toContain('Svar sendt for en enhet')
    for (const row of log.match(/<tr[\s\S]*?<\/tr>/g) ?? []) if (/Svar (sendt|lagret)/.test(row)) expect(row).not.toMatch(names)
  })

  it('S2-01 after the date the unit that has not answered is listed as missing, and only it is reminded', async () => {
    const own = await round(['USIT', 'Det medisinske fakultet'])
    await app.ctx('uio-it-sjef', (ctx) => sendUnit(ctx, own.of('USIT').id))
    app.clock.now = new Date('2026-04-20T08:00:00Z')
    const shown = await page('uio-personvernombud', `/internkontroll/${own.id}`)
    const late = shown.slice(shown.indexOf('Har ikke svart innen fristen'), shown.indexOf('>Enhetene<'))
    expect(late).toContain('Det medisinske fakultet')
    expect(late).not.toContain('USIT')
    expect(await page('uio-universitetsdirektor', '/oppgaver')).toContain(unitAddress(own.of('Det medisinske fakultet')))
    expect(await page('uio-it-sjef', '/oppgaver')).not.toContain(unitAddress(own.of('USIT')))
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('S2-51 S2-52 a system of the unit without a routine stands as a gap beside the question, until a routine in force covers it', async () => {
    const [unitId] = await ids('USIT')
    const system = await app.ctx('uio-administrator', (ctx) =>
      makeSystem(ctx, { name: 'Brannmuren', ownerUnit: unitId ?? null, inUse: 'yes' }),
    )
    const other = await app.ctx('uio-administrator', (ctx) =>
      makeSystem(ctx, { name: 'Vaktlisten', ownerUnit: unitId ?? null, inUse: 'yes' }),
    )
    const beside = async (id: string) =>
      new RegExp(`/systemer/${id}"[^>]*>[^<]*</a> <span class="v-soft">([^,<]*)`).exec(
        await page('uio-it-sjef', `${at('USIT')}/del/6`),
      )?.[1]
    expect(await beside(system)).toBe('mangler rutine')
    expect(await page('uio-it-sjef', `${at('USIT')}/del/6`)).toContain('href="/sporsmal/nytt?type=routine">Vi mangler en rutine')
    await app.ctx('uio-personvernombud', (ctx) => makePublished(ctx, { kind: 'routine', systems: [system] }))
    expect([await beside(system), await beside(other)]).toEqual(['har rutine', 'mangler rutine'])
  })

  it('S2-60 beside the question on erasure stands how many of the unit’s activities have a routine for it', async () => {
    const [unit] = await ids('Det medisinske fakultet')
    await app.ctx('uio-administrator', async (ctx) => {
      await makeProcessing(ctx, { name: 'Med rutine', unit: unit ?? null, deletionRoutine: 'Slettes hver høst' })
      await makeProcessing(ctx, { name: 'Uten rutine', unit: unit ?? null })
      await makeProcessing(ctx, { name: 'Heller ikke', unit: unit ?? null })
    })
    const section = await page('uio-universitetsdirektor', `${at('Det medisinske fakultet')}/del/7`)
    expect(section).toContain('1 av 3 behandlinger har sletterutine')
    expect(section).toMatch(/Med rutine<\/a> <span class="v-soft">Slettes hver høst/)
    expect(section).toMatch(/Uten rutine<\/a> <span class="v-soft">mangler sletterutine/)
  })

  it('S2-67 beside the question on cameras stand those registered in the unit’s area, with where they stand, and no other unit’s', async () => {
    const [theirs, mine] = await ids('Institutt for informatikk', 'USIT')
    await app.ctx('uio-eiendom', async (ctx) => {
      await makeCamera(ctx, { name: 'Serverrommet', site: 'Kjelleren', unit: mine ?? null })
      await makeCamera(ctx, { name: 'Ukjent kamera i gangen', site: null, origin: 'found', purposes: [], unit: mine ?? null })
      await makeCamera(ctx, { name: 'Lesesalen', unit: theirs ?? null })
    })
    const section = await page('uio-it-sjef', `${at('USIT')}/del/9`)
    expect(section).toContain('2 kameraer, 1 ikke tillatt')
    expect(section).toMatch(/Serverrommet<\/a> <span class="v-soft">Kjelleren, ikke godkjent/)
    expect(section).toMatch(/Ukjent kamera i gangen<\/a> <span class="v-soft">ikke tillatt/)
    expect(section).not.toContain('Lesesalen')
    expect(await page('uio-leder', `${at('Institutt for informatikk')}/del/9`)).toContain('1 kamera, 0 ikke tillatt')
  })

  it('S2-30 S2-32 S2-33 beside the questions on access stand the overview, the unit’s requests that were answered in time, and consents that nobody has described', async () => {
    const [unit] = await ids('USIT')
    const clerk = await app.person('uio-it-sjef')
    const [whole, lacking] = await app.ctx('uio-personvernombud', async (ctx) => {
      const values = { unit: unit ?? null, basis: ['consent' as const] }
      return [await makeProcessing(ctx, { ...values, name: 'Nyhetsbrev' }), await makeProcessing(ctx, { ...values, name: 'Bildebruk' })]
    })
    await app.ctx('uio-personvernombud', async (ctx) => {
      const told = { consentText: 'Hva', consentHow: 'Skjema', consentWhen: 'Før', consentRecorded: 'Arkivet', consentWithdrawn: 'E-post' }
      await makeNotice(ctx, whole, told)
      await makeNotice(ctx, lacking, { consentHow: 'Skjema' })
    })
    const requests = await app.ctx('uio-ansatt', async (ctx) => [
      await makeSubjectRequest(ctx),
      await makeSubjectRequest(ctx),
      await makeSubjectRequest(ctx),
    ])
    await app.ctx('uio-universitetsdirektor', async (ctx) => {
      for (const id of requests.slice(0, 2)) await assignRequest(ctx, id, 1, { unit: unit ?? null, responsible: clerk.personId })
      const granted = { outcome: 'granted', ground: null, answer: null, answeredOn: '2026-03-02' } as const
      expect(await answerRequest(ctx, requests[0] ?? '', 2, granted)).toMatchObject({ ok: true })
    })
    const section = await page('uio-it-sjef', `${at('USIT')}/del/4`)
    expect(section).toContain(`href="/egne-opplysninger/oversikt?enhet=${unit}"`)
    expect(section).toContain('2 krav i år: 1 besvart, 1 av dem i tide, 0 åpne over fristen')
    expect(section).toMatch(/Nyhetsbrev<\/a> <span class="v-soft">utkast, samtykket er beskrevet/)
    expect(section).toMatch(/Bildebruk<\/a> <span class="v-soft">utkast, ufullstendig: samtykket er ikke beskrevet/)
    app.clock.now = new Date('2026-04-02T08:00:00Z')
    expect(await page('uio-it-sjef', `${at('USIT')}/del/4`)).toContain('2 krav i år: 1 besvart, 1 av dem i tide, 1 åpne over fristen')
    app.clock.now = new Date('2026-03-02T08:00:00Z')
  })

  it('S2-27 the page of a unit says who sees its notifications in the research archive, and so does question 3.5', async () => {
    const [unit = ''] = await ids('USIT')
    const head = await app.person('uio-it-sjef')
    const admin = await app.as('uio-administrator')
    const form = (await admin.get(`/enheter/${unit}`)).text
    expect(form).toContain('Har enheten tilgang til meldingsarkivet hos Sikt?')
    const [, version = ''] = /name="version" value="(\d+)"/.exec(form) ?? []
    const stands = await app.ctx('uio-administrator', (ctx) => unitRecord(ctx, unit))
    const answers = {
      version,
      name: 'USIT',
      kind: stands?.values.kind ?? 'unit',
      parent: stands?.values.parent ?? '',
      leader: stands?.values.leader ?? '',
    }
    const portal = { researchPortal: 'yes', researchPortalPeople: head.personId }
    expect((await admin.post(`/enheter/${unit}`, { ...answers, ...portal, researchPortal: 'no' })).status).toBe(422)
    expect((await admin.post(`/enheter/${unit}`, { ...answers, ...portal })).status).toBe(303)
    const called = await app.ctx(
      'uio-administrator',
      async (ctx) => (await personsById(ctx, [head.personId])).get(head.personId)?.name ?? '',
    )
    expect((await admin.get(`/enheter/${unit}`)).text).toContain(called)
    const section = await page('uio-it-sjef', `${at('USIT')}/del/3`)
    expect(section).toContain(`Enheten har tilgang til meldingsarkivet hos Sikt: ${called}.`)
  })

  it('S2-35 S2-40 beside the questions on export stand the unit’s requests with who decided, and its extracts, one without approval as a deviation perhaps', async () => {
    const [unit = '', theirs = ''] = await ids('USIT', 'Institutt for informatikk')
    const owner = await app.person('uio-systemeier')
    const system = await app.ctx('uio-administrator', async (ctx) => {
      const made = await makeSystem(ctx, { owner: owner.personId })
      await makeRule(ctx, made)
      return made
    })
    const [asked = '', extract = ''] = await app.ctx('uio-ansatt', async (ctx) => {
      await makeDisclosure(ctx, system, { unit: theirs, name: 'En annen enhets' })
      return [await makeDisclosure(ctx, system, { unit, name: 'Adresselisten' }), await makeExtract(ctx, system, unit, null)]
    })
    const decision = { decision: 'approved', reason: 'Greit.' } as const
    expect(await app.ctx('uio-systemeier', (ctx) => decideDisclosure(ctx, asked, 1, decision))).toMatchObject({ ok: true })
    await app.ctx('uio-ansatt', (ctx) => makeExtract(ctx, system, unit, asked))
    const section = await page('uio-it-sjef', `${at('USIT')}/del/5`)
    expect(section).toMatch(/Adresselisten<\/a> <span class="v-soft">godkjent, avgjort av Systemeier/)
    expect(section).not.toContain('En annen enhets')
    expect(section).toContain('2 uttrekk, 1 uten godkjenning')
    expect(section).toMatch(
      new RegExp(`/uttrekk/${extract}"[^>]*>[^<]*</a> <span class="v-soft">1\\. mars( 2026)?, uten godkjenning, kan være et avvik`),
    )
    expect(section).toContain('godkjenning: Adresselisten')
  })

  it('S2-54 beside the question on authorisation stands how many accesses are registered in each system of the unit, and no name', async () => {
    const [owner] = await ids('USIT')
    const person = await employed(app, 'uio-leder', 'uio-ansatt')
    await app.ctx('uio-administrator', async (ctx) => {
      const system = await makeSystem(ctx, { name: 'Timelistene', ownerUnit: owner ?? null })
      await makeAccess(ctx, { person, system })
      await makeSystem(ctx, { name: 'Ubrukte lister', ownerUnit: owner ?? null })
    })
    const section = await page('uio-it-sjef', `${at('USIT')}/del/6`)
    expect(section).toMatch(/Timelistene<\/a> <span class="v-soft">[^<]*1 tilgang er registrert/)
    expect(section).toMatch(/Ubrukte lister<\/a> <span class="v-soft">[^<]*ingen tilganger er registrert/)
  })

  it('S2-10 the share of the unit’s people who have had their training stands beside question 2.2, for its leader', async () => {
    const [requirement] = await app.ctx('uio-personvernombud', async (ctx) => [await makeRequirement(ctx)])
    const section = () => page('uio-leder', `${at('Institutt for informatikk')}/del/2`)
    expect(await section()).toContain('0 % av de ansatte har den opplæringen de skal ha')
    const { personId } = await app.person('uio-ansatt')
    await app.ctx('uio-personvernombud', (ctx) => makeCompletion(ctx, requirement, { person: personId }))
    expect(await section()).toContain('50 % av de ansatte har den opplæringen de skal ha')
  })

  it('S2-11 question 2.2 shows its references as links: law, regulation, the organisation’s own rules, handbook and routine', async () => {
    const levels = ['law', 'regulation', 'institution', 'handbook', 'routine', 'page'] as const
    await app.ctx('uio-personvernombud', async (ctx) => {
      for (const level of levels)
        await addSource(ctx, newId(ctx.now), {
          ...{ name: `Regel ${level}`, level, chapter: `kapittel ${level}`, address: `https://regler.example/${level}` },
          ...{ checkedOn: null, inUse: 'yes' },
        })
    })
    const section = await page('uio-leder', `${at('Institutt for informatikk')}/del/2`)
    for (const level of levels.slice(0, 5)) {
      expect(section).toContain(`href="https://regler.example/${level}"`)
      expect(section).toContain(`kapittel ${level}`)
    }
    expect(section).not.toContain('https://regler.example/page')
    expect(section.indexOf('regler.example/law')).toBeLessThan(section.indexOf('regler.example/routine'))
  })

  it('S2-56 a measure that is physical, and prevents and detects, is registered and stands counted beside the question', async () => {
    const [owner] = await ids('USIT')
    await app.ctx('uio-administrator', async (ctx) => {
      const risk = await makeRisk(ctx, { unit: owner ?? null })
      await makeMeasure(ctx, risk, { name: 'Adgangskort', kind: 'physical', effect: ['preventing', 'detecting'] })
    })
    expect(await page('uio-it-sjef', `${at('USIT')}/del/6`)).toContain('Fysiske tiltak: 1 hindrer, 1 oppdager')
  })

  it('S2-16 the unit goes through its activities, confirms them, and may send with a warning when it has not', async () => {
    const own = await round(['USIT'])
    const here = unitAddress(own.of('USIT'))
    const before = await app.ctx('uio-administrator', (ctx) =>
      makeProcessing({ ...ctx, now: new Date('2026-02-01T08:00:00Z') }, { name: 'Driftslogger', unit: own.of('USIT').unitId }),
    )
    const leader = await app.as('uio-it-sjef')
    const review = (await leader.get(`${here}/gjennomgang`)).text
    expect(review).toMatch(/Driftslogger[\s\S]*Sist oppdatert 1\. februar 2026/)
    await app.ctx('uio-it-sjef', async (ctx) => saveAnswers(ctx, own.of('USIT').id, null, await answersFor(ctx, own.of('USIT'))))
    expect((await leader.get(`${here}/sending`)).text).toMatch(/ikke bekreftet i denne runden\. Dere kan sende likevel/)
    // Before its questions are answered it is not offered, and whoever posts it is told that it was not done.
    const offer = `name="behandling" value="${before}"`
    const open = (await leader.get(`${here}/gjennomgang`)).text
    expect([open.includes(offer), open.includes(`href="/behandlinger/${before}#datakvalitet"`)]).toEqual([false, true])
    expect((await leader.get(`/behandlinger/${before}`)).text).toContain('id="datakvalitet"')
    expect((await leader.post(`${here}/gjennomgang`, { behandling: before })).status).toBe(303)
    const told = (await leader.get(here)).text
    expect(told).toContain('kan ikke bekreftes før spørsmålene om datakvalitet er besvart')
    expect(told).not.toMatch(/Utført(?:(?!<\/div>)[\s\S])*kan ikke bekreftes/)
    const answers = { answer: 'yes', note: 'Rutine', checkedOn: '2026-02-01', responsible: null, dueOn: null } as const
    for (const point of ['sufficient', 'relevant', 'correct', 'current'] as const)
      expect((await app.ctx('uio-it-sjef', (ctx) => checkProcessing(ctx, before, null, point, answers))).ok).toBe(true)
    expect((await leader.get(`${here}/gjennomgang`)).text).toContain(offer)
    expect((await leader.post(`${here}/gjennomgang`, { behandling: before })).status).toBe(303)
    // Who and when stand in the log of the activity, its day on the page, and it is offered no more.
    const logged = await app.ctx('uio-it-sjef', (ctx) =>
      ctx.tx
        .selectFrom('audit_event')
        .select(['actor_id', 'at'])
        .where('type', '=', 'processing.confirmed')
        .where('subject_id', '=', before)
        .execute(),
    )
    expect(logged).toEqual([{ actor_id: (await app.person('uio-it-sjef')).personId, at: app.clock.now }])
    const after = (await leader.get(`${here}/gjennomgang`)).text
    expect(after).toContain(`Sist oppdatert ${formatDate(localDate(app.clock.now), 'nb')}`)
    expect(after).toMatch(/Driftslogger[\s\S]*Er riktig/)
    expect(after).not.toContain(offer)
    expect((await posted(leader, `${here}/sending`, { unit: own.of('USIT').unitId })).status).toBe(303)
  })

  it('S2-03 a new edition renames the answer and adds one; the questionnaire shows it, and earlier answers say what they said', async () => {
    const dpo = await app.as('uio-personvernombud')
    const from = await app.ctx('uio-personvernombud', makeQuestionnaire)
    const id = '019a0000-0000-7000-8000-000000000301'
    const first = `/internkontroll/skjemaer/${from}`
    const next = `/internkontroll/skjemaer/${id}`
    const units = await ids('USIT')
    const old = await app.ctx('uio-personvernombud', async (ctx) => makeCampaign(ctx, { questionnaire: from, year: 2025, units }))
    const before = await app.ctx('uio-it-sjef', async (ctx) => {
      const own = await unitNamed(ctx, old, 'USIT')
      await sendUnit(ctx, own.id, { control: { option: 'notCovered', reason: 'x', follow: 'acceptance' } })
      return own
    })
    expect((await dpo.post(`${first}/svar/covered/notCovered`, { version: '2', labelNb: 'X', meaning: 'no' })).status).toBe(404)
    expect((await dpo.post(`${first}/utgave`, { version: '2', id })).location).toBe(next)
    const version = async () => versionIn((await dpo.get(next)).text)
    expect(
      (await dpo.post(`${next}/svar/covered/notCovered`, { version: await version(), labelNb: 'Stemmer ikke', meaning: 'no' })).status,
    ).toBe(303)
    expect(
      (
        await dpo.post(`${next}/svar/covered/partly`, {
          version: await version(),
          labelNb: 'Delvis dekket',
          meaning: 'partly',
          hintNb: 'Noe er på plass.',
        })
      ).status,
    ).toBe(303)
    expect((await dpo.post(`${next}/publisering`, { version: await version() })).status).toBe(303)
    const now = await app.ctx('uio-personvernombud', async (ctx) => makeCampaign(ctx, { questionnaire: id, units }))
    const asked = await app.ctx('uio-it-sjef', (ctx) => unitNamed(ctx, now, 'USIT'))
    const part = await page('uio-it-sjef', `${unitAddress(asked)}/del/3`)
    expect(part).toContain('Stemmer ikke')
    expect(part).toContain('Delvis dekket')
    expect(part).toContain('Noe er på plass.')
    expect(part).toContain('I 2025 svarte dere: Ikke dekket')
    const earlier = await page('uio-it-sjef', `${unitAddress(before)}/del/3`)
    expect(earlier).toContain('Ikke dekket')
    expect(earlier).not.toContain('Stemmer ikke')
  })

  it('a questionnaire of one’s own is written, and not published before it is whole', async () => {
    const dpo = await app.as('uio-personvernombud')
    const id = '019a0000-0000-7000-8000-000000000401'
    const at = `/internkontroll/skjemaer/${id}`
    expect((await dpo.post('/internkontroll/skjemaer/nytt', { id, name: '' })).status).toBe(422)
    expect((await dpo.post('/internkontroll/skjemaer/nytt', { id, name: 'Sikker sone' })).location).toBe(at)
    const version = async () => versionIn((await dpo.get(at)).text)
    const refused = await dpo.post(`${at}/publisering`, { version: await version() })
    expect([refused.status, refused.text.includes('Skjemaet har ingen deler.')]).toEqual([422, true])
    expect((await dpo.post(`${at}/deler/a1`, { version: await version(), titleNb: 'Rom' })).status).toBe(303)
    const question = { textNb: 'Er døra låst?', scale: 'yesNo', scoring: 'straight', ruleNb: 'Artikkel 32' }
    expect((await dpo.post(`${at}/deler/a1/sporsmal/b1`, { version: await version(), ...question })).text).toContain(
      'Skriv hvor regelen står',
    )
    expect(
      (
        await dpo.post(`${at}/deler/a1/sporsmal/b1`, {
          version: await version(),
          ...question,
          ruleSource: 'GDPR',
          ruleReadOn: '2026-03-01',
        })
      ).status,
    ).toBe(303)
    expect((await dpo.post(`${at}/deler/a1/sporsmal/b2`, { version: '1', textNb: 'X', scale: 'yesNo', scoring: 'straight' })).status).toBe(
      409,
    )
    expect((await dpo.get(at)).text).toContain('2.1</b> Er døra låst?')
    // Another is asked only where the first is answered so.
    const form = (await dpo.get(`${at}/deler/a1/sporsmal/b3`)).text
    expect(form).toMatch(/name="onlyIf"[^>]*value="b1"/)
    const hangs = { textNb: 'Hvem har nøkkel?', scale: 'yesNo', scoring: 'neutral', onlyIf: 'b1', onlyIfSays: 'no' }
    expect((await dpo.post(`${at}/deler/a1/sporsmal/b3`, { version: await version(), ...hangs, onlyIf: 'b3' })).status).toBe(422)
    expect((await dpo.post(`${at}/deler/a1/sporsmal/b3`, { version: await version(), ...hangs })).status).toBe(303)
    expect((await dpo.get(at)).text).toContain('hvis 2.1 er besvart med «Nei»')
    // And of all again: the form has a choice for that, or nobody could take it back.
    const chosen = (await dpo.get(`${at}/deler/a1/sporsmal/b3`)).text
    expect(chosen).toMatch(/<input(?=[^>]*name="onlyIf")(?=[^>]*value="b1")[^>]*checked/)
    expect(chosen).toMatch(/<input(?=[^>]*name="onlyIf")(?=[^>]*value(?:=""|[ />]))/)
    expect((await dpo.post(`${at}/deler/a1/sporsmal/b3`, { version: await version(), ...hangs, onlyIf: '' })).status).toBe(303)
    expect((await dpo.get(at)).text).not.toContain('hvis 2.1 er besvart')
    expect((await dpo.post(`${at}/fjern`, { version: await version(), hva: 'question:b1' })).status).toBe(303)
    expect((await dpo.post(`${at}/sletting`, { version: await version() })).location).toBe('/internkontroll/skjemaer')
    expect((await dpo.get(at)).status).toBe(404)
  })

  it('S2-01 a question that hangs on an answer is folded until that is given, shown before one goes on, and not in the line of those it is not asked of', async () => {
    const questionnaire = await app.ctx('uio-personvernombud', async (ctx) => {
      const id = newId(ctx.now)
      await beginStandard(ctx, id)
      const said = { ...emptyValues(questionFields), textNb: 'Hvem spør dere nå?', scale: 'covered', scoring: 'straight' } as const
      expect(await writeQuestion(ctx, id, null, 'knowledge', 'whom', { ...said, onlyIf: 'responsible', onlyIfSays: ['no'] })).toMatchObject(
        { ok: true },
      )
      await publishQuestionnaire(ctx, id, null)
      return id
    })
    const units = await ids('USIT')
    const id = await app.ctx('uio-personvernombud', (ctx) => makeCampaign(ctx, { units, questionnaire, year: 2031 }))
    const own = await app.ctx('uio-it-sjef', (ctx) => unitNamed(ctx, id, 'USIT'))
    const leader = await app.as('uio-it-sjef')
    const part = `${unitAddress(own)}/del/2`
    const first = (await leader.get(part)).text
    expect(first).toMatch(/<summary[^>]*>2\.\d stilles bare hvis 2\.1 er besvart med «Ikke dekket»/)
    const drawn = /name="stilt" value="([^"]*)"/.exec(first)?.[1] ?? ''
    const answers = { responsible_option: 'notCovered', responsible_reason: 'Ny leder', responsible_follow: 'acceptance' }
    const sent = await leader.post(part, { version: versionIn(first), stilt: drawn, ...answers })
    expect(sent.location).toBe(`${part}#whom`)
    const again = (await leader.get(part)).text
    expect(again).not.toContain('stilles bare hvis')
    const asked = { version: versionIn(again), stilt: `${drawn} whom` }
    expect((await leader.post(part, { ...asked, ...answers })).location).toBe(`${unitAddress(own)}/del/3`)
    // Answered, and then the first is covered after all: it is asked no more, and its answer is in no report.
    await app.ctx('uio-it-sjef', (ctx) => sendUnit(ctx, own.id, { responsible: { option: 'covered' }, whom: { option: 'notCovered' } }))
    const dpo = await app.as('uio-personvernombud')
    const line = (await dpo.get(`/internkontroll/${id}/rapport-nb.csv`)).text.trim().split(/\r?\n/)[1] ?? ''
    expect(line).toContain(';100;')
    expect(line).not.toContain('Ikke dekket')
  })

  it('a unit with few people is not in the report, its chart or its files, which say so and by which limit; those who only read it read nowhere what it answered', async () => {
    const { id, of } = await round()
    const small = of('USIT')
    await app.ctx('uio-personvernombud', async (ctx) => {
      await ctx.tx.updateTable('campaign_unit').set({ people: 4 }).where('id', '=', small.id).execute()
    })
    await app.ctx('uio-it-sjef', async (ctx) => {
      const bad = { option: 'notCovered', reason: 'Bare fire her', follow: 'action', action: 'Be Kari ta kurs' } as const
      await sendUnit(ctx, small.id, { training: { ...bad, owner: ctx.actor.personId, dueOn: '2026-06-01' } })
    })
    const officer = await app.as('uio-personvernombud')
    const base = `/internkontroll/${id}/rapport`
    const sentence = 'Én enhet har færre enn 5 registrerte ansatte.'
    const report = (await officer.get(base)).text
    expect(report).toContain(sentence)
    expect(report).toContain('Vises ikke')
    expect(report).not.toMatch(/Bare fire|Kari/)
    const pdf = readPdf((await officer.get(`${base}-nb.pdf`)).bytes).pages.join(' ')
    const docx = wordsOf(readDocx((await officer.get(`${base}-nb.docx`)).bytes).get('word/document.xml') ?? '')
    const book = await readXlsx((await officer.get(`${base}-nb.xlsx`)).bytes)
    for (const file of [pdf, docx, JSON.stringify(book)]) {
      expect(file.replace(/\s+/g, '')).toContain(sentence.replace(/\s+/g, ''))
      expect(file).not.toMatch(/Bare fire|Kari/)
    }
    const line = (await officer.get(`${base}-nb.csv`)).text.split('\n').find((one) => one.includes('USIT')) ?? ''
    expect(line).toContain('Vises ikke')
    expect(line).not.toContain('Ikke dekket')
    const auditor = await app.as('uio-revisor')
    expect((await auditor.get(base)).status).toBe(200)
    expect((await auditor.get(unitAddress(small))).status).toBe(404)
    expect((await officer.get(unitAddress(small))).status).toBe(200)
    // The limit is the organisation's own: without one, all units are in the figures.
    const admin = await app.as('uio-administrator')
    expect((await admin.get('/innstillinger')).text).toContain('Enheter med færre enn 5 ansatte er ikke med i tallene')
    expect((await posted(admin, '/innstillinger/sma-enheter', { fewestPeople: '0' })).status).toBe(303)
    const whole = (await officer.get(base)).text
    expect(whole).not.toContain('registrerte ansatte')
    expect(whole).toContain('Be Kari ta kurs')
    expect((await posted(admin, '/innstillinger/sma-enheter', { fewestPeople: '5' })).status).toBe(303)
  })

  it('a round that is closed is read and not answered, and its report is final', async () => {
    const dpo = await app.as('uio-personvernombud')
    const units = await ids('USIT')
    const id = await app.ctx('uio-personvernombud', async (ctx) =>
      makeCampaign(ctx, { units, questionnaire: await makeQuestionnaire(ctx) }),
    )
    const own = await app.ctx('uio-it-sjef', (ctx) => unitNamed(ctx, id, 'USIT'))
    expect(await page('uio-personvernombud', `/internkontroll/${id}/rapport`)).toContain('USIT')
    await app.ctx('uio-personvernombud', (ctx) => closeCampaign(ctx, id, null))
    expect((await dpo.post(`/internkontroll/${id}/avslutning`, { version: '3' })).status).toBe(303)
    const leader = await app.as('uio-it-sjef')
    expect((await leader.get(unitAddress(own))).text).toContain('Runden er avsluttet')
    expect(
      (
        await leader.post(`${unitAddress(own)}/del/2`, {
          version: versionIn((await leader.get(unitAddress(own))).text) || '1',
          responsible_option: 'covered',
        })
      ).status,
    ).toBeGreaterThanOrEqual(409)
    expect((await leader.get('/oppgaver')).text).not.toContain(unitAddress(own))
  })
})
