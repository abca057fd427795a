import { describe, expect, it } from 'vitest'
import type { Actor, Role } from '../../kernel/actor.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { locales } from '../../kernel/texts.ts'
import { termFields } from './fields.ts'
import type { Term, TermValues } from './glossary.ts'
import { byLetter, citedIn, mayKeep, rules, saidIn } from './rules.ts'
import { startTerms } from './start.ts'

const actor = (...roles: readonly Role[]): Actor => ({
  personId: 'p',
  organisationId: 'o',
  roles,
  unitId: null,
  leads: [],
  profileVersion: 1,
})
const values = (over: Partial<TermValues> = {}): TermValues => ({
  ...emptyValues(termFields),
  ...{ name: 'avvik', meaningNb: 'Noe har gått galt.', inUse: 'yes' },
  ...over,
})
const term = (id: string, over: Partial<TermValues>): Term => ({ id, version: 1, values: values(over) })

describe('a term of the glossary', () => {
  it('is kept by those who answer for guidance, and nobody else', () => {
    expect(mayKeep(actor('dpo'))).toBe(true)
    for (const role of ['employee', 'leader', 'controller', 'auditor'] as const) expect([role, mayKeep(actor(role))]).toEqual([role, false])
    expect(rules.add('t', values(), actor('employee'))).toMatchObject({ why: 'notAllowed' })
  })

  it('says where a rule is written and when it was read there, both or neither', () => {
    expect(rules.add('t', values(), actor('dpo'))).toMatchObject({ ok: true })
    expect(rules.add('t', values({ source: 'GDPR artikkel 4' }), actor('dpo'))).toMatchObject({ why: 'readOnMissing', fields: ['readOn'] })
    expect(rules.add('t', values({ readOn: '2026-03-01' }), actor('dpo'))).toMatchObject({ why: 'sourceMissing', fields: ['source'] })
    expect(rules.add('t', values({ source: 'GDPR artikkel 4', readOn: '2026-03-01' }), actor('dpo'))).toMatchObject({ ok: true })
  })

  it('is read in the language of the reader, with what the others call it; in bokmål where it has no other words', () => {
    const breach = term('a', { name: 'brudd', nameNn: 'brot', nameEn: 'breach', meaningNn: 'Noko har gått gale.' })
    expect(saidIn(breach, 'nn')).toMatchObject({ name: 'brot', meaning: 'Noko har gått gale.', elsewhere: ['brudd', 'breach'] })
    expect(saidIn(breach, 'en')).toMatchObject({ name: 'breach', meaning: 'Noe har gått galt.' })
    expect(saidIn(term('b', { name: 'avvik', nameNn: 'avvik' }), 'nb').elsewhere).toEqual([])
  })

  it('stands under its letter, in the order of the Norwegian alphabet', () => {
    const all = ['åpenhet', 'avvik', 'ærlighet', 'øvelse', 'ansvar'].map((name) => term(name, { name }))
    expect(byLetter(all, 'nb').map(([letter, said]) => [letter, said.map(({ name }) => name)])).toEqual([
      ['A', ['ansvar', 'avvik']],
      ['Æ', ['ærlighet']],
      ['Ø', ['øvelse']],
      ['Å', ['åpenhet']],
    ])
  })
})

describe('what a glossary begins with', () => {
  it('each is taken by the rules, once, and is whole in all three languages', () => {
    const names = startTerms('university').flatMap(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    for (const one of startTerms('university')) {
      const whole = { ...emptyValues(termFields), ...one, inUse: 'yes' } as const
      expect([one.name, rules.add('t', whole, actor('dpo'))]).toMatchObject([one.name, { ok: true }])
      for (const locale of locales) {
        const said = saidIn({ id: 'x', version: 1, values: whole }, locale)
        expect([one.name, locale, said.name.length > 0 && said.meaning.endsWith('.')]).toEqual([one.name, locale, true])
      }
    }
  })

  it.each([
    ['GDPR artikkel 5 nr. 2 og artikkel 24', 'GDPR Articles 5(2) and 24'],
    ['GDPR artikkel 32 nr. 1 bokstav b', 'GDPR Article 32(1)(b)'],
    ['Sikkerhetsloven § 4-1', 'Sikkerhetsloven § 4-1'],
  ])('cites %s in English as the English do', (source, english) => {
    expect([citedIn(source, 'en'), citedIn(source, 'nb')]).toEqual([english, source])
  })

  it('no article is cited in Norwegian to whoever reads English', () => {
    for (const { source } of startTerms('university')) if (source) expect(citedIn(source, 'en')).not.toMatch(/artikkel|bokstav|nr\./)
  })

  it('S0-02 says what a technical-administrative caseworker is', () => {
    const caseworker = startTerms('university').find(({ name }) => name === 'teknisk-administrativ saksbehandler')
    for (const system of ['FS', 'Office 365', 'P360', 'SAP', 'OTRS']) expect(caseworker?.meaningNb).toContain(system)
  })
})
