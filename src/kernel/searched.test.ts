import { describe, expect, it } from 'vitest'
import { clockwork } from './actor.ts'
import type { Ctx, House } from './ctx.ts'
import { searchedIn, searchFor, wordsKey } from './searched.ts'

const now = new Date('2026-11-27T12:00:00Z')
const ctxOf = (personId: string, at = now, key = 7): Ctx => ({
  tx: undefined as never,
  actor: { ...clockwork('019ac000-0000-7000-8000-000000000001', 1), personId },
  now: at,
  house: { houseKey: Buffer.alloc(32, key) } as unknown as House,
})
const [mine, theirs] = ['019ac000-0000-7000-8000-00000000000a', '019ac000-0000-7000-8000-00000000000b']
const read = (ctx: Ctx, sealed: string) => searchedIn({ ctx, query: new URLSearchParams({ [wordsKey]: sealed }) })

describe('words searched for', () => {
  it('are read again by whoever wrote them, and stand sealed in the address', () => {
    const search = searchFor(ctxOf(mine), '  Ola Søknadsen 018150-12345 ')
    expect(search?.words).toBe('Ola Søknadsen 018150-12345')
    expect(search?.sealed).toMatch(/^[\w-]+$/)
    expect(Buffer.from(search?.sealed ?? '', 'base64url').toString('latin1')).not.toContain('01815')
    expect(read(ctxOf(mine), search?.sealed ?? '')).toEqual({ search, lost: false })
  })

  it('are nobody else’s, not of yesterday, and not of another key; then the reader is told', () => {
    const { sealed = '' } = searchFor(ctxOf(mine), 'Ola') ?? {}
    const later = new Date(now.getTime() + 25 * 3_600_000)
    for (const ctx of [ctxOf(theirs), ctxOf(mine, later), ctxOf(mine, now, 8)])
      expect(read(ctx, sealed)).toEqual({ search: null, lost: true })
    const cut = Buffer.from(sealed, 'base64url').subarray(0, 20).toString('base64url')
    expect(read(ctxOf(mine), `${sealed}.extra`)).toEqual({ search: null, lost: true })
    expect(read(ctxOf(mine), cut)).toEqual({ search: null, lost: true })
    expect(read(ctxOf(mine), 'Ola')).toEqual({ search: null, lost: true })
    expect(searchedIn({ ctx: ctxOf(mine), query: new URLSearchParams() })).toEqual({ search: null, lost: false })
  })

  it('do not tell by the length of the address how long they are, nor twice the same by being the same', () => {
    const lengthOf = (words: string) => searchFor(ctxOf(mine), words)?.sealed.length
    expect(lengthOf('Al')).toBe(lengthOf('Alexander Søgnesand'))
    expect(searchFor(ctxOf(mine), 'Ola')?.sealed).not.toBe(searchFor(ctxOf(mine), 'Ola')?.sealed)
    expect(searchFor(ctxOf(mine), '   ')).toBeNull()
  })
})
