import { expect, it } from 'vitest'
import { draw } from './render.ts'
import { Tree } from './tree.tsx'

it('each row stands in the list of what it lies under, also after a leap back', () => {
  const depths = { Kommunen: 1, Oppvekst: 2, Skolen: 3, Stab: 2, Andre: 1 }
  const html = draw(<Tree rows={Object.entries(depths).map(([id, depth]) => ({ id, depth, body: id }))} />)
  const bare = html.replace(/ class="[^"]*"/g, '').replace(/<\/?div>/g, '')
  expect(bare).toBe('<ul><li>Kommunen<ul><li>Oppvekst<ul><li>Skolen</li></ul></li><li>Stab</li></ul></li><li>Andre</li></ul>')
})
