import { expect, it } from 'vitest'
import { CertainButton } from './certain.tsx'
import { draw } from './render.ts'

it('what cannot be undone is done by the second press: the first only says what follows', () => {
  const html = draw(
    <CertainButton action="/id-kort/1/tap" hidden={{ version: 2 }} locale="nb">
      Meld kortet tapt
    </CertainButton>,
  )
  expect(html).toMatch(
    /^<details[^>]*><summary>Meld kortet tapt …<\/summary>.*Dette kan ikke angres\..*<form[^>]*action="\/id-kort\/1\/tap"/s,
  )
  expect(html).not.toMatch(/<details[^>]* open/)
  expect(html.indexOf('<button')).toBeGreaterThan(html.indexOf('</summary>'))
})
