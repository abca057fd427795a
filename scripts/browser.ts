import { spawnSync } from 'node:child_process'
import { chromiumPath } from '../test/support/chromium.ts'

// Before the tests: a browser for the journeys. Found, or installed in the way of this machine, or said plainly how to get.
const tries: readonly (readonly [string, ...string[]])[] = [
  ...(process.platform === 'linux' && process.getuid?.() === 0
    ? [['sh', '-c', 'command -v apt-get && apt-get update && apt-get install -y --no-install-recommends chromium'] as const]
    : []),
  ['npx', '--no-install', 'playwright-core', 'install', 'chromium'],
]

for (const [command, ...given] of [[], ...tries] as readonly (readonly string[])[]) {
  if (command) {
    console.log('No Chromium was found for the browser journeys: installing one …')
    spawnSync(command, given, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  if (found()) process.exit(0)
}
chromiumPath()

function found(): boolean {
  try {
    chromiumPath()
    return true
  } catch {
    return false
  }
}
