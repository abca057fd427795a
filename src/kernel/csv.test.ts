import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('a cell that begins like a formula is text, and separators stay inside their cell', () => {
  expect(csvLine(['=1+1', '-2', '@x', 'a;b', 'say "hi"', 'å\nb'])).toBe(`'=1+1;'-2;'@x;"a;b";"say ""hi""";"å\nb"\r\n`)
})
