import { expect, it } from 'vitest'
import { emptyValues } from '../../kernel/fields.ts'
import { processingFields } from './fields.ts'
import { isNeeded, likeness, nextStep, openStep, previousStep, steps, stepsFor, suggestionFor } from './guide.ts'
import type { Answers } from './processing.ts'
import { gapsOf } from './rules.ts'

const answers = (over: Partial<Answers> = {}): Answers => ({
  ...emptyValues(processingFields),
  name: 'Opptak til barnehage',
  kind: 'administrative',
  ourRole: 'controller',
  ...over,
})
const keys = (values: Answers) => stepsFor(values).map(({ key }) => key)

it('only what the answers call for is asked: an exception for special categories, a law, safeguards outside the EEA', () => {
  expect(keys(answers())).not.toContain('saerlige')
  expect(keys(answers({ dataKinds: ['health'] }))).toContain('saerlige')
  expect(keys(answers({ dataKinds: ['criminal'] }))).not.toContain('saerlige')
  expect([keys(answers()).includes('lov'), keys(answers({ basis: ['publicTask'] })).includes('lov')]).toEqual([false, true])
  expect([keys(answers({ transfers: 'no' })), keys(answers({ transfers: 'yes' }))].map((all) => all.includes('garantier'))).toEqual([
    false,
    true,
  ])
})

it('whoever left goes on at the first that is not answered, and the last leads to the record', () => {
  expect(openStep(answers())?.key).toBe('formal')
  expect(openStep(answers({ purpose: 'Tildele plass', unit: 'u' }))?.key).toBe('systemer')
  expect(nextStep(answers(), 'opplysninger')?.key).toBe('grunnlag')
  expect(nextStep(answers({ dataKinds: ['health'] }), 'opplysninger')?.key).toBe('saerlige')
  // A question that the answers no longer call for has a next one all the same.
  expect(nextStep(answers(), 'saerlige')?.key).toBe('grunnlag')
  expect(nextStep(answers(), 'vurdering')).toBeUndefined()
  expect(nextStep(answers({ securityJudged: 'satisfactory' }), 'vurdering')?.key).toBe('vurdert')
})

it('the question before is the one asked before, and what approval waits for is not called optional', () => {
  expect(previousStep(answers(), 'formal')).toBeUndefined()
  expect(previousStep(answers(), 'grunnlag')?.key).toBe('opplysninger')
  expect(previousStep(answers({ dataKinds: ['health'] }), 'grunnlag')?.key).toBe('saerlige')
  const needed = stepsFor(answers({ basis: ['publicTask'], dataKinds: ['health'] })).filter((step) =>
    isNeeded(step, answers({ basis: ['publicTask'], dataKinds: ['health'] })),
  )
  expect(needed.map(({ key }) => key)).toEqual([
    ...['formal', 'enhet', 'hvem', 'opplysninger', 'saerlige', 'grunnlag', 'lov', 'mottakere', 'overforing', 'vurdering'],
  ])
})

it('all that Article 30 demands of what an organisation does itself is among the questions', () => {
  const asked = steps.map(({ question }) => question as string)
  const demanded = gapsOf(answers({ dataKinds: ['health'], basis: ['publicTask'], transfers: 'yes' })).filter(({ article }) =>
    article.startsWith('30'),
  )
  expect(demanded.map(({ field }) => field).filter((field) => !asked.includes(field))).toEqual([])
})

it('whoever has answered every question has answered all that approval waits for', () => {
  const asked = steps.map(({ question }) => question as string)
  const called: Partial<Answers> = { dataKinds: ['health', 'criminal'], basis: ['publicTask'], transfers: 'yes' }
  const blocking = [answers(called), answers({ ...called, securityJudged: 'satisfactory' })].flatMap((values) =>
    gapsOf(values).filter(({ blocks }) => blocks),
  )
  // Who answers for it follows from the unit.
  expect([...new Set(blocking.map(({ field }) => field as string))].filter((field) => !asked.includes(field))).toEqual(['responsible'])
})

it('what is filled in comes from the activity that is most like it, never over an answer, and never from one that is not like it', () => {
  const others = [
    { id: 'a', values: answers({ name: 'Lønn til ansatte', basis: ['contract'] }) },
    { id: 'b', values: answers({ name: 'Opptak til skole', basis: ['publicTask'], lawReference: 'Opplæringslova' }) },
    { id: 'c', values: answers({ name: 'Barnehage: opptak og betaling', basis: ['publicTask'], lawReference: 'Barnehageloven § 16' }) },
  ]
  expect(suggestionFor('lawReference', answers(), others, [])).toEqual({
    value: 'Barnehageloven § 16',
    from: 'Barnehage: opptak og betaling',
  })
  expect(suggestionFor('lawReference', answers({ lawReference: 'Min lov' }), others, [])).toBeUndefined()
  expect(suggestionFor('basis', answers({ name: 'Parkering' }), others, [])).toBeUndefined()
  // What it is for is nobody else’s.
  expect(suggestionFor('purpose', answers(), [{ id: 'd', values: answers({ purpose: 'Noe' }) }], [])).toBeUndefined()
  expect(suggestionFor('systems', answers(), others, ['s1', 's2'])).toEqual({ value: ['s1', 's2'], from: null })
  expect(suggestionFor('systems', answers(), others, ['1', '2', '3', '4', '5', '6'])).toBeUndefined()
  expect(likeness(answers(), answers({ name: 'Tildeling av barnehageplass' }))).toBe(2)
  expect(likeness(answers({ systems: ['s'] }), answers({ name: 'Annet', systems: ['s'] }))).toBe(2)
})
