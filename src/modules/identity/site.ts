/** The house as a browser knows it: a passkey made here opens nothing elsewhere, which is what makes it safe from false pages. */
export type Site = { readonly origin: string; readonly name: string }
/** Null where the address is a number: browsers keep passkeys for names alone. */
export function siteOf(baseUrl: string): Site | null {
  const { origin, protocol, hostname } = new URL(baseUrl)
  const bare = hostname.replace(/^\[|\]$/g, '')
  const isNumber = bare.includes(':') || /^[\d.]+$/.test(bare)
  return !isNumber && (protocol === 'https:' || bare === 'localhost') ? { origin, name: bare } : null
}
