import { readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Context } from 'hono'
import { assetsFolder } from '../ui/assets.ts'
import { assetHeaders } from './headers.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

type Asset = { readonly plain: Buffer; readonly br: Buffer | null; readonly gz: Buffer | null; readonly type: string }
const known = new Map<string, Asset | null>()

/** Small, named by hash and few: read once, kept in memory, sent compressed as the browser asks. */
export function serveAsset(c: Context): Response {
  const name = c.req.path.slice('/assets/'.length)
  const asset = /^[\w.-]+$/.test(name) ? find(name) : null
  if (!asset) return c.text('', 404)
  const accepts = c.req.header('accept-encoding') ?? ''
  const [bytes, encoding] =
    asset.br && /\bbr\b/.test(accepts) ? [asset.br, 'br'] : asset.gz && /\bgzip\b/.test(accepts) ? [asset.gz, 'gzip'] : [asset.plain, null]
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    ...assetHeaders,
    'content-type': asset.type,
    vary: 'accept-encoding',
    ...(encoding ? { 'content-encoding': encoding } : {}),
  })
}

function find(name: string): Asset | null {
  const seen = known.get(name)
  if (seen !== undefined) return seen
  const folder = assetsFolder()
  const path = folder && join(folder, name)
  const type = types[extname(name)]
  const asset =
    path && type && statSync(path, { throwIfNoEntry: false })?.isFile()
      ? { plain: readFileSync(path), br: beside(`${path}.br`), gz: beside(`${path}.gz`), type }
      : null
  // Only what exists is remembered: a guesser must not fill the memory.
  if (asset) known.set(name, asset)
  return asset
}

const beside = (path: string): Buffer | null => (statSync(path, { throwIfNoEntry: false }) ? readFileSync(path) : null)
