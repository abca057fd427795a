import { mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { queueFault } from './start.ts'
import { sealingKey } from './store-sealing-key.ts'

it('what goes wrong in the job queue is logged by kind, code and message, and never with the job', () => {
  const error = Object.assign(new TypeError('connection lost'), { code: 'ECONNRESET', job: { data: { address: 'kanari@prove.test' } } })
  expect(queueFault(error)).toEqual({ type: 'TypeError', code: 'ECONNRESET', message: 'connection lost' })
  expect(JSON.stringify(queueFault(error))).not.toContain('kanari')
  expect(queueFault({ message: 'x', queue: 'mail' })).toEqual({ type: 'unknown', code: null, message: 'x' })
  expect(queueFault(undefined)).toEqual({ type: 'unknown', code: null, message: '' })
})

it('S4-131 a sealing key that was cut short is refused with its cure, and two that start at once have one whole key', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'varde-key-'))
  const keys = await Promise.all([1, 2, 3].map(() => sealingKey({ dataDir, sealingKey: null })))
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
  expect(keys[0]).toHaveLength(32)
  expect(await readdir(dataDir)).toEqual(['sealing.key'])
  for (const cut of ['', 'ab\n', `${'a'.repeat(63)}\n`]) {
    await writeFile(join(dataDir, 'sealing.key'), cut)
    await expect(sealingKey({ dataDir, sealingKey: null })).rejects.toThrow('sealing.key does not hold a sealing key')
  }
})
