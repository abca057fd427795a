import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  accepted,
  acceptedOfTools,
  inexact,
  isMet,
  type Project,
  unreadScripts,
  unreasoned,
  wrongLicences,
  wrongSources,
} from '../../scripts/check-supply.ts'
import { differences, type Entry, type Lock, type Sbom, settled } from '../../scripts/sbom.ts'

const sum = `sha512-${Buffer.from('abc').toString('base64')}`
const one: Entry = { version: '1.0.0', license: 'MIT', integrity: sum }
const lockOf = (packages: Readonly<Record<string, Partial<Entry>>>): Lock => ({
  packages: {
    '': { version: '0' },
    ...Object.fromEntries(Object.entries(packages).map(([name, change]) => [name, { ...one, ...change }])),
  },
})
const says = (findings: readonly { readonly says: string }[]) => findings.map((each) => each.says)

describe('G-50 licences', () => {
  test.each([
    ['MIT', true],
    ['GPL-3.0-only', false],
    ['MIT OR GPL-3.0-only', true],
    ['(MIT OR CC0-1.0)', true],
    ['MIT AND GPL-3.0-only', false],
    ['(MIT AND Zlib)', true],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['(MIT OR (ISC AND GPL-3.0-only))', false],
  ])('%s', (licence, met) => expect(isMet(licence, accepted)).toBe(met))

  test('one that is not accepted is found, also far below, and one without any; what a tool may have is not what the server may', () => {
    const lock = lockOf({
      'node_modules/a/node_modules/@b/c': { license: 'GPL-3.0-only' },
      'node_modules/d': { license: '' },
      'node_modules/e': { license: 'Python-2.0', dev: true },
      'node_modules/f': { license: 'Python-2.0' },
      'node_modules/g': {},
    })
    expect(says(wrongLicences(lock)).map((text) => text.split(' ')[0])).toEqual(['@b/c', 'd', 'f'])
    expect(acceptedOfTools).toContain('Python-2.0')
  })
})

test('G-49 a dependency that is a range, a tag or an address is found', () => {
  const project: Project = { dependencies: { a: '4.6.7', b: '^4.6.7', c: 'latest' }, devDependencies: { d: '1.0.0-rc.1', e: '>=1' } }
  expect(says(inexact(project)).map((text) => text.split(' ')[0])).toEqual(['b', 'c', 'e'])
})

test('G-49 a package without a checksum, from git, from an address or from a folder is found', () => {
  const lock = lockOf({
    'node_modules/a': { integrity: '' },
    'node_modules/b': { integrity: 'sha1-abc' },
    'node_modules/c': { resolved: 'git+ssh://git@example.org/c.git#1' },
    'node_modules/d': { resolved: 'https://example.org/d.tgz' },
    'node_modules/e': { link: true },
    'node_modules/f': { resolved: 'https://registry.npmjs.org/f/-/f-1.0.0.tgz' },
    'node_modules/g': {},
  })
  expect(says(wrongSources(lock)).map((text) => text.split(' ')[0])).toEqual(['a', 'b', 'c', 'd', 'e'])
})

describe('G-49 what runs at installation', () => {
  const page = (version: string) => `# x\n\n## Programs that run when a package is installed\n\n| \`a\` | ${version} | links |\n`
  const lock = lockOf({ 'node_modules/a': { hasInstallScript: true }, 'node_modules/b': {} })
  const allow = (allowScripts: NonNullable<Project['allowScripts']>) => says(unreadScripts({ allowScripts }, lock, page('1.0.0')))

  test('is on the list, and read in this version', () => expect(allow({ a: true })).toEqual([]))
  test('is found when it is not on the list', () => expect(allow({})).toContainEqual(expect.stringContaining('read it')))
  test('is found when another version of it was read', () =>
    expect(says(unreadScripts({ allowScripts: { a: true } }, lock, page('0.9.0')))).toEqual([expect.stringContaining('1.0.0')]))
  test('one that runs nothing is not on the list', () =>
    expect(allow({ a: true, b: true })).toContainEqual(expect.stringContaining('b, which')))
})

describe('G-49 each direct dependency has its reason', () => {
  const page = '# x\n\n## What the server runs on\n\n| `a` | why |\n\n## What builds and tests it\n\n| `b` | why |\n'
  const with_ = (project: Project, text = page) => says(unreasoned(project, text))
  const whole = { dependencies: { a: '1' }, devDependencies: { b: '1' } }

  test('and is found when it has none', () => {
    expect(with_(whole)).toEqual([])
    expect(with_({ ...whole, dependencies: { a: '1', c: '1' } })).toEqual([expect.stringContaining('no line for c')])
    expect(with_(whole, page.replace('`a` | why', '`a` |  '))).toEqual([expect.stringContaining('no line for a')])
  })
  test('and a line of one that is gone, that stands twice or in the wrong table is found', () => {
    expect(with_({ ...whole, dependencies: {} })).toEqual([expect.stringContaining('a line for a')])
    expect(with_(whole, page.replace('| `a` | why |', '| `a` | why |\n| `a` | why |'))).toEqual([expect.stringContaining('two lines')])
    expect(with_({ dependencies: { a: '1', b: '1' } })).toHaveLength(2)
  })
})

describe('G-50 the SBOM', () => {
  const component = { name: '@a/b', version: '1.0.0', scope: 'required', hashes: [{ alg: 'SHA-512', content: '616263' }] }
  const made: Sbom = { metadata: { timestamp: 'now', component: { name: 'folder' }, tools: [] }, components: [component] }
  const lock = lockOf({ 'node_modules/@a/b': {}, 'node_modules/c/node_modules/@a/b': {} })

  test('has each package of the lock file and no other, with its checksum', () => {
    expect(differences(lock, made)).toEqual([])
    expect(says(differences(lock, { ...made, components: [] }))).toEqual([expect.stringContaining('not in the SBOM')])
    expect(says(differences(lockOf({}), made))).toEqual([expect.stringContaining('not in the lock file')])
    expect(says(differences(lockOf({ 'node_modules/@a/b': { integrity: 'sha512-AAAA' } }), made))).toEqual([
      expect.stringContaining('another checksum'),
    ])
  })
  test('is the same for the same packages, wherever and whenever it is made, and another for others', () => {
    const later = { ...made, metadata: { ...made.metadata, timestamp: 'later', component: { name: 'elsewhere' } } }
    expect(settled(later)).toEqual(settled(made))
    expect(settled(made).serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(settled({ ...made, components: [{ ...component, version: '1.0.1' }] }).serialNumber).not.toBe(settled(made).serialNumber)
  })
  test('is made at the end of each build', () =>
    expect(
      (JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> }).scripts.build,
    ).toMatch(/ && node scripts\/sbom\.ts$/))
})
