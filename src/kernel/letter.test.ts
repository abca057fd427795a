import { describe, expect, it } from 'vitest'
import { readLetter } from './letter.ts'

const limits = { bytes: 100, files: 2 }
const read = (source: string) => readLetter(Buffer.from(source.replaceAll('\n', '\r\n')), limits)

describe('a mail that came in', () => {
  it('is read as text, also where it is a page, without what hides', async () => {
    const html = await read(
      'From: Noen <NOEN@Ute.test>\nSubject: =?utf-8?q?Bl=C3=A5?=\nContent-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>Hei &amp; h\u00e5</p><script>x()</script><p>To\u202e</p>',
    )
    expect(html).toMatchObject({ from: 'noen@ute.test', subject: 'Blå', text: 'Hei & hå\nTo' })
    expect((await read('From: a@ute.test\nFrom: b@ute.test\n\nTo avsendere er ingen'))?.from).toBeNull()
    expect((await read('Subject: a\n\nEn\u0000 to'))?.text).toBe('En to')
  })

  it.each(['', ' ', '\n\n', '\u00a0'])('is read from its page where its own text holds nothing but %j', async (nothing) => {
    const part = (type: string, body: string) => `--x\nContent-Type: text/${type}; charset=utf-8\n\n${body}\n`
    const both = `Content-Type: multipart/alternative; boundary=x\n\n${part('plain', nothing)}${part('html', '<p>Brevet gikk feil.</p>')}--x--\n`
    expect((await read(both))?.text).toBe('Brevet gikk feil.')
  })

  it('gives so many files, none too large, and counts the rest; a mail in it is a file', async () => {
    const part = (name: string, body: string, type = 'text/plain') =>
      `--x\nContent-Type: ${type}\nContent-Disposition: attachment; filename="${name}"\n\n${body}\n`
    const source = `Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHei\n${part('stor', 'x'.repeat(101))}${part('a', '1')}${part('b', 'Subject: inni\n\nhei', 'message/rfc822')}${part('c', '3')}--x--\n`
    const found = await read(source)
    expect([found?.text, found?.files.map(({ name }) => name), found?.leftOut]).toEqual(['Hei', ['a', 'b'], 2])
  })

  it('says of what an office program packs that it is that, whatever it is called', async () => {
    const part = (type: string, name: string) => `--x\nContent-Type: ${type}\nContent-Disposition: attachment${name}\n\nabc\n`
    const packed = [part('application/ms-tnef', ''), part('application/vnd.ms-tnef', '; filename="ATT1.dat"')].join('')
    const found = await read(`Content-Type: multipart/mixed; boundary=x\n\n${packed}--x--\n`)
    expect(found?.files.map(({ name }) => name)).toEqual(['winmail.dat', 'winmail.dat'])
  })

  it.each(['<br ', '</p', '<div a=', '"<', '<!--'])('is read through once, and is not looked through from each %j', async (piece) => {
    const found = await read(`Content-Type: text/html\n\n${piece.repeat(1_000_000 / piece.length)}`)
    expect((found?.text ?? '').length).toBeLessThanOrEqual(500_000)
  })

  it('is not read where it is made to break whoever reads it', async () => {
    const bomb = `Content-Type: multipart/mixed; boundary=x\n\n${'--x\n\n'.repeat(500_000)}`
    const deep = Array.from({ length: 40 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`).join('')
    const before = process.memoryUsage().heapUsed
    for (const source of [bomb, '\n'.repeat(600_001), deep, `X: ${'y'.repeat(300_000)}\n\nHei`]) expect(await read(source)).toBeUndefined()
    expect((process.memoryUsage().heapUsed - before) / 1_048_576).toBeLessThan(200)
  })
})
