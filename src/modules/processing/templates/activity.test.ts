import { describe, expect, it } from 'vitest'
import { bokmalIn } from '../../../../test/support/bokmal.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { missing, parse } from '../../../kernel/fields.ts'
import { byArea, chosenOf } from '../../../register/templates/template.ts'
import { processingFields } from '../fields.ts'
import type { Answers } from '../processing.ts'
import { addProcessing, gapsOf } from '../rules.ts'
import { answersOf, stillFromTemplate, templatesOf } from './activity.ts'
import { laws } from './law.ts'
import { activitiesOf, everOffered, offeredTo } from './offered.ts'

const actor: Actor = { personId: 'p', organisationId: 'o', roles: ['dpo'], unitId: null, leads: [], profileVersion: 1 }
const kinds = ['municipality', 'university'] as const
const languages = ['nb', 'nn'] as const
const cases = kinds.flatMap((kind) => languages.map((language) => [kind, language] as const))
const rows = cases.flatMap(([kind, language]) =>
  Object.entries(activitiesOf[kind].activities).map(([key, activity]) => ({
    name: `${kind} ${language} ${key}`,
    kind,
    language,
    key,
    activity,
  })),
)

/** Words of schools, health and research that nynorsk does not have, beside those of every page. */
const bokmalOfTheTrades =
  /(?<!\p{L})(skole|skolen|elevers?|tjenesten?|tjenester|tjenestene|søkere|søkerne|plasser|plassene|barnehager|barnehagene|foresatte|sykehjem|sykmeldte?|forskning\p{L}*|forskere|studenter|studentene|veiled\p{L}*|valg|nedsatt|boliger?|eiendom\p{L}*|utenfor|kreve|fatte|gebyrer|vedtakene|deltakere|voksne|sted|undersøke|tilgangen|bøker og andre medier|regninger|riktig|nødvendige?)(?!\p{L})/giu

describe('what an activity may begin with', () => {
  it.each(rows)('$name passes the rules of the record and the bounds of its questions', ({ language, activity }) => {
    const answers = answersOf(activity, language)
    const posted = Object.fromEntries(
      Object.entries(answers).map(([field, value]) => [field, value === null ? '' : (value as string | string[])]),
    )
    expect(parse(processingFields, posted).problems).toEqual([])
    expect(parse(processingFields, posted).values).toEqual(answers)
    expect(missing(processingFields, answers)).toEqual([])
    expect(addProcessing('id', answers, actor, new Date('2026-03-02'))).toMatchObject({ ok: true, next: { values: { status: 'draft' } } })
    expect([answers.purpose, answers.recipients, answers.storageTime].every((text) => (text ?? '').length > 0)).toBe(true)
    expect(answers.dataSubjects.length * answers.dataKinds.length).toBeGreaterThan(0)
  })
  it.each(rows)(
    '$name is nobody’s whole answer: somebody must still judge security and transfers, and says it before it is approved',
    (row) => {
      const gaps = gapsOf(answersOf(row.activity, row.language)).map(({ field }) => field)
      expect(gaps).toEqual(expect.arrayContaining(['securityJudged', 'transfers']))
    },
  )
  it.each(rows.filter(({ language }) => language === 'nn'))('$name has no bokmål in its nynorsk', ({ activity }) => {
    const { name, purpose, recipients, kept } = activity
    const { lawReference, specialReference } = answersOf(activity, 'nn')
    const said = [name.nn, purpose.nn, recipients.nn, kept.nn, lawReference, specialReference].join('\n')
    expect([...bokmalIn(said), ...(said.match(bokmalOfTheTrades) ?? [])]).toEqual([])
  })
  it.each(cases)('%s, %s: at most sixty, each name once, each in an area that is there, and every area with some', (kind, language) => {
    const { areas, templates } = offeredTo({ orgType: kind, locale: language })
    expect(templates.length).toBeLessThanOrEqual(60)
    expect(templates.length).toBeGreaterThanOrEqual(40)
    expect(new Set(templates.map(({ name }) => name.toLowerCase())).size).toBe(templates.length)
    expect(new Set(templates.map(({ area }) => area))).toEqual(new Set(Object.keys(areas)))
  })
  it('what is said of special categories has its own provision, and nothing is said where there are none', () => {
    for (const { name, activity, language } of rows) {
      const { specialBasis, specialReference } = answersOf(activity, language)
      expect([name, specialBasis.length > 0]).toEqual([name, specialReference !== null])
    }
  })
  it('every law has an address at Lovdata', () => {
    for (const { at } of Object.values(laws)) expect(at).toMatch(/^\d{4}-\d{2}-\d{2}-\d{1,3}$/)
  })
})

describe('what is chosen, and what is there', () => {
  const { areas, templates } = offeredTo({ orgType: 'municipality', locale: 'nb' })
  it('a whole area and single ones are each once; what is no template is nothing', () => {
    const chosen = chosenOf(templates, ['childWelfare', 'schoolAbsence', 'tull', 'libraryLoans'], ['childhood'])
    expect(chosen.map(({ key }) => key)).toEqual(['schoolAbsence', 'childWelfare', 'childHealth', 'childMidwife'])
  })
  it('one whose name a record has, in any letters, is shown as there and not offered', () => {
    const [first] = byArea(templates, areas, [{ id: 'x', name: 'OPPTAK I BARNEHAGE' }])
    expect(first?.taken).toEqual([{ id: 'x', name: 'OPPTAK I BARNEHAGE' }])
    expect(first?.free.map(({ key }) => key)).not.toContain('kindergartenAdmission')
  })
})

describe('a draft that began with a template', () => {
  const profile = { orgType: 'municipality', locale: 'nn' } as const
  const answers = (over: Partial<Answers> = {}): Answers => ({
    ...(templatesOf(activitiesOf.municipality.activities, 'nn').find(({ key }) => key === 'childWelfare')?.values as Answers),
    ...over,
  })
  it('says which of its answers are still the template’s own', () => {
    expect(stillFromTemplate(answers(), everOffered(profile))).toEqual(['purpose', 'lawReference', 'recipients', 'storageTime'])
    expect(stillFromTemplate(answers({ purpose: 'Vårt eige.', name: 'Vårt barnevern' }), everOffered(profile))).toEqual([])
    expect(stillFromTemplate(answers({ purpose: 'Vårt eige.' }), everOffered(profile))).toEqual([
      'lawReference',
      'recipients',
      'storageTime',
    ])
    expect(stillFromTemplate(answers({ name: 'Omdøypt', recipients: 'Andre' }), everOffered(profile))).toEqual([
      'purpose',
      'lawReference',
      'storageTime',
    ])
  })
  it('also where the organisation has changed its language since', () => {
    expect(stillFromTemplate(answers(), everOffered({ ...profile, locale: 'nb' })).length).toBe(4)
  })
  it('is silent of one that somebody wrote from the start', () => {
    expect(stillFromTemplate({ ...answers(), name: 'Eiga', purpose: 'Noko anna' }, everOffered(profile))).toEqual([])
  })
})
