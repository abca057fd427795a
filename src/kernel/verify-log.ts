import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { createReadStream, readFileSync, realpathSync } from 'node:fs'
import { createInterface } from 'node:readline'

// A program of its own, and one file: an auditor runs it where there is no Varde, no database and no network, and can read all of it.
//   node verify-log.mjs log.ndjson --key <public key> [--seals seals.ndjson]…
// It takes what was exported, the public key, and seals that were kept elsewhere. Varde itself verifies the living log by the same code.
// Nothing here shows that what was never written in the log did not happen: no log can.

/** What a seal says. `total`: lines of the log so far. `previous` and `content` are SHA-256 in hexadecimal digits. */
export type Seal = {
  readonly organisation: string
  readonly number: number
  readonly lines: number
  readonly total: number
  readonly previous: string
  readonly content: string
  readonly at: string
  readonly key: string
}
/** As it is kept and exported. `signature` in base64. `lines`: the hashes of its lines, joined, in base64; absent where it was kept elsewhere. */
export type SignedSeal = { readonly seal: string; readonly signature: string; readonly lines?: string }
export type Header = { readonly varde: 'log'; readonly version: 1; readonly organisation: string; readonly exportedAt: string }

export type Verdict = {
  readonly organisation: string | null
  readonly seals: number
  /** Lines that are under a seal, and those that wait for one. */
  readonly sealed: number
  readonly waiting: number
  readonly newest: { readonly number: number; readonly at: string; readonly hash: string } | null
  /** What is wrong, at most `mostFaults`; the first is where to look. None: the log is whole. */
  readonly faults: readonly string[]
  /** What is no fault, and whoever reads should know. */
  readonly notes: readonly string[]
}
export type Beside = {
  /** Public keys as 64 hexadecimal digits; one is enough while the key has never been changed. */
  readonly keys: readonly string[]
  /** Seals that were kept elsewhere, one JSON object each. Those of other organisations are passed over. */
  readonly outside?: readonly string[]
}

export const mostFaults = 20
export const noSeal = '0'.repeat(64)
const hourMs = 3_600_000
/** A day, with the hour by which a day may be longer, and time for a sweep. */
const lateMs = 26 * hourMs
const aheadMs = hourMs / 12

export const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
/** Which key: the beginning of the hash of the public one. */
export const nameOfKey = (publicKey: string): string => sha256(Buffer.from(publicKey, 'hex')).toString('hex').slice(0, 16)

/** What is signed, to the letter. */
export const textOf = (seal: Seal): string =>
  [
    'varde-log-seal 1',
    ...(['organisation', 'number', 'lines', 'total', 'previous', 'content', 'at', 'key'] as const).map((name) => `${name} ${seal[name]}`),
    '',
  ].join('\n')

/** Null where it is not what `textOf` writes. */
export function sealIn(text: string): Seal | null {
  const said = new Map(text.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]))
  const word = (name: string) => said.get(name) ?? ''
  const seal: Seal = {
    organisation: word('organisation'),
    number: Number(word('number')),
    lines: Number(word('lines')),
    total: Number(word('total')),
    previous: word('previous'),
    content: word('content'),
    at: word('at'),
    key: word('key'),
  }
  return textOf(seal) === text && Number.isSafeInteger(seal.number) && Number.isSafeInteger(seal.total) ? seal : null
}

/**
 * Goes through an exported log, a line of the file at a time. Lines of the log are JSON arrays, as they were hashed; after each batch of
 * them comes the seal over it.
 */
export async function verifyLog(file: AsyncIterable<string> | Iterable<string>, { keys, outside = [] }: Beside): Promise<Verdict> {
  const faults: string[] = []
  const notes: string[] = []
  const wrong = (says: string) => void (faults.length < mostFaults && faults.push(says))
  const known = new Map(keys.map((key) => [nameOfKey(key), keyObject(key)]))
  const hashes = new Map<number, string>()
  let organisation: string | null = null
  let batch: Buffer[] = []
  let times: number[] = []
  let [late, ahead] = [0, 0]
  let [sealed, waiting, total, number, previous, at] = [0, 0, 0, 0, noSeal, '']

  const closeBatch = (signed: SignedSeal): void => {
    const where = `seal ${number + 1}`
    const from = sealed + 1
    sealed += batch.length
    const seal = sealIn(String(signed.seal))
    const hash = sha256(String(signed.seal)).toString('hex')
    const [lines, told] = [batch, times]
    batch = []
    times = []
    if (!seal) {
      wrong(`${where}: it cannot be read as a seal`)
      return
    }
    if (!isSigned(signed, seal, known)) {
      const why = known.has(seal.key) ? 'the signature is wrong' : `it is signed by a key that was not given (${seal.key})`
      wrong(`${where}: ${why}`)
    }
    if (seal.organisation !== organisation) wrong(`${where}: it is of another organisation`)
    if (seal.number !== number + 1) wrong(`${where}: a seal numbered ${seal.number} stands in its place`)
    if (seal.previous !== previous) wrong(`${where}: it does not follow from the seal before it`)
    if (seal.at < at) wrong(`${where}: it is of a time before the seal before it`)
    if (seal.content !== sha256(Buffer.concat(lines)).toString('hex')) wrong(`${firstChanged(lines, signed, from, seal)} (${where})`)
    else if (signed.lines !== undefined && signed.lines !== Buffer.concat(lines).toString('base64'))
      wrong(`${where}: the hashes beside it are not those of its lines`)
    else if (seal.lines !== lines.length) wrong(`${where}: it says ${seal.lines} lines, and there are ${lines.length}`)
    if (seal.total !== total + seal.lines) wrong(`${where}: it says ${seal.total} lines so far, and there should be ${total + seal.lines}`)
    late += told.filter((one) => one < Date.parse(seal.at) - lateMs).length
    ahead += told.filter((one) => one > Date.parse(seal.at) + aheadMs).length
    ;[number, total, previous, at] = [seal.number, seal.total, hash, seal.at]
    if (outsideSeals.size > 0) hashes.set(number, hash)
  }

  const outsideSeals = readOutside(outside, known, wrong)
  for await (const text of file) {
    if (text === '') continue
    if (text.startsWith('[')) {
      batch.push(sha256(text))
      const said = parsed(text)
      if (!Array.isArray(said) || said[0] !== organisation)
        wrong(`line ${sealed + batch.length}: it is of another organisation, or cannot be read`)
      else times.push(Date.parse(String(said[2])))
      continue
    }
    const record = parsed(text) as Partial<Header & SignedSeal & { waiting: string; stray: string; missing: string }> | null
    if (record?.varde === 'log' && organisation === null) organisation = record.organisation ?? ''
    else if (record?.seal !== undefined) closeBatch(record as SignedSeal)
    else if (record?.waiting !== undefined) waiting++
    else if (record?.stray !== undefined) wrong(`a line stands in no seal and waits for none: ${record.stray}`)
    else wrong(`after line ${sealed + batch.length}: what stands there is no part of a log: ${text.slice(0, 80)}`)
  }
  if (organisation === null) wrong('the file does not begin as an exported log')
  if (batch.length > 0) wrong(`after line ${sealed}: ${batch.length} lines have no seal after them`)

  let compared = 0
  for (const [text, seal] of outsideSeals) {
    if (seal.organisation !== organisation) continue
    compared++
    const here = hashes.get(seal.number)
    if (here === undefined)
      wrong(`seal ${seal.number} of ${seal.at}, kept elsewhere, is not in this log: it is cut off after seal ${number}`)
    else if (here !== sha256(text).toString('hex')) wrong(`seal ${seal.number}, kept elsewhere, is another than here: there are two logs`)
  }
  notes.push(
    compared > 0
      ? `compared with ${compared} seals that were kept elsewhere`
      : 'no seal that was kept elsewhere was given: that the end has not been cut off cannot be seen from the log alone',
  )
  if (waiting > 0) notes.push(`${waiting} lines wait to be sealed`)
  // Nothing is wrong with them: a worker may have stood still. But somebody may have written afterwards what they say was done then.
  if (late > 0) notes.push(`${late} lines were sealed more than a day after the time they tell of`)
  if (ahead > 0) notes.push(`${ahead} lines tell of a time after the seal over them`)
  const newest = number === 0 ? null : { number, at, hash: previous }
  return { organisation, seals: number, sealed, waiting, newest, faults, notes }
}

/** Beside the seal stand the hashes of its lines: they tell which of them is another. */
function firstChanged(lines: readonly Buffer[], signed: SignedSeal, from: number, seal: Seal): string {
  const said = Buffer.from(signed.lines ?? '', 'base64')
  const trusted = sha256(said).toString('hex') === seal.content
  const at = trusted ? lines.findIndex((hash, n) => !hash.equals(said.subarray(n * 32, n * 32 + 32))) : -1
  if (at >= 0) return `line ${from + at}: it is not the line that was sealed here`
  if (trusted) return `line ${from + lines.length}: it is missing, with ${seal.lines - lines.length - 1} after it`
  return `lines ${from} to ${from + Math.max(lines.length, 1) - 1}: they are not those that were sealed`
}

function readOutside(outside: readonly string[], known: ReadonlyMap<string, KeyObject>, wrong: (says: string) => void) {
  const found = new Map<string, Seal>()
  for (const text of outside.filter((one) => one.trim() !== '')) {
    const signed = parsed(text) as SignedSeal | null
    const seal = signed && sealIn(String(signed.seal))
    // One that nobody signed shows nothing, neither for the log nor against it; but somebody should know.
    if (!seal || !isSigned(signed, seal, known)) wrong('a seal that was kept elsewhere is not signed by a key that was given')
    else found.set(signed.seal, seal)
  }
  return found
}

const isSigned = ({ signature, seal: text }: SignedSeal, seal: Seal, known: ReadonlyMap<string, KeyObject>): boolean => {
  const key = known.get(seal.key)
  return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(String(signature), 'base64'))
}

const keyObject = (hex: string): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(hex, 'hex').toString('base64url') }, format: 'jwk' })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const usage = `Give an exported log, and the public key that the installation signs with:
  node verify-log.mjs log.ndjson --key <64 hexadecimal digits, or a file with them> [--key …] [--seals seals.ndjson …]
--seals: a file of seals that was kept elsewhere. Without one nobody can see that the end of a log has been cut off.
It answers 0 where the log is whole, 1 where it is not, and 2 where it was not asked rightly.
`

async function main(words: readonly string[]): Promise<number> {
  const after = (name: string) => words.flatMap((word, n) => (words[n - 1] === name ? [word] : []))
  const [file, ...more] = words.filter((word, n) => !word.startsWith('--') && !words[n - 1]?.startsWith('--'))
  const keys = after('--key').map((word) => (/^[0-9a-f]{64}$/.test(word) ? word : readFileSync(word, 'utf8').trim()))
  if (file === undefined || more.length > 0 || keys.length === 0 || !keys.every((key) => /^[0-9a-f]{64}$/.test(key))) {
    process.stderr.write(usage)
    return 2
  }
  const outside = after('--seals').flatMap((name) => readFileSync(name, 'utf8').split('\n'))
  const verdict = await verifyLog(createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }), {
    keys,
    outside,
  })
  process.stdout.write(told(verdict))
  return verdict.faults.length === 0 ? 0 : 1
}

/** For whoever reads it on a screen. */
export const told = ({ organisation, seals, sealed, waiting, newest, faults, notes }: Verdict): string =>
  [
    `Organisation ${organisation}: ${sealed} lines under ${seals} seals, ${waiting} waiting.`,
    ...(newest ? [`The newest seal is ${newest.number} of ${newest.at}: ${newest.hash}`] : []),
    ...notes.map((note) => `  note: ${note}`),
    ...faults.map((fault) => `  WRONG: ${fault}`),
    ...(faults.length === mostFaults ? ['  There may be more.'] : []),
    faults.length === 0 ? 'The log is whole.' : 'The log is NOT whole.',
    '',
  ].join('\n')

// Node 20 does not know import.meta.main.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename)
  process.exitCode = await main(process.argv.slice(2))
