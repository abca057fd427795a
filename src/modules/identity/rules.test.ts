import { describe, expect, it } from 'vitest'
import {
  endOf,
  expiresAt,
  isLocalHost,
  isLoopback,
  longestIdle,
  passwordOpens,
  plainAddress,
  rememberedSince,
  secretOf,
  seenBefore,
} from './rules.ts'

describe('addresses', () => {
  it('of people are compared in lower case', () => {
    expect(plainAddress('  Ola.Nordmann@Sauda.Example ')).toBe('ola.nordmann@sauda.example')
    expect(plainAddress(`${'a'.repeat(300)}@sauda.example`)).toBe('a'.repeat(254))
  })

  it('of this machine are loopback, in every spelling', () => {
    expect(['127.0.0.1', '127.9.9.9', '127.100.100.100', '::1', '::ffff:127.100.100.100', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true)
    expect(['10.0.0.1', '192.168.1.1', '127.0.0.1.example', '8.127.0.0.1', '::2', '', '0.0.0.0'].some(isLoopback)).toBe(false)
  })

  it('of the server say whether it is this machine', () => {
    expect(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'].every(isLocalHost)).toBe(true)
    expect(
      ['https://varde.sauda.example', 'http://localhost.example', 'http://0.0.0.0:3000', 'http://[::1]x:3000', ''].some(isLocalHost),
    ).toBe(false)
  })
})

describe('a session', () => {
  const now = new Date('2026-11-28T12:00:00Z')
  const at = (time: string) => new Date(`2026-11-${time}Z`)
  it('S0-22 ends after an hour of quiet, and after a working day whatever is done', () => {
    expect(expiresAt(now)).toEqual(at('29T00:00:00'))
    expect(endOf(at('28T12:00:00'), at('29T00:00:00'), longestIdle)).toEqual(at('28T13:00:00'))
    expect(endOf(at('28T12:00:00'), at('29T00:00:00'), 15)).toEqual(at('28T12:15:00'))
    expect(endOf(at('28T23:30:00'), at('29T00:00:00'), longestIdle)).toEqual(at('29T00:00:00'))
  })
  it('is written to each five minutes, and remembered for a day after its end', () => {
    expect(seenBefore(now)).toEqual(at('28T11:55:00'))
    expect(rememberedSince(now)).toEqual(at('27T12:00:00'))
  })
})

describe('a password', () => {
  it.each<[string, Parameters<typeof passwordOpens>[0], boolean]>([
    ['nothing has been said of it', undefined, true],
    ['it opens for everyone', { passwords: 'everyone', emergency: null }, true],
    ['it is for emergencies, and the person is the one', { passwords: 'emergency', emergency: 'me' }, true],
    ['it is for emergencies, and another is the one', { passwords: 'emergency', emergency: 'other' }, false],
    ['it is for emergencies, and nobody is named', { passwords: 'emergency', emergency: null }, false],
  ])('S0-22 where %s, opens: %#', (_, rule, opens) => {
    expect(passwordOpens(rule, 'me')).toBe(opens)
  })
})

describe('a password in a form', () => {
  it('is taken as it was typed, once', () => {
    expect(secretOf({ password: ' a b ' }, 'password')).toBe(' a b ')
    expect(secretOf({ password: ['first', 'second'] }, 'password')).toBe('first')
    expect(secretOf({ password: [] }, 'password')).toBe('')
    expect(secretOf({}, 'password')).toBe('')
  })
})
