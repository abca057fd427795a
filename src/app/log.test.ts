import { join } from 'node:path'
import { expect, it } from 'vitest'
import { recordedEvents } from '../../scripts/events.ts'
import { worded } from '../../test/support/example.ts'
import type { Ctx, House } from '../kernel/ctx.ts'
import { locales } from '../kernel/texts.ts'
import { log } from './modules.ts'

const { eventTypes, hasWords, typesOf, groups: kindGroups } = log

it('S4-024 every event that the log has words for can be searched for, under one kind', () => {
  const chosen = kindGroups('nb').flatMap(({ options }) => options.map(({ value }) => value))
  expect(chosen.flatMap((kind) => typesOf(kind)).toSorted()).toEqual([...eventTypes()].toSorted())
  for (const kind of chosen) expect(typesOf(kind), kind).not.toEqual([])
  expect(typesOf('toString')).toEqual([])
})

it('S4-024 the kinds have words of their own in every language', () => {
  for (const locale of locales) {
    const words = kindGroups(locale).flatMap(({ label, options }) => [label, ...options.map((option) => option.label)])
    expect(words.filter((word) => word === '' || /[.{}]/.test(word))).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  }
})

it('S4-024 whoever saved second is not said to have tried what they may not; what was refused for another reason is', () => {
  const refused = eventTypes().filter((type) => type.endsWith('.refused') && !type.startsWith('access.'))
  expect(refused.length).toBeGreaterThan(5)
  for (const type of refused) {
    expect(log.sentence({ type, data: { why: 'stale', fields: [] } }, 'nb')).toBe('Ikke lagret: noen andre hadde endret det i mellomtiden')
    expect(log.sentence({ type, data: { why: 'notAllowed', fields: [] } }, 'nb')).toMatch(/avvist/i)
  }
})

it('S4-024 every event that the code can record has words in every language and a kind; the log never shows its bare type', () => {
  const recorded = recordedEvents(join(import.meta.dirname, '../..'))
  expect(new Set(recorded.map(({ type }) => type)).size).toBeGreaterThan(70)
  const kinds = new Set<string>(kindGroups('nb').flatMap(({ options }) => options.flatMap(({ value }) => typesOf(value))))
  const without = recorded.filter(({ type }) => !kinds.has(type) || locales.some((locale) => !hasWords(type, locale)))
  expect(without.map(({ file, line, says }) => `${file}:${line} ${says}`)).toEqual([])
})

it('S4-024 a test that lets something happen without words fails, also where the type is put together of two', () => {
  const { react } = worded({ react: async () => undefined } as unknown as House)
  const tell = (type: string) => () => react({} as Ctx, { type: 'id_card', id: null }, [{ type }])
  expect(tell(['id_card', 'deactivated'].join('.'))).not.toThrow()
  expect(tell('id_card.forgotten')).toThrow('without words or kind in the log: id_card.forgotten')
})
