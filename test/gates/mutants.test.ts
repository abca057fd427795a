import { expect, test } from 'vitest'
import { type Report, scores, unseenAt } from '../../scripts/mutants.ts'

const mutants = (...statuses: readonly string[]) => statuses.map((status, at) => ({ status, location: { start: { line: at + 1 } } }))
const report: Report = {
  files: {
    'src/modules/tasks/rules.ts': { mutants: mutants('Killed', 'Survived', 'CompileError') },
    'src/modules/tasks/access.ts': { mutants: mutants('Timeout', 'NoCoverage') },
    'src/kernel/guard/phone.ts': { mutants: mutants('Killed') },
  },
}

test('a module is judged by what its tests saw of all that could be tried', () => {
  expect(scores(report)).toEqual([
    { module: 'kernel', seen: 1, unseen: 0, percent: 100 },
    { module: 'tasks', seen: 2, unseen: 2, percent: 50 },
  ])
})

test('each line with a break that no test saw is named once', () => {
  expect(unseenAt(report)).toEqual(['src/modules/tasks/rules.ts:2', 'src/modules/tasks/access.ts:2'])
})
