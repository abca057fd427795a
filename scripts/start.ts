import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { serverFlags } from './server-flags.ts'

// `npm start` on a bare machine: builds what is missing or older than its source, then runs the built server.
// `npm run rescue -- address`, `npm run audit:verify`: the same program does one thing and ends.
const root = join(import.meta.dirname, '..')
const built = join(root, 'dist/server/main.js')

if (!existsSync(built) || newest('src') > statSync(built).mtimeMs) {
  process.stdout.write('Building (some seconds, once) …\n')
  const build = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })
  if (build.status !== 0) {
    process.stderr.write(`${build.stdout}\nThe build failed. Run npm ci and try again.\n`)
    process.exit(1)
  }
}

const rescued = process.argv[2] === 'rescue' ? (process.argv[3] ?? ' ') : null
const errand = rescued === null ? process.argv.slice(2) : []
const server = spawn(process.execPath, [...serverFlags, built, ...errand], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production', ...(rescued && { RESCUE: rescued }) },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

function newest(folder: string): number {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).reduce(
    (latest, entry) =>
      entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs) : latest,
    0,
  )
}
