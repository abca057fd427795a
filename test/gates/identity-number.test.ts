import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../scripts/source.ts'

// No field of Varde asks for a national identity number (S0-19): people are known by the number of an employee or a student, or by name and
// date of birth. That a system holds such numbers, or that one was lost, may be said: then it is one of the answers to choose, and no question.

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const named =
  '(?:national_?id|national_?identity\\w*|identity_?number|f[oø]dsels_?n(?:umme)?r|person_?n(?:umme)?r|birth_?number|ssn|dnumber)'

/** A question of that name: `nationalId: { kind: 'text' … }`. */
const asked = (text: string) => text.match(new RegExp(`\\b${named}\\b['"]?\\s*:\\s*\\{\\s*kind`, 'gi')) ?? []
/** A column of that name in the schema. */
const stored = (schema: string) => schema.match(new RegExp(`^ {2}"?${named}"?\\s`, 'gim')) ?? []
/** A label that says so: `label: 'Fødselsnummer'`. A hint may say that it is never to be written, and one question is how numbers came out. */
const labelled = (text: string) =>
  (text.match(/label: ['"`][^'"`]*(?:fødselsnummer|personnummer|national identity number|personal number)[^'"`]*['"`]/gi) ?? []).filter(
    (label) => !label.includes('kom fødselsnummeret ut?'),
  )
/** What a page asks for without a field: `name="fodselsnummer"`. */
const inMarkup = (text: string) => text.match(new RegExp(`name=["']${named}["']`, 'gi')) ?? []

test('each of the four sees what it looks for', () => {
  expect(asked(`nationalId: { kind: 'text', max: 11 }`)).toHaveLength(1)
  expect(asked(`dataTypes: { kind: 'choices', of: ['nationalId'] }`)).toEqual([])
  expect(stored('create table person (\n  fodselsnummer text not null,\n')).toHaveLength(1)
  expect(labelled(`person: { label: 'Fødselsnummer (11 siffer)' }`)).toHaveLength(1)
  expect(labelled(`name: { label: 'Navn', hint: 'Bruk aldri fødselsnummer.' }`)).toEqual([])
  expect(inMarkup('<input name="personnummer">')).toHaveLength(1)
})

test('S0-19 no form, page or table has a field for a national identity number', () => {
  const source = filesBelow(root, 'src').filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  const found = source.flatMap((path) => {
    const text = read(path)
    const labels = /\/texts(-\w+)?\.(nb|nn|en)\.ts$/.test(path) ? labelled(text) : []
    return [...asked(text), ...inMarkup(text), ...labels].map((what) => `${path}: ${what}`)
  })
  expect([...found, ...stored(read('src/db/schema.sql'))]).toEqual([])
  // There are forms and tables to look through.
  expect(source.filter((path) => /\/fields(-[a-z]+)*\.ts$/.test(path)).length).toBeGreaterThan(30)
  expect(read('src/db/schema.sql').match(/^create table /gm)?.length).toBeGreaterThan(80)
})
