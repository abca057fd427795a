import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version in package.json, whether this runs from the source or from the build. Read once. */
export const version = (JSON.parse(readFileSync(above(import.meta.dirname), 'utf8')) as { readonly version: string }).version

function above(folder: string): string {
  const here = join(folder, 'package.json')
  return existsSync(here) ? here : above(join(folder, '..'))
}
