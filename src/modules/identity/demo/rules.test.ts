import { expect, it } from 'vitest'
import { demoIsOpen } from './rules.ts'

it('the demo’s sign-in is there in the demo, for this machine, on a server that is this machine', () => {
  expect(demoIsOpen(true, '127.0.0.1', 'http://127.0.0.1:3000')).toBe(true)
  expect(demoIsOpen(true, '::1', 'http://localhost:3000')).toBe(true)
  expect(demoIsOpen(false, '127.0.0.1', 'http://127.0.0.1:3000')).toBe(false)
  expect(demoIsOpen(true, '10.0.0.5', 'http://127.0.0.1:3000')).toBe(false)
  expect(demoIsOpen(true, '127.0.0.1', 'https://varde.sauda.example')).toBe(false)
})
