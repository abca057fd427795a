import { randomBytes } from 'node:crypto'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)

/**
 * UUIDv7 (RFC 9562): made by the application and sorted by time, so that indexes grow at one end. Ids of the same millisecond
 * count upwards (section 6.2, method 1): what one deed writes in the log is read in the order it was written.
 */
export function newId(now: Date): string {
  const ms = now.getTime()
  if (ms !== asked) [asked, last, count] = [ms, ms, 0]
  else if (count < 0xfff) count += 1
  // The millisecond is full: the next one is borrowed, so that the order holds.
  else [last, count] = [last + 1, 0]
  const bytes = randomBytes(16)
  bytes.writeUIntBE(last, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return written(bytes.toString('hex'))
}
/** An id of that time that always follows from these bytes: where the same page must make the same record, and tell no more of when than it is given. */
export function idFrom(at: Date, bytes: Uint8Array): string {
  const made = Buffer.from(bytes.subarray(0, 16))
  made.writeUIntBE(at.getTime(), 0, 6)
  made[6] = 0x70 | ((made[6] ?? 0) & 0x0f)
  made[8] = 0x80 | ((made[8] ?? 0) & 0x3f)
  return written(made.toString('hex'))
}

const written = (hex: string) => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
let asked = -1
let last = -1
let count = 0

/** 256 bits from the system, for sessions and one-time addresses (ASVS 7.2.2). */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** One record, whichever module keeps it: of which kind, and its id. */
export type RecordKey = { readonly type: string; readonly id: string }
