import type { House } from '../../../kernel/ctx.ts'
import { type PasswordProblem, passwordProblem } from './rules.ts'

/**
 * argon2id, 19 MiB, 2 passes, 1 lane: the first choice of the OWASP Password Storage Cheat Sheet, and within RFC 9106 § 4. Some
 * 20 ms on a server's core. Argon2id is the package's default kind; a test reads it off the hash.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Read with the first password: whoever comes from a provider of sign-in brings none. */
const argon2 = () => import('@node-rs/argon2')

export const hashPassword = (password: string): Promise<string> =>
  inTurn(true, async () => (await argon2()).hash(password.normalize('NFC'), cost))

/**
 * Null for an account without a password, or none at all: a stand-in is compared, so that the answer takes the same time
 * (ASVS 6.3.8). `first`: before those of whom nothing is known. Throws PasswordsBusy when too many wait.
 */
export function verifyPassword(stored: string | null, password: string, first: boolean): Promise<boolean> {
  return inTurn(first, async () => {
    const { hash, verify } = await argon2()
    standIn ??= await hash('there is no such account', cost)
    const right = await verify(stored ?? standIn, password.normalize('NFC'))
    return right && stored !== null
  })
}

/** What is wrong with a password that somebody chooses, by its letters and by what has leaked elsewhere (ASVS 6.2.12). */
export async function problemWith(
  { leaked }: Pick<House, 'leaked'>,
  password: string,
  about: readonly string[],
): Promise<PasswordProblem | undefined> {
  return passwordProblem(password, about) ?? ((await leaked(password)) ? 'passwordLeaked' : undefined)
}

/** So many tries at once that this one was not looked at. Nothing is counted against anyone. */
export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy'
}

let standIn: string | undefined

// Two at a time take 38 MiB and leave the other cores to the pages. Each that waits holds a database connection, so few may.
const atOnce = 2
const mostWaiting = 6
let running = 0
const waiting: { readonly first: boolean; readonly start: () => void }[] = []

async function inTurn<T>(first: boolean, work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (!first && waiting.length >= mostWaiting) throw new PasswordsBusy('Too many passwords are being compared at once.')
    await new Promise<void>((start) => waiting.push({ first, start }))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.splice(
      Math.max(
        0,
        waiting.findIndex((one) => one.first),
      ),
      1,
    )[0]
    if (next) next.start()
    else running--
  }
}
