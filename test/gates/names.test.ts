import { expect, test } from 'vitest'
import { checkNames } from '../../scripts/check-names.ts'
import { planted } from './planted.ts'

const clean = {
  'README.md': 'Start it with npm start. Data lie in ./data, or where DATA_DIR says, as /var/lib/varde. See https://example.org/home/page.',
  'src/modules/processing/processing.ts': 'export type ProcessingActivity = object\nexport const processingActivities = []',
  'src/kernel/jobs.ts': 'export type Handler = () => void',
  'src/kernel/change.ts': `export const commonRefusals = ['notFound']`,
}

test('a clean tree passes', () => expect(checkNames(planted(clean))).toEqual([]))

test.each([
  ['src/modules/deviation/utils.ts', '', 'does not say what is inside'],
  ['src/common/dates.ts', '', 'does not say what is inside'],
  ['test/support/test-helpers.ts', '', 'does not say what is inside'],
  ['src/kernel/TaskManager.ts', '', 'does not say what is inside'],
  ['src/kernel/a.ts', 'export function handleClose() {}', 'hides which deed it is'],
  ['src/kernel/a.ts', 'export const processReport = () => {}', 'hides which deed it is'],
  ['src/kernel/a.ts', 'export const taskManager = {}', 'hides which deed it is'],
  ['src/kernel/a.ts', 'const dateUtils = {}\nexport { dateUtils }', 'hides which deed it is'],
  ['docs/a.md', 'Written in a helper session.', 'is about how the product was made'],
  ['docs/a.md', 'Closes issue #12.', 'is about how the product was made'],
  ['src/kernel/a.ts', '// as the issue says', 'is about how the product was made'],
  ['src/kernel/a.ts', '// the brief wants this', 'is about how the product was made'],
  ['src/kernel/a.ts', '// a language model wrote this', 'is about how the product was made'],
  ['docs/a.md', 'See /home/kari/varde/data.', 'is a path of one machine'],
  ['compose.yaml', 'volumes: ["/home/someone/data:/data"]', 'is a path of one machine'],
  ['docs/a.md', 'Se C:\\Users\\kari\\varde.', 'is a path of one machine'],
])('a planted fault is found: %s: %s', (path, text, says) => {
  expect(checkNames(planted({ ...clean, [path]: text }))).toEqual([
    expect.objectContaining({ file: path, says: expect.stringContaining(says) }),
  ])
})
