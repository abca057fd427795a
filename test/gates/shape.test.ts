import { expect, test } from 'vitest'
import { checkShape, isConcept } from '../../scripts/check-shape.ts'
import { planted } from './planted.ts'

const whole = Object.fromEntries(
  [
    'systems/README.md',
    'systems/system.ts',
    'systems/fields.ts',
    'systems/rules.ts',
    'systems/rules-review.ts',
    'systems/rules.test.ts',
    'systems/criticality.ts',
    'systems/criticality.test.ts',
    'systems/store.ts',
    'systems/commands.ts',
    'systems/commands.test.ts',
    'systems/queries.ts',
    'systems/routes.tsx',
    'systems/routes.test.ts',
    'systems/pages/list.tsx',
    'systems/documents/overview.ts',
    'systems/documents/overview.typ',
    'systems/texts.nb.ts',
    'systems/texts.nn.ts',
    'systems/texts.en.ts',
    'systems/public.ts',
    'systems/module.ts',
    'systems/review/review.ts',
    'systems/review/rules.ts',
    'systems/review/rules.test.ts',
    'systems/review/commands.ts',
    'systems/review/pages/show.tsx',
    'people/README.md',
    'people/person.ts',
    'people/module.ts',
  ].map((path) => [`src/modules/${path}`, '']),
)
const without = (path: string) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== `src/modules/${path}`))

test('a planted fault is found: systems/commands.test.ts is missing, for its capability too', () => {
  const says = checkShape(planted(without('systems/commands.test.ts'))).map((one) => one.says)
  expect(says).toEqual(['has commands and no commands.test.ts', 'review/: has commands and no commands.test.ts'])
})

test('modules of the one shape pass', () => expect(checkShape(planted(whole))).toEqual([]))

test.each([
  ['systems/README.md', 'has no README.md'],
  ['systems/module.ts', 'has no module.ts'],
  ['systems/system.ts', 'has no system.ts'],
  ['people/person.ts', 'has no person.ts'],
  ['systems/texts.nn.ts', 'lacks texts in nn'],
  ['systems/rules.test.ts', 'has rules and no rules.test.ts'],
  ['systems/routes.test.ts', 'has routes and no routes.test.ts'],
  ['systems/review/rules.test.ts', 'review/: has rules and no rules.test.ts'],
])('a planted fault is found: %s is missing', (path, says) => {
  expect(checkShape(planted(without(path))).map((one) => one.says)).toEqual([expect.stringContaining(says)])
})

test.each([
  ['systems/form.tsx', 'has form.tsx'],
  ['systems/SystemRules.ts', 'has SystemRules.ts'],
  ['systems/notes.md', 'has notes.md'],
  ['systems/pages/ShowPage.tsx', 'has pages/ShowPage.tsx'],
  ['systems/review/form.tsx', 'review/: has form.tsx'],
  ['systems/review/deep/rules.ts', 'review/: has deep/rules.ts'],
  ['loose.ts', 'stands beside the modules'],
])('a planted fault is found: %s', (path, says) => {
  expect(checkShape(planted({ ...whole, [`src/modules/${path}`]: '' })).map((one) => one.says)).toEqual([expect.stringContaining(says)])
})

test.each([
  ['src/modules/systems/criticality.ts', true],
  ['src/modules/systems/system.ts', true],
  ['src/modules/systems/review/criticality.ts', true],
  ['src/modules/systems/criticality.test.ts', false],
  ['src/modules/systems/store.ts', false],
  ['src/modules/systems/review/commands.ts', false],
  ['src/modules/systems/pages/list.tsx', false],
  ['src/modules/systems/documents/overview.ts', false],
  ['src/modules/documents/render.ts', false],
  ['src/kernel/change.ts', false],
])('%s is one of a module’s own ideas: %s', (path, is) => expect(isConcept(path)).toBe(is))
