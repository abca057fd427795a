import { describe, expect, it } from 'vitest'
import { bokmalIn } from '../../../../test/support/bokmal.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { parse } from '../../../kernel/fields.ts'
import { systemFields } from '../fields.ts'
import { rules } from '../rules.ts'
import { answersOf, isAsTemplate, systemAreas, systemTemplates, templatesOf } from './known.ts'

const actor: Actor = { personId: 'p', organisationId: 'o', roles: ['ciso'], unitId: null, leads: [], profileVersion: 1 }
const cases = (['municipality', 'university'] as const).flatMap((kind) =>
  (['nb', 'nn'] as const).map((language) => [kind, language] as const),
)
const rows = cases.flatMap(([kind, language]) =>
  Object.entries(systemTemplates[kind]).map(([key, known]) => ({ name: `${kind} ${language} ${key}`, known, language })),
)
const bokmalOfTheTrades =
  /(?<!\p{L})(skole\p{L}*|tjeneste\p{L}*|søkere|foresatte|forskning\p{L}*|studenter|løsning|eiendom\p{L}*|gebyrer|voksen\p{L}*|elever|klasser|telefoner|møter|registrere ansatte|rutiner|kilder)(?!\p{L})/giu

describe('what a system may begin with', () => {
  it.each(rows)('$name passes the rules of the register and the bounds of its questions', ({ known, language }) => {
    const answers = answersOf(known, language)
    const posted = Object.fromEntries(
      Object.entries(answers).map(([field, value]) => [field, value === null ? '' : (value as string | string[])]),
    )
    expect(parse(systemFields, posted)).toEqual({ values: answers, problems: [] })
    expect(rules.add('id', answers, actor)).toMatchObject({ ok: true })
    expect((answers.purpose ?? '').length * answers.dataKinds.length * answers.informationClasses.length).toBeGreaterThan(0)
  })
  it.each(rows.filter(({ language }) => language === 'nn'))('$name has no bokmål in its nynorsk', ({ known }) => {
    const said = `${known.name.nn}\n${known.purpose.nn}`
    expect([...bokmalIn(said), ...(said.match(bokmalOfTheTrades) ?? [])]).toEqual([])
  })
  it.each(cases)('%s, %s: at most forty, each name once, each in an area that is there', (kind, language) => {
    const templates = templatesOf(systemTemplates[kind], language)
    expect(templates.length).toBeGreaterThanOrEqual(30)
    expect(templates.length).toBeLessThanOrEqual(40)
    expect(new Set(templates.map(({ name }) => name.toLowerCase())).size).toBe(templates.length)
    for (const { area } of templates) expect(Object.keys(systemAreas)).toContain(area)
  })
  it('is as the template wrote it until somebody has changed it', () => {
    const templates = templatesOf(systemTemplates.university, 'nb')
    const values = templates[0]?.values
    expect(values && isAsTemplate({ version: 1, values }, templates)).toBe(true)
    expect(values && isAsTemplate({ version: 2, values }, templates)).toBe(false)
    expect(values && isAsTemplate({ version: 1, values: { ...values, purpose: 'Noe annet' } }, templates)).toBe(false)
  })
})
