import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { emptyValues } from '../../../kernel/fields.ts'
import { choiceName, choices } from '../../../kernel/guard/stop.ts'
import { guardTexts } from '../../../kernel/guard/texts.ts'
import { type Preset, presets } from '../../../kernel/profile.ts'
import { locales } from '../../../kernel/texts.ts'
import { caseTypeOf, routeOf } from '../access.ts'
import { hoursFrom, ids, makeBy, makeDeviation, makeReport, must, someMonday } from '../factory.ts'
import { type Category, categories, dataTypes, type Report, reportFields, specialDataTypes } from '../fields-report.ts'
import { profiles } from '../presets.ts'
import { readAnswers } from './answers.ts'
import { fieldsOf, formParts, guidesFor, layout, partOf, type Question, questionsOf, quickAnswers } from './layout.ts'
import { measureName, parseMeasures } from './measures.ts'
import {
  discard,
  editReport,
  findingsIn,
  hide,
  isUrgent,
  mayRegister,
  otherQuestions,
  receiversOf,
  redact,
  reportProblems,
  reportWarnings,
  shownQuestions,
  submit,
  supplement,
  textQuestions,
} from './rules.ts'
import { masked, stopOf } from './stop.ts'
import { texts } from './texts.ts'

/** Synthetic: the month is raised by 80. */
const nationalId = '15838530181'
const now = someMonday
const problemsOf = (over: Partial<Report>) => reportProblems(makeReport(over), now).map(({ field, code }) => `${field} ${code}`)
const choicesOf = (text: object): Readonly<Record<string, string>> => ('choices' in text ? (text.choices as Record<string, string>) : {})
const shown = (over: Partial<Report>, preset: Preset = 'oslomet') => shownQuestions(makeReport(over), profiles[preset])

describe('what is asked', () => {
  it('S1-26 asks every question once, in the three parts of the source and in their order', () => {
    const asked = layout.flatMap(({ questions }) => questions)
    expect([...asked].sort()).toEqual(Object.keys(reportFields).sort())
    expect(formParts).toEqual(['kontakt', 'beskrivelse', 'konsekvenser'])
    expect([...new Set(layout.map(({ part }) => part))]).toEqual(formParts)
    const all = shown({ categories })
    expect(formParts.flatMap((part) => questionsOf(part, all)).sort()).toEqual([...all].sort())
    const part = (...questions: Question[]) => new Set(questions.map(partOf))
    expect(part('affectedUnit', 'affectedLeader', 'reporterUnit', 'reporterLeader')).toEqual(new Set(['kontakt']))
    expect(part('mainCause', 'periodFrom', 'discoveredAt', 'affectedCount', 'whatHappened', 'dataTypes', 'relation', 'whereNow')).toEqual(
      new Set(['beskrivelse']),
    )
    expect(part('consequencesOrganisation', 'consequencesSubjects', 'informNeeded')).toEqual(new Set(['konsekvenser']))
    expect(partOf('measure0.what')).toBe('konsekvenser')
  })

  test.each<{ row: string; category: Category; adds: readonly Question[] }>([
    { row: 'S1-04', category: 'SENSITIVE_ASTRAY', adds: [] },
    { row: 'S1-05', category: 'THEFT_HACKING', adds: ['device'] },
    { row: 'S1-06', category: 'MISSENT_EMAIL', adds: ['deletionConfirmed'] },
    { row: 'S1-07', category: 'UNENCRYPTED_SENSITIVE_EMAIL', adds: [] },
    { row: 'S1-08', category: 'NATIONAL_ID_EXPOSED', adds: ['exposedBy'] },
    { row: 'S1-09', category: 'RECEIVED_OTHERS_SENSITIVE', adds: [] },
    { row: 'S1-10', category: 'RULE_BREACH', adds: ['routine', 'ruleBroken'] },
    { row: 'S1-11', category: 'MISSING_OR_FAILED_MEASURE', adds: ['measureFault'] },
    { row: 'S1-12', category: 'SIGNATURE_KEY_COMPROMISE', adds: [] },
    { row: 'S1-13', category: 'ACCESS_EQUIPMENT_SOFTWARE_FAULT', adds: [] },
    { row: 'S1-14', category: 'OPEN_DATA', adds: ['openDataAffects'] },
    { row: 'S1-15', category: 'EXPORT_CONTROL', adds: [] },
    { row: 'S1-16', category: 'PUBLISHED_WITHOUT_BASIS', adds: ['publishedFault'] },
    { row: 'S1-17', category: 'WRONG_DISCLOSURE_PUBLICATION', adds: [] },
    { row: 'S1-18', category: 'LOST_ITEM', adds: ['itemTypes', 'encrypted'] },
    { row: 'S1-03', category: 'OTHER_UNSURE', adds: [] },
  ])('$row the category $category adds its own questions and no others', ({ category, adds }) => {
    const without = shown({ categories: [] })
    expect(shown({ categories: [category] }).filter((question) => !without.includes(question))).toEqual(adds)
    // Whether it goes on, and which system, is asked in every case (S1-05, S1-13).
    expect(without).toEqual(expect.arrayContaining(['periodState', 'system']))
  })

  it('S1-03 has every example of the source, in its order, and last the one for whoever is in doubt', () => {
    expect(categories).toHaveLength(16)
    expect(categories.at(-1)).toBe('OTHER_UNSURE')
    expect(problemsOf({ categories: ['OTHER_UNSURE'] })).toEqual([])
  })

  it.each([
    { row: 'S1-07', category: 'UNENCRYPTED_SENSITIVE_EMAIL', guide: 'email' },
    { row: 'S1-09', category: 'RECEIVED_OTHERS_SENSITIVE', guide: 'received' },
    { row: 'S1-10', category: 'RULE_BREACH', guide: 'rules' },
  ] as const)('$row $category brings its guide', ({ category, guide }) => {
    expect(guidesFor({ categories: [category] })).toEqual([guide])
    expect(guidesFor({ categories: ['LOST_ITEM'] })).toEqual([])
  })

  it('S1-15 S3-13 where no personal data are involved, nothing about them is asked, and nothing of it stands in the way', () => {
    const asked = shown({ personalData: 'no', categories: ['EXPORT_CONTROL'] })
    for (const question of ['dataTypes', 'relation', 'affectedCount', 'consequencesSubjects', 'informNeeded'] as const)
      expect(asked).not.toContain(question)
    expect(problemsOf({ personalData: 'no', categories: ['EXPORT_CONTROL'], informNeeded: 'yes', informSent: 'no' })).toEqual([])
    expect(caseTypeOf({ caseType: null, personalData: null, categories: ['EXPORT_CONTROL'] }, profiles.oslomet)).toBe('securityIncident')
  })

  it('S4-131 a protected reporter is not asked for unit and leader; others are', () => {
    expect(shown({}, 'sandnes')).not.toEqual(expect.arrayContaining(['reporterUnit']))
    expect(shown({}, 'sandnes')).not.toEqual(expect.arrayContaining(['reporterLeader']))
    expect(shown({}, 'oslomet')).toEqual(expect.arrayContaining(['reporterUnit', 'reporterLeader']))
  })

  it('asks for the case number of the other system where there is one', () => {
    expect(shown({}, 'sauda')).toContain('externalReference')
    expect(shown({}, 'uio')).not.toContain('externalReference')
  })

  it.each(presets)('S1-37 the groups of people follow the profile of %s, and another is refused', (preset) => {
    const profile = profiles[preset]
    expect(fieldsOf(profile).relation.of).toEqual(profile.deviation.dataSubjects)
    const ours = profile.deviation.dataSubjects[0] ?? ''
    expect(readAnswers(profile, ['relation'], { relation: [ours] }).answers.relation).toEqual([ours])
    const foreign = preset === 'oslomet' || preset === 'uio' ? 'pupils' : 'students'
    expect(readAnswers(profile, ['relation'], { relation: foreign }).problems).toEqual([{ field: 'relation', code: 'notAChoice' }])
  })

  it('S1-36 the types of data hold every special category', () => {
    // GDPR art. 9(1) in its own order, and art. 10, as they stand in the law and not as the code has them.
    const special = ['ethnicity', 'politics', 'religion', 'union', 'genetic', 'biometric', 'health', 'sexuality', 'criminal']
    expect([...specialDataTypes]).toEqual(special)
    expect(dataTypes).toEqual(expect.arrayContaining(special))
    expect(reportFields.dataTypes.kind).toBe('choices')
    expect(reportFields.dataTypesOther.kind).toBe('text')
  })

  it('S1-43 no question asks who is to blame, and none for an identity number', () => {
    const names = Object.keys(reportFields).join(' ')
    expect(names).not.toMatch(/guilty|culprit|blame|suspect|offender|personNumber|nationalIdNumber/i)
    expect(Object.keys(reportFields)).toContain('processElement')
    const references = Object.entries(reportFields).filter(([, field]) => field.kind === 'reference')
    expect(references.map(([name]) => name)).toEqual([
      ...['affectedUnit', 'affectedLeader', 'reporterUnit', 'reporterLeader', 'system', 'routine'],
    ])
  })

  it.each(locales)('S1-43 no question is put as one of blame, and the cause is asked of the work and not of a person (%s)', (locale) => {
    const { fields, measures } = texts(locale)
    const asked = Object.values({ ...fields, ...measures }).flatMap((text) => [text.label, ...Object.values(choicesOf(text))])
    expect(asked.length).toBeGreaterThan(100)
    for (const words of asked)
      expect(words).not.toMatch(
        /sk[yu]ld(?!er)|klandre|ansvarlig for (feil|avvik)|hvem gjorde|kven gjorde|culprit|guilt|blam|fault of|at fault|whose/i,
      )
    const { label, hint } = fields.processElement
    expect(label).toMatch({ nb: /arbeidsprosess/, nn: /arbeidsprosess/, en: /work process/ }[locale])
    expect(hint).toMatch({ nb: /ikke personen/, nn: /ikkje personen/, en: /not the person/ }[locale])
  })

  it('S1-26 whoever registers a whole form is asked everything there is', () => {
    expect([...otherQuestions(profiles.sauda), ...quickAnswers].sort()).toEqual(Object.keys(reportFields).sort())
  })
})

describe('what stands in the way of sending', () => {
  it.each([
    { row: 'S1-27', field: 'affectedUnit' },
    { row: 'S1-33', field: 'discoveredAt' },
    { row: 'S1-35', field: 'whatHappened' },
  ] as const)('$row a report without $field is refused', ({ field }) => {
    expect(problemsOf({ [field]: null })).toEqual([`${field} missing`])
  })

  it('S1-23 not directly affected: what happened is enough, and nothing else is; affected, or not said: the required are required', () => {
    const only = { ...emptyValues(reportFields), whatHappened: 'Ei liste låg open.' }
    expect(reportProblems({ ...only, directlyAffected: 'no' }, now)).toEqual([])
    expect(reportProblems({ ...only, directlyAffected: 'no', whatHappened: null }, now)).toEqual([
      { field: 'whatHappened', code: 'missing' },
    ])
    for (const directlyAffected of ['yes', null] as const)
      expect(reportProblems({ ...only, directlyAffected }, now).map(({ field }) => field)).toEqual(['affectedUnit', 'discoveredAt'])
  })

  it('S1-22 S1-03 nothing else is needed', () => {
    const least: Report = { ...emptyValues(reportFields), whatHappened: 'Noe rart.', affectedUnit: ids.unit, discoveredAt: now }
    expect(reportProblems(least, now)).toEqual([])
  })

  it('S1-32 a period that ends before it begins is refused; unknown and ongoing are answers', () => {
    const [from, to] = [hoursFrom(now, -20), hoursFrom(now, -30)]
    expect(problemsOf({ periodFrom: from, periodTo: to })).toEqual(['periodTo endsBeforeStart'])
    expect(problemsOf({ periodFrom: to, periodTo: from })).toEqual([])
    expect(problemsOf({ periodFrom: from, periodTo: from })).toEqual([])
    expect(reportFields.periodState.of).toEqual(['ended', 'ongoing', 'unknown'])
  })

  it('S1-33 discovery may not be in the future, to the millisecond; before the period it is a warning and no hindrance', () => {
    expect(problemsOf({ discoveredAt: new Date(now.getTime() + 1) })).toEqual(['discoveredAt future'])
    expect(problemsOf({ discoveredAt: now })).toEqual([])
    const early = makeReport({ discoveredAt: hoursFrom(now, -10), periodFrom: hoursFrom(now, -9) })
    expect(reportWarnings(early, now)).toEqual(['discoveredBeforePeriod'])
    expect(reportProblems(early, now)).toEqual([])
    expect(reportWarnings(makeReport({ discoveredAt: hoursFrom(now, -72) }), now)).toEqual([])
    expect(reportWarnings(makeReport({ discoveredAt: new Date(hoursFrom(now, -72).getTime() - 1) }), now)).toEqual(['longSinceDiscovery'])
  })

  it('S1-34 a number, an interval or unknown; an interval that shrinks is refused', () => {
    expect(problemsOf({ affectedKnown: 'interval', affectedCount: 100, affectedMax: 50 })).toEqual(['affectedMax tooSmall'])
    expect(problemsOf({ affectedKnown: 'interval', affectedCount: 50, affectedMax: 100 })).toEqual([])
    expect(problemsOf({ affectedKnown: 'unknown' })).toEqual([])
    expect(emptyValues(reportFields).affectedCount).toBeNull()
  })

  it('S1-41 necessary and not sent without a reason is refused', () => {
    expect(problemsOf({ informNeeded: 'yes', informSent: 'no' })).toEqual(['informReason missing'])
    expect(problemsOf({ informNeeded: 'yes', informSent: 'no', informReason: 'Vi finner dem først.' })).toEqual([])
    expect(problemsOf({ informNeeded: 'yes', informSent: 'yes' })).toEqual(['informSentOn missing'])
    expect(problemsOf({ informNeeded: 'yes', informSent: 'yes', informSentOn: '2026-03-01' })).toEqual([])
    expect(problemsOf({ informNeeded: 'yes', informSent: 'yes', informSentOn: '2026-03-03' })).toEqual(['informSentOn future'])
    for (const informNeeded of ['no', 'unsure', null] as const) expect(problemsOf({ informNeeded, informSent: 'no' })).toEqual([])
  })

  it('never throws, whatever is answered', () => {
    const anything: Record<string, fc.Arbitrary<unknown>> = {}
    for (const [name, field] of Object.entries(reportFields)) {
      if (field.kind === 'text') anything[name] = fc.option(fc.string({ unit: 'grapheme' }))
      else if (field.kind === 'whole') anything[name] = fc.option(fc.integer())
      else if (field.kind === 'instant') anything[name] = fc.option(fc.date({ noInvalidDate: true }))
      else if (field.kind === 'date') anything[name] = fc.option(fc.constantFrom('2026-03-01', '0001-01-01', '9999-12-31'))
      else if (field.kind === 'choices') anything[name] = fc.subarray([...(field.of as readonly string[])])
      else anything[name] = fc.option(field.kind === 'choice' ? fc.constantFrom(...(field.of as readonly string[])) : fc.uuid())
    }
    fc.assert(
      fc.property(fc.record(anything), fc.constantFrom(...presets), (answers, preset) => {
        const report = answers as unknown as Report
        const problems = reportProblems(report, now)
        expect(problems.every(({ field }) => field in reportFields)).toBe(true)
        // What stands in the way can always be mended: it is asked.
        expect(problems.filter(({ field }) => !shownQuestions(report, profiles[preset]).includes(field as Question))).toEqual([])
        reportWarnings(report, now)
        findingsIn(report, profiles[preset])
        routeOf(report, profiles[preset])
      }),
      { numRuns: 300 },
    )
  })
})

describe('where it goes', () => {
  it.each<{ row: string; preset: Preset; over: Partial<Report>; queue: readonly string[] }>([
    { row: 'S1-01', preset: 'oslomet', over: { caseType: 'privacyDeviation' }, queue: ['centralAssessor'] },
    { row: 'S1-01', preset: 'oslomet', over: { caseType: 'securityIncident' }, queue: ['centralAssessor'] },
    { row: 'S2-62', preset: 'uio', over: { caseType: 'ruleDeviation' }, queue: ['cert', 'controller'] },
    { row: 'S3-02', preset: 'sauda', over: { caseType: null, personalData: 'yes' }, queue: ['dpo'] },
    { row: 'S3-13', preset: 'sauda', over: { caseType: null, personalData: 'no' }, queue: ['serviceDesk'] },
    { row: 'S4-039', preset: 'sandnes', over: { caseType: 'itEquipment', personalData: 'no' }, queue: ['serviceDesk'] },
    {
      row: 'unanswered',
      preset: 'sandnes',
      over: { caseType: 'itEquipment', personalData: null },
      queue: ['dpo', 'gdprUnit', 'serviceDesk'],
    },
    { row: 'S4-081', preset: 'sandnes', over: { caseType: 'itEquipment', personalData: 'yes' }, queue: ['dpo', 'gdprUnit', 'serviceDesk'] },
    { row: 'S3-02', preset: 'sauda', over: { caseType: 'itEquipment', personalData: 'unsure' }, queue: ['dpo', 'serviceDesk'] },
    { row: 'S3-13', preset: 'sauda', over: { caseType: 'privacyDeviation', personalData: 'no' }, queue: ['serviceDesk'] },
    { row: 'S3-13', preset: 'sauda', over: { caseType: null, personalData: 'unsure' }, queue: ['dpo'] },
    { row: 'S4-039', preset: 'sauda', over: { caseType: 'itEquipment', personalData: 'no' }, queue: ['serviceDesk'] },
  ])('$row $preset: $over goes to $queue', ({ preset, over, queue }) => {
    expect(routeOf(makeReport(over), profiles[preset]).queue).toEqual(queue)
    const { queueRoles, accessRoles } = makeDeviation(preset, { report: over })
    expect(queueRoles).toEqual(queue)
    expect(accessRoles).toEqual(expect.arrayContaining([...queue]))
  })

  it('S3-13 what is not about personal data has no 72-hour clock, and the data protection officer is not let in', () => {
    const elsewhere = makeDeviation('sauda', { report: { caseType: null, personalData: 'no' } })
    expect([elsewhere.notifyBy, elsewhere.accessRoles]).toEqual([null, ['serviceDesk']])
  })

  it('S1-33 S3-09 the clock starts at discovery: ten hours later there are 62 left', () => {
    const period = { periodFrom: hoursFrom(now, -30), periodTo: hoursFrom(now, -20) }
    const { notifyBy } = makeDeviation('oslomet', { report: { discoveredAt: hoursFrom(now, -10), ...period } })
    expect(notifyBy).toEqual(hoursFrom(now, 62))
  })

  it('S1-12 a signature key in danger is urgent, and the information security manager is let in', () => {
    const keys = makeDeviation('sandnes', { report: { categories: ['SIGNATURE_KEY_COMPROMISE'], serious: 'no' } })
    expect([keys.urgent, keys.accessRoles.includes('ciso')]).toEqual([true, true])
    const it = makeDeviation('sauda', { report: { caseType: 'itEquipment', personalData: 'no', categories: ['SIGNATURE_KEY_COMPROMISE'] } })
    expect(it.accessRoles).toEqual(['ciso', 'serviceDesk'])
    expect(makeDeviation('oslomet', { report: { categories: ['LOST_ITEM'] } }).urgent).toBe(false)
  })

  it('S4-129 what the reporter calls serious is urgent', () => {
    expect((['yes', 'no', 'unsure', null] as const).map((serious) => isUrgent(makeReport({ serious })))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('S2-62 S1-01 the page says who gets it before it is written; kinds with the same receivers are one sentence', () => {
    expect(receiversOf(profiles.oslomet)).toEqual([
      { caseTypes: ['privacyDeviation', 'securityIncident'], roles: ['centralAssessor'], address: 'sikkerhet@oslomet.no' },
    ])
    expect(receiversOf(profiles.uio).map(({ roles }) => roles)).toEqual([['cert', 'controller']])
    expect(receiversOf(profiles.sauda).map(({ caseTypes, roles }) => [caseTypes, roles])).toEqual([
      [['privacyDeviation'], ['dpo']],
      [['itEquipment'], ['serviceDesk']],
    ])
  })

  it('S4-130 those of the queues and those who assess may write down what others report', () => {
    expect(mayRegister(['dpo'], profiles.sandnes)).toBe(true)
    expect(mayRegister(['employee', 'leader', 'auditor', 'admin'], profiles.sandnes)).toBe(false)
  })
})

describe('drafts', () => {
  const draft = makeDeviation('oslomet', { status: 'draft' })
  const reporter = makeBy(draft, 'oslomet', ['employee'], { isReporter: true })
  const other = makeBy(draft, 'oslomet', ['centralAssessor'])

  it('S1-20 a draft may lack everything, a report may not', () => {
    const empty = { ...draft, report: emptyValues(reportFields) }
    expect(editReport(draft, empty.report, [], reporter).ok).toBe(true)
    expect(submit(empty, { year: 2026, number: 1 }, {}, reporter)).toEqual({
      ok: false,
      why: 'incomplete',
      fields: ['affectedUnit', 'whatHappened', 'discoveredAt'],
    })
    const begunEarlier = { ...draft, createdAt: hoursFrom(now, -30) }
    expect(must(submit(begunEarlier, { year: 2026, number: 1 }, {}, reporter))).toMatchObject({
      status: 'received',
      receivedAt: now,
      number: 1,
    })
  })

  it('only its reporter edits, sends and deletes a draft', () => {
    const report = { ...draft.report, mainCause: 'autoutfylling' }
    expect(editReport(draft, report, [], other)).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(submit(draft, { year: 2026, number: 1 }, {}, other)).toMatchObject({ ok: false, why: 'notAllowed' })
    expect(discard(draft, other)).toMatchObject({ ok: false })
    expect(discard(draft, reporter)).toMatchObject({ ok: true, events: [{ type: 'deviation.discarded' }] })
  })

  it('a sent report is not deleted, and not edited by its reporter', () => {
    const sent = makeDeviation('oslomet')
    const by = makeBy(sent, 'oslomet', ['employee'], { isReporter: true })
    expect(discard(sent, by)).toMatchObject({ ok: false, why: 'notNow' })
    expect(editReport(sent, { ...sent.report, mainCause: 'x' }, [], by)).toMatchObject({ ok: false, why: 'notAllowed' })
  })

  it('the event of an edit names fields and never what they say', () => {
    const outcome = editReport(draft, { ...draft.report, mainCause: 'hemmelig', whereNow: 'hemmelig' }, [], reporter)
    expect(outcome).toMatchObject({ events: [{ type: 'deviation.edited', part: 'report', fields: ['mainCause', 'whereNow'] }] })
    expect(JSON.stringify(outcome.ok && outcome.events)).not.toContain('hemmelig')
  })
})

describe('text that should not stand there', () => {
  const text = `Sendt til ${nationalId} og ola@example.org.`
  const found = [...findingsIn(makeReport({ whatHappened: text }), profiles.sauda)]

  it('S1-35 S1-42 an identity number is found in any text, and the text never leaves with the finding', () => {
    for (const question of textQuestions)
      expect([...findingsIn(makeReport({ whatHappened: 'x', [question]: text }), profiles.sauda).keys()]).toEqual([question])
    expect(JSON.stringify(found)).not.toContain('ola@')
  })

  it('S1-42 a handler takes a text out with a reason; the log keeps field and reason, and the original is nowhere in the case', () => {
    const sent = makeDeviation('sauda', { report: { whatHappened: text } })
    const dpo = makeBy(sent, 'sauda', ['dpo'])
    const outcome = redact(sent, 'whatHappened', 'Sendt til feil mottaker.', 'identifier', dpo)
    expect(outcome).toMatchObject({ ok: true, events: [{ type: 'deviation.redacted', field: 'whatHappened', why: 'identifier' }] })
    expect(JSON.stringify(outcome)).not.toContain(nationalId)
    expect(must(outcome).redactedFields).toEqual(['whatHappened'])
    expect(redact(sent, 'whatHappened', 'ny', null, dpo)).toMatchObject({ ok: false, why: 'reasonMissing' })
    expect(redact(sent, 'whatHappened', '', 'name', dpo)).toMatchObject({ ok: false, why: 'incomplete' })
    expect(redact(sent, 'whatHappened', text, 'name', dpo)).toMatchObject({ ok: false, why: 'nothingChanged' })
    for (const field of ['mainCause', 'discoveredAt', 'constructor', ''])
      expect(redact(sent, field, 'ny', 'name', dpo)).toMatchObject({ ok: false, why: 'notAllowed' })
    const employee = makeBy(sent, 'sauda', ['employee'], { isReporter: true })
    expect(redact(sent, 'whatHappened', 'ny', 'name', employee)).toMatchObject({ ok: false, why: 'notAllowed' })
  })

  it('S1-42 the reporter may have identifiers hidden, before and after sending, and nothing else', () => {
    const marks = guardTexts('nn').marks
    for (const status of ['draft', 'received', 'open'] as const) {
      const deviation = makeDeviation('sauda', { status, report: { whatHappened: text } })
      const by = makeBy(deviation, 'sauda', ['employee'], { isReporter: true })
      const hidden = must(hide(deviation, 'whatHappened', by))
      expect(hidden.report.whatHappened).toBe(`Sendt til ${marks.nationalId} og ${marks.email}.`)
      expect(hide(hidden, 'whatHappened', by)).toMatchObject({ ok: false, why: 'nothingChanged' })
      expect(hide(deviation, 'whatHappened', makeBy(deviation, 'sauda', ['dpo']))).toMatchObject({ ok: false, why: 'notAllowed' })
    }
  })
})

describe('the list of measures', () => {
  let next = 0
  const newId = () => `00000000-0000-7000-8000-00000000000${next++}`
  const own = { ...parseMeasures({ [measureName(0, 'what')]: 'Ringte mottakeren' }, [], newId).measures[0] } as const

  it('S1-40 reads text, status, responsible and date; empty rows are no measures', () => {
    const { measures, problems } = parseMeasures(
      {
        'measure0.what': 'Ringte mottakeren',
        'measure0.state': 'done',
        'measure0.purpose': 'limit',
        'measure0.responsibleRole': 'leader',
        'measure0.doneOn': '2026-03-01',
        'measure1.what': '',
        'measure1.state': 'planned',
        'measure2.what': 'Ny rutine',
        'measure2.dueOn': '01.04.2026',
      },
      [],
      newId,
    )
    expect(problems).toEqual([])
    expect(measures).toMatchObject([
      { what: 'Ringte mottakeren', state: 'done', purpose: 'limit', responsibleRole: 'leader', doneOn: '2026-03-01' },
      { what: 'Ny rutine', state: 'planned', purpose: null, dueOn: '2026-04-01' },
    ])
  })

  it('S1-40 what a measure is for is never guessed: a reporter may leave it, those who handle the case are asked', () => {
    const form = { 'measure0.what': 'Ringte mottakeren', 'measure1.what': 'Ny rutine', 'measure1.purpose': 'prevent' }
    expect(parseMeasures(form, [], newId).problems).toEqual([])
    expect(parseMeasures(form, [], newId).measures.map(({ purpose }) => purpose)).toEqual([null, 'prevent'])
    expect(parseMeasures(form, [], newId, 'purpose').problems).toEqual([{ field: 'measure0.purpose', code: 'missing' }])
  })

  it('S1-43 a report names a role and no person; S4-154 what was written before stays with its measure', () => {
    const stood = { ...own, id: ids.case, responsible: 'kontaktlærer', responsiblePerson: ids.leader } as never
    const row = { 'measure0.id': ids.case, 'measure0.what': 'Ringte', 'measure0.responsibleRole': 'itHead' }
    const posted = { ...row, 'measure0.responsible': 'noe annet', 'measure0.responsiblePerson': ids.owner }
    const kept = { responsible: 'kontaktlærer', responsibleRole: 'itHead', responsiblePerson: ids.leader }
    expect(parseMeasures(posted, [stood], newId).measures).toMatchObject([kept])
    expect(parseMeasures(posted, [stood], newId, 'what', true).measures).toMatchObject([{ ...kept, responsiblePerson: ids.owner }])
    expect(parseMeasures({ ...posted, 'measure0.id': ids.unit }, [stood], newId).measures).toMatchObject([
      { responsible: null, responsiblePerson: null },
    ])
  })

  it('asks back a row that says who and not what, and each answer that cannot be read', () => {
    const read = parseMeasures({ 'measure3.responsibleRole': 'itHead', 'measure3.dueOn': 'i morgen', 'measure4.state': 'maybe' }, [], newId)
    expect(read.problems).toEqual([
      { field: 'measure3.dueOn', code: 'notDate' },
      { field: 'measure3.what', code: 'missing' },
      { field: 'measure4.state', code: 'notAChoice' },
    ])
  })

  it('keeps the id of an own measure, once, and never takes another', () => {
    const ours = [{ ...own, id: ids.case } as never]
    const row = (id: string) =>
      parseMeasures({ 'measure0.what': 'a', 'measure0.id': id, 'measure1.what': 'b', 'measure1.id': id }, ours, newId)
    const kept = row(ids.case).measures.map(({ id }) => id)
    expect(kept[0]).toBe(ids.case)
    expect(kept[1]).not.toBe(ids.case)
    expect(row(ids.person).measures.some(({ id }) => id === ids.person)).toBe(false)
  })

  it('reads no more rows than there is room for', () => {
    expect(parseMeasures({ 'measure99.what': 'x', 'measure1e9.what': 'x' }, [], newId).measures).toHaveLength(0)
  })
})

describe('what the reporter answers when the report is sent', () => {
  const sent = (over: Partial<Report> = {}) => makeDeviation('sauda', { report: { personalData: null, ...over } })
  const by = makeBy(sent(), 'sauda', ['employee'], { isReporter: true })

  it('only what nobody has said yet is taken, whoever has said it', () => {
    const said = sent({ personalData: 'yes', categories: [] })
    const next = must(supplement(said, { personalData: 'no', categories: ['LOST_ITEM'], whatHappened: 'Noe annet' }, by))
    expect(next.report).toMatchObject({ personalData: 'yes', categories: ['LOST_ITEM'], whatHappened: said.report.whatHappened })
    expect(supplement(said, { personalData: 'no' }, by)).toMatchObject({ ok: false, why: 'nothingChanged' })
  })
  it('S1-05 S1-18 with the kind comes what that kind asks for, then or later; what another asks for does not', () => {
    const answers = { categories: ['LOST_ITEM' as const], itemTypes: ['mobile' as const], device: 'En PC' }
    expect(must(supplement(sent({ categories: [] }), answers, by)).report).toMatchObject({ itemTypes: ['mobile'], device: null })
    const stolen = sent({ categories: ['THEFT_HACKING'], device: null })
    expect(must(supplement(stolen, answers, by)).report).toMatchObject({ categories: ['THEFT_HACKING'], device: 'En PC', itemTypes: [] })
  })
  it('S3-13 no personal data: the hours that ran because nobody had said are over', () => {
    const said = must(supplement(sent(), { personalData: 'yes' }, by))
    expect(said.notifyBy).not.toBeNull()
    expect(must(supplement(sent(), { personalData: 'no' }, by)).notifyBy).toBeNull()
  })
  it('S4-129 S1-12 what is said to be serious, or is by its kind, is urgent from now', () => {
    expect(must(supplement(sent(), { serious: 'yes' }, by)).urgent).toBe(true)
    expect(must(supplement(sent({ categories: [] }), { categories: ['SIGNATURE_KEY_COMPROMISE'] }, by)).urgent).toBe(true)
  })
  it('what has been decided on is not undone by it, and a closed case is left alone', () => {
    const decided = { ...sent(), breach: 'yes' as const }
    expect(supplement(decided, { personalData: 'no' }, by)).toMatchObject({ ok: false, why: 'breachStands' })
    expect(supplement({ ...sent(), status: 'closed' }, { serious: 'yes' }, by)).toMatchObject({ ok: false, why: 'notNow' })
    expect(supplement(sent(), { serious: 'yes' }, makeBy(sent(), 'sauda', ['dpo']))).toMatchObject({
      ok: false,
      why: 'notAllowed',
    })
  })
})

describe('what is held back once', () => {
  it.each([
    ['a national identity number', nationalId, 'fødselsnummer'],
    ['an account number', '12345678903', 'kontonummer'],
  ])('S0-17 a report with %s alone, until somebody has chosen', (_, number, name) => {
    for (const question of ['whatHappened', 'mainCause', 'informReason'] as const) {
      const report = makeReport({ whatHappened: 'Et brev.', [question]: `Konto eller nummer: ${number}.` })
      expect([...(stopOf(report, profiles.oslomet, {})?.keys() ?? [])]).toEqual([question])
      for (const choice of Object.values(choices)) expect(stopOf(report, profiles.oslomet, { [choiceName]: choice })).toBeUndefined()
      expect(masked(report, 'nb', profiles.oslomet)[question]).toBe(`Konto eller nummer: [${name} skjult].`)
    }
    expect(stopOf(makeReport({ whatHappened: 'Telefon 22 33 44 55.' }), profiles.oslomet, {})).toBeUndefined()
  })
})
