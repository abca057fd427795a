import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const themes = ['varde', 'oslomet', 'uio', 'sauda', 'sandnes'] as const
export type Theme = (typeof themes)[number]

export type Assets = {
  readonly base: string
  readonly theme: string
  readonly script: string
  readonly font: string
  readonly mark: string
}

type Entry = { readonly file: string; readonly assets?: readonly string[] }
type Manifest = { readonly [source: string]: Entry | undefined }

/**
 * The addresses of what a page loads. Their names hold a hash of their content, so a browser may keep them for ever.
 * Before anything is built (rule tests, a first `tsx` start) plain names are given, and the page is right but bare.
 */
export function assets(theme: Theme): Assets {
  const manifest = built()?.manifest
  const url = (source: string, plain: string) => `/assets/${manifest?.[source]?.file.replace('assets/', '') ?? plain}`
  const font = manifest?.['src/ui/css/base.css']?.assets?.find((file) => file.endsWith('.woff2'))
  return {
    base: url('src/ui/css/base.css', 'base.css'),
    theme: url(`src/ui/themes/${theme}.css`, `${theme}.css`),
    script: url('src/browser/main.ts', 'main.js'),
    mark: url('src/ui/mark.svg', 'mark.svg'),
    font: `/${font ?? 'assets/inter.woff2'}`,
  }
}

/** The folder that `/assets/*` is served from, or null where nothing is built. Each file has .br and .gz beside it. */
export const assetsFolder = (): string | null => {
  const found = built()
  return found && join(found.folder, 'assets')
}

type Built = { readonly folder: string; readonly manifest: Manifest }
let known: Built | null | undefined

/** Read once. From `src/ui` the build lies in `dist/`; from `dist/server/…` it lies one or two folders up. */
function built(): Built | null {
  if (known !== undefined) return known
  const folder = ['../../dist', '../..', '..']
    .map((up) => join(import.meta.dirname, up))
    .find((one) => existsSync(join(one, 'manifest.json')))
  known = folder ? { folder, manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest } : null
  return known
}
