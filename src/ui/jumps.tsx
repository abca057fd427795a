import type { Locale } from '../kernel/texts.ts'
import { uiTexts } from './texts.ts'

/**
 * The parts of a long page, to jump to. What stands on a record's page comes from many modules, each with its own heading: the links are
 * made of those that follow, when the page is drawn (`withJumps`).
 */
export const Jumps = ({ locale }: { readonly locale: Locale }) => (
  <nav className="v-jumps" aria-label={uiTexts(locale).onThisPage}>
    <details>
      <summary>{uiTexts(locale).onThisPage}</summary>
    </details>
  </nav>
)

const place = /<nav class="v-jumps".*?<\/nav>/
const section = /<section class="v-section"(?: id="([^"]*)")?([^>]*)><div class="v-section__head"><h2([^>]*)>([^<]*)<\/h2>/g
/** Fewer parts are seen without help. */
const fewest = 4

/** A drawn page with its jumps filled in. A part without a name in the address is given one. */
export function withJumps(page: string): string {
  const found = place.exec(page)
  if (!found) return page
  const [before, after] = [page.slice(0, found.index), page.slice(found.index + found[0].length)]
  const links: string[] = []
  const named = after.replace(section, (_, id: string | undefined, rest: string, heading: string, title: string) => {
    const own = id ?? `del-${links.length + 1}`
    links.push(`<li><a href="#${own}">${title}</a></li>`)
    return `<section class="v-section" id="${own}"${rest}><div class="v-section__head"><h2${heading}>${title}</h2>`
  })
  if (links.length < fewest) return before + after
  return `${before}${found[0].replace('</details>', `<ul>${links.join('')}</ul></details>`)}${named}`
}
