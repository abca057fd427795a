/** A page elsewhere, or one of our own: nothing that a browser would run. */
export function isAddress(text: string): boolean {
  if (/^\/[a-z0-9]/i.test(text)) return true
  if (!URL.canParse(text)) return false
  const { protocol, username } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && username === ''
}
