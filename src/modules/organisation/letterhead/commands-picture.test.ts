import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawnLogo } from './commands-picture.ts'

const svg = (inside: string, more = 'width="30" height="10"') =>
  new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" ${more}>${inside}</svg>`)
const shape = '<rect width="30" height="10" fill="navy"/>'
const drawn = async (bytes: Uint8Array) => {
  const made = await drawnLogo(bytes)
  if (typeof made === 'string') throw new Error(made)
  return made
}

describe('a logo', () => {
  it('is drawn anew from SVG and PNG, in its shape, at most 16 mm high and 60 mm wide at 600 an inch', async () => {
    const first = await drawn(svg(shape))
    expect([first.width, first.height]).toEqual([1134, 378])
    expect(Buffer.from(first.png).subarray(1, 4).toString()).toBe('PNG')
    const again = await drawn(first.png)
    expect([again.width, again.height]).toEqual([1134, 378])
    expect((await drawn(svg('<rect width="150" height="10"/>', 'width="150" height="10"'))).width).toBe(1417)
  })

  it('has nothing of a script in it, whatever was sent', async () => {
    const made = await drawn(svg(`${shape}<script>alert(1)</script><a href="#x"><text onclick="alert(2)">x</text></a>`))
    expect(Buffer.from(made.png).toString('latin1')).not.toContain('alert')
  })

  it.each([
    ['a page', '<!doctype html><html><svg xmlns="http://www.w3.org/2000/svg"></svg></html>'],
    ['words', 'logo'],
    ['nothing that can be seen', '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"></svg>'],
    ['half a picture', '\u0089PNG'],
  ])('that is %s is refused', async (_, text) => {
    expect(await drawnLogo(new TextEncoder().encode(text))).toBe('notAPicture')
  })

  it('that says it is a PNG and is none, or unpacks to more than a logo, is refused', async () => {
    const { png } = await drawn(svg(shape))
    expect(await drawnLogo(png.slice(0, 40))).toBe('notAPicture')
    const bomb = Buffer.from(png)
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    expect(await drawnLogo(bomb)).toBe('notAPicture')
    expect(await drawnLogo(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]))).toBe('notAPicture')
  })

  it('that points outside itself is refused, however it is written, and our own disk is never read', async () => {
    const path = join(tmpdir(), 'varde-logo-outside.png')
    writeFileSync(path, (await drawn(svg(shape))).png)
    const nested = Buffer.from(svg(`<image href="${path}" width="30" height="10"/>`)).toString('base64')
    for (const inside of [
      `<image href="${path}" width="30" height="10"/>`,
      `<image xlink:href = '${path}' xmlns:xlink="http://www.w3.org/1999/xlink" width="30" height="10"/>`,
      `<image href="&#47;${path.slice(1)}" width="30" height="10"/>`,
      '<image href="https://example.org/a.png" width="30" height="10"/>',
      `<image href="data:image/svg+xml;base64,${nested}" width="30" height="10"/>`,
      `<filter id="f"><feImage href="${path}"/></filter>`,
    ])
      expect(await drawnLogo(svg(shape + inside)), inside).toBe('pointsOut')
    const entity = `<!DOCTYPE svg [<!ENTITY p "${path}">]><svg xmlns="http://www.w3.org/2000/svg"><image href="#p"/></svg>`
    expect(await drawnLogo(new TextEncoder().encode(entity))).toBe('pointsOut')
  })

  it('that is a line or a tower is refused', async () => {
    expect(await drawnLogo(svg('<rect width="900" height="2"/>', 'width="900" height="2"'))).toBe('oddShape')
    expect(await drawnLogo(svg('<rect width="2" height="900"/>', 'width="2" height="900"'))).toBe('oddShape')
  })
})
