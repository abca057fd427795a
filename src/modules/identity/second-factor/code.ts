import { Secret, TOTP } from 'otpauth'
import qrcode from 'qrcode-generator'

/** As authenticator apps expect it, whatever they are told (RFC 6238): six digits, half a minute, SHA-1. */
const kind = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** A code is taken one step early or late: clocks differ, and people type slowly. */
const slack = 1
export const recoveryCodes = 10

/** 160 bits, as RFC 4226 § 4 recommends, in the letters that apps take. */
export const newSecret = (): string => new Secret({ size: 20 }).base32
/** 80 bits each, in groups that are read aloud. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: recoveryCodes }, () => inGroups(new Secret({ size: 10 }).base32))
export const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join('-') ?? text
/** As it was given, however it was typed. */
export const plainRecovery = (written: string): string | null => {
  const letters = written.toUpperCase().replace(/[^A-Z2-7]/g, '')
  return letters.length === 16 ? inGroups(letters) : null
}

/** Which step of time a code is of; null where it is none of these days' or no code. */
export function stepOf(secret: string, written: string, now: Date): number | null {
  const token = written.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const apart = TOTP.validate({ ...kind, token, secret: Secret.fromBase32(secret), timestamp: now.getTime(), window: slack })
  return apart === null ? null : Math.floor(now.getTime() / 1000 / kind.period) + apart
}

/** What an app is set up with; a link of it opens the app on the telephone itself. */
export const addressOf = (secret: string, email: string): string =>
  new TOTP({ ...kind, issuer: 'Varde', label: email, secret: Secret.fromBase32(secret) }).toString()

/** The picture that an app reads. Whose it is stands in the app; what it holds never leaves the page. */
export function pictureOf(secret: string, email: string): string {
  const code = qrcode(0, 'M')
  code.addData(addressOf(secret, email))
  code.make()
  return code.createDataURL(5, 20)
}
