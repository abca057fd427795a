import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomInt, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { logKey, signed } from './log-seal.ts'
import { noSeal, type SignedSeal, sealIn, sha256, textOf, verifyLog } from './verify-log.ts'

// The verifier is attacked with forged logs, each in a hundred places drawn anew at every run: what it lets pass, an auditor lets pass.

const folder = mkdtempSync(join(tmpdir(), 'varde-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const keyOf = (n: number) => logKey(Buffer.alloc(32, n))
const [ours, theirs] = [keyOf(1), keyOf(2)]
const places = 100

type Log = { readonly organisation: string; readonly file: readonly string[]; readonly seals: readonly SignedSeal[] }

/** A log as Varde writes it: `seals` batches of one to six lines, over some days, on both sides of a change of the clock. */
function honest({
  seals = 6,
  key = ours,
  keyFrom = (_: number) => key,
  organisation = randomUUID() as string,
  lines = () => randomInt(1, 7),
} = {}): Log {
  const file = [JSON.stringify({ varde: 'log', version: 1, organisation, exportedAt: '2026-11-01T00:00:00.000Z' })]
  const all: SignedSeal[] = []
  let [previous, total, at] = [noSeal, 0, Date.parse('2026-10-24T22:00:00Z')]
  for (let number = 1; number <= seals; number++) {
    at += randomInt(1, 6 * 3_600_000)
    const own = Array.from({ length: lines() }, (_, n) =>
      JSON.stringify([
        organisation,
        randomUUID(),
        new Date(at - 60_000 + n).toISOString().replace('Z', '000Z'),
        randomUUID(),
        'person',
        'deviation',
        randomUUID(),
        'deviation.viewed',
        `{"n": ${n}, "at": "blåbær"}`,
      ]),
    )
    const hashes = own.map((line) => sha256(line))
    total += own.length
    const content = sha256(Buffer.concat(hashes)).toString('hex')
    const one = signed(keyFrom(number), {
      organisation,
      number,
      lines: own.length,
      total,
      previous,
      content,
      at: new Date(at).toISOString(),
    })
    const whole = { ...one, lines: Buffer.concat(hashes).toString('base64') }
    previous = sha256(one.seal).toString('hex')
    all.push(one)
    file.push(...own, JSON.stringify(whole))
  }
  return { organisation, file, seals: all }
}

const check = (file: readonly string[], outside: readonly SignedSeal[] = [], keys = [ours.public]) =>
  verifyLog(file, { keys, outside: outside.map((one) => JSON.stringify(one)) })
const isLine = (text: string) => text.startsWith('[')
const indexes = (file: readonly string[], wanted: (text: string) => boolean) => file.flatMap((text, at) => (wanted(text) ? [at] : []))
const some = <T>(all: readonly T[]): T => all[randomInt(all.length)] as T
const changed = (file: readonly string[], at: number, by: (text: string) => string | readonly string[]) =>
  file.toSpliced(at, 1, ...[by(file[at] ?? '')].flat())
const field = (n: number, value: string) => (text: string) => JSON.stringify((JSON.parse(text) as unknown[]).with(n, value))

/** What only a seal that was kept elsewhere shows; all else must be seen in the file alone. */
const seenFromOutside = new Set(['the tail deleted, with its seals', 'truncated to nothing', 'a fork: another log, rightly signed'])
/** What is done to a log. */
const deeds: Readonly<Record<string, (log: Log) => readonly string[]>> = {
  'a byte changed': ({ file }) =>
    changed(file, some(indexes(file, isLine)), (text) => {
      const at = randomInt(text.length)
      return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
    }),
  'another actor': ({ file }) => changed(file, some(indexes(file, isLine)), field(3, randomUUID())),
  'another time': ({ file }) => changed(file, some(indexes(file, isLine)), field(2, '2026-10-25T00:30:00.000001Z')),
  'a line in the middle deleted': ({ file }) => file.toSpliced(some(indexes(file, isLine)), 1),
  'the tail deleted, with its seals': ({ file, seals }) =>
    file.slice(0, 1 + (indexes(file, (text) => !isLine(text))[randomInt(1, seals.length)] ?? 0)),
  'a line inserted': ({ file }) => {
    const at = some(indexes(file, isLine))
    return file.toSpliced(at, 0, field(1, randomUUID())(file[at] ?? ''))
  },
  'two lines swapped': ({ file }) => {
    const lines = indexes(file, isLine)
    const at = randomInt(lines.length - 1)
    const [one = 0, other = 0] = [lines[at], lines[at + 1]]
    return file.with(one, file[other] ?? '').with(other, file[one] ?? '')
  },
  'a line doubled': ({ file }) => changed(file, some(indexes(file, isLine)), (text) => [text, text]),
  'truncated to nothing': ({ file }) => file.slice(0, 1),
  'rewritten from a seal on, with the old signatures': ({ file, organisation }) => {
    const seals = indexes(file, (text) => !isLine(text)).slice(1)
    const from = randomInt(seals.length)
    let hash: string | undefined
    return file.map((text, at) => {
      if (at < (seals[from] ?? 0) || isLine(text)) return text
      const was = JSON.parse(text) as SignedSeal
      const seal = sealIn(was.seal)
      if (!seal) throw new Error('no seal')
      const rewritten = textOf({ ...seal, organisation, previous: hash ?? seal.previous, at: seal.at.replace('2026', '2025') })
      hash = sha256(rewritten).toString('hex')
      return JSON.stringify({ ...was, seal: rewritten })
    })
  },
  'rewritten from a seal on, and signed by another key': ({ organisation }) => honest({ organisation, key: theirs }).file,
  'an older seal in the place of a newer': ({ file }) => {
    const seals = indexes(file, (text) => !isLine(text)).slice(1)
    const at = randomInt(1, seals.length)
    return file.with(seals[at] ?? 0, file[seals[at - 1] ?? 0] ?? '')
  },
  'a fork: another log, rightly signed': ({ organisation }) => honest({ organisation }).file,
  'the end of another log, rightly signed, grafted on': ({ organisation }) => {
    const [one, other] = [1, 2].map(() => honest({ organisation, lines: () => 3 }).file) as [readonly string[], readonly string[]]
    const at = some(indexes(one, (text) => !isLine(text)).slice(1, -1))
    return [...one.slice(0, at + 1), ...other.slice(at + 1)]
  },
  'a line of another organisation spliced in, with its seal': ({ file }) => {
    const other = honest({ seals: 1 })
    return file.toSpliced(some(indexes(file, (text) => !isLine(text))) + 1, 0, ...other.file.slice(1))
  },
  'the whole log of another organisation under this name': ({ organisation }) => {
    const other = honest()
    return [other.file[0]?.replace(other.organisation, organisation) ?? '', ...other.file.slice(1)]
  },
  'a line changed, and the hashes beside its seal made to fit': ({ file }) => {
    const at = some(indexes(file, isLine))
    const seal = file.findIndex((text, n) => n > at && !isLine(text))
    const changedFile = file.with(at, field(7, 'deviation.closed')(file[at] ?? ''))
    const first = changedFile.slice(0, seal).findLastIndex((text) => !isLine(text)) + 1
    const hashes = Buffer.concat(changedFile.slice(first, seal).map((text) => sha256(text))).toString('base64')
    return changedFile.with(seal, JSON.stringify({ ...(JSON.parse(file[seal] ?? '') as SignedSeal), lines: hashes }))
  },
  'a line taken out, and its hash and count in the seal made to fit': ({ file }) => {
    const seals = indexes(file, (text) => !isLine(text)).slice(1)
    const at = some(seals.filter((one) => isLine(file[one - 1] ?? '')))
    const was = JSON.parse(file[at] ?? '') as SignedSeal
    const seal = sealIn(was.seal)
    if (!seal) throw new Error('no seal')
    const hashes = Buffer.from(was.lines ?? '', 'base64').subarray(0, (seal.lines - 1) * 32)
    const content = createHash('sha256').update(hashes).digest('hex')
    const text = textOf({ ...seal, lines: seal.lines - 1, total: seal.total - 1, content })
    return file.with(at, JSON.stringify({ ...was, seal: text, lines: hashes.toString('base64') })).toSpliced(at - 1, 1)
  },
}

describe('the verifier of an exported log', () => {
  it.each(Object.keys(deeds))(`G-15 finds %s, in ${places} places of ${places}`, async (name) => {
    const missed: number[] = []
    for (let n = 0; n < places; n++) {
      const log = honest()
      const forged = deeds[name]?.(log) ?? []
      if ((await check(forged, seenFromOutside.has(name) ? log.seals : [])).faults.length === 0) missed.push(n)
    }
    expect(missed).toEqual([])
  })

  it('G-15 cries wolf at none of 1,000 honest logs: short, long, cut between seals, after a change of key, with seals kept elsewhere', async () => {
    const cried: string[] = []
    for (let n = 0; n < 1000; n++) {
      const log = honest({ seals: randomInt(0, 15), keyFrom: (number) => (n % 3 === 0 && number > 5 ? theirs : ours) })
      const kept = log.seals.slice(0, randomInt(0, log.seals.length + 1))
      const { faults } = await check(log.file, [...kept, ...honest({ seals: 2 }).seals], [ours.public, theirs.public])
      cried.push(...faults)
    }
    expect(cried).toEqual([])
  }, 60_000)

  it('G-14 names the first line that is wrong', async () => {
    const log = honest({ lines: () => 10 })
    const lines = indexes(log.file, isLine)
    const { faults } = await check(changed(log.file, lines[37] ?? 0, field(7, 'deviation.closed')))
    expect(faults).toEqual(['line 38: it is not the line that was sealed here (seal 4)'])
  })

  it('says that a tail cannot be seen to be missing by the log alone, and sees it with one seal kept elsewhere', async () => {
    const log = honest()
    const cut = deeds['the tail deleted, with its seals']?.(log) ?? []
    const alone = await check(cut)
    expect([alone.faults, alone.notes.join()]).toEqual([[], expect.stringContaining('cannot be seen from the log alone')])
    expect((await check(cut, log.seals.slice(-1))).faults).toEqual([expect.stringMatching(/kept elsewhere, is not in this log/)])
  })

  it('G-14 is one file that runs alone: 0 where the log is whole, 1 where it is not, 2 without a key', () => {
    const alone = join(folder, 'verify-log.ts')
    cpSync(join(import.meta.dirname, 'verify-log.ts'), alone)
    const log = honest()
    const [whole, forged, seals] = ['whole', 'forged', 'seals'].map((name) => join(folder, `${name}.ndjson`)) as [string, string, string]
    writeFileSync(whole, log.file.join('\n'))
    writeFileSync(forged, (deeds['a line doubled']?.(log) ?? []).join('\n'))
    writeFileSync(seals, log.seals.map((one) => JSON.stringify(one)).join('\n'))
    expect(execFileSync(process.execPath, [alone, whole, '--key', ours.public, '--seals', seals], { encoding: 'utf8' })).toContain(
      'The log is whole.',
    )
    const wrong = spawnSync(process.execPath, [alone, forged, '--key', ours.public], { encoding: 'utf8' })
    expect([wrong.status, wrong.stdout.includes('WRONG: line')]).toEqual([1, true])
    expect(spawnSync(process.execPath, [alone, whole], { encoding: 'utf8' }).status).toBe(2)
    expect(spawnSync(process.execPath, [alone, whole, '--key', theirs.public], { encoding: 'utf8' }).status).toBe(1)
  })
})
