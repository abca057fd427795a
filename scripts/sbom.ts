import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, report } from './source.ts'

// `npm run sbom`, and the end of every build: which packages are in it, as CycloneDX, in dist/sbom.cdx.json. It is made by npm out of the
// lock file, and compared with it, so that a package that npm leaves out is seen. Two builds of the same source give the same file.

export type Entry = {
  readonly version: string
  readonly name?: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: true
  readonly dev?: true
  readonly hasInstallScript?: true
}
export type Lock = { readonly packages: Readonly<Record<string, Entry>> }
type Property = { readonly name: string; readonly value: string }
type Component = {
  readonly name: string
  readonly version: string
  readonly scope?: string
  readonly properties?: readonly Property[]
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
}
export type Sbom = { readonly metadata: Readonly<Record<string, unknown>>; readonly components: readonly Component[] }

const path = 'dist/sbom.cdx.json'
/** Tools to npm, since the server does not load them; but the build puts their styles and letters into what is sent to the browser. */
const builtIn: readonly string[] = ['@digdir/designsystemet-css', '@fontsource-variable/inter']

/** A package of the lock file, by its place in node_modules. */
export const nameOf = (place: string, { name }: Pick<Entry, 'name'>): string =>
  name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

export const packagesOf = (lock: Lock) => Object.entries(lock.packages).filter(([place]) => place !== '')

/** Without the moment, the folder and the number drawn by lot that npm writes: it says what is in the build, and nothing of where it was made. */
export function settled(made: Sbom): Sbom & { readonly serialNumber: string } {
  const { timestamp, component, ...metadata } = made.metadata
  const components = made.components.map((one) =>
    builtIn.includes(one.name) ? { ...one, scope: 'required', properties: (one.properties ?? []).filter((each) => !isTool(each)) } : one,
  )
  const whole = { ...made, metadata: { ...metadata, component: { ...(component as object), name: 'varde' } }, components }
  const hash = createHash('sha256')
    .update(JSON.stringify({ ...whole, serialNumber: '' }))
    .digest('hex')
  // A UUID of the kind that follows from its content (RFC 9562 § 5.8).
  const uuid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
  return { ...whole, serialNumber: `urn:uuid:${uuid}` }
}

const isTool = ({ name }: Property) => name === 'cdx:npm:package:development'

/** Each package of the lock file, with its checksum, and nothing else (G-50). */
export function differences(lock: Lock, { components }: Sbom): readonly Finding[] {
  const locked = new Map(packagesOf(lock).map(([place, entry]) => [`${nameOf(place, entry)}@${entry.version}`, entry]))
  const listed = new Map(components.map((one) => [`${one.name}@${one.version}`, one]))
  const missing = [...locked].flatMap(([id, entry]) => {
    const sums = listed.get(id)?.hashes?.map(({ content }) => `sha512-${Buffer.from(content, 'hex').toString('base64')}`)
    if (!sums) return [`${id} is in the lock file and not in the SBOM`]
    return entry.integrity !== undefined && sums.includes(entry.integrity) ? [] : [`${id} has another checksum in the lock file`]
  })
  const more = [...listed.keys()].filter((id) => !locked.has(id)).map((id) => `${id} is in the SBOM and not in the lock file`)
  return [...missing, ...more].map((says) => ({ file: path, line: 1, says }))
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  const said = execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
  })
  const sbom = settled(JSON.parse(said) as Sbom)
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, path), `${JSON.stringify(sbom, null, 1)}\n`)
  report('SBOM', differences(lock, sbom))
  process.stdout.write(`${path}: ${sbom.components.length} packages\n`)
}
