import { pino } from 'pino'
import { readConfig } from './app/config.ts'
import { runErrand } from './app/errands/errands.ts'
import { rescueAccount, start } from './app/start.ts'

// The only file that reads the environment, the clock and the signals.
try {
  const config = readConfig(process.env)
  if (config.rescue) {
    const link = await rescueAccount(config, config.rescue, new Date())
    process.stdout.write(`\nThe old password is gone. Open this address within 48 hours to choose a new one:\n\n  ${link}\n\n`)
    process.exit(0)
  }
  const [errand, ...words] = process.argv.slice(2)
  if (errand !== undefined) {
    const say = (line: string) => void process.stdout.write(`${line}\n`)
    process.exit(await runErrand(errand, { config, words, clock: () => new Date(), path: process.env.PATH ?? '', say }))
  }
  const log = pino({
    level: config.logLevel,
    base: null,
    ...(process.stdout.isTTY ? { formatters: { level: (label: string) => ({ level: label }) } } : {}),
  })
  const running = await start(config, () => new Date(), log)
  // For whoever started it by hand. The token is a key, so it is not in the log.
  if (running.setup) process.stdout.write(`\nNothing is set up yet. Open this address to begin; it works once:\n\n  ${running.setup}\n\n`)
  else if (config.demo) process.stdout.write(`\nThe demo is ready: ${running.url}/demo\n\n`)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      log.info('Stopping: finishing what has begun.')
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
