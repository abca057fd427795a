import { describe, expect, it } from 'vitest'
import { firstWords } from './first-words.ts'

describe('the first words of a text', () => {
  it.each([
    [null, 10, '', true],
    ['  Mistet\n PC ', 10, 'Mistet PC', true],
    ['Mistet PC!', 10, 'Mistet PC!', true],
    ['Mistet PC i toget', 10, 'Mistet PC …', false],
    ['Sendt til feil, igjen', 16, 'Sendt til feil …', false],
    ['Personvernkonsekvensvurdering', 10, 'Personvern …', false],
    ['🦌🦌🦌🦌', 3, '🦌🦌🦌 …', false],
    ['🦌🦌🦌', 3, '🦌🦌🦌', true],
  ])('%j in %i signs', (text, most, words, whole) => {
    expect(firstWords(text, most)).toEqual({ words, whole })
  })
})
