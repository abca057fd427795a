import { describe, expect, it } from 'vitest'
import { isLocalHost, isLoopback, plainAddress } from './rules.ts'

describe('addresses', () => {
  it('of people are compared in lower case', () => {
    expect(plainAddress('  Ola.Nordmann@Sauda.Example ')).toBe('ola.nordmann@sauda.example')
  })

  it('of this machine are loopback, in every spelling', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true)
    expect(['10.0.0.1', '192.168.1.1', '127.0.0.1.example', '::2', '', '0.0.0.0'].some(isLoopback)).toBe(false)
  })

  it('of the server say whether it is this machine', () => {
    expect(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'].every(isLocalHost)).toBe(true)
    expect(['https://varde.sauda.example', 'http://localhost.example', 'http://0.0.0.0:3000', ''].some(isLocalHost)).toBe(false)
  })
})
