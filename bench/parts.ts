import { pino } from 'pino'
import type { ServerParts } from '../src/app/visit.ts'
import type { Database } from '../src/db/database.ts'
import type { House } from '../src/kernel/ctx.ts'

/** The server without a port and without a word, for what is measured inside this process. */
export const quietParts = (db: Database, house: House): ServerParts => ({
  db,
  house,
  example: async () => {},
  clock: () => new Date(),
  log: pino({ level: 'silent' }),
  trustedProxies: [],
  origins: new Set(),
})
