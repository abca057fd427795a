import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

// The design system's own command makes every colour scale, so that contrast is its promise and not our arithmetic.
// What it builds is committed: a fresh checkout needs no generator, and an upgrade of the command shows as a diff.

const root = join(import.meta.dirname, '..')
const tokens = 'dist/design-tokens' // as `outDir` in designsystemet.config.json
const built = 'dist/design-css'

const designsystemet = (...args: readonly string[]) => {
  const ran = spawnSync(join(root, 'node_modules/.bin/designsystemet'), ['tokens', ...args], { cwd: root, stdio: 'inherit' })
  if (ran.status !== 0) throw new Error(`designsystemet tokens ${args[0]} failed; its own message stands above`)
}

designsystemet('create', '--clean')
designsystemet('build', '--tokens', tokens, '--out-dir', built, '--clean')
for (const name of readdirSync(join(root, built)).filter((file) => file.endsWith('.css')))
  copyFileSync(join(root, built, name), join(root, 'src/ui/themes', name))
