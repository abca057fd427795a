import { expect, test } from 'vitest'
import { type Report, scores, unseenAt } from '../../scripts/mutants.ts'

const mutants = (...statuses: readonly string[]) => statuses.map((status, at) => ({ status, location: { start: { line: at + 1 } } }))
const report: Report = {
  files: {
    'src/modules/tasks/rules.ts': { mutants: mutants('Killed', 'Survived', 'CompileError') },
    'src/modules/tasks/access.ts': { mutants: [...mutants('Timeout', 'NoCoverage'), ...mutants('Survived')] },
    'src/modules/kept/rules.ts': { mutants: mutants('Survived') },
    'src/kernel/guard/phone.ts': { mutants: mutants('Killed') },
  },
}

test('a module is judged by what its tests saw of all that could be tried', () => {
  expect(scores(report)).toEqual([
    { module: 'kept', seen: 0, unseen: 1, percent: 0 },
    { module: 'kernel', seen: 1, unseen: 0, percent: 100 },
    { module: 'tasks', seen: 2, unseen: 3, percent: 40 },
  ])
})

test('each line of a module with a break that no test saw is named once, in order', () => {
  expect(unseenAt(report, 'tasks')).toEqual([
    'src/modules/tasks/rules.ts:2',
    'src/modules/tasks/access.ts:1',
    'src/modules/tasks/access.ts:2',
  ])
})
