import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { locales } from '../../src/kernel/texts.ts'
import { texts } from '../../src/modules/audit/texts.ts'

it('what a list’s file is about has a word in the log: one of its own, or that of the events that begin so', () => {
  const sources = globSync('src/**/*.{ts,tsx}').map((path) => readFileSync(path, 'utf8'))
  const all = sources.join('\n')
  const subjects = sources.flatMap((source) =>
    /exported: \{ type: '/.test(source) ? [...source.matchAll(/^ {2,4}subject: '(\w+)',$/gm)].map(([, subject = '']) => subject) : [],
  )
  expect(subjects.length).toBeGreaterThan(5)
  const nameless = subjects.filter(
    (subject) => !all.includes(`'${subject}.`) && locales.some((locale) => texts(locale).subjects[subject] === undefined),
  )
  expect(nameless).toEqual([])
})
