import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../src/kernel/ids.ts'
import { makeProcessing } from '../src/modules/processing/factory.ts'
import { type TestApp, testApp } from './support/app.ts'
import { describeExample } from './support/database.ts'

// A day on which something was done may not be ahead, in any register: every date that anybody is asked for is one of these.

/** Days that may come: what is planned, owed, or holds from or to. */
const mayCome = new Set([
  ...['dueOn', 'due', 'extendedDue', 'plannedOn', 'nextOn', 'reviewOn', 'followOn', 'controlOn', 'holdReviewOn', 'eraseOn', 'day'],
  ...['from', 'to', 'fromDate', 'toDate', 'periodFrom', 'periodTo', 'until', 'startsOn', 'endsOn', 'opensOn', 'inForceOn', 'holdsFrom'],
  ...['shownFrom', 'shownUntil', 'validFrom', 'validUntil', 'acceptedUntil', 'contractUntil', 'declarationUntil', 'priorApprovalUntil'],
  ...['purposeEndsOn', 'basisEndsOn', 'expiresOn', 'leavesOn', 'employmentEnds'],
])

/** Those of one register that are planned there, by another name. */
const planned = new Set([
  'annual-wheel heldOn', // A management review is made before its meeting.
  'training heldOn', // A course is called for before it is held; its completion has been.
  'processing externalOn', // A day that Sikt’s list says, whichever it is.
])

/** Those that a rule of the module refuses already, in words of its own: its code, and where it says so. */
const byRule: Readonly<Record<string, readonly [code: string, file: string]>> = {
  'access removedOn': ['future', 'access/rules.ts'],
  'agreements answeredOn': ['answeredOff', 'agreements/rules.ts'],
  'agreements dataAtEndOn': ['confirmedLater', 'agreements/rules.ts'],
  'agreements endedOn': ['endedLater', 'agreements/rules.ts'],
  'agreements heldOn': ['heldLater', 'agreements/rules.ts'],
  'agreements noticedOn': ['noticedLater', 'agreements/rules.ts'],
  'agreements signedOn': ['signedLater', 'agreements/rules.ts'],
  'archive receivedOn': ['future', 'archive/rules.ts'],
  'deviation announcedOn': ['future', 'deviation/handling/rules.ts'],
  'deviation closedOn': ['aheadOfToday', 'deviation/import/rules.ts'],
  'deviation discoveredOn': ['aheadOfToday', 'deviation/import/rules.ts'],
  'deviation doneOn': ['future', 'deviation/closing/rules.ts'],
  'deviation informSentOn': ['future', 'deviation/report/rules.ts'],
  'deviation informedOn': ['aheadOfToday', 'deviation/import/rules.ts'],
  'deviation notifiedOn': ['aheadOfToday', 'deviation/import/rules.ts'],
  'deviation receivedOn': ['aheadOfToday', 'deviation/import/rules.ts'],
  'disclosures deletedOn': ['deletedInFuture', 'disclosures/rules.ts'],
  'dpia consultationAnsweredOn': ['dayAhead', 'dpia/rules-rounds.ts'],
  'dpia consultedOn': ['dayAhead', 'dpia/rules-rounds.ts'],
  'dpia controlledOn': ['dayAhead', 'dpia/rules-rounds.ts'],
  'employment contractOn': ['future', 'employment/rules.ts'],
  'employment declarationOn': ['future', 'employment/rules.ts'],
  'employment doneOn': ['future', 'employment/rules-steps.ts'],
  'equipment erasedOn': ['dayAhead', 'equipment/rules-delivery.ts'],
  'guidance adoptedOn': ['adoptedLater', 'guidance/rules.ts'],
  'log-reviews doneOn': ['future', 'log-reviews/rules.ts'],
  'mailbox-access closedOn': ['future', 'mailbox-access/rules.ts'],
  'mailbox-access heldOn': ['future', 'mailbox-access/rules.ts'],
  'mailbox-access noteOn': ['future', 'mailbox-access/rules.ts'],
  'questionnaire doneOn': ['future', 'questionnaire/rules-answering.ts'],
  'recordings handedOn': ['dayAhead', 'recordings/rules-hold.ts'],
  'retention doneOn': ['dayAhead', 'retention/rules.ts'],
  'reviews heldOn': ['heldLater', 'reviews/rules.ts'],
  'risks doneOn': ['doneLater', 'risks/rules-parts.ts'],
  'subject-requests answeredOn': ['answeredInFuture', 'subject-requests/rules.ts'],
  'subject-requests extendToldOn': ['toldInFuture', 'subject-requests/rules.ts'],
  'subject-requests receivedOn': ['receivedInFuture', 'subject-requests/rules.ts'],
  'system-life appointedOn': ['appointedLater', 'system-life/rules.ts'],
  'training completedOn': ['notYet', 'training/rules.ts'],
}

const source = (file: string) => readFileSync(`src/modules/${file}`, 'utf8')
const dates = globSync('**/*.{ts,tsx}', { cwd: 'src/modules' })
  .filter((file) => !file.includes('.test.'))
  .flatMap((file) => [...source(file).matchAll(/(\w+): \{[^{}]*kind: 'date'[^{}]*\}/g)].map(([text, name = '']) => ({ file, name, text })))
const called = ({ file, name }: (typeof dates)[number]) => `${file.split('/')[0]} ${name}`

describe('S4-055 a day on which something was done is not ahead', () => {
  it('every date that the house asks for says whether it may come, or a rule of its module does', () => {
    expect(dates.length).toBeGreaterThan(150)
    const said = dates.filter((one) => !one.text.includes('past: true') && !mayCome.has(one.name) && !planned.has(called(one)))
    expect([...new Set(said.map(called))].sort()).toEqual(Object.keys(byRule))
  })
  it('and none is seen to be missed by how it is written', () => {
    const all = globSync('**/fields*.ts', { cwd: 'src/modules' }).filter((file) => !file.includes('.test.'))
    const written = all.flatMap((file) => [...source(file).matchAll(/kind: 'date'/g)].map(() => file))
    expect(dates.filter(({ file }) => all.includes(file))).toHaveLength(written.length)
  })
  it.each(Object.entries(byRule))('%s is refused by its own rule', (name, [code, file]) => {
    const field = name.split(' ')[1]
    const rule = new RegExp(`refuse\\('${code}', (?:\\w+|\\[[^\\]]*'${field}')|field: '${field}', code: '${code}'`)
    expect(rule.test(source(file))).toBe(true)
  })
})

describeExample('S4-055 a form refuses a day ahead, and says what to do', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 60_000)
  afterAll(() => app.stop())
  const ciso = 'sandnes-informasjonssikkerhetssjef'

  it.each([
    ['/enhetsmoter/nytt', 'heldOn'],
    ['/ovelser/nytt', 'heldOn'],
    ['/tilsyn/nytt', 'heldOn'],
    ['/revisjoner/nytt', 'heldOn'],
    ['/revisjonsfunn/nytt', 'doneOn'],
    ['/aktiviteter/nytt', 'doneOn'],
    ['/sikkerhetsmal/nytt', 'assessedOn'],
    ['/regelverk/nytt', 'checkedOn'],
    ['/leverandorer/nytt', 'contractOn'],
  ])('%s, %s', async (address, field) => {
    const asking = (day: string) => app.as(ciso).then((one) => one.post(address, { id: newId(app.clock.now), [field]: day }))
    const said = new RegExp(`href="#${field}"[^>]*>[^<]*kan ikke være fram i tid. Rett datoen, eller registrer det når det er gjort`)
    const [ahead, today] = [await asking('2026-03-03'), await asking('2026-03-02')]
    expect([ahead.status, said.test(ahead.text), today.status, said.test(today.text)]).toEqual([422, true, 422, false])
  })

  it('a file that is brought in is held to it as the form is', async () => {
    const officer = await app.as(ciso)
    const content = Buffer.from('Navn;Når ble kontrakten inngått?\nFramover AS;2026-03-03\nI dag AS;2026-03-02\n')
    const at = (await officer.send('/leverandorer/import', [{ name: 'leverandorer.csv', content }])).location ?? ''
    await officer.post(`${at}/kolonner`, { 'kolonne.0': 'name', 'kolonne.1': 'contractOn' })
    const page = (await officer.get(at)).text
    expect(page.match(/kan ikke være fram i tid/g)).toHaveLength(1)
    expect(page).toMatch(/Framover AS[\s\S]*kan ikke være fram i tid/)
  })

  it('a point of control of an activity that is to be assessed next year is not assessed', async () => {
    const id = await app.ctx('sandnes-personvernombud', (ctx) => makeProcessing(ctx, { name: 'Elevmapper' }))
    const officer = await app.as('sandnes-personvernombud')
    const answers = { version: '1', answer: 'yes', checkedOn: '2027-03-02' }
    const refused = await officer.post(`/behandlinger/${id}/kontroll/lawful`, answers)
    expect([refused.status, refused.text.includes('kan ikke være fram i tid')]).toEqual([422, true])
    expect((await officer.post(`/behandlinger/${id}/kontroll/lawful`, { ...answers, checkedOn: '2026-03-02' })).status).toBe(303)
  })
})
