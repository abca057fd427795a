import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notAnAddress, proxiesOf, visitorAddress } from './address.ts'

const none = proxiesOf([])
const ours = proxiesOf(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32'])

describe('G-25 who asks', () => {
  it('is the peer, whatever any header says, when no proxy is named', () => {
    fc.assert(fc.property(fc.string(), (header) => visitorAddress('203.0.113.9', header, none) === '203.0.113.9'))
    fc.assert(fc.property(fc.ipV4(), (header) => visitorAddress('203.0.113.9', header, none) === '203.0.113.9'))
  })

  it('is the peer when the peer is no proxy of ours', () => {
    expect(visitorAddress('203.0.113.9', '198.51.100.1', ours)).toBe('203.0.113.9')
  })

  it.each([
    ['what the nearest proxy saw, not what the visitor wrote before it', '1.2.3.4, 198.51.100.1', '198.51.100.1'],
    ['past a proxy of ours that stands before another', '1.2.3.4, 198.51.100.1, 10.1.1.1', '198.51.100.1'],
    ['with a port', '198.51.100.1:4711', '198.51.100.1'],
    ['IPv6 in brackets', '[2a02:1::5]:443', '2a02:1::5'],
    ['IPv4 written as IPv6', '::ffff:198.51.100.1', '198.51.100.1'],
    ['somebody inside, behind our proxies alone', '10.3.3.3', '10.0.0.1'],
    ['nothing that can be read: the proxy', 'unknown', '10.0.0.1'],
    ['no header: the proxy', undefined, '10.0.0.1'],
  ])('%s', (_, header, visitor) => {
    expect(visitorAddress('10.0.0.1', header, ours)).toBe(visitor)
  })

  it('whoever writes the header cannot choose a bucket: the same visitor is the same, whatever stands before', () => {
    fc.assert(fc.property(fc.string(), (written) => visitorAddress('10.0.0.1', `${written}, 198.51.100.1`, ours) === '198.51.100.1'))
  })

  it('knows a proxy by its address and by its network, in both versions', () => {
    expect(['10.255.0.1', '192.0.2.7', '192.0.2.8', '2001:db8:1::1', '2001:db9::1', 'x', ''].map(ours.has)).toEqual([
      true,
      true,
      false,
      true,
      false,
      false,
      false,
    ])
  })

  it('what is no address is said', () => {
    expect(notAnAddress(['10.0.0.1', '::1', '10.0.0.0/8', '2001:db8::/32'])).toBeUndefined()
    for (const wrong of ['localhost', '10.0.0', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8', '::1/129', '*'])
      expect(notAnAddress(['10.0.0.1', wrong])).toBe(wrong)
  })
})
