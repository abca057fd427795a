import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { titlesIn } from './requirements.ts'
import { type Finding, readSource } from './source.ts'

// OWASP ASVS 5.0.0, levels 1 and 2 (G-12): docs/asvs.json says of each requirement how Varde stands to it, docs/asvs.md shows it, and this
// sees that none is left out and that what is named is there. The numbers and levels are the standard's; the words are ours.

const states = ['met', 'part', 'notMet', 'notApplicable'] as const
type State = (typeof states)[number]

export type Requirement = {
  readonly id: string
  /** What it asks, in a few words of ours. */
  readonly asks: string
  readonly is: State
  readonly how?: string
  readonly files?: readonly string[]
  /** "file: title" of a test, or "gate: name" of `npm run check`. */
  readonly shown?: readonly string[]
  /** How it was seen, where no test shows it. */
  readonly seen?: string
  /** What is missing, or why it does not apply. */
  readonly gap?: string
}

const chapters: readonly string[] = [
  ...['Encoding and sanitization', 'Validation and business logic', 'Web frontend security', 'API and web service', 'File handling'],
  ...['Authentication', 'Session management', 'Authorization', 'Self-contained tokens', 'OAuth and OIDC', 'Cryptography'],
  ...['Secure communication', 'Configuration', 'Data protection', 'Secure coding and architecture'],
  ...['Security logging and error handling', 'WebRTC'],
]

/** By section, the level of each of its requirements, in their order. */
const sections: Readonly<Record<string, string>> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.1': '3',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.6': '3',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.7': '33',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '11.7': '33',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '15.4': '3333',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '22',
}

/** Every requirement of level 1 or 2, with its level, in the order of the standard. */
export const wanted: ReadonlyMap<string, number> = new Map(
  Object.entries(sections).flatMap(([section, levels]) =>
    [...levels].flatMap((level, n) => (level === '3' ? [] : [[`V${section}.${n + 1}`, Number(level)] as const])),
  ),
)

export const asvsFile = 'docs/asvs.json'
export const readAsvs = (root: string): readonly Requirement[] => JSON.parse(readFileSync(join(root, asvsFile), 'utf8'))

/** What is wrong with the table; `gates`: the names of those of `npm run check`. */
export function asvsFaults(root: string, rows: readonly Requirement[], gates: readonly string[]): readonly Finding[] {
  const ids = rows.map(({ id }) => id)
  const titles = new Map<string, ReadonlySet<string>>()
  const titlesOf = (file: string): ReadonlySet<string> => {
    const read = titles.get(file) ?? new Set(titlesIn(readSource(root, file)).flatMap(({ text, skipped }) => (skipped ? [] : [text])))
    titles.set(file, read)
    return read
  }
  const missing = [...wanted.keys()].filter((id) => !ids.includes(id)).map((id) => `${id} has no row`)
  const more = ids
    .filter((id, n) => !wanted.has(id) || ids.indexOf(id) !== n)
    .map((id) => `${id} is no requirement of level 1 or 2, or stands twice`)
  const inOrder = [...wanted.keys()].filter((id) => ids.includes(id))
  const turned =
    missing.length + more.length === 0 && inOrder.some((id, n) => ids[n] !== id) ? ['the rows are not in the order of the standard'] : []
  const untrue = rows.flatMap((row) =>
    [...unsaid(row), ...absent(root, row), ...unshown(root, row, gates, titlesOf)].map((says) => `${row.id} ${says}`),
  )
  return [...missing, ...more, ...turned, ...untrue].map((says) => ({ file: asvsFile, line: 1, says }))
}

/** What a state must come with. */
function unsaid({ asks, is, how, files = [], shown = [], seen, gap }: Requirement): readonly string[] {
  const applies = is !== 'notApplicable'
  return [
    ...(asks.trim() === '' ? ['does not say what it asks'] : []),
    ...(states.includes(is) ? [] : [`is "${is}", which is no state`]),
    ...(is === 'met' && (!how || files.length === 0) ? ['is met, and does not say how and where'] : []),
    ...(is === 'met' && shown.length === 0 && !seen ? ['is met, and neither a test nor anybody has seen it'] : []),
    ...(is !== 'met' && !gap ? ['does not say what is missing, or why it does not apply'] : []),
    ...(is === 'met' && gap ? ['is met, and yet something is missing'] : []),
    ...(!applies && (how || files.length + shown.length > 0) ? ['does not apply, and yet is met by something'] : []),
  ]
}

const absent = (root: string, { files = [] }: Requirement): readonly string[] =>
  files.filter((file) => !existsSync(join(root, file))).map((file) => `names ${file}, which is not there`)

function unshown(
  root: string,
  { shown = [] }: Requirement,
  gates: readonly string[],
  titlesOf: (file: string) => ReadonlySet<string>,
): readonly string[] {
  return shown.flatMap((one) => {
    const [, file = '', title = ''] = /^([^:]+): (.*)$/s.exec(one) ?? []
    if (file === 'gate') return gates.includes(title) ? [] : [`names the gate "${title}", which npm run check has not`]
    if (!existsSync(join(root, file))) return [`names ${file}, which is not there`]
    return titlesOf(file).has(title) ? [] : [`names "${title}", which is no test of ${file} that runs`]
  })
}

const words: Readonly<Record<State, string>> = { met: 'met', part: 'in part', notMet: '**not met**', notApplicable: 'does not apply' }

export function asvsPage(rows: readonly Requirement[]): string {
  const inChapter = Map.groupBy(rows, ({ id }) => Number(/^V(\d+)/.exec(id)?.[1]))
  const counts = (some: readonly Requirement[]) => [some.length, ...states.map((state) => some.filter(({ is }) => is === state).length)]
  const level = (n: number) => rows.filter(({ id }) => (wanted.get(id) ?? 0) <= n)
  const untested = rows.filter(({ is, shown = [] }) => is === 'met' && shown.length === 0).length
  const totals = [...inChapter].map(([n, some]) => `| [V${n} ${chapters[n - 1]}](#v${n}) | ${counts(some).join(' | ')} |`)
  const tables = [...inChapter].map(([n, some]) =>
    [
      `## <a id="v${n}"></a>V${n} ${chapters[n - 1]}`,
      '',
      '| | level | asks | stands | how, and what is missing | shown by |',
      '|---|---|---|---|---|---|',
      ...some.map(line),
    ].join('\n'),
  )
  return `${[
    '# OWASP ASVS 5.0',
    'Written by `npm run docs` out of [asvs.json](asvs.json); do not edit. Each requirement of levels 1 and 2 of the Application Security Verification Standard, version 5.0.0 (OWASP, CC BY-SA 4.0; the numbers and levels are theirs, the words are ours, and shorter: read theirs beside it), how Varde stands to it, where, and which test shows it. `npm run check` sees that none is left out, and that every file, test and gate that is named is there. It does not see whether what is said is true: it was read out of the code and its tests on 30 November 2026 by those who build it, and nobody from outside has looked.',
    `Of those that are met, ${untested} have no test: the last column says how they were seen. What is to be written down is in [security.md](security.md), [operations.md](operations.md) and [dependencies.md](dependencies.md).`,
    [
      '| | requirements | met | in part | not met | do not apply |',
      '|---|---|---|---|---|---|',
      `| **All** | ${counts(rows).join(' | ')} |`,
      `| of these level 1 | ${counts(level(1)).join(' | ')} |`,
      ...totals,
    ].join('\n'),
    ...tables,
  ].join('\n\n')}\n`
}

function line({ id, asks, is, how, files = [], shown = [], seen, gap }: Requirement): string {
  const where = files.map((file) => `\`${file}\``).join(', ')
  const missing = gap && (is === 'notApplicable' ? gap : `**Missing:** ${gap}`)
  const said = [how, where, missing].filter(Boolean).join('<br>')
  const tests = [...shown.map((one) => one.replace(/^([^:]+): /, (_, file) => `\`${file}\`: `)), seen && `*${seen}*`]
    .filter(Boolean)
    .join('<br>')
  return `| ${id} | ${wanted.get(id)} | ${[asks, words[is], said, tests].map(cell).join(' | ')} |`
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
