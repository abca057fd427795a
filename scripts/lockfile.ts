import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// `npm run lock` after a change of packages: writes package-lock.json anew, for every platform. A registry that mirrors one
// platform only leaves the others' optional packages out, and `npm ci` then refuses the file everywhere.

type Entry = {
  readonly version: string
  readonly optional?: true
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly packages: Record<string, Entry> }

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'varde-lock-'))
try {
  writeFileSync(join(folder, 'package.json'), readFileSync(join(root, 'package.json')))
  // Without node_modules beside it, npm resolves everything and not only what is installed here.
  const made = spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (made.status !== 0) throw new Error('npm could not resolve the packages: see above.')
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lock
  const added = complete(lock)
  const packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
  process.stdout.write(`package-lock.json: ${Object.keys(packages).length} packages, ${added} of them for other platforms added by name\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Adds the optional packages that stand only as a wish of another package. Their platform is in their name. */
function complete(lock: Lock): number {
  let added = 0
  for (const entry of Object.values(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`
      if (Object.keys(lock.packages).some((path) => path === place || path.endsWith(`/${place}`))) continue
      lock.packages[place] = { version: range.replace(/^[\^~]/, ''), optional: true, ...platformOf(name) }
      added++
    }
  }
  return added
}

function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const words = (name.split('/').at(-1) ?? '').split('-')
  const find = (all: readonly string[]) => all.filter((one) => words.includes(one))
  const os = words.includes('windows')
    ? ['win32']
    : find(['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix'])
  const cpu = find(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'ppc64le', 'riscv64', 's390x', 'x64', 'wasm32'])
  const libc = words.includes('musl') || words.includes('musleabihf') ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
  // What names no platform at all is kept off every machine but one that asks for it by hand.
  return { os: os.length > 0 ? os : ['none'], ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}) }
}
