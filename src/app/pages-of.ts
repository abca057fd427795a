import type { Route } from '../kernel/http.ts'

type Known = Pick<Route, 'method' | 'path'>

export type Pages = {
  /** The address itself where a page is read there; else the nearest above it where one is. Without what follows a question mark. */
  readonly pageAt: (path: string) => string
  /** Whether forms are sent there, and no page is read. */
  readonly isForForms: (path: string) => boolean
}

/**
 * Which addresses are pages. Half of the addresses that forms are sent to are no page of their own: they show the form again, with what is wrong.
 * Whoever comes there by another way than the form belongs on the page where the form stands, or on the nearest above it.
 */
export function pagesOf(routes: readonly Known[]): Pages {
  const known = routes.map(({ method, path }) => ({ method, takes: taking(path), open: (path.match(/\/:/g) ?? []).length }))
  const first = (method: Route['method'], path: string) => known.find((one) => one.method === method && one.takes.test(path))
  // `/avvik/epost/:id` takes every word: it does not read `/avvik/epost/avvisning`, which forms are sent to by that word.
  const isPage = (path: string): boolean => {
    const [read, sent] = [first('GET', path), first('POST', path)]
    return read !== undefined && (sent === undefined || sent.open >= read.open)
  }
  const pageAt = (path: string): string =>
    isPage(path) ? path : path.lastIndexOf('/') > 0 ? pageAt(path.slice(0, path.lastIndexOf('/'))) : '/'
  return { pageAt, isForForms: (path) => first('POST', path) !== undefined && !isPage(path) }
}

/** The addresses that a route's pattern takes: `:id`, or `:file{[a-z]+\.pdf}`. */
const taking = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/:\w+(?:\{((?:[^{}]|\{[^}]*\})*)\})?|[.*+?^$()|[\]\\]/g, (found, shape: string | undefined) =>
      found.startsWith(':') ? `(?:${shape ?? '[^/]+'})` : `\\${found}`,
    )}$`,
  )
