import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lock, nameOf, packagesOf } from './sbom.ts'
import { type Finding, report } from './source.ts'

// What comes from others: each direct dependency has its reason in docs/dependencies.md, each package a licence that is accepted, a checksum
// and no source but the registry, and none runs a program when it is installed without having been looked at (G-49, G-50).

export type Project = {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly allowScripts?: Readonly<Record<string, boolean>>
}

const page = 'docs/dependencies.md'
/** SPDX ids. None asks anything of whoever runs Varde beyond keeping the notice; the EUPL-1.2 may take in all of them. */
export const accepted: readonly string[] = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib', 'CC0-1.0'],
  // Of the file, not of what stands beside it: changed files of theirs are shown, and we change none.
  'MPL-2.0',
  // Fonts.
  'OFL-1.1',
]
/** Of tools, which no build has in it. */
export const acceptedOfTools: readonly string[] = [...accepted, 'Python-2.0', 'CC-BY-4.0']

/** Whether an SPDX expression is met: one of those with OR between, each of those with AND. */
export function isMet(licence: string, by: readonly string[]): boolean {
  const plain = licence.trim().replace(/^\((.*)\)$/, '$1')
  if (/[()]/.test(plain)) return false
  return plain.split(' OR ').some((one) => one.split(' AND ').every((each) => by.includes(each.trim())))
}

const lockFile = 'package-lock.json'
const found = (file: string, says: string): Finding => ({ file, line: 1, says })

export const wrongLicences = (lock: Lock): readonly Finding[] =>
  packagesOf(lock).flatMap(([place, entry]) =>
    isMet(entry.license || 'none', entry.dev ? acceptedOfTools : accepted)
      ? []
      : [
          found(
            lockFile,
            `${nameOf(place, entry)} has the licence ${entry.license || 'none'}, which scripts/check-supply.ts does not accept`,
          ),
        ],
  )

/** Only what the registry has, to the checksum: nothing from git, from an address or from a folder. */
export const wrongSources = (lock: Lock): readonly Finding[] =>
  packagesOf(lock).flatMap(([place, entry]) => {
    const name = nameOf(place, entry)
    if (entry.link || !/^sha512-/.test(entry.integrity ?? '')) return [found(lockFile, `${name} has no SHA-512 to be held against`)]
    const from = entry.resolved
    return from === undefined || from.startsWith('https://registry.npmjs.org/') ? [] : [found(lockFile, `${name} comes from ${from}`)]
  })

/**
 * `allowScripts` of package.json says of each whether npm may run it. docs/dependencies.md says what it does, in which version it was read:
 * a new version is read anew.
 */
export function unreadScripts({ allowScripts = {} }: Project, lock: Lock, text: string): readonly Finding[] {
  const versions = new Map(
    packagesOf(lock).flatMap(([place, entry]) => (entry.hasInstallScript ? [[nameOf(place, entry), entry] as const] : [])),
  )
  const run = [...versions.keys()]
  const unread = run.filter((name) => allowScripts[name] === undefined)
  const idle = Object.keys(allowScripts).filter((name) => !run.includes(name))
  const section = sectionOf(text, scriptsHeading)
  const older = run.filter((name) => allowScripts[name] === true && !section.includes(`\n| \`${name}\` | ${versions.get(name)?.version} |`))
  return [
    ...unread.map((name) =>
      found('package.json', `${name} runs a program when it is installed: read it, and set it to true or false in allowScripts`),
    ),
    ...idle.map((name) => found('package.json', `allowScripts names ${name}, which runs no program when it is installed`)),
    ...older.map((name) =>
      found(page, `does not say that ${name} was read in the version of the lock file, ${versions.get(name)?.version}`),
    ),
    ...different(Object.keys(allowScripts), rowsOf(section), 'allowScripts of package.json'),
  ]
}

/** A version is one version: with a range, `npm install` would move it unseen. */
export const inexact = ({ dependencies = {}, devDependencies = {} }: Project): readonly Finding[] =>
  Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => found('package.json', `${name} is ${version}: write the one version that the lock file has`))

/** Each direct dependency has one line, and no line is of one that is gone. */
export const unreasoned = ({ dependencies = {}, devDependencies = {} }: Project, text: string): readonly Finding[] => [
  ...different(Object.keys(dependencies), rowsOf(sectionOf(text, 'What the server runs on')), 'dependencies of package.json'),
  ...different(Object.keys(devDependencies), rowsOf(sectionOf(text, 'What builds and tests it')), 'devDependencies of package.json'),
]

function different(those: readonly string[], rows: readonly string[], where: string): readonly Finding[] {
  const twice = rows.filter((name, n) => rows.indexOf(name) !== n)
  return [
    ...those.filter((name) => !rows.includes(name)).map((name) => found(page, `has no line for ${name}, which is in ${where}`)),
    ...rows.filter((name) => !those.includes(name)).map((name) => found(page, `has a line for ${name}, which is not in ${where}`)),
    ...twice.map((name) => found(page, `has two lines for ${name}`)),
  ]
}

const scriptsHeading = 'Programs that run when a package is installed'
const sectionOf = (text: string, heading: string): string => text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
/** The packages that begin a row of a table, where the row says something of them. */
const rowsOf = (section: string): readonly string[] => [...section.matchAll(/^\| `([^`]+)` \| *[^| ]/gm)].map(([, name = '']) => name)

if (import.meta.main) {
  const read = (file: string) => readFileSync(join(process.cwd(), file), 'utf8')
  const project = JSON.parse(read('package.json')) as Project
  const lock = JSON.parse(read(lockFile)) as Lock
  const text = read(page)
  report('supply chain', [
    ...wrongLicences(lock),
    ...wrongSources(lock),
    ...unreadScripts(project, lock, text),
    ...unreasoned(project, text),
    ...inexact(project),
  ])
}
