import { describe, expect, it } from 'vitest'
import { headBytes, mediaTypeOf } from './commands-content.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

describe('what a file is', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
    [
      'a PNG',
      bytes(
        [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
        [0, 0, 0, 13],
        'IHDR',
        new Array(17).fill(0),
        [0, 0, 0, 0],
        'IEND',
        new Array(20).fill(0),
      ),
      'image/png',
    ],
    ['text with Norwegian letters', Buffer.from('Dette skjedde på skolen.\r\n'), 'text/plain'],
    ['text in Latin-1', bytes('bl', [0xe5], 'b', [0xe6], 'r'), 'text/plain'],
    [
      'a picture with a script',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'text/plain',
    ],
    ['a web page called anything', Buffer.from('<!doctype html><script>1</script>'), 'text/plain'],
    ['bytes that nobody knows', bytes([0, 1, 2, 3, 250]), 'application/octet-stream'],
    ['a Windows program', bytes('MZ', new Array(100).fill(0)), 'application/x-msdownload'],
    ['a Linux program', bytes([0x7f], 'ELF', new Array(20).fill(1)), 'application/x-elf'],
  ])('%s', async (_what, head, type) => expect(await mediaTypeOf(head)).toBe(type))

  it('text whose last letter is cut where the look ends is still text', async () => {
    expect(await mediaTypeOf(Buffer.from(`${'a'.repeat(headBytes - 1)}å`).subarray(0, headBytes))).toBe('text/plain')
  })
})
