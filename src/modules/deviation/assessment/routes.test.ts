import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { answersWith, assessCase, done, openCase, stored, who } from '../../../../test/support/cases.ts'
import { describeExample } from '../../../../test/support/database.ts'
import { change } from '../../../kernel/change.ts'
import { texts as riskTexts } from '../../risks/texts.ts'
import { systemTexts } from '../../systems/public.ts'
import { decideDeviation } from '../commands.ts'
import { assessmentFields, jointFields } from '../fields-assessment.ts'
import { texts as reportTexts } from '../report/texts.ts'
import { saveAssessment } from './commands.ts'

const low = { level: 'low', levelReason: 'Få opplysninger.', certainty: 'certain', certaintyReasons: 'Slettet av mottakeren.' } as const
const noEffect = { effectAstray: 'no', effectChanged: 'no', effectLost: 'no' } as const

describeExample('The pages of the assessment', (db) => {
  let app: TestApp
  let dpo: Client
  beforeAll(async () => {
    app = await testApp(db())
    dpo = await app.as('sauda-personvernombud')
  }, 120_000)
  afterAll(() => app.stop())

  const version = async (preset: 'sauda' | 'oslomet' | 'sandnes', id: string) => String((await stored(app, preset, id)).version)
  const post = async (
    client: Client,
    preset: 'sauda' | 'oslomet' | 'sandnes',
    id: string,
    page: string,
    form: Record<string, string | string[]>,
  ) => client.post(`/avvik/${id}/${page}`, { version: await version(preset, id), ...form })

  describe('assessing', () => {
    test('S4-009 S4-010 S4-011 S4-060 the three attributes are rated in a case, in the words of a system and of a risk analysis', async () => {
      const id = await openCase(app, 'sauda')
      const answers = { confidentiality: 'high', integrity: 'medium', availability: 'low' } as const
      const page = await dpo.get(`/avvik/${id}/vurdering`)
      const [system, analysis] = [systemTexts('nn').fields, riskTexts('nn').fields]
      for (const side of ['confidentiality', 'integrity', 'availability'] as const) {
        expect(page.text).toContain(system[side].hint)
        expect(analysis[side]).toEqual(system[side])
      }
      expect((await post(dpo, 'sauda', id, 'vurdering', { gjor: 'lagre', ...answers })).status).toBe(303)
      expect((await stored(app, 'sauda', id)).assessment).toMatchObject(answers)
      const read = (await (await app.as('sauda-kommunedirektor')).get(`/avvik/${id}/vurdering`)).text
      const words = read.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
      for (const side of ['confidentiality', 'integrity', 'availability'] as const)
        expect(words).toContain(`${system[side].label} ${system[side].choices[answers[side]]}`)
    })

    test('the page asks, saves unfinished, shows what follows without saving, and finishes', async () => {
      const id = await openCase(app, 'sauda')
      const first = await dpo.get(`/avvik/${id}/vurdering`)
      expect(first.status).toBe(200)
      expect(first.text).toContain('Vurder risikoen')
      // Enter presses the first button of a form.
      expect(/<button[^>]*name="gjor"[^>]*>/.exec(first.text)?.[0]).toContain('value="vis"')

      const before = await stored(app, 'sauda', id)
      const seen = await post(dpo, 'sauda', id, 'vurdering', { gjor: 'vis', level: 'high', criteria: ['H2'] })
      expect(seen.status).toBe(200)
      expect(seen.text).toContain('Datatilsynet skal ha melding')
      expect(seen.text).toContain('personvernforordninga artikkel 34 nr. 1'.replace('personvern', 'Personvern'))
      expect(await stored(app, 'sauda', id)).toEqual(before)

      const saved = await post(dpo, 'sauda', id, 'vurdering', { gjor: 'lagre', advice: 'Meld.' })
      expect([saved.status, saved.location]).toEqual([303, `/avvik/${id}/vurdering`])
      expect((await stored(app, 'sauda', id)).assessedAt).toBeNull()

      const finished = await post(dpo, 'sauda', id, 'vurdering', {
        gjor: 'fullfor',
        advice: 'Meld.',
        level: 'medium',
        criteria: ['M2', 'M7'],
        largeScale: 'no',
      })
      expect([finished.status, finished.location]).toEqual([303, `/avvik/${id}`])
      expect((await dpo.get(`/avvik/${id}`)).text).toMatch(/<dt>Risiko<\/dt><dd>Middels/)
      const deviation = await stored(app, 'sauda', id)
      expect(deviation).toMatchObject({ assessedAt: app.clock.now, assessment: { level: 'medium', advice: 'Meld.' } })
      expect(deviation.ticks.map((tick) => tick.criterion).sort()).toEqual(['M2', 'M7'])
      expect((await dpo.get(`/avvik/${id}/vurdering`)).text).toContain('Kryssa av: Personvernombod, Sauda, 02.03.2026 kl. 09.00')
    })

    test('what is missing is said once and leads to the first question; the report beside has its answers below their questions', async () => {
      const id = await openCase(app, 'sandnes')
      const officer = await app.as('sandnes-personvernombud')
      const { text } = await officer.get(`/avvik/${id}/vurdering`)
      const missing = [...text.matchAll(/<a class="ds-link" href="#(\w+)">Svar på om opplysningene er på avveie, endret eller tapt</g)]
      expect(missing.map(([, field]) => field)).toEqual(['effectAstray'])
      expect(/class="v-beside"[\s\S]*?<\/section>/.exec(text)?.[0]).toMatch(/<dl class="v-summary" data-narrow/)
    })

    test('S1-04, S3-37 what the report says is ticked or hinted at before anybody has answered, and stored only when saved', async () => {
      const id = await openCase(app, 'sauda', { categories: ['SENSITIVE_ASTRAY'], affectedCount: 501 })
      const { text } = await dpo.get(`/avvik/${id}/vurdering`)
      expect(text).toMatch(/<input[^>]*value="M2"[^>]*checked|<input[^>]*checked[^>]*value="M2"/)
      expect(text).not.toMatch(/<input[^>]*value="M5"[^>]*checked|<input[^>]*checked[^>]*value="M5"/)
      expect(text).toContain('Talet på råka er over grensa')
      expect((await stored(app, 'sauda', id)).ticks).toEqual([])
    })

    test('S1-36 a special category of data in the report ticks "sensitive", and says why', async () => {
      const id = await openCase(app, 'sauda', { dataTypes: ['contact', 'health'] })
      const { text } = await dpo.get(`/avvik/${id}/vurdering`)
      expect(text).toMatch(/<input[^>]*value="M2"[^>]*checked|<input[^>]*checked[^>]*value="M2"/)
      expect(text).toContain('særlege kategoriar av personopplysningar')
      const plain = await openCase(app, 'sauda', { dataTypes: ['contact'] })
      expect((await dpo.get(`/avvik/${plain}/vurdering`)).text).not.toMatch(
        /<input[^>]*value="M2"[^>]*checked|<input[^>]*checked[^>]*value="M2"/,
      )
    })

    test('an untouched form has no level and nothing green, with the text of the report beside it', async () => {
      const id = await openCase(app, 'sauda', { whatHappened: 'Ein skrivar skreiv ut feil ark.' })
      const untouched = await dpo.get(`/avvik/${id}/vurdering`)
      expect(untouched.text).toContain('Ikkje vurdert enno')
      expect(untouched.text).not.toMatch(/class="v-outcome" data-tone="success"|Forslag: låg/)
      const beside = untouched.text.slice(untouched.text.indexOf('class="v-beside"'), untouched.text.indexOf('id="dette-folger"'))
      expect(beside).toContain('Ein skrivar skreiv ut feil ark.')
      expect(beside).toContain('Talet på råka: ikkje oppgitt.')
      const folded = untouched.text.slice(untouched.text.indexOf('class="v-folded"'), untouched.text.indexOf('name="gjor"'))
      expect(folded).toContain('Ein skrivar skreiv ut feil ark.')
      // Answered, but with no level: what is suggested is no judgement, and never green.
      const answered = await post(dpo, 'sauda', id, 'vurdering', { gjor: 'vis', newTechnology: 'no' })
      expect(answered.text).toContain('Forslag: låg')
      expect(answered.text).toContain('class="v-outcome" data-tone="neutral"')
    })

    test('S1-18 type of item and encryption are stored, stand in the assessment, and its own question begins with the answer', async () => {
      const id = await openCase(app, 'sauda', { categories: ['LOST_ITEM'], itemTypes: ['laptop', 'memoryStick'], encrypted: 'partly' })
      expect((await stored(app, 'sauda', id)).report).toMatchObject({ itemTypes: ['laptop', 'memoryStick'], encrypted: 'partly' })
      const { text } = await dpo.get(`/avvik/${id}/vurdering`)
      const beside = text.slice(text.indexOf('class="v-beside"'), text.indexOf('id="dette-folger"'))
      expect(beside).toMatch(/Berbar PC|Bærbar|berbar/i)
      expect(beside).toMatch(/minnepinne/i)
      const { label, choices } = reportTexts('nn').fields.encrypted
      expect(beside).toMatch(new RegExp(`<dt>${label.replaceAll('?', '\\?')}</dt><dd[^>]*>${choices.partly}</dd>`))
      const encrypted = text.match(/<input[^>]*name="dataEncrypted"[^>]*checked[^>]*>|<input[^>]*checked[^>]*name="dataEncrypted"[^>]*>/)
      expect(encrypted?.[0]).toContain('value="partly"')
      expect((await stored(app, 'sauda', id)).assessment.dataEncrypted).toBeNull()
    })

    test('the scale is asked at sensitive data with the number beside it', async () => {
      const id = await openCase(app, 'sauda', { dataTypes: ['health'], affectedKnown: 'exact', affectedCount: 1234 })
      const { text } = await dpo.get(`/avvik/${id}/vurdering`)
      const at = text.indexOf('value="M2"')
      const below = text.slice(at, text.indexOf('value="M3"'))
      expect(below).toContain('name="largeScale"')
      expect(below).toMatch(/Talet på råka: 1.234\./)
      const finished = await post(dpo, 'sauda', id, 'vurdering', { gjor: 'fullfor', criteria: ['M2'], level: 'medium' })
      expect(finished.status).toBe(422)
      expect(finished.text).toContain('Svar på om det er sensitive opplysningar i stor skala')
    })

    test('S3-46 there is no level without risk, and the help at low says so', async () => {
      const id = await openCase(app, 'sauda')
      const { text } = await dpo.get(`/avvik/${id}/vurdering`)
      expect([...text.matchAll(/name="level" value="(\w+)"/g)].map((match) => match[1])).toEqual(['unlikely', 'low', 'medium', 'high'])
      expect(text).toContain('Låg er ikkje null')
    })

    test('finishing too early says what is missing, at the question and first on the page, and keeps what was written', async () => {
      const id = await openCase(app, 'sauda')
      const answer = await post(dpo, 'sauda', id, 'vurdering', {
        gjor: 'fullfor',
        level: 'low',
        criteria: ['H4'],
        advice: 'Eit råd <b>',
        newTechnology: 'yes',
      })
      expect(answer.status).toBe(422)
      for (const field of ['h4Explanation', 'newTechnologyComment', 'levelReason', 'certainty'])
        expect(answer.text).toContain(`href="#${field}"`)
      expect(answer.text).toContain('Eit råd &lt;b>')
      expect((await stored(app, 'sauda', id)).assessment.level).toBeNull()
    })

    let id: string | undefined
    test.each(Object.entries(assessmentFields).map(([name, field]) => ({ name, field })))(
      'an answer in $name that no page offers is refused in words, and nothing is stored',
      async ({ name, field }) => {
        id ??= await openCase(app, 'sauda')
        const bad = field.kind === 'text' ? 'x'.repeat(4001) : field.kind === 'whole' ? '17' : '<script>'
        for (const value of field.kind === 'text' ? [bad, 'a\u202eb', 'a\u0000b'] : [bad, 'ja 😀', '-1']) {
          const answer = await post(dpo, 'sauda', id, 'vurdering', {
            gjor: 'lagre',
            [name]: value,
            h4Explanation: name === 'h4Explanation' ? value : 'Behalden tekst',
          })
          expect(answer.status).toBe(422)
          expect(answer.text).toContain(`href="#${name}"`)
          if (name !== 'h4Explanation') expect(answer.text).toContain('Behalden tekst')
        }
        expect((await stored(app, 'sauda', id)).version).toBe(2)
      },
    )

    test('a criterion that does not exist is refused', async () => {
      const id = await openCase(app, 'sauda')
      const answer = await post(dpo, 'sauda', id, 'vurdering', { gjor: 'lagre', criteria: ['M2', 'M99'] })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('href="#criteria"')
    })

    test('somebody else was first: both versions are shown, and saving again from there is possible', async () => {
      const id = await openCase(app, 'sauda')
      const old = await version('sauda', id)
      done(
        await app.ctx('sauda-personvernombud', (ctx) =>
          saveAssessment(ctx, id, null, answersWith({ advice: 'Vent på loggen.' }), ['M1'], false),
        ),
      )
      const mine = { gjor: 'lagre', advice: 'Meld med ein gong.', criteria: ['M7'] }
      const wishes = [mine, { ...mine, gjor: 'vis' }, { ...mine, level: 'heilt feil' }]
      for (const [stale, wish] of [old, '', 'x'].flatMap((one) => wishes.map((wish) => [one, wish] as const))) {
        const answer = await dpo.post(`/avvik/${id}/vurdering`, { ...wish, version: stale })
        expect(answer.status).toBe(409)
        expect(answer.text).toContain('Vent på loggen.')
        expect(answer.text).toContain('Meld med ein gong.')
        expect(answer.text).toContain(`name="version" value="${await version('sauda', id)}"`)
      }
      expect((await post(dpo, 'sauda', id, 'vurdering', mine)).status).toBe(303)
      expect((await stored(app, 'sauda', id)).assessment.advice).toBe('Meld med ein gong.')
    })

    test("S3-10 S4-078 others with access read the officer's assessment and cannot post to it, the leader least of all", async () => {
      const id = await openCase(app, 'sauda')
      await assessCase(app, 'sauda', id, { level: 'medium', advice: 'Meld straks.' }, ['M2'])
      const other = await app.as('sauda-kommunedirektor')
      const read = await other.get(`/avvik/${id}/vurdering`)
      expect(read.status).toBe(200)
      expect(read.text).toContain('Meld straks.')
      expect(read.text).toContain('Kan brotet skade rettane')
      expect(read.text).toContain('Personvernombod, Sauda, 02.03.2026 kl. 09.00')
      expect(read.text).not.toContain('name="level"')
      expect((await post(other, 'sauda', id, 'vurdering', { gjor: 'lagre', advice: 'Vent.' })).status).toBe(403)
      const leader = await app.as('sauda-leder')
      expect([403, 404]).toContain(
        (await post(leader, 'sauda', id, 'vurdering', { gjor: 'lagre', level: 'low', advice: 'Ikkje meld.' })).status,
      )
      expect((await stored(app, 'sauda', id)).assessment.level).toBe('medium')
      expect((await stored(app, 'sauda', id)).assessment.advice).toBe('Meld straks.')
    })

    test('the ENISA score stands with its sum and its flags beside the level', async () => {
      const id = await openCase(app, 'oslomet', { affectedCount: 101 })
      const team = await app.as('oslomet-sikkerhet')
      const { text } = await post(team, 'oslomet', id, 'vurdering', {
        gjor: 'vis',
        level: 'low',
        dataEncrypted: 'yes',
        enisaFinancial: '3',
        enisaEase: '100',
        enisaConfidentiality: '25',
        enisaIntegrity: '0',
        enisaAvailability: '0',
        enisaMalicious: 'no',
      })
      expect(text).toContain('3,25 – høy')
      expect(text).toContain('opplysninger 3 × gjenkjenning 1,00 + omstendigheter 0,25 = 3,25')
      expect(text).toContain('Mer enn 100 personer er berørt.')
      expect(text).toContain('kan ikke leses uten nøkkelen')
      expect(text).toContain('Poengsummen er høyere enn nivået.')
    })
  })

  describe('who comes in', () => {
    const pages = ['vurdering', 'varsling', 'informering', 'signering'] as const

    test.each(pages)('%s: 404 for another organisation, for no id and for nobody; the reporter is refused', async (page) => {
      const id = await openCase(app, 'sandnes')
      const get = async (slug: string, address = `/avvik/${id}/${page}`) => (await (await app.as(slug)).get(address)).status
      const send = async (slug: string) => (await (await app.as(slug)).post(`/avvik/${id}/${page}`, { version: '2' })).status
      expect([await get('sauda-personvernombud'), await send('sauda-personvernombud')]).toEqual([404, 404])
      expect(await get('sandnes-helsefagarbeider')).toBe(404)
      expect(await get('sandnes-personvernombud', `/avvik/ikke-en-id/${page}`)).toBe(404)
      expect([await get('sandnes-ansatt'), await send('sandnes-ansatt')]).toEqual([403, 403])
      expect((await app.stranger().get(`/avvik/${id}/${page}`)).location).toContain('/logg-inn')
    })

    test.each(['varsling', 'informering'] as const)('%s: 403 for those who see the case and decide nothing in it', async (page) => {
      const id = await openCase(app, 'sauda')
      const mayor = await app.as('sauda-kommunedirektor')
      expect((await mayor.get(`/avvik/${id}/${page}`)).status).toBe(403)
      expect(
        (await mayor.post(`/avvik/${id}/${page}`, { version: await version('sauda', id), outcome: 'notify', reason: 'x' })).status,
      ).toBe(403)
    })

    test('there is no joint assessment where the assessor is alone', async () => {
      const id = await openCase(app, 'sauda')
      expect((await dpo.get(`/avvik/${id}/signering`)).status).toBe(404)
    })
  })

  describe('the decision about Datatilsynet', () => {
    let team: Client
    beforeAll(async () => {
      team = await app.as('oslomet-sikkerhet')
    })
    const assessed = async (over: Parameters<typeof assessCase>[3]) => {
      const id = await openCase(app, 'oslomet')
      await assessCase(app, 'oslomet', id, over)
      return id
    }

    test('S3-15 before the assessment the page says what comes first and offers no answer', async () => {
      const id = await openCase(app, 'oslomet')
      const { text } = await team.get(`/avvik/${id}/varsling`)
      expect(text).toContain('Risikoen må være vurdert')
      expect(text).not.toContain('name="outcome"')
      expect((await post(team, 'oslomet', id, 'varsling', { outcome: 'notify' })).status).toBe(422)
    })

    test('S1-47 "no" without near certainty or without reasons is refused with what is missing; with both it is stored', async () => {
      const id = await assessed(low)
      const decide = (form: Record<string, string>) => post(team, 'oslomet', id, 'varsling', form)
      const uncertain = await decide({ outcome: 'notNotify', reason: 'Slettet.' })
      expect(uncertain.status).toBe(422)
      expect(uncertain.text).toContain('href="#certainty"')
      expect((await decide({ outcome: 'notNotify', certainty: 'notCertain', reason: 'Slettet.' })).status).toBe(422)
      expect((await decide({})).text).toContain('href="#outcome"')
      const long = await decide({ outcome: 'notNotify', certainty: 'certain', reason: 'x'.repeat(4001) })
      expect([long.status, long.text.includes('href="#reason"')]).toEqual([422, true])
      expect((await stored(app, 'oslomet', id)).decisions).toEqual([])
      expect((await decide({ outcome: 'notNotify', certainty: 'certain', reason: 'Slettet etter fem minutter.' })).status).toBe(303)
      expect((await stored(app, 'oslomet', id)).authorityTrack).toBe('notOwed')
      // In the register, whatever is decided of those affected; and on the case with who, when and why.
      const list = (await team.get('/avvik')).text
      const row = list.slice(list.indexOf(`/avvik/${id}`)).split('</tr>')[0] ?? ''
      expect(row.replace(/<[^>]+>/g, ' ')).toMatch(/Datatilsynet: skal ikke meldes/)
      const page = (await team.get(`/avvik/${id}`)).text.replace(/<[^>]+>/g, ' ')
      expect(page).toMatch(/Sikkerhetsteamet, OsloMet,? 02\.03\.2026 kl\. 09\.00\s+Slettet etter fem minutter\./)
    })

    test('S1-48 unsure in the decision: refused as "no", and the recommendation is to notify', async () => {
      const id = await assessed(low)
      const answer = await post(team, 'oslomet', id, 'varsling', { outcome: 'notNotify', certainty: 'unsure', reason: 'Går nok bra.' })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('Anbefaling: meld')
      expect(answer.text).toContain('Da er det tryggest å melde.')
    })

    test('where a rule demands the notice there is no "no" to choose, and posting it is refused', async () => {
      const id = await assessed({ level: 'medium' })
      const { text } = await team.get(`/avvik/${id}/varsling`)
      expect(text).toContain('Du kan ikke la være å melde')
      expect(text).not.toContain('value="notNotify"')
      expect((await post(team, 'oslomet', id, 'varsling', { outcome: 'notNotify', certainty: 'certain', reason: 'x' })).status).toBe(422)
      expect((await team.post(`/avvik/${id}/varsling`, { version: '1', outcome: 'notify' })).status).toBe(409)
      expect((await team.post(`/avvik/${id}/varsling`, { version: '1' })).status).toBe(409)
      expect((await post(team, 'oslomet', id, 'varsling', { outcome: 'notify' })).status).toBe(303)
    })

    test('adviser and decider in one hand is said, and hinders nothing', async () => {
      const id = await openCase(app, 'sauda')
      await assessCase(app, 'sauda', id, { level: 'medium' })
      expect((await dpo.get(`/avvik/${id}/varsling`)).text).toContain('Personvernombodet skal vere uavhengig')
      expect((await team.get(`/avvik/${await assessed({ level: 'medium' })}/varsling`)).text).not.toContain('skal være uavhengig')
    })
  })

  describe('the decision about those affected', () => {
    test('each ground is explained with its article; low risk is offered only where there is no duty', async () => {
      const id = await openCase(app, 'sauda')
      await assessCase(app, 'sauda', id, { level: 'high' }, ['H2'])
      const { text } = await dpo.get(`/avvik/${id}/informering`)
      for (const law of ['nr. 3 bokstav a', 'nr. 3 bokstav b', 'nr. 3 bokstav c', '§ 16 fjerde ledd']) expect(text).toContain(law)
      expect(text).not.toContain('value="lowRisk"')
      const bad = await post(dpo, 'sauda', id, 'informering', { outcome: 'notInform', reason: ' ' })
      expect(bad.status).toBe(422)
      for (const field of ['ground', 'reason']) expect(bad.text).toContain(`href="#${field}"`)
      expect((await post(dpo, 'sauda', id, 'informering', { outcome: 'notInform', ground: 'lowRisk', reason: 'x' })).status).toBe(422)
      expect((await post(dpo, 'sauda', id, 'informering', { outcome: '<b>', ground: 'mange', reason: 'a\u202eb' })).status).toBe(422)
      expect((await dpo.post(`/avvik/${id}/informering`, { version: '1', outcome: 'inform', reason: 'x' })).status).toBe(409)
      expect((await dpo.post(`/avvik/${id}/informering`, { version: '1', outcome: 'inform', reason: '' })).status).toBe(409)
      const told = await post(dpo, 'sauda', id, 'informering', {
        outcome: 'notInform',
        ground: 'disproportionate',
        reason: 'Ingen adresser.',
      })
      expect(told.status).toBe(303)
      const late = await dpo.post(`/avvik/${id}/informering`, { version: '1', outcome: 'inform', reason: 'Dei må få vite det.' })
      expect(late.status).toBe(409)
      for (const reason of ['Ingen adresser.', 'Dei må få vite det.']) expect(late.text).toMatch(new RegExp(`<td[^>]*>(<div>)?${reason}`))
      expect((await stored(app, 'sauda', id)).decisions).toMatchObject([
        { kind: 'subjects', ground: 'disproportionate', reason: 'Ingen adresser.' },
      ])
    })
  })

  describe('the joint assessment', () => {
    const view = {
      extent: 'Ni beboere.',
      severity: 'Alvorlig for to.',
      measures: 'Stengt.',
      notify: 'no',
      notifyReason: 'Ingen så det.',
      enough: 'yes',
      enoughReason: 'Ny rutine.',
    }
    const ready = async (handling: Record<string, string>) => {
      const id = await openCase(app, 'sandnes')
      await assessCase(app, 'sandnes', id, { ...low, ...noEffect })
      if (Object.keys(handling).length > 0)
        done(
          await app.ctx(who.sandnes.assessor, (ctx) =>
            decideDeviation(ctx, id, null, (deviation) =>
              change(
                { ...deviation, handling: { ...deviation.handling, ...handling } },
                { type: 'deviation.edited', part: 'handling', fields: Object.keys(handling) },
              ),
            ),
          ),
        )
      return id
    }
    const clear = { reality: 'Ja.', extent: 'Ni.', proposedMeasures: 'Steng.' }

    test('S4-138 what must be described first is named, with a link to where', async () => {
      const id = await ready({ reality: 'Ja.' })
      const { text } = await (await app.as('sandnes-personvernombud')).get(`/avvik/${id}/signering`)
      expect(text).toContain(`href="/avvik/${id}/behandling#extent"`)
      expect(text).toContain(`href="/avvik/${id}/behandling#proposedMeasures"`)
      expect(text).not.toContain(`behandling#reality`)
      // Who signs, and does not write the handling, is told what is missing, and is not sent to a page that is not theirs.
      const ciso = await app.as('sandnes-informasjonssikkerhetssjef')
      const signing = (await ciso.get(`/avvik/${id}/signering`)).text
      expect(signing).toContain('<li>Omfanget</li>')
      expect(signing).not.toContain('/behandling#')
      expect((await post(ciso, 'sandnes', id, 'signering', view)).status).toBe(422)
    })

    test('S4-139 to S4-141 each role signs its own view; the others see it, and a changed assessment is warned about', async () => {
      const id = await ready(clear)
      const ciso = await app.as('sandnes-informasjonssikkerhetssjef')
      for (const name of Object.keys(jointFields)) {
        const answer = await post(ciso, 'sandnes', id, 'signering', { ...view, [name]: '' })
        expect([answer.status, answer.text.includes(`href="#${name}"`)]).toEqual([422, true])
      }
      expect((await post(ciso, 'sandnes', id, 'signering', { ...view, role: 'controller' })).status).toBe(422)
      expect((await ciso.post(`/avvik/${id}/signering`, { ...view, version: '1' })).status).toBe(409)
      expect((await ciso.post(`/avvik/${id}/signering`, { ...view, extent: '', version: '1' })).status).toBe(409)
      expect((await (await app.as('sandnes-leder')).get(`/avvik/${id}/signering`)).text).toContain('value="systemOwner"')
      expect((await post(ciso, 'sandnes', id, 'signering', view)).status).toBe(303)
      const controller = await app.as('sandnes-kommunedirektor')
      const { text } = await controller.get(`/avvik/${id}/signering`)
      expect(text).toContain('Alvorlig for to.')
      expect(text).toContain('1 av 4 har signert')
      const officer = await app.as('sandnes-personvernombud')
      expect((await officer.get(`/avvik/${id}/vurdering`)).text).toContain('gjelder ikke signaturene')
      const reader = await app.as('sandnes-personvern-gdpr')
      expect((await reader.get(`/avvik/${id}/signering`)).text).not.toContain('name="severity"')
      expect((await post(reader, 'sandnes', id, 'signering', view)).status).toBe(403)
    })
  })

  test('reading is remembered in the log', async () => {
    const id = await openCase(app, 'sauda')
    await dpo.get(`/avvik/${id}/vurdering`)
    const seen = await app.ctx('sauda-personvernombud', (ctx) =>
      ctx.tx.selectFrom('audit_event').select('type').where('subject_id', '=', id).where('type', '=', 'deviation.viewed').execute(),
    )
    expect(seen).toHaveLength(1)
  })
})
