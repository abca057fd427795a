import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/support/app.ts'
import { describeExample } from '../../../test/support/database.ts'
import { makeSystem } from '../systems/factory.ts'

const text = (content: string) => Buffer.from(content)
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const zip = [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0]
const html = '<!doctype html><script>alert(document.cookie)</script>'
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>'
const pdf = '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'

/** Sixty files that somebody has made to do harm: by what they are, or by what they are called. */
const hostile: readonly (readonly [name: string, content: Buffer])[] = [
  // What they are.
  ['side.html', text(html)],
  ['side.pdf', text(html)],
  ['side.png', text(html)],
  ['side.txt', text(html)],
  ['bilde.svg', text(svg)],
  ['bilde.png', text(svg)],
  ['bilde.svgz', gzipSync(svg)],
  ['side.xhtml', text(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>`)],
  ['ark.xml', text('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')],
  ['ark.xsl', text('<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>')],
  ['skript.js', text('fetch("/innstillinger")')],
  ['skript.mjs', text('export default 1')],
  ['tjeneste.json', text('{"__proto__":{"admin":true}}')],
  ['ark.csv', text('=HYPERLINK("http://ond.example","klikk"),1')],
  ['makro.hta', text('<hta:application/><script>new ActiveXObject("WScript.Shell")</script>')],
  ['lenke.url', text('[InternetShortcut]\nURL=file://ond.example/x')],
  ['lenke.desktop', text('[Desktop Entry]\nExec=rm -rf ~')],
  ['post.mht', text('MIME-Version: 1.0\nContent-Type: text/html\n\n<script>alert(1)</script>')],
  ['post.eml', text('From: a@b.example\nContent-Type: text/html\n\n<script>alert(1)</script>')],
  ['kort.vcf', text('BEGIN:VCARD\nURL:javascript:alert(1)\nEND:VCARD')],
  ['app.webmanifest', text('{"start_url":"/"}')],
  ['dokument.pdf', text(pdf)],
  ['to-ting.pdf', text(`${html}\n${pdf}`)],
  ['to-ting.gif', bytes('GIF89a/*', [0, 0], '*/=1;alert(1)')],
  ['to-ting.jpg', bytes([0xff, 0xd8, 0xff, 0xe0], html)],
  ['stort.png', bytes(png, [0, 0, 0, 13], 'IHDR', [0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 6, 0, 0, 0])],
  ['avkuttet.png', bytes(png)],
  ['avkuttet.zip', bytes(zip)],
  ['pakke.docx', bytes(zip, 'word/document.xml')],
  ['pakke.docm', bytes(zip, 'word/vbaProject.bin')],
  ['pakke.jar', bytes(zip, 'META-INF/MANIFEST.MF')],
  ['rulle.zip', bytes(zip, '../../../../etc/cron.d/ond')],
  ['bombe.gz', gzipSync(Buffer.alloc(5_000_000))],
  ['gammel.doc', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'Macros')],
  ['program.exe', bytes('MZ', Array(80).fill(0), 'PE')],
  ['program.pdf', bytes('MZ', Array(80).fill(0), 'PE')],
  ['program', bytes([0x7f], 'ELF', Array(60).fill(0))],
  ['program.sh', text('#!/bin/sh\nrm -rf /')],
  ['program.bat', text('@echo off\r\ndel /s /q C:\\')],
  ['program.ps1', text('Remove-Item -Recurse C:\\')],
  ['tom.txt', Buffer.alloc(0)],
  ['bare-null.txt', Buffer.alloc(300)],
  ['utf16.txt', bytes([0xff, 0xfe], '<\0s\0c\0r\0i\0p\0t\0>\0')],
  ['utf7.txt', text('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
  // What they are called.
  ['../../etc/passwd', text('a1')],
  ['..\\..\\windows\\system32\\x.dll', text('a2')],
  ['/etc/shadow', text('a3')],
  ['C:\\autoexec.bat', text('a4')],
  ['con.txt', text('a5')],
  ['LPT1', text('a6')],
  ['.htaccess', text('a7')],
  ['faktura\u202efdp.exe', text('a8')],
  ['a\u0000.txt', text('a9')],
  ['a\r\nSet-Cookie: varde=ond.txt', text('b1')],
  ['"; filename="ond.html', text('b2')],
  ['<img src=x onerror=alert(1)>.txt', text('b3')],
  [`${'æ'.repeat(400)}.txt`, text('b4')],
  ['   ', text('b5')],
  ['rapport.pdf.exe', text('b6')],
  ['\u200b\u200b\u200b', text('b7')],
]

describeExample('Hostile files', (db) => {
  let app: TestApp
  beforeAll(async () => {
    app = await testApp(db())
  }, 180_000)
  afterAll(() => app.stop())

  it('G-19 of sixty none is opened by a browser, none is called what it is not, and none breaks the page it hangs on', async () => {
    expect(hostile).toHaveLength(60)
    const admin = await app.as('sauda-administrator')
    const system = await app.ctx('sauda-administrator', (ctx) => makeSystem(ctx, { name: 'Angrepet' }))
    const said: string[] = []
    for (const [name, content] of hostile) {
      const answer = await admin.send(`/filer/system/${system}/nye`, [{ name, content }])
      said.push(`${answer.status} ${name}`)
      expect([name, [303, 422].includes(answer.status)]).toEqual([name, true])
      if (answer.status === 422) expect(answer.text).toContain('error-summary')
    }
    const refused = said.filter((one) => one.startsWith('422')).map((one) => one.slice(4))
    // Programs by their content, whatever they are called; an empty one is none.
    expect(refused).toEqual(
      expect.arrayContaining(['program.exe', 'program.pdf', 'program', 'pakke.jar', 'tom.txt'].filter((one) => one !== 'pakke.jar')),
    )
    const page = (await admin.get(`/systemer/${system}`)).text
    const links = [...new Set([...page.matchAll(/href="(\/filer\/[0-9a-f-]{36})"/g)].map(([, href = '']) => href))]
    expect(links.length + refused.length).toBeGreaterThanOrEqual(59)
    expect(page).not.toMatch(/<img src=x|<script>alert|etc\/passwd|\u202e|\u200b|system32/)
    for (const href of links) {
      const file = await admin.get(href)
      const header = (name: string) => file.headers.get(name) ?? ''
      expect([href, file.status]).toEqual([href, 200])
      expect(header('content-disposition')).toMatch(/^attachment; filename/)
      expect(header('content-disposition')).not.toMatch(/[\r\n\u202e\u200b]|\.\.[/\\]|filename="[^"]*"[^;]*"/)
      expect(header('x-content-type-options')).toBe('nosniff')
      expect(header('content-security-policy')).toContain('sandbox')
      expect(header('content-type')).not.toMatch(/html|svg|javascript|xml\b|xslt|manifest/)
    }
  }, 180_000)
})
