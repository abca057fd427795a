/**
 * Whether an unsafe request comes from our own pages. Browsers say so in Sec-Fetch-Site; where that is missing, Origin must
 * be us. Where both are missing it is no browser: refused, but in the demo, which scripts may drive from the same machine.
 */
export function fromOurPages(headers: Headers, own: ReadonlySet<string>, scriptsToo: boolean): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin === null ? scriptsToo : own.has(origin)
}
