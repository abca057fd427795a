import { describe, expect, it } from 'vitest'
import { isLocalHost, isLoopback, placeInside, plainAddress } from './rules.ts'

describe('where to go after signing in', () => {
  it('is an address of our own', () => {
    expect(['/', '/avvik/ny', '/avvik?status=open&side=2', '/systemer#topp'].map(placeInside)).toEqual([
      '/',
      '/avvik/ny',
      '/avvik?status=open&side=2',
      '/',
    ])
  })

  it('never leads out of the house', () => {
    const out = [
      '',
      'https://ond.example/',
      '//ond.example',
      '/\\ond.example',
      '/\t/ond.example',
      '/\n',
      'javascript:alert(1)',
      `/${'a'.repeat(600)}`,
    ]
    expect(out.map(placeInside)).toEqual(out.map(() => '/'))
  })
})

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
