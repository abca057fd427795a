// Links within texts that lead nowhere: to a text that is no longer in force, to none at all, or to a heading that has other words now.

export type Way = { readonly href: string; readonly words: string; readonly text: string | null; readonly part: string | null }

const ours = /^(?:https?:\/\/[^/]+)?\/veiledning\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\?[^#]*)?(?:#(.*))?$/i
/** Those of a text's links that lead to another text, or to a part of its own. */
export const waysAmong = (links: readonly { readonly href: string; readonly words: string }[]): readonly Way[] =>
  links.flatMap(({ href, words }): readonly Way[] => {
    if (href.startsWith('#')) return [{ href, words, text: null, part: href.slice(1) }]
    const [, text, part] = ours.exec(href) ?? []
    return text === undefined ? [] : [{ href, words, text: text.toLowerCase(), part: part ?? null }]
  })

/** What is known of a text that is linked to: whether readers have it, and its parts in the language of the link. */
export type Target = { readonly inForce: boolean; readonly retired: boolean; readonly parts: ReadonlySet<string> }
export type Fault = 'retired' | 'gone' | 'heading'
/** Why a link leads nowhere; null where it leads somewhere. `own`: the parts of the text itself. */
export function faultOf({ text, part, href }: Way, own: ReadonlySet<string>, target: Target | undefined): Fault | null {
  if (text === null) return own.has(part ?? '') ? null : 'heading'
  // The same address elsewhere is another organisation's text, and for it to look after.
  if (target === undefined) return href.startsWith('/') ? 'gone' : null
  if (!target.inForce) return target.retired ? 'retired' : 'gone'
  return part === null || part === '' || target.parts.has(part) ? null : 'heading'
}
