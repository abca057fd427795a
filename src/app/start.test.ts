import { expect, it } from 'vitest'
import { queueFault } from './start.ts'

it('what goes wrong in the job queue is logged by kind, code and message, and never with the job', () => {
  const error = Object.assign(new TypeError('connection lost'), { code: 'ECONNRESET', job: { data: { address: 'kanari@prove.test' } } })
  expect(queueFault(error)).toEqual({ type: 'TypeError', code: 'ECONNRESET', message: 'connection lost' })
  expect(JSON.stringify(queueFault(error))).not.toContain('kanari')
  expect(queueFault({ message: 'x', queue: 'mail' })).toEqual({ type: 'unknown', code: null, message: 'x' })
  expect(queueFault(undefined)).toEqual({ type: 'unknown', code: null, message: '' })
})
