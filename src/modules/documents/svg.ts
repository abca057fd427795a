/**
 * Typst draws all pages on one long sheet: a `<g>` for each page, indented four spaces, then `<defs>` with the outline of every
 * glyph, indented eight. Each page becomes a file of its own with only the outlines it uses, at about a third of the size.
 * Throws when the sheet is not built so: a new version of the compiler draws otherwise.
 */
export function splitPages(sheet: string): readonly string[] {
  const definitions = new Map(Array.from(sheet.matchAll(definition), ([text, id]) => [id ?? '', text]))
  const pages = Array.from(sheet.matchAll(pageBody), ([, body]) => body ?? '')
  if (pages.length === 0) throw new Error('No page found in the SVG: compare src/modules/documents/svg.ts with what the compiler draws')
  return pages.map((body) => page(body, definitions))
}

const pageBody = /^ {4}<g(?: transform="[^"]*")?>\n([\s\S]*?)^ {4}<\/g>$/gm
const definition = /^ {8}<(?:symbol|clipPath) id="(\w+)"[\s\S]*?^ {8}<\/(?:symbol|clipPath)>$/gm

/** A4 in points, as the template sets it. */
const [width, height] = [595.28, 841.89]

function page(body: string, definitions: ReadonlyMap<string, string>): string {
  const used = new Set(Array.from(body.matchAll(/(?:href="|url\()#(\w+)/g), ([, id]) => id ?? ''))
  const short = new Map(Array.from(used, (id, index) => [id, index.toString(36)]))
  const outlines = Array.from(used, (id) => definitions.get(id) ?? '').join('')
  const shortId = (_: string, before: string, id: string) => `${before}_${short.get(id) ?? id}`
  const drawing = `<defs>${outlines}</defs><path fill="#fff" d="M0 0H${width}V${height}H0Z"/>${body}`
    .replace(/(id="|href="#|url\(#)(\w+)/g, shortId)
    .replace(/ (?:class="[^"]*"|fill-rule="nonzero"|y="0")/g, '')
    .replace(/\d+\.\d{4,}/g, (figure) => String(Math.round(Number(figure) * 1000) / 1000))
    .replace(/\n\s*/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${drawing}</svg>`
}
