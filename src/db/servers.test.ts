import { describe, expect, it } from 'vitest'
import { OnlyStandbys, serversOf } from './servers.ts'
import { spoilsConnection, unavailable } from './unavailable.ts'

describe('the servers that an address names', () => {
  it.each<[string, readonly string[]]>([
    ['postgres://u:p@a:5432/varde', ['postgres://u:p@a:5432/varde']],
    ['postgres://u:p@a:5432,b:5433/varde', ['postgres://u:p@a:5432/varde', 'postgres://u:p@b:5433/varde']],
    [
      'postgresql://u:p%40x@a,b,[::1]:5/varde?sslmode=verify-full&target_session_attrs=read-write',
      [
        'postgresql://u:p%40x@a/varde?sslmode=verify-full',
        'postgresql://u:p%40x@b/varde?sslmode=verify-full',
        'postgresql://u:p%40x@[::1]:5/varde?sslmode=verify-full',
      ],
    ],
    [
      'postgres://u@a:1,b:2/varde?target_session_attrs=any&sslmode=require',
      ['postgres://u@a:1/varde?sslmode=require', 'postgres://u@b:2/varde?sslmode=require'],
    ],
    ['postgres://a/varde', ['postgres://a/varde']],
  ])('of %s', (url, servers) => {
    expect(serversOf(url)).toEqual(servers)
    for (const one of servers) expect(URL.canParse(one)).toBe(true)
  })

  it('where none can be written to: that is away, and the connection is not kept', () => {
    const error = new OnlyStandbys('')
    expect([unavailable(error), spoilsConnection(error)]).toEqual(['lost', true])
  })
})
