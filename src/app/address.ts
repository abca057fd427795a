import { BlockList, isIP } from 'node:net'

/** Proxies of ours: addresses, and networks as 10.0.0.0/8. */
export type Proxies = { readonly has: (address: string) => boolean }

/** The first of these that is no address or network, or undefined. */
export const notAnAddress = (all: readonly string[]): string | undefined => all.find((one) => networkIn(one) === null)

/** Throws where one of them is no address or network: say which with `notAnAddress` first. */
export function proxiesOf(all: readonly string[]): Proxies {
  const list = new BlockList()
  for (const one of all) {
    const network = networkIn(one)
    if (!network) throw new Error(`${one} is no address`)
    list.addSubnet(network.address, network.bits, network.family)
  }
  return {
    has: (address) => {
      const version = isIP(address)
      return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6')
    },
  }
}

/**
 * Who asks: the peer. A proxy's word for it is believed only where the proxy is one of ours; X-Forwarded-For is read from its
 * end, past our own proxies, because everything before what they wrote is what the visitor wrote (G-25). Where it cannot be
 * read it is the proxy's address: all in one bucket, never each in one of their own.
 */
export function visitorAddress(peer: string, forwarded: string | undefined, proxies: Proxies): string {
  const hops = [...(forwarded ?? '').split(',').map(plain), plain(peer)]
  const first = hops.findLastIndex((hop) => !proxies.has(hop))
  const visitor = hops[first] ?? ''
  return isIP(visitor) ? visitor : ((first < 0 ? undefined : hops[first + 1]) ?? plain(peer))
}

/** As it stands in the header or on the socket: with spaces, with a port, in brackets, IPv4 written as IPv6. */
function plain(hop: string): string {
  const text = hop.trim().replace(/^::ffff:(?=\d+\.)/i, '')
  const [, bracketed, withPort] = /^\[([^\]]+)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text) ?? []
  return bracketed ?? withPort ?? text
}

function networkIn(text: string): { readonly address: string; readonly bits: number; readonly family: 'ipv4' | 'ipv6' } | null {
  const [address = '', bits, more] = text.split('/')
  const most = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : 0
  const given = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
  return most === 0 || more !== undefined || given < 0 || given > most
    ? null
    : { address, bits: given, family: most === 32 ? 'ipv4' : 'ipv6' }
}
