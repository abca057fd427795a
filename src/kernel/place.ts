const here = 'http://place.invalid'
const longest = 2000
/** No browser agrees with the next on these: a tab in `/\t/host` is dropped, a backslash is a slash. */
const unclear = /[\p{Cc}\p{Zl}\p{Zp}\\]/u

/**
 * Where somebody is sent on to: an address of our own, or the front page. Read as a browser reads it, and written anew, so that
 * it fits a header whatever was posted. `//host`, `/\host`, control characters, and all of them encoded, are no places (ASVS 3.7.2).
 */
export function placeInside(to: string): string {
  if (to.length > longest || !to.startsWith('/') || unclear.test(to) || !URL.canParse(to, here)) return '/'
  const { origin, pathname, search, hash } = new URL(to, here)
  const path = decoded(pathname)
  const isOurs = origin === here && path !== null && !/^\/[/\\]/.test(path) && !unclear.test(path)
  return isOurs ? pathname + search + hash : '/'
}

/** Null where it cannot be decoded, or would be something else if it were decoded once more. */
function decoded(path: string): string | null {
  try {
    const once = decodeURIComponent(path)
    return decodeURIComponent(once) === once ? once : null
  } catch {
    return null
  }
}
