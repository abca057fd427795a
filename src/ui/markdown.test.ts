import { expect, it } from 'vitest'
import { vectors } from '../../test/support/injections.ts'
import { seeking } from '../kernel/seeks.ts'
import { asMeant } from '../kernel/written.ts'
import { chaptersOf, htmlOf, markedIn, piecesOf, placeIn, textOf } from './markdown.ts'

/** Every tag that came out, with its attributes: the cleaned text is well formed, each value in quotes. */
const tagsIn = (html: string) =>
  [...html.matchAll(/<(\/?)([^\s/>]*)((?:[^>"]|"[^"]*")*)>/g)].map(([tag, , name = '', rest = '']) => ({
    tag,
    name: name.toLowerCase(),
    attributes: [...rest.matchAll(/([^\s=/"]+)(?:="([^"]*)")?/g)].map(([, attribute = '', value = '']) => ({ attribute, value })),
  }))
const everyWord = () => 0
const harmless = /^(p|h4|h5|ul|ol|li|strong|em|del|a|blockquote|code|pre|hr|br|img|table|thead|tbody|tr|th|td|mark)$/
const leadsSafely = (href: string) => /^(https?:\/\/|mailto:|#|\/)/.test(href) || !/[:&]/.test(href)

it('more than 60 ways to bring a script in come to nothing, in a text, a title, a table and a list', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(60)
  for (const vector of vectors)
    for (const written of [vector, `## Del\n\n${vector}`, `- ${vector}`, `| a |\n|---|\n| ${vector} |`, `## ${vector}\n\nTekst`]) {
      const drawn = [htmlOf(written), ...chaptersOf(written).flatMap(({ html, sections }) => [html, ...sections.map((one) => one.html)])]
      // Marking the words of a search adds no more than marks, whatever is searched for.
      drawn.push(...drawn.map((html) => markedIn(html, everyWord)))
      for (const { tag, name, attributes } of drawn.flatMap(tagsIn)) {
        expect([vector, tag, harmless.test(name)]).toEqual([vector, tag, true])
        for (const { attribute, value } of attributes) {
          expect(['href', 'src', 'alt', 'class', 'align', 'start']).toContain(attribute)
          if (attribute === 'href') expect([vector, value, leadsSafely(value)]).toEqual([vector, value, true])
          if (attribute === 'src') expect(value).toMatch(/^\/filer\/[0-9a-f-]{36}$/)
          if (attribute === 'class') expect(value).toMatch(/^ds-(link|table)$/)
        }
      }
    }
})

it('each part of a text has an address that is the same in each language, and two of one name have one each', () => {
  const text = '# Kapittel {#k}\n\nFørst\n\n## Ansvar {#ansvar}\n\nDu **skal**\n\n## Ansvar\n\nEn gang til'
  const [chapter] = chaptersOf(text)
  expect(chapter).toMatchObject({ id: 'del-k', title: 'Kapittel' })
  expect(chapter?.sections.map(({ id, title }) => [id, title])).toEqual([
    ['del-ansvar', 'Ansvar'],
    ['del-ansvar-2', 'Ansvar'],
  ])
  expect(chapter?.sections[0]?.html).toContain('<strong>skal</strong>')
  expect(placeIn(text, seeking([{ word: 'gang', stem: 'gang' }]))).toEqual({ id: 'del-ansvar-2', title: 'Ansvar' })
})

it('words searched for are marked in any form of theirs, in no tag and no sign; their place is where most of them stand', () => {
  const seeks = seeking([
    { word: 'rutine', stem: 'rutin' },
    { word: 'amp', stem: 'amp' },
    { word: 'og', stem: null },
  ])
  const html = htmlOf('Rutinene & [rutine](/rutine) og avviksrutinen')
  expect(markedIn(html, seeks)).toBe(
    '<p><mark>Rutinene</mark> &amp; <a href="/rutine" class="ds-link"><mark>rutine</mark></a> og <mark>avviksrutinen</mark></p>\n',
  )
  expect(piecesOf('Ny rutine, og mer', seeks)).toEqual([
    { text: 'Ny ', found: false },
    { text: 'rutine', found: true },
    { text: ', og mer', found: false },
  ])
  const text = 'Rutine\n\n## En\n\nRutinen\n\n## To {#to}\n\nAmp i rutinene\n\n## Tre\n\nrutine og amp'
  expect(placeIn(text, seeks)).toEqual({ id: 'del-to', title: 'To' })
  expect(placeIn('## En\n\nog', seeks)).toBeNull()
})

it('a link within the text leads to its part; tables, lists and pictures among our own files stand, and others do not', () => {
  expect(htmlOf('[der](#ansvar)')).toContain('href="#del-ansvar"')
  expect(htmlOf('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<table class="ds-table">')
  expect(htmlOf('![x](/filer/019a0000-0000-7000-8000-0000000000aa)')).toContain('<img')
  expect(htmlOf('![x](https://example.org/x.png)')).not.toContain('<img')
  expect(textOf('Kari & <b>Ola</b>')).toBe('Kari & Ola')
})

it('what an office program leaves is read as it was there: rows of tabs are a table, lines with a bullet a list; code and lists stay', () => {
  const read = (pasted: string) => {
    const meant = asMeant(pasted)
    return htmlOf(meant.ok ? meant.text : '').replaceAll('\n', '')
  }
  expect(read('Hvem gjør hva\nRolle\tAnsvar\nLeder\tGodkjenner | signerer\nAnsatt\tMelder\nSist endret i mars')).toBe(
    '<p>Hvem gjør hva</p><table class="ds-table"><thead><tr><th>Rolle</th><th>Ansvar</th></tr></thead><tbody><tr><td>Leder</td><td>Godkjenner | signerer</td></tr><tr><td>Ansatt</td><td>Melder</td></tr></tbody></table><p>Sist endret i mars</p>',
  )
  for (const bullets of ['•\tførste\n•\tandre', '·         første\n·         andre'])
    expect(read(bullets)).toBe('<ul><li>første</li><li>andre</li></ul>')
  expect(read('1)\ten\n2)\tto')).toBe('<ol><li>en</li><li>to</li></ol>')
  expect(read('```\na\tb\nc\td\n```')).toContain('<pre><code>a\tb')
  expect(read('En linje\tmed et tabulatortegn')).not.toContain('<table')
  const [chapter] = chaptersOf('# K\n\n## En\n\nRolle\tAnsvar\nLeder\tGodkjenner')
  expect(chapter?.sections[0]?.html).toContain('<table')
})
