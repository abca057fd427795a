import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Client, type TestApp, testApp } from '../../../../test/support/app.ts'
import { describeDatabase } from '../../../../test/support/database.ts'
import { localInput } from '../../../kernel/calendar/calendar.ts'
import { formatDate, formatInstant } from '../../../kernel/calendar/words.ts'
import type { Field, ProblemCode } from '../../../kernel/fields.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Preset } from '../../../kernel/profile.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { showWhole } from '../../../ui/format.ts'
import { problemText } from '../../../ui/record-form.tsx'
import { makePublished } from '../../guidance/factory.ts'
import { hoursFrom } from '../factory.ts'
import { type Category, categories, measureFields, type Report, reportFields } from '../fields-report.ts'
import { profiles } from '../presets.ts'
import { load } from '../store.ts'
import { followsIn, formParts, partOf, type Question, questionsOf } from './layout.ts'
import { formQuestions, textQuestions } from './rules.ts'
import { texts } from './texts.ts'

const now = new Date('2026-03-02T08:00:00Z')
const nationalId = '15838530181'
const kindOf = (question: Question) =>
  question === 'system' || question === 'routine' ? question : question.endsWith('Unit') ? 'unit' : 'person'
type Posted = Record<string, string | readonly string[]>

const decoded = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
const idIn = (answer: Answer) => /\/avvik\/([0-9a-f-]{36})/.exec(answer.location ?? '')?.[1] ?? ''
/** What stands under each question of a page's lists of answers, several answers parted by line breaks. */
const answersIn = (html: string): readonly (readonly [label: string, answer: string])[] =>
  [...html.matchAll(/<dt>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/gs)].map(([, label = '', answer = '']) => [
    decoded(label),
    decoded(answer.replaceAll('</li><li>', '\n').replace(/<[^>]*>/g, '')),
  ])
const hiddenIn = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

const kindsThatAsk: readonly { row: string; category: Category; question: Question }[] = [
  { row: 'S1-05', category: 'THEFT_HACKING', question: 'device' },
  { row: 'S1-06', category: 'MISSENT_EMAIL', question: 'deletionConfirmed' },
  { row: 'S1-08', category: 'NATIONAL_ID_EXPOSED', question: 'exposedBy' },
  { row: 'S1-10', category: 'RULE_BREACH', question: 'ruleBroken' },
  { row: 'S1-11', category: 'MISSING_OR_FAILED_MEASURE', question: 'measureFault' },
  { row: 'S1-14', category: 'OPEN_DATA', question: 'openDataAffects' },
  { row: 'S1-16', category: 'PUBLISHED_WITHOUT_BASIS', question: 'publishedFault' },
  { row: 'S1-18', category: 'LOST_ITEM', question: 'itemTypes' },
  { row: 'S1-18', category: 'LOST_ITEM', question: 'encrypted' },
]

describeDatabase('report pages', (db) => {
  let app: TestApp
  const browsers = new Map<string, Promise<Client>>()
  const as = (slug: string) => {
    const known = browsers.get(slug) ?? app.as(slug)
    browsers.set(slug, known)
    return known
  }
  beforeAll(async () => {
    app = await testApp(db(), now)
  }, 120_000)
  afterAll(() => app?.stop())

  const stored = (slug: string, id: string) => app.ctx(slug, (ctx) => load(ctx, id))
  const unitOf = (slug: string) => app.ctx(slug, async ({ actor }) => actor.unitId ?? '')
  const quickForm = async (slug: string, over: Posted = {}): Promise<Posted> => ({
    id: newId(now),
    knapp: 'send',
    whatHappened: 'En liste ble sendt til feil mottaker.',
    affectedUnit: await unitOf(slug),
    discoveredAt: localInput(hoursFrom(now, -10)),
    ...over,
  })
  const sendQuick = async (slug: string, over: Posted = {}): Promise<string> => {
    const answer = await (await as(slug)).post('/avvik', await quickForm(slug, over))
    expect(answer.status, answer.text.slice(0, 2000)).toBe(303)
    return idIn(answer)
  }
  const startDraft = async (slug: string, over: Posted = {}) => sendQuick(slug, { knapp: 'mer', ...over })
  const versionOf = async (slug: string, id: string) => String((await stored(slug, id))?.version)
  const language = (browser: Client, locale: Locale) => ({ cookie: locale, browser })
  const inLanguage = async (slug: string, locale: Locale) => {
    const browser = await app.as(slug)
    const send = (path: string, headers: Readonly<Record<string, string>> = {}) => browser.get(path, headers)
    await browser.post('/sprak', { sprak: locale, til: '/' })
    return { ...language(browser, locale).browser, get: send }
  }

  /** What is posted for a part of the form as it stands: what the page itself would post. */
  const partOfForm = async (slug: string, id: string, part: (typeof formParts)[number], over: Posted): Promise<Posted> => {
    const deviation = await stored(slug, id)
    if (!deviation) throw new Error('no such case')
    const preset = slug.split('-')[0] as Preset
    const asked = questionsOf(part, formQuestions(deviation.report, profiles[preset]))
    return { del: part, version: String(deviation.version), videre: 'neste', ...postedAs(deviation.report, asked), ...over }
  }
  const postedAs = (report: Report, asked: readonly Question[]): Posted =>
    Object.fromEntries(
      asked.map((question) => {
        const value = report[question]
        return [question, value instanceof Date ? localInput(value) : Array.isArray(value) ? value : value === null ? '' : String(value)]
      }),
    )

  describe('the way of somebody in a hurry', () => {
    it('S1-23 whoever is not directly affected need only say what happened; the others what is required', async () => {
      const [teacher, dpo] = [await as('sauda-ansatt'), await as('sauda-personvernombud')]
      const draft = await startDraft('sauda-ansatt')
      const page = await teacher.get(`/avvik/${draft}/skjema`)
      expect(page.text.indexOf('name="directlyAffected"')).toBeGreaterThan(0)
      expect(page.text).toMatch(/name="directlyAffected".*name="affectedUnit"/s)
      const only = (directlyAffected: string) => ({ directlyAffected, affectedUnit: '', discoveredAt: '' })
      const refused = await teacher.post('/avvik/ny', await quickForm('sauda-ansatt', only('yes')))
      // The form stands at its own address also when it is refused: a reload gives the form, not the list of cases.
      expect(refused.text).toContain('action="/avvik/ny"')
      expect(refused.status).toBe(422)
      for (const question of ['affectedUnit', 'discoveredAt']) expect(refused.text).toContain(`href="#${question}"`)

      const id = await sendQuick('sauda-ansatt', only('no'))
      expect(await stored('sauda-personvernombud', id)).toMatchObject({
        status: 'received',
        report: { directlyAffected: 'no', affectedUnit: null, discoveredAt: null },
        notifyBy: hoursFrom(now, 72),
      })
      expect((await teacher.get(`/avvik/${id}/kvittering`)).status).toBe(200)
      // Where it stands comes before all that was written, also where the page is narrow.
      const followed = (await teacher.get(`/avvik/${id}`)).text
      expect(followed.split('class="v-record__body"')[0]).toContain('Avviksmeldinga er motteken. Snart tek nokon saka.')
      expect((await dpo.get(`/avvik/${id}`)).text).toContain('Er du eller eininga di direkte råka?')
      expect((await dpo.get('/avvik')).text).toContain(`/avvik/${id}`)
      expect((await dpo.get(`/avvik/${id}/dokumenter/avviksmelding.txt`)).text).toContain('direkte råka')
    })
    it('S1-22 S1-20 three answers are enough, and the receipt has the number and what happens next', async () => {
      const browser = await as('oslomet-ansatt')
      const page = await browser.get('/avvik/ny')
      expect(page.status).toBe(200)
      const answer = await browser.post('/avvik', await quickForm('oslomet-ansatt', { id: hiddenIn(page.text, 'id') }))
      expect(answer.status).toBe(303)
      expect(answer.location).toMatch(/\/kvittering$/)
      const receipt = await browser.get(answer.location ?? '')
      const deviation = await stored('oslomet-ansatt', idIn(answer))
      expect(deviation).toMatchObject({ status: 'received', channel: 'quick' })
      expect(receipt.text).toContain(`2026-${String(deviation?.number).padStart(4, '0')}`)
      const leader = 'Instituttleder, OsloMet'
      for (const words of ['sikkerhet@oslomet.no', leader, 'sikkerhetsteamet', '62 timer igjen', 'Avviksmeldingene mine'])
        expect(receipt.text).toContain(words)
      expect(receipt.text).toContain(`/avvik/${deviation?.id}/dokumenter/avviksmelding`)
    })

    it('S4-066 the receipt says how long after discovery it was reported', async () => {
      const id = await sendQuick('oslomet-ansatt', { discoveredAt: localInput(hoursFrom(now, -3.5)) })
      const receipt = await (await as('oslomet-ansatt')).get(`/avvik/${id}/kvittering`)
      expect(receipt.text).toContain('Meldt 3 timer og 30 minutter etter at det ble oppdaget')
    })

    it('posting twice, and pressing back and posting again, makes one case', async () => {
      const browser = await as('sauda-ansatt')
      const form = await quickForm('sauda-ansatt')
      const [first, second] = [await browser.post('/avvik', form), await browser.post('/avvik', form)]
      expect(second.location).toBe(first.location)
    })

    it('S0-10 every page has the way to report in one click, for a person with no role but employee', async () => {
      const browser = await as('sauda-ansatt')
      for (const path of ['/', '/avvik/mine', '/oppgaver', '/varsler']) expect((await browser.get(path)).text).toContain('href="/avvik/ny"')
      expect((await browser.get('/avvik/ny')).text).toContain('action="/avvik/ny"')
    })

    it('nobody comes in without signing in', async () => {
      for (const path of ['/avvik/ny', '/avvik/mine', '/avvik/pa-vegne']) {
        const answer = await app.stranger().get(path)
        expect([answer.status, answer.location?.startsWith('/logg-inn')]).toEqual([303, true])
      }
      expect((await app.stranger().post('/avvik', { whatHappened: 'x' })).location).toMatch(/^\/logg-inn/)
    })
  })

  describe('what is asked when the report is sent', () => {
    const receipt = async (slug: string, id: string) => (await (await as(slug)).get(`/avvik/${id}/kvittering`)).text
    const answerForm = (html: string) => /<form[^>]*action="\/avvik\/[0-9a-f-]+\/svar"[^>]*>.*?<\/form>/s.exec(html)?.[0] ?? ''
    /** What is asked of everyone: not what one kind of incident alone asks for, below it. */
    const asked = (html: string) => {
      const names = [
        ...answerForm(html)
          .replace(/<input type="hidden"[^>]*>/g, '')
          .matchAll(/name="([a-zA-Z]+)"/g),
      ].map(([, name = '']) => name)
      return [...new Set(names)].filter((name) => !followsIn(['categories']).has(name as Question))
    }

    it('S1-22 the quick report asks three things and has two buttons; nothing else is filled in or pressed', async () => {
      const { text } = await (await as('sauda-ansatt')).get('/avvik/ny')
      const form = /<form[^>]*action="\/avvik\/ny"[^>]*>.*?<\/form>/s.exec(text)?.[0] ?? ''
      const seen = [...form.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => !/type="hidden"|\shidden\b/.test(tag))
      expect(seen.map((tag) => /name="([a-zA-Z.]+)"/.exec(tag)?.[1])).toEqual([
        'whatHappened',
        'discoveredAt',
        'affectedUnit',
        'knapp',
        'knapp',
      ])
    })
    it('S1-22 asked about when it is sent, the quick report becomes a security incident, and the case says that it is not clarified', async () => {
      const id = await sendQuick('oslomet-ansatt', { whatHappened: 'Ein e-post ba om passordet.' })
      expect(asked(await receipt('oslomet-ansatt', id))).toContain('caseType')
      const said = await (await as('oslomet-ansatt')).post(`/avvik/${id}/svar`, { caseType: 'securityIncident' })
      expect([said.status, said.location]).toEqual([303, `/avvik/${id}/kvittering`])
      const row = await stored('oslomet-sikkerhet', id)
      expect(row).toMatchObject({ channel: 'quick', status: 'received', breach: null, report: { caseType: 'securityIncident' } })
      const handler = await as('oslomet-sikkerhet')
      const { text } = await handler.get(`/avvik/${id}`)
      expect(answersIn(text)).toContainEqual([texts('nb').fields.caseType.label, texts('nb').fields.caseType.choices.securityIncident])
      expect(text).toContain('Det er ikke avklart om dette er et brudd')
      await handler.post(`/avvik/${id}/behandler`, { version: String(row?.version) })
      const decision = { version: await versionOf('oslomet-sikkerhet', id), breach: 'no', reason: 'Ingen opplysninger kom ut.' }
      expect((await handler.post(`/avvik/${id}/brudd`, decision)).status).toBe(303)
      expect((await handler.get(`/avvik/${id}`)).text).not.toContain('Det er ikke avklart om dette er et brudd')
    })
    it('S3-13 S1-03 first whether personal data are involved, then the kind, with what the words suggest on top, and "unsure" among them', async () => {
      const id = await sendQuick('sauda-ansatt', { whatHappened: 'Minnepinnen er borte.' })
      const text = await receipt('sauda-ansatt', id)
      expect(asked(text)).toEqual(['personalData', 'caseType', 'categories', 'periodState', 'serious'])
      const kinds = [...text.matchAll(/name="categories" value="([A-Z_]+)"/g)].map(([, kind]) => kind)
      expect(kinds).toEqual(['LOST_ITEM', 'OTHER_UNSURE'])
      expect(decoded(text)).toContain(texts('nn').fields.categories.choices.OTHER_UNSURE)
      expect(decoded(text)).toContain('Gjeld det personopplysningar?')
    })
    it.each(kindsThatAsk)(
      '$row when a quick report is sent, choosing $category brings $question at once, below it, and the answer stands in the case',
      async ({ category, question }) => {
        const slug = 'uio-ansatt'
        const id = await sendQuick(slug, { whatHappened: 'Noe er galt.' })
        const form = answerForm(await receipt(slug, id))
        const [below = ''] = (form.split(`value="${category}"`)[1] ?? '').split('name="categories"')
        expect(below).toContain('class="v-reveal__rest"')
        expect(below).toContain(`name="${question}"`)
        const browser = await as(slug)
        expect((await browser.post(`/avvik/${id}/svar`, { categories: [category] })).status).toBe(303)
        // Not answered then, it is still asked; what the other kinds ask for is not.
        const again = answerForm(await receipt(slug, id))
        const follows = [...followsIn(['categories'])].filter((one) => again.includes(`name="${one}"`))
        // Which routine it was is chosen, and tried with the other references.
        expect(follows.filter((one) => one !== 'routine')).toEqual(
          kindsThatAsk.filter((one) => one.category === category).map((one) => one.question),
        )
        const { label, choices } = texts('nb').fields[question] as { label: string; choices?: Readonly<Record<string, string>> }
        const [code = 'Den nye tavla', words = code] = Object.entries(choices ?? {}).at(-1) ?? []
        const posted = reportFields[question].kind === 'choices' ? [code] : code
        expect((await browser.post(`/avvik/${id}/svar`, { [question]: posted })).status).toBe(303)
        expect((await stored(slug, id))?.report[question]).toEqual(posted)
        expect(answersIn((await (await as('uio-cert')).get(`/avvik/${id}`)).text)).toContainEqual([label, words])
        expect(answerForm(await receipt(slug, id))).not.toContain(`name="${question}"`)
      },
    )
    it.each(['skjul', 'send'])(
      'S0-17 an answer with an identity number is held back once, with what was written; «%s» saves it',
      async (vakt) => {
        const id = await sendQuick('oslomet-ansatt', { whatHappened: 'Noe ble stjålet.' })
        const browser = await as('oslomet-ansatt')
        const answers = { categories: ['THEFT_HACKING'], device: `Mappen til ${nationalId}` }
        const held = await browser.post(`/avvik/${id}/svar`, answers)
        expect(held.status).toBe(422)
        for (const words of ['Svarene er ikke lagret ennå', 'href="#device"', 'id="device-guard"', answers.device])
          expect(held.text).toContain(words)
        expect(held.text).not.toContain('Avviksmeldingen er ikke sendt')
        expect((await stored('oslomet-ansatt', id))?.report).toMatchObject({ categories: [], device: null })
        expect((await browser.post(`/avvik/${id}/svar`, { ...answers, vakt })).status).toBe(303)
        const device = vakt === 'send' ? answers.device : 'Mappen til [fødselsnummer skjult]'
        expect((await stored('oslomet-ansatt', id))?.report).toMatchObject({ categories: ['THEFT_HACKING'], device })
      },
    )
    it('S1-03 where the words say nothing, every kind can be chosen', async () => {
      const text = await receipt('sauda-ansatt', await sendQuick('sauda-ansatt', { whatHappened: 'Noko er gale.' }))
      expect([...text.matchAll(/name="categories" value="([A-Z_]+)"/g)].map(([, kind]) => kind)).toEqual([...categories])
    })
    it('S3-13 S4-039 the answers send the case to whom it concerns, who are told, and are asked once', async () => {
      const id = await sendQuick('sandnes-ansatt', { whatHappened: 'Serverrommet stod åpent.' })
      const reporter = await as('sandnes-ansatt')
      const desk = await as('sandnes-servicedesk')
      expect((await desk.get(`/avvik/${id}`)).status).toBe(404)
      const answer = await reporter.post(`/avvik/${id}/svar`, { personalData: 'no', caseType: 'itEquipment' })
      expect([answer.status, answer.location]).toEqual([303, `/avvik/${id}/kvittering`])
      expect(await stored('sandnes-servicedesk', id)).toMatchObject({
        report: { personalData: 'no', caseType: 'itEquipment' },
        queueRoles: ['serviceDesk'],
        notifyBy: null,
      })
      expect((await desk.get(`/avvik/${id}`)).status).toBe(200)
      expect((await desk.get('/varsler')).text).toContain(`/avvik/${id}`)
      expect(asked(await receipt('sandnes-ansatt', id))).toEqual(['categories', 'periodState', 'serious'])
      // Said once: another answer to the same is not taken, and a second press is no second change.
      const before = await stored('sandnes-servicedesk', id)
      expect((await reporter.post(`/avvik/${id}/svar`, { personalData: 'yes', caseType: 'securityIncident' })).status).toBe(303)
      expect(await stored('sandnes-servicedesk', id)).toEqual(before)
    })
    it('S4-129 what is said to be serious afterwards is urgent, and reaches the data protection officer', async () => {
      const id = await sendQuick('sauda-ansatt', { whatHappened: 'Ei dør stod open.' })
      await (await as('sauda-ansatt')).post(`/avvik/${id}/svar`, { serious: 'yes' })
      expect(await stored('sauda-personvernombud', id)).toMatchObject({ urgent: true, report: { serious: 'yes' } })
      const told = await (await as('sauda-personvernombud')).get('/varsler')
      expect(told.text).toContain('Meldaren har svart på meir om eit avvik')
    })
    it('an answer that cannot be read is said at its question, and nothing is saved', async () => {
      const id = await sendQuick('sauda-ansatt')
      const answer = await (await as('sauda-ansatt')).post(`/avvik/${id}/svar`, { personalData: 'kanskje', serious: 'no' })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('href="#personalData"')
      expect(await stored('sauda-personvernombud', id)).toMatchObject({ report: { personalData: null, serious: null } })
    })
    it('only the reporter answers; to everybody else there is nothing there', async () => {
      const id = await sendQuick('sauda-ansatt')
      expect((await (await as('sauda-personvernombud')).post(`/avvik/${id}/svar`, { personalData: 'yes' })).status).toBe(404)
      expect((await (await as('sauda-leder')).post(`/avvik/${id}/svar`, { personalData: 'yes' })).status).toBe(404)
      expect((await (await as('sandnes-ansatt')).post(`/avvik/${id}/svar`, { personalData: 'yes' })).status).toBe(404)
      expect(await stored('sauda-personvernombud', id)).toMatchObject({ report: { personalData: null } })
    })
    it('S4-131 a protected reporter answers without being named in the log', async () => {
      const id = await sendQuick('sandnes-ansatt', { whatHappened: 'Et ark ble liggende.' })
      const { personId } = await app.person('sandnes-ansatt')
      await (await as('sandnes-ansatt')).post(`/avvik/${id}/svar`, { periodState: 'ended' })
      const log = await app.ctx('sandnes-personvernombud', (ctx) =>
        ctx.tx.selectFrom('audit_event').select(['type', 'actor_id']).where('subject_id', '=', id).execute(),
      )
      expect(log.map(({ type }) => type)).toContain('deviation.supplemented')
      expect(log.filter(({ actor_id }) => actor_id === personId)).toEqual([])
    })
  })

  describe('what the page says before one sends', () => {
    it.each([
      {
        row: 'S1-21',
        slug: 'oslomet-ansatt',
        says: ['Nærmeste leder, Instituttleder, OsloMet, får beskjed samtidig', 'sikkerhet@oslomet.no'],
      },
      { row: 'S2-61', slug: 'uio-ansatt', says: [profiles.uio.deviation.definition.nb, 'Meld umiddelbart', 'UiO-CERT'] },
      { row: 'S3-09', slug: 'sauda-ansatt', says: ['innan 72 timar', 'Meld så snart som mogleg'] },
      { row: 'S3-12', slug: 'sauda-ansatt', says: ['mailto:personvernombud@sauda.example'] },
      { row: 'S3-03', slug: 'sauda-ansatt', says: ['Personopplysningar på avvege er eit avvik.'] },
      { row: 'S4-131', slug: 'sandnes-ansatt', says: ['Bare personvernombudet kan åpne det', 'Lederen din får ikke beskjed'] },
      { row: 'S1-02', slug: 'oslomet-ansatt', says: texts('nb').why.reasons },
      { row: 'S1-03', slug: 'oslomet-ansatt', says: ['Det er bedre å melde én gang for mye enn én gang for lite'] },
      { row: 'S1-42', slug: 'oslomet-ansatt', says: ['Skriv ikke navn'] },
      { row: 'S1-43', slug: 'oslomet-ansatt', says: ['Et avvik handler om handlingen, ikke om personen'] },
    ])('$row $slug reads $says', async ({ slug, says }) => {
      const page = decoded((await (await as(slug)).get('/avvik/ny')).text)
      for (const words of says) expect(page).toContain(words)
    })

    it('S3-03 data astray is a kind of deviation: chosen, saved, shown in the case, and the list finds it by its kind', async () => {
      const id = await sendQuick('sauda-ansatt', { categories: ['SENSITIVE_ASTRAY'] })
      expect(await stored('sauda-personvernombud', id)).toMatchObject({ report: { categories: ['SENSITIVE_ASTRAY'] } })
      const officer = await as('sauda-personvernombud')
      expect(decoded((await officer.get(`/avvik/${id}`)).text)).toContain(texts('nn').fields.categories.choices.SENSITIVE_ASTRAY)
      expect((await officer.get('/avvik?kategori=SENSITIVE_ASTRAY')).text).toContain(`/avvik/${id}`)
      expect((await officer.get('/avvik?kategori=EXPORT_CONTROL')).text).not.toContain(`/avvik/${id}`)
    })

    it('S1-02 the page gives the four reasons to report, and no more', async () => {
      const page = decoded((await (await as('oslomet-ansatt')).get('/avvik/ny')).text)
      const list = /Hvorfor skal jeg melde\?.*?<ul>(.*?)<\/ul>/s.exec(page)?.[1] ?? ''
      const reasons = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, reason]) => reason)
      expect(reasons).toEqual([
        expect.stringMatching(/risikoen for at det skjer igjen, og for flere lovbrudd/),
        expect.stringMatching(/bedre rutiner og systemer/),
        expect.stringMatching(/begrenser skaden/),
        expect.stringMatching(/god sikkerhetskultur/),
      ])
    })

    it('S4-131 where the reporter is not protected the page says who sees the name', async () => {
      expect((await (await as('sauda-ansatt')).get('/avvik/ny')).text).toContain('Dei som behandlar saka, ser namnet ditt.')
    })
  })

  describe('the full form, without script', () => {
    /** What each question is answered with, and how a reader sees it again. */
    const sample = (
      question: Question,
      field: Field,
      ids: { unit: string; person: string; system: string; routine: string },
      locale: Locale,
    ) => {
      const words = texts(locale).fields[question] as { readonly choices?: Readonly<Record<string, string>> }
      switch (field.kind) {
        case 'text':
          return { posted: `Svar på ${question}: <b>æøå</b> & «שלום» 🙂`, seen: `Svar på ${question}: <b>æøå</b> & «שלום» 🙂` }
        case 'whole':
          return { posted: question === 'affectedMax' ? '1300' : '1200', seen: showWhole(question === 'affectedMax' ? 1300 : 1200, locale) }
        case 'instant': {
          const at = hoursFrom(now, question === 'periodFrom' ? -30 : -12)
          return { posted: localInput(at), seen: formatInstant(at, locale) }
        }
        case 'date':
          return { posted: '2026-03-01', seen: formatDate('2026-03-01', locale) }
        case 'choice': {
          const choice =
            question === 'personalData' || question === 'informNeeded' || question === 'informSent' ? 'yes' : (field.of[0] ?? '')
          return { posted: choice, seen: words.choices?.[choice] ?? choice }
        }
        case 'choices':
          return { posted: [...field.of], seen: words.choices?.[field.of[0] ?? ''] ?? '' }
        case 'reference':
        case 'references':
          return { posted: ids[kindOf(question)], seen: '' }
      }
    }

    it('S1-26 S1-31 S1-32 S1-34 S1-36 S1-38 S1-39 S1-40 S1-41 S4-126 every answer of every part is stored, and shown unchanged to its reporter and at the check', async () => {
      const slug = 'sauda-ansatt'
      const browser = await as(slug)
      const id = await startDraft(slug, { personalData: 'yes' })
      const ids = {
        unit: await unitOf(slug),
        person: (await app.person('sauda-leder')).personId,
        system: await app.ctx(slug, async ({ tx, actor }) => {
          const row = await tx.selectFrom('system').select('id').where('organisation_id', '=', actor.organisationId).executeTakeFirst()
          return row?.id ?? ''
        }),
        routine: await app.ctx('sauda-administrator', (ctx) => makePublished(ctx, { name: 'Rutine for utsending', kind: 'routine' })),
      }
      const called = await app.ctx(slug, async ({ tx }) => ({
        unit: (await tx.selectFrom('unit').select('name').where('id', '=', ids.unit).executeTakeFirstOrThrow()).name,
        person: (await tx.selectFrom('person').select('name').where('id', '=', ids.person).executeTakeFirstOrThrow()).name,
        system: (await tx.selectFrom('system').select('name').where('id', '=', ids.system).executeTakeFirstOrThrow()).name,
        routine: 'Rutine for utsending',
      }))
      const profile = profiles.sauda
      const given = new Map<Question, ReturnType<typeof sample>>()
      for (const part of [...formParts, 'beskrivelse'] as const) {
        const report = (await stored(slug, id))?.report
        if (!report) throw new Error('the draft is gone')
        const form: Posted = { del: part, version: await versionOf(slug, id), videre: 'neste' }
        for (const question of questionsOf(part, formQuestions(report, profile))) {
          const field = reportFields[question] as Field
          const of = question === 'relation' ? profile.deviation.dataSubjects : question === 'caseType' ? profile.deviation.caseTypes : null
          const answer = sample(question, of ? ({ ...field, of } as Field) : field, ids, 'nn')
          given.set(question, answer)
          form[question] = answer.posted
        }
        if (part === 'konsekvenser')
          Object.assign(form, {
            'measure0.what': 'Ringte mottakaren <i>straks</i>',
            'measure0.state': 'done',
            'measure0.purpose': 'limit',
            'measure0.responsibleRole': 'leader',
            'measure0.doneOn': '2026-03-01',
          })
        const answer = await browser.post(`/avvik/${id}/skjema`, form)
        expect([part, answer.status, answer.text.slice(answer.text.indexOf('data-error-summary'), 3000)]).toEqual([
          part,
          303,
          expect.anything(),
        ])
      }
      // Every question there is has been asked on the way.
      expect([...given.keys()].sort()).toEqual((Object.keys(reportFields) as Question[]).sort())

      const check = await browser.get(`/avvik/${id}/kontroll`)
      const own = await browser.post(`/avvik/${id}/innsending`, { version: await versionOf(slug, id) })
      expect(own.location).toBe(`/avvik/${id}/kvittering`)
      const row = (await stored(slug, id))?.report
      for (const [question, { posted, seen }] of given) {
        expect(postedAs(row as Report, [question])[question], question).toEqual(posted)
        expect(decoded(check.text), question).toContain(seen)
        expect(check.text).not.toContain('<b>æøå')
      }
      // Those who handle the case read each answer unchanged, whole and under its own question; and so does who reads the document.
      const officer = await as('sauda-personvernombud')
      const handled = await officer.get(`/avvik/${id}`)
      const document = (await officer.get(`/avvik/${id}/dokumenter/avviksmelding.txt`)).text
      const read = answersIn(handled.text)
      for (const [question, { posted, seen }] of given) {
        const { label, choices } = texts('nn').fields[question] as { label: string; choices?: Readonly<Record<string, string>> }
        const reference = reportFields[question].kind === 'reference' ? called[kindOf(question)] : null
        const answer = choices ? [posted].flat().map((one) => choices[one]) : [reference ?? seen]
        // What happened stands at the top of the page.
        if (question === 'whatHappened') expect(decoded(handled.text)).toContain(seen)
        else expect(read).toContainEqual([label, answer.join('\n')])
        // A document may begin it with a small letter, in a sentence of several.
        if (reportFields[question].kind === 'text') expect(document.toLowerCase(), question).toContain(String(posted).toLowerCase())
      }
      const at = handled.text.indexOf('Ringte mottakaren')
      const measures = handled.text.slice(at - 100, at + 700)
      for (const words of [
        'Leiar',
        'Ringte mottakaren &lt;i>straks&lt;/i>',
        texts('nn').measures.state.choices.done,
        formatDate('2026-03-01', 'nn'),
      ])
        expect(measures).toContain(words)
      expect((await stored(slug, id))?.measures).toMatchObject([
        { what: 'Ringte mottakaren <i>straks</i>', state: 'done', responsibleRole: 'leader', doneOn: '2026-03-01' },
      ])
      expect(decoded(check.text)).toContain('Ringte mottakaren <i>straks</i>')
      expect(check.text).toContain('&lt;i>straks')
    })

    it.each(kindsThatAsk)(
      '$row choosing $category brings $question at once, below it; each answer to it is stored, and shown in the case and the document',
      async ({ category, question }) => {
        const slug = 'uio-ansatt'
        const browser = await as(slug)
        const id = await startDraft(slug)
        const { text } = await browser.get(`/avvik/${id}/skjema?del=beskrivelse`)
        const [below = ''] = (text.split(`value="${category}"`)[1] ?? '').split('name="categories"')
        expect(below).toContain('class="v-reveal__rest"')
        expect(below).toContain(`name="${question}"`)
        expect(text.split(`id="${question}"`)).toHaveLength(2)
        const field = reportFields[question] as Field
        const { label, choices } = texts('nb').fields[question] as { label: string; choices?: Readonly<Record<string, string>> }
        // What can be answered is what the form has words for, one by one; and all at once where several may be ticked.
        const single = choices ? Object.keys(choices) : ['Rutine for e-post']
        const given = field.kind === 'choices' ? [...single.map((one) => [one]), single] : single.map((one) => [one])
        const officer = await as('uio-cert')
        for (const [at, choice] of given.entries()) {
          const one = at === 0 ? id : await startDraft(slug)
          const form = await partOfForm(slug, one, 'beskrivelse', { categories: [category], [question]: choice })
          expect((await browser.post(`/avvik/${one}/skjema`, form)).status).toBe(303)
          expect([(await stored(slug, one))?.report[question]].flat()).toEqual(choice)
          const shown = choice.map((code) => choices?.[code] ?? code)
          for (const words of shown) expect(decoded((await browser.get(`/avvik/${one}/kontroll`)).text)).toContain(words)
          expect((await browser.post(`/avvik/${one}/innsending`, { version: await versionOf(slug, one) })).status).toBe(303)
          expect(answersIn((await officer.get(`/avvik/${one}`)).text)).toContainEqual([label, shown.join('\n')])
          const document = (await officer.get(`/avvik/${one}/dokumenter/avviksmelding.txt`)).text.toLowerCase()
          for (const words of shown) expect(document).toContain(words.toLowerCase())
        }
      },
    )

    it.each([
      { row: 'S1-07', category: 'UNENCRYPTED_SENSITIVE_EMAIL', anchor: '#rad-e-post' },
      { row: 'S1-09', category: 'RECEIVED_OTHERS_SENSITIVE', anchor: '#rad-mottatt' },
    ] as const)('$row choosing $category shows the link to its guide, and the guide', async ({ category, anchor }) => {
      const browser = await as('uio-ansatt')
      const id = await startDraft('uio-ansatt', { categories: [category] })
      const { text } = await browser.get(`/avvik/${id}/skjema?del=beskrivelse`)
      expect(text).toContain(`href="${anchor}"`)
      expect(text).toContain(`id="${anchor.slice(1)}"`)
    })

    // The kinds the form has words for: one that falls out of the list of codes is missed.
    it.each((Object.keys(texts('nb').fields.categories.choices) as Category[]).map((category) => ({ category })))(
      'S1-04 to S1-18 the category $category can be chosen, sent, is stored as a code that can be counted, and is shown in the case',
      async ({ category }) => {
        const id = await sendQuick('oslomet-ansatt', { categories: [category], personalData: category === 'EXPORT_CONTROL' ? 'no' : 'yes' })
        const found = await app.ctx('oslomet-sikkerhet', async ({ tx }) =>
          tx.selectFrom('deviation').select('id').where('id', '=', id).where(sql<boolean>`${category} = any(categories)`).execute(),
        )
        expect(found).toHaveLength(1)
        const handler = await as('oslomet-sikkerhet')
        const { label, choices } = texts('nb').fields.categories
        expect(answersIn((await handler.get(`/avvik/${id}`)).text)).toContainEqual([label, choices[category]])
        const page = decoded((await handler.get(`/avvik/${id}/melding`)).text)
        expect(page).toMatch(new RegExp(`checked[^>]*value="${category}"|value="${category}"[^>]*checked`))
      },
    )

    it('S1-28 S1-29 S1-30 the first part comes filled in', async () => {
      const id = await startDraft('oslomet-ansatt')
      const { text } = await (await as('oslomet-ansatt')).get(`/avvik/${id}/skjema`)
      const leader = (await app.person('oslomet-leder')).personId
      const unit = await unitOf('oslomet-ansatt')
      for (const [name, value] of [
        ['affectedUnit', unit],
        ['affectedLeader', leader],
        ['reporterUnit', unit],
        ['reporterLeader', leader],
      ] as const) {
        const select = new RegExp(`<select[^>]*name="${name}".*?</select>`, 's').exec(text)?.[0] ?? ''
        expect(select, name).toMatch(new RegExp(`value="${value}"[^>]*selected|selected[^>]*value="${value}"`))
      }
    })

    it('S1-37 the form asks about the people of its own kind of organisation, several at once, and about others in words', async () => {
      const asked = async (slug: string) => {
        const id = await startDraft(slug, { personalData: 'yes' })
        const { text } = await (await as(slug)).get(`/avvik/${id}/skjema?del=beskrivelse`)
        expect(text).toContain('name="relationOther"')
        return [...text.matchAll(/<input[^>]*name="relation"[^>]*>/g)].map(([input]) => {
          expect(input).toContain('type="checkbox"')
          return /value="(\w+)"/.exec(input)?.[1]
        })
      }
      for (const preset of ['oslomet', 'uio'] as const) {
        const groups = await asked(`${preset}-ansatt`)
        expect(groups).toEqual(expect.arrayContaining(['students', 'employees', 'applicants', 'others']))
        for (const other of ['pupils', 'kindergartenChildren']) expect(groups).not.toContain(other)
      }
      for (const preset of ['sauda', 'sandnes'] as const) {
        const groups = await asked(`${preset}-ansatt`)
        expect(groups).toEqual(expect.arrayContaining(['pupils', 'kindergartenChildren', 'serviceRecipients', 'employees', 'others']))
        expect(groups).not.toContain('students')
      }
    })

    it('S4-126 every kind of incident and every effect can be answered, is stored as a code, and is shown in the case and the document', async () => {
      const slug = 'sandnes-ansatt'
      const officer = await as('sandnes-personvernombud')
      const { incidentKind, effects } = texts('nb').fields
      const kinds = ['single', 'repeated', 'violation', 'routineFailure', 'systemFault', 'other'] as const
      const all = ['astray', 'changed', 'lost'] as const
      for (const [at, kind] of kinds.entries()) {
        const effect = all[at % all.length] ?? 'lost'
        const id = await startDraft(slug, { personalData: 'yes' })
        const browser = await as(slug)
        const form = await partOfForm(slug, id, 'beskrivelse', { incidentKind: kind, effects: [effect] })
        expect((await browser.post(`/avvik/${id}/skjema`, form)).status).toBe(303)
        expect((await browser.post(`/avvik/${id}/innsending`, { version: await versionOf(slug, id) })).status).toBe(303)
        const row = await app.ctx(slug, ({ tx }) =>
          tx.selectFrom('deviation').select(['incident_kind', 'effects']).where('id', '=', id).executeTakeFirstOrThrow(),
        )
        expect(row).toEqual({ incident_kind: kind, effects: [effect] })
        const read = answersIn((await officer.get(`/avvik/${id}`)).text)
        expect(read).toContainEqual([incidentKind.label, incidentKind.choices[kind]])
        expect(read).toContainEqual([effects.label, effects.choices[effect]])
        const document = (await officer.get(`/avvik/${id}/dokumenter/avviksmelding.txt`)).text
        for (const words of [incidentKind.choices[kind], effects.choices[effect]]) expect(document).toContain(words)
      }
    })

    it('S3-04 each of the four kinds of breach is stored beside accidental and unlawful, and shown in the case', async () => {
      const slug = 'sandnes-ansatt'
      const officer = await as('sandnes-personvernombud')
      const { breachKinds, breachManner } = texts('nb').fields
      for (const manner of ['accidental', 'unlawful'] as const)
        for (const kind of ['destruction', 'loss', 'alteration', 'spreading'] as const) {
          const id = await startDraft(slug, { personalData: 'yes' })
          const browser = await as(slug)
          const form = await partOfForm(slug, id, 'beskrivelse', { breachKinds: [kind], breachManner: manner })
          expect([kind, (await browser.post(`/avvik/${id}/skjema`, form)).status]).toEqual([kind, 303])
          expect((await browser.post(`/avvik/${id}/innsending`, { version: await versionOf(slug, id) })).status).toBe(303)
          expect((await stored(slug, id))?.report).toMatchObject({ breachKinds: [kind], breachManner: manner })
          const read = answersIn((await officer.get(`/avvik/${id}`)).text)
          expect(read).toContainEqual([breachKinds.label, breachKinds.choices[kind]])
          expect(read).toContainEqual([breachManner.label, breachManner.choices[manner]])
        }
    })

    it('S1-40 more rows for measures come when asked for, with nothing lost', async () => {
      const slug = 'uio-ansatt'
      const browser = await as(slug)
      const id = await startDraft(slug)
      const first = (await browser.get(`/avvik/${id}/skjema?del=konsekvenser`)).text
      expect(first.match(/name="measure\d+\.what"/g)).toHaveLength(1)
      // An empty row has chosen nothing on anyone's behalf.
      expect(first).toMatch(/name="measure0\.purpose"[^>]*><option selected value/)
      const answer = await browser.post(
        `/avvik/${id}/skjema`,
        await partOfForm(slug, id, 'konsekvenser', { 'measure0.what': 'Første', 'measure1.what': 'Andre', videre: 'flere' }),
      )
      const again = (await browser.get((answer.location ?? '').split('#')[0] ?? '')).text
      expect(again.match(/name="measure\d+\.what"/g)).toHaveLength(3)
      expect(again).toContain('Første')
      // Saved again they are the same two, and not four.
      const ids = [hiddenIn(again, 'measure0\\.id'), hiddenIn(again, 'measure1\\.id')]
      await browser.post(
        `/avvik/${id}/skjema`,
        await partOfForm(slug, id, 'konsekvenser', {
          'measure0.what': 'Første',
          'measure0.id': ids[0] ?? '',
          'measure1.what': 'Andre',
          'measure1.id': ids[1] ?? '',
        }),
      )
      expect((await stored(slug, id))?.measures.map((measure) => measure.id)).toEqual(ids)
    })

    it('S1-41 needed, not sent and no reason: the draft is saved, and sending is refused with a link to the question', async () => {
      const slug = 'uio-ansatt'
      const browser = await as(slug)
      const id = await startDraft(slug)
      await browser.post(`/avvik/${id}/skjema`, await partOfForm(slug, id, 'konsekvenser', { informNeeded: 'yes', informSent: 'no' }))
      const refused = await browser.post(`/avvik/${id}/innsending`, { version: await versionOf(slug, id) })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(`/avvik/${id}/skjema?del=konsekvenser#informReason`)
      expect((await stored(slug, id))?.status).toBe('draft')
    })

    it('S1-33 discovery before the period is pointed out, and can be sent', async () => {
      const slug = 'uio-ansatt'
      const browser = await as(slug)
      const id = await startDraft(slug)
      await browser.post(
        `/avvik/${id}/skjema`,
        await partOfForm(slug, id, 'beskrivelse', {
          periodFrom: localInput(hoursFrom(now, -2)),
          discoveredAt: localInput(hoursFrom(now, -3)),
        }),
      )
      expect((await browser.get(`/avvik/${id}/kontroll`)).text).toContain(texts('nb').warnings.discoveredBeforePeriod)
      expect((await browser.post(`/avvik/${id}/innsending`, { version: await versionOf(slug, id) })).status).toBe(303)
    })

    it('S4-023 two windows: the second save shows both answers, keeps what was written and changes nothing', async () => {
      const slug = 'uio-ansatt'
      const browser = await as(slug)
      const id = await startDraft(slug)
      const mine = await partOfForm(slug, id, 'beskrivelse', { mainCause: 'Min årsak' })
      await browser.post(`/avvik/${id}/skjema`, await partOfForm(slug, id, 'beskrivelse', { mainCause: 'Den andre årsaken' }))
      const answer = await browser.post(`/avvik/${id}/skjema`, mine)
      expect(answer.status).toBe(409)
      expect(answer.text).toMatch(/<td data-label="Lagret nå">Den andre årsaken<.td><td data-label="Du skrev">Min årsak</)
      expect(answer.text).toContain('value="Min årsak"'.slice(7, 16))
      expect((await stored(slug, id))?.report.mainCause).toBe('Den andre årsaken')
    })

    it('S1-20 a draft can be left, found again and deleted', async () => {
      const browser = await as('uio-saksbehandler')
      const id = await startDraft('uio-saksbehandler', { whatHappened: 'Funnet igjen senere.' })
      const mine = await browser.get('/avvik/mine')
      expect(mine.text).toContain(`/avvik/${id}`)
      expect(mine.text).toContain('Funnet igjen senere.')
      const form = (await browser.get(`/avvik/${id}/skjema`)).text
      expect(form).toMatch(
        /<summary>Slett utkastet …<\/summary>(?:(?!<\/details>).)*Dette kan ikke angres\.(?:(?!<\/details>).)*\/forkast"/s,
      )
      expect((await browser.post(`/avvik/${id}/forkast`, {})).location).toBe('/avvik/mine')
      expect((await browser.get('/avvik/mine')).text).not.toContain(id)
    })
  })

  describe('saved while one writes', () => {
    it('the first words make a draft, the next ones change it; answers are JSON with the version', async () => {
      const slug = 'oslomet-saksbehandler'
      const browser = await as(slug)
      const id = newId(now)
      const words = { id, whatHappened: 'En list' }
      const first = await browser.post(`/avvik/${id}/utkast`, words, { accept: 'application/json' })
      expect([first.status, JSON.parse(first.text)]).toEqual([200, { version: 1 }])
      const next = await browser.post(`/avvik/${id}/utkast`, { ...words, whatHappened: 'En liste' }, { accept: 'application/json' })
      expect(JSON.parse(next.text)).toEqual({ version: 2 })
      const part = await browser.post(`/avvik/${id}/utkast`, await partOfForm(slug, id, 'beskrivelse', { mainCause: 'Autoutfylling' }), {
        accept: 'application/json',
      })
      expect(JSON.parse(part.text)).toEqual({ version: 3 })
      expect((await stored(slug, id))?.report).toMatchObject({ whatHappened: 'En liste', mainCause: 'Autoutfylling' })
      const old = await browser.post(
        `/avvik/${id}/utkast`,
        { del: 'beskrivelse', version: '1', mainCause: 'x' },
        { accept: 'application/json' },
      )
      expect(old.status).toBe(409)
      const long = await browser.post(`/avvik/${id}/utkast`, { ...words, whatHappened: 'x'.repeat(8001) }, { accept: 'application/json' })
      expect([long.status, JSON.parse(long.text)]).toEqual([200, { version: 3, fields: ['whatHappened'] }])
      expect((await stored(slug, id))?.report.whatHappened).toBe('En liste')
    })

    it('each answer is kept for itself: one that cannot be read is named, and does not stop the others', async () => {
      const slug = 'oslomet-saksbehandler'
      const browser = await as(slug)
      const id = newId(now)
      const json = { accept: 'application/json' }
      const first = await browser.post(`/avvik/${id}/utkast`, { id, whatHappened: 'En liste', discoveredAt: 'i går' }, json)
      expect([first.status, JSON.parse(first.text)]).toEqual([200, { version: 1, fields: ['discoveredAt'] }])
      expect((await stored(slug, id))?.report.whatHappened).toBe('En liste')
      const part = await partOfForm(slug, id, 'beskrivelse', { mainCause: 'Autoutfylling', discoveredAt: '31.02.2026' })
      const next = await browser.post(`/avvik/${id}/utkast`, part, json)
      expect([next.status, JSON.parse(next.text).fields]).toEqual([200, ['discoveredAt']])
      expect((await stored(slug, id))?.report.mainCause).toBe('Autoutfylling')
      // The button saves all of it or nothing, and shows what is wrong.
      const pressed = await browser.post(`/avvik/${id}/skjema`, { ...part, version: '2', mainCause: 'Noe annet' })
      expect(pressed.status).toBe(422)
      expect((await stored(slug, id))?.report.mainCause).toBe('Autoutfylling')
    })

    it('a draft that was thrown away stays so, and no part of a form begins one', async () => {
      const slug = 'oslomet-saksbehandler'
      const browser = await as(slug)
      const id = newId(now)
      const json = { accept: 'application/json' }
      const part = { id, del: 'beskrivelse', version: '1', mainCause: 'Autoutfylling' }
      expect((await browser.post(`/avvik/${id}/utkast`, part, json)).status).toBe(404)
      await browser.post(`/avvik/${id}/utkast`, { id, whatHappened: 'En liste' }, json)
      expect((await browser.post(`/avvik/${id}/forkast`)).status).toBe(303)
      const late = await browser.post(`/avvik/${id}/utkast`, { id, whatHappened: 'En liste til' }, json)
      expect([late.status, JSON.parse(late.text)]).toEqual([410, { error: 'discarded' }])
      expect((await browser.post(`/avvik/${id}/utkast`, part, json)).status).toBe(410)
      expect(await stored(slug, id)).toBeUndefined()
    })

    it('what the full form holds is not lost when the quick page is sent after it', async () => {
      const slug = 'oslomet-saksbehandler'
      const browser = await as(slug)
      const form = await quickForm(slug, { knapp: 'mer' })
      const id = idIn(await browser.post('/avvik', form))
      await browser.post(`/avvik/${id}/skjema`, await partOfForm(slug, id, 'beskrivelse', { mainCause: 'Autoutfylling' }))
      await browser.post('/avvik', { ...form, knapp: 'send' })
      expect(await stored(slug, id)).toMatchObject({ status: 'received', report: { mainCause: 'Autoutfylling' } })
    })

    it('S0-17 a number in what the quick page does not show is asked about at the check, with all that was written kept', async () => {
      const slug = 'oslomet-saksbehandler'
      const browser = await as(slug)
      const form = await quickForm(slug, { knapp: 'mer' })
      const id = idIn(await browser.post('/avvik', form))
      await browser.post(`/avvik/${id}/skjema`, await partOfForm(slug, id, 'beskrivelse', { mainCause: `Gjaldt ${nationalId}` }))
      const held = await browser.post('/avvik', { ...form, knapp: 'send', whatHappened: 'Nye ord.', vakt: 'skjul' })
      expect(held.location).toBe(`/avvik/${id}/kontroll`)
      const report = { whatHappened: 'Nye ord.', mainCause: `Gjaldt ${nationalId}` }
      expect(await stored(slug, id)).toMatchObject({ status: 'draft', report })
    })
  })

  describe('the guard on the server', () => {
    const text = `Fødselsnummer ${nationalId} ble sendt.`

    it('S1-35 S1-42 an identity number gives a warning at the field, at the check and after sending, and never stops the report', async () => {
      const slug = 'oslomet-saksbehandler'
      const browser = await as(slug)
      const id = await startDraft(slug, { whatHappened: text })
      const warning = 'Teksten ser ut til å inneholde et fødselsnummer.'
      expect((await browser.get(`/avvik/${id}/skjema?del=beskrivelse`)).text).toContain(warning)
      expect((await browser.get(`/avvik/${id}/kontroll`)).text).toContain(warning)
      const sent = await browser.post(`/avvik/${id}/innsending`, { version: await versionOf(slug, id), vakt: 'send' })
      expect(sent.status).toBe(303)
      expect((await browser.get(`/avvik/${id}/kvittering`)).text).toContain(warning)
      const hidden = await browser.post(`/avvik/${id}/skjema`, { til: 'kvittering', skjul: 'whatHappened' })
      expect(hidden.location).toBe(`/avvik/${id}/kvittering`)
      expect((await stored(slug, id))?.report.whatHappened).toBe('Fødselsnummer [fødselsnummer skjult] ble sendt.')
      expect((await browser.get(`/avvik/${id}/kvittering`)).text).not.toContain(warning)
    })

    it('S1-35 S1-42 under a standing reminder, the guard reads along in every text of the report but the number of another system', async () => {
      const slug = 'sauda-ansatt'
      const browser = await as(slug)
      const id = await startDraft(slug, { personalData: 'yes' })
      const read = new Map<string, boolean>()
      for (const path of ['/avvik/ny', ...formParts.map((part) => `/avvik/${id}/skjema?del=${part}`)]) {
        const { text } = await browser.get(path)
        for (const [field, name = ''] of text.matchAll(/<(?:textarea|input)\b[^>]*name="([a-zA-Z]+)"[^>]*>/g))
          if (name in reportFields && reportFields[name as Question].kind === 'text') read.set(name, field.includes('data-guard '))
        // The part on who it concerns has no text to warn about.
        if (!path.endsWith('kontakt')) expect([path, text.includes(texts('nn').reminder.title)]).toEqual([path, true])
      }
      expect(read.size).toBe(textQuestions.length)
      expect([...read].flatMap(([name, guarded]) => (guarded ? [] : [name]))).toEqual(['externalReference'])
    })

    const told = (slug: string) =>
      app.ctx(
        slug,
        async (ctx) =>
          (
            await ctx.tx
              .selectFrom('message')
              .select((is) => is.fn.countAll().as('n'))
              .executeTakeFirst()
          )?.n,
      )
    const numbers = `Fødselsnummer ${nationalId} og konto 12345678911 ble sendt.`

    /** That it is not sent, and both ways on, stand before everything else; the buttons belong to the form below. */
    const saidFirst = (text: string) => {
      const [top = '', rest = ''] = text.split('<h1')
      expect(top).toContain('Avviksmeldingen er ikke sendt ennå</h2>')
      expect(top).not.toContain('Rett opp dette')
      for (const way of ['skjul', 'send']) {
        const form = new RegExp(`<button(?=[^>]*value="${way}")[^>]*form="([^"]+)"`).exec(top)?.[1]
        expect(rest).toMatch(new RegExp(`<form[^>]*id="${form}"`))
      }
    }

    it.each(['skjul', 'send'])(
      'S0-17 a quick report with an identity number is held back once before anybody is told; then «%s» sends it',
      async (vakt) => {
        const slug = 'oslomet-ansatt'
        const browser = await as(slug)
        const form = await quickForm(slug, { whatHappened: numbers })
        const before = await told(slug)
        const held = await browser.post('/avvik/ny', form)
        expect(held.status).toBe(422)
        for (const words of [
          'href="#whatHappened"',
          'id="whatHappened-guard"',
          'name="vakt" value="skjul"',
          'name="vakt" value="send"',
          numbers,
        ])
          expect(held.text).toContain(words)
        expect(held.text).not.toContain('name="knapp" value="send"')
        saidFirst(held.text)
        expect(await stored(slug, String(form.id))).toBeUndefined()
        expect(await told(slug)).toBe(before)
        const sent = await browser.post('/avvik/ny', { ...form, vakt })
        expect(sent.location).toBe(`/avvik/${form.id}/kvittering`)
        const text = (await stored(slug, String(form.id)))?.report.whatHappened
        if (vakt === 'send') expect(text).toBe(numbers)
        else expect(text).toMatch(/^Fødselsnummer \[fødselsnummer skjult\] og konto /)
        expect(await told(slug)).not.toBe(before)
      },
    )

    it('the title of a page that comes back with errors begins with the word for it, in every language', async () => {
      for (const [locale, word] of [
        ['nb', 'Feil: '],
        ['nn', 'Feil: '],
        ['en', 'Error: '],
      ] as const) {
        const browser = await inLanguage('sandnes-ansatt', locale)
        const title = (html: string) => /<title>([^<]*)/.exec(html)?.[1] ?? ''
        const answer = await browser.post('/avvik/ny', { ...(await quickForm('sandnes-ansatt')), whatHappened: '' })
        expect(answer.status).toBe(422)
        expect(title(answer.text)).toBe(`${word}${title((await browser.get('/avvik/ny')).text)}`)
      }
    })

    it('S0-17 what the page has pointed out while it was written is not held back again; one more than that is', async () => {
      const slug = 'oslomet-ansatt'
      const browser = await as(slug)
      const form = await quickForm(slug, { whatHappened: text })
      for (const vaktSett of ['0', 'x', '-1']) expect((await browser.post('/avvik/ny', { ...form, vaktSett })).status).toBe(422)
      const two = { ...form, whatHappened: `${text} Og 15838530181.`, vaktSett: '1' }
      expect((await browser.post('/avvik/ny', two)).status).toBe(422)
      expect((await browser.post('/avvik/ny', { ...form, vaktSett: '1' })).status).toBe(303)
    })

    it.each(['skjul', 'send'])('S0-17 the full report is held back until somebody chooses; «%s»', async (vakt) => {
      const slug = 'oslomet-saksbehandler'
      const browser = await as(slug)
      const id = await startDraft(slug, { whatHappened: text })
      const measure = { del: 'konsekvenser', 'measure0.what': `Ring om ${text}`, videre: 'senere' }
      expect((await browser.post(`/avvik/${id}/skjema`, { version: await versionOf(slug, id), ...measure })).status).toBe(303)
      const check = await browser.get(`/avvik/${id}/kontroll`)
      expect(check.text).toContain('name="vakt" value="skjul"')
      const version = await versionOf(slug, id)
      const held = await browser.post(`/avvik/${id}/innsending`, { version })
      expect(held.status).toBe(422)
      expect(held.text).toContain(`href="/avvik/${id}/skjema?del=beskrivelse#whatHappened"`)
      expect(held.text).toContain(`href="/avvik/${id}/skjema?del=konsekvenser#measure0.what"`)
      saidFirst(held.text)
      expect(await stored(slug, id)).toMatchObject({ status: 'draft', report: { whatHappened: text } })
      expect((await browser.post(`/avvik/${id}/innsending`, { version, vakt })).location).toBe(`/avvik/${id}/kvittering`)
      const whatHappened = vakt === 'send' ? text : 'Fødselsnummer [fødselsnummer skjult] ble sendt.'
      const measures = [{ what: `Ring om ${whatHappened}` }]
      expect(await stored(slug, id)).toMatchObject({ status: 'received', report: { whatHappened }, measures })
    })

    it.each(['skjul', 'send'])('S0-17 a report on behalf of somebody is held back once, with all that was written; «%s»', async (vakt) => {
      const slug = 'sandnes-personvernombud'
      const browser = await as(slug)
      const intake = { channel: 'telephone', receivedAt: localInput(hoursFrom(now, -1)), who: 'outside', outside: 'forelder' }
      const form: Posted = { ...(await quickForm(slug, { whatHappened: text })), ...intake, 'measure0.what': 'Bad om sletting' }
      const held = await browser.post('/avvik/pa-vegne', form)
      expect(held.status).toBe(422)
      for (const words of ['href="#whatHappened"', 'name="vakt" value="skjul"', text, 'forelder', 'Bad om sletting'])
        expect(held.text).toContain(words)
      saidFirst(held.text)
      expect(await stored(slug, String(form.id))).toBeUndefined()
      expect((await browser.post('/avvik/pa-vegne', { ...form, vakt })).status).toBe(303)
      expect((await stored(slug, String(form.id)))?.report.whatHappened).toBe(
        vakt === 'send' ? text : 'Fødselsnummer [fødselsnummer skjult] ble sendt.',
      )
    })

    it('S1-42 «Skjul i teksten» saves what is written and hides the number, without script', async () => {
      const slug = 'oslomet-saksbehandler'
      const browser = await as(slug)
      const id = await startDraft(slug)
      const form = await partOfForm(slug, id, 'beskrivelse', { mainCause: text, whereNow: 'hos mottaker', skjul: 'mainCause' })
      expect((await browser.post(`/avvik/${id}/skjema`, form)).location).toBe(`/avvik/${id}/skjema?del=beskrivelse#mainCause`)
      expect((await stored(slug, id))?.report).toMatchObject({
        mainCause: 'Fødselsnummer [fødselsnummer skjult] ble sendt.',
        whereNow: 'hos mottaker',
      })
    })
  })

  describe.each(['nb', 'nn'] as const)('bad input, answered in %s', (locale) => {
    type Fault = {
      readonly why: string
      readonly posted: string | readonly string[]
      readonly code: ProblemCode
      readonly limit?: number
      readonly length?: number
      readonly line?: number
      readonly around?: string
    }
    const faultsOf = (field: Field): readonly Fault[] => {
      switch (field.kind) {
        case 'text':
          return [
            { why: 'too long', posted: 'å'.repeat(field.max + 1), code: 'tooLong', limit: field.max, length: field.max + 1 },
            { why: 'control characters', posted: 'a\u0000b', code: 'controlCharacters', line: 1, around: 'a▯b' },
            { why: 'right-to-left override', posted: 'fil\u202egnp.exe', code: 'controlCharacters', line: 1, around: 'fil▯gnp.exe' },
          ]
        case 'whole':
          return [
            ...['tolv', '1.5', '1e3', '0x10', '٣', ''.padEnd(30, '9')].map((posted) => ({
              why: posted,
              posted,
              code: 'notWhole' as const,
            })),
            { why: 'negative', posted: '-1', code: 'tooSmall', limit: field.min },
            { why: 'too large', posted: String(field.max + 1), code: 'tooLarge', limit: field.max },
          ]
        case 'instant':
          return [
            ...['i går', '2026-02-30T10:00', '2026-03-01', '99999-01-01T00:00', '2026-03-01T24:00'].map((posted) => ({
              why: posted,
              posted,
              code: 'notInstant' as const,
            })),
            { why: 'a time that never was', posted: '2025-03-30T02:30', code: 'timeDoesNotExist' },
            { why: 'a time that was twice', posted: '2025-10-26T02:30', code: 'timeIsTwice' },
          ]
        case 'date':
          return ['snart', '2026-02-30', '2026-13-01'].map((posted) => ({ why: posted, posted, code: 'notDate' as const }))
        case 'choice':
        case 'choices':
          return ['noe annet', '<script>', '__proto__'].map((posted) => ({ why: posted, posted, code: 'notAChoice' as const }))
        case 'reference':
        case 'references':
          return ['1', "' or 1=1", 'ffffffff-ffff-7fff-bfff-ffffffffffff', 'foreign'].map((posted) => ({
            why: posted,
            posted,
            code: 'notARecord' as const,
          }))
      }
    }

    it('every question of the form refuses what is not of its kind: the message stands at the field, what was written is kept, nothing is stored', async () => {
      const slug = locale === 'nn' ? 'sauda-sykepleier' : 'oslomet-fakultetsleder'
      const preset = slug.split('-')[0] as Preset
      const browser = await inLanguage(slug, locale)
      const foreign = await app.ctx('uio-personvernombud', async (ctx) => ({
        routine: await makePublished(ctx, { kind: 'routine' }),
        unit: ctx.actor.unitId ?? '',
        person: ctx.actor.personId,
        system: ctx.actor.personId,
      }))
      const id = await startDraft(slug, { personalData: 'yes', categories: [...categories] })
      const before = await stored(slug, id)
      const asked = before ? formQuestions(before.report, profiles[preset]) : []
      expect(asked.length).toBeGreaterThan(40)
      for (const question of asked) {
        const field = reportFields[question] as Field
        for (const fault of faultsOf(field)) {
          const posted = fault.posted === 'foreign' && field.kind === 'reference' ? foreign[kindOf(question)] : fault.posted
          const form = await partOfForm(slug, id, partOf(question), { [question]: posted })
          const answer = await browser.post(`/avvik/${id}/skjema`, form)
          const label = `${question}: ${fault.why}`
          expect([label, answer.status]).toEqual([label, 422])
          const words = problemText({ field: question, ...fault }, texts(locale).fields[question].label, locale)
          const page = decoded(answer.text)
          expect(page, label).toContain(words)
          expect(page, label).toContain(`href="#${question}"`)
          expect(answer.text, label).not.toContain('<script>"')
          if (field.kind === 'whole' || (field.kind === 'text' && fault.code === 'tooLong')) expect(page, label).toContain(String(posted))
        }
      }
      expect(await stored(slug, id)).toEqual(before)
    }, 120_000)

    it('every part of a measure refuses what is not of its kind', async () => {
      const slug = locale === 'nn' ? 'sauda-sykepleier' : 'oslomet-fakultetsleder'
      const browser = await inLanguage(slug, locale)
      const id = await startDraft(slug)
      // A report asks for no name and for nothing that shows it, and what was once written of who does it is no longer asked.
      const { responsiblePerson: _person, responsible: _words, evidence: _shows, ...askedFields } = measureFields
      for (const [part, field] of Object.entries(askedFields) as [keyof typeof measureFields, Field][]) {
        for (const fault of faultsOf(field)) {
          const form = await partOfForm(slug, id, 'konsekvenser', { 'measure1.what': 'Noe', [`measure1.${part}`]: fault.posted })
          const answer = await browser.post(`/avvik/${id}/skjema`, form)
          expect([part, fault.why, answer.status]).toEqual([part, fault.why, 422])
          expect(answer.text).toContain(`href="#measure1.${part}"`)
        }
      }
      expect((await stored(slug, id))?.measures).toEqual([])
    }, 60_000)

    it.each([
      { row: 'S1-27', question: 'affectedUnit' },
      { row: 'S1-33', question: 'discoveredAt' },
      { row: 'S1-35', question: 'whatHappened' },
    ] as const)('$row sent without $question the page comes back with a link to it, and no case is made', async ({ question }) => {
      const slug = locale === 'nn' ? 'sauda-sykepleier' : 'oslomet-fakultetsleder'
      const browser = await inLanguage(slug, locale)
      const form = await quickForm(slug, { [question]: '', mainCause: 'glemt' })
      const answer = await browser.post('/avvik', form)
      expect(answer.status).toBe(422)
      expect(decoded(answer.text)).toContain(
        problemText({ field: question, code: 'missing' }, texts(locale).fields[question].label, locale),
      )
      expect(answer.text).toContain(`href="#${question}"`)
      expect(await stored(slug, String(form.id))).toBeUndefined()
    })
  })

  describe('who may do what', () => {
    it('a form of nothing, of another person, of another organisation, and addresses that are no case: never a fault of ours', async () => {
      const id = await startDraft('sauda-ansatt')
      const sent = await sendQuick('sauda-ansatt')
      const paths = ['skjema', 'kontroll', 'kvittering', 'melding', 'sladding']
      const posts = ['skjema', 'utkast', 'innsending', 'forkast', 'melding', 'sladding']
      for (const slug of ['sauda-sykepleier', 'sauda-administrator', 'uio-cert']) {
        const browser = await as(slug)
        for (const one of [id, sent, newId(now)]) {
          for (const path of paths) expect((await browser.get(`/avvik/${one}/${path}`)).status, `${slug} ${path}`).toBe(404)
          // An id unknown in one's own organisation is where a draft of one's own begins, so that is not asked for.
          const known = slug.startsWith('sauda') && (one === id || one === sent)
          for (const path of posts.filter((path) => path !== 'utkast' || known)) {
            const answer = await browser.post(`/avvik/${one}/${path}`, { whatHappened: 'x' })
            expect(answer.status, `${slug} ${path}`).toBe(404)
          }
        }
        for (const path of paths) expect((await browser.get(`/avvik/ikke-en-sak/${path}`)).status).toBe(404)
        for (const path of posts) expect((await browser.post(`/avvik/%00/${path}`, {})).status).toBe(404)
      }
      expect(await stored('sauda-ansatt', id)).toMatchObject({ version: 1, status: 'draft' })
    }, 60_000)

    it('a handler does not get the reporter’s pages, and a reporter not the handler’s', async () => {
      const id = await sendQuick('sauda-ansatt')
      const dpo = await as('sauda-personvernombud')
      expect((await dpo.get(`/avvik/${id}/kvittering`)).status).toBe(404)
      const reporter = await as('sauda-ansatt')
      for (const path of ['melding', 'sladding']) {
        expect((await reporter.get(`/avvik/${id}/${path}`)).status).toBe(403)
        expect((await reporter.post(`/avvik/${id}/${path}`, { felt: 'whatHappened' })).status).toBe(403)
      }
      expect((await reporter.get('/avvik/pa-vegne')).status).toBe(403)
      expect((await reporter.post('/avvik/pa-vegne', {})).status).toBe(403)
    })
  })

  describe('what those who handle do with a report', () => {
    it('S4-130 a report that came by telephone is registered, with every question within reach', async () => {
      const browser = await as('sandnes-personvernombud')
      const page = await browser.get('/avvik/pa-vegne')
      for (const question of ['whatHappened', 'deletionConfirmed', 'consequencesSubjects'])
        expect(page.text).toContain(`name="${question}"`)
      const form: Posted = {
        ...(await quickForm('sandnes-personvernombud')),
        channel: 'telephone',
        receivedAt: localInput(hoursFrom(now, -1)),
        who: 'outside',
        outside: 'forelder',
        deletionConfirmed: 'no',
        'measure0.what': 'Bad om sletting',
      }
      const answer = await browser.post('/avvik/pa-vegne', form)
      const row = await stored('sandnes-personvernombud', idIn(answer))
      expect(row).toMatchObject({ channel: 'telephone', receivedAt: hoursFrom(now, -1), report: { deletionConfirmed: 'no' } })
      expect(row?.measures).toMatchObject([{ what: 'Bad om sletting' }])
      expect((await browser.post('/avvik/pa-vegne', form)).location).toBe(answer.location)
    })

    it('S1-26 whoever receives a report by e-mail registers it for its sender, with the e-mail itself attached', async () => {
      const slug = 'oslomet-sikkerhet'
      const browser = await as(slug)
      const { personId } = await app.person('oslomet-ansatt')
      const form: Posted = { ...(await quickForm(slug)), channel: 'email', receivedAt: localInput(hoursFrom(now, -1)), who: 'person' }
      const answer = await browser.post('/avvik/pa-vegne', { ...form, person: personId })
      expect([answer.status, idIn(answer)]).toEqual([303, form.id])
      const id = idIn(answer)
      expect(await stored(slug, id)).toMatchObject({ channel: 'email', receivedAt: hoursFrom(now, -1), status: 'received' })
      const original = new TextEncoder().encode('From: ansatt@oslomet.example\r\nSubject: Avvik\r\n\r\nEn liste ble sendt feil.')
      const kept = await browser.send(`/filer/deviation/${id}/nye`, [{ name: 'opprinnelig.eml', content: original }])
      expect(kept.status).toBe(303)
      const page = (await browser.get(`/avvik/${id}`)).text
      const [, href = ''] = /href="(\/filer\/[0-9a-f-]{36})">opprinnelig\.eml</.exec(page) ?? []
      expect((await browser.get(href)).bytes).toEqual(original)
      const read = answersIn(page)
      expect(read.find(([label]) => label === 'Kom inn som')?.[1]).toContain('E-post')
      expect((await (await as('oslomet-ansatt')).get('/avvik/mine')).text).toContain(id)
    })

    it.each([
      ['oral', 'Muntlig'],
      ['sms', 'Tekstmelding'],
      ['telephone', 'Telefon'],
      ['form', 'Skjema'],
      ['email', 'E-post'],
    ] as const)('S4-130 a report that came as %s is chosen as that on the page, and the case says «%s»', async (channel, said) => {
      const slug = 'sandnes-personvernombud'
      const browser = await as(slug)
      expect((await browser.get('/avvik/pa-vegne')).text).toMatch(new RegExp(`name="channel"[^>]*value="${channel}"`))
      const form: Posted = { ...(await quickForm(slug)), channel, receivedAt: localInput(hoursFrom(now, -1)), who: 'none' }
      const answer = await browser.post('/avvik/pa-vegne', form)
      expect([answer.status, idIn(answer)]).toEqual([303, form.id])
      expect(await stored(slug, idIn(answer))).toMatchObject({ channel, receivedAt: hoursFrom(now, -1), status: 'received' })
      const read = answersIn((await browser.get(`/avvik/${idIn(answer)}`)).text)
      expect(read.find(([label]) => label === 'Kom inn som')?.[1]).toContain(said)
      expect(read.find(([label]) => label === 'Melder')?.[1]).toBe('Ingen melder')
    })

    it('S4-132 a case on own initiative has no reporter: none is asked for, named or promised protection, and the source is shown', async () => {
      const browser = await as('sandnes-personvernombud')
      const form: Posted = {
        ...(await quickForm('sandnes-personvernombud')),
        channel: 'ownInitiative',
        receivedAt: localInput(hoursFrom(now, -1)),
        who: '',
        // Left over from another answer: own initiative has nobody.
        outside: 'forelder',
      }
      const answer = await browser.post('/avvik/pa-vegne', form)
      expect(answer.status).toBe(303)
      const id = idIn(answer)
      expect(await stored('sandnes-personvernombud', id)).toMatchObject({ channel: 'ownInitiative', status: 'received' })
      const page = (await browser.get(`/avvik/${id}`)).text
      const people = page.slice(page.indexOf('id="hvem"'), page.indexOf('id="tidspunkter"'))
      expect(people).toMatch(/Kom inn som<.*Eget initiativ.*Melder<.*Ingen melder/s)
      const document = (await browser.get(`/avvik/${id}/dokumenter/avviksmelding.txt`)).text
      expect(document).toContain('Eget initiativ')
      expect(document).toContain('Ingen melder')
      for (const text of [page, document]) {
        expect(text).not.toMatch(/[Mm]elderen er beskyttet/)
        expect(text).not.toContain('forelder')
      }
      expect((await browser.get(`/avvik/${id}/melder`)).status).toBe(404)
    })

    it.each([
      { field: 'channel', posted: 'brevdue' },
      { field: 'channel', posted: '' },
      { field: 'receivedAt', posted: '' },
      { field: 'receivedAt', posted: 'i går' },
      { field: 'receivedAt', posted: '2027-01-01T10:00' },
      { field: 'who', posted: '' },
      { field: 'who', posted: 'kongen' },
      { field: 'person', posted: '' },
      { field: 'person', posted: 'x' },
      { field: 'outside', posted: 'å'.repeat(201) },
    ])('the intake asks back $field «$posted», and no case is made', async ({ field, posted }) => {
      const form: Posted = {
        ...(await quickForm('sandnes-personvernombud')),
        channel: 'oral',
        receivedAt: localInput(now),
        who: field === 'person' ? 'person' : 'outside',
        outside: 'forelder',
        [field]: posted,
      }
      for (const locale of ['nb', 'nn'] as const) {
        const answer = await (await inLanguage('sandnes-personvernombud', locale)).post('/avvik/pa-vegne', form)
        expect(answer.status).toBe(422)
        expect(answer.text).toContain(`href="#${field}"`)
        expect(answer.text).toContain(`lang="${locale}"`)
      }
      expect(await stored('sandnes-personvernombud', String(form.id))).toBeUndefined()
    })

    const editForm = async (slug: string, id: string, over: Posted): Promise<Posted> => {
      const row = await stored(slug, id)
      if (!row) throw new Error('no such case')
      return {
        version: String(row.version),
        ...postedAs(row.report, formQuestions(row.report, profiles[slug.split('-')[0] as Preset])),
        ...over,
      }
    }

    it('S4-023 a sent report is put right by those who handle it; a second editor sees both answers', async () => {
      const slug = 'sauda-personvernombud'
      const id = await sendQuick('sauda-ansatt')
      const browser = await as(slug)
      expect((await browser.get(`/avvik/${id}/melding`)).status).toBe(200)
      const late = await editForm(slug, id, { mainCause: 'Den seine' })
      expect((await browser.post(`/avvik/${id}/melding`, await editForm(slug, id, { mainCause: 'Den første' }))).status).toBe(303)
      const answer = await browser.post(`/avvik/${id}/melding`, late)
      expect(answer.status).toBe(409)
      expect(answer.text).toMatch(/<td data-label="Lagra no">Den første<.td><td data-label="Du skreiv">Den seine</)
      expect((await stored(slug, id))?.report.mainCause).toBe('Den første')
      const { version: _, ...blind } = await editForm(slug, id, { mainCause: 'Blindt' })
      expect((await browser.post(`/avvik/${id}/melding`, blind)).status).toBe(409)
      const faulty = await browser.post(`/avvik/${id}/melding`, await editForm(slug, id, { whatHappened: '', affectedCount: 'mange' }))
      expect(faulty.status).toBe(422)
      for (const field of ['whatHappened', 'affectedCount']) expect(faulty.text).toContain(`href="#${field}"`)
      const faultyAndLate = await browser.post(`/avvik/${id}/melding`, { ...late, affectedCount: 'mange' })
      expect(faultyAndLate.status).toBe(409)
      expect(faultyAndLate.text).toContain('Den første')
    })

    it('S1-42 a handler takes out a text: the original is not shown to anyone, and the reporter is told that something was taken out', async () => {
      const secret = 'Kari Fjellhamar'
      const id = await sendQuick('sauda-ansatt', { whatHappened: `${secret}, ${nationalId}, fekk feil brev.`, vakt: 'send' })
      const browser = await as('sauda-personvernombud')
      expect((await browser.get(`/avvik/${id}/sladding`)).text).toContain('Teksten ser ut til å innehalde eit fødselsnummer.')
      expect((await browser.get(`/avvik/${id}/sladding?felt=whatHappened`)).text).toContain(secret)
      const version = await versionOf('sauda-personvernombud', id)
      const base = { felt: 'whatHappened', version, how: 'replace', text: 'Ein innbyggjar fekk feil brev.', why: 'name' }
      for (const [field, over] of [
        ['how', { how: '' }],
        ['text', { text: '' }],
        ['text', { text: 'x'.repeat(8001) }],
        ['text', { text: 'a\u202eb' }],
        ['why', { why: '' }],
        ['why', { why: 'fordi' }],
      ] as const) {
        const answer = await browser.post(`/avvik/${id}/sladding`, { ...base, ...over })
        expect([field, answer.status]).toEqual([field, 422])
        expect(answer.text).toContain(`href="#${field}"`)
      }
      expect((await browser.post(`/avvik/${id}/sladding`, { ...base, felt: 'discoveredAt' })).status).toBe(422)
      expect((await browser.post(`/avvik/${id}/sladding`, { ...base, version: '77' })).status).toBe(409)
      expect((await stored('sauda-ansatt', id))?.report.whatHappened).toContain(secret)
      expect((await browser.post(`/avvik/${id}/sladding`, base)).location).toBe(`/avvik/${id}`)
      for (const slug of ['sauda-personvernombud', 'sauda-ansatt'])
        for (const path of ['', '/melding', '/sladding', '/kvittering']) {
          const { text } = await (await as(slug)).get(`/avvik/${id}${path}`)
          expect(text).not.toContain(secret)
        }
    })

    it('S1-42 hiding only what the guard found leaves the rest', async () => {
      const id = await sendQuick('sauda-ansatt', { whatHappened: `Brev om ${nationalId} gjekk feil.`, vakt: 'send' })
      const browser = await as('sauda-personvernombud')
      const form = { felt: 'whatHappened', version: await versionOf('sauda-personvernombud', id), how: 'mask', why: 'identifier' }
      expect((await browser.post(`/avvik/${id}/sladding`, form)).status).toBe(303)
      expect((await stored('sauda-ansatt', id))?.report.whatHappened).toBe('Brev om [fødselsnummer skjult] gjekk feil.')
    })
  })
})
