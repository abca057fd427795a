/**
 * How many failed sign-ins may be made, and how long to wait after. What is counted:
 *  - `pair`, an account as tried from one network: guessing at one person.
 *  - `network`, everything from one network: one password tried at everybody.
 * Nothing counts an account alone: that would let anyone on the internet lock a person out (ASVS 6.1.1). A pair that has signed
 * in before passes the network's limit, so one infected machine behind a municipality's address does not stop its colleagues.
 */
export const freeTries = { pair: 5, network: 100 } as const
/** Failures older than this are forgotten. */
export const windowMinutes = 60
/** Minutes to wait after the sixth failure and so on; the last holds for every one after. */
const waits = [1, 2, 4, 8, 15] as const
/** How long a pair that signed in is known. */
export const knownDays = 90

/** Failures in one minute: `at` is its beginning. */
export type Window = { readonly at: Date; readonly failures: number }

/** Seconds until another try is answered; 0 is now. A try that is turned away is not counted, so waiting always ends. */
export function secondsToWait(windows: readonly Window[], free: number, now: Date): number {
  const recent = windows.filter(({ at }) => now.getTime() - at.getTime() < windowMinutes * minute)
  const failures = recent.reduce((sum, one) => sum + one.failures, 0)
  if (failures < free) return 0
  const wait = waits[Math.min(failures - free, waits.length - 1)] ?? 15
  const last = Math.max(...recent.map(({ at }) => at.getTime()))
  return Math.max(0, Math.ceil((last + minute + wait * minute - now.getTime()) / 1000))
}

/**
 * Seconds until one more may come, of whom only is known how many came today: `free` of them, and a fifth of it more for each hour since
 * midnight. So whoever has sent all waits for the next, and no time of any of them is kept. `ms`: since midnight.
 */
export function secondsUntilFree(came: number, free: number, ms: number): number {
  const each = (5 * 3_600_000) / free
  return came < free ? 0 : Math.max(0, Math.ceil(((came - free + 1) * each - ms) / 1000))
}

/** The minute a failure is counted in. */
export const minuteOf = (now: Date): Date => new Date(Math.floor(now.getTime() / minute) * minute)

/** An IPv4 address, or the /64 of an IPv6 address: whoever has one of its addresses has them all (RFC 6177). */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const filled =
    tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return `${filled
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}

const minute = 60_000
