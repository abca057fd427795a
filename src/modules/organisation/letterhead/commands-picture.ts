import { refuseInsideTransaction } from '../../../kernel/outside.ts'
import type { LogoRefusal } from '../logo.ts'

export type Drawn = { readonly png: Uint8Array; readonly width: number; readonly height: number }
type Size = { readonly width: number; readonly height: number }

/** A logo is at most 16 mm high and 60 mm wide on paper: so many pixels are 600 an inch. */
const most = { width: 1417, height: 378 }
/** More pixels than this are a bomb and no logo: a picture is unpacked before it is made smaller. */
const mostPixels = 25_000_000
/** In milliseconds. */
const longest = 5_000

/**
 * Draws an uploaded logo anew as a PNG: what is kept, handed out and put in documents is never what was sent, so no script, place or
 * hidden part of it comes along. What it is, its content says (PNG, JPEG or SVG), not its name. An SVG that points at anything outside
 * itself is refused: the drawing would read it from our disk. Never with a transaction open: a picture may take seconds.
 */
export async function drawnLogo(bytes: Uint8Array): Promise<Drawn | LogoRefusal> {
  refuseInsideTransaction('A picture is drawn')
  const source = pictureIn(bytes) ?? (await svgIn(bytes))
  if (typeof source === 'string' && !source.startsWith('<')) return source as LogoRefusal
  return drawn(source)
}

async function drawn(svg: string): Promise<Drawn | LogoRefusal> {
  const { Resvg, renderAsync } = await import('@resvg/resvg-js')
  const options = { font: { loadSystemFonts: false }, logLevel: 'off' } as const
  try {
    const size = new Resvg(svg, options)
    const shape = size.width / size.height
    // A line across the page, or a tower.
    if (!(shape > 0.2 && shape < 16)) return 'oddShape'
    const width = Math.round(Math.min(most.width, most.height * shape))
    const made = await renderAsync(svg, { ...options, fitTo: { mode: 'width', value: width } }, AbortSignal.timeout(longest))
    // Nothing was drawn: a broken picture, or an SVG of text alone.
    if (!made.pixels.some((value, at) => at % 4 === 3 && value > 0)) return 'notAPicture'
    return { png: new Uint8Array(made.asPng()), width: made.width, height: made.height }
  } catch {
    return 'notAPicture'
  }
}

/** A PNG or JPEG inside a drawing, so that there is one way to draw. */
function pictureIn(bytes: Uint8Array): string | LogoRefusal | undefined {
  const data = Buffer.from(bytes)
  const png = data.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const jpeg = data[0] === 0xff && data[1] === 0xd8 && data[2] === 0xff
  if (!png && !jpeg) return undefined
  const size = png ? sizeOfPng(data) : sizeOfJpeg(data)
  if (!size || size.width * size.height > mostPixels) return 'notAPicture'
  const { width, height } = size
  const href = `data:image/${png ? 'png' : 'jpeg'};base64,${data.toString('base64')}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`
}

const sizeOfPng = (data: Buffer): Size | undefined =>
  data.length >= 24 && data.toString('latin1', 12, 16) === 'IHDR'
    ? { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
    : undefined

/** From the first frame header; undefined where there is none. */
function sizeOfJpeg(data: Buffer): Size | undefined {
  let at = 2
  while (at + 9 < data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
    at += 2 + data.readUInt16BE(at + 2)
  }
  return undefined
}

/** An SVG as text. Entities could hide where something points, so a document type is refused too. */
async function svgIn(bytes: Uint8Array): Promise<string | LogoRefusal> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
  } catch {
    return 'notAPicture'
  }
  const body = text
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!DOCTYPE svg PUBLIC "[^"[\]]*"\s+"[^"[\]]*"\s*>/, '')
    .trim()
  if (/^<!DOCTYPE svg\b/i.test(body)) return 'pointsOut'
  if (!/^<svg[\s>]/.test(body)) return 'notAPicture'
  for (const [, , value = ''] of body.matchAll(/href\s*=\s*(["'])([\s\S]*?)\1/gi))
    if (!/^(#|data:image\/(png|jpe?g);)/i.test(value)) return 'pointsOut'
  return body
}
